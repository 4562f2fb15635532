#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "groupwise/execution.hpp"
#include "groupwise/thread_pool.hpp"

namespace groupwise {

/// Fewer weights than this are not worth waking a thread for: they take the kernels 0.1 ms.
inline constexpr std::size_t min_weights_per_thread = 262144;

/// A thread that is done before the others takes what is left in pieces of this share.
inline constexpr std::size_t ranges_per_thread = 4;

/// Cuts first..last into contiguous ranges, some per thread (one where `weights` is small), calls
/// work(begin, end) for each and returns the results in the order of the ranges.
template <class Result, class Work>
std::vector<Result> for_ranges(std::size_t first, std::size_t last, std::size_t weights,
                               const Execution& execution, const Work& work) {
  const std::size_t threads = execution.pool == nullptr ? 1 : execution.pool->threads();
  const std::size_t worthwhile = std::min(threads, weights / min_weights_per_thread);
  const std::size_t ranges = worthwhile < 2 ? 1 : worthwhile * ranges_per_thread;
  const std::size_t count = std::max<std::size_t>(1, std::min(ranges, last - first));
  std::vector<Result> results(count);
  struct Context {
    std::size_t first, total, count;
    const Work& work;
    std::vector<Result>& results;
  } context{first, last - first, count, work, results};
  const auto task = [](void* opaque, std::size_t i) {
    auto& c = *static_cast<Context*>(opaque);
    const auto edge = [&c](std::size_t k) {
      return c.first + c.total / c.count * k + std::min(c.total % c.count, k);
    };
    c.results[i] = c.work(edge(i), edge(i + 1));
  };
  if (count == 1) {
    task(&context, 0);
  } else {
    execution.pool->run(count, task, &context);
  }
  return results;
}

}  // namespace groupwise
