import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Draft } from '../state/drafts.ts';
import type { Goal } from './best.ts';

export interface GoalPanelView {
  readonly goal: Goal;
  readonly draft: (control: string) => Draft | undefined;
  readonly setKind: (kind: Goal['kind']) => void;
  readonly type: (control: 'sqnr' | 'budget', text: string) => void;
  readonly settle: (control: 'sqnr' | 'budget') => void;
}

/** What is wanted: so much accuracy, or so little space. */
export function goalPanel(view: GoalPanelView): TemplateResult {
  const { goal } = view;
  return html`<fieldset class="goal">
    <legend>Find the best setting</legend>
    ${choice(view, 'sqnr', 'sqnr', 'Smallest with an SQNR of at least', String(goal.sqnr), 'dB')}
    ${choice(view, 'size', 'budget', 'Most accurate within', String(goal.budget), 'bits per weight')}
  </fieldset>`;
}

function choice(
  { goal, draft, setKind, type, settle }: GoalPanelView,
  kind: Goal['kind'],
  control: 'sqnr' | 'budget',
  label: string,
  value: string,
  unit: string,
): TemplateResult {
  const { text, problem = null } = draft(control) ?? {};
  return html`<div class="choice">
    <label><input type="radio" name="goal" value=${kind} .checked=${live(goal.kind === kind)} @change=${() => setKind(kind)} />${label}</label>
    <span class="amount">
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label="${label}, ${unit}"
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby=${problem === null ? nothing : `problem-${control}`}
        .value=${live(text ?? value)}
        @input=${(event: InputEvent) => type(control, (event.target as HTMLInputElement).value)}
        @blur=${() => settle(control)}
      />
      ${unit}
    </span>
    ${problem === null ? nothing : html`<p class="problem" id="problem-${control}">${problem}</p>`}
  </div>`;
}
