#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <new>

#include "buffer.hpp"
#include "groupwise/codec.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/trace.hpp"
#include "plan.hpp"
#include "threads.hpp"
#include "views.hpp"

namespace groupwise::bindings {

/// A tensor, or a piece of one, in wasm memory: JavaScript fills the buffers through views, calls,
/// and reads the results. A view is good until the next call that may allocate. Calls are about the
/// plan's chosen piece.
class Workspace {
 public:
  [[nodiscard]] bool resizeWeights(double length) { return weights_.resize(whole(length)); }
  /// Room for the planar memory of the plan's piece.
  [[nodiscard]] bool resizeQuantized(const PlanHandle& plan) {
    const Plan& piece = plan.piece();
    const std::size_t groups = piece.layout.num_groups();
    return codes_.resize(piece.layout.length) && scales_.resize(groups) &&
           offsets_.resize(piece.format().has_offsets ? groups : 0) && resize_super_blocks(piece);
  }
  [[nodiscard]] bool resizeBytes(double length) { return bytes_.resize(whole(length)); }

  [[nodiscard]] Floats weights() const { return view<Floats>(weights_.span()); }
  [[nodiscard]] Codes codes() const { return view<Codes>(codes_.span()); }
  [[nodiscard]] Floats scales() const { return view<Floats>(scales_.span()); }
  [[nodiscard]] Floats offsets() const { return view<Floats>(offsets_.span()); }
  [[nodiscard]] Floats blockScales() const { return view<Floats>(block_scales_.span()); }
  [[nodiscard]] Floats blockOffsets() const { return view<Floats>(block_offsets_.span()); }
  [[nodiscard]] Bytes subScales() const { return view<Bytes>(sub_scales_.span()); }
  [[nodiscard]] Bytes subOffsets() const { return view<Bytes>(sub_offsets_.span()); }
  [[nodiscard]] Floats groupMaxErrors() const { return view<Floats>(max_errors_.span()); }
  [[nodiscard]] Floats recovered() const { return view<Floats>(recovered_.span()); }
  [[nodiscard]] Bytes bytes() const { return view<Bytes>(bytes_.span()); }

  Outcome quantize(const PlanHandle& plan, bool with_errors) {
    const std::size_t groups = plan.piece().layout.num_groups();
    if (!resizeQuantized(plan) || !max_errors_.resize(with_errors ? groups : 0)) return no_memory;
    return groupwise::quantize(weights_.span(), plan.piece(), quantized_out(), execution());
  }

  Outcome dequantize(const PlanHandle& plan) {
    if (!recovered_.resize(plan.piece().layout.length)) return no_memory;
    return groupwise::dequantize(quantized(), plan.piece(), recovered_.span(), execution());
  }

  Outcome encode(const PlanHandle& plan) {
    if (!bytes_.resize(plan.piece().bytes())) return no_memory;
    return groupwise::encode(weights_.span(), plan.piece(), bytes_.span(), execution());
  }

  Outcome decode(const PlanHandle& plan) {
    if (!recovered_.resize(plan.piece().layout.length)) return no_memory;
    return groupwise::decode(bytes_.span(), plan.piece(), recovered_.span(), execution());
  }

  Outcome pack(const PlanHandle& plan) {
    if (!bytes_.resize(plan.piece().bytes())) return no_memory;
    return groupwise::pack(quantized(), plan.piece(), bytes_.span());
  }

  Outcome unpack(const PlanHandle& plan) {
    if (!resizeQuantized(plan) || !max_errors_.resize(0)) return no_memory;
    return groupwise::unpack(bytes_.span(), plan.piece(), quantized_out());
  }

  /// Adds the weights and the planar memory that lie here to a measurement.
  Outcome measure(const PlanHandle& plan, Measurer& measurer) const {
    return measurer.add(weights_.span(), quantized(), plan.piece().layout, execution());
  }

 private:
  static constexpr Status no_memory{ErrorCode::out_of_memory};

  [[nodiscard]] Quantized quantized() const {
    return {codes_.span(),         scales_.span(),     offsets_.span(),    block_scales_.span(),
            block_offsets_.span(), sub_scales_.span(), sub_offsets_.span()};
  }
  [[nodiscard]] QuantizedView quantized_out() const {
    return {codes_.span(),        scales_.span(),        max_errors_.span(), offsets_.span(),
            block_scales_.span(), block_offsets_.span(), sub_scales_.span(), sub_offsets_.span()};
  }
  bool resize_super_blocks(const Plan& piece) {
    const FormatInfo& format = piece.format();
    const std::size_t blocks = format.sub_scales ? piece.blocks().num_groups() : 0;
    const std::size_t groups = format.sub_scales ? piece.layout.num_groups() : 0;
    return block_scales_.resize(blocks) && sub_scales_.resize(groups) &&
           block_offsets_.resize(format.has_offsets ? blocks : 0) &&
           sub_offsets_.resize(format.has_offsets ? groups : 0);
  }

  Buffer<float> weights_, scales_, offsets_, block_scales_, block_offsets_, max_errors_, recovered_;
  Buffer<std::int8_t> codes_;
  Buffer<std::uint8_t> sub_scales_, sub_offsets_, bytes_;
};

/// Everything about one small tensor, in one call.
class Tracer {
 public:
  [[nodiscard]] bool resizeWeights(double length) { return weights_.resize(whole(length)); }
  [[nodiscard]] Floats weights() const { return view<Floats>(weights_.span()); }

  Outcome trace(const PlanHandle& plan) {
    starts_.clear();
    const Layout& layout = plan.whole_plan().layout;
    for (std::size_t group = 0; group <= layout.num_groups(); ++group) {
      starts_.push_back(static_cast<double>(layout.group_start(group)));
    }
    return groupwise::trace(weights_.span(), plan.whole_plan(), trace_);
  }

  /// Where each group starts, and the length.
  [[nodiscard]] Doubles starts() const { return view<Doubles>(std::span(starts_)); }
  /// The values of one of the format's steps.
  [[nodiscard]] Floats step(int index) const {
    return view<Floats>(std::span(trace_.steps[static_cast<std::size_t>(index)]));
  }
  [[nodiscard]] Codes codes() const { return view<Codes>(std::span(trace_.codes)); }
  [[nodiscard]] Floats scales() const { return view<Floats>(std::span(trace_.scales)); }
  [[nodiscard]] Floats offsets() const { return view<Floats>(std::span(trace_.offsets)); }
  [[nodiscard]] Floats maxErrors() const { return view<Floats>(std::span(trace_.max_errors)); }
  [[nodiscard]] Floats recovered() const { return view<Floats>(std::span(trace_.recovered)); }
  [[nodiscard]] Floats errors() const { return view<Floats>(std::span(trace_.errors)); }
  [[nodiscard]] const Measurement& measured() const { return trace_.measured; }
  [[nodiscard]] Storage storage() const { return trace_.storage; }

 private:
  Buffer<float> weights_;
  std::vector<double> starts_;
  Trace trace_;
};

}  // namespace groupwise::bindings
