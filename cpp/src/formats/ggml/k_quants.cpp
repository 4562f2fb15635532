// Super-blocks of 256 weights: each group of 16 or 32 has a scale of a few bits, which multiplies
// the super-block's.
#include <algorithm>
#include <array>
#include <cmath>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/numbers.hpp"
#include "formats/ggml/search.hpp"

namespace groupwise::ggml {
namespace {

constexpr unsigned super_block = 256;

/// One group of a super-block, once its scale and minimum are stored.
struct Group {
  unsigned first, count;  ///< weights
  float scale, min;       ///< as they will be read; the minimum is subtracted then
};

struct Codes {
  int lowest, highest;
};

/// Chooses the codes again, nearest to (w + minimum) / scale. A group whose stored scale is 0 keeps
/// those of the search.
/// @param step the step that the quotients are; the stored numbers are the next one
void choose_again(const float* w, Group group, Codes codes, Block& block, Steps steps,
                  unsigned step) {
  for (unsigned i = group.first; i < group.first + group.count; ++i) {
    if (group.scale != 0) {
      const float quotient = (w[i] + group.min) / group.scale;
      const int code = std::clamp(nearest_int(quotient), codes.lowest, codes.highest);
      steps.set(step, i, quotient);
      block.codes[i] = static_cast<std::uint8_t>(code - codes.lowest);
    }
    steps.set(step + 1, i, block.codes[i]);
  }
}

/// What was found for the groups of a format with minimums.
struct Found {
  std::array<ScaleAndMin, max_groups> groups;
  float max_scale = 0, max_min = 0;

