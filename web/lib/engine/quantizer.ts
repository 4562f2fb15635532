import type {
  BlockField,
  DecodeOptions,
  FormatInfo,
  Measurement,
  Quantized,
  QuantizedTensor,
  QuantizeOptions,
  Quantizer,
  QuantizeStream,
  ResidentTensor,
  Storage,
  StorageOptions,
  Trace,
  UnpackedTensor,
  Variant,
} from '../api/types.ts';
import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';
import { checkedObject } from '../options/checked-object.ts';
import { type Settings, settingsOf } from '../options/resolve.ts';
import type { Core } from '../wasm/core.ts';
import type { Choice } from '../wasm/variants.ts';
import { checkedBytes, checkedWeights, disposed, workspaceWith } from './buffers.ts';
import { formatsOf } from './formats.ts';
import {
  decodeJob,
  dequantizeJob,
  encodeJob,
  finish,
  type Job,
  measureJob,
  packJob,
  quantizeJob,
  unpackJob,
} from './jobs.ts';
import { type Plan, planPacked, planQuantized, planTensor, withPlan } from './plan.ts';
import { Resident } from './resident.ts';
import type { Session } from './session.ts';
import { Stream } from './stream.ts';
import { traceTensor } from './trace.ts';

/** Weights in wasm memory at once, per thread: with their codes they stay in a second-level cache. */
const PIECE_WEIGHTS = 2 ** 18;

/** The API over one instance of the core. */
export class CoreQuantizer implements Quantizer {
  readonly variant: Variant;
  readonly variantReason: string;
  readonly threads: number;
  readonly formats: readonly FormatInfo[];
  readonly #residents = new Set<Resident>();
  #session: Session | undefined;

  constructor(core: Core, choice: Choice, threads: number) {
    this.variant = choice.variant;
    this.variantReason = choice.reason;
    this.threads = threads;
    this.formats = formatsOf(core);
    const limit = PIECE_WEIGHTS * threads;
    this.#session = { core, formats: this.formats, workspace: new core.Workspace(), limit };
  }

  quantize(weights: Float32Array, options: QuantizeOptions = {}): QuantizedTensor {
    return finish(this.quantizeJob(weights, options));
  }

  dequantize(quantized: Quantized): Float32Array {
    return finish(this.dequantizeJob(quantized));
  }

  encode(weights: Float32Array, options: QuantizeOptions = {}): Uint8Array {
    return finish(this.encodeJob(weights, options));
  }

  decode(bytes: Uint8Array, options: DecodeOptions): Float32Array {
    return finish(this.decodeJob(bytes, options));
  }

  unpack(bytes: Uint8Array, options: DecodeOptions): UnpackedTensor {
    return finish(this.unpackJob(bytes, options));
  }

  pack(quantized: Quantized): Uint8Array {
    return finish(this.packJob(quantized));
  }

  measure(
    weights: Float32Array,
    kept: Quantized | Uint8Array,
    options: QuantizeOptions = {},
  ): Measurement {
    return finish(this.measureJob(weights, kept, options));
  }

  quantizeJob(weights: Float32Array, options: QuantizeOptions = {}): Job<QuantizedTensor> {
    const settings = settingsOf(options, this.formats);
    const session = this.#use();
    return quantizeJob(session, weights, planWeights(session, weights, settings));
  }

  dequantizeJob(quantized: Quantized): Job<Float32Array> {
    const session = this.#use();
    return dequantizeJob(session, quantized, planQuantized(session, quantized));
  }

  encodeJob(weights: Float32Array, options: QuantizeOptions = {}): Job<Uint8Array> {
    const settings = settingsOf(options, this.formats);
    const session = this.#use();
    return encodeJob(session, weights, planWeights(session, weights, settings));
  }

  decodeJob(bytes: Uint8Array, options: DecodeOptions): Job<Float32Array> {
    const tensor = readTensorOptions(options, this.formats);
    const session = this.#use();
    return decodeJob(session, bytes, planBytes(session, bytes, tensor));
  }

  unpackJob(bytes: Uint8Array, options: DecodeOptions): Job<UnpackedTensor> {
    const tensor = readTensorOptions(options, this.formats);
    const session = this.#use();
    return unpackJob(session, bytes, planBytes(session, bytes, tensor));
  }

  packJob(quantized: Quantized): Job<Uint8Array> {
    const session = this.#use();
    return packJob(session, quantized, planPacked(session, quantized));
  }

  measureJob(
    weights: Float32Array,
    kept: Quantized | Uint8Array,
    options: QuantizeOptions = {},
  ): Job<Measurement> {
    const settings = settingsOf(options, this.formats);
    const session = this.#use();
    const { length } = checkedWeights(weights);
    const plan =
      kept instanceof Uint8Array
        ? planBytes(session, kept, { settings, length }, weights)
        : planQuantized(session, kept, weights);
    return measureJob(session, weights, kept, plan);
  }

  storage(options: StorageOptions): Storage {
    const { settings, length } = readTensorOptions(options, this.formats);
    return withPlan(planTensor(this.#use(), length, settings), (plan) => plan.handle.storage());
  }

  fields(options: StorageOptions): BlockField[] {
    const { settings, length } = readTensorOptions(options, this.formats);
    const session = this.#use();
    return withPlan(planTensor(session, length, settings), ({ handle, blockLength }) => {
      const list = new session.core.FieldList(handle, Math.min(length, blockLength));
      try {
        return Array.from({ length: list.size() }, (_, index) => list.at(index));
      } finally {
        list.delete();
      }
    });
  }

  trace(weights: Float32Array, options: QuantizeOptions = {}): Trace {
    const settings = settingsOf(options, this.formats);
    const session = this.#use();
    return withPlan(planWeights(session, weights, settings), (plan) =>
      traceTensor(session, weights, plan),
    );
  }

  load(weights: Float32Array): ResidentTensor {
    const session = this.#use();
    const workspace = workspaceWith(session.core, checkedWeights(weights));
    const resident = new Resident(session, workspace, () => this.#residents.delete(resident));
    this.#residents.add(resident);
    return resident;
  }

  stream(options: QuantizeOptions = {}): QuantizeStream {
    return new Stream(() => this.#use(), options, this.formats);
  }

  dispose(): void {
    for (const resident of this.#residents) resident.dispose();
    this.#session?.workspace.delete();
    this.#session?.core.stopThreads();
    this.#session = undefined;
  }

  #use(): Session {
    if (this.#session === undefined) throw disposed('quantizer');
    return this.#session;
  }
}

function planWeights(session: Session, weights: Float32Array, settings: Settings): Plan {
  return planTensor(session, checkedWeights(weights).length, settings, { weights });
}

interface TensorOptions {
  readonly settings: Settings;
  readonly length: number;
}

/** Reads the options of a tensor of which only the number of weights is known. */
function readTensorOptions(options: DecodeOptions, formats: readonly FormatInfo[]): TensorOptions {
  const { length, ...rest } = checkedObject(options, 'options argument');
  const settings = settingsOf(rest, formats);
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new GroupwiseError(
      'invalid-weights',
      `length is ${describeValue(length)}; allowed are whole numbers from 0 to 2^53 - 1`,
    );
  }
  return { settings, length };
}

function planBytes(
  session: Session,
  bytes: Uint8Array,
  { settings, length }: TensorOptions,
  weights?: Float32Array,
): Plan {
  const plan = planTensor(session, length, settings, weights === undefined ? {} : { weights });
  try {
    checkedBytes(bytes, plan);
    return plan;
  } catch (error) {
    plan.handle.delete();
    throw error;
  }
}
