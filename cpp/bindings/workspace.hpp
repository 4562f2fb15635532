#pragma once

#include <emscripten/val.h>

#include "buffer.hpp"
#include "formats/integer/integer.hpp"
#include "formats/integer/steps.hpp"
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
    return outcome_of(groupwise::quantize(weights_.span(), integer_plan(layout, format_of(request)),
                                          {codes_.span(), scales_.span(), max_errors_.span()},
                                          execution()));
  }

  Outcome dequantize(const Request& request) {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    if (!recovered_.resize(layout.length)) return outcome_of(out_of_memory);
    return outcome_of(groupwise::dequantize({codes_.span(), scales_.span()},
                                            integer_plan(layout, format_of(request)),
                                            recovered_.span(), execution()));
  }

  /// Adds the weights, codes and scales that lie here to a measurement.
  Outcome measure(const Request& request, Measurer& measurer) const {
    Layout layout;
    if (const Status status = layout_of(request, layout); !status.ok()) return outcome_of(status);
    return outcome_of(
        measurer.add(weights_.span(), {codes_.span(), scales_.span()}, layout, execution()));
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
    starts_.clear();
    for (std::size_t group = 0; group <= layout.num_groups(); ++group) {
      starts_.push_back(static_cast<double>(layout.group_start(group)));
    }
    return outcome_of(
        groupwise::trace(weights_.span(), integer_plan(layout, format_of(request)), trace_));
  }

  /// Where each group starts, and the length.
  [[nodiscard]] emscripten::val starts() const { return view(starts_); }
  [[nodiscard]] emscripten::val absmax() const { return step(integer::Step::absmax); }
  [[nodiscard]] emscripten::val exactScales() const { return step(integer::Step::exact_scale); }
  [[nodiscard]] emscripten::val scales() const { return view(trace_.scales); }
  [[nodiscard]] emscripten::val maxErrors() const { return view(trace_.max_errors); }
  [[nodiscard]] emscripten::val quotients() const { return step(integer::Step::quotients); }
  [[nodiscard]] emscripten::val rounded() const { return step(integer::Step::rounded); }
  [[nodiscard]] emscripten::val codes() const { return view(trace_.codes); }
  [[nodiscard]] emscripten::val recovered() const { return view(trace_.recovered); }
  [[nodiscard]] emscripten::val errors() const { return view(trace_.errors); }

 private:
  template <class T>
  static emscripten::val view(const std::vector<T>& values) {
    return emscripten::val(emscripten::typed_memory_view(values.size(), values.data()));
  }
  [[nodiscard]] emscripten::val step(integer::Step which) const {
    return view(trace_.steps[static_cast<std::size_t>(which)]);
  }

  Buffer<float> weights_;
  std::vector<double> starts_;
  Trace trace_;
};

}  // namespace groupwise::bindings
