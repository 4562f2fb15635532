// round_to_decimal against rounding the digits that the C library prints.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "numbers/decimal.hpp"
#include "support/random.hpp"

namespace groupwise::test {
namespace {

// No float has more than 112 significant digits, so 120 are its exact value. They are rounded by
// hand, as text: printf itself would take ties to even.
float rounded_as_text(float value, int digits) {
  char text[160];
  std::snprintf(text, sizeof text, "%.119e", static_cast<double>(std::fabs(value)));
  std::string number(text);
  const auto mark = number.find('e');
  int exponent = std::atoi(number.c_str() + mark + 1);
  std::string all = number.substr(0, 1) + number.substr(2, mark - 2);
  const bool up = all[static_cast<std::size_t>(digits)] >= '5';
  std::string kept = all.substr(0, static_cast<std::size_t>(digits));
  if (up) {
    std::size_t i = kept.size();
    while (i > 0 && kept[i - 1] == '9') kept[--i] = '0';
    if (i > 0) {
      ++kept[i - 1];
    } else {
      kept.insert(kept.begin(), '1');
      ++exponent;
    }
  }
  const std::string decimal =
      kept.substr(0, 1) + "." + kept.substr(1) + "e" + std::to_string(exponent);
  return std::copysign(std::strtof(decimal.c_str(), nullptr), value);
}

void expect_same(float value) {
  for (int digits = 1; digits <= 9; ++digits) {
    const float expected = rounded_as_text(value, digits);
    ASSERT_EQ(round_to_decimal(value, digits), expected) << value << " to " << digits;
  }
}

TEST(DecimalScale, OfAllMagnitudes) {
  Random random(61);
  for (int i = 0; i < 30000; ++i) {
    const auto bits = random.next() & 0x7FFFFFFFU;
    if (bits < 0x7F800000U) expect_same(std::bit_cast<float>(bits));
  }
}

TEST(DecimalScale, EdgesOfTheRange) {
  for (std::uint32_t bits = 1; bits < 3000; ++bits) expect_same(std::bit_cast<float>(bits));
  for (std::uint32_t bits = 0x7F7FFFFF; bits > 0x7F7FF000; --bits) {
    expect_same(std::bit_cast<float>(bits));
  }
}

TEST(DecimalScale, PowersOfTenAndTwoAndTheirNeighbours) {
  for (int exponent = -44; exponent <= 38; ++exponent) {
    const float power = std::strtof(("1e" + std::to_string(exponent)).c_str(), nullptr);
    for (const float value : {std::nextafter(power, 0.0F), power, std::nextafter(power, 1e38F)}) {
      if (value > 0) expect_same(value);
    }
  }
  for (int exponent = -149; exponent <= 127; ++exponent) {
    const float power = std::ldexp(1.0F, exponent);
    for (const float value : {std::nextafter(power, 0.0F), power, std::nextafter(power, 1e38F)}) {
      if (value > 0) expect_same(value);
    }
  }
}

TEST(DecimalScale, TiesGoAwayFromZero) {
  EXPECT_EQ(round_to_decimal(2.5F, 1), 3);
  EXPECT_EQ(round_to_decimal(-2.5F, 1), -3);
  EXPECT_EQ(round_to_decimal(0.125F, 2), 0.13F);
  EXPECT_EQ(round_to_decimal(1048577.5F, 7), 1048578);
  EXPECT_EQ(round_to_decimal(1234565, 6), 1234570);
  EXPECT_EQ(round_to_decimal(9.5F, 1), 10);
  for (int numerator = 1; numerator < 4096; ++numerator) {  // many are ties for some digits
    expect_same(static_cast<float>(numerator) / 64);
  }
}

TEST(DecimalScale, ZeroAndWhatIsNotFiniteStay) {
  EXPECT_EQ(round_to_decimal(0, 3), 0);
  EXPECT_TRUE(std::isinf(round_to_decimal(std::numeric_limits<float>::infinity(), 3)));
  EXPECT_TRUE(std::isinf(round_to_decimal(std::numeric_limits<float>::max(), 4)));
}

}  // namespace
}  // namespace groupwise::test
