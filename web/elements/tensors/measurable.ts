import type { Measurement, QuantizeOptions, Storage } from 'groupwise';
import type { FormatSettings } from '../options/settings.ts';
import type { EngineClient } from './client.ts';
import type { ShownTensor, TensorFacts } from './protocol.ts';

/** A tensor that can be measured under any settings, wherever it is kept. */
export interface MeasurableTensor {
  /** The same for the same weights in the same rows. */
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly rowLength: number;
  /** What it is shown with now. */
  readonly settings: FormatSettings;
  measure(options: QuantizeOptions, signal: AbortSignal): Promise<Measurement>;
  storage(options: QuantizeOptions): Promise<Storage>;
}

/** A tensor's name; of weights that are no model's, that too. */
export function shownName({ source, name }: Pick<TensorFacts, 'source' | 'name'>): string {
  return source.kind === 'generated' ? `Generated: ${name}` : name;
}

/** The tensor that an engine shows. */
export function measurable(
  client: EngineClient,
  settings: FormatSettings,
  { tensor }: ShownTensor,
): MeasurableTensor {
  const rowLength = settings.rowLength ?? tensor.length;
  return {
    id: `${JSON.stringify(tensor.source)} ${tensor.length} ${rowLength}`,
    name: shownName(tensor),
    length: tensor.length,
    rowLength,
    settings,
    measure: (options, signal) => client.do('measure', options, { signal }),
    storage: ({ groupSize, bits, scale }) =>
      client.do('storage', {
        length: tensor.length,
        rowLength,
        ...(groupSize !== undefined && { groupSize }),
        ...(bits !== undefined && { bits }),
        ...(scale !== undefined && { scale }),
      }),
  };
}
