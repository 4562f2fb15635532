// A ggml format: where a block's numbers lie, how they are chosen from weights, and what they mean.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "block.hpp"
#include "steps.hpp"

namespace groupwise::ggml {

/// What the scale of a group is.
enum class ScaleKind : std::uint8_t {
  block,               ///< the block's, a binary16
  block_power_of_two,  ///< the block's, half of an E8M0 number
  whole,               ///< the block's times a whole number
  whole_minus_32,      ///< the block's times (a whole number - 32)
  whole_signed,        ///< the block's times a two's complement number
  half_ue4m3,          ///< half of an unsigned E4M3 number; the block has none
};

/// What is added to code times scale.
enum class OffsetKind : std::uint8_t {
  none,
  block,        ///< the block's, a binary16
  minus_whole,  ///< minus the block's times a whole number of the group
};

struct GgmlFormat {
  const char* name;
  std::uint16_t weights;  ///< in a block
  std::uint16_t group;    ///< weights that share a scale
  std::uint16_t bytes;    ///< of a block
  ScaleKind scale;
  OffsetKind offset;
  std::int8_t zero;           ///< the number that code 0 is stored as
  const std::int8_t* values;  ///< what each code stands for; null: for itself
  std::span<const Plane> planes;
  std::span<const Step> steps;
  /// Chooses the numbers of a block that is all zero.
  void (*choose)(const float* weights, Block& block, StepValues steps);

  [[nodiscard]] unsigned groups() const { return weights / group; }
};

[[nodiscard]] float group_scale(const GgmlFormat& format, const Block& block, unsigned group);
[[nodiscard]] float group_offset(const GgmlFormat& format, const Block& block, unsigned group);

[[nodiscard]] inline std::int8_t code_of(const GgmlFormat& format, std::uint8_t stored) {
  return static_cast<std::int8_t>(stored - format.zero);
}

/// 2^(exponent - 128): half of the E8M0 number, because the values of FP4 are kept doubled.
[[nodiscard]] float half_power_of_two(std::uint8_t exponent);

/// Half of an unsigned E4M3 number.
[[nodiscard]] float half_ue4m3(std::uint8_t bits);

/// @return false where the stored scale overflows its format; `bytes` hold nothing of meaning then.
[[nodiscard]] bool encode_block(const GgmlFormat& format, const float* weights,
                                std::uint8_t* bytes);

/// @return false for bytes that no block has: a scale or offset that is infinite or no number, an
///   E4M3 scale with a sign, base-3 digits spelled otherwise than a writer spells them.
[[nodiscard]] bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block);

/// Writes all bytes of a block.
void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes);

/// The weights that a block stands for.
void recover(const GgmlFormat& format, const Block& block, float* weights);

/// `bits` bits from `bit` of the block's bytes on (bit 0 is the lowest of byte 0): bits of one
/// number, from its bit `low` on; or, in base 3, all of `count` numbers that lie `step` apart.
struct Field {
  Part part;
  std::uint16_t number;
  std::uint16_t bit;
  std::uint8_t bits, low;
  std::uint8_t count = 1, step = 0;
};

/// Every bit of a block belongs to exactly one field.
[[nodiscard]] std::vector<Field> fields(const GgmlFormat& format);

extern const std::span<const GgmlFormat> ggml_formats;

}  // namespace groupwise::ggml
