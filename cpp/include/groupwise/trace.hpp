#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "groupwise/storage.hpp"

namespace groupwise {

/// Everything that is known about one small tensor.
struct Trace {
  /// For each of the format's `steps`, in their order, the values: one a block, group or weight.
  std::vector<std::vector<float>> steps;
  /// Planar memory, as `quantize` gives it.
  std::vector<std::int8_t> codes;
  std::vector<float> scales, offsets, max_errors;
  std::vector<float> recovered;  ///< one a weight
  std::vector<float> errors;     ///< |recovered - weight|, one a weight
  Measurement measured;
  Storage storage;
};

/// Quantizes with the reference kernel and keeps every step of it. Allocates; for up to some
/// thousand weights.
/// @return as `quantize`.
[[nodiscard]] Status trace(std::span<const float> weights, const Plan& plan, Trace& out);

}  // namespace groupwise
