#pragma once

#include <array>

#include "formats/row.hpp"

namespace groupwise::integer {

/// The places of the family's steps in `steps`.
enum class Step : std::uint8_t {
  absmax,
  exact_scale,
  scale,
  quotients,
  rounded,
  codes,
  recovered,
  errors,
};

inline constexpr std::array<StepInfo, 8> steps = {{
    {"absmax", StepInfo::Per::group, "largest magnitude", "max |weight|"},
    {"exactScale", StepInfo::Per::group, "scale before it is stored", "absmax / qmax"},
    {"scale", StepInfo::Per::group, "stored scale", "store(exactScale)"},
    {"quotients", StepInfo::Per::weight, "quotient", "weight / scale"},
    {"rounded", StepInfo::Per::weight, "rounded quotient", "round(quotient)"},
    {"codes", StepInfo::Per::weight, "code", "clamp(rounded, -qmax, qmax)"},
    {"recovered", StepInfo::Per::weight, "recovered weight", "code × scale"},
    {"errors", StepInfo::Per::weight, "error", "|recovered − weight|"},
}};

/// The steps of one group, from the reference kernel itself.
void explain(const float* weights, std::size_t length, const Params& params, StepSink& sink);

}  // namespace groupwise::integer
