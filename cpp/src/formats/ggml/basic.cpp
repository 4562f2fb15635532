// Blocks of 32 weights with one scale: Q8_0, Q4_0, Q5_0, and with an offset: Q4_1, Q5_1.
#include <algorithm>
#include <cmath>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/numbers.hpp"

namespace groupwise::ggml {
namespace {

constexpr unsigned size = 32;

std::uint8_t byte_of(int number) { return static_cast<std::uint8_t>(number); }

/// @param half 2^(bits - 1): the number that code 0 is stored as.
void choose_signed(const float* w, int half, Block& block, Steps steps) {
  const float max = signed_max(w, size);
  const float scale = max / static_cast<float>(-half);
  const float inverse = reciprocal(scale);
  steps.set(0, max);
  steps.set(1, scale);
  steps.set(2, inverse);
  set_float16(block.scale, scale);
  for (unsigned i = 0; i < size; ++i) {
    const float product = w[i] * inverse;
    const float shifted = product + (static_cast<float>(half) + 0.5F);
    const int number = std::min<int>(2 * half - 1, static_cast<std::int8_t>(truncate(shifted)));
    steps.set(3, i, product);
    steps.set(4, i, shifted);
    steps.set(5, i, static_cast<float>(number));
    block.codes[i] = byte_of(number);
  }
}

/// @param largest 2^bits - 1
void choose_affine(const float* w, int largest, Block& block, Steps steps) {
  const auto [min, max] = range_of(w, size);
  const float scale = (max - min) / static_cast<float>(largest);
  const float inverse = reciprocal(scale);
  steps.set(0, min);
  steps.set(1, max);
  steps.set(2, scale);
  steps.set(3, inverse);
  set_float16(block.scale, scale);
  set_float16(block.offset, min);
  for (unsigned i = 0; i < size; ++i) {
    const float product = (w[i] - min) * inverse;
    const float shifted = product + 0.5F;
    const int number = std::min<int>(largest, static_cast<std::int8_t>(truncate(shifted)));
    steps.set(4, i, product);
    steps.set(5, i, shifted);
    steps.set(6, i, static_cast<float>(number));
    block.codes[i] = byte_of(number);
  }
}

}  // namespace

void choose_q8_0(const float* w, Block& block, Steps steps) {
  const float max = std::fabs(signed_max(w, size));
  const float scale = max / 127;
  const float inverse = reciprocal(scale);
  steps.set(0, max);
  steps.set(1, scale);
  steps.set(2, inverse);
  set_float16(block.scale, scale);
  for (unsigned i = 0; i < size; ++i) {
    const float product = w[i] * inverse;
    const float rounded = std::round(product);
    steps.set(3, i, product);
    steps.set(4, i, rounded);
    block.codes[i] = byte_of(truncate(rounded));
  }
}

void choose_q4_0(const float* w, Block& block, Steps steps) { choose_signed(w, 8, block, steps); }
void choose_q5_0(const float* w, Block& block, Steps steps) { choose_signed(w, 16, block, steps); }
void choose_q4_1(const float* w, Block& block, Steps steps) { choose_affine(w, 15, block, steps); }
void choose_q5_1(const float* w, Block& block, Steps steps) { choose_affine(w, 31, block, steps); }

}  // namespace groupwise::ggml
