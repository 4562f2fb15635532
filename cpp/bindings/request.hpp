#pragma once

#include <cmath>
#include <cstdint>

#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise::bindings {

/// A tensor's shape and format as JavaScript's numbers. What is not a whole number where one is
/// wanted becomes 0, which the core refuses.
struct Request {
  double length;
  int groupKind;  // GroupSize::Kind
  double groupSize;
  bool hasRowLength;
  double rowLength;
  double bits;
  int rounding;   // Rounding
  int scaleKind;  // ScaleFormat::Kind
  double digits;
  bool hasCustomScale;
  double customScale;
};

constexpr double max_safe_integer = 9007199254740991;

inline std::uint64_t whole(double number) {
  const bool fits = number >= 0 && number <= max_safe_integer && number == std::trunc(number);
  return fits ? static_cast<std::uint64_t>(number) : 0;
}

inline int small(double number) { return number < 100 ? static_cast<int>(whole(number)) : 0; }

inline Params format_of(const Request& request) {
  return {.bits = small(request.bits),
          .rounding = static_cast<Rounding>(request.rounding),
          .scale = {static_cast<ScaleFormat::Kind>(request.scaleKind), small(request.digits)},
          .custom_scale = request.hasCustomScale
                              ? std::optional(static_cast<float>(request.customScale))
                              : std::nullopt};
}

inline Status layout_of(const Request& request, Layout& layout) {
  return make_layout(whole(request.length),
                     {static_cast<GroupSize::Kind>(request.groupKind), whole(request.groupSize)},
                     request.hasRowLength ? std::optional(whole(request.rowLength)) : std::nullopt,
                     layout);
}

}  // namespace groupwise::bindings
