import { css } from 'lit';

export const pictureStyles = css`
  .hue-0 {
    --_hue: var(--_group-1);
  }
  .hue-1 {
    --_hue: var(--_group-2);
  }
  .hue-2 {
    --_hue: var(--_group-3);
  }
  .hue-3 {
    --_hue: var(--_group-4);
  }
  .hue-none {
    --_hue: var(--_ink-soft);
  }

  svg {
    display: block;
    overflow: visible;
    max-width: 100%;
    font-family: var(--_mono);
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* A dot that is dragged selects no text. */
  .line {
    -webkit-user-select: none;
    user-select: none;
  }
  svg .label {
    fill: var(--_ink-soft);
    font-size: 11px;
    text-anchor: middle;
  }
  svg .label.start {
    text-anchor: start;
  }
  .axis {
    fill: none;
    stroke: var(--_edge);
  }
  .hit {
    fill: transparent;
  }

  .lane,
  .dot,
  .ghost,
  .grid,
  .reach,
  .stem,
  .loupe * {
    transition:
      transform var(--_move),
      opacity var(--_move),
      fill var(--_move);
  }
  .lane .grid {
    fill: none;
    stroke: var(--_hue);
    stroke-opacity: 0.55;
  }
  .lane .reach {
    fill: var(--_hue);
    fill-opacity: 0.22;
  }
  .lane.lit .reach {
    fill-opacity: 0.42;
  }
  .lane-name {
    fill: var(--_hue);
    font: 600 12px var(--_sans);
  }
  .lane.lit .axis {
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .dot circle {
    fill: var(--_hue);
    stroke: var(--_raised);
    stroke-width: 1.5;
  }
  .dot text {
    fill: var(--_raised);
    font: 600 9.5px var(--_sans);
    text-anchor: middle;
  }
  .stem {
    fill: var(--_hue);
  }
  .dot.largest circle {
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .dot.lit circle {
    stroke: var(--_ink);
    stroke-width: 3;
  }
  .draggable .dot {
    cursor: ew-resize;
    touch-action: none;
  }
  .dragged {
    transition: none;
  }
  .ghost {
    fill: none;
    stroke: var(--_hue, var(--_ink));
    stroke-width: 1.5;
  }

  .bar-groups {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4) var(--_space-3);
  }
  figure {
    margin: 0;
  }
  figcaption {
    margin-top: var(--_space-2);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .bar .ink {
    fill: var(--_hue);
  }
  .bar.lit .ink {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .bar-group .top {
    stroke: var(--_rule);
    stroke-dasharray: 2 3;
  }

  .strips {
    display: grid;
    gap: var(--_space-4);
  }
  .strip-title {
    display: block;
    margin-bottom: var(--_space-1);
    font-size: var(--_text-s);
  }
  .byte.original {
    fill: var(--_edge);
  }
  .byte.code {
    fill: var(--_group-1);
  }
  .byte.scale {
    fill: var(--_group-4);
  }
  .key {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
  }
  .key.code {
    background: var(--_group-1);
  }
  .key.scale {
    margin-left: var(--_space-2);
    background: var(--_group-4);
  }
`;
