// Recovering weights, and what dequantize and measure refuse.
#include <gtest/gtest.h>

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

class Dequantize : public Everywhere {
 protected:
  static Status status_of(const Codes& codes, const Floats& scales, const Layout& layout,
                          int bits = 8) {
    Floats recovered(layout.length);
    return dequantize({codes, scales}, integer_plan(layout, {.bits = bits}), recovered,
                      execution());
  }
};

TEST_P(Dequantize, IsCodeTimesScale) {
  Codes codes(255);
  for (int i = 0; i < 255; ++i)
    codes[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i - 127);
  for (const float scale : {0.1F, 1e38F, 1e-44F, 3.0F}) {
    Floats recovered(255);
    ASSERT_TRUE(dequantize({codes, Floats{scale}}, integer_plan(layout_of(255, 255), {.bits = 8}),
                           recovered, execution())
                    .ok());
    for (int i = 0; i < 255; ++i) {
      EXPECT_EQ(recovered[static_cast<std::size_t>(i)], static_cast<float>(i - 127) * scale);
    }
  }
}

TEST_P(Dequantize, RefusesTheLowestCodeOutOfRange) {
  constexpr std::size_t length = 9 * 65536;
  const Layout layout = layout_of(length, 32);
  const Floats scales(layout.num_groups(), 1);
  for (const std::size_t index : {std::size_t{0}, std::size_t{31}, length / 2, length - 1}) {
    Codes codes(length, 7);
    codes[length - 1] = 8;
    codes[index] = -8;
    EXPECT_EQ(status_of(codes, scales, layout, 4), (Status{ErrorCode::invalid_code, index}));
  }
  Codes codes(length, -127);
  codes[77] = -128;
  EXPECT_EQ(status_of(codes, scales, layout), (Status{ErrorCode::invalid_code, 77}));
}

TEST_P(Dequantize, RefusesScalesThatAreNone) {
  const Layout layout = layout_of(96, 32);
  const float infinity = std::numeric_limits<float>::infinity();
  for (const float bad :
       {0.0F, -0.0F, -1.0F, infinity, -infinity, std::numeric_limits<float>::quiet_NaN()}) {
    EXPECT_EQ(status_of(Codes(96), {1, bad, bad}, layout), (Status{ErrorCode::invalid_scale, 1}));
  }
}

TEST_P(Dequantize, RefusesSizesThatDoNotFit) {
  const Layout layout = layout_of(96, 32);
  EXPECT_EQ(status_of(Codes(95), Floats(3, 1), layout).code, ErrorCode::length_mismatch);
  EXPECT_EQ(status_of(Codes(96), Floats(2, 1), layout).code, ErrorCode::length_mismatch);
  EXPECT_EQ(status_of(Codes(96), Floats(3, 1), layout, 9).code, ErrorCode::invalid_bits);
  Floats short_by_one(95);
  EXPECT_EQ(dequantize({Codes(96), Floats(3, 1)}, integer_plan(layout, {.bits = 8}), short_by_one,
                       execution())
                .code,
            ErrorCode::length_mismatch);
}

GROUPWISE_RUN_EVERYWHERE(Dequantize);

TEST(Quantize, RefusesSizesAndFormatsThatDoNotFit) {
  const Floats weights(64, 1);
  Codes codes(64);
  Floats scales(2), errors(2);
  const auto code_of = [&](const Params& format, QuantizedView out) {
    return groupwise::quantize(weights, integer_plan(layout_of(64, 32), format), out).code;
  };
  const std::span all_codes(codes);
  const std::span all_scales(scales);
  EXPECT_EQ(code_of({}, {all_codes.first(63), scales, errors}), ErrorCode::length_mismatch);
  EXPECT_EQ(code_of({}, {codes, all_scales.first(1), errors}), ErrorCode::length_mismatch);
  EXPECT_EQ(code_of({}, {codes, scales, std::span(errors).first(1)}), ErrorCode::length_mismatch);
  EXPECT_EQ(code_of({.bits = 1}, {codes, scales, {}}), ErrorCode::invalid_bits);
  EXPECT_EQ(code_of({.bits = 9}, {codes, scales, {}}), ErrorCode::invalid_bits);
  for (const int digits : {-1, 0, 10}) {
    const ScaleFormat scale{ScaleFormat::Kind::decimal, digits};
    EXPECT_EQ(code_of({.scale = scale}, {codes, scales, {}}), ErrorCode::invalid_scale_format);
  }
  for (const float custom : {0.0F, -1.0F, std::numeric_limits<float>::infinity(),
                             std::numeric_limits<float>::quiet_NaN()}) {
    EXPECT_EQ(code_of({.custom_scale = custom}, {codes, scales, {}}),
              ErrorCode::invalid_custom_scale);
  }
  EXPECT_EQ(code_of({}, {codes, scales, {}}), ErrorCode::none);
}

}  // namespace
}  // namespace groupwise::test
