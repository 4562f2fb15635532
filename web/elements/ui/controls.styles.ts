import { css } from 'lit';

/** Buttons, fields, selects and the segmented control, the same in every element. At least 36 px high. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    min-height: 2.25rem;
    padding: 0 var(--_space-3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_text-s);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    border-color: var(--_ink);
  }
  button:disabled {
    color: var(--_ink-soft);
    border-color: var(--_rule);
    cursor: default;
  }
  button.primary {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
  }
  button.primary:disabled {
    border-color: var(--_rule);
    background: var(--_sunken);
    color: var(--_ink-soft);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
  }
  input[type='text'],
  input[type='number'],
  select,
  textarea {
    min-height: 2.25rem;
    padding: 0 var(--_space-2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_text-s);
  }
  input[type='text'],
  input[type='number'],
  textarea {
    font-family: var(--_mono);
    font-variant-numeric: tabular-nums lining-nums;
  }
  textarea {
    padding: var(--_space-2);
    line-height: 1.5;
  }
  ::placeholder {
    color: var(--_ink-soft);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--_loss);
    outline: 1px solid var(--_loss);
    outline-offset: 0;
  }
  .problem {
    margin: var(--_space-1) 0 0;
    color: var(--_loss);
    font-size: var(--_text-s);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .notices {
    margin: 0 0 var(--_space-4);
    padding: var(--_space-2) var(--_space-3);
    border-inline-start: 2px solid var(--_loss);
    background: var(--_sunken);
    color: var(--_loss);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .notices ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .notices .problem {
    margin: 0;
    font-size: inherit;
    line-height: inherit;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .field > label,
  .field > .label {
    padding: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .segmented {
    display: inline-flex;
    align-self: start;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .segmented label {
    position: relative;
    display: grid;
    place-items: center;
    min-width: 1.85rem;
    min-height: calc(2.25rem - 2px);
    padding: 0 var(--_space-2);
    font-size: var(--_text-s);
    cursor: pointer;
  }
  .segmented label + label {
    border-left: 1px solid var(--_rule);
  }
  .segmented input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segmented label:has(input:checked) {
    background: var(--_ink);
    color: var(--_paper);
  }
  .segmented label:has(input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    z-index: 1;
  }
`;
