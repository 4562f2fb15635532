import { DEFAULT_FORMAT, type FormatSettings, formatRows } from '../options/settings.ts';
import type { Drafts } from '../state/drafts.ts';
import { type Row, row, StateSchema, type Texts } from '../state/schema.ts';
import { float32ListText } from '../text/float32.ts';
import { formatCount } from '../text/format.ts';
import { parseWeights } from '../text/parse.ts';

/** Everything a walk depends on. */
export interface Settings extends FormatSettings {
  readonly weights: Float32Array;
}

/** Weights walked one by one; of more, the first are shown. */
export const WALK_LIMIT = 256;

export const DEFAULTS: Settings = {
  ...DEFAULT_FORMAT,
  weights: Float32Array.of(0.1, -0.8, 0.05, -0.02),
};

/** The weights, which may also stand between the tags. @param cut says that of so many only the first are taken */
export function weightsRow<State extends { readonly weights: Float32Array }>(
  cut: (given: string) => string,
): Row<State> {
  return row<State, 'weights'>(
    'weights',
    {
      read(text) {
        const { values, problems } = parseWeights(text);
        const [problem] = problems;
        if (problem) return { problem: `weight ${problem.index + 1}: ${problem.reason}` };
        return values.length > WALK_LIMIT
          ? { value: values.slice(0, WALK_LIMIT), note: cut(formatCount(values.length)) }
          : { value: values };
      },
      write: float32ListText,
    },
    { betweenTags: true },
  );
}

/** What is walked, as attributes. */
export const walkRows = {
  weights: weightsRow<Settings>(
    (given) => `${given} weights were given; the first ${WALK_LIMIT} are walked.`,
  ),
  ...(formatRows as Readonly<Record<keyof typeof formatRows, Row<Settings>>>),
};

export type WalkAttribute = keyof typeof walkRows;
export type WalkTexts = Texts<WalkAttribute>;

export const walkSchema = new StateSchema<WalkAttribute, Settings>(DEFAULTS, walkRows);

/** Discards what is being typed about weights that are others now. */
export function outdateWeights(
  drafts: Drafts,
  control: string,
  before: Pick<Settings, 'weights'>,
  after: Pick<Settings, 'weights'>,
): void {
  if (before.weights === after.weights) return;
  drafts.discard('weights');
  if (control !== 'list') drafts.discard('list');
  if (control === 'list' || before.weights.length !== after.weights.length) {
    drafts.discardAll('weight:');
  }
}
