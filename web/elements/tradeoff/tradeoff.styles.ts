import { css } from 'lit';
import { chartStyles } from '../charts/charts.styles.ts';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const layout = css`
  .frame {
    padding: var(--_space-4);
    border: 1px solid var(--_rule);
    border-radius: calc(2 * var(--_radius));
    background: var(--_raised);
  }
  h3 {
    margin: 0 0 var(--_space-1);
    font: 600 var(--_text-m) / 1.3 var(--_sans);
    overflow-wrap: anywhere;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    min-height: 1.5rem;
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  progress {
    width: 8rem;
    height: 6px;
    accent-color: var(--_focus);
  }
  .goal {
    display: grid;
    gap: var(--_space-2) var(--_space-8);
    margin: var(--_space-4) 0 0;
    padding: 0;
    border: 0;
    font-size: var(--_text-s);
  }
  .goal legend {
    margin-bottom: var(--_space-2);
    padding: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
  }
  .choice label {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-height: 2.25rem;
    cursor: pointer;
  }
  .choice input[type='radio'] {
    width: 1.1rem;
    height: 1.1rem;
    margin: 0;
    accent-color: var(--_focus);
  }
  .amount input {
    width: 4.5rem;
  }
  .choice .problem {
    flex-basis: 100%;
    margin: 0;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    min-height: 4.375rem;
    margin-top: var(--_space-3);
    padding: var(--_space-3);
    border-left: 2px solid var(--_ink);
    background: var(--_sunken);
  }
  .verdict p {
    flex: 1 1 20rem;
    margin: 0;
    line-height: 1.4;
  }
  figure.chart {
    margin-top: var(--_space-6);
  }
  .plot {
    position: relative;
    min-height: 380px;
  }
  /* Until there is a chart: the room of its legend, of the name and of the verdict. */
  .plot.alone {
    margin-bottom: 2.125rem;
  }
  @container (width < 36rem) {
    h3 {
      min-height: 2.6em;
    }
    .verdict {
      min-height: 9.875rem;
    }
    .plot.alone {
      margin-bottom: 3.5rem;
    }
  }
  @container (width < 23.5rem) {
    h3 {
      min-height: 3.9em;
    }
  }
  @container (width < 20rem) {
    .verdict {
      min-height: 11.25rem;
    }
  }
  .plot svg.points {
    position: absolute;
    inset: 0 auto auto 0;
    height: 380px;
  }
  .point {
    cursor: pointer;
  }
  .point .hit {
    fill: transparent;
  }
  .point .dot {
    stroke: var(--_raised);
    stroke-width: 1;
  }
  .point:hover .dot {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .point .ring {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .point:focus {
    outline: none;
  }
  .point:focus-visible .hit {
    stroke: var(--_focus);
    stroke-width: 2.5;
  }
  .pointed {
    min-height: 1.5em;
    margin: var(--_space-2) 0 0;
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .keys,
  .sizes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    margin: var(--_space-2) 0 0;
    padding: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    list-style: none;
  }
  .keys svg,
  .sizes svg {
    margin-right: 2px;
    vertical-align: -1px;
  }
  .keys .ring {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  @container (min-width: 44rem) {
    .frame {
      padding: var(--_space-6);
    }
    .goal {
      grid-template-columns: auto auto 1fr;
    }
  }
`;

export const tradeoffStyles = [tokens, base, controls, settingsStyles, chartStyles, layout];
