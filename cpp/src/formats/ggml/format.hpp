// A ggml format: where a block's numbers lie, how they are chosen from weights, and what they mean.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "block.hpp"
#include "steps.hpp"

namespace groupwise::ggml {

/// What is added to code times scale.
enum class OffsetKind : std::uint8_t {
  none,
  block,  ///< the block's offset
};

struct GgmlFormat {
  const char* name;
  std::uint16_t weights;  ///< in a block
  std::uint16_t bytes;    ///< of a block
  OffsetKind offset;
  std::int8_t zero;  ///< the number that code 0 is stored as
  std::span<const Plane> planes;
  std::span<const Step> steps;
  /// Chooses the numbers of a block that is all zero.
  void (*choose)(const float* weights, Block& block, StepValues steps);
};

[[nodiscard]] float block_scale(const Block& block);
[[nodiscard]] float block_offset(const Block& block);

[[nodiscard]] inline std::int8_t code_of(const GgmlFormat& format, std::uint8_t stored) {
  return static_cast<std::int8_t>(stored - format.zero);
}

/// @return false where the stored scale overflows its format; `bytes` hold nothing of meaning then.
[[nodiscard]] bool encode_block(const GgmlFormat& format, const float* weights,
                                std::uint8_t* bytes);

/// @return false for bytes that no block has: its scale or offset is not finite.
[[nodiscard]] bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block);

/// Writes all bytes of a block.
void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes);

/// The weights that a block stands for.
void recover(const GgmlFormat& format, const Block& block, float* weights);

/// `bits` bits from `bit` of the block's bytes on (bit 0 is the lowest of byte 0): bits of one
/// number, from its bit `low` on.
struct Field {
  Part part;
  std::uint16_t number;
  std::uint16_t bit;
  std::uint8_t bits, low;
};

/// Every bit of a block belongs to exactly one field.
[[nodiscard]] std::vector<Field> fields(const GgmlFormat& format);

extern const std::span<const GgmlFormat> ggml_formats;

}  // namespace groupwise::ggml
