#pragma once

#include "formats/row.hpp"
#include "groupwise/plan.hpp"

namespace groupwise {

extern const FormatRow integer_format;

/// A plan by a layout of one's own.
/// @param params valid
inline Plan integer_plan(const Layout& layout, const Params& params = {}) {
  return {.row = &integer_format, .params = params, .layout = layout};
}

}  // namespace groupwise
