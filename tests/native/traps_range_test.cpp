// Traps (docs/numerics.md): the ends of the range of floats, clipping, binary16 scales.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "support/executions.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

using Codes = std::vector<std::int8_t>;
using Floats = std::vector<float>;

constexpr float denorm_min = 0x1p-149F;
constexpr float float_max = std::numeric_limits<float>::max();
constexpr float float_min = std::numeric_limits<float>::min();
constexpr ScaleFormat float16{ScaleFormat::Kind::float16};

/// The values, then zeros: long enough for every vector width.
Floats padded(Floats values) {
  values.resize(37);
  return values;
}

class TrapRange : public Everywhere {
 protected:
  static void expect_group(const Floats& values, const Params& format, const Codes& codes,
                           float scale) {
    const Quantized q = quantize_group(padded(values), format, execution());
    ASSERT_TRUE(q.status.ok());
    EXPECT_EQ(Codes(q.codes.begin(), q.codes.begin() + std::ssize(codes)), codes);
    EXPECT_EQ(bits_of(q.scales), bits_of(Floats{scale}));
  }
  static Measurement measured(const Floats& weights, const Params& format) {
    const Layout layout = layout_of(weights.size(), weights.size());
    const Quantized q = quantize(weights, layout, format, execution());
    Measurer measurer(integer_plan({}, format));
    EXPECT_TRUE(measurer.add(weights, {q.codes, q.scales}, layout, execution()).ok());
    return measurer.result();
  }
};

TEST_P(TrapRange, SmallestSubnormal) {
  expect_group({denorm_min, -denorm_min}, {}, {1, -1}, denorm_min);
  expect_group({denorm_min, -denorm_min}, {.bits = 2}, {1, -1}, denorm_min);
}

TEST_P(TrapRange, HundredSmallestSubnormals) {  // 100 / 127 of the smallest rounds up to it
  expect_group({100 * denorm_min, -37 * denorm_min}, {}, {100, -37}, denorm_min);
}

TEST_P(TrapRange, StoredScaleBelowTheExactOneClips) {  // 190 / 127 rounds down to 1
  expect_group({190 * denorm_min, -128 * denorm_min, 127 * denorm_min}, {}, {127, -127, 127},
               denorm_min);
  EXPECT_EQ(measured(padded({190 * denorm_min, -128 * denorm_min, 127 * denorm_min}), {}).clipped,
            2U);
}

TEST_P(TrapRange, ScaleWhoseReciprocalIsInfinite) {
  constexpr float scale = 0x1p-129F;  // below 2.94e-39
  ASSERT_TRUE(std::isinf(1 / scale));
  expect_group({127 * scale, -64 * scale, 2.5F * scale}, {}, {127, -64, 3}, scale);
}

TEST_P(TrapRange, LargestFloat) {
  // 127 times the nearest float of float_max / 127 would be infinite: the next lower one is kept.
  const float scale = std::nextafter(float_max / 127, 0.0F);
  ASSERT_TRUE(std::isinf(127 * (float_max / 127)));
  expect_group({float_max, -float_max, float_max / 127}, {}, {127, -127, 1}, scale);
  EXPECT_TRUE(std::isfinite(measured(padded({float_max, -float_max}), {}).max_abs));
}

TEST_P(TrapRange, LargestAndSmallestNormal) {
  expect_group({float_max, float_min, -float_min}, {}, {127, 0, 0},
               std::nextafter(float_max / 127, 0.0F));
  EXPECT_EQ(measured(padded({float_max, float_min, -float_min}), {}).zeroed, 2U);
}

TEST_P(TrapRange, NothingRecoversToInfinity) {
  for (int bits = 2; bits <= 8; ++bits) {
    for (const auto kind : {ScaleFormat::Kind::float32, ScaleFormat::Kind::decimal}) {
      const Params params{.bits = bits, .scale = {kind, 1}};
      const Measurement m = measured(padded({float_max, -float_max, 1}), params);
      EXPECT_TRUE(std::isfinite(m.max_abs)) << bits;
      EXPECT_TRUE(std::isfinite(m.sqnr_db)) << bits;
    }
  }
}

