// Calling the core, with the results in vectors that compare bit for bit.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include "formats/integer/integer.hpp"
#include "groupwise/quantize.hpp"

namespace groupwise::test {

/// Floats as their bits: -0 is not 0, and NaN equals itself.
inline std::vector<std::uint32_t> bits_of(std::span<const float> floats) {
  std::vector<std::uint32_t> bits(floats.size());
  if (!bits.empty()) std::memcpy(bits.data(), floats.data(), floats.size_bytes());
  return bits;
}

struct Quantized {
  Status status;
  std::vector<std::int8_t> codes;
  std::vector<float> scales, max_errors;
};

inline Layout layout_of(std::uint64_t length, std::uint64_t group_size,
                        std::optional<std::uint64_t> row_length = {}) {
  Layout layout;
  const Status status = make_layout(length, {.count = group_size}, row_length, layout);
  if (!status.ok()) throw std::invalid_argument("no such layout");
  return layout;
}

inline Quantized quantize(std::span<const float> weights, const Layout& layout,
                          const Params& format = {}, const Execution& execution = {}) {
  Quantized q;
  q.codes.resize(layout.length);
  q.scales.resize(layout.num_groups());
  q.max_errors.resize(layout.num_groups());
  q.status = groupwise::quantize(weights, integer_plan(layout, format),
                                 {q.codes, q.scales, q.max_errors}, execution);
  return q;
}

/// One group of all the weights.
inline Quantized quantize_group(std::span<const float> weights, const Params& format = {},
                                const Execution& execution = {}) {
  return quantize(weights, layout_of(weights.size(), weights.size()), format, execution);
}

}  // namespace groupwise::test
