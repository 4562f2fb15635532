// round_to_float16 at all 65,536 binary16 values, and on both sides of every point halfway between.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "numbers/float16.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

/// From the definition: sign, exponent, fraction.
double value_of(std::uint32_t half) {
  const int exponent = static_cast<int>(half >> 10U & 0x1FU);
  const double fraction = half & 0x3FFU;
  const double magnitude = exponent == 31  ? std::numeric_limits<double>::infinity()
                           : exponent == 0 ? std::ldexp(fraction, -24)
                                           : std::ldexp(1024 + fraction, exponent - 25);
  return half >> 15U ? -magnitude : magnitude;
}

std::uint32_t bits_of(float value) { return std::bit_cast<std::uint32_t>(value); }

TEST(Float16Scale, EveryValueIsItself) {
  for (std::uint32_t half = 0; half < 65536; ++half) {
    if ((half & 0x7FFFU) > 0x7C00U) continue;  // NaN: a scale never is one
    const auto value = static_cast<float>(value_of(half));
    ASSERT_EQ(bits_of(round_to_float16(value)), bits_of(value)) << half;
  }
}

TEST(Float16Scale, BetweenNeighboursTheNearerAndTiesToEven) {
  for (const std::uint32_t sign : {0U, 0x8000U}) {
    for (std::uint32_t half = 0; half < 0x7C00U; ++half) {
      const auto below = static_cast<float>(value_of(sign | half));
      const auto above = static_cast<float>(value_of(sign | (half + 1)));
      // Above the largest, 65504, the next would be 65536: from halfway there on it is infinite.
      const bool last = half == 0x7BFFU;
      const float tie = last ? std::copysign(65520.0F, below) : (below + above) / 2;
      ASSERT_EQ(round_to_float16(tie), half % 2 == 0 ? below : above);
      ASSERT_EQ(bits_of(round_to_float16(std::nextafter(tie, below))), bits_of(below));
      ASSERT_EQ(bits_of(round_to_float16(std::nextafter(tie, above))), bits_of(above));
    }
  }
}

TEST(Float16Scale, FarOutside) {
  EXPECT_TRUE(std::isinf(round_to_float16(std::numeric_limits<float>::max())));
  EXPECT_EQ(bits_of(round_to_float16(0x1p-149F)), bits_of(0.0F));
  EXPECT_EQ(bits_of(round_to_float16(-0x1p-149F)), bits_of(-0.0F));
}

}  // namespace
}  // namespace groupwise::test
