#include "formats/ggml/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/ggml/numbers.hpp"

namespace groupwise::ggml {
namespace {

struct Fit {
  float product = 0;  ///< sum of importance * w * code
  float square = 0;   ///< sum of importance * code^2

  void add(float importance, float w, int code) {
    const auto c = static_cast<float>(code);
    product += importance * w * c;
    square += importance * c * c;
  }
  [[nodiscard]] float scale() const { return product / square; }
};

int symmetric_code(float quotient, int half) {
  return std::clamp(nearest_int(quotient), -half, half - 1);
}

ScaleAndMin search_group(const float* w, unsigned count, const float* importances,
                         const AffineSearch& search, std::uint8_t* codes) {
  float min = w[0];
  float max = w[0];
  float sum = importances[0];
  float sum_w = sum * w[0];
  for (unsigned i = 1; i < count; ++i) {
    if (w[i] < min) min = w[i];
    if (w[i] > max) max = w[i];
    sum += importances[i];
    sum_w += importances[i] * w[i];
  }
  if (min > 0) min = 0;
  if (max == min) {
    std::fill_n(codes, count, std::uint8_t{0});
    return {0, -min};
  }
  std::array<std::uint8_t, 32> tried;
  const auto try_codes = [&](float inverse) {
    for (unsigned i = 0; i < count; ++i) {
      const int code = nearest_int(inverse * (w[i] - min));
      tried[i] = static_cast<std::uint8_t>(std::clamp(code, 0, search.largest));
    }
  };
  const auto error_with = [&](float scale, float offset) {
    float error = 0;
    for (unsigned i = 0; i < count; ++i) {
      const float difference = scale * static_cast<float>(tried[i]) + offset - w[i];
      error += importances[i] * (search.squared ? difference * difference : std::fabs(difference));
    }
    return error;
  };
  const auto largest = static_cast<float>(search.largest);
  const float inverse = largest / (max - min);
  float scale = 1 / inverse;
  try_codes(inverse);
  std::copy_n(tried.data(), count, codes);
  float best = error_with(scale, min);
  for (int step = 0; step <= search.steps; ++step) {
    const float width = search.first + search.step * static_cast<float>(step) + largest;
    // The minimum is the best one so far, not the first one.
    try_codes(width / (max - min));
    float sum_c = 0;
    float sum_c2 = 0;
    float sum_wc = 0;
    for (unsigned i = 0; i < count; ++i) {
      const auto c = static_cast<float>(tried[i]);
      sum_c += importances[i] * c;
      sum_c2 += importances[i] * c * c;
      sum_wc += importances[i] * c * w[i];
    }
    const float determinant = sum * sum_c2 - sum_c * sum_c;
    if (!(determinant > 0)) continue;
    float this_scale = (sum * sum_wc - sum_w * sum_c) / determinant;
    float this_min = (sum_c2 * sum_w - sum_c * sum_wc) / determinant;
    if (this_min > 0) {
      this_min = 0;
      this_scale = sum_wc / sum_c2;
    }
    const float error = error_with(this_scale, this_min);
    if (error < best) {
      std::copy_n(tried.data(), count, codes);
      best = error;
      scale = this_scale;
      min = this_min;
    }
  }
  return {scale, -min};
}

float search_symmetric_group(const float* w, unsigned count, int half, std::uint8_t* codes) {
  const float max = signed_max(w, count);
  if (std::fabs(max) < nothing) {
    std::fill_n(codes, count, std::uint8_t{0});
    return 0;
  }
  const auto fit_with = [&](float inverse) {
    Fit fit;
    for (unsigned i = 0; i < count; ++i) {
      fit.add(w[i] * w[i], w[i], symmetric_code(inverse * w[i], half));
    }
    return fit;
  };
  const auto take = [&](float inverse) {
    for (unsigned i = 0; i < count; ++i) {
      codes[i] = static_cast<std::uint8_t>(symmetric_code(inverse * w[i], half) + half);
    }
  };
  const float middle = static_cast<float>(-half) / max;
  const Fit first = fit_with(middle);
  take(middle);
  float scale = first.square != 0 ? first.scale() : 0;
  float best = scale * first.product;
  for (int i = -9; i <= 9; ++i) {
    if (i == 0) continue;
    const float inverse = -(static_cast<float>(half) + 0.1F * static_cast<float>(i)) / max;
    const Fit fit = fit_with(inverse);
    if (fit.square > 0 && fit.product * fit.product > best * fit.square) {
      take(inverse);
      scale = fit.scale();
      best = scale * fit.product;
    }
  }
  return scale;
}

}  // namespace

void search_symmetric(const float* w, unsigned size, unsigned groups, int half, std::uint8_t* codes,
                      float* found) {
  for (unsigned g = 0; g < groups; ++g) {
    found[g] = search_symmetric_group(w + g * size, size, half, codes + g * size);
  }
}

float refine_symmetric(const float* w, unsigned count, int half, std::uint8_t* codes) {
  const float max = signed_max(w, count);
  if (std::fabs(max) < nothing) {
    std::fill_n(codes, count, std::uint8_t{0});
    return 0;
  }
  const float inverse = static_cast<float>(-half) / max;
  std::array<int, 16> code{};
  Fit fit;
  for (unsigned i = 0; i < count; ++i) {
    code[i] = symmetric_code(inverse * w[i], half);
    fit.add(w[i] * w[i], w[i], code[i]);
  }
  bool changed = true;
  for (int round = 0; changed && round < 5; ++round) {
    changed = false;
    for (unsigned i = 0; i < count; ++i) {
      const float importance = w[i] * w[i];
      const auto old = static_cast<float>(code[i]);
      Fit other{fit.product - importance * w[i] * old, fit.square - importance * old * old};
      if (!(other.product > 0)) continue;
      const int better = symmetric_code(w[i] * other.square / other.product, half);
      if (better == code[i]) continue;
      other.add(importance, w[i], better);
      if (other.square > 0 &&
          other.product * other.product * fit.square > fit.product * fit.product * other.square) {
        code[i] = better;
        fit = other;
        changed = true;
      }
    }
  }
  for (unsigned i = 0; i < count; ++i) codes[i] = static_cast<std::uint8_t>(code[i] + half);
  return fit.square > 0 ? fit.scale() : 0;
}

void search_affine(const float* w, const float* importances, unsigned size, unsigned groups,
                   const AffineSearch& search, std::uint8_t* codes, ScaleAndMin* found) {
  for (unsigned g = 0; g < groups; ++g) {
    const unsigned first = g * size;
    found[g] = search_group(w + first, size, importances + first, search, codes + first);
  }
}

}  // namespace groupwise::ggml
