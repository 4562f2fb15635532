import { css } from 'lit';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const frameStyles = css`
  .summary {
    min-height: 7rem;
  }
  .verdict {
    max-width: 52rem;
    margin: 0 0 var(--_space-2);
    font: 600 var(--_text-l) / 1.35 var(--_serif);
    text-wrap: pretty;
  }
  .basis,
  .caption {
    max-width: 56rem;
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-s);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .caption {
    margin-top: var(--_space-3);
    font-size: var(--_text-xs);
  }
  .rows-to-come {
    min-height: 32rem;
  }
  .row-length {
    max-width: 14rem;
  }
  .row-length input {
    width: 7rem;
  }
  .list {
    flex-basis: 9rem;
  }
  .list[open] {
    flex-basis: 100%;
  }
  .unbroken {
    white-space: nowrap;
  }

  .totals {
    width: min(100%, 36rem);
    margin-top: var(--_space-6);
  }
  .glossary {
    max-width: 36rem;
    line-height: 1.5;
  }
  .totals th:first-child {
    font-family: var(--_sans);
    text-align: left;
    white-space: normal;
  }
  .totals tr.same {
    color: var(--_ink-soft);
  }
  .totals tr.other td {
    font-weight: 650;
  }
  abbr {
    text-decoration: none;
  }

  .sides {
    display: grid;
    gap: var(--_space-6) var(--_space-8);
    margin-top: var(--_space-6);
  }
  .side-fields {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    width: 100%;
    padding: 0 0 var(--_space-2);
    border-bottom: 1px solid var(--_rule);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  .side-fields .settings {
    margin-top: var(--_space-3);
    padding-top: 0;
    border-top: 0;
  }
  .letter {
    display: inline-grid;
    place-items: center;
    width: 1.5em;
    height: 1.5em;
    margin-right: var(--_space-1);
    border: 1px solid var(--_edge);
    border-radius: 50%;
    font-weight: 600;
  }
  @container (min-width: 44rem) {
    /* In line with the field, whose label is above it. */
    .weights-bar > :is(button, .list:not([open])) {
      margin-top: 1.375rem;
    }
    .summary {
      min-height: 6.5rem;
    }
    .sides {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

/** The rows where it is narrow: a weight, below it A, B and the difference. */
const rowStyles = css`
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
  .heads {
    display: none;
  }
  .rows {
    margin: var(--_space-3) 0 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
    padding-block: var(--_space-2);
    border-top: 1px solid var(--_rule);
  }
  .row.lit {
    background: var(--_sunken);
  }

  .weight {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-2);
    align-self: end;
    min-width: 0;
  }
  .weight input {
    flex: 1 1 4rem;
    width: 4rem;
    min-height: 2rem;
    text-align: right;
  }
  .weight .problem {
    flex-basis: 100%;
  }
  .ordinal {
    min-width: 1.5rem;
    color: var(--_ink-soft);
    font: italic var(--_text-s) var(--_serif);
  }
  .ordinal sub {
    font-style: normal;
  }
  button.remove {
    min-width: 1.5rem;
    min-height: 2rem;
    padding: 0;
    color: var(--_ink-soft);
    text-decoration: none;
  }

  .cell {
    position: relative;
    display: grid;
    grid-template-columns: 1.25rem 2.5rem minmax(0, 1fr);
    align-items: center;
    align-content: end;
    gap: 0 var(--_space-2);
    min-width: 0;
    padding: var(--_space-1) 0 var(--_space-1) var(--_space-2);
    font-size: var(--_text-s);
  }
  .cell.side-b {
    margin-top: var(--_space-1);
  }
  /* The group's bracket, which goes on from row to row. */
  .cell::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 5px;
    border: solid var(--_hue);
    border-width: 0 0 0 2px;
  }
  .cell.first::before {
    top: var(--_space-1);
    border-top-width: 2px;
    border-top-left-radius: var(--_radius);
  }
  .cell.last::before {
    bottom: var(--_space-1);
    border-bottom-width: 2px;
    border-bottom-left-radius: var(--_radius);
  }
  .which {
    color: var(--_ink-soft);
    font-weight: 600;
  }
  .group-head {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    line-height: 1.6;
  }
  .group-head b {
    color: var(--_hue);
  }
  .group-head .number {
    color: var(--_ink);
    white-space: nowrap;
  }
  .code {
    font-weight: 650;
    text-align: right;
  }
  .back,
  .off {
    grid-column: 2 / -1;
    display: flex;
    justify-content: space-between;
    gap: var(--_space-2);
    font-size: var(--_text-xs);
  }
  .name {
    color: var(--_ink-soft);
  }

  .difference {
    display: flex;
    gap: var(--_space-2);
    align-self: end;
    margin: 0;
    padding: var(--_space-1) 0 var(--_space-1) var(--_space-2);
    font-size: var(--_text-xs);
    line-height: 1.4;
  }
  .difference.same,
  .difference .same {
    color: var(--_ink-soft);
  }
  .difference .other {
    font-weight: 650;
  }
  .difference.larger {
    color: var(--_loss);
  }
  .sign {
    flex: 0 0 1em;
    text-align: center;
  }
