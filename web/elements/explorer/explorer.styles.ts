import { css } from 'lit';
import { chartStyles } from '../charts/charts.styles.ts';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { base, tokens } from '../ui/theme.ts';

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
  .state > .problem {
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

/** Where weights come from: generated, or from a file. */
const sourceStyles = css`
  .drop-zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3) var(--_space-4);
    padding: var(--_space-3) var(--_space-4);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: var(--_text-s);
  }
  .drop-zone.over {
    border-style: solid;
    border-color: var(--_ink);
  }
  code {
    font-family: var(--_mono);
  }
  .choose {
    position: relative;
    display: inline-grid;
    place-items: center;
    min-height: 2.25rem;
    padding: 0 var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_paper);
    cursor: pointer;
  }
  .choose input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
    font-size: 0;
  }
  .choose:has(input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .source {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: var(--_space-3) var(--_space-4);
  }
  .source select {
    width: 100%;
  }
  .note {
    max-width: 46rem;
    margin: var(--_space-2) 0 var(--_space-4);
  }
  .file {
    margin: 0 0 var(--_space-2);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .tensors .field {
    max-width: 22rem;
    margin-bottom: var(--_space-2);
  }
  .tensors .scroll {
    max-height: 20rem;
    overflow: auto;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  .tensors table {
    width: 100%;
  }
  .tensors thead th {
    position: sticky;
    top: 0;
    background: var(--_raised);
  }
  .tensors th,
  .tensors td {
    padding: 0 var(--_space-3);
  }
  .tensors th {
    text-align: left;
  }
  .tensors thead th {
    padding-block: var(--_space-2);
    text-align: right;
  }
  .tensors thead th:first-child {
    text-align: left;
  }
  .tensors th button {
    padding: 0;
    font-family: var(--_mono);
  }
  .tensors th button:disabled {
    text-decoration: none;
  }
  .tensors tr.chosen {
    background: var(--_sunken);
  }
  .tensors tr.chosen button {
    font-weight: 700;
  }
`;

const mapStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-3) var(--_space-6);
    margin-top: var(--_space-6);
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_rule);
  }
  .toolbar .buttons {
    display: flex;
    gap: var(--_space-2);
  }
  .toolbar .buttons button:not(:last-child) {
    width: 2.25rem;
    padding: 0;
    font-size: var(--_text-m);
  }
  .field.row .segmented label {
    padding-inline: var(--_space-3);
  }
  .maps {
    display: grid;
    gap: var(--_space-4);
    margin-top: var(--_space-3);
    border-radius: var(--_radius);
  }
  .maps.wide {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .maps:focus-visible {
    outline-offset: 6px;
  }
  .maps figure {
    min-width: 0;
    margin: 0;
  }
  .maps figcaption {
    margin-bottom: var(--_space-1);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  canvas[data-layer] {
    display: block;
    width: 100%;
    height: auto;
    background: var(--_raised);
    outline: 1px solid var(--_rule);
    cursor: crosshair;
    touch-action: pan-y;
  }
  .zoomed canvas[data-layer] {
    touch-action: none;
  }
  .legend {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: 2px var(--_space-2);
    margin-top: var(--_space-2);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    line-height: 1.3;
  }
  .legend canvas {
    grid-column: 1 / -1;
    width: 100%;
    height: 8px;
    outline: 1px solid var(--_rule);
  }
  .legend span:last-child {
    text-align: right;
  }
  .by-touch {
    display: none;
  }
  @media (hover: none) {
    .by-touch {
      display: inline;
    }
    .by-mouse {
      display: none;
    }
  }
  .maps + .hint {
    margin-top: var(--_space-3);
  }
  /* All that looks into a tensor: tools, maps, marked weight, charts. */
  .maps-place {
    min-height: 109.5rem;
  }
  .readout {
    margin-top: var(--_space-3);
    padding: var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: var(--_text-s);
  }
  .readout dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    gap: var(--_space-2) var(--_space-4);
    margin: 0;
  }
  .readout dt {
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .readout dd {
    min-height: 1.5em;
    margin: 0;
    white-space: nowrap;
  }
  .charts {
    display: grid;
    gap: var(--_space-6) var(--_space-8);
    margin-top: var(--_space-6);
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_rule);
  }
  .charts .plot {
    min-height: 190px;
  }
  @container (min-width: 44rem) {
    .charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .maps-place {
      min-height: 64.5rem;
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
