#pragma once

#include <cstdint>

#include "groupwise/plan.hpp"

namespace groupwise {

/// Real bytes of a quantized tensor.
struct Storage {
  double original_bytes = 0;   ///< 4 per weight
  double code_bytes = 0;       ///< codes, padded to a whole byte per block (or group)
  double scale_bytes = 0;      ///< scales, offsets and sub-scales
  double total_bytes = 0;      ///< codes and scales
  double ratio = 1;            ///< original / total; 1 for an empty tensor
  double saved_percent = 0;    ///< 100 (1 - total / original); 0 for an empty tensor
  double bits_per_weight = 0;  ///< 8 total / length: scales included; 0 for an empty tensor
  double num_groups = 0;
};

/// @param plan of up to 2^53 - 1 weights; nothing is allocated.
[[nodiscard]] Storage storage(const Plan& plan);

}  // namespace groupwise
