// Every execution gives the bytes of the reference kernel on one thread.
#include <gtest/gtest.h>

#include "formats/integer/integer.hpp"
#include "groupwise/quantize.hpp"
#include "support/executions.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

constexpr ScaleFormat float32{};
constexpr ScaleFormat float16{ScaleFormat::Kind::float16};
constexpr ScaleFormat three_digits{ScaleFormat::Kind::decimal, 3};

class AgreesWithReference : public Everywhere {
 protected:
  static void expect_same(const std::vector<float>& weights, const Layout& layout,
                          const Params& format) {
    const Quantized expected = quantize(weights, layout, format, {Kernel::reference, nullptr});
    const Quantized actual = quantize(weights, layout, format, execution());
    ASSERT_EQ(actual.status, expected.status);
    if (!expected.status.ok()) return;  // then the outputs mean nothing
    EXPECT_TRUE(actual.codes == expected.codes);
    EXPECT_TRUE(bits_of(actual.scales) == bits_of(expected.scales));
    EXPECT_TRUE(bits_of(actual.max_errors) == bits_of(expected.max_errors));

    std::vector<float> recovered(layout.length), expected_recovered(layout.length);
    ASSERT_TRUE(dequantize({expected.codes, expected.scales}, integer_plan(layout, format),
                           expected_recovered, {Kernel::reference, nullptr})
                    .ok());
    ASSERT_TRUE(dequantize({actual.codes, actual.scales}, integer_plan(layout, format), recovered,
                           execution())
                    .ok());
    EXPECT_TRUE(bits_of(recovered) == bits_of(expected_recovered));
  }
};

TEST_P(AgreesWithReference, EverySizeWithEveryGroupSize) {
  Random random(11);
  for (std::size_t length = 1; length <= 70; ++length) {
    const auto weights = random.weights(length);
    for (std::size_t group = 1; group <= 70; ++group) {
      SCOPED_TRACE(testing::Message() << length << " weights, groups of " << group);
      const Params format{.bits = static_cast<int>(2 + (length + group) % 7)};
      expect_same(weights, layout_of(length, group), format);
    }
  }
}

TEST_P(AgreesWithReference, EveryFormat) {
  Random random(12);
  for (int bits = 2; bits <= 8; ++bits) {
    for (const auto rounding : {Rounding::half_away, Rounding::half_even, Rounding::truncate}) {
      for (const auto& scale : {float32, float16, three_digits}) {
        const auto weights = random.tame_weights(999);  // else binary16 overflows
        for (const std::size_t group : {5, 16, 32, 100, 999}) {
          expect_same(weights, layout_of(999, group), {bits, rounding, scale, {}});
          expect_same(weights, layout_of(999, group), {bits, rounding, scale, 0.37F});
        }
      }
    }
  }
}

TEST_P(AgreesWithReference, EnoughForEveryThread) {
  const auto weights = Random(13).weights(540000);  // at least 8 * 65536
  for (const std::size_t row : {1000, 270000, 540000}) {
    for (const std::size_t group : {3, 32, 47, 256, 100000}) {
      expect_same(weights, layout_of(weights.size(), group, row), {});
    }
  }
}

TEST_P(AgreesWithReference, WithoutTheErrors) {
  const auto weights = Random(14).weights(100000);
  const Layout layout = layout_of(weights.size(), 33);
  const Quantized with = quantize(weights, layout, {}, {Kernel::reference, nullptr});
  std::vector<std::int8_t> codes(layout.length);
  std::vector<float> scales(layout.num_groups());
  ASSERT_TRUE(
      groupwise::quantize(weights, integer_plan(layout, {}), {codes, scales, {}}, execution())
          .ok());
  EXPECT_TRUE(codes == with.codes);
  EXPECT_TRUE(bits_of(scales) == bits_of(with.scales));
}

GROUPWISE_RUN_EVERYWHERE(AgreesWithReference);

}  // namespace
}  // namespace groupwise::test
