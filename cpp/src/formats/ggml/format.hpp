// A ggml format: where a block's numbers lie, how they are chosen from weights, and what they mean.
#pragma once

#include <cstdint>
#include <span>

#include "formats/ggml/block.hpp"
#include "formats/ggml/steps.hpp"
#include "groupwise/format.hpp"

namespace groupwise::ggml {

/// What the scale of a group is; from `whole` on, a product.
enum class ScaleKind : std::uint8_t {
  block,           ///< the block's, a binary16
  power_of_two,    ///< the block's, half of an E8M0 number
  ue4m3,           ///< half of an unsigned E4M3 number of the group
  whole,           ///< the block's times a whole number
  whole_minus_32,  ///< the block's times (a whole number - 32)
  whole_signed,    ///< the block's times a two's complement number
};

/// What is added to level times scale.
enum class OffsetKind : std::uint8_t {
  none,
  block,        ///< the block's, a binary16
  minus_whole,  ///< minus the block's times a whole number of the group
};

/// Chooses the numbers of a block that is all zero.
using Choose = void(const float* weights, Block& block, Steps steps);

struct GgmlFormat {
  FormatInfo info;
  ScaleKind scale;
  OffsetKind offset;
  std::int8_t zero;      ///< the number that code 0 is stored as
  std::uint8_t numbers;  ///< the largest number that can be stored for a weight
  std::span<const Plane> planes;
  Choose* choose;
  bool has_simd;
  Choose* choose_simd;  ///< the same numbers, faster; `choose` where there is none

  [[nodiscard]] unsigned groups() const { return info.block / info.group; }
  [[nodiscard]] CodeRange codes() const {
    if (numbers == 0xFF) return {-128, 127};  // two's complement
    return {-zero, numbers - zero};
  }
  [[nodiscard]] std::int8_t code_of(std::uint8_t number) const {
    return static_cast<std::int8_t>(number - zero);
  }
  [[nodiscard]] std::uint8_t number_of(std::int8_t code) const {
    return static_cast<std::uint8_t>(code + zero);
  }
};

/// 2^(exponent - 128): half of the E8M0 number, because levels are kept doubled.
[[nodiscard]] float half_power_of_two(std::uint8_t exponent);

/// Half of an unsigned E4M3 number.
[[nodiscard]] float half_ue4m3(std::uint8_t bits);

/// What the numbers of a block stand for.
[[nodiscard]] float block_scale(const GgmlFormat& format, const Block& block);
[[nodiscard]] float block_offset(const Block& block);
[[nodiscard]] float group_scale(const GgmlFormat& format, const Block& block, unsigned group);
[[nodiscard]] float group_offset(const GgmlFormat& format, const Block& block, unsigned group);

/// The weight that a code of a group stands for.
[[nodiscard]] float recover(const GgmlFormat& format, std::int8_t code, float scale, float offset);

/// Whether all scales and offsets are numbers, and finite.
[[nodiscard]] bool has_finite_scales(const GgmlFormat& format, const Block& block);

/// @return false for bytes that no block has: a scale or offset that is infinite or no number,
///   base-3 digits spelled otherwise than a writer spells them.
[[nodiscard]] bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block);

/// Writes all bytes of a block.
void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes);

}  // namespace groupwise::ggml
