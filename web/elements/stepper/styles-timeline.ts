import { css } from 'lit';

export const timelineStyles = css`
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