`;

/** The bars: how much of a weight comes back, and what became of it. */
const barStyles = css`
  .bar {
    position: relative;
    display: block;
    height: 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: 2px;
  }
  .bar::after {
    content: '';
    position: absolute;
    inset: -4px auto -4px 80%;
    border-left: 2px solid var(--_ink);
  }
  .bar.zero::after {
    inset-inline-start: 0;
  }
  .fill {
    position: absolute;
    inset: 1px auto 1px 0;
    background: var(--_hue);
    transition: width var(--_move);
  }
  .bar.lost,
  .bar.clipped {
    border: 1px dashed var(--_loss);
  }
  .mark {
    position: absolute;
    top: 50%;
    left: var(--_space-2);
    padding: 0 var(--_space-2);
    border-radius: 1em;
    background: var(--_loss);
    color: var(--_raised);
    font-size: var(--_text-xs);
    font-weight: 600;
    line-height: 1.5;
    transform: translateY(-50%);
  }
  .clipped .mark {
    right: 0;
    left: auto;
  }
`;

/** From 44 rem the rows have columns; from 64 rem each side stands on one line. */
const wideRowStyles = css`
  @container (min-width: 44rem) {
    .heads,
    .row {
      grid-template-columns: 8.75rem minmax(0, 1fr) minmax(0, 1fr) 7.5rem;
      column-gap: var(--_space-3);
    }
    .heads {
      display: grid;
      align-items: end;
      margin-top: var(--_space-4);
      padding-bottom: var(--_space-2);
      font-size: var(--_text-s);
    }
    .columns {
      display: none;
    }
    .heads > :is(:first-child, :last-child),
    .columns {
      color: var(--_ink-soft);
      font-size: var(--_text-xs);
    }
    .rows {
      margin-top: 0;
    }
    .row {
      padding-block: 0;
      border-top: 0;
    }
    .row.starts {
      border-top: 1px solid var(--_rule);
    }
    .row:last-child {
      border-bottom: 1px solid var(--_rule);
    }
    .which {
      display: none;
    }
    .cell.side-b {
      margin-top: 0;
    }
    .cell {
      grid-template-columns: 2.5rem minmax(0, 1fr);
    }
    .back,
    .off {
      grid-column: 1 / -1;
    }
    .weight,
    .difference {
      padding: 0 0 0.9rem;
    }
  }
  @container (min-width: 64rem) {
    .cell,
    .columns {
      grid-template-columns: 2.25rem minmax(0, 1fr) 6.875rem 6.75rem;
    }
    .cell {
      min-height: 2.5rem;
      padding-bottom: 0.5rem;
    }
    .columns {
      display: grid;
      gap: 0 var(--_space-2);
      padding: var(--_space-2) 0 0 var(--_space-2);
      text-align: right;
    }
    .columns > :nth-child(2) {
      text-align: left;
    }
    .back,
    .off {
      grid-column: auto;
      justify-content: end;
    }
    .back .name,
    .off .name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .weight,
    .difference {
      min-height: 2.5rem;
      align-items: center;
      padding: var(--_space-1) 0;
    }
    .difference > :last-child > span {
      display: inline-block;
    }
    .heads,
    .row {
      grid-template-columns: 9.5rem minmax(0, 1fr) minmax(0, 1fr) 10.5rem;
      column-gap: var(--_space-4);
    }
  }
`;

export const compareStyles = [
  tokens,
  base,
  controls,
  layoutStyles,
  settingsStyles,
  frameStyles,
  rowStyles,
  barStyles,
  wideRowStyles,
];
