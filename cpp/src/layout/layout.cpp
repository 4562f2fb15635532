#include "groupwise/layout.hpp"

namespace groupwise {

Status make_layout(std::uint64_t length, GroupSize group_size,
                   std::optional<std::uint64_t> row_length, Layout& layout) {
  if (group_size.kind == GroupSize::Kind::count && group_size.count == 0) {
    return {ErrorCode::invalid_group_size};
  }
  const std::uint64_t whole = std::max<std::uint64_t>(length, 1);
  const std::uint64_t row = row_length.value_or(whole);
  if (row == 0 || length % row != 0) return {ErrorCode::invalid_row_length};
  switch (group_size.kind) {
    case GroupSize::Kind::count:
      layout = {length, row, std::min(group_size.count, row)};
      break;
    case GroupSize::Kind::row:
      layout = {length, row, row};
      break;
    case GroupSize::Kind::tensor:  // one scale for everything: rows do not cut it
      layout = {length, whole, whole};
      break;
  }
  return {};
}

Layout piece_at(const Layout& layout, std::uint64_t first_group, std::uint64_t max_weights) {
  const std::uint64_t start = layout.group_start(first_group);
  const std::uint64_t in_row = start % layout.row_length;
  if (in_row == 0 && layout.row_length <= max_weights) {
    const std::uint64_t fitting = max_weights / layout.row_length * layout.row_length;
    return {std::min(fitting, layout.length - start), layout.row_length, layout.group_size};
  }
  const std::uint64_t fitting =
      std::max<std::uint64_t>(1, max_weights / layout.group_size) * layout.group_size;
  const std::uint64_t length =
      std::min({fitting, layout.row_length - in_row, layout.length - start});
  return {length, std::max<std::uint64_t>(length, 1),
          std::min(layout.group_size, std::max<std::uint64_t>(length, 1))};
}

}  // namespace groupwise
