// The figures against their definitions, and where a definition divides by zero.
#include "groupwise/measure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "formats/integer/integer.hpp"
#include "support/executions.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

using Floats = std::vector<float>;

class Measure : public Everywhere {
 protected:
  static Measurement of(const Floats& weights, const std::vector<std::int8_t>& codes,
                        const Floats& scales, const Params& format = {}) {
    Measurer measurer(integer_plan({}, format));
    const std::size_t groups = scales.size();
    const Layout layout = layout_of(weights.size(), groups == 0 ? 1 : weights.size() / groups);
    EXPECT_TRUE(measurer.add(weights, {codes, scales}, layout, execution()).ok());
    return measurer.result();
  }
};

TEST_P(Measure, FiguresByHand) {  // recovered 2, -2, 0, 4: errors 0.5, -0.5, -0.5, 0
  const Measurement m = of({1.5F, -1.5F, 0.5F, 4}, {2, -2, 0, 4}, {1});
  EXPECT_EQ(m.max_abs, 0.5);
  EXPECT_EQ(m.mean_abs, 1.5 / 4);
  EXPECT_EQ(m.rmse, std::sqrt(0.75 / 4));
  EXPECT_EQ(m.bias, -0.5 / 4);
  EXPECT_EQ(m.zeroed, 1U);
  EXPECT_EQ(m.clipped, 0U);
  EXPECT_DOUBLE_EQ(m.sqnr_db, 10 * std::log10(20.75 / 0.75));
  EXPECT_DOUBLE_EQ(m.cosine, (3 + 3 + 16) / std::sqrt(20.75 * 24));
}

TEST_P(Measure, ClippedCountsWhatRoundsBeyondQmax) {
  const Floats weights = {7.4F, 7.5F, -7.4F, -7.5F, 100, -1e30F};
  const std::vector<std::int8_t> codes = {7, 7, -7, -7, 7, -7};
  EXPECT_EQ(of(weights, codes, {1}, {.bits = 4}).clipped, 4U);
  EXPECT_EQ(of(weights, codes, {1}, {.bits = 4, .rounding = Rounding::truncate}).clipped, 2U);
}

TEST_P(Measure, OfNothing) {
  const Measurement m = of({}, {}, {});
  EXPECT_EQ(m.max_abs, 0);
  EXPECT_EQ(m.mean_abs, 0);
  EXPECT_EQ(m.rmse, 0);
  EXPECT_EQ(m.bias, 0);
  EXPECT_EQ(m.sqnr_db, std::numeric_limits<double>::infinity());
  EXPECT_EQ(m.cosine, 1);
}

TEST_P(Measure, EverythingLost) {
  const Measurement m = of({0.1F, -0.2F}, {0, 0}, {1});
  EXPECT_EQ(m.cosine, 0);
  EXPECT_EQ(m.zeroed, 2U);
  EXPECT_EQ(m.sqnr_db, 0);
}

TEST_P(Measure, SquaresOfTheLargestWeightsDoNotOverflow) {
  const float most = std::numeric_limits<float>::max();
  const Measurement m = of(Floats(64, most), std::vector<std::int8_t>(64, 1), {most / 2, most / 2});
  EXPECT_NEAR(m.cosine, 1, 1e-15);
  EXPECT_TRUE(std::isfinite(m.rmse));
  EXPECT_NEAR(m.sqnr_db, 20 * std::log10(2), 1e-9);
}

TEST_P(Measure, SquaresOfTheSmallestWeightsDoNotVanish) {
  const Measurement m = of({0x1p-149F, 0x1p-149F}, {1, 0}, {0x1p-149F});
  EXPECT_GT(m.rmse, 0);
  EXPECT_NEAR(m.cosine, std::sqrt(0.5), 1e-15);
}

GROUPWISE_RUN_EVERYWHERE(Measure);

}  // namespace
}  // namespace groupwise::test
