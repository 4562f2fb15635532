import type { TemplateResult } from 'lit';
import { PlotLoader } from '../charts/plot.ts';
import { type Outcome, StateElement } from '../state/state-element.ts';
import type { MeasurableTensor } from '../tensors/measurable.ts';
import { WhenReached } from '../tensors/when-reached.ts';
import { mapParsed } from '../text/parsed.ts';
import { emit } from '../ui/emit.ts';
import { Width } from '../ui/width.ts';
import { bestPoint, type Goal } from './best.ts';
import type { ChartView } from './chart.ts';
import { tradeoffLayout } from './layout.ts';
import { Measuring, TensorNews, tensorSourceById } from './measuring.ts';
import {
  budgetText,
  sqnrText,
  type TradeoffAttribute,
  type TradeoffState,
  tradeoffSchema,
} from './state.ts';
import { type Point, pointKey, type Survey } from './survey.ts';
import { tradeoffStyles } from './tradeoff.styles.ts';
/** Detail of `groupwise-apply`: a setting was chosen. */
export interface TradeoffApply {
  /** As an explorer's or stepper's attributes. */
  readonly attributes: { readonly 'group-size': string; readonly bits: string };
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-apply': CustomEvent<TradeoffApply>;
  }
}

/**
 * What every setting costs and keeps: bits per weight against signal to noise, for 2 to 8 bits and groups from 16 weights to
 * all, measured in the worker; and the best of them for a goal.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back):
 * @attr for - id of a `groupwise-explorer`, whose tensor is measured and to which a chosen setting is applied
 * @attr source, size, seed - without `for`: a generated tensor of its own, as for `groupwise-explorer`
 * @attr group-size, bits, rounding, scale-format - without `for`: the current setting
 * @attr goal - `sqnr` (default): the smallest that is accurate enough; `size`: the most accurate that is small enough
 * @attr sqnr - the wanted signal to noise, in dB (default 30)
 * @attr budget - the most bits per weight, scales included (default 4.5)
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-apply - a setting was chosen; `detail.attributes` are an explorer's or stepper's attributes
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the state was changed here; `detail.attributes` holds it as attribute texts
 *
 * @csspart frame, verdict, button, chart
 * @cssprop the tokens of `theme.ts`: --gw-paper, --gw-ink, --gw-focus, --gw-group-1, --gw-group-4, …
 */
export class GroupwiseTradeoff extends StateElement<TradeoffAttribute, TradeoffState> {
  static override properties = tradeoffSchema.properties;
  static override styles = tradeoffStyles;

  declare htmlFor: string | null;
  declare source: string | null;
  declare size: string | null;
  declare seed: string | null;
  declare groupSize: string | null;
  declare bits: string | null;
  declare rounding: string | null;
  declare scaleFormat: string | null;
  declare goal: string | null;
  declare sqnr: string | null;
  declare budget: string | null;

  readonly #measuring = new Measuring(() => this.requestUpdate());
  readonly #loader = new PlotLoader(this);
  readonly #width = new Width(this, '.measure');
  readonly #reached = new WhenReached(this, () => this.#follow());
  #handed: MeasurableTensor | null = null;
  #pointed: string | null = null;
  #active = '';

  constructor() {
    super(tradeoffSchema);
    this.addController(new TensorNews(this, () => this.#follow()));
  }

  /** A tensor to measure, instead of an explorer's or one of its own; null: those again. */
  set tensor(tensor: MeasurableTensor | null) {
    this.#handed = tensor;
    this.#follow();
  }

  get tensor(): MeasurableTensor | null {
    return this.#measuring.tensor;
  }

  protected override bring(): Outcome {
    this.#follow();
    return 'done';
  }

  protected override removed(): void {
    this.#measuring.stop();
  }

  protected override render(): TemplateResult {
    const { survey, tensor, session, problem } = this.#measuring;
    const { explorer, goal } = this.state;
    return tradeoffLayout({
      name: tensor?.name ?? 'No weights yet',
      waiting: explorer === null ? (session.busy?.phase ?? '') : 'Waits for the tensor above',
      notices: this.notices(problem === null ? [] : [problem]),
      goal: {
        goal,
        draft: this.draft,
        setKind: (kind) => void this.change({ ...this.state, goal: { ...goal, kind } }),
        type: (control, text) => this.#type(control, text),
        settle: this.settle,
      },
      chart: survey && tensor ? this.#chart(survey, tensor) : null,
      chartProblem: this.#loader.problem,
      pointed: this.#pointed === null ? undefined : survey?.points.get(this.#pointed),
    });
  }

  #chart(survey: Survey, tensor: MeasurableTensor): ChartView {
    const { groupSize, bits } = this.#ownTensor ? this.state.settings : tensor.settings;
    const current = { groupSize, bits };
    const active = [this.#active, pointKey(current)].find((key) => survey.points.has(key));
    return {
      plot: this.#loader.plot,
      survey,
      version: this.#measuring.version,
      width: this.#width.px,
      goal: this.state.goal,
      current,
      best: bestPoint(survey.points.values(), this.state.goal),
      active: active ?? survey.points.keys().next().value ?? '',
      point: (key) => this.#point(key),
      apply: (point) => this.#apply(point),
      move: (key) => this.#move(key),
    };
  }

  get #ownTensor(): boolean {
    return this.state.explorer === null && !this.#handed;
  }

  /** Measures what is to be measured now, once somebody may see it. */
  #follow(): void {
    if (!this.#reached.reached || !this.isConnected) return;
    this.#measuring.follow(this, this.state, this.#handed);
  }

  #apply({ groupSize, bits }: Point): void {
    const attributes = { 'group-size': String(groupSize), bits: String(bits) };
    this.#active = pointKey({ groupSize, bits });
    emit<TradeoffApply>(this, 'groupwise-apply', { attributes });
    const { explorer, settings } = this.state;
    if (explorer !== null) void tensorSourceById(this, explorer)?.apply?.(attributes);
    else void this.change({ ...this.state, settings: { ...settings, groupSize, bits } });
  }

  #point(key: string | null): void {
    this.#pointed = key;
    this.requestUpdate();
  }

  #move(key: string): void {
    this.#active = key;
    this.renderRoot.querySelector<SVGElement>(`.point[data-key="${key}"]`)?.focus();
  }

  /** A goal that is typed is the one that is meant. */
  #type(control: 'sqnr' | 'budget', text: string): void {
    const parsed = (control === 'sqnr' ? sqnrText : budgetText).read(text);
    const kind: Goal['kind'] = control === 'sqnr' ? 'sqnr' : 'size';
    this.propose({
      control,
      text,
      parsed: mapParsed(parsed, (value) => ({
        goal: { ...this.state.goal, kind, [control]: value },
      })),
    });
  }
}
