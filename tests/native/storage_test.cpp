// Bytes of a quantized tensor: the golden figures, and a count by hand.
#include "groupwise/storage.hpp"

#include <gtest/gtest.h>

#include "formats/integer/integer.hpp"
#include "support/golden_cases.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

void expect_golden(const golden::GoldenCase& golden) {
  SCOPED_TRACE(golden.name);
  const Storage s = storage(integer_plan(layout_of(golden), format_of(golden.options)));
  EXPECT_EQ(s.original_bytes, golden.storage.at("originalBytes"));
  EXPECT_EQ(s.code_bytes, golden.storage.at("codeBytes"));
  EXPECT_EQ(s.scale_bytes, golden.storage.at("scaleBytes"));
  EXPECT_EQ(s.total_bytes, golden.storage.at("totalBytes"));
  EXPECT_EQ(s.num_groups, golden.storage.at("numGroups"));
  EXPECT_DOUBLE_EQ(s.ratio, golden.storage.at("ratio"));
  EXPECT_NEAR(s.saved_percent, golden.storage.at("savedPercent"), 1e-10);
  EXPECT_DOUBLE_EQ(s.bits_per_weight, golden.storage.at("bitsPerWeight"));
}

TEST(Storage, GoldenFigures) {
  for (const auto& golden : golden_cases("storage")) expect_golden(golden);
  for (const char* file : golden_files) {
    for (const auto& golden : golden_cases(file)) {
      if (!golden.error) expect_golden(golden);
    }
  }
}

TEST(Storage, CodesArePaddedToAByteInEveryGroup) {
  for (int bits = 2; bits <= 8; ++bits) {
    for (std::uint64_t row = 1; row <= 30; ++row) {
      for (std::uint64_t size = 1; size <= 30; ++size) {
        const Layout layout = layout_of(3 * row, size, row);
        std::uint64_t bytes = 0;
        for (std::uint64_t group = 0; group < layout.num_groups(); ++group) {
          bytes += (layout.group_length(group) * static_cast<unsigned>(bits) + 7) / 8;
        }
        ASSERT_EQ(storage(integer_plan(layout, {.bits = bits})).code_bytes,
                  static_cast<double>(bytes));
      }
    }
  }
}

}  // namespace
}  // namespace groupwise::test
