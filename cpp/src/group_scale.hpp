#pragma once

#include "groupwise/format.hpp"

namespace groupwise {

struct GroupScale {
  float exact;   ///< absmax / qmax or the custom scale; 0 for an all-zero group
  float stored;  ///< 1 for an all-zero group; infinite: it overflows the format
};

/// @param absmax finite.
[[nodiscard]] GroupScale group_scale(float absmax, const Format& format);

/// The nearest IEEE binary16 value, ties to even; infinite from 65520 on.
[[nodiscard]] float round_to_float16(float value);

/// `value` to `digits` (1 to 9) significant decimal digits, ties away from zero, then the nearest
/// float; infinite where that overflows. Exact for every finite float.
[[nodiscard]] float round_to_decimal(float value, int digits);

}  // namespace groupwise
