import { html, mathml, type TemplateResult } from 'lit';
import { float32Text } from '../text/float32.ts';
import { formatFloat32, mathMinus } from '../text/format.ts';

type Part = TemplateResult | TemplateResult[];

/** A formula, line by line: a wide one goes on in a line that starts with its relation sign. */
export function formula(...lines: Part[]): TemplateResult {
  return html`<div class="formula" part="formula">
    ${lines.map((line) => html`<math displaystyle="true">${line}</math>`)}
  </div>`;
}

/** A weight, as it was given. */
export function given(weight: number): TemplateResult {
  return mathml`<mn>${mathMinus(float32Text(weight))}</mn>`;
}

/** A computed number. */
export function num(value: number): TemplateResult {
  return mathml`<mn>${mathMinus(formatFloat32(value))}</mn>`;
}

/** A negative number in brackets where a sign before it would be misread. */
export function operand(value: number, number: TemplateResult): TemplateResult {
  return value < 0 || Object.is(value, -0)
    ? mathml`<mrow><mo stretchy="false">(</mo>${number}<mo stretchy="false">)</mo></mrow>`
    : number;
}

/** An upright name: absmax, round, clamp. */
export function word(name: string): TemplateResult {
  return mathml`<mi mathvariant="normal">${name}</mi>`;
}

/** A name with its index. */
export function sub(name: string, index: number): TemplateResult {
  return mathml`<msub>${deep(mathml`<mi>${name}</mi>`)}<mn>${index}</mn></msub>`;
}

/** As deep as a q: without a mathematical font, browsers lower an index only as far as what it belongs to reaches down. */
function deep(name: TemplateResult): TemplateResult {
  return mathml`<mrow>${name}<mspace depth="0.22em"></mspace></mrow>`;
}

/** A recovered weight: ŵ with its index. */
export function hat(name: string, index: number): TemplateResult {
  return mathml`<msub>${deep(mathml`<mover accent="true"><mi>${name}</mi><mo stretchy="false">^</mo></mover>`)}<mn>${index}</mn></msub>`;
}

export function op(sign: string): TemplateResult {
  return mathml`<mo>${sign}</mo>`;
}

export function frac(over: Part, under: Part): TemplateResult {
  return mathml`<mfrac><mrow>${over}</mrow><mrow>${under}</mrow></mfrac>`;
}

/** `name(a, b, …)` */
export function call(name: string, ...args: Part[]): TemplateResult {
  const list = args.map((arg, index) =>
    index === 0 ? arg : [mathml`<mo separator="true">,</mo>`, arg],
  );
  return mathml`<mrow><mi mathvariant="normal">${name}</mi><mo stretchy="false">(</mo>${list}<mo stretchy="false">)</mo></mrow>`;
}

export function abs(part: Part): TemplateResult {
  return mathml`<mrow><mo stretchy="false">|</mo>${part}<mo stretchy="false">|</mo></mrow>`;
}

export function ceil(part: Part): TemplateResult {
  return mathml`<mrow><mo stretchy="false">⌈</mo>${part}<mo stretchy="false">⌉</mo></mrow>`;
}

export function equals(): TemplateResult {
  return op('=');
}
