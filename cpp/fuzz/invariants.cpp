#include "invariants.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

#include "formats/integer/integer.hpp"
#include "formats/integer/steps.hpp"
#include "groupwise/codec.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "groupwise/trace.hpp"

namespace groupwise::fuzz {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

template <class T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

struct Quantized {
  Status status;
  std::vector<std::int8_t> codes;
  std::vector<float> scales, errors;

  Quantized(std::span<const float> weights, const Layout& layout, const Params& format,
            Kernel kernel)
      : codes(layout.length), scales(layout.num_groups()), errors(layout.num_groups()) {
    status =
        quantize(weights, integer_plan(layout, format), {codes, scales, errors}, {kernel, nullptr});
  }
};

void check_status(const std::vector<float>& weights, const Params& format, const Status& status) {
  if (const Status invalid = validate(format); !invalid.ok()) {
    require(status == invalid, "an invalid format is refused as such");
    return;
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (std::isfinite(weights[i])) continue;
    require(status == Status{ErrorCode::non_finite_weight, i}, "the lowest index is reported");
    return;
  }
  require(status.ok() || status.code == ErrorCode::scale_overflow,
          "finite weights can be quantized");
}

void check_group(std::span<const float> weights, std::span<const std::int8_t> codes, float scale,
                 float max_error, const Params& format) {
  require(scale > 0 && std::isfinite(scale), "scales are above 0 and finite");
  const int qmax = format.qmax();
  float largest = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    require(codes[i] >= -qmax && codes[i] <= qmax, "codes lie in -qmax..qmax");
    const float error = std::fabs(static_cast<float>(codes[i]) * scale - weights[i]);
    largest = std::max(largest, error);
    const double quotient = static_cast<double>(weights[i]) / scale;
    if (std::fabs(quotient) > qmax || std::isinf(error)) continue;
    // Half a step (a whole one when truncated), and the roundings of quotient and product: each is
    // at most half an ulp of a number below 2^7, so below 2^-17 steps, or of the smallest
    // subnormal.
    const double steps = (format.rounding == Rounding::truncate ? 1.0 : 0.5) + 0x1p-16;
    require(error <= steps * scale + 0x1p-149, "errors are at most half a scale");
  }
  require(largest == max_error, "group errors are the largest |recovered - weight|");
}

void check_dequantize(const Quantized& q, const Layout& layout, const Params& format) {
  std::vector<float> reference(layout.length), simd(layout.length);
  for (auto* recovered : {&reference, &simd}) {
    const Kernel kernel = recovered == &simd ? Kernel::simd : Kernel::reference;
    require(
        dequantize({q.codes, q.scales}, integer_plan(layout, format), *recovered, {kernel, nullptr})
            .ok(),
        "what was quantized can be dequantized");
  }
  require(same_bytes(reference, simd), "both kernels dequantize alike");
  for (std::size_t i = 0; i < layout.length; ++i) {
    const float expected = static_cast<float>(q.codes[i]) * q.scales[layout.group_of(i)];
    require(reference[i] == expected, "recovered weights are code * scale");
  }
}

Measurement measured(const std::vector<float>& weights, const Quantized& q, const Layout& layout,
                     const Params& format, std::uint64_t max_weights, Kernel kernel) {
  Measurer measurer(integer_plan({}, format));
  for (std::uint64_t group = 0; group < layout.num_groups();) {
    const Layout piece = piece_at(layout, group, max_weights);
    const std::uint64_t start = layout.group_start(group);
    const std::uint64_t groups = piece.num_groups();
    const auto part_weights = std::span(weights).subspan(start, piece.length);
    require(measurer
                .add(part_weights,
                     {std::span(q.codes).subspan(start, piece.length),
                      std::span(q.scales).subspan(group, groups)},
                     piece, {kernel, nullptr})
                .ok(),
            "what was quantized can be measured");
    const Quantized part(part_weights, piece, format, kernel);
    require(part.status.ok() &&
                std::equal(part.codes.begin(), part.codes.end(), q.codes.begin() + start) &&
                std::equal(part.scales.begin(), part.scales.end(), q.scales.begin() + group),
            "a piece is quantized as in the whole");
    group += groups;
  }
  return measurer.result();
}

