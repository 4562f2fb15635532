#pragma once

#include <cstddef>
#include <memory>

namespace groupwise {

/// A fixed pool of threads. The thread that calls `run` works too, so a pool of n starts n - 1.
/// In a build without threads a pool has one thread, the caller's, whatever was asked for.
class ThreadPool {
 public:
  explicit ThreadPool(unsigned threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  [[nodiscard]] unsigned threads() const;

  /// Calls task(context, i) once for every i < count and returns when all have ended. Blocks the
  /// caller: not for a page's main thread. One `run` at a time.
  void run(std::size_t count, void (*task)(void* context, std::size_t index), void* context);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace groupwise
