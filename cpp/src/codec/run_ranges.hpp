#pragma once

#include <cmath>
#include <span>

#include "formats/row.hpp"
#include "groupwise/plan.hpp"
#include "layout/group_walk.hpp"
#include "run/parallel.hpp"

namespace groupwise {

/// A row's kernels, the plain one for each that the chosen implementation lacks.
inline Kernels kernels_of(const FormatRow& row, Kernel kernel) {
  const Kernels& plain = *row.reference;
  if (kernel == Kernel::reference) return plain;
  const Kernels& fast = *row.simd;
  return {.quantize = fast.quantize != nullptr ? fast.quantize : plain.quantize,
          .encode = fast.encode != nullptr ? fast.encode : plain.encode,
          .decode = fast.decode != nullptr ? fast.decode : plain.decode,
          .dequantize = fast.dequantize != nullptr ? fast.dequantize : plain.dequantize,
          .measure = fast.measure != nullptr ? fast.measure : plain.measure};
}

/// Cuts a layout's groups into ranges, for threads, and these into runs; calls
/// encode_run(first group, first weight, run) -> Findings for each.
/// @return `non_finite_weight` with the lowest index, else `scale_overflow`, else ok.
template <class EncodeRun>
Status encode_ranges(std::span<const float> weights, const Layout& layout,
                     const Execution& execution, const EncodeRun& encode_run) {
  const auto in_ranges = for_ranges<Findings>(
      0, layout.num_groups(), weights.size(), execution, [&](std::size_t first, std::size_t last) {
        Findings found;  // a weight's index, and a group's
        walk_groups(layout, first, last, [&](std::size_t group, std::size_t start, Run run) {
          const Findings in_run = encode_run(group, start, run);
          if (in_run.overflow != npos && found.overflow == npos) {
            found.overflow = group + in_run.overflow;
          }
          if (in_run.non_finite == npos) return true;
          found.non_finite = start + in_run.non_finite * run.group_size;
          while (std::isfinite(weights[found.non_finite])) ++found.non_finite;
          return false;
        });
        return found;
      });
  for (const auto& found : in_ranges) {
    if (found.non_finite != npos) return {ErrorCode::non_finite_weight, found.non_finite};
  }
  for (const auto& found : in_ranges) {
    if (found.overflow != npos) return {ErrorCode::scale_overflow, found.overflow};
  }
  return {};
}

/// Likewise for work that may be at fault: calls decode_run(first group, first weight, run, fault)
/// -> bool, where `fault` counts from the run's first group.
/// @return the lowest group at fault, or npos
template <class DecodeRun>
std::size_t decode_ranges(const Layout& layout, const Execution& execution,
                          const DecodeRun& decode_run) {
  const auto faults = for_ranges<std::size_t>(
      0, layout.num_groups(), layout.length, execution, [&](std::size_t first, std::size_t last) {
        std::size_t fault = npos;
        walk_groups(layout, first, last, [&](std::size_t group, std::size_t start, Run run) {
          std::size_t in_run = 0;
          if (decode_run(group, start, run, &in_run)) return true;
          fault = group + in_run;
          return false;
        });
        return fault;
      });
  for (const std::size_t fault : faults) {
    if (fault != npos) return fault;
  }
  return npos;
}

}  // namespace groupwise
