#pragma once

#include <cmath>
#include <cstdint>
#include <span>

#include "groupwise/layout.hpp"
#include "groupwise/status.hpp"

namespace groupwise {

/// @return `length_mismatch`, `invalid_scale` or ok.
inline Status check_sizes_and_scales(std::span<const std::int8_t> codes,
                                     std::span<const float> scales, const Layout& layout) {
  if (codes.size() != layout.length || scales.size() != layout.num_groups()) {
    return {ErrorCode::length_mismatch};
  }
  for (std::size_t group = 0; group < scales.size(); ++group) {
    if (!(scales[group] > 0 && std::isfinite(scales[group]))) {
      return {ErrorCode::invalid_scale, group};
    }
  }
  return {};
}

/// @return `invalid_code` with the lowest index of a code outside -qmax..qmax, or ok.
inline Status first_invalid_code(std::span<const std::int8_t> codes, int qmax) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] < -qmax || codes[i] > qmax) return {ErrorCode::invalid_code, i};
  }
  return {};
}

}  // namespace groupwise
