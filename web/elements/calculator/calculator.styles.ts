import { css } from 'lit';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const calculatorOwn = css`
  .settings {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .parameters {
    grid-column: 1 / -1;
  }
  .parameters .pair {
    flex-wrap: wrap;
  }
  .parameters input[type='text'] {
    flex: 0 1 14rem;
    width: 14rem;
  }
  .parameters .segmented {
    flex: 0 0 auto;
  }
  .reset {
    align-self: end;
    justify-self: start;
  }
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-6) var(--_space-12);
    min-height: 38rem;
    margin-top: var(--_space-6);
    padding-top: var(--_space-6);
    border-top: 1px solid var(--_rule);
  }
  .result.brief {
    min-height: 27rem;
  }
  .headline {
    grid-column: 1 / -1;
    margin: 0;
    font: 600 var(--_text-xl) / 1.2 var(--_serif);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .quoted {
    max-width: 44rem;
    margin: var(--_space-2) 0 0;
    font-family: var(--_serif);
    line-height: 1.5;
  }
  .quoted .number,
  .rate .number {
    font-size: 0.92em;
  }
  h3 {
    margin: 0 0 var(--_space-3);
    font: 600 var(--_text-l) / 1.2 var(--_serif);
  }

  .sizes,
  .memories {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_text-s);
  }
  .sizes li {
    display: grid;
    grid-template-columns: 4rem minmax(0, 1fr) 5.5rem;
    align-items: center;
    gap: var(--_space-2);
  }
  .sizes .number {
    text-align: right;
  }
  .size {
    display: flex;
    height: 1.5rem;
    background: var(--_sunken);
  }
  .part {
    flex: 0 0 auto;
    min-width: 2px;
    transition: width var(--_move);
  }
  .original {
    background: var(--_edge);
  }
  .code {
    background: var(--_group-1);
  }
  .scale {
    background: var(--_group-4);
  }
  .key {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
  }
  .key.scale {
    margin-left: var(--_space-2);
  }

  .memories li {
    display: grid;
    grid-template-columns: 4rem minmax(0, 1fr);
    align-items: center;
    gap: 0 var(--_space-2);
  }
  .room {
    height: 1.25rem;
    border: 1px solid var(--_edge);
    border-radius: 2px;
    background: var(--_sunken);
  }
  .filled {
    display: block;
    height: 100%;
    background: var(--_group-1);
    transition: width var(--_move);
  }
  .too-large .room {
    border: 1px dashed var(--_loss);
    border-right-width: 0;
  }
  .too-large .filled {
    background: repeating-linear-gradient(-45deg, var(--_loss) 0 3px, transparent 3px 8px);
  }
  .answer,
  .others {
    grid-column: 2;
    line-height: 1.5;
  }
  .others {
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .too-large .answer :is(b, .sign) {
    color: var(--_loss);
  }

  .quoted + .scroll {
    margin-top: var(--_space-4);
  }
  table {
    width: 100%;
  }
  th:first-child {
    font-family: var(--_sans);
    text-align: left;
    white-space: normal;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
  }
  .total > * {
    font-weight: 650;
  }
  .rate {
    margin: var(--_space-3) 0 0;
    font-size: var(--_text-s);
  }
  @container (max-width: 24rem) {
    table {
      font-size: var(--_text-xs);
    }
  }
  @container (min-width: 56rem) {
    .result {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      min-height: 28rem;
    }
    .result.brief {
      min-height: 19rem;
    }
  }
`;

export const calculatorStyles = [
  tokens,
  base,
  controls,
  layoutStyles,
  settingsStyles,
  calculatorOwn,
];
