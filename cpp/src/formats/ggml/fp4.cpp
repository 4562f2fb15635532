// Codes that are 4-bit floats: MXFP4, with a power of two for a scale, and NVFP4, with an 8-bit
// float for each group.
#include <algorithm>
#include <bit>
#include <cmath>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/format.hpp"
#include "formats/ggml/numbers.hpp"

namespace groupwise::ggml {
namespace {

/// The first of the nearest values: never 8, the second zero.
std::uint8_t nearest_fp4(float w, float scale) {
  unsigned best = 0;
  float error = std::fabs(w);
  for (unsigned i = 1; i < 16; ++i) {
    const float other = std::fabs(fp4_levels[i] * scale - w);
    if (other < error) {
      best = i;
      error = other;
    }
  }
  return static_cast<std::uint8_t>(best);
}

/// The floor of the logarithm to base 2 that is rounded to binary32: just below a power of two it
/// is rounded up to a whole number. `value` is above 0.
int floor_log2(float value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);  // 0.5 to 1, without 1
  constexpr double log2_e = 1.4426950408889634;
  // Where it matters, the fraction is so near to 1 that the logarithm is a straight line.
  const auto logarithm = static_cast<float>(exponent - (1 - fraction) * log2_e);
  return logarithm == static_cast<float>(exponent) ? exponent : exponent - 1;
}

/// The nearest unsigned E4M3 number, half up; 448 from 256 on.
std::uint8_t ue4m3(float value) {
  constexpr unsigned largest = 0x7E;
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const int exponent = static_cast<int>(bits >> 23U) - 120;
  if (exponent <= 0) {
    return static_cast<std::uint8_t>(std::min(7, truncate(value * 512 + 0.5F)));
  }
  if (exponent >= 15) return largest;
  // Rounding up may carry into the exponent, as it should.
  const unsigned kept = static_cast<unsigned>(exponent) << 3U | (bits >> 20U & 7U);
  const unsigned rounded = kept + (bits >> 19U & 1U);
  return static_cast<std::uint8_t>(rounded < 15U << 3U ? rounded : largest);
}

}  // namespace

void choose_mxfp4(const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 32;
  const float max = std::fabs(signed_max(w, size));
  // Below 2^-125 the exponent wraps around, as the reference's does.
  const auto exponent = static_cast<std::uint8_t>(max > 0 ? floor_log2(max) - 2 + 127 : 0);
  const float scale = half_power_of_two(exponent);
  steps.set(0, max);
  steps.set(1, exponent);
  steps.set(2, scale);
  block.scale[0] = exponent;
  for (unsigned i = 0; i < size; ++i) {
    block.codes[i] = nearest_fp4(w[i], scale);
    steps.set(3, i, w[i] / scale);
    steps.set(4, i, fp4_levels[block.codes[i]]);
  }
}

void choose_nvfp4(const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 16;
  for (unsigned g = 0; g < 4; ++g) {
    const float max = std::fabs(signed_max(w + g * size, size));
    const std::uint8_t number = ue4m3(max / 6);
    const float scale = half_ue4m3(number);
    steps.set(0, g, max);
    steps.set(1, g, max / 6);
    steps.set(2, g, number);
    block.group_scales[g] = number;
    for (unsigned i = g * size; i < (g + 1) * size; ++i) {
      block.codes[i] = nearest_fp4(w[i], scale);
      steps.set(3, i, scale != 0 ? w[i] / scale : 0);
      steps.set(4, i, fp4_levels[block.codes[i]]);
    }
  }
}

}  // namespace groupwise::ggml
