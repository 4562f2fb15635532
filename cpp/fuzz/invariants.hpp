#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise::fuzz {

/// Ends the process with a message if anything that must hold for these weights does not: the
/// status is the one expected; codes are in range; scales are above 0 and finite; errors are what
/// they say; the SIMD kernel gives the reference's bytes; pieces of `max_weights` give what the
/// whole gives; dequantize, measure and trace agree.
void check_everything(const std::vector<float>& weights, const Layout& layout, const Params& format,
                      std::uint64_t max_weights);

}  // namespace groupwise::fuzz
