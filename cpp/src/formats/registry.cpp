// The table of formats. A format is a row here and a folder, or a file, beside it.
#include <algorithm>
#include <array>
#include <cmath>

#include "formats/integer/integer.hpp"

namespace groupwise {
namespace {

constexpr std::array table = {
    &integer_format.info,
};

}  // namespace

std::span<const FormatInfo* const> formats() { return table; }

const FormatInfo* find_format(std::string_view name) {
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
