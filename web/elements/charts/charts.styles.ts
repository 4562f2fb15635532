import { css } from 'lit';

export const chartStyles = css`
  .plot svg {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    color: var(--_ink-soft);
    font-family: var(--_sans);
    font-size: 11px;
  }
  .plot svg text {
    white-space: pre;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .chart figcaption,
  .caption {
    margin: var(--_space-1) 0 0;
    color: var(--_ink-soft);
    font-size: var(--_text-xs);
    line-height: 1.45;
  }
  figure.chart {
    min-width: 0;
    margin: 0;
  }
  .bins {
    max-height: 16rem;
    overflow: auto;
  }
  .chart h4 {
    margin: 0 0 var(--_space-1);
    font: 600 var(--_text-s) / 1.3 var(--_sans);
  }
`;
