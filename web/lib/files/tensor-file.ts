export interface TensorInfo {
  readonly name: string;
  /** As the file says it: `F16` in safetensors, `<f2` in .npy. */
  readonly dtype: string;
  /** Outermost dimension first, rows contiguous; `[]` is a scalar. */
  readonly shape: readonly number[];
  /** Number of elements. */
  readonly length: number;
  /** Bytes in the file. */
  readonly byteLength: number;
  /** Whether `read` can turn this dtype into float32 without changing a value. */
  readonly supported: boolean;
  /** The last dimension: what one output of a linear layer sums over. At least 1. */
  readonly rowLength: number;
}

export interface ReadOptions {
  /** Ends the reading between two pieces, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each piece. */
  readonly onProgress?: (readBytes: number, totalBytes: number) => void;
}

/** An opened file: the header is read and checked, the data is read on demand. */
export interface TensorFile {
  readonly format: 'safetensors' | 'npy';
  /** In the order of their data. */
  readonly tensors: readonly TensorInfo[];
  /** Free text from the header; has no prototype, so any key is safe. */
  readonly metadata: Readonly<Record<string, string>>;
  /** @throws {TensorFileError} `no-such-tensor`, `unsupported-dtype`, `unreadable`, `out-of-memory`. */
  read(name: string, options?: ReadOptions): Promise<Float32Array>;
}
