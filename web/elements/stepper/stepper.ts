import type { Quantizer } from 'groupwise';
import { html, type TemplateResult } from 'lit';
import { QuantizerElement } from '../state/quantizer-element.ts';
import type { Problem } from '../state/schema.ts';
import type { StateChange } from '../state/state-element.ts';
import { float32Text } from '../text/float32.ts';
import { emit } from '../ui/emit.ts';
import { Width } from '../ui/width.ts';
import { editWeight } from '../walk/edits.ts';
import { Highlight } from '../walk/highlight.ts';
import { outdateWeights } from '../walk/settings.ts';
import { type Walk, walk } from '../walk/walk.ts';
import { Drag } from './drag.ts';
import { exampleBar } from './example-bar.ts';
import { Player } from './player.ts';
import { sharedLimit } from './stage.ts';
import { type StepperAttribute, type StepperState, stepperSchema } from './state.ts';
import { stepperStyles } from './stepper.styles.ts';
import { STEPS } from './steps/index.ts';
import type { Step, StepView } from './steps/step.ts';
import { timeline } from './timeline.ts';
import { walkLayout } from './walk-layout.ts';
/** Detail of `groupwise-step`. */
export interface StepperStep {
  readonly step: string;
  /** The step's place, from 0. */
  readonly index: number;
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-change': CustomEvent<StateChange>;
    'groupwise-step': CustomEvent<StepperStep>;
  }
}

/**
 * Walks through one quantization, step by step, with the numbers that the quantizer computed:
 * weights, groups, absmax, scale, divide, round and clamp, recover, error, bytes.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back, float32 values bit-equal):
 * @attr weights - numbers separated by spaces, commas, semicolons or new lines; up to 256 are walked. Without the attribute,
 *   the text between the tags
 * @attr group-size - a whole number, `row` or `tensor` (default 32)
 * @attr bits - 2 to 8 (default 8)
 * @attr rounding - `half-away` (default), `half-even` or `truncate`
 * @attr scale-format - `float32` (default), `float16` or `digits:1` … `digits:9`
 * @attr custom-scale - a scale picked by hand, instead of absmax / qmax
 * @attr row-length - weights in one row (default: one row)
 * @attr step - `weights`, `groups`, `absmax`, `scale`, `divide`, `round`, `recover`, `error`, `bytes`, or 1 to 9
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the settings were changed here; `detail.attributes` holds them as attribute texts
 * @fires {CustomEvent<{ readonly step: string; readonly index: number }>} groupwise-step - the step was changed here; `detail.step` its name, `detail.index` its place from 0
 *
 * @csspart frame, timeline, button, prose, formula, number-line, error-bars, bytes, group, weight, settings, table
 * @cssprop --gw-paper, --gw-ink, --gw-loss, --gw-group-1 … - the tokens of `theme.ts`
 */
export class GroupwiseStepper extends QuantizerElement<StepperAttribute, StepperState, Walk> {
  static override properties = stepperSchema.properties;
  static override styles = stepperStyles;

  declare weights: string | null;
  declare groupSize: string | null;
  declare bits: string | null;
  declare rounding: string | null;
  declare scaleFormat: string | null;
  declare customScale: string | null;
  declare rowLength: string | null;
  declare step: string | null;

  readonly #width = new Width(this, '.stage');
  readonly #highlight = new Highlight(this);
  readonly #player = new Player(this, () => this.#go(this.state.step + 1));
  readonly #drag = new Drag(this, {
    enabled: () => this.#step?.line?.axis === 'shared',
    limit: () => (this.result ? sharedLimit(this.result) : 1),
    move: (index, value) => {
      const edit = editWeight(this.state.weights, index, float32Text(value));
      this.propose(edit);
      this.settle(edit.control);
    },
  });
  #announcement = '';

  constructor() {
    super(stepperSchema);
    this.addEventListener('keydown', this.#keydown);
  }

  protected override compute(quantizer: Quantizer, state: StepperState): Walk {
    return walk(quantizer, state);
  }

  protected override outdate(control: string, before: StepperState, after: StepperState): void {
    outdateWeights(this.drafts, control, before, after);
  }

  protected override commit(): boolean {
    const told = super.commit();
    if (told) this.#announce();
    return told;
  }

  /** The step stays as it was, and of too many weights the first are walked: neither is a default. */
  protected override noticeOf(problem: Problem): string {
    if (problem.attribute === 'step') return `step ${problem.message}`;
    return problem.isNote ? problem.message : super.noticeOf(problem);
  }

  protected override render(): TemplateResult {
    const { state, result } = this;
    const refusedButton = this.draft('weights')?.problem;
    return html`<div class="frame" part="frame">
      ${exampleBar({
        state,
        choose: (example) => this.begin(example),
        reset: this.isInitial ? null : this.reset,
      })}
      ${timeline({ step: state.step, playing: this.#player.playing, go: this.#goByHand, togglePlay: this.#togglePlay })}
      ${this.notices(refusedButton ? [refusedButton] : [])}
      ${walkLayout({
        ...this.editing,
        step: state.step,
        view: result ? stepView(result, this.#highlight, this.#width.px) : null,
        limit: this.#drag.limit,
        dragged: this.#drag.index,
        failed: this.failure !== null,
        settings: state,
      })}
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    </div>`;
  }

  get #step(): Step | undefined {
    return STEPS[this.state.step];
  }

  get #isLast(): boolean {
    return this.state.step === STEPS.length - 1;
  }

  /** Goes to a step; false where there is none after it. */
  #go(index: number): boolean {
    const step = STEPS[index]?.name;
    if (step === undefined || index === this.state.step) return false;
    this.adjust({ step: index });
    this.commit();
    this.#announce();
    emit<StepperStep>(this, 'groupwise-step', { step, index });
    return !this.#isLast;
  }

  readonly #goByHand = (index: number): void => {
    this.#player.pause();
    this.#go(index);
  };

  readonly #togglePlay = (): void => {
    if (this.#player.playing) {
      this.#player.pause();
      return;
    }
    if (this.#isLast) this.#go(0);
    this.#player.play();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const by = arrowStep(event);
    if (by === 0) return;
    event.preventDefault();
    this.#goByHand(this.state.step + by);
  };

  #announce(): void {
    if (!this.#step || !this.result) return;
    const step = this.#step;
    this.#announcement = `Step ${this.state.step + 1} of ${STEPS.length}, ${step.title}. ${step.summary(this.result)}`;
  }
}

/** What the steps see: the walk, and the weight last pointed at; at first one whose numbers tell more than absmax does. */
function stepView(walk: Walk, { lit, lastWeight }: Highlight, width: number): StepView {
  const telling = walk.weights.findIndex((weight) => !weight.isAbsmax && weight.weight !== 0);
  const last = walk.weights[lastWeight ?? Math.max(0, telling)] ?? walk.weights.at(-1);
  const group = walk.groups[lit.group ?? last?.group ?? 0];
  const weight = last?.group === group?.index ? last : group?.weights[0];
  return {
    walk,
    weight: weight ?? null,
    group: group ?? null,
    lit,
    largestCode: walk.groups[0]?.trace.qmax ?? 0,
    width,
  };
}

/** 1 or -1 for the right and left arrow keys where no field needs them itself, else 0. */
function arrowStep(event: KeyboardEvent): number {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return 0;
  const [origin] = event.composedPath();
  const taken = origin instanceof Element && origin.matches('input, select, textarea, .scroll');
  return taken ? 0 : by;
}
