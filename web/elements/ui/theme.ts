import { css } from 'lit';

/**
 * The design tokens. `--gw-*` may be set by a host to theme the elements; inside, styles read only the `--_*` names.
 *
 * Colours are few and each has one meaning (hues after Okabe and Ito, darkened or lightened to AA contrast):
 * - `ink`, `ink-soft`, `rule`, `paper`, `raised`: text, secondary text, lines, page, panels
 * - `group-1` … `group-4`: which group a weight belongs to; the cycle repeats, so groups always carry a number too
 * - `loss`: what quantization took away (errors, lost and clipped weights, and input that is refused)
 * - `focus`: the keyboard's place; also links
 *
 * One type scale (ratio 1.2 around 1rem) and one spacing scale (steps of 4 px).
 */
export const tokens = css`
  :root,
  :host {
    color-scheme: var(--gw-color-scheme, light dark);

    --_paper: var(--gw-paper, light-dark(#fbfaf6, #16181b));
    --_raised: var(--gw-raised, light-dark(#ffffff, #1e2125));
    --_sunken: var(--gw-sunken, light-dark(#f1efe8, #111316));
    --_ink: var(--gw-ink, light-dark(#1c2024, #eceae4));
    --_ink-soft: var(--gw-ink-soft, light-dark(#5a5f66, #a5a9ad));
    --_rule: var(--gw-rule, light-dark(#dcd8cc, #353a40));
    --_edge: var(--gw-edge, light-dark(#8a8a83, #757b82));
    --_loss: var(--gw-loss, light-dark(#b03a00, #ff9463));
    --_focus: var(--gw-focus, light-dark(#00629b, #74bdf0));
    --_group-1: var(--gw-group-1, light-dark(#0068a6, #6fb9ea));
    --_group-2: var(--gw-group-2, light-dark(#00735a, #45c79f));
    --_group-3: var(--gw-group-3, light-dark(#96457a, #e39cc8));
    --_group-4: var(--gw-group-4, light-dark(#7f5d00, #e2b541));

    --_serif: var(
      --gw-serif,
      'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', 'Book Antiqua', Georgia, serif
    );
    --_sans: var(--gw-sans, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_mono: var(
      --gw-mono,
      ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace
    );

    --_text-xs: 0.75rem;
    --_text-s: 0.8125rem;
    --_text-m: 1rem;
    --_text-l: 1.2rem;
    --_text-xl: 1.728rem;
    --_text-xxl: 2.488rem;

    --_space-1: 0.25rem;
    --_space-2: 0.5rem;
    --_space-3: 0.75rem;
    --_space-4: 1rem;
    --_space-6: 1.5rem;
    --_space-8: 2rem;
    --_space-12: 3rem;

    --_radius: 4px;
    --_move: 620ms cubic-bezier(0.4, 0, 0.1, 1);
  }

  @media (prefers-reduced-motion: reduce) {
    :root,
    :host {
      --_move: 0s;
    }
  }
`;

/** What every element starts from: box, type, focus ring, numbers, and text for screen readers only. */
export const base = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font: var(--_text-m) / 1.5 var(--_sans);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .number {
    font-family: var(--_mono);
    font-variant-numeric: tabular-nums lining-nums;
  }
  .loss {
    color: var(--_loss);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
