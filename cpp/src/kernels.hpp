#pragma once

#include <cstddef>
#include <cstdint>

#include "groupwise/execution.hpp"
#include "groupwise/format.hpp"
#include "groupwise/measure.hpp"

namespace groupwise {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

/// `count` adjacent groups of `group_size` weights each.
struct Run {
  std::size_t group_size;
  std::size_t count;
};

struct QuantizeOutput {
  std::int8_t* codes;
  float* scales;
  float* max_errors;  ///< null: not wanted
};

/// The first group of a run that holds a weight that is not finite (the run ends there), and the
/// first whose stored scale is infinite.
struct Findings {
  std::size_t non_finite = none;
  std::size_t overflow = none;
};

/// One implementation of the inner loops. They validate nothing, allocate nothing, know no thread.
struct Kernels {
  Findings (*quantize)(const float* weights, Run run, const Format& format, QuantizeOutput out);
  /// False: a code lies outside -qmax..qmax.
  bool (*dequantize)(const std::int8_t* codes, const float* scales, Run run, int qmax,
                     float* recovered);
  /// Groups, or a part of one. False: a weight is not finite or a code outside -qmax..qmax.
  bool (*measure)(const float* weights, const std::int8_t* codes, const float* scales, Run run,
                  const Format& format, ErrorSums& sums);
};

extern const Kernels reference_kernels;
extern const Kernels simd_kernels;

/// Weights of a run whose rounded quotient lies outside -qmax..qmax.
std::uint64_t count_clipped(const float* weights, const float* scales, Run run,
                            const Format& format);

inline const Kernels& kernels(Kernel kernel) {
  return kernel == Kernel::reference ? reference_kernels : simd_kernels;
}

}  // namespace groupwise
