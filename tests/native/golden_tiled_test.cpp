// Small tensors never reach a second thread. Here each golden vector becomes the rows of a tensor
// so large that every thread gets some, and each row must come out as the vector says.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "run/parallel.hpp"
#include "support/executions.hpp"
#include "support/golden_cases.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

constexpr unsigned thread_counts[] = {2, 8};

template <class T>
std::vector<T> repeated(const std::vector<T>& tile, std::size_t times) {
  std::vector<T> all;
  all.reserve(tile.size() * times);
  for (std::size_t i = 0; i < times; ++i) all.insert(all.end(), tile.begin(), tile.end());
  return all;
}

class GoldenTiled : public testing::TestWithParam<std::tuple<const char*, unsigned>> {};

// Rounding to decimal digits is slow, and knows no threads: a few cases will do.
bool is_left_out(const golden::GoldenCase& golden, std::size_t number) {
  const bool has_tile = !golden.weights.empty() && !(golden.error && golden.error->where.empty());
  return !has_tile || (golden.options.scale == "digits" && number % 16 != 0);
}

TEST_P(GoldenTiled, EveryRow) {
  const unsigned threads = std::get<1>(GetParam());
  const Execution execution{Kernel::simd, NamedExecution::pool(threads)};
  std::size_t number = 0;
  for (const auto& golden : golden_cases(std::get<0>(GetParam()))) {
    if (is_left_out(golden, number++)) continue;
    SCOPED_TRACE(golden.name);
    const Layout tile = layout_of(golden);
    const std::size_t times = 2 * min_weights_per_thread / tile.length + 1;
    Layout all = tile;
    all.length *= times;
    const Quantized q =
        quantize(repeated(golden.weights, times), all, format_of(golden.options), execution);
    if (golden.error) {
      EXPECT_STREQ(name_of(q.status.code), golden.error->code.c_str());
      EXPECT_EQ(q.status.index, golden.error->position);
      continue;
    }
    ASSERT_TRUE(q.status.ok());
    EXPECT_TRUE(q.codes == repeated(golden.codes, times));
    EXPECT_TRUE(bits_of(q.scales) == bits_of(repeated(golden.scales, times)));
    EXPECT_TRUE(bits_of(q.max_errors) == bits_of(repeated(golden.group_max_error, times)));
  }
}

INSTANTIATE_TEST_SUITE_P(Files, GoldenTiled,
                         testing::Combine(testing::ValuesIn(golden_files),
                                          testing::ValuesIn(thread_counts)),
                         [](const auto& info) {
                           return std::string(std::get<0>(info.param)) + "_on_" +
                                  std::to_string(std::get<1>(info.param)) + "_threads";
                         });

}  // namespace
}  // namespace groupwise::test
