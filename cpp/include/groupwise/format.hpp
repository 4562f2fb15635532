#pragma once

#include <cstdint>
#include <optional>

#include "groupwise/status.hpp"

namespace groupwise {

/// How a quotient becomes an integer.
enum class Rounding : std::uint8_t {
  half_away,  ///< C's `roundf`: ties away from zero
  half_even,  ///< IEEE 754 roundTiesToEven
  truncate,   ///< toward zero; biased, to show why rounding matters
};

/// The precision a scale is kept in. Kernels compute with the stored value as float in each.
struct ScaleFormat {
  enum class Kind : std::uint8_t {
    float32,
    float16,  ///< IEEE 754 binary16, ties to even; 2 bytes
    decimal,  ///< `digits` significant decimal digits, ties away from zero, then the nearest float
  };
  Kind kind = Kind::float32;
  int digits = 0;  ///< 1 to 9, for `decimal` only

  [[nodiscard]] constexpr unsigned bytes() const { return kind == Kind::float16 ? 2 : 4; }
};

/// A symmetric absmax format: what a group becomes. A value, so that others can stand beside it.
struct Format {
  int bits = 8;  ///< 2 to 8
  Rounding rounding = Rounding::half_away;
  ScaleFormat scale{};
  /// Instead of absmax / qmax, the scale (before it is stored) of every group that is not all zero.
  std::optional<float> custom_scale{};

  /// The largest code, 2^(bits-1) - 1; codes lie in -qmax..qmax.
  [[nodiscard]] constexpr int qmax() const { return (1 << (bits - 1)) - 1; }
};

/// @return `invalid_bits`, `invalid_scale_format`, `invalid_custom_scale` or ok.
[[nodiscard]] Status validate(const Format& format);

}  // namespace groupwise
