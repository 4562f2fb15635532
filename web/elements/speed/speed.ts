import { html, nothing, type TemplateResult } from 'lit';
import { type Outcome, StateElement } from '../state/state-element.ts';
import { properties } from '../ui/properties.ts';
import { bars } from './bars.ts';
import { fields } from './fields.ts';
import { SpeedSession } from './session.ts';
import { speedStyles } from './speed.styles.ts';
import { type SpeedAttribute, type SpeedState, speedSchema } from './state.ts';
import { method, spoken } from './words.ts';

/**
 * How fast this browser quantizes a tensor: plain JavaScript, and the library's scalar, simd and threads variants, in workers,
 * against copying memory. Nothing runs until the person at it asks for it.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back):
 * @attr length - weights of the tensor, 16384 to 33554432 (default 4194304)
 * @attr group-size - a whole number (default 32)
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the state was changed here; `detail.attributes` holds it as attribute texts
 *
 * @csspart frame, settings, button, bars
 * @cssprop --gw-paper, --gw-raised, --gw-sunken, --gw-ink, --gw-ink-soft, --gw-rule, --gw-edge, --gw-loss, --gw-focus
 * @cssprop --gw-group-1, --gw-serif, --gw-sans, --gw-mono, --gw-color-scheme
 */
export class GroupwiseSpeed extends StateElement<SpeedAttribute, SpeedState> {
  static override properties = speedSchema.properties;
  static override styles = speedStyles;

  declare length: string | null;
  declare groupSize: string | null;

  readonly #session = new SpeedSession(() => this.requestUpdate());

  constructor() {
    super(speedSchema);
  }

  protected override bring(state: SpeedState): Outcome {
    this.#session.set(state);
    return 'done';
  }

  protected override removed(): void {
    this.#session.stop();
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const { progress, failure } = this.#session;
    return html`<div class="frame" part="frame">
      ${this.notices(failure === null ? [] : [`This could not be measured: ${failure}`])}
      <div class="settings" part="settings">
        ${fields(state, (next) => void this.change(next))} ${this.#button()}
      </div>
      <div class="progress">${this.#progress()}</div>
      <p class="visually-hidden" role="status">${spoken(this.#session)}</p>
      ${bars(state.length, progress)} ${method(this.#session)}
    </div>`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { stage, progress } = this.#session;
    if (stage !== 'running' || !progress) return nothing;
    const percent = Math.round(100 * progress.share);
    return html`<span
        class="track"
        role="progressbar"
        aria-label="Measuring"
        aria-valuenow=${percent}
        ><span class="done" ${properties({ width: `${percent}%` })}></span
      ></span>
      <span>${progress.doing}</span>`;
  }

  #button(): TemplateResult {
    const isRunning = this.#session.stage === 'running';
    const again = this.#session.stage === 'done' || this.#session.stage === 'stopped';
    return html`<button
      part="button"
      class=${isRunning ? '' : 'primary'}
      @click=${() => (isRunning ? this.#session.stop() : void this.#session.start())}
    >
      ${isRunning ? 'Stop' : again ? 'Measure again' : 'Measure here'}
    </button>`;
  }
}
