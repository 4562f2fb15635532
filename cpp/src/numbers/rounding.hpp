#pragma once

#include <cmath>

#include "groupwise/format.hpp"

namespace groupwise {

inline float round_quotient(float quotient, Rounding rounding) {
  switch (rounding) {
    case Rounding::half_even:
      return std::nearbyint(quotient);
    case Rounding::truncate:
      return std::trunc(quotient);
    case Rounding::half_away:
      break;
  }
  return std::round(quotient);
}

}  // namespace groupwise
