import { css } from 'lit';

export const layoutStyles = css`
  .frame {
    padding: var(--_space-4);
    border: 1px solid var(--_rule);
    border-radius: calc(2 * var(--_radius));
    background: var(--_raised);
  }
  .example-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2) var(--_space-3);
  }
  .example {
    flex: 0 1 22rem;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4) var(--_space-8);
  }
  .stage {
    min-width: 0;
    min-height: 112px;
    align-self: center;
  }
  .count {
    margin: 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
  }
  h3 {
    margin: 0 0 var(--_space-2);
    font: 600 var(--_text-xl) / 1.15 var(--_serif);
    letter-spacing: -0.01em;
  }
  .prose {
    font-family: var(--_serif);
    line-height: 1.5;
  }
  .prose p {
    margin: 0 0 var(--_space-2);
  }
  .formula {
    display: grid;
    gap: var(--_space-2);
    margin-top: var(--_space-3);
    padding: var(--_space-3) var(--_space-3);
    border-left: 2px solid var(--_edge);
    background: var(--_sunken);
    overflow-x: auto;
  }
  .formula math {
    justify-self: start;
    font-size: clamp(0.85rem, 4.2cqi, 1rem);
  }
  /* Browsers set a fraction tight where there is no mathematical font. */
  .formula mfrac > :first-child {
    padding-bottom: 0.12em;
  }
  .formula mfrac > :last-child {
    padding-top: 0.12em;
  }
  .prose .glossary {
    margin-top: var(--_space-2);
    font-family: var(--_sans);
    line-height: 1.45;
  }
  .figures {
    display: grid;
    max-width: 26rem;
    gap: var(--_space-1);
    margin: var(--_space-3) 0 0;
    font: var(--_text-s) / 1.4 var(--_sans);
  }
  .figures div {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
    border-bottom: 1px dotted var(--_rule);
  }
  .figures dd {
    margin: 0;
  }

  @container (min-width: 44rem) {
    .frame {
      padding: var(--_space-6);
    }
  }
  @container (min-width: 56rem) {
    .body {
      grid-template-columns: minmax(18rem, 22rem) minmax(0, 1fr);
      min-height: 19rem;
    }
  }
`;