void check_measure(const std::vector<float>& weights, const Quantized& q, const Layout& layout,
                   const Params& format, std::uint64_t max_weights) {
  const Measurement whole =
      measured(weights, q, layout, format, layout.length + 1, Kernel::reference);
  for (const std::uint64_t most : {max_weights, layout.length + 1}) {
    const Measurement other = measured(weights, q, layout, format, most, Kernel::simd);
    require(std::memcmp(&whole, &other, sizeof whole) == 0, "figures are the same in pieces");
  }
  float largest = 0;
  for (const float error : q.errors) largest = std::max(largest, error);
  require(whole.max_abs == largest, "the largest error is that of a group");
}

void check_trace(const std::vector<float>& weights, const Quantized& q, const Layout& layout,
                 const Params& format) {
  Trace out;
  const Status status = trace(weights, integer_plan(layout, format), out);
  require(status.ok() && same_bytes(out.codes, q.codes) && same_bytes(out.scales, q.scales) &&
              same_bytes(out.max_errors, q.errors),
          "trace shows what quantize computes");
  const auto step = [&](integer::Step which) { return out.steps[static_cast<std::size_t>(which)]; };
  require(same_bytes(step(integer::Step::scale), q.scales) &&
              same_bytes(step(integer::Step::recovered), out.recovered) &&
              same_bytes(step(integer::Step::errors), out.errors) &&
              std::equal(q.codes.begin(), q.codes.end(), step(integer::Step::codes).begin()),
          "the steps of a walk end in what quantize computes");
}

// The bytes of a tensor hold what its planar memory holds, and nothing else.
void check_bytes(const std::vector<float>& weights, const Quantized& q, const Layout& layout,
                 const Params& format) {
  const Plan plan = integer_plan(layout, format);
  std::vector<std::uint8_t> packed(plan.bytes());
  const Quantized simd(weights, layout, format, Kernel::simd);
  require(pack({q.codes, q.scales}, plan, packed).ok(), "what was quantized can be packed");
  for (const Kernel kernel : {Kernel::reference, Kernel::simd}) {
    std::vector<std::uint8_t> encoded(plan.bytes());
    require(encode(weights, plan, encoded, {kernel, nullptr}).ok() && same_bytes(encoded, packed),
            "encode is quantize and pack");
    std::vector<float> decoded(layout.length), recovered(layout.length);
    require(decode(packed, plan, decoded, {kernel, nullptr}).ok() &&
                dequantize({q.codes, q.scales}, plan, recovered).ok() &&
                same_bytes(decoded, recovered),
            "decode is unpack and dequantize");
  }
  std::vector<std::int8_t> codes(layout.length);
  std::vector<float> scales(layout.num_groups());
  require(unpack(packed, plan, {codes, scales, {}}).ok() && same_bytes(codes, q.codes) &&
              same_bytes(scales, q.scales),
          "unpack is the way back");
}

}  // namespace

void check_everything(const std::vector<float>& weights, const Layout& layout, const Params& format,
                      std::uint64_t max_weights) {
  const Quantized q(weights, layout, format, Kernel::reference);
  const Quantized simd(weights, layout, format, Kernel::simd);
  check_status(weights, format, q.status);
  require(simd.status == q.status, "both kernels report alike");
  if (!q.status.ok()) return;
  require(same_bytes(q.codes, simd.codes) && same_bytes(q.scales, simd.scales) &&
              same_bytes(q.errors, simd.errors),
          "both kernels quantize alike");
  for (std::uint64_t group = 0; group < layout.num_groups(); ++group) {
    const std::uint64_t start = layout.group_start(group);
    const std::uint64_t size = layout.group_length(group);
    check_group(std::span(weights).subspan(start, size), std::span(q.codes).subspan(start, size),
                q.scales[group], q.errors[group], format);
  }
  check_dequantize(q, layout, format);
  check_measure(weights, q, layout, format, max_weights);
  check_trace(weights, q, layout, format);
  check_bytes(weights, q, layout, format);
}

}  // namespace groupwise::fuzz
