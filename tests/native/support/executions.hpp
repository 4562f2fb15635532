// Every way a call can be carried out: both kernels, without and with threads.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "groupwise/execution.hpp"
#include "groupwise/thread_pool.hpp"

namespace groupwise::test {

struct NamedExecution {
  const char* name;
  Kernel kernel;
  unsigned threads;  ///< 0: no pool

  [[nodiscard]] Execution get() const { return {kernel, pool(threads)}; }

  /// Pools are kept, so that tests also use them one after another.
  static ThreadPool* pool(unsigned threads) {
    static ThreadPool one(1), two(2), eight(8);
    return threads == 8 ? &eight : threads == 2 ? &two : threads == 1 ? &one : nullptr;
  }
};

inline constexpr NamedExecution all_executions[] = {
    {"reference", Kernel::reference, 0}, {"simd", Kernel::simd, 0},
    {"simd_1_thread", Kernel::simd, 1},  {"simd_2_threads", Kernel::simd, 2},
    {"simd_8_threads", Kernel::simd, 8}, {"reference_8_threads", Kernel::reference, 8},
};

inline void PrintTo(const NamedExecution& execution, std::ostream* out) { *out << execution.name; }

/// A suite whose tests run on every execution.
class Everywhere : public testing::TestWithParam<NamedExecution> {
 protected:
  [[nodiscard]] static Execution execution() { return GetParam().get(); }
};

inline std::string name_of(const testing::TestParamInfo<NamedExecution>& info) {
  return info.param.name;
}

}  // namespace groupwise::test

#define GROUPWISE_RUN_EVERYWHERE(suite)                                                   \
  INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(groupwise::test::all_executions), \
                           groupwise::test::name_of)
