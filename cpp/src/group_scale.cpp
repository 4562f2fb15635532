#include "group_scale.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace groupwise {
namespace {

constexpr float smallest_float16 = 0x1p-24F;

float store(float exact, ScaleFormat format) {
  switch (format.kind) {
    case ScaleFormat::Kind::float16: {
      const float stored = round_to_float16(exact);
      return stored == 0 ? smallest_float16 : stored;
    }
    case ScaleFormat::Kind::decimal: {
      const float stored = round_to_decimal(exact, format.digits);
      return stored == 0 ? std::numeric_limits<float>::denorm_min() : stored;
    }
    case ScaleFormat::Kind::float32:
      break;
  }
  return exact == 0 ? std::numeric_limits<float>::denorm_min() : exact;
}

}  // namespace

GroupScale group_scale(float absmax, const Format& format) {
  if (absmax == 0) return {0, 1};
  const float exact = format.custom_scale.value_or(absmax / static_cast<float>(format.qmax()));
  return {exact, store(exact, format.scale)};
}

float round_to_float16(float value) {
  const float magnitude = std::fabs(value);
  // 65520 lies halfway between the largest binary16 value, 65504, and 2^16.
  if (magnitude >= 65520.0F) return std::copysign(std::numeric_limits<float>::infinity(), value);
  if (magnitude < 0x1p-14F) {
    // Subnormal binary16 values are the multiples of 2^-24, which is the spacing of floats in
    // 0.5..1: adding 0.5 rounds to one.
    return std::copysign((magnitude + 0.5F) - 0.5F, value);
  }
  // 13 of the 23 fraction bits go; rounding up may carry into the exponent, as it should.
  auto bits = std::bit_cast<std::uint32_t>(magnitude);
  bits += 0xFFFU + ((bits >> 13U) & 1U);
  return std::copysign(std::bit_cast<float>(bits & ~0x1FFFU), value);
}

}  // namespace groupwise
