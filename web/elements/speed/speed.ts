import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { StateProblem } from '../state/stateful-element.ts';
import { TextAttributes, textDeclarations } from '../state/text-attributes.ts';
import { fire } from '../ui/emit.ts';
import { properties } from '../ui/properties.ts';
import { bars } from './bars.ts';
import { fields } from './fields.ts';
import { SpeedSession } from './session.ts';
import { speedStyles } from './speed.styles.ts';
import { encodeState, SPEED_PROPERTIES, type SpeedState, type SpeedTexts } from './state.ts';
import { method, spoken } from './words.ts';

/** Detail of `groupwise-change`: the state as attribute texts. */
export interface SpeedChange {
  readonly attributes: SpeedTexts;
}

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
export class GroupwiseSpeed extends LitElement {
  static override properties: PropertyDeclarations = textDeclarations(SPEED_PROPERTIES);
  static override styles = speedStyles;

  declare length: string | null;
  declare groupSize: string | null;

  readonly #session = new SpeedSession(() => this.requestUpdate());
  readonly #attributes = new TextAttributes(this, SPEED_PROPERTIES);

  /** The state as attribute texts. */
  get texts(): SpeedTexts {
    return encodeState(this.#session.state);
  }

  /**
   * Takes state as attribute texts (those missing: as its author wrote them); a page uses it for the state in its URL. Fires
   * nothing. What could not be used is returned.
   */
  async restore(texts: Partial<SpeedTexts>): Promise<readonly StateProblem[]> {
    await this.updateComplete;
    const before = this.texts;
    const problems = this.#session.restore(texts);
    this.#attributes.write(before, this.texts);
    return problems;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within a page, it is connected again before this.
    setTimeout(() => {
      if (!this.isConnected) this.#session.stop();
    });
  }

  protected override willUpdate(): void {
    const texts = this.#attributes.take();
    if (texts) this.#session.load(texts);
  }

  protected override render(): TemplateResult {
    const { state, progress, problems, failure } = this.#session;
    const messages = problems.map(({ attribute, message }) => `${attribute}: ${message}`);
    if (failure !== null) messages.push(`This could not be measured: ${failure}`);
    return html`<div class="frame" part="frame">
      ${
        messages.length === 0
          ? nothing
          : html`<div class="notices" role="alert">
              <ul>
                ${messages.map((message) => html`<li>${message}</li>`)}
              </ul>
            </div>`
      }
      <div class="settings" part="settings">
        ${fields(state, this.#change)} ${this.#button()}
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

  readonly #change = (state: SpeedState): void => {
    const before = this.texts;
    this.#session.set(state);
    if (this.#attributes.write(before, this.texts)) {
      fire<SpeedChange>(this, 'groupwise-change', { attributes: this.texts });
    }
  };
}
