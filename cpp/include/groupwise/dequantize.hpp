#pragma once

#include <cstdint>
#include <span>

#include "groupwise/execution.hpp"
#include "groupwise/layout.hpp"

namespace groupwise {

/// recovered_i = float(code_i) * scale of its group.
/// @param bits the format's, 2 to 8: what range of codes is allowed.
/// @return `length_mismatch`, `invalid_bits`, `invalid_scale`, `invalid_code`, or ok. When it
///   is not ok, `recovered` holds nothing of meaning.
[[nodiscard]] Status dequantize(std::span<const std::int8_t> codes, std::span<const float> scales,
                                const Layout& layout, int bits, std::span<float> recovered,
                                const Execution& execution = {});

}  // namespace groupwise
