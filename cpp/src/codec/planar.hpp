#pragma once

#include <cmath>
#include <span>

#include "formats/row.hpp"
#include "groupwise/quantize.hpp"

namespace groupwise {

/// What a code of a group stands for.
struct Recovery {
  std::span<const float> levels;
  int least;
  float scale, offset;
  bool has_offset;

  Recovery(const FormatInfo& format, CodeRange codes, PlanarIn in, std::size_t group)
      : levels(format.levels),
        least(codes.least),
        scale(in.scales[group]),
        offset(format.has_offsets ? in.offsets[group] : 0),
        has_offset(format.has_offsets) {}

  [[nodiscard]] float operator()(int code) const {
    const float level =
        levels.empty() ? static_cast<float>(code) : levels[static_cast<std::size_t>(code - least)];
    return has_offset ? level * scale + offset : level * scale;
  }
};

/// @return `length_mismatch` or ok.
inline Status check_sizes(const Quantized& quantized, const FormatInfo& format,
                          const Layout& layout) {
  const std::size_t groups = layout.num_groups();
  const bool fit = quantized.codes.size() == layout.length && quantized.scales.size() == groups &&
                   quantized.offsets.size() == (format.has_offsets ? groups : 0);
  return fit ? Status{} : Status{ErrorCode::length_mismatch};
}

/// @return `length_mismatch`, `invalid_scale` or ok.
inline Status check_sizes_and_scales(const Quantized& quantized, const FormatInfo& format,
                                     const Layout& layout) {
  const Status sizes = check_sizes(quantized, format, layout);
  if (!sizes.ok()) return sizes;
  const std::size_t groups = layout.num_groups();
  for (std::size_t group = 0; group < groups; ++group) {
    const float scale = quantized.scales[group];
    const bool valid = std::isfinite(scale) && (scale > 0 || !format.positive_scales) &&
                       (!format.has_offsets || std::isfinite(quantized.offsets[group]));
    if (!valid) return {ErrorCode::invalid_scale, group};
  }
  return {};
}

/// @return `invalid_code` with the lowest index of a code out of range, or ok.
inline Status first_invalid_code(std::span<const std::int8_t> codes, CodeRange range) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] < range.least || codes[i] > range.most) return {ErrorCode::invalid_code, i};
  }
  return {};
}

/// The part of planar memory that starts with a group and its first weight.
inline PlanarIn planar_at(const Quantized& quantized, std::size_t group, std::size_t weight) {
  return {.codes = quantized.codes.data() + weight,
          .scales = quantized.scales.data() + group,
          .offsets = quantized.offsets.empty() ? nullptr : quantized.offsets.data() + group};
}
inline PlanarOut planar_at(const QuantizedView& out, std::size_t group, std::size_t weight) {
  return {
      .codes = out.codes.data() + weight,
      .scales = out.scales.data() + group,
      .offsets = out.offsets.empty() ? nullptr : out.offsets.data() + group,
      .max_errors = out.group_max_errors.empty() ? nullptr : out.group_max_errors.data() + group};
}

}  // namespace groupwise
