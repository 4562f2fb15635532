// The table of formats. A format is a row of one of these families, which are folders beside it.
#include <algorithm>
#include <cmath>
#include <vector>

#include "formats/ggml/rows.hpp"
#include "formats/integer/integer.hpp"

namespace groupwise {
namespace {

std::vector<const FormatInfo*> all_rows() {
  const std::span<const FormatRow> families[] = {{&integer_format, 1}, ggml_rows};
  std::vector<const FormatInfo*> all;
  for (const auto& family : families) {
    for (const FormatRow& row : family) all.push_back(&row.info);
  }
  return all;
}

}  // namespace

std::span<const FormatInfo* const> formats() {
  static const std::vector<const FormatInfo*> table = all_rows();
  return table;
}

const FormatInfo* find_format(std::string_view name) {
  const auto table = formats();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto* row) { return row->name == name; });
  return found == table.end() ? nullptr : *found;
}

Status validate(const Params& params) {
  if (params.bits < 2 || params.bits > 8) return {ErrorCode::invalid_bits};
  if (params.scale.kind == ScaleFormat::Kind::decimal &&
      (params.scale.digits < 1 || params.scale.digits > 9)) {
    return {ErrorCode::invalid_scale_format};
  }
  if (params.custom_scale && !(std::isfinite(*params.custom_scale) && *params.custom_scale > 0)) {
    return {ErrorCode::invalid_custom_scale};
  }
  return {};
}

}  // namespace groupwise
