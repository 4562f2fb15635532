import { GroupwiseError, type Quantizer } from 'groupwise';
import {
  type AttributeProblem,
  decodeSettings,
  encodeSettings,
  SETTING_ATTRIBUTES,
  type SettingTexts,
} from '../options/codec.ts';
import { DEFAULTS, type Settings } from '../options/settings.ts';
import { Drafts } from '../state/drafts.ts';
import { inWords } from '../text/error-message.ts';
import type { Proposal } from '../walk/edits.ts';
import { type Walk, walk } from '../walk/walk.ts';

/**
 * What one stepper holds: the settings, the walk they give, what is being typed, and what was refused. A change is either
 * taken whole or refused with a message; then everything stays as it was.
 */
export class Session {
  readonly drafts = new Drafts();
  #quantizer: Quantizer | null = null;
  #settings: Settings = DEFAULTS;
  #example: Settings = DEFAULTS;
  #walk: Walk | null = null;
  #problems: readonly AttributeProblem[] = [];
  #cutFrom: number | null = null;

  get settings(): Settings {
    return this.#settings;
  }

  /** Null until there is a quantizer. */
  get walk(): Walk | null {
    return this.#walk;
  }

  /** Attributes that could not be used. */
  get problems(): readonly AttributeProblem[] {
    return this.#problems;
  }

  /** How many weights were given, where only the first of them are walked. */
  get cutFrom(): number | null {
    return this.#cutFrom;
  }

  /** Whether the settings are those of the given attribute texts. */
  holds(texts: Partial<SettingTexts>): boolean {
    return sameSettings(this.#settings, decodeSettings(texts).settings);
  }

  get isExample(): boolean {
    return sameSettings(this.#settings, this.#example) && this.drafts.isEmpty;
  }

  /** Walks the settings held so far; if they are refused, as much of them as can be walked. */
  start(quantizer: Quantizer): void {
    this.#quantizer = quantizer;
    if (this.#run(this.#settings)) return;
    const { weights } = this.#settings;
    for (const settings of [this.#example, { ...DEFAULTS, weights }, DEFAULTS]) {
      if (this.#try(settings) !== null) continue;
      this.#example = settings;
      return;
    }
  }

  /** Takes over the attributes; they become the example that {@link reset} brings back. */
  load(texts: Partial<SettingTexts>): void {
    const { settings, problems, cutFrom } = decodeSettings(texts);
    this.#problems = problems;
    this.#cutFrom = cutFrom;
    this.drafts.discardAll();
    if (this.#run(settings)) this.#example = this.#settings;
  }

  propose({ control, text, reading }: Proposal): boolean {
    if ('problem' in reading) {
      this.drafts.set(control, text, reading.problem);
      return false;
    }
    const before = this.#settings;
    const next = { ...before, ...reading.value };
    const refusal = this.#try(next);
    this.drafts.set(control, text, refusal);
    if (refusal !== null) return false;
    if (control === 'weights') this.drafts.discard('weights');
    else this.drafts.discard(control === 'list' ? 'weights' : 'list');
    if (control === 'list' || next.weights.length !== before.weights.length)
      this.drafts.discardWeights();
    if (next.weights !== before.weights) this.#cutFrom = null;
    this.#problems = this.#problems.filter((problem) => !changed(before, next, problem.attribute));
    return true;
  }

  /** Takes a worked example, which {@link reset} then brings back. */
  choose(texts: Partial<SettingTexts>): boolean {
    this.#example = decodeSettings(texts).settings;
    return this.reset();
  }

  /** Takes settings, of which the missing are the example's, without making them the example. */
  restore(texts: Partial<SettingTexts>): readonly AttributeProblem[] {
    const { settings, problems, cutFrom } = decodeSettings(texts, this.#example);
    this.drafts.discardAll();
    this.#problems = [];
    this.#cutFrom = cutFrom;
    this.#run(settings);
    return [...problems, ...this.#problems];
  }

  reset(): boolean {
    this.drafts.discardAll();
    this.#problems = [];
    this.#cutFrom = null;
    return this.#run(this.#example);
  }

  /** False: the quantizer refused; the message is among the problems. */
  #run(settings: Settings): boolean {
    if (!this.#quantizer) {
      this.#settings = settings;
      return true;
    }
    const refusal = this.#try(settings);
    if (refusal !== null) this.#problems = [...this.#problems, { attribute: '', message: refusal }];
    return refusal === null;
  }

  /** Null: taken. Else why the quantizer refused it. */
  #try(settings: Settings): string | null {
    if (!this.#quantizer) return 'the quantizer is still loading';
    try {
      this.#walk = walk(this.#quantizer, settings);
      this.#settings = settings;
      return null;
    } catch (error) {
      if (error instanceof GroupwiseError) return inWords(error);
      throw error;
    }
  }
}

function changed(before: Settings, after: Settings, attribute: string): boolean {
  const known = SETTING_ATTRIBUTES.find((each) => each === attribute);
  return known === undefined || encodeSettings(before)[known] !== encodeSettings(after)[known];
}

function sameSettings(a: Settings, b: Settings): boolean {
  if (a === b) return true;
  const [one, other] = [encodeSettings(a), encodeSettings(b)];
  return SETTING_ATTRIBUTES.every((attribute) => one[attribute] === other[attribute]);
}
