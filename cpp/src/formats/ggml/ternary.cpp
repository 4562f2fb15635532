// Signs times the mean magnitude, and ternary formats: -1, 0 or 1 times the largest magnitude.
#include <cmath>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/numbers.hpp"

namespace groupwise::ggml {

namespace {

/// @param otherwise the stored number where the quotient is not finite, because 1 / absmax is not
void choose_ternary(const float* w, unsigned count, std::uint8_t otherwise, Block& block,
                    Steps steps) {
  const float scale = std::fabs(signed_max(w, count));
  const float inverse = reciprocal(scale);
  steps.set(0, scale);
  steps.set(1, inverse);
  set_float16(block.scale, scale);
  for (unsigned i = 0; i < count; ++i) {
    const float product = w[i] * inverse;
    block.codes[i] = std::isfinite(product)
                         ? static_cast<std::uint8_t>(truncate(std::round(product)) + 1)
                         : otherwise;
    steps.set(2, i, product);
    steps.set(3, i, block.codes[i]);
  }
}

}  // namespace

void choose_q1_0(const float* w, Block& block, Steps steps) {
  constexpr unsigned size = 128;
  float sum = 0;
  for (unsigned i = 0; i < size; ++i) sum += std::fabs(w[i]);
  const float scale = sum / size;
  steps.set(0, sum);
  steps.set(1, scale);
  set_float16(block.scale, scale);
  for (unsigned i = 0; i < size; ++i) {
    block.codes[i] = w[i] >= 0;
    steps.set(2, i, block.codes[i]);
  }
}

void choose_tq2_0(const float* w, Block& block, Steps steps) {
  choose_ternary(w, 256, 1, block, steps);
}

void choose_tq1_0(const float* w, Block& block, Steps steps) {
  choose_ternary(w, 256, 1, block, steps);
}

void choose_q2_0(const float* w, Block& block, Steps steps) {
  choose_ternary(w, 64, 0, block, steps);
}

}  // namespace groupwise::ggml
