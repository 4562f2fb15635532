// The searches for a group's scale that ggml's K-quants use. Each sum is added in the order of the
// weights, in binary32: another order gives other bytes.
#pragma once

#include <cstdint>

namespace groupwise::ggml {

/// Groups whose largest magnitude is below this count as zero.
inline constexpr float nothing = 1e-15F;

/// Tries 19 scales around signed maximum / -half and keeps the one with the least squared error,
/// weighted by w^2.
/// @param codes are written as stored: 0 to 2 half - 1, with `half` for code 0.
/// @return the scale; 0, with stored numbers of 0, where all weights count as zero.
float search_symmetric(const float* w, unsigned count, int half, std::uint8_t* codes);

}  // namespace groupwise::ggml
