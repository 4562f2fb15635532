#include "formats/integer/group_scale.hpp"

#include <cmath>
#include <limits>

#include "numbers/bfloat16.hpp"
#include "numbers/decimal.hpp"
#include "numbers/float16.hpp"

namespace groupwise::integer {
namespace {

using Limits = std::numeric_limits<float>;

float rounded(float exact, ScaleFormat format) {
  switch (format.kind) {
    case ScaleFormat::Kind::float16:
      return round_to_float16(exact);
    case ScaleFormat::Kind::bfloat16:
      return round_to_bfloat16(exact);
    case ScaleFormat::Kind::decimal:
      return round_to_decimal(exact, format.digits);
    case ScaleFormat::Kind::float32:
      break;
  }
  return exact;
}

float smallest(ScaleFormat format) {
  switch (format.kind) {
    case ScaleFormat::Kind::float16:
      return 0x1p-24F;
    case ScaleFormat::Kind::bfloat16:
      return 0x1p-133F;
    default:
      return Limits::denorm_min();
  }
}

// The largest value of the format below a stored scale whose product with qmax is infinite, such
// that this product is finite. (Scales of 16-bit floats are at most half a step above the exact
// scale, so the next lower one will do; a scale of few decimal digits may be far above it.)
float finite_below(float stored, const Params& params) {
  const auto qmax = static_cast<float>(params.qmax());
  if (params.scale.kind == ScaleFormat::Kind::bfloat16) {
    return bfloat16_value(static_cast<std::uint16_t>(bfloat16_bits(stored) - 1));
  }
  float lower = std::fmin(stored, Limits::max() / qmax);
  while (std::isinf(lower * qmax)) lower = std::nextafter(lower, 0.0F);
  return lower;
}

}  // namespace

GroupScale group_scale(float absmax, const Params& params) {
  if (absmax == 0) return {0, 1};
  const auto qmax = static_cast<float>(params.qmax());
  const float exact = params.custom_scale.value_or(absmax / qmax);
  float stored = rounded(exact, params.scale);
  if (stored == 0) stored = smallest(params.scale);
  if (!params.custom_scale && std::isfinite(stored) && std::isinf(stored * qmax)) {
    stored = finite_below(stored, params);
  }
  return {exact, stored};
}

}  // namespace groupwise::integer
