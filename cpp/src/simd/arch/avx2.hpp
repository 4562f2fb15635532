#pragma once

// x86-64 with AVX2: vectors of 256 bits.
#include <cstring>

#include "simd/types.hpp"

namespace groupwise {

template <class Batch>
inline Batch opaque(Batch x) {
  return x;
}

inline void store_codes(std::int8_t* to, Ints x) {
  const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packs_epi16(words, words));
}

inline void store_codes(std::int8_t* to, const Block& block) {
  // packs works within 128-bit lanes; the permutation puts the eight 16-bit halves back in order.
  const __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(block[0], block[1]), 0xD8);
  _mm_storeu_si128(
      reinterpret_cast<__m128i*>(to),
      _mm_packs_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
}

inline CodeFloats load_code_block(const std::int8_t* from) {
  const auto eight = [](const std::int8_t* at) {
    return _mm256_cvtepi32_ps(
        _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at))));
  };
  return {eight(from), eight(from + 8)};
}

inline Quad load_four_codes(const std::int8_t* from) {
  std::int32_t bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return _mm_cvtepi32_ps(_mm_cvtepi8_epi32(_mm_cvtsi32_si128(bytes)));
}

inline QuadDoubles widen(Quad x) { return {_mm256_cvtps_pd(x)}; }

}  // namespace groupwise
