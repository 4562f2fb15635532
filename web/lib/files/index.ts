export { TensorFileError, type TensorFileErrorCode } from './error.ts';
export { openNpy } from './npy.ts';
export { openTensorFile } from './open.ts';
export { openSafetensors } from './safetensors.ts';
export type { ReadOptions, TensorFile, TensorInfo } from './tensor-file.ts';
