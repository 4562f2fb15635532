#pragma once

#include <emscripten/em_js.h>

#include <memory>

#include "groupwise/execution.hpp"
#include "groupwise/thread_pool.hpp"

namespace groupwise::bindings {

/// The module's threads: none until startThreads.
inline std::unique_ptr<ThreadPool> pool;

inline Execution execution() { return {.kernel = Kernel::simd, .pool = pool.get()}; }

inline int startThreads(int threads) {
  pool = std::make_unique<ThreadPool>(static_cast<unsigned>(threads));
  return static_cast<int>(pool->threads());
}

inline void stopThreads() { pool.reset(); }

}  // namespace groupwise::bindings
