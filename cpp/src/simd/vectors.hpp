#pragma once

// What the kernels need beyond xsimd: narrowing and widening between int8 and float vectors, and
// reductions of four vectors at once. Each has a fast form for the vectors that matter.
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <xsimd/xsimd.hpp>

namespace groupwise {

using Floats = xsimd::batch<float>;
using Ints = xsimd::batch<std::int32_t>;
inline constexpr std::size_t width = Floats::size;

inline Floats load(const float* from) { return Floats::load_unaligned(from); }
inline Ints bits_of(Floats x) { return xsimd::bitwise_cast<std::int32_t>(x); }
inline Floats float_of_bits(Ints x) { return xsimd::bitwise_cast<float>(x); }

/// A constant that the compiler takes for a variable. V8 makes a vector constant anew, in four
/// instructions, wherever wasm code says one; a variable stays in a register.
template <class Batch>
inline Batch opaque(Batch x) {
#if defined(__wasm_simd128__)
  v128_t value = x;
  asm("" : "+r"(value));
  return value;
#else
  return x;
#endif
}

/// Stores the low bytes of `width` integers that lie in -128..127.
inline void store_codes(std::int8_t* to, Ints x) {
#if defined(__wasm_simd128__)
  const v128_t words = wasm_i16x8_narrow_i32x4(x, x);
  wasm_v128_store32_lane(to, wasm_i8x16_narrow_i16x8(words, words), 0);
#elif defined(__AVX512F__)
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(x));
#else
  alignas(64) std::array<std::int32_t, width> lanes;
  x.store_aligned(lanes.data());
  for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::int8_t>(lanes[i]);
#endif
}

/// Stores 16 codes from 16 / width vectors (from one where a vector is wider).
inline constexpr std::size_t vectors_per_block = width < 16 ? 16 / width : 1;
using Block = std::array<Ints, vectors_per_block>;

inline void store_codes(std::int8_t* to, const Block& block) {
#if defined(__wasm_simd128__)
  wasm_v128_store(to, wasm_i8x16_narrow_i16x8(wasm_i16x8_narrow_i32x4(block[0], block[1]),
                                              wasm_i16x8_narrow_i32x4(block[2], block[3])));
#elif defined(__AVX2__) && !defined(__AVX512F__)
  // packs works within 128-bit lanes; the permutation puts the eight 16-bit halves back in order.
  const __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(block[0], block[1]), 0xD8);
  _mm_storeu_si128(
      reinterpret_cast<__m128i*>(to),
      _mm_packs_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
#else
  for (std::size_t i = 0; i < block.size(); ++i) store_codes(to + i * width, block[i]);
#endif
}

/// Codes are read 16 at once.
inline constexpr std::size_t code_block = 16;
using CodeBytes = xsimd::make_sized_batch_t<std::int8_t, code_block>;

/// 16 codes as floats.
inline std::array<Floats, code_block / width> load_code_block(const std::int8_t* from) {
#if defined(__wasm_simd128__)
  const v128_t low = wasm_i16x8_load8x8(from);
  const v128_t high = wasm_i16x8_load8x8(from + 8);
  return {wasm_f32x4_convert_i32x4(wasm_i32x4_extend_low_i16x8(low)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_high_i16x8(low)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_low_i16x8(high)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_high_i16x8(high))};
#elif defined(__AVX512F__)
  return {_mm512_cvtepi32_ps(
      _mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))))};
#elif defined(__AVX2__)
  const auto eight = [](const std::int8_t* at) {
    return _mm256_cvtepi32_ps(
        _mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at))));
  };
  return {eight(from), eight(from + 8)};
#else
  alignas(64) std::array<float, code_block> lanes;
  for (std::size_t i = 0; i < code_block; ++i) lanes[i] = static_cast<float>(from[i]);
  std::array<Floats, code_block / width> out;
  for (std::size_t v = 0; v < out.size(); ++v) {
    out[v] = Floats::load_aligned(lanes.data() + v * width);
  }
  return out;
#endif
}

// Four lanes whatever the width: one per group of four, or one per sum of ErrorSums.
using Quad = xsimd::make_sized_batch_t<float, 4>;
using QuadBits = xsimd::make_sized_batch_t<std::int32_t, 4>;

/// The floats with the largest bits in each of four vectors (or of one vector, in all four lanes).
template <std::size_t n>
inline Quad reduce_max_each(const std::array<Ints, n>& x) {
  if constexpr (n == 1) {
    return Quad(std::bit_cast<float>(xsimd::reduce_max(x[0])));
  } else if constexpr (width == 4) {
    auto rows = x;
    xsimd::transpose(rows.data(), rows.data() + 4);
    return xsimd::bitwise_cast<float>(
        xsimd::max(xsimd::max(rows[0], rows[1]), xsimd::max(rows[2], rows[3])));
  } else {
    alignas(16) std::array<std::int32_t, 4> lanes;
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = xsimd::reduce_max(x[i]);
    return xsimd::bitwise_cast<float>(QuadBits::load_aligned(lanes.data()));
  }
}

// Four lanes of double, the lanes of ErrorSums.
inline constexpr std::size_t doubles_width = xsimd::batch<double>::size < 4 ? 2 : 4;
using Doubles = xsimd::make_sized_batch_t<double, doubles_width>;

struct DoubleLanes {
  static constexpr std::size_t parts = 4 / doubles_width;
  std::array<Doubles, parts> part;

  explicit DoubleLanes(const std::array<double, 4>& from) {
    for (std::size_t i = 0; i < parts; ++i) {
      part[i] = Doubles::load_unaligned(from.data() + i * doubles_width);
    }
  }
  explicit DoubleLanes(Quad from) {
#if defined(__wasm_simd128__)
    part[0] = wasm_f64x2_promote_low_f32x4(from);
    part[1] = wasm_f64x2_promote_low_f32x4(wasm_i64x2_shuffle(from, from, 1, 1));
#elif defined(__AVX__)
    part[0] = _mm256_cvtps_pd(from);
#else
    alignas(16) std::array<float, 4> lanes;
    from.store_aligned(lanes.data());
    *this = DoubleLanes(std::array<double, 4>{lanes[0], lanes[1], lanes[2], lanes[3]});
#endif
  }
  void store(std::array<double, 4>& to) const {
    for (std::size_t i = 0; i < parts; ++i) part[i].store_unaligned(to.data() + i * doubles_width);
  }
  void add(const DoubleLanes& x) {
    for (std::size_t i = 0; i < parts; ++i) part[i] += x.part[i];
  }
  void add_magnitude(const DoubleLanes& x) {
    for (std::size_t i = 0; i < parts; ++i) part[i] += xsimd::abs(x.part[i]);
  }
  void add_product(const DoubleLanes& x, const DoubleLanes& y) {
    for (std::size_t i = 0; i < parts; ++i) part[i] += x.part[i] * y.part[i];
  }
};

/// Four codes as floats.
inline Quad load_four_codes(const std::int8_t* from) {
#if defined(__wasm_simd128__)
  return wasm_f32x4_convert_i32x4(
      wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(from))));
#elif defined(__SSE4_1__)
  std::int32_t bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return _mm_cvtepi32_ps(_mm_cvtepi8_epi32(_mm_cvtsi32_si128(bytes)));
#else
  alignas(16) std::array<float, 4> lanes;
  for (std::size_t i = 0; i < 4; ++i) lanes[i] = static_cast<float>(from[i]);
  return Quad::load_aligned(lanes.data());
#endif
}

}  // namespace groupwise
