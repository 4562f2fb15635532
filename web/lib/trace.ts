import { outOfMemory } from './buffers.ts';
import type { Core } from './core/core.ts';
import { coreError } from './messages.ts';
import type { Plan } from './plan.ts';
import type { TraceGroup } from './types.ts';

/** Runs the core's trace and cuts its arrays into groups. @throws {GroupwiseError} as `quantize`. */
export function traceGroups(core: Core, weights: Float32Array, plan: Plan): TraceGroup[] {
  const tracer = new core.Tracer();
  try {
    if (!tracer.resizeWeights(plan.length)) throw outOfMemory(plan.length);
    tracer.weights().set(weights);
    const outcome = tracer.trace(plan.request);
    if (outcome.error !== 0) throw coreError(outcome.error, plan.received, outcome.index);

    const perGroup = {
      absmax: tracer.absmax() as Float32Array,
      exactScales: tracer.exactScales() as Float32Array,
      scales: tracer.scales() as Float32Array,
      maxErrors: tracer.maxErrors() as Float32Array,
      starts: tracer.starts() as Float64Array,
    };
    const quotients = tracer.quotients() as Float32Array;
    const rounded = tracer.rounded() as Float32Array;
    const codes = tracer.codes() as Int8Array;
    const recovered = tracer.recovered() as Float32Array;
    const errors = tracer.errors() as Float32Array;
    return Array.from({ length: plan.numGroups }, (_, group) => {
      const start = perGroup.starts[group] as number;
      const end = perGroup.starts[group + 1] as number;
      return {
        start,
        qmax: plan.qmax,
        weights: weights.slice(start, end),
        absmax: perGroup.absmax[group] as number,
        exactScale: perGroup.exactScales[group] as number,
        scale: perGroup.scales[group] as number,
        quotients: quotients.slice(start, end),
        rounded: rounded.slice(start, end),
        codes: codes.slice(start, end),
        recovered: recovered.slice(start, end),
        errors: errors.slice(start, end),
        maxError: perGroup.maxErrors[group] as number,
      };
    });
  } finally {
    tracer.delete();
  }
}
