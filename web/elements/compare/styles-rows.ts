import { css } from 'lit';

/** The rows where it is narrow: a weight, below it A, B and the difference. */
export const rowStyles = css`
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
