// Traps (docs/numerics.md): ties, 0.49999997, and division against multiplying by a
// reciprocal.
#include <gtest/gtest.h>

#include <cmath>

#include "support/executions.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

/// Quantizes 127 * scale, which fixes the scale, and the weights given, in one group. Codes of
/// those.
std::vector<int> codes_at_scale(float scale, const std::vector<float>& weights, Rounding rounding,
                                const Execution& execution) {
  std::vector<float> all = weights;
  all.push_back(127 * scale);
  const Quantized q = quantize_group(all, {.rounding = rounding}, execution);
  EXPECT_TRUE(q.status.ok());
  EXPECT_EQ(q.scales[0], scale);
  return {q.codes.begin(), q.codes.end() - 1};
}

class TrapTies : public Everywhere {
 protected:
  // (k + 1/2) * scale is exact for these: the scale has few bits.
  static constexpr float scales[] = {1.0F, 0x1p-20F, 0x1p-140F, 5.0F, 43691 * 0x1p-20F};

  template <class Expected>
  static void expect_codes(Rounding rounding, Expected expected) {
    std::vector<float> halves;
    std::vector<int> codes;
    for (int k = 0; k < 126; ++k) {
      for (const float sign : {1.0F, -1.0F}) {
        halves.push_back(sign * (static_cast<float>(k) + 0.5F));
        codes.push_back(static_cast<int>(sign) * expected(k));
      }
    }
    for (const float scale : scales) {
      auto weights = halves;
      for (auto& w : weights) w *= scale;
      EXPECT_EQ(codes_at_scale(scale, weights, rounding, execution()), codes) << scale;
    }
  }
};

TEST_P(TrapTies, HalfAwayGoesAwayFromZero) {
  expect_codes(Rounding::half_away, [](int k) { return k + 1; });
}

TEST_P(TrapTies, HalfEvenGoesToTheEvenOne) {
  expect_codes(Rounding::half_even, [](int k) { return k + k % 2; });
}

TEST_P(TrapTies, TruncateGoesTowardZero) {
  expect_codes(Rounding::truncate, [](int k) { return k; });
}

GROUPWISE_RUN_EVERYWHERE(TrapTies);

class TrapBelowHalf : public Everywhere {};

TEST_P(TrapBelowHalf, LargestFloatBelowOneHalfRoundsToZero) {
  std::vector<float> weights(40, 0.49999997F);
  for (std::size_t i = 0; i < weights.size(); i += 2) weights[i] = -weights[i];
  const auto codes = codes_at_scale(1, weights, Rounding::half_away, execution());
  EXPECT_EQ(codes, std::vector<int>(40, 0));
}

TEST_P(TrapBelowHalf, NeighboursOfEveryTie) {
  std::vector<float> weights;
  std::vector<int> codes;
  for (int k = 0; k < 126; ++k) {
    const float tie = static_cast<float>(k) + 0.5F;
    for (const int sign : {1, -1}) {
      const auto s = static_cast<float>(sign);
      weights.push_back(s * std::nextafter(tie, 0.0F));
      codes.push_back(sign * k);
      weights.push_back(s * std::nextafter(tie, 200.0F));
      codes.push_back(sign * (k + 1));
    }
  }
  for (const auto rounding : {Rounding::half_away, Rounding::half_even}) {
    EXPECT_EQ(codes_at_scale(1, weights, rounding, execution()), codes);
  }
}

TEST_P(TrapBelowHalf, NeighboursOfWholeNumbersUnderTruncation) {
  std::vector<float> weights;
  std::vector<int> codes;
  for (int k = 1; k <= 126; ++k) {
    weights.push_back(std::nextafter(static_cast<float>(k), 0.0F));
    codes.push_back(k - 1);
    weights.push_back(-static_cast<float>(k));
    codes.push_back(-k);
  }
  EXPECT_EQ(codes_at_scale(1, weights, Rounding::truncate, execution()), codes);
}

GROUPWISE_RUN_EVERYWHERE(TrapBelowHalf);

class TrapDivision : public Everywhere {};

// Weights next to (k + 1/2) * scale for which the product with 1 / scale rounds to the other side
// of the tie. The expected quotient is f64's, rounded once more: exact for a division of floats.
TEST_P(TrapDivision, QuotientIsNotAProductWithTheReciprocal) {
  Random random(31);
  std::size_t told_apart = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const float scale = (1 + static_cast<float>(random.next() % 1000003) / 1000003) / 64;
    const float absmax = 127 * scale;
    if (absmax / 127 != scale) continue;
    const float reciprocal = 1 / scale;
    std::vector<float> weights;
    std::vector<int> expected;
    for (int k = 0; k < 126; ++k) {
      float w = (static_cast<float>(k) + 0.5F) * scale;
      for (int step = 0; step < 5; ++step) w = std::nextafter(w, 0.0F);
      for (int step = 0; step < 11; ++step, w = std::nextafter(w, 1e9F)) {
        const auto quotient = static_cast<float>(static_cast<double>(w) / scale);
        weights.push_back(w);
        expected.push_back(static_cast<int>(std::round(quotient)));
        told_apart += std::round(quotient) != std::round(w * reciprocal);
      }
    }
    ASSERT_EQ(codes_at_scale(scale, weights, Rounding::half_away, execution()), expected);
  }
  EXPECT_GT(told_apart, 1000U);
}

GROUPWISE_RUN_EVERYWHERE(TrapDivision);

}  // namespace
}  // namespace groupwise::test
