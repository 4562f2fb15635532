import { css } from 'lit';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const timelineStyles = css`
  .timeline {
    display: grid;
    gap: var(--_space-3) var(--_space-6);
    margin-block: var(--_space-4);
    padding-block: var(--_space-3);
    border-block: 1px solid var(--_rule);
  }
  .transport {
    display: flex;
    gap: var(--_space-2);
  }
  .transport button {
    flex: 1 0 5.5rem;
  }
  .track {
    min-width: 0;
  }
  .track input {
    width: 100%;
    margin: 0;
    accent-color: var(--_ink);
  }
  /* Where they do not all fit, the current one is named. */
  .stops {
    display: flex;
    justify-content: space-between;
    margin-top: var(--_space-1);
  }
  .stop {
    flex: 0 0 1rem;
    min-width: 0;
    display: flex;
    justify-content: center;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .stop:not(.here) {
    visibility: hidden;
  }
  .stop span {
    text-transform: capitalize;
    white-space: nowrap;
  }
  .stop:first-child {
    justify-content: start;
  }
  .stop:last-child {
    justify-content: end;
  }
  .stop.here {
    color: var(--_ink);
    font-weight: 650;
  }
  .stop.here span {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.3em;
  }
  @container (min-width: 44rem) {
    .transport button {
      flex: 0 0 5.25rem;
    }
    .stop:not(.here) {
      visibility: visible;
    }
  }
  @container (min-width: 56rem) {
    .timeline {
      grid-template-columns: auto 1fr;
      align-items: start;
    }
  }
`;

const pictureStyles = css`
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

const cardStyles = css`
  .groups {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space-4);
    min-height: 7rem;
    margin-top: var(--_space-4);
  }
  .group {
    container: group / inline-size;
    flex: 1 1 min(100%, 27rem);
    min-width: 0;
    padding: 0 var(--_space-2);
    border: solid transparent;
    border-width: 0 2px;
  }
  .group.size-1 {
    flex: 0 1 9.5rem;
  }
  .group.size-2 {
    flex: 0 1 17rem;
  }
  .group.size-3 {
    flex: 0 1 25rem;
  }
  .group.size-4 {
    max-width: 51rem;
  }
  .group.size-5,
  .group.size-6,
  .group.size-7,
  .group.size-8 {
    flex-basis: 100%;
  }
  .group header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: baseline;
    min-height: 2rem;
    padding-bottom: var(--_space-1);
    font-size: var(--_text-s);
    visibility: hidden;
  }
  .bracketed .group {
    border-color: var(--_hue);
    border-radius: calc(2 * var(--_radius));
  }
  .bracketed .group header {
    visibility: visible;
  }
  .chip {
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_hue);
    font-weight: 650;
  }
  .fact {
    color: var(--_ink-soft);
  }
  .fact .number {
    color: var(--_ink);
  }
  .group.lit .fact .number {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .note {
    padding: 0 var(--_space-2);
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: var(--_text-xs);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.25rem, 1fr));
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .size-3 .cards,
  .size-4 .cards {
    grid-template-columns: repeat(2, minmax(0, 12rem));
  }
  @container group (min-width: 23rem) {
    .size-3 .cards {
      grid-template-columns: repeat(3, minmax(0, 12rem));
    }
  }
  @container group (min-width: 31rem) {
    .size-4 .cards {
      grid-template-columns: repeat(4, minmax(0, 12rem));
    }
  }
  .card {
    position: relative;
    min-width: 0;
    padding: var(--_space-1) 6px 6px;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_text-xs);
  }
  .card.lit {
    border-color: var(--_ink);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }
  .card-head {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  .ordinal {
    color: var(--_ink-soft);
    font-family: var(--_serif);
    font-style: italic;
    font-size: var(--_text-s);
  }
  .ordinal sub {
    font-style: normal;
  }
  .card .remove {
    min-width: 1.5rem;
    min-height: 1.5rem;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_ink-soft);
  }
  .card input {
    width: 100%;
    min-height: 2rem;
    padding-inline: var(--_space-1);
    text-align: right;
  }
  .card .loupe {
    width: 100%;
    max-width: 8rem;
    margin: var(--_space-1) auto 0;
  }
  .loupe .tick {
    stroke: var(--_edge);
  }
  .loupe .label.code {
    fill: var(--_ink);
    font-weight: 700;
  }
  .loupe .drop {
    fill: var(--_hue);
  }
  .loupe .plumb {
    stroke: var(--_hue);
    stroke-dasharray: 2 2;
  }
  .loupe .gap {
    fill: var(--_loss);
  }
  .card dl {
    margin: var(--_space-1) 0 0;
  }
  .card dl div {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-1);
  }
  .card dt {
    color: var(--_ink-soft);
    font-family: var(--_serif);
    font-style: italic;
  }
  .card dd {
    margin: 0;
    font-size: 0.6875rem;
    white-space: nowrap;
  }
  .mark {
    display: inline-block;
    margin-top: var(--_space-1);
    padding: 0 var(--_space-2);
    border-radius: 1em;
    background: var(--_loss);
    color: var(--_raised);
    font-weight: 600;
  }
`;

export const stepperStyles = [
  tokens,
  base,
  controls,
  layoutStyles,
  timelineStyles,
  settingsStyles,
  pictureStyles,
  cardStyles,
];
