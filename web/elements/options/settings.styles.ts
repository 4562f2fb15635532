import { css } from 'lit';

export const settingsStyles = css`
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr));
    gap: var(--_space-3) var(--_space-4);
    margin-top: var(--_space-6);
    padding-top: var(--_space-4);
    border-top: 1px solid var(--_rule);
  }
  .settings > .field > input,
  .settings > .field > select {
    width: 100%;
  }
  .pair {
    display: flex;
    gap: var(--_space-2);
  }
  .pair > * {
    min-width: 0;
    flex: 1 1 auto;
  }
  .pair > input {
    flex: 0 1 5rem;
    width: 5rem;
  }

  .weights-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space-2) var(--_space-4);
    margin-top: var(--_space-3);
  }
  .list {
    flex: 1 1 16rem;
    font-size: var(--_text-s);
  }
  .table {
    margin-top: var(--_space-4);
    font-size: var(--_text-s);
  }
  summary {
    width: fit-content;
    padding: var(--_space-2) 0;
    cursor: pointer;
  }
  textarea {
    width: 100%;
    resize: vertical;
  }
  .hint {
    margin: var(--_space-1) 0 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--_text-s);
  }
  th,
  td {
    padding: var(--_space-1) var(--_space-3) var(--_space-1) 0;
    border-bottom: 1px solid var(--_rule);
    text-align: right;
    white-space: nowrap;
  }
  thead th {
    color: var(--_ink-soft);
    font-weight: 400;
  }
  td,
  tbody th {
    font-family: var(--_mono);
    font-variant-numeric: tabular-nums lining-nums;
    font-weight: 400;
  }
  tr.lit {
    background: var(--_sunken);
  }

`;
