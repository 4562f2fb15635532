// Super-blocks of 256 weights: each group of 16 or 32 has a scale of a few bits, which multiplies
// the super-block's.
#include <algorithm>
#include <array>
#include <cmath>

#include "choose.hpp"
#include "numbers.hpp"
#include "search.hpp"

namespace groupwise::ggml {
namespace {

/// The numbers of one group of a super-block, once its scale is stored.
struct Group {
  unsigned first, count;  ///< weights
  float scale;            ///< as it will be read
};

/// Chooses the codes again, nearest to w / scale. A group whose stored scale is 0 keeps
/// those of the search.
/// @param step the step that the quotients are; the stored numbers are the next one
void choose_again(const float* w, Group group, int half, Block& block, StepValues steps,
                  unsigned step) {
  for (unsigned i = group.first; i < group.first + group.count; ++i) {
    if (group.scale != 0) {
      const float quotient = w[i] / group.scale;
      const int code = std::clamp(nearest_int(quotient), -half, half - 1);
      steps.set(step, i, quotient);
      block.codes[i] = static_cast<std::uint8_t>(code + half);
    }
    steps.set(step + 1, i, block.codes[i]);
  }
}

}  // namespace

void choose_q6_k(const float* w, Block& block, StepValues steps) {
  constexpr unsigned size = 16;
  std::array<float, max_groups> found;
  for (unsigned g = 0; g < max_groups; ++g) {
    found[g] = search_symmetric(w + g * size, size, 32, &block.codes[g * size]);
    steps.set(0, g, found[g]);
  }
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
    choose_again(w, {g * size, size, scale * static_cast<float>(whole)}, 32, block, steps, 3);
  }
}

}  // namespace groupwise::ggml
