#include "groupwise/dequantize.hpp"

#include "check_quantized.hpp"
#include "group_walk.hpp"
#include "kernels.hpp"
#include "parallel.hpp"

namespace groupwise {

Status dequantize(std::span<const std::int8_t> codes, std::span<const float> scales,
                  const Layout& layout, int bits, std::span<float> recovered,
                  const Execution& execution) {
  Format format;
  format.bits = bits;
  if (const Status status = validate(format); !status.ok()) return status;
  if (recovered.size() != layout.length) return {ErrorCode::length_mismatch};
  if (const Status status = check_sizes_and_scales(codes, scales, layout); !status.ok()) {
    return status;
  }
  const auto in_range = for_ranges<char>(
      0, scales.size(), codes.size(), execution, [&](std::size_t first, std::size_t last) {
        bool valid = true;
        walk_groups(layout, first, last, [&](std::size_t group, std::size_t start, Run run) {
          valid = kernels(execution.kernel)
                      .dequantize(codes.data() + start, scales.data() + group, run, format.qmax(),
                                  recovered.data() + start);
          return valid;
        });
        return valid;
      });
  for (const bool valid : in_range) {
    if (!valid) return first_invalid_code(codes, format.qmax());
  }
  return {};
}

}  // namespace groupwise
