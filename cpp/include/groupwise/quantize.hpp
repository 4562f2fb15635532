#pragma once

#include <cstdint>
#include <span>

#include "groupwise/execution.hpp"
#include "groupwise/plan.hpp"

namespace groupwise {

/// A tensor in planar memory, to be written. Sizes are those of the plan's layout.
struct QuantizedView {
  /// One a weight, within `Plan::codes()`.
  std::span<std::int8_t> codes;
  /// One a group: the effective scale, decoded.
  std::span<float> scales;
  /// One a group: max |recovered - weight|. Empty: not wanted.
  std::span<float> group_max_errors;
  /// One a group, for formats with offsets; else empty.
  std::span<float> offsets{};
  /// For super-blocks (`FormatInfo::sub_scales`): the factors that scales and offsets are products
  /// of. One a block, and as they are stored, one a group. `unpack` writes them; empty: not wanted.
  std::span<float> block_scales{}, block_offsets{};
  std::span<std::uint8_t> sub_scales{}, sub_offsets{};
};

/// A tensor in planar memory, to be read.
struct Quantized {
  std::span<const std::int8_t> codes;
  std::span<const float> scales;
  std::span<const float> offsets{};
  /// For super-blocks, as in `QuantizedView`; `pack` alone reads them, and needs them.
  std::span<const float> block_scales{}, block_offsets{};
  std::span<const std::uint8_t> sub_scales{}, sub_offsets{};
};

/// Gives each group its scale (and offset), each weight its code, as the plan's format defines it.
/// Every kernel and every number of threads writes identical bytes.
/// @return `non_finite_weight` (before all else), `scale_overflow`, `length_mismatch` or ok. When
///   it is not ok, `out` holds nothing of meaning.
[[nodiscard]] Status quantize(std::span<const float> weights, const Plan& plan, QuantizedView out,
                              const Execution& execution = {});

/// recovered_i = level(code_i) * scale (+ offset) of its group, in binary32.
/// @return `length_mismatch`, `invalid_scale`, `invalid_code`, or ok. When it is not ok,
///   `recovered` holds nothing of meaning.
[[nodiscard]] Status dequantize(const Quantized& quantized, const Plan& plan,
                                std::span<float> recovered, const Execution& execution = {});

}  // namespace groupwise
