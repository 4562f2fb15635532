#pragma once

// WebAssembly: vectors of 128 bits.
#include "simd/types.hpp"

namespace groupwise {

template <class Batch>
inline Batch opaque(Batch x) {
  v128_t value = x;
  asm("" : "+r"(value));
  return value;
}

inline void store_codes(std::int8_t* to, Ints x) {
  const v128_t words = wasm_i16x8_narrow_i32x4(x, x);
  wasm_v128_store32_lane(to, wasm_i8x16_narrow_i16x8(words, words), 0);
}

inline void store_codes(std::int8_t* to, const Block& block) {
  wasm_v128_store(to, wasm_i8x16_narrow_i16x8(wasm_i16x8_narrow_i32x4(block[0], block[1]),
                                              wasm_i16x8_narrow_i32x4(block[2], block[3])));
}

inline CodeFloats load_code_block(const std::int8_t* from) {
  const v128_t low = wasm_i16x8_load8x8(from);
  const v128_t high = wasm_i16x8_load8x8(from + 8);
  return {wasm_f32x4_convert_i32x4(wasm_i32x4_extend_low_i16x8(low)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_high_i16x8(low)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_low_i16x8(high)),
          wasm_f32x4_convert_i32x4(wasm_i32x4_extend_high_i16x8(high))};
}

inline Quad load_four_codes(const std::int8_t* from) {
  return wasm_f32x4_convert_i32x4(
      wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(from))));
}

inline QuadDoubles widen(Quad x) {
  return {wasm_f64x2_promote_low_f32x4(x),
          wasm_f64x2_promote_low_f32x4(wasm_i64x2_shuffle(x, x, 1, 1))};
}

}  // namespace groupwise
