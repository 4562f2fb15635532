// The integer family as docs/numerics.md states it, one weight after another. Every other
// implementation is measured against this one.
#include <algorithm>
#include <cmath>

#include "formats/integer/group_scale.hpp"
#include "formats/integer/kernels.hpp"
#include "formats/integer/pack.hpp"
#include "formats/integer/steps.hpp"
#include "numbers/rounding.hpp"

namespace groupwise::integer {
namespace {

// Takes no step: what the kernel hands its intermediate values to.
struct NoSteps {
  void group(Step, float) {}
  void weight(Step, std::size_t, float) {}
};

struct SinkSteps {
  StepSink& sink;
  void group(Step step, float value) { sink.value(static_cast<std::size_t>(step), 0, value); }
  void weight(Step step, std::size_t at, float value) {
    sink.value(static_cast<std::size_t>(step), at, value);
  }
};

struct GroupResult {
  float scale;
  float max_error;
};

// A group of finite weights.
template <class Steps>
GroupResult quantize_group(const float* w, std::size_t size, const Params& params,
                           std::int8_t* codes, Steps steps) {
  const auto qmax = static_cast<float>(params.qmax());
  float absmax = 0;
  for (std::size_t i = 0; i < size; ++i) absmax = std::max(absmax, std::fabs(w[i]));
  const auto [exact, scale] = group_scale(absmax, params);
  steps.group(Step::absmax, absmax);
  steps.group(Step::exact_scale, exact);
  steps.group(Step::scale, scale);

  float max_error = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const float quotient = w[i] / scale;
    const float rounded = round_quotient(quotient, params.rounding);
    const auto code = static_cast<std::int8_t>(std::clamp(rounded, -qmax, qmax));
    const float recovered = static_cast<float>(code) * scale;
    const float error = std::fabs(recovered - w[i]);
    max_error = std::max(max_error, error);
    if (codes != nullptr) codes[i] = code;
    steps.weight(Step::quotients, i, quotient);
    steps.weight(Step::rounded, i, rounded);
    steps.weight(Step::codes, i, code);
    steps.weight(Step::recovered, i, recovered);
    steps.weight(Step::errors, i, error);
  }
  return {scale, max_error};
}

Findings quantize(const float* weights, Run run, const Params& params, PlanarOut out) {
  Findings findings;
  for (std::size_t group = 0; group < run.count; ++group) {
    const float* w = weights + group * run.group_size;
    if (!std::all_of(w, w + run.group_size, [](float x) { return std::isfinite(x); })) {
      findings.non_finite = group;
      return findings;
    }
    const auto [scale, max_error] =
        quantize_group(w, run.group_size, params, out.codes + group * run.group_size, NoSteps{});
    // The error is infinite where a hand-picked scale recovers a weight to infinity.
    if ((std::isinf(scale) || std::isinf(max_error)) && findings.overflow == npos) {
      findings.overflow = group;
    }
    out.scales[group] = scale;
    if (out.max_errors != nullptr) out.max_errors[group] = max_error;
  }
  return findings;
}

bool dequantize(PlanarIn in, Run run, const Params& params, float* recovered) {
  const int qmax = params.qmax();
  const std::int8_t* code = in.codes;
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++code, ++recovered) {
      if (*code < -qmax || *code > qmax) return false;
      *recovered = static_cast<float>(*code) * in.scales[group];
    }
  }
  return true;
}

bool measure(const float* weights, PlanarIn in, Run run, const Params& params, ErrorSums& sums) {
  const int qmax = params.qmax();
  const float* w = weights;
  const std::int8_t* code = in.codes;
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++w, ++code) {
      if (!std::isfinite(*w) || *code < -qmax || *code > qmax) return false;
      sums.add(i % ErrorSums::lanes, *w, static_cast<float>(*code) * in.scales[group]);
    }
  }
  sums.clipped += count_clipped(weights, in.scales, run, params);
  return true;
}

}  // namespace

std::uint64_t count_clipped(const float* weights, const float* scales, Run run,
                            const Params& params) {
  const auto qmax = static_cast<float>(params.qmax());
  std::uint64_t clipped = 0;
  for (std::size_t group = 0; group < run.count; ++group) {
    for (std::size_t i = 0; i < run.group_size; ++i, ++weights) {
      clipped += std::fabs(round_quotient(*weights / scales[group], params.rounding)) > qmax;
    }
  }
  return clipped;
}

void explain(const float* weights, std::size_t length, const Params& params, StepSink& sink) {
  quantize_group(weights, length, params, nullptr, SinkSteps{sink});
}

const Kernels reference_kernels = {.quantize = quantize,
                                   .encode = encode_by<quantize>,
                                   .decode = decode_by<dequantize>,
                                   .dequantize = dequantize,
                                   .measure = measure};

}  // namespace groupwise::integer
