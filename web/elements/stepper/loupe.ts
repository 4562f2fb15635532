import { html, svg, type TemplateResult } from 'lit';
import { properties } from '../ui/properties.ts';
import type { WalkedWeight } from '../walk/walk.ts';

export type LoupeStage = 'quotient' | 'code' | 'recovered' | 'error';

const WIDTH = 112;
const HEIGHT = 46;
const STEP = 40;
const BASE = 30;

/**
 * A look at the integer grid right where one weight falls: its code in the middle, the codes beside it, the quotient as a dot
 * that drops onto the code. What is further away than the picture shows stands at its edge.
 */
export function loupe(
  weight: WalkedWeight,
  stage: LoupeStage,
  largestCode: number,
): TemplateResult {
  const { code, quotient } = weight;
  const middle = WIDTH / 2;
  const away = Math.max(-middle + 6, Math.min(middle - 6, (quotient - code) * STEP));
  const from = middle + (Number.isFinite(away) ? away : Math.sign(quotient) * (middle - 6));
  const hovering = stage === 'quotient';
  const neighbours = [code - 1, code, code + 1].filter((each) => Math.abs(each) <= largestCode);
  return html`<svg class="loupe" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="axis" d="M0 ${BASE}H${WIDTH}"></path>
    ${neighbours.map((each) => {
      const x = middle + (each - code) * STEP;
      return svg`<path class="tick" d="M${x} ${BASE - 5}V${BASE + 5}"></path>
        <text class=${each === code && !hovering ? 'label code' : 'label'} x=${x} y=${BASE + 15}>${each}</text>`;
    })}
    <path
      class="gap"
      d="M0 -2H1V2H0Z"
      ${properties({
        transform: `translate(${Math.min(from, middle)}px, ${BASE}px) scaleX(${Math.abs(from - middle)})`,
        opacity: stage === 'error' ? '1' : '0',
      })}
    ></path>
    <circle
      class="ghost"
      r="5"
      ${properties({ transform: `translate(${from}px, ${BASE}px)`, opacity: hovering ? '0' : '1' })}
    ></circle>
    <circle
      class="drop"
      r="5"
      ${properties({ transform: hovering ? `translate(${from}px, 9px)` : `translate(${middle}px, ${BASE}px)` })}
    ></circle>
    <path class="plumb" d="M${from} 14V${BASE}" ${properties({ opacity: hovering ? '1' : '0' })}></path>
  </svg>`;
}
