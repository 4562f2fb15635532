// Traps (docs/numerics.md): weights that are not finite, and xsimd's maximum of NaN.
#include <gtest/gtest.h>

#include <bit>
#include <limits>

#include "support/executions.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Quiet and signaling, positive and negative, with the smallest and the largest payload.
const std::vector<float> not_finite = {
    infinity,
    -infinity,
    std::bit_cast<float>(0x7FC00000U),
    std::bit_cast<float>(0xFFC00000U),
    std::bit_cast<float>(0x7F800001U),
    std::bit_cast<float>(0xFF800001U),
    std::bit_cast<float>(0x7FFFFFFFU),
    std::bit_cast<float>(0xFFFFFFFFU),
};

class TrapNonFinite : public Everywhere {
 protected:
  static void expect_at(const std::vector<float>& weights, const Layout& layout,
                        std::uint64_t index, const Params& format = {}) {
    const Status status = quantize(weights, layout, format, execution()).status;
    EXPECT_EQ(status, (Status{ErrorCode::non_finite_weight, index}));
  }
};

TEST_P(TrapNonFinite, AnywhereInGroupsAndTails) {
  for (const std::size_t group : {1, 5, 16, 21, 64}) {
    for (std::size_t index = 0; index < 75; ++index) {
      for (const float value : not_finite) {
        std::vector<float> weights(75, 0.5F);
        weights[index] = value;
        SCOPED_TRACE(testing::Message() << value << " at " << index << ", groups of " << group);
        expect_at(weights, layout_of(75, group), index);
        expect_at(weights, layout_of(75, group, 25), index);
      }
    }
  }
}

// A vector maximum that is `a < b ? b : a` loses a NaN or keeps it by the order of its operands:
// put a large weight after the NaN and before it, in the same lane and in others.
TEST_P(TrapNonFinite, NaNSurvivesTheMaximumInEitherOrder) {
  constexpr std::size_t size = 160;
  for (const float nan : {not_finite[2], not_finite[3], not_finite[4], not_finite[5]}) {
    for (std::size_t at = 0; at < size; ++at) {
      std::vector<float> weights(size, 3e38F);
      weights[at] = nan;
      expect_at(weights, layout_of(size, size), at);
      expect_at(weights, layout_of(size, size), at, {.custom_scale = 1.0F});
    }
  }
}

TEST_P(TrapNonFinite, LowestIndexAmongManyOverAllThreads) {
  constexpr std::size_t length = 9 * 65536;
  const auto clean = Random(21).weights(length);
  for (const std::size_t first :
       {std::size_t{0}, std::size_t{65535}, std::size_t{70001}, length / 2 + 1, length - 2}) {
    auto weights = clean;
    for (std::size_t i = length - 1; i > first; i -= std::min(i, std::size_t{30011})) {
      weights[i] = infinity;
    }
    weights[first] = not_finite[2];
    expect_at(weights, layout_of(length, 48), first);
    expect_at(weights, layout_of(length, 256, 4096), first);
  }
}

TEST_P(TrapNonFinite, GoesBeforeAScaleOverflowOfAnEarlierGroup) {
  std::vector<float> weights(9 * 65536, 1.0F);
  weights[7] = 3e38F;  // its scale is infinite as binary16
  weights[weights.size() - 1] = not_finite[2];
  const Params format{.scale = {ScaleFormat::Kind::float16}};
  expect_at(weights, layout_of(weights.size(), 32), weights.size() - 1, format);
  weights.back() = 1.0F;
  const Status status = quantize(weights, layout_of(weights.size(), 4), format, execution()).status;
  EXPECT_EQ(status, (Status{ErrorCode::scale_overflow, 1}));
}

GROUPWISE_RUN_EVERYWHERE(TrapNonFinite);

}  // namespace
}  // namespace groupwise::test
