import { css } from 'lit';

export const mapStyles = css`
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
