#pragma once

#include <cstdint>
#include <vector>

#include "formats/integer/integer.hpp"
#include "groupwise/layout.hpp"
#include "groupwise/quantize.hpp"

namespace groupwise::bench {

/// The same weights as bench/suite/weights.mjs.
inline std::vector<float> make_weights(std::size_t length) {
  std::vector<float> weights(length);
  std::uint32_t state = 0x2545F491;
  const auto uniform = [&state] {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return static_cast<std::int32_t>(state) / 2147483648.0;
  };
  for (float& weight : weights) {
    const double first = uniform(), second = uniform(), third = uniform();
    weight = static_cast<float>(0.02 * (first + second + third));
  }
  return weights;
}

/// A tensor of one length and room for all that is made of it.
struct Tensor {
  explicit Tensor(std::size_t length)
      : weights(make_weights(length)), codes(length), recovered(length) {}

  /// Cuts it into groups of another size, and quantizes it so that there is something to read.
  void regroup(std::size_t group_size) {
    (void)make_layout(weights.size(), {GroupSize::Kind::count, group_size}, std::nullopt, layout);
    scales.resize(layout.num_groups());
    max_errors.resize(layout.num_groups());
    (void)quantize(weights, integer_plan(layout), {codes, scales, max_errors});
  }

  Layout layout;
  std::vector<float> weights;
  std::vector<std::int8_t> codes;
  std::vector<float> recovered, scales, max_errors;
};

}  // namespace groupwise::bench
