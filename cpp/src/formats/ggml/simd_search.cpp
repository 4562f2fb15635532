// Several groups side by side, one a lane: each lane adds in the order of the reference.
#include <algorithm>

#include "formats/ggml/search.hpp"
#include "simd/vectors.hpp"

namespace groupwise::ggml {
namespace {

using Mask = Floats::batch_bool_type;

Floats nearest_between(Floats value, Floats least, Floats most) {
  const Ints bits = bits_of(value + Floats(0x1.8p23F)) & Ints(0x7FFFFF);
  const Floats nearest = xsimd::to_float(bits - Ints(0x400000));
  return xsimd::min(xsimd::max(nearest, least), most);
}

/// Up to `width` groups, transposed: the weights of equal index beside each other.
struct Columns {
  alignas(64) float lanes[32][width] = {};

  Columns(const float* rows, unsigned size, unsigned groups) {
    for (unsigned g = 0; g < groups; ++g) {
      for (unsigned i = 0; i < size; ++i) lanes[i][g] = rows[g * size + i];
    }
  }
  Floats operator[](unsigned i) const { return Floats::load_aligned(lanes[i]); }
};

void search_affine_lanes(const float* weights, const float* all_importances, unsigned size,
                         unsigned groups, const AffineSearch& search, std::uint8_t* codes,
                         ScaleAndMin* found) {
  const Columns w(weights, size, groups);
  const Columns importances(all_importances, size, groups);
  Floats min = w[0];
  Floats max = w[0];
  Floats sum = importances[0];
  Floats sum_w = sum * w[0];
  for (unsigned i = 1; i < size; ++i) {
    const Floats x = w[i];
    min = xsimd::select(x < min, x, min);
    max = xsimd::select(x > max, x, max);
    sum += importances[i];
    sum_w += importances[i] * x;
  }
  const Floats zero(0);
  min = xsimd::select(min > zero, zero, min);
  const Mask flat = max == min;
  const Floats flat_min = min;
  const Floats largest(static_cast<float>(search.largest));
  Floats tried[32];
  Floats kept[32];
  const auto error_with = [&](Floats scale, Floats offset) {
    Floats error(0);
    for (unsigned i = 0; i < size; ++i) {
      const Floats difference = scale * tried[i] + offset - w[i];
      error += importances[i] * (search.squared ? difference * difference : xsimd::abs(difference));
    }
    return error;
  };
  const Floats inverse = largest / (max - min);
  Floats scale = Floats(1) / inverse;
  for (unsigned i = 0; i < size; ++i) {
    kept[i] = tried[i] = nearest_between(inverse * (w[i] - min), zero, largest);
  }
  Floats best = error_with(scale, min);
  for (int step = 0; step <= search.steps; ++step) {
    const float spread =
        search.first + search.step * static_cast<float>(step) + static_cast<float>(search.largest);
    const Floats factor = Floats(spread) / (max - min);
    Floats sum_c(0);
    Floats sum_c2(0);
    Floats sum_wc(0);
    for (unsigned i = 0; i < size; ++i) {
      const Floats x = w[i];
      const Floats c = nearest_between(factor * (x - min), zero, largest);
      const Floats weighted = importances[i] * c;
      tried[i] = c;
      sum_c += weighted;
      sum_c2 += weighted * c;
      sum_wc += weighted * x;
    }
    const Floats determinant = sum * sum_c2 - sum_c * sum_c;
    Floats this_scale = (sum * sum_wc - sum_w * sum_c) / determinant;
    Floats this_min = (sum_c2 * sum_w - sum_c * sum_wc) / determinant;
    const Mask above = this_min > zero;
    this_min = xsimd::select(above, zero, this_min);
    this_scale = xsimd::select(above, sum_wc / sum_c2, this_scale);
    const Floats error = error_with(this_scale, this_min);
    const Mask better = (determinant > zero) & (error < best);
    if (xsimd::none(better)) continue;
    for (unsigned i = 0; i < size; ++i) kept[i] = xsimd::select(better, tried[i], kept[i]);
    best = xsimd::select(better, error, best);
    scale = xsimd::select(better, this_scale, scale);
    min = xsimd::select(better, this_min, min);
  }
  alignas(64) float scales[width];
  alignas(64) float mins[width];
  xsimd::select(flat, zero, scale).store_aligned(scales);
  xsimd::select(flat, flat_min, min).store_aligned(mins);
  for (unsigned g = 0; g < groups; ++g) found[g] = {scales[g], -mins[g]};
  for (unsigned i = 0; i < size; ++i) {
    alignas(64) float lanes[width];
    xsimd::select(flat, zero, kept[i]).store_aligned(lanes);
    for (unsigned g = 0; g < groups; ++g) codes[g * size + i] = static_cast<std::uint8_t>(lanes[g]);
  }
}

void search_symmetric_lanes(const float* weights, unsigned size, unsigned groups, int half,
                            std::uint8_t* codes, float* found) {
  const Columns w(weights, size, groups);
  Floats max(0);
  for (unsigned i = 0; i < size; ++i) {
    max = xsimd::select(xsimd::abs(w[i]) > xsimd::abs(max), w[i], max);
  }
  const Floats zero(0);
  const Floats least(static_cast<float>(-half));
  const Floats most(static_cast<float>(half - 1));
  Floats product;
  Floats square;
  const auto fit = [&](Floats inverse) {
    product = square = zero;
    for (unsigned i = 0; i < size; ++i) {
      const Floats x = w[i];
      const Floats c = nearest_between(inverse * x, least, most);
      const Floats importance = x * x;
      product += importance * x * c;
      square += importance * c * c;
    }
  };
  Floats kept = least / max;
  fit(kept);
  Floats scale = xsimd::select(square == zero, zero, product / square);
  Floats best = scale * product;
  for (int i = -9; i <= 9; ++i) {
    if (i == 0) continue;
    const Floats inverse = Floats(-(static_cast<float>(half) + 0.1F * static_cast<float>(i))) / max;
    fit(inverse);
    const Mask better = (square > zero) & (product * product > best * square);
    const Floats quotient = product / square;
    kept = xsimd::select(better, inverse, kept);
    scale = xsimd::select(better, quotient, scale);
    best = xsimd::select(better, quotient * product, best);
  }
  const Mask none = xsimd::abs(max) < Floats(nothing);
  alignas(64) float lanes[width];
  xsimd::select(none, zero, scale).store_aligned(lanes);
  std::copy_n(lanes, groups, found);
  for (unsigned i = 0; i < size; ++i) {
    const Floats number = nearest_between(kept * w[i], least, most) - least;
    xsimd::select(none, zero, number).store_aligned(lanes);
    for (unsigned g = 0; g < groups; ++g) codes[g * size + i] = static_cast<std::uint8_t>(lanes[g]);
  }
}

}  // namespace

void search_affine_simd(const float* w, const float* importances, unsigned size, unsigned groups,
                        const AffineSearch& search, std::uint8_t* codes, ScaleAndMin* found) {
  for (unsigned g = 0; g < groups; g += width) {
    const unsigned count = std::min<unsigned>(groups - g, width);
    search_affine_lanes(w + g * size, importances + g * size, size, count, search, codes + g * size,
                        found + g);
  }
}

void search_symmetric_simd(const float* w, unsigned size, unsigned groups, int half,
                           std::uint8_t* codes, float* found) {
  for (unsigned g = 0; g < groups; g += width) {
    const unsigned count = std::min<unsigned>(groups - g, width);
    search_symmetric_lanes(w + g * size, size, count, half, codes + g * size, found + g);
  }
}

}  // namespace groupwise::ggml
