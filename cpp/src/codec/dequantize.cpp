#include "codec/planar.hpp"
#include "codec/run_ranges.hpp"

namespace groupwise {
namespace {

bool recover_groups(PlanarIn in, Run groups, const Plan& plan, float* recovered) {
  const CodeRange range = plan.codes();
  for (std::size_t group = 0; group < groups.count; ++group) {
    const Recovery recover(plan.format(), range, in, group);
    for (std::size_t i = 0; i < groups.group_size; ++i, ++recovered, ++in.codes) {
      if (*in.codes < range.least || *in.codes > range.most) return false;
      *recovered = recover(*in.codes);
    }
  }
  return true;
}

}  // namespace

Status dequantize(const Quantized& quantized, const Plan& plan, std::span<float> recovered,
                  const Execution& execution) {
  if (const Status status = validate(plan.params); !status.ok()) return status;
  if (recovered.size() != plan.layout.length) return {ErrorCode::length_mismatch};
  const Status checked = check_sizes_and_scales(quantized, plan.format(), plan.layout);
  if (!checked.ok()) return checked;
  const Kernels kernels = kernels_of(*plan.row, execution.kernel);
  const std::size_t fault = decode_ranges(
      plan.layout, execution,
      [&](std::size_t group, std::size_t start, Run run, std::size_t* /*fault*/) {
        const PlanarIn in = planar_at(quantized, group, start);
        float* to = recovered.data() + start;
        return kernels.dequantize != nullptr ? kernels.dequantize(in, run, plan.params, to)
                                             : recover_groups(in, run, plan, to);
      });
  return fault == npos ? Status{} : first_invalid_code(quantized.codes, plan.codes());
}

}  // namespace groupwise
