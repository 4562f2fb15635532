// Cutting a tensor into groups, and a tensor into pieces.
#include "groupwise/layout.hpp"

#include <gtest/gtest.h>

#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

Status status_of(std::uint64_t length, GroupSize group_size, std::optional<std::uint64_t> row) {
  Layout layout;
  return make_layout(length, group_size, row, layout);
}

TEST(Layout, RefusesWhatDoesNotFit) {
  const GroupSize four{GroupSize::Kind::count, 4};
  EXPECT_EQ(status_of(8, {GroupSize::Kind::count, 0}, {}).code, ErrorCode::invalid_group_size);
  EXPECT_EQ(status_of(8, four, 0).code, ErrorCode::invalid_row_length);
  EXPECT_EQ(status_of(8, four, 3).code, ErrorCode::invalid_row_length);
  EXPECT_EQ(status_of(8, four, 16).code, ErrorCode::invalid_row_length);
  EXPECT_TRUE(status_of(8, four, 8).ok());
  EXPECT_TRUE(status_of(0, four, 8).ok());
}

TEST(Layout, ALeftAloneCountOfZeroMattersOnlyForCounts) {
  EXPECT_TRUE(status_of(8, {GroupSize::Kind::row, 0}, 4).ok());
  EXPECT_TRUE(status_of(8, {GroupSize::Kind::tensor, 0}, 4).ok());
}

// The groups in order cover every weight once, none crosses a row, all but a row's last are whole.
void expect_groups_cover(const Layout& layout) {
  std::uint64_t at = 0;
  for (std::uint64_t group = 0; group < layout.num_groups(); ++group) {
    const std::uint64_t size = layout.group_length(group);
    ASSERT_EQ(layout.group_start(group), at);
    ASSERT_GE(size, 1U);
    ASSERT_EQ(at / layout.row_length, (at + size - 1) / layout.row_length);
    if ((at + size) % layout.row_length != 0) {
      ASSERT_EQ(size, layout.group_size);
    }
    for (std::uint64_t i = at; i < at + size; ++i) ASSERT_EQ(layout.group_of(i), group);
    at += size;
  }
  ASSERT_EQ(at, layout.length);
  ASSERT_EQ(layout.group_start(layout.num_groups()), layout.length);
}

TEST(Layout, GroupsCoverEveryWeightOnce) {
  for (std::uint64_t row = 1; row <= 20; ++row) {
    for (std::uint64_t rows = 0; rows <= 4; ++rows) {
      for (std::uint64_t size = 1; size <= 22; ++size) {
        SCOPED_TRACE(testing::Message() << rows << " rows of " << row << ", groups of " << size);
        expect_groups_cover(layout_of(row * rows, size, row));
      }
    }
  }
}

TEST(Layout, RowAndTensorGroups) {
  Layout layout;
  ASSERT_TRUE(make_layout(24, {GroupSize::Kind::row}, 8, layout).ok());
  EXPECT_EQ(layout.num_groups(), 3U);
  ASSERT_TRUE(make_layout(24, {GroupSize::Kind::tensor}, 8, layout).ok());
  EXPECT_EQ(layout.num_groups(), 1U);
  ASSERT_TRUE(make_layout(0, {GroupSize::Kind::tensor}, {}, layout).ok());
  EXPECT_EQ(layout.num_groups(), 0U);
}

TEST(Layout, LargestTensorDoesNotOverflow) {
  constexpr std::uint64_t most = (std::uint64_t{1} << 53U) - 1;  // 6361 * 69431 * 20394401
  const Layout layout = layout_of(most, 32, 69431);
  EXPECT_EQ(layout.num_groups(), most / 69431 * 2170);
  EXPECT_EQ(layout.group_start(layout.num_groups() - 1), most - 69431 % 32);
}

/// Quantizes piece by piece.
Quantized quantize_pieces(const std::vector<float>& weights, const Layout& layout,
                          std::uint64_t max_weights) {
  Quantized all;
  std::uint64_t start = 0;
  for (std::uint64_t group = 0; group < layout.num_groups();) {
    const Layout piece = piece_at(layout, group, max_weights);
    EXPECT_GT(piece.length, 0U);
    EXPECT_TRUE(piece.length <= max_weights || piece.num_groups() == 1);
    const Quantized q = quantize(std::span(weights).subspan(start, piece.length), piece);
    EXPECT_TRUE(q.status.ok());
    all.codes.insert(all.codes.end(), q.codes.begin(), q.codes.end());
    all.scales.insert(all.scales.end(), q.scales.begin(), q.scales.end());
    all.max_errors.insert(all.max_errors.end(), q.max_errors.begin(), q.max_errors.end());
    start += piece.length;
    group += piece.num_groups();
    EXPECT_EQ(layout.group_start(group), start);
  }
  EXPECT_EQ(start, layout.length);
  EXPECT_EQ(piece_at(layout, layout.num_groups(), max_weights).length, 0U);
  return all;
}

TEST(PieceAt, PiecesOneAfterAnotherAreTheTensor) {
  Random random(41);
  for (const std::uint64_t row : {1, 7, 24, 33, 100}) {
    const auto weights = random.weights(row * 6);
    for (const std::uint64_t size : {1, 2, 5, 8, 24, 32, 100}) {
      const Layout layout = layout_of(weights.size(), size, row);
      const Quantized whole = quantize(weights, layout);
      for (std::uint64_t most = 1; most < weights.size() + 10; most += 1 + most / 8) {
        SCOPED_TRACE(testing::Message() << row << " a row, " << size << " a group, " << most);
        const Quantized pieces = quantize_pieces(weights, layout, most);
        ASSERT_EQ(pieces.codes, whole.codes);
        ASSERT_EQ(bits_of(pieces.scales), bits_of(whole.scales));
        ASSERT_EQ(bits_of(pieces.max_errors), bits_of(whole.max_errors));
      }
    }
  }
}

TEST(PieceAt, TakesWholeRowsWhereTheyFit) {
  const Layout layout = layout_of(1000, 8, 10);
  EXPECT_EQ(piece_at(layout, 0, 35).length, 30U);
  EXPECT_EQ(piece_at(layout, 2 * 98, 35).length, 20U);  // the last two rows
  EXPECT_EQ(piece_at(layout, 0, 9).length, 8U);         // a row does not fit: its whole groups
  EXPECT_EQ(piece_at(layout, 1, 9).length, 2U);         // its tail
}

TEST(PieceAt, OfAnEmptyTensorIsEmpty) {
  EXPECT_EQ(piece_at(layout_of(0, 32), 0, 100).length, 0U);
  EXPECT_EQ(piece_at(layout_of(0, 32, 50), 0, 10).length, 0U);
}

}  // namespace
}  // namespace groupwise::test
