#include "groupwise/trace.hpp"

#include <cmath>

#include "group_scale.hpp"
#include "groupwise/quantize.hpp"
#include "rounding.hpp"

namespace groupwise {

Status trace(std::span<const float> weights, const Layout& layout, const Format& format,
             TraceView out) {
  const std::size_t groups = layout.num_groups();
  for (const auto& per_group : {out.absmax, out.exact_scales, out.scales, out.max_errors}) {
    if (per_group.size() != groups) return {ErrorCode::length_mismatch};
  }
  for (const auto& per_weight : {out.quotients, out.rounded, out.recovered, out.errors}) {
    if (per_weight.size() != layout.length) return {ErrorCode::length_mismatch};
  }
  // The codes, scales and errors are the reference kernel's own; the steps between are recomputed
  // from them by the same functions.
  const Status status = quantize(weights, layout, format, {out.codes, out.scales, out.max_errors},
                                 {.kernel = Kernel::reference, .pool = nullptr});
  if (!status.ok()) return status;

  for (std::size_t group = 0; group < groups; ++group) {
    const std::size_t start = layout.group_start(group);
    const std::size_t end = start + layout.group_length(group);
    float absmax = 0;
    for (std::size_t i = start; i < end; ++i) absmax = std::max(absmax, std::fabs(weights[i]));
    out.absmax[group] = absmax;
    out.exact_scales[group] = group_scale(absmax, format).exact;
    for (std::size_t i = start; i < end; ++i) {
      out.quotients[i] = weights[i] / out.scales[group];
      out.rounded[i] = round_quotient(out.quotients[i], format.rounding);
      out.recovered[i] = static_cast<float>(out.codes[i]) * out.scales[group];
      out.errors[i] = std::fabs(out.recovered[i] - weights[i]);
    }
  }
  return {};
}

}  // namespace groupwise
