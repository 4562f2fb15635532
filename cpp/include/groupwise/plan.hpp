#pragma once

#include <cstdint>
#include <optional>

#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise {

struct FormatRow;

/// What a caller asks for; what is absent has the default of `Params`, or the format's own groups.
struct Options {
  std::optional<GroupSize> group_size{};
  std::optional<std::uint64_t> row_length{};
  std::optional<int> bits{};
  std::optional<Rounding> rounding{};
  std::optional<ScaleFormat> scale{};
  std::optional<float> custom_scale{};
};

/// A format with its parameters and the groups of one tensor: what every function works by. Made by
/// `make_plan`, which is what guarantees that its parts fit together.
struct Plan {
  const FormatRow* row = nullptr;
  Params params{};
  Layout layout{};

  [[nodiscard]] const FormatInfo& format() const;
  [[nodiscard]] CodeRange codes() const;
  /// The layout in the units that are packed: blocks, or groups where each is packed by itself.
  [[nodiscard]] Layout blocks() const;
  /// Bytes of the packed tensor.
  [[nodiscard]] std::uint64_t bytes() const;
  /// Where the packed bytes of a block begin; `bytes()` behind the last one.
  [[nodiscard]] std::uint64_t block_start(std::uint64_t block) const;
  /// The plan of the piece of the tensor that starts with `first_group`; see `piece_at`. Pieces of
  /// a format with blocks are whole blocks.
  [[nodiscard]] Plan piece(std::uint64_t first_group, std::uint64_t max_weights) const;
};

/// The groups of 32 that are usual, where the caller names no size.
inline constexpr std::uint64_t default_group_size = 32;

/// @return ok with `plan` set, or: `option_not_taken` (`Status::index` is the place in `Takes`),
///   `invalid_group_size` (0, or not the one that a fixed block has), `invalid_row_length`,
///   `length_not_in_blocks` (a row is no whole number of blocks), or an error of
///   `validate(params)`.
[[nodiscard]] Status make_plan(const FormatInfo& format, std::uint64_t length,
                               const Options& options, Plan& plan);

}  // namespace groupwise
