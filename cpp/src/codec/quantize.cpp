#include "groupwise/quantize.hpp"

#include <algorithm>
#include <array>

#include "codec/planar.hpp"
#include "codec/run_ranges.hpp"

namespace groupwise {
namespace {

// Blocks of a format whose planar memory comes from its bytes, one after another.
Findings quantize_blocks(const float* weights, Run blocks, const Plan& plan, const Kernels& kernels,
                         PlanarOut out) {
  const FormatInfo& format = plan.format();
  const std::size_t groups = format.block / format.group;
  std::array<std::uint8_t, max_block_bytes> bytes;
  Findings findings;
  for (std::size_t block = 0; block < blocks.count; ++block) {
    const Findings found = kernels.encode(weights, {format.block, 1}, plan.params, bytes.data());
    if (found.non_finite != npos) {
      findings.non_finite = block;
      return findings;
    }
    if (found.overflow != npos) {
      if (findings.overflow == npos) findings.overflow = block;
    } else {
      std::size_t fault = 0;
      plan.row->unpack(bytes.data(), {format.block, 1}, plan.params, out, &fault);
    }
    for (std::size_t g = 0; g < groups && out.max_errors != nullptr; ++g) {
      const Recovery recover(format, plan.codes(), {out.codes, out.scales, out.offsets}, g);
      float most = 0;
      for (std::size_t i = g * format.group; i < (g + 1) * format.group; ++i) {
        most = std::max(most, std::fabs(recover(out.codes[i]) - weights[i]));
      }
      out.max_errors[g] = most;
    }
    weights += format.block;
    out.codes += format.block;
    out.scales += groups;
    if (out.offsets != nullptr) out.offsets += groups;
    if (out.max_errors != nullptr) out.max_errors += groups;
  }
  return findings;
}

bool fits(const QuantizedView& out, const Plan& plan) {
  return check_sizes({out.codes, out.scales, out.offsets}, plan.format(), plan.layout).ok() &&
         (out.group_max_errors.empty() || out.group_max_errors.size() == out.scales.size());
}

}  // namespace

Status quantize(std::span<const float> weights, const Plan& plan, QuantizedView out,
                const Execution& execution) {
  if (const Status status = validate(plan.params); !status.ok()) return status;
  if (weights.size() != plan.layout.length || !fits(out, plan)) {
    return {ErrorCode::length_mismatch};
  }
  const Kernels kernels = kernels_of(*plan.row, execution.kernel);
  const Layout units = kernels.quantize != nullptr ? plan.layout : plan.blocks();
  const std::size_t groups_per_unit = units.group_size / plan.layout.group_size;
  return encode_ranges(
      weights, units, execution, [&](std::size_t unit, std::size_t start, Run run) {
        const float* from = weights.data() + start;
        const PlanarOut to = planar_at(out, unit * groups_per_unit, start);
        return kernels.quantize != nullptr ? kernels.quantize(from, run, plan.params, to)
                                           : quantize_blocks(from, run, plan, kernels, to);
      });
}

}  // namespace groupwise
