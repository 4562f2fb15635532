import { html, nothing, type TemplateResult } from 'lit';
import { WALK_LIMIT } from '../options/settings.ts';
import { formatCount } from '../text/format.ts';
import type { Session } from './session.ts';

/** What could not be used, and what is not shown. */
export function notices(
  session: Session,
  stepProblem: string | null,
  failure: string | null,
): TemplateResult | typeof nothing {
  const texts = session.problems.map(({ attribute, message }) =>
    attribute === '' ? message : `${attribute}: ${message}. The default is used.`,
  );
  const buttons = session.drafts.get('weights')?.problem;
  if (buttons) texts.push(buttons);
  if (stepProblem !== null) texts.push(stepProblem);
  if (failure !== null) texts.push(`The quantizer could not start: ${failure}`);
  if (session.cutFrom !== null) {
    texts.push(
      `${formatCount(session.cutFrom)} weights were given; the first ${WALK_LIMIT} are walked.`,
    );
  }
  return texts.length === 0
    ? nothing
    : html`<div class="notices" role="alert">
        <ul>
          ${texts.map((text) => html`<li>${text}</li>`)}
        </ul>
      </div>`;
}
