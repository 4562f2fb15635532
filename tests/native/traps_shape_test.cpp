// Traps (docs/numerics.md): tails, sizes, rows, groups of zeros.
#include <gtest/gtest.h>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "support/executions.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

using Codes = std::vector<std::int8_t>;
using Floats = std::vector<float>;

/// `groups` groups whose largest weight is 127 * (its number + 1), so that each scale tells its
/// group.
Floats weights_with_scales(std::size_t length, std::size_t group_size) {
  Floats weights(length);
  for (std::size_t i = 0; i < length; ++i) {
    weights[i] = 127.0F * static_cast<float>(i / group_size + 1);
  }
  return weights;
}

class TrapTail : public Everywhere {
 protected:
  static void expect_scales_by_group(std::size_t length, std::size_t group_size) {
    const Quantized q = quantize(weights_with_scales(length, group_size),
                                 layout_of(length, group_size), {}, execution());
    ASSERT_TRUE(q.status.ok());
    EXPECT_EQ(q.codes, Codes(length, 127));
    ASSERT_EQ(q.scales.size(), (length + group_size - 1) / group_size);
    for (std::size_t group = 0; group < q.scales.size(); ++group) {
      EXPECT_EQ(q.scales[group], static_cast<float>(group + 1));
    }
  }
};

TEST_P(TrapTail, OfOneWeight) {
  for (const std::size_t size : {2, 4, 8, 16, 17, 32, 100})
    expect_scales_by_group(3 * size + 1, size);
}

TEST_P(TrapTail, OfAllButOneWeight) {
  for (const std::size_t size : {2, 4, 8, 16, 17, 32, 100})
    expect_scales_by_group(4 * size - 1, size);
}

TEST_P(TrapTail, GroupLargerThanTheTensor) {
  for (const std::size_t length : {1, 2, 15, 16, 31, 33}) expect_scales_by_group(length, 1000);
}

TEST_P(TrapTail, LengthZero) {
  const Quantized q = quantize({}, layout_of(0, 32), {}, execution());
  EXPECT_TRUE(q.status.ok());
  EXPECT_TRUE(q.scales.empty());
}

TEST_P(TrapTail, LengthOne) {
  const Quantized q = quantize(Floats{-254}, layout_of(1, 32), {}, execution());
  ASSERT_TRUE(q.status.ok());
  EXPECT_EQ(q.codes, Codes{-127});
  EXPECT_EQ(q.scales, Floats{2});
  EXPECT_EQ(q.max_errors, Floats{0});
}

TEST_P(TrapTail, OfEveryRowHasItsOwnScale) {
  constexpr std::size_t row = 19, size = 8, rows = 5;  // groups of 8, 8 and 3
  Floats weights(rows * row);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = 127.0F * static_cast<float>(i / row * 3 + i % row / size + 1);
  }
  const Quantized q = quantize(weights, layout_of(weights.size(), size, row), {}, execution());
  ASSERT_TRUE(q.status.ok());
  EXPECT_EQ(q.codes, Codes(weights.size(), 127));
  ASSERT_EQ(q.scales.size(), 15U);
  for (std::size_t g = 0; g < 15; ++g) EXPECT_EQ(q.scales[g], static_cast<float>(g + 1));
}

GROUPWISE_RUN_EVERYWHERE(TrapTail);

class TrapZeros : public Everywhere {
 protected:
  static void expect_scale_one_and_no_error(const Floats& weights, const Params& format) {
    const Layout layout = layout_of(weights.size(), 32);
    const Quantized q = quantize(weights, layout, format, execution());
    ASSERT_TRUE(q.status.ok());
    EXPECT_EQ(q.codes, Codes(weights.size(), 0));
    EXPECT_EQ(q.scales, Floats(layout.num_groups(), 1));
    EXPECT_EQ(bits_of(q.max_errors), bits_of(Floats(layout.num_groups(), 0)));
    Measurer measurer(integer_plan({}, format));
    ASSERT_TRUE(measurer.add(weights, {q.codes, q.scales}, layout, execution()).ok());
    const Measurement m = measurer.result();
    EXPECT_EQ(m.max_abs, 0);
    EXPECT_EQ(m.rmse, 0);
    EXPECT_EQ(m.bias, 0);
    EXPECT_EQ(m.sqnr_db, std::numeric_limits<double>::infinity());
    EXPECT_EQ(m.cosine, 1);
    EXPECT_EQ(m.zeroed, 0U);
    EXPECT_EQ(m.clipped, 0U);
  }
  static constexpr ScaleFormat::Kind kinds[] = {
      ScaleFormat::Kind::float32, ScaleFormat::Kind::float16, ScaleFormat::Kind::decimal};
};

TEST_P(TrapZeros, GroupOfZeros) {
  for (const auto kind : kinds) {
    expect_scale_one_and_no_error(Floats(100, 0.0F), {.scale = {kind, 3}});
  }
}

TEST_P(TrapZeros, GroupOfNegativeZeros) {
  for (const auto kind : kinds) {
    expect_scale_one_and_no_error(Floats(100, -0.0F), {.scale = {kind, 3}});
  }
}

TEST_P(TrapZeros, KeepScaleOneUnderACustomScale) {
  expect_scale_one_and_no_error(Floats(100, -0.0F), {.custom_scale = 0.25F});
}

TEST_P(TrapZeros, GroupBetweenOthers) {
  Floats weights(96, 127.0F);
  std::fill(weights.begin() + 32, weights.begin() + 64, -0.0F);
  const Quantized q = quantize(weights, layout_of(96, 32), {}, execution());
  ASSERT_TRUE(q.status.ok());
  EXPECT_EQ(q.scales, (Floats{1, 1, 1}));
  EXPECT_EQ(q.codes[31], 127);
  EXPECT_EQ(q.codes[32], 0);
  EXPECT_EQ(q.codes[64], 127);
}

GROUPWISE_RUN_EVERYWHERE(TrapZeros);

}  // namespace
}  // namespace groupwise::test
