import { css } from 'lit';
import { settingsStyles } from '../options/settings.styles.ts';
import { controls } from '../ui/controls.styles.ts';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const speedOwn = css`
  .settings {
    align-items: end;
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .settings button {
    justify-self: start;
    min-width: 8rem;
  }
  .progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 9rem;
    align-items: center;
    gap: var(--_space-3);
    min-height: 1.5rem;
    margin-top: var(--_space-3);
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  .track {
    height: 0.375rem;
    background: var(--_sunken);
  }
  .done {
    display: block;
    height: 100%;
    background: var(--_ink-soft);
  }
  .bars {
    display: grid;
    gap: var(--_space-4);
    margin: var(--_space-3) 0 0;
    padding: 0;
    list-style: none;
    font-size: var(--_text-s);
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-1) var(--_space-3);
  }
  .name {
    font-weight: 600;
  }
  .room {
    height: 1.25rem;
    background: var(--_sunken);
  }
  .fill {
    display: block;
    min-width: 2px;
    height: 100%;
    background: var(--_group-1);
  }
  .plain .fill,
  .scalar .fill {
    background: var(--_edge);
  }
  .copy .fill {
    border: 1px dashed var(--_edge);
    background: transparent;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 0 var(--_space-3);
    margin: 0;
    max-width: none;
  }
  .against {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    flex-basis: 100%;
    font-size: var(--_text-xs);
    line-height: 1.6;
  }
  /* Kept for what is compared, and for how many threads there are, so that nothing jumps while it is measured. */
  li:not(.copy) .figures {
    min-height: 2.6rem;
  }
  .threads {
    align-content: start;
    min-height: 6.75rem;
  }
  .why,
  .note,
  .method {
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .method {
    max-width: 48rem;
    margin-top: var(--_space-6);
  }
  .method p {
    margin: 0 0 var(--_space-2);
  }
  @container (min-width: 44rem) {
    .bars {
      gap: var(--_space-3);
    }
    .bars li {
      grid-template-columns: 11rem minmax(0, 1fr);
      align-items: center;
    }
    .figures,
    .note {
      grid-column: 2;
    }
    .against {
      flex-basis: auto;
      font-size: inherit;
      line-height: inherit;
    }
    li:not(.copy) .figures {
      min-height: 0;
    }
    .threads {
      min-height: 4.25rem;
    }
  }
`;

export const speedStyles = [tokens, base, controls, layoutStyles, settingsStyles, speedOwn];
