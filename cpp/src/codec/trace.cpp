#include "groupwise/trace.hpp"

#include <cmath>

#include "formats/row.hpp"

namespace groupwise {
namespace {

// Puts the values of one block to their places in the whole tensor.
class TraceSink final : public StepSink {
 public:
  TraceSink(std::span<const StepInfo> steps, std::vector<std::vector<float>>& values)
      : steps_(steps), values_(values) {}

  std::size_t block = 0, group = 0, weight = 0;  // where the block begins

  void value(std::size_t step, std::size_t at, float value) override {
    values_[step][start_of(steps_[step].per) + at] = value;
  }

 private:
  [[nodiscard]] std::size_t start_of(StepInfo::Per per) const {
    switch (per) {
      case StepInfo::Per::block:
        return block;
      case StepInfo::Per::group:
        return group;
      case StepInfo::Per::weight:
        break;
    }
    return weight;
  }

  std::span<const StepInfo> steps_;
  std::vector<std::vector<float>>& values_;
};

void explain(std::span<const float> weights, const Plan& plan,
             std::vector<std::vector<float>>& values) {
  const FormatInfo& format = plan.format();
  const Layout blocks = plan.blocks();
  values.resize(format.steps.size());
  for (std::size_t step = 0; step < format.steps.size(); ++step) {
    const auto per = format.steps[step].per;
    values[step].resize(per == StepInfo::Per::weight  ? plan.layout.length
                        : per == StepInfo::Per::group ? plan.layout.num_groups()
                                                      : blocks.num_groups());
  }
  TraceSink sink(format.steps, values);
  for (; sink.block < blocks.num_groups(); ++sink.block) {
    sink.weight = blocks.group_start(sink.block);
    sink.group = plan.layout.group_of(sink.weight);
    plan.row->explain(weights.data() + sink.weight, blocks.group_length(sink.block), plan.params,
                      sink);
  }
}

}  // namespace

Status trace(std::span<const float> weights, const Plan& plan, Trace& out) {
  const std::size_t groups = plan.layout.num_groups();
  const Execution reference{.kernel = Kernel::reference, .pool = nullptr};
  out.codes.resize(plan.layout.length);
  out.scales.resize(groups);
  out.max_errors.resize(groups);
  out.offsets.resize(plan.format().has_offsets ? groups : 0);
  out.recovered.resize(plan.layout.length);
  out.errors.resize(plan.layout.length);
  const Status status =
      quantize(weights, plan, {out.codes, out.scales, out.max_errors, out.offsets}, reference);
  if (!status.ok()) return status;

  const Quantized quantized{out.codes, out.scales, out.offsets};
  const Status recovered = dequantize(quantized, plan, out.recovered, reference);
  if (!recovered.ok()) return recovered;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    out.errors[i] = std::fabs(out.recovered[i] - weights[i]);
  }
  explain(weights, plan, out.steps);
  Measurer measurer(plan);
  const Status measured = measurer.add(weights, quantized, plan.layout, reference);
  out.measured = measurer.result();
  out.storage = storage(plan);
  return measured;
}

}  // namespace groupwise
