#pragma once

#include <cstdint>
#include <span>

#include "groupwise/execution.hpp"
#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise {

/// Where quantize writes. Sizes are those of the layout.
struct QuantizedView {
  /// One per weight, in -qmax..qmax.
  std::span<std::int8_t> codes;
  /// One per group: the stored scale, above 0.
  std::span<float> scales;
  /// One per group: max |recovered - weight|. Empty: not wanted.
  std::span<float> group_max_errors;
};

/// Symmetric absmax quantization, group by group:
///
///     scale  = absmax > 0 ? store(absmax / qmax) : 1
///     code_i = clamp(round(w_i / scale), -qmax, qmax)
///
/// in binary32 with the stored scale. A stored scale that underflows becomes the smallest positive
/// value of its format. Every kernel and every number of threads writes identical bytes.
/// @return `non_finite_weight` (before all else), `scale_overflow`, `length_mismatch`, an error of
///   `validate(format)`, or ok. When it is not ok, `out` holds nothing of meaning.
[[nodiscard]] Status quantize(std::span<const float> weights, const Layout& layout,
                              const Format& format, QuantizedView out,
                              const Execution& execution = {});

}  // namespace groupwise