  void take_largest(unsigned count, Steps steps) {
    for (unsigned g = 0; g < count; ++g) {
      max_scale = std::max(max_scale, groups[g].scale);
      max_min = std::max(max_min, groups[g].min);
      steps.set(0, g, groups[g].scale);
      steps.set(1, g, groups[g].min);
    }
  }
};

/// Q4_K and Q5_K: eight groups of 32, scales and minimums of six bits.
void choose_six_bit_groups(const float* w, const AffineSearch& search, SearchAffine* find,
                           Block& block, Steps steps) {
  constexpr unsigned size = 32;
  constexpr float largest = 63;
  constexpr unsigned count = super_block / size;
  std::array<float, super_block> importances;
  for (unsigned g = 0; g < count; ++g) {
    const float* x = w + g * size;
    float sum = 0;
    for (unsigned i = 0; i < size; ++i) sum += x[i] * x[i];
    const float mean = std::sqrt(sum / size);
    for (unsigned i = 0; i < size; ++i) importances[g * size + i] = mean + std::fabs(x[i]);
  }
  Found found;
  find(w, importances.data(), size, count, search, block.codes.data(), found.groups.data());
  found.take_largest(count, steps);
  const auto six_bits = [](float inverse, float value) {
    const auto wrapped = static_cast<std::uint8_t>(nearest_int(inverse * value));
    return std::min<std::uint8_t>(63, wrapped);
  };
  const float inverse_scale = found.max_scale > 0 ? largest / found.max_scale : 0;
  const float inverse_min = found.max_min > 0 ? largest / found.max_min : 0;
  const float scale = set_float16(block.scale, found.max_scale / largest);
  const float min = set_float16(block.offset, found.max_min / largest);
  steps.set(2, scale);
  steps.set(3, min);
  for (unsigned g = 0; g < count; ++g) {
    const std::uint8_t whole_scale = six_bits(inverse_scale, found.groups[g].scale);
    const std::uint8_t whole_min = six_bits(inverse_min, found.groups[g].min);
    block.group_scales[g] = whole_scale;
    block.group_offsets[g] = whole_min;
    steps.set(4, g, whole_scale);
    steps.set(5, g, whole_min);
    choose_again(w, {g * size, size, scale * whole_scale, min * whole_min}, {0, search.largest},
                 block, steps, 6);
  }
}

void choose_q2_k_by(SearchAffine* find, const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 16;
  constexpr float largest = 15;
  std::array<float, super_block> importances;
  for (unsigned i = 0; i < super_block; ++i) importances[i] = std::fabs(w[i]);
  Found found;
  find(w, importances.data(), size, max_groups, {3, -0.5F, 0.1F, 15, false}, block.codes.data(),
       found.groups.data());
  found.take_largest(max_groups, steps);
  const float inverse_scale = found.max_scale > 0 ? largest / found.max_scale : 0;
  const float inverse_min = found.max_min > 0 ? largest / found.max_min : 0;
  const float scale = set_float16(block.scale, found.max_scale / largest);
  const float min = set_float16(block.offset, found.max_min / largest);
  steps.set(2, scale);
  steps.set(3, min);
  for (unsigned g = 0; g < max_groups; ++g) {
    // Both share a byte: a scale below 0 runs over into the minimum's bits.
    const int byte = nearest_int(inverse_scale * found.groups[g].scale) |
                     nearest_int(inverse_min * found.groups[g].min) << 4;
    const auto whole_scale = static_cast<std::uint8_t>(byte & 15);
    const auto whole_min = static_cast<std::uint8_t>(byte >> 4 & 15);
    block.group_scales[g] = whole_scale;
    block.group_offsets[g] = whole_min;
    steps.set(4, g, whole_scale);
    steps.set(5, g, whole_min);
    choose_again(w, {g * size, size, scale * whole_scale, min * whole_min}, {0, 3}, block, steps,
                 6);
  }
}

void choose_q6_k_by(SearchSymmetric* find, const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 16;
  std::array<float, max_groups> found;
  find(w, size, max_groups, 32, block.codes.data(), found.data());
  for (unsigned g = 0; g < max_groups; ++g) steps.set(0, g, found[g]);
  const float max = signed_max(found.data(), max_groups);
  if (std::fabs(max) < nothing) {
    block.codes = {};
    return;
  }
  const float inverse = -128 / max;
  const float scale = set_float16(block.scale, 1 / inverse);
  steps.set(1, scale);
  for (unsigned g = 0; g < max_groups; ++g) {
    const int whole = static_cast<std::int8_t>(std::min(127, nearest_int(inverse * found[g])));
    block.group_scales[g] = static_cast<std::uint8_t>(whole);
    steps.set(2, g, static_cast<float>(whole));
    choose_again(w, {g * size, size, scale * static_cast<float>(whole), 0}, {-32, 31}, block, steps,
                 3);
  }
}

constexpr AffineSearch q4_k_search{15, -1, 0.1F, 20, true};
constexpr AffineSearch q5_k_search{31, -0.5F, 0.1F, 15, true};

}  // namespace

void choose_q2_k(const float* w, Block& block, Steps steps) {
  choose_q2_k_by(search_affine, w, block, steps);
}
void choose_q2_k_simd(const float* w, Block& block, Steps steps) {
  choose_q2_k_by(search_affine_simd, w, block, steps);
}

void choose_q3_k(const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 16;
  std::array<float, max_groups> found;
  for (unsigned g = 0; g < max_groups; ++g) {
    found[g] = refine_symmetric(w + g * size, size, 4, &block.codes[g * size]);
    steps.set(0, g, found[g]);
  }
  const float max = signed_max(found.data(), max_groups);
  const float inverse = max != 0 ? -32 / max : 0;
  const float scale = max != 0 ? set_float16(block.scale, 1 / inverse) : 0;
  steps.set(1, scale);
  for (unsigned g = 0; g < max_groups; ++g) {
    // With nothing found the stored number is 0, not that of 0.
    const auto wrapped = static_cast<std::int8_t>(nearest_int(inverse * found[g]));
    const int whole = max != 0 ? std::clamp<int>(wrapped, -32, 31) : -32;
    block.group_scales[g] = static_cast<std::uint8_t>(whole + 32);
    steps.set(2, g, static_cast<float>(whole));
    choose_again(w, {g * size, size, scale * static_cast<float>(whole), 0}, {-4, 3}, block, steps,
                 3);
  }
}

void choose_q4_k(const float* w, Block& block, Steps steps) {
  choose_six_bit_groups(w, q4_k_search, search_affine, block, steps);
}
void choose_q4_k_simd(const float* w, Block& block, Steps steps) {
  choose_six_bit_groups(w, q4_k_search, search_affine_simd, block, steps);
}

void choose_q5_k(const float* w, Block& block, Steps steps) {
  choose_six_bit_groups(w, q5_k_search, search_affine, block, steps);
}
void choose_q5_k_simd(const float* w, Block& block, Steps steps) {
  choose_six_bit_groups(w, q5_k_search, search_affine_simd, block, steps);
}

void choose_q6_k(const float* w, Block& block, Steps steps) {
  choose_q6_k_by(search_symmetric, w, block, steps);
}
void choose_q6_k_simd(const float* w, Block& block, Steps steps) {
  choose_q6_k_by(search_symmetric_simd, w, block, steps);
}

}  // namespace groupwise::ggml
