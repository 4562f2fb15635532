import {
  DEFAULT_FORMAT,
  type FormatSettings,
  formatRows,
  rowLengthText,
} from '../options/settings.ts';
import { type Row, row, StateSchema, type Texts, within } from '../state/schema.ts';
import { exampleTexts } from '../walk/examples.ts';
import { type Settings, WALK_LIMIT, walkSchema, weightsRow } from '../walk/settings.ts';

export type Side = 'a' | 'b';

/** How one side quantizes; the length of a row is shared. */
export type SideSettings = FormatSettings;

/** The same weights under two settings. */
export interface Comparison {
  readonly weights: Float32Array;
  /** Weights in one row; null: one row. */
  readonly rowLength: number | null;
  readonly a: SideSettings;
  readonly b: SideSettings;
}

const { 'row-length': _shared, ...sideRows } = formatRows;
type SideAttribute = keyof typeof sideRows;

export type CompareAttribute = 'weights' | 'row-length' | `${Side}-${SideAttribute}`;
export type CompareTexts = Texts<CompareAttribute>;

/** Without attributes, example 3 against example 4: one scale for everything, and groups of four. */
export const compareSchema = new StateSchema<CompareAttribute, Comparison>(
  {
    weights: walkSchema.decode(exampleTexts('groups')).state.weights,
    rowLength: null,
    a: { ...DEFAULT_FORMAT, groupSize: 'tensor' },
    b: { ...DEFAULT_FORMAT, groupSize: 4 },
  },
  {
    weights: weightsRow((given) => `${given} were given; the first ${WALK_LIMIT} are compared.`),
    'row-length': row('rowLength', rowLengthText),
    ...rowsOf('a'),
    ...rowsOf('b'),
  },
);

export function settingsOf(state: Comparison, side: Side): Settings {
  return { ...state[side], weights: state.weights, rowLength: state.rowLength };
}

function rowsOf<S extends Side>(side: S): Record<`${S}-${SideAttribute}`, Row<Comparison>> {
  const rows = Object.entries(within<Comparison, Side, SideAttribute>(side, sideRows));
  return Object.fromEntries(rows.map(([name, each]) => [`${side}-${name}`, each])) as Record<
    `${S}-${SideAttribute}`,
    Row<Comparison>
  >;
}
