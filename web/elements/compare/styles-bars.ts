import { css } from 'lit';

/** The bars: how much of a weight comes back, and what became of it. */
export const barStyles = css`
  .bar {
    position: relative;
    display: block;
    height: 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: 2px;
  }
  .bar::after {
    content: '';
    position: absolute;
    inset: -4px auto -4px 80%;
    border-left: 2px solid var(--_ink);
  }
  .bar.zero::after {
    inset-inline-start: 0;
  }
  .fill {
    position: absolute;
    inset: 1px auto 1px 0;
    background: var(--_hue);
    transition: width var(--_move);
  }
  .bar.lost,
  .bar.clipped {
    border: 1px dashed var(--_loss);
  }
  .mark {
    position: absolute;
    top: 50%;
    left: var(--_space-2);
    padding: 0 var(--_space-2);
    border-radius: 1em;
    background: var(--_loss);
    color: var(--_raised);
    font-size: var(--_text-xs);
    font-weight: 600;
    line-height: 1.5;
    transform: translateY(-50%);
  }
  .clipped .mark {
    right: 0;
    left: auto;
  }
`;
