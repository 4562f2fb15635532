#pragma once

// What the kernels need beyond xsimd: narrowing and widening between int8, float and double, which
// each architecture does in its own way (arch/), and reductions of four vectors at once.
//
// Every architecture has these:
//   opaque           a constant that the compiler takes for a variable. V8 makes a vector constant
//                    anew, in four instructions, wherever wasm code says one; a variable stays in a
//                    register.
//   store_codes      the low bytes of a vector of integers that lie in -128..127, or of a Block
//   load_code_block  16 codes as floats
//   load_four_codes  4 codes as floats
//   widen            4 floats as doubles
#include <bit>

#include "simd/types.hpp"

#if defined(__wasm_simd128__)
#include "simd/arch/wasm.hpp"
#elif defined(__AVX512F__)
#include "simd/arch/avx512.hpp"
#elif defined(__AVX2__)
#include "simd/arch/avx2.hpp"
#else
#include "simd/arch/generic.hpp"
#endif

namespace groupwise {

inline Floats load(const float* from) { return Floats::load_unaligned(from); }
inline Ints bits_of(Floats x) { return xsimd::bitwise_cast<std::int32_t>(x); }

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

/// Sums of doubles, one in each lane of ErrorSums.
struct DoubleLanes {
  QuadDoubles part;

  explicit DoubleLanes(const std::array<double, 4>& from) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      part[i] = Doubles::load_unaligned(from.data() + i * doubles_width);
    }
  }
  explicit DoubleLanes(Quad from) : part(widen(from)) {}
  void store(std::array<double, 4>& to) const {
    for (std::size_t i = 0; i < part.size(); ++i)
      part[i].store_unaligned(to.data() + i * doubles_width);
  }
  void add(const DoubleLanes& x) {
    for (std::size_t i = 0; i < part.size(); ++i) part[i] += x.part[i];
  }
  void add_magnitude(const DoubleLanes& x) {
    for (std::size_t i = 0; i < part.size(); ++i) part[i] += xsimd::abs(x.part[i]);
  }
  void add_product(const DoubleLanes& x, const DoubleLanes& y) {
    for (std::size_t i = 0; i < part.size(); ++i) part[i] += x.part[i] * y.part[i];
  }
};

}  // namespace groupwise
