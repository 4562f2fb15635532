import { createQuantizer, GroupwiseError, type QuantizedTensor, type Quantizer } from 'groupwise';
import { createQuantizerWorker, type QuantizerWorker } from 'groupwise/worker';
import 'groupwise/elements';
import type { GroupwiseStepperElement } from 'groupwise/elements';

const quantizer: Quantizer = await createQuantizer({ variant: 'simd' });
const quantized: QuantizedTensor = quantizer.quantize(new Float32Array(64), { groupSize: 32 });
export const codes: Int8Array = quantized.codes;

const worker: QuantizerWorker = await createQuantizerWorker();
export const recovered: Float32Array = await worker.dequantize(quantized);

export const stepper: GroupwiseStepperElement = document.createElement('groupwise-stepper');
stepper.groupSize = 'row';
stepper.addEventListener('groupwise-step', (event) => console.log(event.detail.step));

// @ts-expect-error: a group size is a number, 'row' or 'tensor'
export const wrong = () => quantizer.quantize(new Float32Array(1), { groupSize: 'column' });

export const isOurs = (error: unknown): error is GroupwiseError => error instanceof GroupwiseError;
