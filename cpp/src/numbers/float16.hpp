#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace groupwise {

/// The nearest IEEE binary16 value, ties to even; infinite from 65520 on.
inline float round_to_float16(float value) {
  const float magnitude = std::fabs(value);
  // 65520 lies halfway between the largest binary16 value, 65504, and 2^16.
  if (magnitude >= 65520.0F) return std::copysign(std::numeric_limits<float>::infinity(), value);
  if (magnitude < 0x1p-14F) {
    // Subnormal binary16 values are the multiples of 2^-24, which is the spacing of floats in
    // 0.5..1: adding 0.5 rounds to one.
    return std::copysign((magnitude + 0.5F) - 0.5F, value);
  }
  // 13 of the 23 fraction bits go; rounding up may carry into the exponent, as it should.
  auto bits = std::bit_cast<std::uint32_t>(magnitude);
  bits += 0xFFFU + ((bits >> 13U) & 1U);
  return std::copysign(std::bit_cast<float>(bits & ~0x1FFFU), value);
}

/// The binary16 encoding of the nearest binary16 value, ties to even.
/// @param value not a NaN
inline std::uint16_t float16_bits(float value) {
  const float rounded = round_to_float16(value);
  const auto sign = static_cast<std::uint16_t>(std::signbit(value) ? 0x8000 : 0);
  const float magnitude = std::fabs(rounded);
  if (std::isinf(magnitude)) return sign | 0x7C00;
  if (magnitude < 0x1p-14F) return sign | static_cast<std::uint16_t>(magnitude * 0x1p24F);
  // The exponent's bias is 15 instead of 127.
  const std::uint32_t bits = (std::bit_cast<std::uint32_t>(magnitude) >> 13U) - (112U << 10U);
  return sign | static_cast<std::uint16_t>(bits);
}

/// The value of a binary16 encoding; NaN and infinities stay what they are.
inline float float16_value(std::uint16_t bits) {
  const unsigned exponent = (bits >> 10U) & 0x1FU;
  const unsigned fraction = bits & 0x3FFU;
  float magnitude = static_cast<float>(fraction) * 0x1p-24F;
  if (exponent == 0x1F) {
    magnitude = fraction == 0 ? std::numeric_limits<float>::infinity()
                              : std::numeric_limits<float>::quiet_NaN();
  } else if (exponent != 0) {
    magnitude = std::bit_cast<float>((exponent + 112U) << 23U | fraction << 13U);
  }
  return (bits & 0x8000U) != 0 ? -magnitude : magnitude;
}

}  // namespace groupwise
