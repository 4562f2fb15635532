import { html, nothing, type TemplateResult } from 'lit';
import { settingsPanel } from '../options/settings-panel.ts';
import type { Editing } from '../state/drafts.ts';
import { addWeight } from '../walk/edits.ts';
import { listEditor } from '../walk/list-editor.ts';
import type { Settings } from '../walk/settings.ts';
import { cards } from './cards.ts';
import { numberLine } from './number-line.ts';
import { layOut } from './stage.ts';
import { stepTable } from './step-table.ts';
import { revealedAt, STEPS } from './steps/index.ts';
import type { FocusedView, Step, StepView } from './steps/step.ts';

export interface LayoutView extends Editing<Settings> {
  readonly settings: Settings;
  readonly step: number;
  /** Null until the quantizer has answered. */
  readonly view: StepView | null;
  /** The end of the shared axis. */
  readonly limit: number;
  readonly dragged: number | null;
  readonly failed: boolean;
}

/** One step: what it says, its picture, the weights as cards, the settings, the table. */
export function walkLayout(layout: LayoutView): TemplateResult {
  const { step: at, view } = layout;
  const step = STEPS[at];
  const focused = view && isFocused(view) ? view : null;
  const revealed = revealedAt(at);
  return html`<div class="body">
      <div class="words">
        <p class="count">Step ${at + 1} of ${STEPS.length}</p>
        <h3>${step?.title}</h3>
        ${step && focused ? html`<div class="prose" part="prose">${step.prose(focused)}</div>${step.formula(focused)}` : nothing}
        ${view && !focused ? html`<p class="prose">There are no weights. Add one below.</p>` : nothing}
        ${view || layout.failed ? nothing : html`<p class="prose">Loading the quantizer …</p>`}
      </div>
      <div class="stage">${step && focused && view && view.width > 0 ? picture(step, focused, layout) : nothing}</div>
    </div>
    ${view ? cards({ ...layout, ...view, revealed }) : html`<div class="groups"></div>`}
    <div class="weights-bar">
      <button
        part="button"
        ?disabled=${!view}
        @click=${() => layout.propose(addWeight(layout.settings.weights))}
      >
        Add a weight
      </button>
      ${listEditor(layout.settings.weights, layout)}
    </div>
    ${settingsPanel(layout)}
    ${view ? stepTable(view, revealed, at) : nothing}`;
}

function picture(step: Step, view: FocusedView, { limit, dragged }: LayoutView): TemplateResult {
  const { walk, width, largestCode, lit } = view;
  const line = step.line
    ? numberLine({
        stage: layOut(walk, step.line, width, largestCode, limit),
        line: step.line,
        largestCode,
        lit,
        label: step.summary(walk),
        dragged,
        draggable: step.line.axis === 'shared',
      })
    : nothing;
  return html`${line}${step.picture?.(view) ?? nothing}`;
}

function isFocused(view: StepView): view is FocusedView {
  return view.weight !== null && view.group !== null;
}
