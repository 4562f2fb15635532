#include "groupwise/thread_pool.hpp"

#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)

namespace groupwise {

struct ThreadPool::State {};

ThreadPool::ThreadPool(unsigned) {}
ThreadPool::~ThreadPool() = default;
unsigned ThreadPool::threads() const { return 1; }

void ThreadPool::run(std::size_t count, void (*task)(void*, std::size_t), void* context) {
  for (std::size_t i = 0; i < count; ++i) task(context, i);
}

}  // namespace groupwise

#else

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace groupwise {

struct ThreadPool::State {
  std::mutex mutex;
  std::condition_variable work_ready, work_done;
  void (*task)(void*, std::size_t) = nullptr;
  void* context = nullptr;
  std::size_t next = 0, count = 0, unfinished = 0;
  bool ending = false;
  std::vector<std::thread> threads;

  // Takes tasks until none is left. Called and returns with the lock held.
  void work(std::unique_lock<std::mutex>& lock) {
    while (next < count) {
      const std::size_t index = next++;
      lock.unlock();
      task(context, index);
      lock.lock();
      if (--unfinished == 0) work_done.notify_one();
    }
  }

  void live() {
    std::unique_lock lock(mutex);
    while (!ending) {
      work(lock);
      work_ready.wait(lock, [this] { return ending || next < count; });
    }
  }
};

ThreadPool::ThreadPool(unsigned threads) : state_(std::make_unique<State>()) {
  state_->threads.reserve(std::max(threads, 1U) - 1);
  for (unsigned i = 1; i < threads; ++i) {
    state_->threads.emplace_back([state = state_.get()] { state->live(); });
  }
}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->ending = true;
  }
  state_->work_ready.notify_all();
  for (auto& thread : state_->threads) thread.join();
}

unsigned ThreadPool::threads() const { return static_cast<unsigned>(state_->threads.size()) + 1; }

void ThreadPool::run(std::size_t count, void (*task)(void*, std::size_t), void* context) {
  std::unique_lock lock(state_->mutex);
  state_->task = task;
  state_->context = context;
  state_->next = 0;
  state_->count = state_->unfinished = count;
  state_->work_ready.notify_all();
  state_->work(lock);
  state_->work_done.wait(lock, [this] { return state_->unfinished == 0; });
}

}  // namespace groupwise

#endif
