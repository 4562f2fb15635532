#pragma once

// The limits: loops that move as many bytes as quantizing or dequantizing must, and do nothing
// else. The vectors are the compiler's own, so one source serves wasm and native, with SIMD or not.
#include <cstddef>
#include <cstdint>

namespace groupwise::bench {

#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX2__)
inline constexpr std::size_t vector_bytes = 32;
#else
inline constexpr std::size_t vector_bytes = 16;
#endif

using Vector = std::uint32_t __attribute__((vector_size(vector_bytes), aligned(4), may_alias));

/// Reads `vectors` vectors and writes a quarter as many: every byte read is in what is written.
inline void limit_narrow(const Vector* from, std::size_t vectors, Vector* to) {
  for (std::size_t i = 0; i < vectors / 4; ++i) {
    to[i] = (from[4 * i] | from[4 * i + 1]) | (from[4 * i + 2] | from[4 * i + 3]);
  }
}

/// Reads `vectors` vectors and writes four times as many.
inline void limit_widen(const Vector* from, std::size_t vectors, Vector* to) {
  for (std::size_t i = 0; i < vectors; ++i) {
    const Vector vector = from[i];
    for (std::size_t copy = 0; copy < 4; ++copy) to[4 * i + copy] = vector;
  }
}

}  // namespace groupwise::bench
