#pragma once

#include <cstdint>

namespace groupwise {

/// What was wrong with the input of a call.
enum class ErrorCode : std::uint8_t {
  none,
  non_finite_weight,     ///< a NaN or an infinite weight; `Status::index` is the lowest one
  invalid_bits,          ///< not 2 to 8
  invalid_group_size,    ///< 0
  invalid_row_length,    ///< 0, or the length is not a multiple of it
  invalid_scale_format,  ///< decimal digits not 1 to 9
  invalid_custom_scale,  ///< not finite, or not above 0
  length_mismatch,       ///< a buffer does not have the size that the layout asks for
  scale_overflow,        ///< the stored scale is infinite; `Status::index` is the lowest such group
  invalid_scale,   ///< a scale to multiply with is not finite or not above 0; `index` is its group
  invalid_code,    ///< a code outside -qmax..qmax; `Status::index` is the lowest one
  unknown_format,  ///< no format has this name (bindings only; find_format returns null)
  option_not_taken,  ///< an option that the format does not take; `index` is its place in `Takes`
  length_not_in_blocks,  ///< a row is no whole number of the format's blocks
  invalid_bytes,         ///< a block that no encoder writes; `Status::index` is the lowest one
  unstorable,     ///< codes, scale or offset that the format cannot store; `index` is its block
  out_of_memory,  ///< a buffer could not be had (bindings only; the core allocates no buffers)
};

/// The outcome of a call: either ok, or the code and the place of what was wrong.
struct Status {
  ErrorCode code = ErrorCode::none;
  std::uint64_t index = 0;  ///< of a weight, a code or a group, where the code says so

  [[nodiscard]] constexpr bool ok() const { return code == ErrorCode::none; }
  friend bool operator==(const Status&, const Status&) = default;
};

}  // namespace groupwise
