#pragma once

// Any other architecture: by way of memory.
#include "simd/types.hpp"

namespace groupwise {

template <class Batch>
inline Batch opaque(Batch x) {
  return x;
}

inline void store_codes(std::int8_t* to, Ints x) {
  alignas(64) std::array<std::int32_t, width> lanes;
  x.store_aligned(lanes.data());
  for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<std::int8_t>(lanes[i]);
}

inline void store_codes(std::int8_t* to, const Block& block) {
  for (std::size_t i = 0; i < block.size(); ++i) store_codes(to + i * width, block[i]);
}

inline CodeFloats load_code_block(const std::int8_t* from) {
  alignas(64) std::array<float, code_block> lanes;
  for (std::size_t i = 0; i < code_block; ++i) lanes[i] = static_cast<float>(from[i]);
  CodeFloats out;
  for (std::size_t v = 0; v < out.size(); ++v) {
    out[v] = Floats::load_aligned(lanes.data() + v * width);
  }
  return out;
}

inline Quad load_four_codes(const std::int8_t* from) {
  alignas(16) std::array<float, 4> lanes;
  for (std::size_t i = 0; i < 4; ++i) lanes[i] = static_cast<float>(from[i]);
  return Quad::load_aligned(lanes.data());
}

inline QuadDoubles widen(Quad x) {
  alignas(16) std::array<float, 4> lanes;
  x.store_aligned(lanes.data());
  QuadDoubles out;
  for (std::size_t part = 0; part < out.size(); ++part) {
    std::array<double, doubles_width> doubles;
    for (std::size_t i = 0; i < doubles_width; ++i) doubles[i] = lanes[part * doubles_width + i];
    out[part] = Doubles::load_unaligned(doubles.data());
  }
  return out;
}

}  // namespace groupwise
