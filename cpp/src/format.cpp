#include "groupwise/format.hpp"

#include <cmath>

namespace groupwise {

Status validate(const Format& format) {
  if (format.bits < 2 || format.bits > 8) return {ErrorCode::invalid_bits};
  if (format.scale.kind == ScaleFormat::Kind::decimal &&
      (format.scale.digits < 1 || format.scale.digits > 9)) {
    return {ErrorCode::invalid_scale_format};
  }
  if (format.custom_scale && !(std::isfinite(*format.custom_scale) && *format.custom_scale > 0)) {
    return {ErrorCode::invalid_custom_scale};
  }
  return {};
}

}  // namespace groupwise
