import { css } from 'lit';
import { chartStyles } from '../charts/charts.styles.ts';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { base, tokens } from '../ui/theme.ts';
import { mapStyles } from './styles-maps.ts';
import { sourceStyles } from './styles-source.ts';

const frameStyles = css`
  .frame {
    padding: var(--_space-4);
    border: 1px solid var(--_rule);
    border-radius: calc(2 * var(--_radius));
    background: var(--_raised);
  }
  .state {
    min-height: 2.25rem;
    font-size: var(--_text-s);
  }
  .busy {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-height: 2.25rem;
    color: var(--_ink-soft);
    visibility: hidden;
  }
  .busy.on {
    visibility: visible;
    animation: appear 0s 200ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  progress {
    width: 8rem;
    height: 6px;
    accent-color: var(--_focus);
  }
  .state .problem {
    padding: var(--_space-2) var(--_space-3);
    border-left: 2px solid var(--_loss);
    background: var(--_sunken);
  }
  h3 {
    margin: 0;
    font: 600 var(--_text-m) / 1.3 var(--_sans);
    overflow-wrap: anywhere;
  }
  .figures {
    margin-top: var(--_space-4);
    font-size: var(--_text-s);
  }
  .figures dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 0 var(--_space-8);
    margin: 0;
  }
  .figures dl > div {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
    padding-block: var(--_space-1);
    border-bottom: 1px dotted var(--_rule);
  }
  .figures dd {
    margin: 0;
    text-align: right;
  }
  .picker {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2) var(--_space-3);
    margin-top: var(--_space-4);
  }
  .picker .problem {
    flex-basis: 100%;
    margin: 0;
  }
  .source .pair button {
    flex: 0 0 auto;
  }
  .slider {
    grid-column: 1 / -1;
  }
  .slider input {
    width: 100%;
    min-height: 2.25rem;
    margin: 0;
    accent-color: var(--_focus);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .slider-head {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .slider-head output {
    color: var(--_ink);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  .where {
    margin-top: var(--_space-6);
  }
  /* What is not there yet keeps its room: of the state two lines, of the name its lines, of the figures all. */
  .figures {
    min-height: 9rem;
  }
  @container (width < 70rem) {
    .figures {
      min-height: 12rem;
    }
  }
  @container (width < 46rem) {
    .figures {
      min-height: 17.25rem;
    }
  }
  @container (width < 44rem) {
    .figures {
      min-height: 19.25rem;
    }
  }
  @container (width < 36rem) {
    .state {
      min-height: 3.75rem;
    }
    h3 {
      min-height: 2.6em;
    }
  }
  @container (width < 26rem) {
    .figures {
      min-height: 20.75rem;
    }
  }
  @container (width < 21.25rem) {
    .figures {
      min-height: 22rem;
    }
  }
  @container (width < 23.5rem) {
    h3 {
      min-height: 3.9em;
    }
  }
  @container (width < 20rem) {
    .figures {
      min-height: 24.25rem;
    }
  }
  @container (min-width: 36rem) {
    .figures .keys {
      grid-template-columns: repeat(3, auto);
    }
    .figures .keys > div {
      flex-direction: column;
      justify-content: start;
      gap: 0;
      padding-block: var(--_space-2);
    }
    .figures .keys dd {
      font-size: var(--_text-l);
      text-align: left;
    }
  }
  @container (min-width: 60rem) {
    .figures .keys {
      grid-template-columns: repeat(3, 1fr);
    }
  }
  @container (min-width: 44rem) {
    .frame {
      padding: var(--_space-6);
    }
  }
`;

export const explorerStyles = [
  tokens,
  base,
  controls,
  settingsStyles,
  chartStyles,
  frameStyles,
  sourceStyles,
  mapStyles,
];
