#pragma once

#include <cstdint>
#include <span>

#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise {

/// Where trace writes every intermediate number. Sizes are those of the layout.
struct TraceView {
  std::span<float> absmax, exact_scales, scales, max_errors;  ///< one per group
  std::span<float> quotients, rounded, recovered, errors;     ///< one per weight
  std::span<std::int8_t> codes;                               ///< one per weight
};

/// Quantizes with the reference kernel and keeps every step: exact_scale = absmax / qmax (or the
/// custom scale) before it is stored, quotient = w / scale, rounded = round(quotient) before the
/// clamp, recovered = code * scale, error = |recovered - w|.
/// @return as `quantize`.
[[nodiscard]] Status trace(std::span<const float> weights, const Layout& layout,
                           const Format& format, TraceView out);

}  // namespace groupwise
