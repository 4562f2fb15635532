#pragma once

#include <bit>
#include <cstdint>

namespace groupwise {

/// The upper half of the nearest bfloat16 value's binary32 encoding, ties to even; infinite where
/// it overflows.
/// @param value not a NaN
inline std::uint16_t bfloat16_bits(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16U) & 1U)) >> 16U);
}

/// The value of a bfloat16 encoding.
inline float bfloat16_value(std::uint16_t bits) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
}

/// The nearest bfloat16 value, ties to even.
inline float round_to_bfloat16(float value) { return bfloat16_value(bfloat16_bits(value)); }

}  // namespace groupwise
