// The kernels as the contract states them, one weight after another. Everything else is measured
// against these.
#include <algorithm>
#include <cmath>

#include "group_scale.hpp"
#include "kernels.hpp"
#include "rounding.hpp"

namespace groupwise {
namespace {

Findings quantize(const float* weights, Run run, const Format& format, QuantizeOutput out) {
  const auto qmax = static_cast<float>(format.qmax());
  Findings findings;
  for (std::size_t group = 0; group < run.count; ++group) {
    const float* w = weights + group * run.group_size;
    std::int8_t* codes = out.codes + group * run.group_size;

    float absmax = 0;
    for (std::size_t i = 0; i < run.group_size; ++i) {
      if (!std::isfinite(w[i])) {
        findings.non_finite = group;
        return findings;
      }
      absmax = std::max(absmax, std::fabs(w[i]));
    }

    const float scale = group_scale(absmax, format).stored;
    if (std::isinf(scale) && findings.overflow == none) findings.overflow = group;

    float max_error = 0;
    for (std::size_t i = 0; i < run.group_size; ++i) {
      const float rounded = round_quotient(w[i] / scale, format.rounding);
      codes[i] = static_cast<std::int8_t>(std::clamp(rounded, -qmax, qmax));
      max_error = std::max(max_error, std::fabs(static_cast<float>(codes[i]) * scale - w[i]));
    }

    out.scales[group] = scale;
    if (out.max_errors != nullptr) out.max_errors[group] = max_error;
  }
  return findings;
}

bool dequantize(const std::int8_t* codes, const float* scales, Run run, int qmax,
                float* recovered) {
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++codes, ++recovered) {
      if (*codes < -qmax || *codes > qmax) return false;
      *recovered = static_cast<float>(*codes) * scales[group];
    }
  }
  return true;
}

}  // namespace

std::uint64_t count_clipped(const float* weights, const float* scales, Run run,
                            const Format& format) {
  const auto qmax = static_cast<float>(format.qmax());
  std::uint64_t clipped = 0;
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++weights) {
      clipped += std::fabs(round_quotient(*weights / scales[group], format.rounding)) > qmax;
    }
  }
  return clipped;
}

namespace {

bool measure(const float* weights, const std::int8_t* codes, const float* scales, Run run,
             const Format& format, ErrorSums& sums) {
  const int qmax = format.qmax();
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++weights, ++codes) {
      if (!std::isfinite(*weights) || *codes < -qmax || *codes > qmax) return false;
      const float recovered = static_cast<float>(*codes) * scales[group];
      const float error = recovered - *weights;
      const double w = *weights;
      const double r = recovered;
      const double e = error;
      const std::size_t lane = i % ErrorSums::lanes;
      sums.error[lane] += e;
      sums.abs_error[lane] += std::fabs(e);
      sums.squared_error[lane] += e * e;
      sums.squared_weight[lane] += w * w;
      sums.squared_recovered[lane] += r * r;
      sums.product[lane] += w * r;
      sums.max_abs = std::max(sums.max_abs, std::fabs(error));
      sums.zeroed += *weights != 0 && *codes == 0;
    }
  }
  sums.clipped += count_clipped(weights - run.group_size * run.count, scales, run, format);
  return true;
}

}  // namespace

const Kernels reference_kernels = {quantize, dequantize, measure};

}  // namespace groupwise
