import { LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PlotLoader } from '../charts/plot.ts';
import type { StateProblem } from '../explorer/state.ts';
import { Drafts } from '../state/drafts.ts';
import { TextAttributes, textDeclarations } from '../state/text-attributes.ts';
import type { MeasurableTensor } from '../tensors/measurable.ts';
import { WhenReached } from '../tensors/when-reached.ts';
import { fire } from '../ui/emit.ts';
import { Width } from '../ui/width.ts';
import { bestPoint, type Goal } from './best.ts';
import type { ChartView } from './chart.ts';
import { explorerById, TensorNews, TradeoffControl } from './control.ts';
import type { TradeoffApply, TradeoffChange } from './events.ts';
import { tradeoffLayout } from './layout.ts';
import {
  DEFAULT_TRADEOFF,
  decodeTradeoff,
  encodeTradeoff,
  GOAL_READERS,
  TRADEOFF_PROPERTIES,
  type TradeoffState,
  type TradeoffTexts,
} from './state.ts';
import { type Point, pointKey, type Survey } from './survey.ts';
import { tradeoffStyles } from './tradeoff.styles.ts';

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
export class GroupwiseTradeoff extends LitElement {
  static override properties: PropertyDeclarations = textDeclarations(TRADEOFF_PROPERTIES);
  static override styles = tradeoffStyles;

  readonly #attributes = new TextAttributes(this, TRADEOFF_PROPERTIES);
  readonly #control = new TradeoffControl(() => this.requestUpdate());
  readonly #drafts = new Drafts();
  readonly #loader = new PlotLoader(this);
  readonly #width = new Width(this, '.measure');
  readonly #reached = new WhenReached(this, () => this.#follow());
  #state: TradeoffState = DEFAULT_TRADEOFF;
  #example: TradeoffState = DEFAULT_TRADEOFF;
  #problems: readonly StateProblem[] = [];
  #written = encodeTradeoff(DEFAULT_TRADEOFF);
  #handed: MeasurableTensor | null = null;
  #pointed: string | null = null;
  #active = '';

  constructor() {
    super();
    this.addController(new TensorNews(this, () => this.#follow()));
  }

  /** The state as attribute texts. */
  get texts(): TradeoffTexts {
    return encodeTradeoff(this.#state);
  }

  /** Takes state as attribute texts (those missing: as its author wrote them). Fires nothing. What could not be used is returned. */
  async restore(texts: Partial<TradeoffTexts>): Promise<readonly StateProblem[]> {
    await this.updateComplete;
    const { state, problems } = decodeTradeoff(texts, this.#example);
    this.#change(state, false);
    this.#follow();
    return problems;
  }

  /** A tensor to measure, instead of an explorer's or one of its own; null: those again. */
  set tensor(tensor: MeasurableTensor | null) {
    this.#handed = tensor;
    this.#follow();
  }

  get tensor(): MeasurableTensor | null {
    return this.#control.tensor;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#control.stop();
  }

  protected override willUpdate(): void {
    const texts = this.#attributes.take();
    if (!texts) return;
    const { state, problems } = decodeTradeoff(texts);
    this.#example = state;
    this.#state = state;
    this.#problems = problems;
    this.#drafts.discardAll();
    this.#written = encodeTradeoff(state);
    this.#follow();
  }

  protected override render(): TemplateResult {
    const { survey, tensor, session } = this.#control;
    const { explorer, goal } = this.#state;
    return tradeoffLayout({
      name: tensor?.name ?? 'No weights yet',
      waiting: explorer === null ? (session.busy?.phase ?? '') : 'Waits for the tensor above',
      problem: survey?.problem ?? session.problem,
      problems: this.#problems,
      goal: {
        goal,
        draft: (control) => this.#drafts.get(control),
        setKind: (kind) => this.#aim({ kind }),
        type: (control, text) => this.#type(control, text),
        settle: (control) => this.#drafts.settle(control),
      },
      chart: survey && tensor ? this.#chart(survey, tensor) : null,
      chartProblem: this.#loader.problem,
      pointed: this.#pointed === null ? undefined : survey?.points.get(this.#pointed),
    });
  }

  #chart(survey: Survey, tensor: MeasurableTensor): ChartView {
    const { groupSize, bits } = this.#ownTensor ? this.#state.settings : tensor.settings;
    const current = { groupSize, bits };
    const active = [this.#active, pointKey(current)].find((key) => survey.points.has(key));
    return {
      plot: this.#loader.plot,
      survey,
      version: this.#control.version,
      width: this.#width.px,
      goal: this.#state.goal,
      current,
      best: bestPoint(survey.points.values(), this.#state.goal),
      active: active ?? survey.points.keys().next().value ?? '',
      point: (key) => this.#point(key),
      apply: (point) => this.#apply(point),
      move: (key) => this.#move(key),
    };
  }

  get #ownTensor(): boolean {
    return this.#state.explorer === null && !this.#handed;
  }

  /** Measures what is to be measured now, once somebody may see it. */
  #follow(): void {
    if (!this.#reached.reached || !this.isConnected) return;
    this.#control.follow(this, this.#state, this.#handed);
  }

  #apply({ groupSize, bits }: Point): void {
    const attributes = { 'group-size': String(groupSize), bits: String(bits) };
    this.#active = pointKey({ groupSize, bits });
    fire<TradeoffApply>(this, 'groupwise-apply', { attributes });
    const { explorer, settings } = this.#state;
    if (explorer !== null) void explorerById(this, explorer)?.apply(attributes);
    else this.#change({ ...this.#state, settings: { ...settings, groupSize, bits } }, true);
  }

  #point(key: string | null): void {
    this.#pointed = key;
    this.requestUpdate();
  }

  #move(key: string): void {
    this.#active = key;
    this.renderRoot.querySelector<SVGElement>(`.point[data-key="${key}"]`)?.focus();
  }

  #type(control: 'sqnr' | 'budget', text: string): void {
    const reading = GOAL_READERS[control](text);
    this.#drafts.set(control, text, 'problem' in reading ? reading.problem : null);
    if ('value' in reading) {
      this.#aim({ kind: control === 'sqnr' ? 'sqnr' : 'size', [control]: reading.value });
    }
    this.requestUpdate();
  }

  #aim(change: Partial<Goal>): void {
    this.#change({ ...this.#state, goal: { ...this.#state.goal, ...change } }, true);
  }

  #change(state: TradeoffState, tell: boolean): void {
    this.#state = state;
    const after = encodeTradeoff(state);
    const changed = this.#attributes.write(this.#written, after);
    this.#written = after;
    this.requestUpdate();
    if (changed && tell) fire<TradeoffChange>(this, 'groupwise-change', { attributes: after });
  }
}
