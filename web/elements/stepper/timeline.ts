import { html, type TemplateResult } from 'lit';
import { STEPS } from './steps/index.ts';

export interface TimelineView {
  readonly step: number;
  readonly playing: boolean;
  readonly go: (step: number) => void;
  readonly togglePlay: () => void;
}

/** Previous, play, next, and a track that can be scrubbed; its stops are named. */
export function timeline({ step, playing, go, togglePlay }: TimelineView): TemplateResult {
  const last = STEPS.length - 1;
  const title = STEPS[step]?.title ?? '';
  return html`<div class="timeline" part="timeline">
    <div class="transport">
      <button class="previous" part="button" ?disabled=${step === 0} @click=${() => go(step - 1)}>Previous</button>
      <button class="play" part="button" @click=${togglePlay}>${playing ? 'Pause' : 'Play'}</button>
      <button class="next primary" part="button" ?disabled=${step === last} @click=${() => go(step + 1)}>Next</button>
    </div>
    <div class="track">
      <input
        type="range"
        min="1"
        max=${STEPS.length}
        step="1"
        aria-label="Step"
        aria-valuetext="${step + 1} of ${STEPS.length}: ${title}"
        .value=${String(step + 1)}
        @input=${(event: InputEvent) => go(Number((event.target as HTMLInputElement).value) - 1)}
      />
      <div class="stops" aria-hidden="true">
        ${STEPS.map(
          (each, index) => html`<button
            class="stop ${index === step ? 'here' : index < step ? 'past' : ''}"
            tabindex="-1"
            @click=${() => go(index)}
          ><span>${each.name}</span></button>`,
        )}
      </div>
    </div>
  </div>`;
}
