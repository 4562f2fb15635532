// The scalar steps that ggml's reference functions are made of.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace groupwise::ggml {

/// A C cast of a float to int. Where C leaves the result open, it is x86's, which is what the
/// reference was compiled for.
inline int truncate(float value) {
  return value >= -0x1p31F && value < 0x1p31F ? static_cast<int>(value)
                                              : std::numeric_limits<int>::min();
}

/// Half to even, for |value| below 2^22: adding 1.5 * 2^23 leaves no bits behind the point.
inline int nearest_int(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value + 0x1.8p23F);
  return static_cast<int>(bits & 0x7FFFFFU) - 0x400000;
}

/// 1 / value, and 0 for 0.
inline float reciprocal(float value) { return value != 0 ? 1 / value : 0; }

/// The first weight of the largest magnitude, with its sign.
inline float signed_max(const float* w, unsigned count) {
  float max = 0;
  for (unsigned i = 0; i < count; ++i) {
    if (std::fabs(w[i]) > std::fabs(max)) max = w[i];
  }
  return max;
}

struct Range {
  float min, max;
};

inline Range range_of(const float* w, unsigned count) {
  Range range{w[0], w[0]};
  for (unsigned i = 1; i < count; ++i) {
    if (w[i] < range.min) range.min = w[i];
    if (w[i] > range.max) range.max = w[i];
  }
  return range;
}

/// binary16, ties to even; infinite from 65520 on.
inline std::uint16_t float16_bits(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t sign = bits >> 16U & 0x8000U;
  const float magnitude = std::fabs(value);
  if (std::isnan(value)) return static_cast<std::uint16_t>(sign | 0x7E00U);
  if (magnitude >= 65520.0F) return static_cast<std::uint16_t>(sign | 0x7C00U);
  if (magnitude < 0x1p-14F) {
    // The subnormal values are the multiples of 2^-24, the spacing of floats in 0.5..1.
    const auto shifted = std::bit_cast<std::uint32_t>(magnitude + 0.5F);
    return static_cast<std::uint16_t>(sign | (shifted - std::bit_cast<std::uint32_t>(0.5F)));
  }
  // 13 of the 23 fraction bits go; rounding up may carry into the exponent, as it should.
  const auto whole = std::bit_cast<std::uint32_t>(magnitude);
  const std::uint32_t rounded = whole + 0xFFFU + (whole >> 13U & 1U);
  return static_cast<std::uint16_t>(sign | ((rounded >> 13U) - (112U << 10U)));
}

inline float float16_value(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000U) << 16U;
  const std::uint32_t rest = half & 0x7FFFU;
  float magnitude;
  if (rest < 0x400U) {
    magnitude = static_cast<float>(rest) * 0x1p-24F;
  } else {
    // An exponent of all ones stays one: infinite, or no number.
    const std::uint32_t exponent_offset = rest >= 0x7C00U ? 224U << 10U : 112U << 10U;
    magnitude = std::bit_cast<float>((rest + exponent_offset) << 13U);
  }
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | sign);
}

}  // namespace groupwise::ggml
