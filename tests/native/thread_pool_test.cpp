// The thread pool runs every task once, however often and however many.
#include "groupwise/thread_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "run/parallel.hpp"

namespace groupwise::test {
namespace {

struct Counts {
  std::vector<std::atomic<int>> of;
  explicit Counts(std::size_t tasks) : of(tasks) {}
  static void count(void* context, std::size_t index) {
    ++static_cast<Counts*>(context)->of.at(index);
  }
};

void expect_each_once(ThreadPool& pool, std::size_t tasks) {
  Counts counts(tasks);
  pool.run(tasks, Counts::count, &counts);
  for (const auto& count : counts.of) ASSERT_EQ(count, 1);
}

TEST(ThreadPool, RunsEveryTaskOnceAgainAndAgain) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    ThreadPool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (int again = 0; again < 300; ++again) {
      for (const std::size_t tasks : {0, 1, 2, 7, 8, 9, 100}) expect_each_once(pool, tasks);
    }
  }
}

TEST(ThreadPool, OfNoThreadsIsTheCallers) {
  ThreadPool pool(0);
  EXPECT_EQ(pool.threads(), 1U);
  expect_each_once(pool, 5);
}

TEST(ThreadPool, StartsAndEndsUnused) {
  for (int again = 0; again < 50; ++again) const ThreadPool pool(8);
}

// As many tasks as threads, each waiting for all: they end only if every thread takes one.
TEST(ThreadPool, TasksRunOnAllThreadsAtOnce) {
  constexpr unsigned threads = 8;
  ThreadPool pool(threads);
  std::atomic<unsigned> arrived = 0;
  const auto meet = [](void* context, std::size_t) {
    auto& here = *static_cast<std::atomic<unsigned>*>(context);
    ++here;
    while (here < threads) std::this_thread::yield();
  };
  pool.run(threads, meet, &arrived);
  EXPECT_EQ(arrived, threads);
}

struct Range {
  std::size_t begin, end;
};

TEST(ForRanges, CoverEverythingInOrder) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    ThreadPool pool(threads);
    for (const std::size_t items : {1, 2, 7, 8, 9, 1000}) {
      const auto ranges =
          for_ranges<Range>(3, 3 + items, 100 * min_weights_per_thread, {Kernel::simd, &pool},
                            [](std::size_t begin, std::size_t end) {
                              return Range{begin, end};
                            });
      EXPECT_EQ(ranges.size(), std::min(threads == 1 ? 1 : threads * ranges_per_thread, items));
      std::size_t at = 3;
      for (const auto& range : ranges) {
        EXPECT_EQ(range.begin, at);
        EXPECT_GT(range.end, range.begin);
        at = range.end;
      }
      EXPECT_EQ(at, 3 + items);
    }
  }
}

TEST(ForRanges, SmallWorkStaysOnTheCallingThread) {
  ThreadPool pool(8);
  const auto caller = std::this_thread::get_id();
  const auto ids = for_ranges<std::thread::id>(
      0, 100, 2 * min_weights_per_thread - 1, {Kernel::simd, &pool},
      [](std::size_t, std::size_t) { return std::this_thread::get_id(); });
  EXPECT_EQ(ids, std::vector{caller});
}

}  // namespace
}  // namespace groupwise::test
