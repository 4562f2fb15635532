#pragma once

#include <emscripten/val.h>

#include "buffer.hpp"
#include "groupwise/dequantize.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "groupwise/trace.hpp"
#include "request.hpp"
#include "threads.hpp"

namespace groupwise::bindings {

/// What a call reports: a Status as JavaScript's numbers.
struct Outcome {
  int error;  // ErrorCode
  double index;
};

inline Outcome outcome_of(Status status) {
  return {static_cast<int>(status.code), static_cast<double>(status.index)};
}
inline constexpr Status out_of_memory{ErrorCode::out_of_memory};

/// A tensor, or a piece of one, in wasm memory: JavaScript fills the buffers through views, calls,
/// and reads the results. A view is good until the next call that may allocate.
class Workspace {
 public:
  [[nodiscard]] bool resizeWeights(double length) { return weights_.resize(whole(length)); }
  [[nodiscard]] bool resizeCodes(double length, double groups) {
    return codes_.resize(whole(length)) && scales_.resize(whole(groups));
  }

  [[nodiscard]] emscripten::val weights() const { return weights_.view(); }
  [[nodiscard]] emscripten::val codes() const { return codes_.view(); }
  [[nodiscard]] emscripten::val scales() const { return scales_.view(); }
  [[nodiscard]] emscripten::val groupMaxErrors() const { return max_errors_.view(); }
  [[nodiscard]] emscripten::val recovered() const { return recovered_.view(); }

  Outcome quantize(const Request& request, bool with_errors) {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    const std::size_t groups = layout.num_groups();
    if (!codes_.resize(layout.length) || !scales_.resize(groups) ||
        !max_errors_.resize(with_errors ? groups : 0)) {
      return outcome_of(out_of_memory);
    }
    return outcome_of(groupwise::quantize(weights_.span(), layout, format_of(request),
                                          {codes_.span(), scales_.span(), max_errors_.span()},
                                          execution()));
  }

  Outcome dequantize(const Request& request) {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    if (!recovered_.resize(layout.length)) return outcome_of(out_of_memory);
    return outcome_of(groupwise::dequantize(codes_.span(), scales_.span(), layout,
                                            small(request.bits), recovered_.span(), execution()));
  }

  /// Adds the weights, codes and scales that lie here to a measurement.
  Outcome measure(const Request& request, Measurer& measurer) const {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    return outcome_of(
        measurer.add(weights_.span(), codes_.span(), scales_.span(), layout, execution()));
  }

 private:
  Buffer<float> weights_, scales_, max_errors_, recovered_;
  Buffer<std::int8_t> codes_;
};

/// The arrays of `trace`, for the weights that it is given.
class Tracer {
 public:
  [[nodiscard]] bool resizeWeights(double length) { return weights_.resize(whole(length)); }
  [[nodiscard]] emscripten::val weights() const { return weights_.view(); }

  Outcome trace(const Request& request) {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    const std::size_t groups = layout.num_groups();
    for (auto* per_group : {&absmax_, &exact_scales_, &scales_, &max_errors_}) {
      if (!per_group->resize(groups)) return outcome_of(out_of_memory);
    }
    for (auto* per_weight : {&quotients_, &rounded_, &recovered_, &errors_}) {
      if (!per_weight->resize(layout.length)) return outcome_of(out_of_memory);
    }
    if (!codes_.resize(layout.length) || !starts_.resize(groups + 1)) {
      return outcome_of(out_of_memory);
    }
    for (std::size_t group = 0; group <= groups; ++group) {
      starts_.span()[group] = static_cast<double>(layout.group_start(group));
    }
    return outcome_of(groupwise::trace(
        weights_.span(), layout, format_of(request),
        {absmax_.span(), exact_scales_.span(), scales_.span(), max_errors_.span(),
         quotients_.span(), rounded_.span(), recovered_.span(), errors_.span(), codes_.span()}));
  }

  /// Where each group starts, and the length.
  [[nodiscard]] emscripten::val starts() const { return starts_.view(); }
  [[nodiscard]] emscripten::val absmax() const { return absmax_.view(); }
  [[nodiscard]] emscripten::val exactScales() const { return exact_scales_.view(); }
  [[nodiscard]] emscripten::val scales() const { return scales_.view(); }
  [[nodiscard]] emscripten::val maxErrors() const { return max_errors_.view(); }
  [[nodiscard]] emscripten::val quotients() const { return quotients_.view(); }
  [[nodiscard]] emscripten::val rounded() const { return rounded_.view(); }
  [[nodiscard]] emscripten::val codes() const { return codes_.view(); }
  [[nodiscard]] emscripten::val recovered() const { return recovered_.view(); }
  [[nodiscard]] emscripten::val errors() const { return errors_.view(); }

 private:
  Buffer<float> weights_, absmax_, exact_scales_, scales_, max_errors_;
  Buffer<double> starts_;
  Buffer<float> quotients_, rounded_, recovered_, errors_;
  Buffer<std::int8_t> codes_;
};

}  // namespace groupwise::bindings
