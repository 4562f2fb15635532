#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "groupwise/status.hpp"

namespace groupwise {

/// How many weights share a scale.
struct GroupSize {
  enum class Kind : std::uint8_t { count, row, tensor };
  Kind kind = Kind::count;
  std::uint64_t count = 32;  ///< for `Kind::count`, from 1
};

/// How a tensor is cut into groups: rows of `row_length` weights, each cut into groups of
/// `group_size`. Groups never cross a row; the last group of a row may be shorter (a tail group).
/// Made by `make_layout`, which is what guarantees that the fields fit together.
struct Layout {
  std::uint64_t length = 0;      ///< weights in all; a multiple of row_length
  std::uint64_t row_length = 1;  ///< from 1
  std::uint64_t group_size = 1;  ///< 1 to row_length

  [[nodiscard]] constexpr std::uint64_t rows() const { return length / row_length; }
  [[nodiscard]] constexpr std::uint64_t groups_per_row() const {
    return row_length / group_size + (row_length % group_size != 0);
  }
  [[nodiscard]] constexpr std::uint64_t num_groups() const { return rows() * groups_per_row(); }

  /// Index of the first weight of a group; `length` for group == num_groups().
  [[nodiscard]] constexpr std::uint64_t group_start(std::uint64_t group) const {
    return group / groups_per_row() * row_length + group % groups_per_row() * group_size;
  }
  [[nodiscard]] constexpr std::uint64_t group_length(std::uint64_t group) const {
    return std::min(group_size, row_length - group % groups_per_row() * group_size);
  }
  /// The group that a weight belongs to.
  [[nodiscard]] constexpr std::uint64_t group_of(std::uint64_t weight) const {
    return weight / row_length * groups_per_row() + weight % row_length / group_size;
  }
};

/// @param row_length by default the whole tensor is one row.
/// @return `invalid_group_size`, `invalid_row_length`, or ok with `layout` set.
[[nodiscard]] Status make_layout(std::uint64_t length, GroupSize group_size,
                                 std::optional<std::uint64_t> row_length, Layout& layout);

/// The piece of a tensor that starts with `first_group`: whole rows where a row fits into
/// `max_weights`, else whole groups of one row, at least one. Quantizing the pieces one after
/// another is quantizing the tensor. Empty (length 0) behind the last group.
[[nodiscard]] Layout piece_at(const Layout& layout, std::uint64_t first_group,
                              std::uint64_t max_weights);

}  // namespace groupwise
