// No call reads or writes outside its buffers: each begins or ends at a page that is not there.
#include <gtest/gtest.h>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "groupwise/trace.hpp"
#include "support/executions.hpp"
#include "support/guarded.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

class MemoryOutside : public Everywhere {
 protected:
  static void use_all_calls(const std::vector<float>& source, const Layout& layout,
                            const Params& format, Edge edge) {
    const Guarded<float> weights(source, edge);
    const Guarded<std::int8_t> codes(layout.length, edge);
    const Guarded<float> scales(layout.num_groups(), edge);
    const Guarded<float> errors(layout.num_groups(), edge);
    const Guarded<float> recovered(layout.length, edge);
    ASSERT_TRUE(groupwise::quantize(weights.span(), integer_plan(layout, format),
                                    {codes.span(), scales.span(), errors.span()}, execution())
                    .ok());
    ASSERT_TRUE(groupwise::quantize(weights.span(), integer_plan(layout, format),
                                    {codes.span(), scales.span(), {}}, execution())
                    .ok());
    ASSERT_TRUE(dequantize({codes.span(), scales.span()}, integer_plan(layout, format),
                           recovered.span(), execution())
                    .ok());
    Measurer measurer(integer_plan({}, format));
    ASSERT_TRUE(
        measurer.add(weights.span(), {codes.span(), scales.span()}, layout, execution()).ok());

    const Quantized plain = quantize(source, layout, format, {Kernel::reference, nullptr});
    EXPECT_TRUE(std::equal(plain.codes.begin(), plain.codes.end(), codes.span().begin()));
    EXPECT_EQ(bits_of(plain.scales), bits_of(scales.span()));
    EXPECT_EQ(bits_of(plain.max_errors), bits_of(errors.span()));
  }
};

TEST_P(MemoryOutside, IsNeverTouchedForAnyTail) {
  Random random(1);
  for (std::size_t length = 0; length <= 70; ++length) {
    const auto weights = random.weights(length);
    for (const std::size_t group : {1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 64, 71}) {
      for (const auto rounding : {Rounding::half_away, Rounding::half_even, Rounding::truncate}) {
        for (const Edge edge : {Edge::begin, Edge::end}) {
          SCOPED_TRACE(testing::Message() << length << " weights, groups of " << group);
          use_all_calls(weights, layout_of(length, group), {.bits = 4, .rounding = rounding}, edge);
        }
      }
    }
  }
}

TEST_P(MemoryOutside, IsNeverTouchedWithRowsAndThreads) {
  constexpr std::size_t row = 1027;
  const auto weights = Random(2).weights(row * 600);
  for (const Edge edge : {Edge::begin, Edge::end}) {
    use_all_calls(weights, layout_of(weights.size(), 64, row), {}, edge);
  }
}

GROUPWISE_RUN_EVERYWHERE(MemoryOutside);

TEST(MemoryOutsideOfTrace, IsNeverTouched) {
  for (std::size_t length = 0; length <= 70; ++length) {
    const auto source = Random(3).weights(length);
    const Layout layout = layout_of(length, 16);
    for (const Edge edge : {Edge::begin, Edge::end}) {
      const Guarded<float> weights(source, edge);
      Trace out;
      ASSERT_TRUE(trace(weights.span(), integer_plan(layout), out).ok());
    }
  }
}

// The guard itself: without it the tests above could not fail.
TEST(GuardedMemoryDeathTest, ReadingOrWritingOutsideEndsTheProcess) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const Guarded<float> at_end(3, Edge::end), at_begin(3, Edge::begin);
  volatile float* end = at_end.span().data();
  volatile float* begin = at_begin.span().data();
  EXPECT_DEATH(end[3] = 1, "");
  EXPECT_DEATH((void)begin[-1], "");
}

}  // namespace
}  // namespace groupwise::test
