#pragma once

#include <cstdint>

namespace groupwise {

class ThreadPool;

/// Which implementation of the kernels runs. Both give identical bytes.
enum class Kernel : std::uint8_t {
  reference,  ///< plain C++, the definition
  simd,       ///< xsimd; the reference where the build has no SIMD
};

/// How a call is carried out; never what it returns.
struct Execution {
  Kernel kernel = Kernel::simd;
  ThreadPool* pool = nullptr;  ///< null: on the calling thread alone
};

}  // namespace groupwise
