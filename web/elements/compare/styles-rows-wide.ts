import { css } from 'lit';

/** From 44 rem the rows have columns; from 64 rem each side stands on one line. */
export const wideRowStyles = css`
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
