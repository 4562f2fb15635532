import {
  decodeSettings,
  encodeSettings,
  SETTING_ATTRIBUTES,
  type SettingAttribute,
  type SettingTexts,
} from '../elements/stepper/codec.ts';
import { stepIndex } from '../elements/stepper/steps/index.ts';
import type { StepperSpec } from './sections/section.ts';

/** What the URL says about one stepper: what differs from its example. */
export interface StepperState {
  readonly texts: Partial<SettingTexts>;
  readonly step: string | null;
}

export interface PageState {
  readonly steppers: ReadonlyMap<string, StepperState>;
  /** Parts of the URL that mean nothing, in words. */
  readonly problems: readonly string[];
  /** Section to scroll to. */
  readonly anchor: string | null;
}

const LONGEST_SHOWN = 40;

/**
 * Reads `#groups.bits=4&groups.step=scale`, or just `#section`. `known` are the page's steppers; what cannot be read is
 * reported and otherwise ignored.
 */
export function readHash(hash: string, known: readonly StepperSpec[]): PageState {
  const body = hash.replace(/^#/, '');
  const steppers = new Map<string, StepperState>();
  const problems: string[] = [];
  if (/^[a-z0-9-]*$/.test(body)) return { steppers, problems, anchor: body || null };
  for (const [key, value] of new URLSearchParams(body)) {
    const [id = '', name = '', ...rest] = key.split('.');
    const spec = known.find((each) => each.id === id);
    const state = steppers.get(id) ?? { texts: {}, step: null };
    const attribute = SETTING_ATTRIBUTES.find((each) => each === name);
    if (spec && rest.length === 0 && attribute) {
      const problem = decodeSettings({ [attribute]: value }).problems[0]?.message;
      if (problem === undefined)
        steppers.set(id, { ...state, texts: { ...state.texts, [attribute]: value } });
      else problems.push(`${attribute} of “${spec.label}”: ${problem}`);
    } else if (spec && rest.length === 0 && name === 'step') {
      if (stepIndex(value) !== undefined) steppers.set(id, { ...state, step: value });
      else problems.push(`step of “${spec.label}”: ${shorten(value)} is not known`);
    } else {
      problems.push(`${shorten(key)} is not known`);
    }
  }
  return { steppers, problems, anchor: null };
}

/** The hash that {@link readHash} reads back: of each stepper what differs from its example. */
export function writeHash(
  states: ReadonlyMap<string, StepperState>,
  known: readonly StepperSpec[],
): string {
  const parts: string[] = [];
  for (const { id, texts, step } of known) {
    const state = states.get(id);
    if (!state) continue;
    const example = encodeSettings(decodeSettings(texts).settings);
    for (const name of SETTING_ATTRIBUTES) {
      const text = state.texts[name];
      if (text !== undefined && text !== example[name]) parts.push(part(id, name, text ?? ''));
    }
    if (state.step !== null && state.step !== step) parts.push(part(id, 'step', state.step));
  }
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

function part(id: string, name: SettingAttribute | 'step', text: string): string {
  return `${id}.${name}=${encodeURIComponent(text.replaceAll(', ', ',')).replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `“${text.slice(0, LONGEST_SHOWN)}…”` : `“${text}”`;
}
