#pragma once

#include "formats/row.hpp"

namespace groupwise::integer {

extern const Kernels reference_kernels;
extern const Kernels simd_kernels;  ///< the reference where the build has no SIMD

/// Weights of a run whose rounded quotient lies outside -qmax..qmax.
std::uint64_t count_clipped(const float* weights, const float* scales, Run run,
                            const Params& params);

namespace simd {

Findings quantize(const float* weights, Run run, const Params& params, PlanarOut out);
bool dequantize(PlanarIn in, Run run, const Params& params, float* recovered);
bool measure(const float* weights, PlanarIn in, Run run, const Params& params, ErrorSums& sums);

}  // namespace simd
}  // namespace groupwise::integer
