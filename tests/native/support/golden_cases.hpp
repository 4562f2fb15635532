// The golden vectors in the core's terms.
#pragma once

#include <stdexcept>
#include <string>

#include "golden.hpp"
#include "groupwise/format.hpp"
#include "groupwise/layout.hpp"

namespace groupwise::test {

inline constexpr const char* golden_files[] = {"division", "errors", "layout", "random", "range",
                                               "scales",   "ties",   "worked", "zeros"};

inline std::vector<golden::GoldenCase> golden_cases(const std::string& file) {
  return golden::load_golden(GROUPWISE_GOLDEN_FOLDER "/" + file + ".txt");
}

inline Rounding rounding_of(const std::string& name) {
  if (name == "half-away") return Rounding::half_away;
  if (name == "half-even") return Rounding::half_even;
  if (name == "truncate") return Rounding::truncate;
  throw std::invalid_argument(name);
}

inline ScaleFormat scale_format_of(const golden::Options& options) {
  if (options.scale == "float32") return {ScaleFormat::Kind::float32};
  if (options.scale == "float16") return {ScaleFormat::Kind::float16};
  if (options.scale == "bfloat16") return {ScaleFormat::Kind::bfloat16};
  if (options.scale == "digits") return {ScaleFormat::Kind::decimal, options.digits};
  throw std::invalid_argument(options.scale);
}

inline Params format_of(const golden::Options& options) {
  Params format{options.bits, rounding_of(options.rounding), scale_format_of(options), {}};
  if (options.custom_scale) format.custom_scale = static_cast<float>(*options.custom_scale);
  return format;
}

inline GroupSize group_size_of(const golden::Options& options) {
  if (options.group_size == "row") return {GroupSize::Kind::row};
  if (options.group_size == "tensor") return {GroupSize::Kind::tensor};
  return {GroupSize::Kind::count, std::stoull(options.group_size)};
}

/// Throws for options that the core refuses.
inline Layout layout_of(const golden::GoldenCase& golden) {
  Layout layout;
  if (!make_layout(golden.length, group_size_of(golden.options), golden.options.row_length, layout)
           .ok()) {
    throw std::invalid_argument("no such layout: " + golden.name);
  }
  return layout;
}

inline const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::none:
      return "none";
    case ErrorCode::non_finite_weight:
      return "non-finite-weight";
    case ErrorCode::invalid_bits:
      return "invalid-bits";
    case ErrorCode::invalid_group_size:
      return "invalid-group-size";
    case ErrorCode::invalid_row_length:
      return "invalid-row-length";
    case ErrorCode::invalid_scale_format:
      return "invalid-scale-format";
    case ErrorCode::invalid_custom_scale:
      return "invalid-custom-scale";
    case ErrorCode::length_mismatch:
      return "length-mismatch";
    case ErrorCode::scale_overflow:
      return "scale-overflow";
    case ErrorCode::invalid_scale:
      return "invalid-scale";
    case ErrorCode::invalid_code:
      return "invalid-code";
    case ErrorCode::unknown_format:
      return "unknown-format";
    case ErrorCode::option_not_taken:
      return "option-not-taken";
    case ErrorCode::length_not_in_blocks:
      return "length-not-in-blocks";
    case ErrorCode::invalid_bytes:
      return "invalid-bytes";
    case ErrorCode::unstorable:
      return "unstorable";
    case ErrorCode::out_of_memory:
      return "out-of-memory";
  }
  return "unknown";
}

}  // namespace groupwise::test
