// The pieces that the SIMD kernels are made of, lane by lane.
#include "simd/vectors.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace groupwise::test {
namespace {

template <class Batch>
auto lanes_of(const Batch& batch) {
  std::array<typename Batch::value_type, Batch::size> lanes;
  batch.store_unaligned(lanes.data());
  return lanes;
}

Floats with_lane(float others, std::size_t lane, float value) {
  std::array<float, width> lanes;
  lanes.fill(others);
  lanes[lane] = value;
  return Floats::load_unaligned(lanes.data());
}

/// Bits of |x|: ordered as integers like the magnitudes, with infinity and NaN above all others.
Ints magnitude_bits(Floats x) { return bits_of(x) & Ints(0x7FFFFFFF); }

// xsimd's max of floats may drop a NaN, by the order of its operands, on any architecture. So the
// kernels may compare magnitudes as integers, where NaN lies above infinity: in either order.
TEST(MagnitudeBits, MaximumKeepsNaNInEitherOrderAndEveryLane) {
  const float most = std::numeric_limits<float>::max();
  const std::int32_t infinity_bits = 0x7F800000;
  for (const std::uint32_t nan : {0x7FC00000U, 0xFFC00000U, 0x7F800001U, 0xFFFFFFFFU}) {
    for (std::size_t lane = 0; lane < width; ++lane) {
      // Through memory: a signaling NaN must not pass through a float register of another kind.
      std::array<std::uint32_t, width> raw;
      raw.fill(std::bit_cast<std::uint32_t>(most));
      raw[lane] = nan;
      std::array<float, width> floats;
      std::memcpy(floats.data(), raw.data(), sizeof raw);
      const Ints with_nan = magnitude_bits(load(floats.data()));
      const Ints without = magnitude_bits(Floats(-most));
      for (const auto& result :
           {lanes_of(xsimd::max(with_nan, without)), lanes_of(xsimd::max(without, with_nan))}) {
        for (std::size_t i = 0; i < width; ++i) EXPECT_EQ(result[i] > infinity_bits, i == lane);
      }
      const std::array<Ints, 4> four = {without, with_nan, without, without};
      const auto reduced = lanes_of(reduce_max_each(four));
      for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(std::isnan(reduced[i]), i == 1);
    }
  }
}

TEST(MagnitudeBits, OrderIsThatOfTheMagnitudes) {
  const std::vector<float> rising = {0.0F,
                                     0x1p-149F,
                                     0x1p-126F,
                                     0.49999997F,
                                     0.5F,
                                     1e10F,
                                     std::numeric_limits<float>::max(),
                                     std::numeric_limits<float>::infinity()};
  for (std::size_t i = 0; i + 1 < rising.size(); ++i) {
    EXPECT_LT(lanes_of(magnitude_bits(Floats(rising[i])))[0],
              lanes_of(magnitude_bits(Floats(-rising[i + 1])))[0]);
  }
  EXPECT_EQ(lanes_of(magnitude_bits(Floats(-0.0F)))[0], 0);
}

TEST(ReduceMaxEach, FindsEveryLaneOfEveryVector) {
  for (std::size_t vector = 0; vector < 4; ++vector) {
    for (std::size_t lane = 0; lane < width; ++lane) {
      std::array<Ints, 4> four;
      for (std::size_t i = 0; i < 4; ++i) four[i] = bits_of(Floats(static_cast<float>(i + 1)));
      four[vector] = bits_of(with_lane(0.5F, lane, 9));
      std::array<float, 4> expected = {1, 2, 3, 4};
      expected[vector] = 9;
      EXPECT_EQ(lanes_of(reduce_max_each(four)), expected);
      EXPECT_EQ(lanes_of(reduce_max_each(std::array{four[vector]})),
                (std::array<float, 4>{9, 9, 9, 9}));
    }
  }
}

TEST(StoreCodes, NarrowsEveryCodeInEveryLane) {
  constexpr std::size_t count = vectors_per_block * width;
  for (int first = -128; first <= 127; ++first) {
    std::array<std::int32_t, count> codes;
    for (std::size_t i = 0; i < count; ++i) {
      codes[i] = (first + 128 + static_cast<int>(i) * 37) % 256 - 128;
    }
    Block block;
    for (std::size_t v = 0; v < vectors_per_block; ++v) {
      block[v] = Ints::load_unaligned(codes.data() + v * width);
    }
    std::array<std::int8_t, count + 2> stored;
    stored.fill(99);
    store_codes(stored.data() + 1, block);
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(stored[i + 1], codes[i]);
    EXPECT_EQ(stored[0], 99);
    EXPECT_EQ(stored[count + 1], 99);

    stored.fill(99);
    store_codes(stored.data() + 1, block[0]);
    for (std::size_t i = 0; i < width; ++i) EXPECT_EQ(stored[i + 1], codes[i]);
    EXPECT_EQ(stored[width + 1], 99);
  }
}

TEST(LoadCodes, WidensEveryCodeInEveryLane) {
  std::array<std::int8_t, code_block + 1> codes;
  for (int first = -128; first <= 127; ++first) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      codes[i] = static_cast<std::int8_t>((first + 128 + static_cast<int>(i) * 53) % 256 - 128);
    }
    const auto block = load_code_block(codes.data() + 1);
    for (std::size_t i = 0; i < code_block; ++i) {
      EXPECT_EQ(lanes_of(block[i / width])[i % width], codes[i + 1]);
    }
    const auto four = lanes_of(load_four_codes(codes.data() + 1));
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(four[i], codes[i + 1]);
  }
}

TEST(DoubleLanes, WidensAndAddsInOrder) {
  const float values[] = {1.5F, -2.25F, 0x1p-149F, 3e38F};
  DoubleLanes lanes(Quad::load_unaligned(values));
  lanes.add(lanes);
  lanes.add_product(lanes, DoubleLanes(std::array<double, 4>{1, 2, 3, 4}));
  std::array<double, 4> out;
  lanes.store(out);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(out[i], 2 * double{values[i]} + 2 * double{values[i]} * static_cast<double>(i + 1));
  }
}

}  // namespace
}  // namespace groupwise::test