TEST_P(TrapRange, AHandPickedScaleThatRecoversToInfinityIsRefused) {
  Floats weights(40, 1);
  weights[35] = float_max;
  const Status status =
      quantize(weights, layout_of(40, 8), {.custom_scale = 3e38F}, execution()).status;
  EXPECT_EQ(status, Status{});
  weights[35] = 0.6F * float_max;  // 0.68 of the scale below, which rounds up to 1
  const Params params{.scale = {ScaleFormat::Kind::decimal, 1}, .custom_scale = 0.8F * float_max};
  EXPECT_EQ(quantize(weights, layout_of(40, 8), params, execution()).status, Status{});
  weights[35] = float_max;
  EXPECT_EQ(
      quantize(weights, layout_of(40, 8), {.custom_scale = 0.6F * float_max}, execution()).status,
      (Status{ErrorCode::scale_overflow, 4}));
}

// Quotients that no integer type holds, up to infinity: converting one is undefined in C++, and a
// clamp that comes too late gives any code at all.
TEST_P(TrapRange, QuotientsBeyondEveryInteger) {
  const Floats weights = {float_max, -float_max, 3e9F, -3e9F, 128, -128, 127.49F, -127.49F};
  expect_group(weights, {.custom_scale = 1.0F}, {127, -127, 127, -127, 127, -127, 127, -127}, 1);
  expect_group(weights, {.custom_scale = denorm_min}, Codes{127, -127, 127, -127, 127, -127},
               denorm_min);
  EXPECT_EQ(measured(padded(weights), {.custom_scale = 1.0F}).clipped, 6U);
}

TEST_P(TrapRange, LowestCodeNeverAppears) {
  for (int bits = 2; bits <= 8; ++bits) {
    const int qmax = (1 << (bits - 1)) - 1;
    for (const float custom : {0.5F, 0.999F, 1e-30F}) {
      const Floats weights(33, -static_cast<float>(qmax));
      const Quantized q =
          quantize_group(weights, {.bits = bits, .custom_scale = custom}, execution());
      EXPECT_EQ(q.codes, Codes(33, static_cast<std::int8_t>(-qmax)));
    }
  }
}

TEST_P(TrapRange, Float16ScaleThatUnderflows) {
  const Params format{.scale = float16};
  constexpr float smallest = 0x1p-24F;
  expect_group({127 * 0x1p-26F, denorm_min}, format, {32, 0}, smallest);  // 31.75
  expect_group({127 * 0x1p-25F}, format, {64}, smallest);                 // a tie with zero: 63.5
  expect_group({denorm_min}, format, {0}, smallest);
}

TEST_P(TrapRange, Float16ScaleThatOverflows) {
  const Params format{.scale = float16};
  expect_group({127 * 65519.0F, -127 * 65504.0F}, format, {127, -127}, 65504);
  Floats weights(20 * 32, 1.0F);
  weights[13 * 32 + 31] = -127 * 65520.0F;
  weights[17 * 32] = float_max;
  const Quantized q = quantize(weights, layout_of(weights.size(), 32), format, execution());
  EXPECT_EQ(q.status, (Status{ErrorCode::scale_overflow, 13}));
}

TEST_P(TrapRange, DecimalScaleThatOverflows) {
  // FLT_MAX is 3.40282347e38: only 3.403e38 lies beyond what rounds to it.
  for (int digits = 1; digits <= 9; ++digits) {
    const ScaleFormat scale{ScaleFormat::Kind::decimal, digits};
    const Params format{.scale = scale, .custom_scale = float_max};
    const Status status = quantize_group(padded({1.0F}), format, execution()).status;
    const bool overflows = digits == 4;
    EXPECT_EQ(status, overflows ? (Status{ErrorCode::scale_overflow, 0}) : Status{}) << digits;
  }
}

GROUPWISE_RUN_EVERYWHERE(TrapRange);

}  // namespace
}  // namespace groupwise::test
