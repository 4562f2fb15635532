#pragma once

#include "kernels.hpp"

namespace groupwise::simd {

Findings quantize(const float* weights, Run run, const Format& format, QuantizeOutput out);
bool dequantize(const std::int8_t* codes, const float* scales, Run run, int qmax, float* recovered);
bool measure(const float* weights, const std::int8_t* codes, const float* scales, Run run,
             const Format& format, ErrorSums& sums);

}  // namespace groupwise::simd
