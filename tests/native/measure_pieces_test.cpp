// The figures do not depend, to the last bit, on pieces, kernels or threads.
#include <gtest/gtest.h>

#include <bit>
#include <limits>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "support/executions.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

std::vector<std::uint64_t> bits_of(const Measurement& m) {
  return {std::bit_cast<std::uint64_t>(m.max_abs),
          std::bit_cast<std::uint64_t>(m.mean_abs),
          std::bit_cast<std::uint64_t>(m.rmse),
          std::bit_cast<std::uint64_t>(m.bias),
          std::bit_cast<std::uint64_t>(m.sqnr_db),
          std::bit_cast<std::uint64_t>(m.cosine),
          m.zeroed,
          m.clipped};
}

struct Sample {
  std::vector<float> weights;
  Layout layout;
  Params format;
  Quantized quantized = quantize(weights, layout, format, {Kernel::reference, nullptr});
};

Status add_piece(Measurer& measurer, const Sample& sample, std::uint64_t group, const Layout& piece,
                 const Execution& execution) {
  const std::uint64_t start = sample.layout.group_start(group);
  return measurer.add(std::span(sample.weights).subspan(start, piece.length),
                      {std::span(sample.quantized.codes).subspan(start, piece.length),
                       std::span(sample.quantized.scales).subspan(group, piece.num_groups())},
                      piece, execution);
}

Measurement measured(const Sample& sample, std::uint64_t max_weights, const Execution& execution) {
  Measurer measurer(integer_plan({}, sample.format));
  for (std::uint64_t group = 0; group < sample.layout.num_groups();) {
    const Layout piece = piece_at(sample.layout, group, max_weights);
    EXPECT_TRUE(add_piece(measurer, sample, group, piece, execution).ok());
    group += piece.num_groups();
  }
  return measurer.result();
}

class MeasureInPieces : public Everywhere {
 protected:
  static void expect_same_in_all_pieces(const Sample& sample,
                                        std::initializer_list<std::uint64_t> pieces) {
    constexpr std::uint64_t whole = std::uint64_t{1} << 40U;
    const auto expected = bits_of(measured(sample, whole, {Kernel::reference, nullptr}));
    EXPECT_EQ(bits_of(measured(sample, whole, execution())), expected);
    for (const std::uint64_t most : pieces) {
      EXPECT_EQ(bits_of(measured(sample, most, execution())), expected) << most << " a piece";
    }
  }
};

TEST_P(MeasureInPieces, GroupsThatStraddleChunks) {
  const Sample sample{Random(51).tame_weights(100000), layout_of(100000, 33), {.bits = 4}};
  expect_same_in_all_pieces(sample, {33, 1000, Measurer::chunk, Measurer::chunk + 1, 70000});
}

TEST_P(MeasureInPieces, RowsWithTails) {
  const Sample sample{Random(52).tame_weights(1027 * 80), layout_of(1027 * 80, 64, 1027), {}};
  expect_same_in_all_pieces(sample, {1, 500, 1027, 5000, 40000});
}

TEST_P(MeasureInPieces, OneGroupOverManyChunks) {
  const Sample sample{Random(53).tame_weights(200001), layout_of(200001, 200001), {.bits = 3}};
  expect_same_in_all_pieces(sample, {1000});
}

TEST_P(MeasureInPieces, WholeChunks) {
  const std::size_t length = 5 * Measurer::chunk;
  const Sample sample{Random(54).tame_weights(length), layout_of(length, 128), {}};
  expect_same_in_all_pieces(sample, {128, Measurer::chunk, 2 * Measurer::chunk});
}

TEST_P(MeasureInPieces, EnoughForEveryThread) {
  const Sample sample{Random(55).weights(600000), layout_of(600000, 32, 2000), {}};
  expect_same_in_all_pieces(sample, {70000, 150001});
}

TEST_P(MeasureInPieces, ClippedAndTruncated) {
  const Params format{.bits = 4, .rounding = Rounding::truncate, .custom_scale = 1.5F};
  const Sample sample{Random(56).tame_weights(50000), layout_of(50000, 48), format};
  ASSERT_GT(measured(sample, 50000, execution()).clipped, 1000U);
  expect_same_in_all_pieces(sample, {48, 4800, 20000});
}

TEST_P(MeasureInPieces, APieceRefusedChangesNothing) {
  const Sample sample{Random(57).tame_weights(40000), layout_of(40000, 32), {}};
  const auto expected = bits_of(measured(sample, 40000, execution()));
  const Layout half = piece_at(sample.layout, 0, 20000);
  Measurer measurer(integer_plan({}, sample.format));
  ASSERT_TRUE(add_piece(measurer, sample, 0, half, execution()).ok());

  Sample broken = sample;
  broken.weights[half.length + 19000] = std::numeric_limits<float>::quiet_NaN();
  broken.quantized.codes[half.length + 5] = -128;
  const Status both = add_piece(measurer, broken, half.num_groups(), half, execution());
  EXPECT_EQ(both, (Status{ErrorCode::non_finite_weight, 19000}));
  broken.weights = sample.weights;
  const Status code = add_piece(measurer, broken, half.num_groups(), half, execution());
  EXPECT_EQ(code, (Status{ErrorCode::invalid_code, 5}));
  broken.quantized = sample.quantized;
  broken.quantized.scales[half.num_groups() + 3] = 0;
  const Status scale = add_piece(measurer, broken, half.num_groups(), half, execution());
  EXPECT_EQ(scale, (Status{ErrorCode::invalid_scale, 3}));

  ASSERT_TRUE(add_piece(measurer, sample, half.num_groups(), half, execution()).ok());
  EXPECT_EQ(bits_of(measurer.result()), expected);
}

GROUPWISE_RUN_EVERYWHERE(MeasureInPieces);

}  // namespace
}  // namespace groupwise::test
