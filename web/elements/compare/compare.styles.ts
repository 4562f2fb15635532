import { css } from 'lit';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';
import { barStyles } from './styles-bars.ts';
import { rowStyles } from './styles-rows.ts';
import { wideRowStyles } from './styles-rows-wide.ts';

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
