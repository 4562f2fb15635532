import type { GroupwiseStepper } from '../elements/stepper/stepper.ts';
import type { StepperSpec } from './sections/section.ts';
import { readHash, type StepperState, writeHash } from './url-state.ts';

const QUIET_MS = 250;

/** Keeps the page's URL and its steppers the same: the URL is read when it changes, and written when a stepper does. */
export function syncUrl(
  root: HTMLElement,
  known: readonly StepperSpec[],
  report: (problems: readonly string[]) => void,
): void {
  const states = new Map<string, StepperState>();
  let written = location.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = (id: string): GroupwiseStepper | null =>
    root.querySelector(`groupwise-stepper[data-state="${id}"]`);

  async function read(): Promise<void> {
    const state = readHash(location.hash, known);
    if (state.anchor !== null && states.size > 0) return;
    const problems = [...state.problems];
    for (const { id, label, step: first } of known) {
      const element = find(id);
      if (!element) continue;
      const { texts, step } = state.steppers.get(id) ?? { texts: {}, step: null };
      const refused = await element.restore(texts);
      problems.push(...refused.map(({ message }) => `“${label}”: ${message}`));
      element.step = step ?? first;
      states.set(id, { texts, step });
    }
    report(problems);
    if (state.anchor !== null) document.getElementById(state.anchor)?.scrollIntoView();
  }

  function write(): void {
    const hash = writeHash(states, known);
    if (hash === location.hash) return;
    written = hash;
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
  }

  function note(event: Event, change: Partial<StepperState>): void {
    const id = event.target instanceof HTMLElement ? event.target.dataset.state : undefined;
    if (id === undefined) return;
    states.set(id, { ...(states.get(id) ?? { texts: {}, step: null }), ...change });
    clearTimeout(timer);
    timer = setTimeout(write, QUIET_MS);
  }

  root.addEventListener('groupwise-change', (event) =>
    note(event, { texts: event.detail.attributes }),
  );
  root.addEventListener('groupwise-step', (event) => note(event, { step: event.detail.step }));
  window.addEventListener('hashchange', () => {
    if (location.hash !== written) void read();
    written = location.hash;
  });
  void read();
}
