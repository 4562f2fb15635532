#include "groupwise/plan.hpp"

#include <algorithm>

#include "formats/row.hpp"

namespace groupwise {
namespace {

// The first option that was given although the format does not take it.
std::optional<std::uint64_t> not_taken(const Takes& takes, const Options& options) {
  const bool given[] = {options.bits.has_value(), options.rounding.has_value(),
                        options.scale.has_value(), options.custom_scale.has_value()};
  const bool taken[] = {takes.bits, takes.rounding, takes.scale, takes.custom_scale};
  for (std::uint64_t i = 0; i < std::size(given); ++i) {
    if (given[i] && !taken[i]) return i + 1;  // group_size, at 0, is judged with the blocks
  }
  return std::nullopt;
}

Status lay_out_blocks(const FormatInfo& format, std::uint64_t length, const Options& options,
                      Layout& layout) {
  const auto& size = options.group_size;
  if (size && !(size->kind == GroupSize::Kind::count && size->count == format.group)) {
    return {ErrorCode::invalid_group_size};
  }
  const std::uint64_t row =
      options.row_length.value_or(std::max<std::uint64_t>(length, format.block));
  if (row == 0 || length % row != 0) return {ErrorCode::invalid_row_length};
  if (row % format.block != 0) return {ErrorCode::length_not_in_blocks};
  layout = {length, row, format.group};
  return {};
}

}  // namespace

Status make_plan(const FormatInfo& format, std::uint64_t length, const Options& options,
                 Plan& plan) {
  if (const auto option = not_taken(format.takes, options)) {
    return {ErrorCode::option_not_taken, *option};
  }
  const Params defaults;
  plan.row = row_of(format);
  plan.params = {.bits = options.bits.value_or(defaults.bits),
                 .rounding = options.rounding.value_or(defaults.rounding),
                 .scale = options.scale.value_or(defaults.scale),
                 .custom_scale = options.custom_scale};
  if (const Status status = validate(plan.params); !status.ok()) return status;
  if (format.block != 0) return lay_out_blocks(format, length, options, plan.layout);
  const GroupSize usual{GroupSize::Kind::count, default_group_size};
  return make_layout(length, options.group_size.value_or(usual), options.row_length, plan.layout);
}

const FormatInfo& Plan::format() const { return row->info; }

CodeRange Plan::codes() const { return row->codes(params); }

Layout Plan::blocks() const {
  const std::uint64_t block = row->info.block != 0 ? row->info.block : layout.group_size;
  return {layout.length, layout.row_length, block};
}

std::uint64_t Plan::bytes() const { return block_start(blocks().num_groups()); }

std::uint64_t Plan::block_start(std::uint64_t block) const {
  const Layout units = blocks();
  const std::uint64_t whole = row->bytes(params, units.group_size).total();
  const std::uint64_t tail = units.row_length % units.group_size;
  const std::uint64_t row_bytes = units.row_length / units.group_size * whole +
                                  (tail == 0 ? 0 : row->bytes(params, tail).total());
  return block / units.groups_per_row() * row_bytes + block % units.groups_per_row() * whole;
}

Plan Plan::piece(std::uint64_t first_group, std::uint64_t max_weights) const {
  const Layout units = blocks();
  const std::uint64_t per_unit = units.group_size / layout.group_size;
  Layout piece = piece_at(units, first_group / per_unit, max_weights);
  if (per_unit > 1) piece.group_size = layout.group_size;
  return {row, params, piece};
}

}  // namespace groupwise
