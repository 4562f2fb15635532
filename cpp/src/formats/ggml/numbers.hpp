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

}  // namespace groupwise::ggml
