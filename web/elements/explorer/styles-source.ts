import { css } from 'lit';

/** Where weights come from: generated, or from a file. */
export const sourceStyles = css`
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
