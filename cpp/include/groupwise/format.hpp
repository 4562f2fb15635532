#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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
    float16,   ///< IEEE 754 binary16, ties to even; 2 bytes
    bfloat16,  ///< the upper half of a binary32, ties to even; 2 bytes
    decimal,   ///< `digits` significant decimal digits, ties away from zero, then the nearest float
  };
  Kind kind = Kind::float32;
  int digits = 0;  ///< 1 to 9, for `decimal` only

  [[nodiscard]] constexpr unsigned bytes() const {
    return kind == Kind::float16 || kind == Kind::bfloat16 ? 2 : 4;
  }
};

/// What a caller may choose about a format. A row of the table says which of these it takes; the
/// others have no meaning for it.
struct Params {
  int bits = 8;  ///< 2 to 8
  Rounding rounding = Rounding::half_away;
  ScaleFormat scale{};
  /// Instead of absmax / qmax, the scale (before it is stored) of every group that is not all zero.
  std::optional<float> custom_scale{};

  /// The largest code of the integer family, 2^(bits-1) - 1; its codes lie in -qmax..qmax.
  [[nodiscard]] constexpr int qmax() const { return (1 << (bits - 1)) - 1; }
};

/// @return `invalid_bits`, `invalid_scale_format`, `invalid_custom_scale` or ok.
[[nodiscard]] Status validate(const Params& params);

/// Which parameters, and which choice of groups, a format takes.
struct Takes {
  bool group_size = false;
  bool bits = false;
  bool rounding = false;
  bool scale = false;
  bool custom_scale = false;
};

/// The codes that a format can store, both ends included.
struct CodeRange {
  int least;
  int most;
};

/// One named intermediate result of a format's own arithmetic, as `trace` reports it.
struct StepInfo {
  /// What one value belongs to: a packed block, the weights that share a scale, or one weight.
  enum class Per : std::uint8_t { block, group, weight };
  std::string_view name;     ///< camelCase; a field of a traced group
  Per per;                   ///< of what there is one value
  std::string_view label;    ///< in words: "signed maximum"
  std::string_view formula;  ///< over the names of earlier steps: "signedMax / -8"
};

/// What a format is: one row of the table, without its functions.
///
/// Weights are cut into groups that share one effective scale (and offset). A format either leaves
/// the size of a group to the caller (`block` is 0; each group is packed by itself and may be
/// shorter at a row's end), or packs blocks of a fixed number of weights, each of one or more
/// groups; then a row is a whole number of blocks.
struct FormatInfo {
  std::string_view name;    ///< "q4_0"; unique
  std::string_view family;  ///< "ggml"
  std::string_view title;   ///< "Q4_0"
  std::string_view source;  ///< where the formula and the layout come from
  std::uint32_t block = 0;  ///< weights of a packed block; 0: one group of any size
  std::uint32_t group = 0;  ///< weights that share an effective scale; 0: the caller's group size
  std::uint32_t block_bytes = 0;  ///< bytes of a packed block; 0: depends on the parameters
  Takes takes{};
  bool positive_scales = false;  ///< every effective scale is above 0
  bool sub_scales = false;       ///< effective scales (and offsets) are a block's times its groups'
  bool has_offsets = false;  ///< recovered = level(code) * scale + offset, else level(code) * scale
  /// The value of each code, the least first; empty: a code is its own value.
  std::span<const float> levels{};
  /// What `trace` reports, in the order in which it is computed.
  std::span<const StepInfo> steps{};
};

/// Every format, in the order in which lists show them.
[[nodiscard]] std::span<const FormatInfo* const> formats();

/// @return null if there is none of that name.
[[nodiscard]] const FormatInfo* find_format(std::string_view name);

}  // namespace groupwise
