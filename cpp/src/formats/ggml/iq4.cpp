// Codes that index a table of 16 values, which lie denser around zero.
#include <algorithm>
#include <array>
#include <cmath>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/numbers.hpp"
#include "formats/ggml/search.hpp"

namespace groupwise::ggml {
namespace {

constexpr unsigned size = 32;

/// The index of the nearest value; of two equally near ones the upper.
std::uint8_t nearest_level(float quotient) {
  unsigned upper = 1;
  while (upper < 15 && quotient >= iq4_levels[upper]) ++upper;
  const unsigned lower = upper - 1;
  return static_cast<std::uint8_t>(
      quotient - iq4_levels[lower] < iq4_levels[upper] - quotient ? lower : upper);
}

struct Fit {
  float product = 0;  ///< sum of w^2 * level * w
  float square = 0;   ///< sum of w^2 * level^2

  [[nodiscard]] float scale() const { return product / square; }
};

/// Tries scales that put the signed maximum on the lowest value, and on that and up to 7 more or
/// less; keeps the one with the least squared error, weighted by w^2.
/// @return the scale; 0 where all weights count as zero.
float search_scale(const float* w) {
  const float max = signed_max(w, size);
  if (std::fabs(max) < nothing) return 0;
  constexpr float lowest = iq4_levels[0];
  const auto fit = [&](float inverse) {
    Fit sums;
    for (unsigned i = 0; i < size; ++i) {
      const float importance = w[i] * w[i];
      const float level = iq4_levels[nearest_level(inverse * w[i])];
      sums.product += importance * level * w[i];
      sums.square += importance * level * level;
    }
    return sums;
  };
  const Fit first = fit(1 / (-max / lowest));
  float scale = first.square > 0 ? first.scale() : 0;
  float best = scale * first.product;
  for (int i = -7; i <= 7; ++i) {
    const Fit other = fit((static_cast<float>(i) + lowest) / max);
    if (other.square > 0 && other.product * other.product > best * other.square) {
      scale = other.scale();
      best = scale * other.product;
    }
  }
  return scale;
}

}  // namespace

void choose_iq4_nl(const float* w, Block& block, Steps steps) {
  const float scale = search_scale(w);
  const float inverse = reciprocal(scale);
  steps.set(0, scale);
  steps.set(1, inverse);
  set_float16(block.scale, scale);
  for (unsigned i = 0; i < size; ++i) {
    const float product = inverse * w[i];
    block.codes[i] = nearest_level(product);
    steps.set(2, i, product);
    steps.set(3, i, iq4_levels[block.codes[i]]);
  }
}

void choose_iq4_xs(const float* w, Block& block, Steps steps) {
  constexpr unsigned groups = 8;
  std::array<float, groups> found;
  for (unsigned g = 0; g < groups; ++g) {
    found[g] = search_scale(w + g * size);
    steps.set(0, g, found[g]);
  }
  const float scale = -signed_max(found.data(), groups) / 32;
  const float inverse = reciprocal(scale);
  steps.set(1, set_float16(block.scale, scale));
  for (unsigned g = 0; g < groups; ++g) {
    const int whole = std::clamp(nearest_int(inverse * found[g]), -32, 31);
    const float inverse_scale = reciprocal(scale * static_cast<float>(whole));
    block.group_scales[g] = static_cast<std::uint8_t>(whole + 32);
    steps.set(2, g, static_cast<float>(whole));
    for (unsigned i = g * size; i < (g + 1) * size; ++i) {
      const float product = inverse_scale * w[i];
      block.codes[i] = nearest_level(product);
      steps.set(3, i, product);
      steps.set(4, i, iq4_levels[block.codes[i]]);
    }
  }
}

}  // namespace groupwise::ggml
