#include "search.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"

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

}  // namespace

float search_symmetric(const float* w, unsigned count, int half, std::uint8_t* codes) {
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

}  // namespace groupwise::ggml
