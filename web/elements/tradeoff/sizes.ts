import { html, type TemplateResult } from 'lit';
import { formatCount } from '../text/format.ts';
import type { Point, Survey } from './survey.ts';

/** From small groups to large ones: blue, green, ochre. */
export function sizeColor(index: number, count: number): string {
  const place = count > 1 ? (2 * index) / (count - 1) : 0;
  const [from, to] = place < 1 ? ['--_group-1', '--_group-2'] : ['--_group-2', '--_group-4'];
  const share = Math.round(100 * (place < 1 ? place : place - 1));
  return `color-mix(in oklab, var(${to}) ${share}%, var(${from}))`;
}

export function sizeName(size: Point['groupSize']): string {
  return size === 'row' ? 'row' : size === 'tensor' ? 'all' : formatCount(size);
}

/** What the colours mean. */
export function sizesLegend(survey: Survey): TemplateResult {
  return html`<ul class="sizes" aria-label="Group sizes, by colour">
    <li>group size</li>
    ${survey.sizes.map(
      (size, index) => html`<li>
        <svg width="14" height="10" aria-hidden="true"><circle cx="6" cy="5" r="4.5" fill=${sizeColor(index, survey.sizes.length)}></circle></svg
        >${sizeName(size)}
      </li>`,
    )}
  </ul>`;
}
