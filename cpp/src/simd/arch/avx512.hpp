#pragma once

// x86-64 with AVX-512: vectors of 512 bits.
#include <cstring>

#include "simd/types.hpp"

namespace groupwise {

template <class Batch>
inline Batch opaque(Batch x) {
  return x;
}

inline void store_codes(std::int8_t* to, Ints x) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(x));
}

inline void store_codes(std::int8_t* to, const Block& block) { store_codes(to, block[0]); }

inline CodeFloats load_code_block(const std::int8_t* from) {
  return {_mm512_cvtepi32_ps(
      _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))))};
}

inline Quad load_four_codes(const std::int8_t* from) {
  std::int32_t bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return _mm_cvtepi32_ps(_mm_cvtepi8_epi32(_mm_cvtsi32_si128(bytes)));
}

inline QuadDoubles widen(Quad x) { return {_mm256_cvtps_pd(x)}; }

}  // namespace groupwise
