#pragma once

#include "groupwise/format.hpp"

namespace groupwise::integer {

struct GroupScale {
  float exact;   ///< absmax / qmax or the custom scale; 0 for an all-zero group
  float stored;  ///< 1 for an all-zero group; infinite: it overflows the format
};

/// @param absmax finite.
[[nodiscard]] GroupScale group_scale(float absmax, const Params& params);

}  // namespace groupwise::integer
