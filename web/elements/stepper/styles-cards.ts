import { css } from 'lit';

export const cardStyles = css`
  .groups {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space-4);
    min-height: 7rem;
    margin-top: var(--_space-4);
  }
  .group {
    container: group / inline-size;
    flex: 1 1 min(100%, 27rem);
    min-width: 0;
    padding: 0 var(--_space-2);
    border: solid transparent;
    border-width: 0 2px;
  }
  .group.size-1 {
    flex: 0 1 9.5rem;
  }
  .group.size-2 {
    flex: 0 1 17rem;
  }
  .group.size-3 {
    flex: 0 1 25rem;
  }
  .group.size-4 {
    max-width: 51rem;
  }
  .group.size-5,
  .group.size-6,
  .group.size-7,
  .group.size-8 {
    flex-basis: 100%;
  }
  .group header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: baseline;
    min-height: 2rem;
    padding-bottom: var(--_space-1);
    font-size: var(--_text-s);
    visibility: hidden;
  }
  .bracketed .group {
    border-color: var(--_hue);
    border-radius: calc(2 * var(--_radius));
  }
  .bracketed .group header {
    visibility: visible;
  }
  .chip {
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_hue);
    font-weight: 650;
  }
  .fact {
    color: var(--_ink-soft);
  }
  .fact .number {
    color: var(--_ink);
  }
  .group.lit .fact .number {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .note {
    padding: 0 var(--_space-2);
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: var(--_text-xs);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.25rem, 1fr));
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .size-3 .cards,
  .size-4 .cards {
    grid-template-columns: repeat(2, minmax(0, 12rem));
  }
  @container group (min-width: 23rem) {
    .size-3 .cards {
      grid-template-columns: repeat(3, minmax(0, 12rem));
    }
  }
  @container group (min-width: 31rem) {
    .size-4 .cards {
      grid-template-columns: repeat(4, minmax(0, 12rem));
    }
  }
  .card {
    position: relative;
    min-width: 0;
    padding: var(--_space-1) 6px 6px;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_text-xs);
  }
  .card.lit {
    border-color: var(--_ink);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }
  .card-head {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  .ordinal {
    color: var(--_ink-soft);
    font-family: var(--_serif);
    font-style: italic;
    font-size: var(--_text-s);
  }
  .ordinal sub {
    font-style: normal;
  }
  .card .remove {
    min-width: 1.5rem;
    min-height: 1.5rem;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_ink-soft);
  }
  .card input {
    width: 100%;
    min-height: 2rem;
    padding-inline: var(--_space-1);
    text-align: right;
  }
  .card .loupe {
    width: 100%;
    max-width: 8rem;
    margin: var(--_space-1) auto 0;
  }
  .loupe .tick {
    stroke: var(--_edge);
  }
  .loupe .label.code {
    fill: var(--_ink);
    font-weight: 700;
  }
  .loupe .drop {
    fill: var(--_hue);
  }
  .loupe .plumb {
    stroke: var(--_hue);
    stroke-dasharray: 2 2;
  }
  .loupe .gap {
    fill: var(--_loss);
  }
  .card dl {
    margin: var(--_space-1) 0 0;
  }
  .card dl div {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-1);
  }
  .card dt {
    color: var(--_ink-soft);
    font-family: var(--_serif);
    font-style: italic;
  }
  .card dd {
    margin: 0;
    font-size: 0.6875rem;
    white-space: nowrap;
  }
  .mark {
    display: inline-block;
    margin-top: var(--_space-1);
    padding: 0 var(--_space-2);
    border-radius: 1em;
    background: var(--_loss);
    color: var(--_raised);
    font-weight: 600;
  }
`;
