import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type AttributeProblem, encodeSettings, type SettingTexts } from '../options/codec.ts';
import { sharedQuantizer } from '../state/shared-quantizer.ts';
import { float32Text } from '../text/float32.ts';
import { fire } from '../ui/emit.ts';
import { Width } from '../ui/width.ts';
import { editWeight, type Proposal } from '../walk/edits.ts';
import { Highlight } from '../walk/highlight.ts';
import { arrowStep } from './arrow-step.ts';
import { Drag } from './drag.ts';
import type { StepperChange, StepperStep, StepperTexts } from './events.ts';
import { exampleBar } from './example-bar.ts';
import { notices } from './notices.ts';
import { Player } from './player.ts';
import { Session } from './session.ts';
import { SettingsElement } from './settings-element.ts';
import { sharedLimit } from './stage.ts';
import { StepPlace } from './step-place.ts';
import { stepView } from './step-view.ts';
import { stepperStyles } from './stepper.styles.ts';
import { STEPS } from './steps/index.ts';
import { timeline } from './timeline.ts';
import { walkLayout } from './walk-layout.ts';

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
export class GroupwiseStepper extends SettingsElement {
  static override properties: PropertyDeclarations = { step: { reflect: true } };
  static override styles = stepperStyles;

  declare step: string | null;

  readonly #session = new Session();
  readonly #width = new Width(this, '.stage');
  readonly #highlight = new Highlight(this);
  readonly #player = new Player(this, () => this.#go(this.#place.at + 1));
  readonly #drag = new Drag(this, {
    enabled: () => this.#place.step?.line?.axis === 'shared',
    limit: () => (this.#session.walk ? sharedLimit(this.#session.walk) : 1),
    move: (index, value) => {
      const edit = editWeight(this.#session.settings.weights, index, float32Text(value));
      this.#propose(edit);
      this.#settle(edit.control);
    },
  });
  readonly #place = new StepPlace();
  #failure: string | null = null;
  #announcement = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#keydown);
    sharedQuantizer().then(
      (quantizer) => {
        if (!this.#session.walk) this.#session.start(quantizer);
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#failure = error instanceof Error ? error.message : String(error);
        this.requestUpdate();
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#keydown);
  }

  /** The state as attribute texts, exact. */
  get texts(): StepperTexts {
    return { ...encodeSettings(this.#session.settings), step: this.#place.name };
  }

  /**
   * Takes a state as attribute texts (those missing: the example's) without making it the example that “reset” brings back;
   * a page uses it for the state in its URL. Fires nothing. What could not be used is returned.
   */
  async restore(texts: Partial<StepperTexts>): Promise<readonly AttributeProblem[]> {
    await this.updateComplete;
    const before = this.texts;
    const problems = [...this.#session.restore(texts), ...this.#place.restore(texts.step ?? null)];
    this.writeTexts(before, this.texts);
    if (this.#place.name !== before.step) this.step = this.#place.name;
    this.requestUpdate();
    return problems;
  }

  protected override willUpdate(): void {
    const texts = this.takeTexts();
    if (texts) this.#session.load(texts);
    this.#place.load(this.step ?? null);
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    const choose = (texts: Partial<SettingTexts>): void =>
      this.#change(() => session.choose(texts));
    const reset = (): void => this.#change(() => session.reset());
    const { walk } = session;
    return html`<div class="frame" part="frame">
      ${exampleBar({ session, choose, reset })}
      ${timeline({ step: this.#place.at, playing: this.#player.playing, go: this.#goByHand, togglePlay: this.#togglePlay })}
      ${notices(session, this.#place.problem, this.#failure)}
      ${walkLayout({
        step: this.#place.at,
        view: walk ? stepView(walk, this.#highlight, this.#width.px) : null,
        limit: this.#drag.limit,
        dragged: this.#drag.index,
        failed: this.#failure !== null,
        settings: session.settings,
        draft: (control) => session.drafts.get(control),
        propose: (proposal) => this.#propose(proposal),
        settle: (control) => this.#settle(control),
      })}
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    </div>`;
  }

  #propose(proposal: Proposal): void {
    this.#change(() => this.#session.propose(proposal));
  }

  #settle(control: string): void {
    this.#session.drafts.settle(control);
    this.requestUpdate();
  }

  /** Runs a change; if it was taken, the attributes follow and the page is told. */
  #change(run: () => boolean): void {
    const before = encodeSettings(this.#session.settings);
    const taken = run();
    this.requestUpdate();
    if (!taken) return;
    const after = encodeSettings(this.#session.settings);
    if (!this.writeTexts(before, after)) return;
    this.#announce();
    fire<StepperChange>(this, 'groupwise-change', { attributes: after });
  }

  /** Goes to a step; false where there is none after it. */
  #go(index: number): boolean {
    if (!this.#place.go(index)) return false;
    const step = this.#place.name;
    this.step = step;
    this.#announce();
    fire<StepperStep>(this, 'groupwise-step', { step, index });
    return !this.#place.isLast;
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
    if (this.#place.isLast) this.#go(0);
    this.#player.play();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const by = arrowStep(event);
    if (by === 0) return;
    event.preventDefault();
    this.#goByHand(this.#place.at + by);
  };

  #announce(): void {
    const { at, step } = this.#place;
    const { walk } = this.#session;
    if (!step || !walk) return;
    this.#announcement = `Step ${at + 1} of ${STEPS.length}, ${step.title}. ${step.summary(walk)}`;
  }
}
