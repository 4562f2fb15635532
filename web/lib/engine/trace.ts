import type { FormatStep, IntegerTraceGroup, Trace } from '../api/types.ts';
import { allocateResult, outOfMemory } from './buffers.ts';
import { coreError } from './messages.ts';
import type { Plan } from './plan.ts';
import type { Session } from './session.ts';

/** Runs the core's trace, once, and cuts its arrays into groups. @throws {GroupwiseError} as `quantize`. */
export function traceTensor({ core }: Session, weights: Float32Array, plan: Plan): Trace {
  const tracer = new core.Tracer();
  try {
    if (!tracer.resizeWeights(plan.length)) throw outOfMemory(plan.length);
    tracer.weights().set(weights);
    const outcome = tracer.trace(plan.handle);
    if (outcome.error !== 'none') throw coreError(outcome.error, plan.received, outcome.index);

    const { format } = plan;
    const quantized = allocateResult(plan);
    quantized.codes.set(tracer.codes());
    quantized.scales.set(tracer.scales());
    quantized.offsets?.set(tracer.offsets());
    quantized.groupMaxError.set(tracer.maxErrors());
    const recovered = tracer.recovered();
    const errors = tracer.errors();
    const starts = tracer.starts();
    const steps = format.steps.map((step, index) => ({ ...step, values: tracer.step(index) }));
    const groupsPerBlock = plan.blockLength / plan.groupSize;
    const groups = Array.from({ length: plan.numGroups }, (_, group) => {
      const start = starts[group] as number;
      const end = starts[group + 1] as number;
      const indexOf = { block: Math.floor(group / groupsPerBlock), group };
      const valuesOf = ({ per, values }: FormatStep & { values: Float32Array }) =>
        per === 'weight' ? values.slice(start, end) : values[indexOf[per]];
      return {
        ...Object.fromEntries(steps.map((step) => [step.name, valuesOf(step)])),
        start,
        qmax: plan.mostCode,
        weights: weights.slice(start, end),
        scale: quantized.scales[group],
        ...(quantized.offsets && { offset: quantized.offsets[group] }),
        codes: quantized.codes.slice(start, end),
        recovered: recovered.slice(start, end),
        errors: errors.slice(start, end),
        maxError: quantized.groupMaxError[group],
      } as unknown as IntegerTraceGroup;
    });
    return { format, groups, quantized, measured: tracer.measured(), storage: tracer.storage() };
  } finally {
    tracer.delete();
  }
}
