#include "groupwise/quantize.hpp"

#include <algorithm>
#include <cmath>

#include "group_walk.hpp"
#include "kernels.hpp"
#include "parallel.hpp"

namespace groupwise {
namespace {

// What a range of groups found: the index of the first weight that is not finite, and of the first
// group whose scale overflows.
struct RangeFindings {
  std::size_t non_finite = none;
  std::size_t overflow = none;
};

RangeFindings quantize_range(std::span<const float> weights, const Layout& layout,
                             const Format& format, const QuantizedView& out, Kernel kernel,
                             std::size_t first, std::size_t last) {
  RangeFindings found;
  walk_groups(layout, first, last, [&](std::size_t group, std::size_t start, Run run) {
    float* max_errors =
        out.group_max_errors.empty() ? nullptr : out.group_max_errors.data() + group;
    const Findings in_run =
        kernels(kernel).quantize(weights.data() + start, run, format,
                                 {out.codes.data() + start, out.scales.data() + group, max_errors});
    if (in_run.overflow != none && found.overflow == none) found.overflow = group + in_run.overflow;
    if (in_run.non_finite == none) return true;
    found.non_finite = start + in_run.non_finite * run.group_size;
    while (std::isfinite(weights[found.non_finite])) ++found.non_finite;
    return false;
  });
  return found;
}

}  // namespace

Status quantize(std::span<const float> weights, const Layout& layout, const Format& format,
                QuantizedView out, const Execution& execution) {
  if (const Status status = validate(format); !status.ok()) return status;
  const std::size_t groups = layout.num_groups();
  if (weights.size() != layout.length || out.codes.size() != layout.length ||
      out.scales.size() != groups ||
      (!out.group_max_errors.empty() && out.group_max_errors.size() != groups)) {
    return {ErrorCode::length_mismatch};
  }
  const auto findings = for_ranges<RangeFindings>(
      0, groups, weights.size(), execution, [&](std::size_t first, std::size_t last) {
        return quantize_range(weights, layout, format, out, execution.kernel, first, last);
      });
  for (const auto& found : findings) {
    if (found.non_finite != none) return {ErrorCode::non_finite_weight, found.non_finite};
  }
  for (const auto& found : findings) {
    if (found.overflow != none) return {ErrorCode::scale_overflow, found.overflow};
  }
  return {};
}

}  // namespace groupwise
