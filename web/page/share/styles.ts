import { css } from 'lit';

export const shareStyles = css`
  :host {
    margin-top: var(--_space-2);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1);
    margin-inline-start: calc(-1 * var(--_space-3));
  }
  .said {
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  #codes {
    display: grid;
    gap: var(--_space-3);
    padding-top: var(--_space-2);
  }
  #codes[hidden] {
    display: none;
  }
  h3 {
    margin: var(--_space-2) 0 0;
    font: 600 var(--_text-m) / 1.3 var(--_serif);
  }
  .code-head {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-2);
    margin-bottom: var(--_space-1);
  }
  label {
    color: var(--_ink-soft);
    font-size: var(--_text-s);
  }
  .by-hand {
    display: grid;
    gap: var(--_space-1);
  }
  textarea {
    display: block;
    width: 100%;
    max-height: 16rem;
    field-sizing: content;
    resize: vertical;
    background: var(--_sunken);
    border-color: var(--_rule);
    overflow-wrap: anywhere;
  }
`;
