#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "groupwise/quantize.hpp"

namespace groupwise {

// A format's own bytes, as files hold them: `Plan::bytes()` of them, block after block.

/// @return as `quantize`.
[[nodiscard]] Status encode(std::span<const float> weights, const Plan& plan,
                            std::span<std::uint8_t> bytes, const Execution& execution = {});

/// @return `length_mismatch`, `invalid_bytes` with the index of a block that no encoder writes, or
///   ok.
[[nodiscard]] Status decode(std::span<const std::uint8_t> bytes, const Plan& plan,
                            std::span<float> recovered, const Execution& execution = {});

/// Planar memory to bytes: those that `unpack` turns into the same.
/// @return `length_mismatch`, `unstorable` with the index of the block, or ok.
[[nodiscard]] Status pack(const Quantized& quantized, const Plan& plan,
                          std::span<std::uint8_t> bytes);

/// Bytes to planar memory. `out.group_max_errors` is not written.
/// @return as `decode`.
[[nodiscard]] Status unpack(std::span<const std::uint8_t> bytes, const Plan& plan,
                            QuantizedView out);

/// A range of bits of a packed block. Bit b of a block is bit b % 8, counted from the lowest, of
/// its byte b / 8. Every bit of a block lies in exactly one field.
struct Field {
  enum class Kind : std::uint8_t {
    code,        ///< bits `shift`.. of the code of weight `at`
    scale,       ///< a stored scale: of group `at`, or of the block
    offset,      ///< a stored minimum or zero point, likewise
    sub_scale,   ///< bits `shift`.. of what scales group `at` within the block
    sub_offset,  ///< likewise for its offset
    padding,     ///< always 0
  };
  Kind kind;
  std::uint32_t bit;
  std::uint32_t bits;
  std::uint32_t at;     ///< weight or group within the block
  std::uint32_t shift;  ///< which bit of the value is the field's lowest
  /// Bytes in base 3 hold several whole codes: of `count` weights that lie `step` apart.
  std::uint32_t count = 1, step = 0;
};

/// The fields of a block of the plan that holds so many weights, in the order of their bits.
[[nodiscard]] std::vector<Field> fields(const Plan& plan, std::uint64_t weights);

}  // namespace groupwise
