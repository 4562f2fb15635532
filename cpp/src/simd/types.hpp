#pragma once

// The vectors that the kernels compute with, of the widest kind that the build has.
#include <array>
#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

namespace groupwise {

using Floats = xsimd::batch<float>;
using Ints = xsimd::batch<std::int32_t>;
inline constexpr std::size_t width = Floats::size;

/// 16 codes as integers, from 16 / width vectors (from one where a vector is wider).
inline constexpr std::size_t vectors_per_block = width < 16 ? 16 / width : 1;
using Block = std::array<Ints, vectors_per_block>;

/// Codes are read 16 at once.
inline constexpr std::size_t code_block = 16;
using CodeBytes = xsimd::make_sized_batch_t<std::int8_t, code_block>;
using CodeFloats = std::array<Floats, code_block / width>;

/// Four lanes whatever the width: one per group of four, or one per sum of ErrorSums.
using Quad = xsimd::make_sized_batch_t<float, 4>;
using QuadBits = xsimd::make_sized_batch_t<std::int32_t, 4>;

/// Likewise four lanes of double, in as many vectors as that takes.
inline constexpr std::size_t doubles_width = xsimd::batch<double>::size < 4 ? 2 : 4;
using Doubles = xsimd::make_sized_batch_t<double, doubles_width>;
using QuadDoubles = std::array<Doubles, 4 / doubles_width>;

}  // namespace groupwise
