// How the numbers of each format's block are chosen from its weights.
#pragma once

#include <cmath>

#include "formats/ggml/block.hpp"
#include "formats/ggml/steps.hpp"
#include "numbers/float16.hpp"

namespace groupwise::ggml {

/// Stores `value` as a binary16. @return what was stored.
inline float set_float16(std::array<std::uint8_t, 2>& bytes, float value) {
  const std::uint16_t bits = std::isnan(value) ? 0x7E00 : float16_bits(value);
  bytes = {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8U)};
  return float16_value(bits);
}

/// What the codes of IQ4_NL and IQ4_XS stand for.
inline constexpr float iq4_levels[16] = {-127, -104, -83, -65, -49, -35, -22, -10,
                                         1,    13,   25,  38,  53,  69,  89,  113};

/// What the codes of MXFP4 and NVFP4 stand for: E2M1, doubled, so that they are whole numbers.
inline constexpr float fp4_levels[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

void choose_q8_0(const float* w, Block& block, Steps steps);
void choose_q4_0(const float* w, Block& block, Steps steps);
void choose_q4_1(const float* w, Block& block, Steps steps);
void choose_q5_0(const float* w, Block& block, Steps steps);
void choose_q5_1(const float* w, Block& block, Steps steps);
void choose_iq4_nl(const float* w, Block& block, Steps steps);
void choose_iq4_xs(const float* w, Block& block, Steps steps);
void choose_mxfp4(const float* w, Block& block, Steps steps);
void choose_nvfp4(const float* w, Block& block, Steps steps);
void choose_q6_k(const float* w, Block& block, Steps steps);
void choose_q6_k_simd(const float* w, Block& block, Steps steps);
void choose_q4_k(const float* w, Block& block, Steps steps);
void choose_q4_k_simd(const float* w, Block& block, Steps steps);
void choose_q5_k(const float* w, Block& block, Steps steps);
void choose_q5_k_simd(const float* w, Block& block, Steps steps);
void choose_q3_k(const float* w, Block& block, Steps steps);
void choose_q2_k(const float* w, Block& block, Steps steps);
void choose_q2_k_simd(const float* w, Block& block, Steps steps);
void choose_tq2_0(const float* w, Block& block, Steps steps);
void choose_tq1_0(const float* w, Block& block, Steps steps);
void choose_q1_0(const float* w, Block& block, Steps steps);
void choose_q2_0(const float* w, Block& block, Steps steps);

}  // namespace groupwise::ggml
