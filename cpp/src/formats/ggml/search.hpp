// The searches for a group's scale that ggml's K-quants use. Each sum is added in the order of the
// weights, in binary32: another order gives other bytes.
#pragma once

#include <cstdint>

namespace groupwise::ggml {

/// Groups whose largest magnitude is below this count as zero.
inline constexpr float nothing = 1e-15F;

/// For each of `groups` groups of `size` weights: tries 19 scales around signed maximum / -half and
/// keeps the one with the least squared error, weighted by w^2.
/// @param codes are written as stored: 0 to 2 half - 1, with `half` for code 0.
/// @param found the scales; 0, with stored numbers of 0, where all weights count as zero.
using SearchSymmetric = void(const float* w, unsigned size, unsigned groups, int half,
                             std::uint8_t* codes, float* found);
SearchSymmetric search_symmetric;
/// The same numbers, faster.
SearchSymmetric search_symmetric_simd;

/// Starts from signed maximum / -half and changes single codes as long as the squared error,
/// weighted by w^2, falls; at most five rounds. For groups of up to 16 weights.
float refine_symmetric(const float* w, unsigned count, int half, std::uint8_t* codes);

struct AffineSearch {
  int largest;        ///< code; codes start at 0
  float first, step;  ///< added to `largest` to get the widths that are tried
  int steps;
  bool squared;  ///< the error, else absolute
};

struct ScaleAndMin {
  float scale;
  float min;  ///< positive: it is subtracted
};

/// For each of `groups` groups of `size` weights: tries `steps` + 1 widths of the range from the
/// minimum (or 0) to the maximum; for each, the least-squares scale and minimum. Keeps those with
/// the least weighted error.
using SearchAffine = void(const float* w, const float* importances, unsigned size, unsigned groups,
                          const AffineSearch& search, std::uint8_t* codes, ScaleAndMin* found);
SearchAffine search_affine;
/// The same numbers, faster.
SearchAffine search_affine_simd;

}  // namespace groupwise::ggml
