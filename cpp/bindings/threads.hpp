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

#if defined(__EMSCRIPTEN_PTHREADS__)
// Emscripten keeps the workers of ended threads for the next ones; there will be none.
EM_JS(void, terminate_workers, (), { PThread.terminateAllThreads(); });
#else
inline void terminate_workers() {}
#endif

inline void stopThreads() {
  pool.reset();
  terminate_workers();
}

}  // namespace groupwise::bindings
