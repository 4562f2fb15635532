// Quantize with xsimd: the reference's bytes, for vectors of any width.
//
// Groups are taken four at a time, so that four maxima, four scales and four errors are each one
// vector. A group is read twice, the second time from the first-level cache. Codes are narrowed in
// registers and stored 16 at once. What is left over at a group's end is covered by a vector that
// overlaps the last one: it writes the same codes again.
#include <limits>

#include "group_scale.hpp"
#include "simd/simd_kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::simd {
namespace {

constexpr std::int32_t infinity_bits = 0x7F800000;

template <std::size_t groups>
std::array<float, groups> absmax_each(const float* weights, std::size_t size) {
  std::array<Ints, groups> most;
  for (std::size_t g = 0; g < groups; ++g) most[g] = magnitude_bits(load(weights + g * size));
  const auto take = [&](std::size_t i) {
    for (std::size_t g = 0; g < groups; ++g) {
      most[g] = xsimd::max(most[g], magnitude_bits(load(weights + g * size + i)));
    }
  };
  std::size_t i = width;
  for (; i + width <= size; i += width) take(i);
  if (i != size) take(size - width);
  return std::bit_cast<std::array<float, groups>>(reduce_max_each(most));
}

// 1.5 * 2^23. Adding it to |x| < 2^22 rounds x to an integer, ties to even, and leaves that integer
// in the low bits.
constexpr float integer_magic = 12582912.0F;

template <Rounding rounding>
Floats round(Floats quotient, Floats weight) {
  if constexpr (rounding == Rounding::half_even) {
    return (quotient + integer_magic) - integer_magic;
  } else if constexpr (rounding == Rounding::truncate) {
    return xsimd::trunc(quotient);
  } else {
    // The largest float below 1/2, with the sign of the quotient: equals roundf below 2^22.
    const Floats below_half =
        float_of_bits((bits_of(weight) & Ints(static_cast<std::int32_t>(0x80000000U))) |
                      bits_of(Floats(0.49999997F)));
    return xsimd::trunc(quotient + below_half);
  }
}

struct Encoder {
  Floats scale;
  Floats qmax;
  Floats max_error{0.0F};

  template <Rounding rounding, bool clamp, bool errors>
  Ints operator()(const float* from) {
    const Floats weight = load(from);
    Floats quotient = weight / scale;
    // Before rounding, where it also bounds what `round` is given; qmax is an integer, so the codes
    // are those of a clamp after it.
    if constexpr (clamp) quotient = xsimd::min(xsimd::max(quotient, -qmax), qmax);
    const Floats rounded = round<rounding>(quotient, weight);
    if constexpr (errors) max_error = xsimd::max(max_error, xsimd::abs(rounded * scale - weight));
    return bits_of(rounded + integer_magic) - bits_of(Floats(integer_magic));
  }
};

// size >= width.
template <Rounding rounding, bool clamp, bool errors>
Floats encode_group(const float* weights, std::size_t size, float scale, float qmax,
                    std::int8_t* codes) {
  Encoder encode{Floats(scale), Floats(qmax)};
  constexpr std::size_t block_size = vectors_per_block * width;
  std::size_t i = 0;
  for (; i + block_size <= size; i += block_size) {
    Block block;
    for (std::size_t v = 0; v < vectors_per_block; ++v) {
      block[v] = encode.template operator()<rounding, clamp, errors>(weights + i + v * width);
    }
    store_codes(codes + i, block);
  }
  for (; i < size; i += width) {
    const std::size_t at = std::min(i, size - width);
    store_codes(codes + at, encode.template operator()<rounding, clamp, errors>(weights + at));
  }
  return encode.max_error;
}

template <std::size_t groups>
std::array<float, groups> stored_scales(const std::array<float, groups>& absmax,
                                        const Format& format) {
  std::array<float, groups> scales;
  if (format.scale.kind != ScaleFormat::Kind::float32 || format.custom_scale) {
    for (std::size_t g = 0; g < groups; ++g) scales[g] = group_scale(absmax[g], format).stored;
    return scales;
  }
  // The same for the plain format, without branches: four divisions become one.
  const auto qmax = static_cast<float>(format.qmax());
  for (std::size_t g = 0; g < groups; ++g) {
    const float exact = absmax[g] / qmax;
    const float least = absmax[g] == 0 ? 1.0F : std::numeric_limits<float>::denorm_min();
    scales[g] = exact == 0 ? least : exact;
  }
  return scales;
}

template <Rounding rounding, bool errors, std::size_t groups>
void quantize_groups(const float* weights, std::size_t size, std::size_t first,
                     const Format& format, const QuantizeOutput& out, Findings& findings) {
  const auto absmax = absmax_each<groups>(weights, size);
  for (std::size_t g = 0; g < groups; ++g) {
    if (std::bit_cast<std::int32_t>(absmax[g]) >= infinity_bits) {
      findings.non_finite = first + g;
      return;
    }
  }
  const auto scales = stored_scales(absmax, format);
  const auto qmax = static_cast<float>(format.qmax());
  std::array<Floats, groups> max_errors;
  for (std::size_t g = 0; g < groups; ++g) {
    if (scales[g] == std::numeric_limits<float>::infinity() && findings.overflow == none) {
      findings.overflow = first + g;
    }
    // Nothing is clipped below a quotient of qmax + 1/2; 1/4 leaves room for rounding here.
    const bool clips = absmax[g] > scales[g] * (qmax + 0.25F);
    const auto encode =
        clips ? encode_group<rounding, true, errors> : encode_group<rounding, false, errors>;
    max_errors[g] = encode(weights + g * size, size, scales[g], qmax, out.codes + g * size);
    out.scales[first + g] = scales[g];
  }
  if constexpr (errors) {
    const auto each = reduce_max_each(max_errors);
    for (std::size_t g = 0; g < groups; ++g) out.max_errors[first + g] = each[g];
  }
}

template <Rounding rounding, bool errors>
Findings quantize_run(const float* weights, Run run, const Format& format, QuantizeOutput out) {
  Findings findings;
  std::size_t group = 0;
  const auto advance = [&]<std::size_t groups>() {
    QuantizeOutput at = out;
    at.codes += group * run.group_size;
    quantize_groups<rounding, errors, groups>(weights + group * run.group_size, run.group_size,
                                              group, format, at, findings);
    group += groups;
  };
  while (group + 4 <= run.count && findings.non_finite == none) advance.template operator()<4>();
  while (group < run.count && findings.non_finite == none) advance.template operator()<1>();
  return findings;
}

}  // namespace

Findings quantize(const float* weights, Run run, const Format& format, QuantizeOutput out) {
  if (run.group_size < width) return reference_kernels.quantize(weights, run, format, out);
  const bool errors = out.max_errors != nullptr;
  switch (format.rounding) {
    case Rounding::half_even:
      return (errors ? quantize_run<Rounding::half_even, true>
                     : quantize_run<Rounding::half_even, false>)(weights, run, format, out);
    case Rounding::truncate:
      return (errors ? quantize_run<Rounding::truncate, true>
                     : quantize_run<Rounding::truncate, false>)(weights, run, format, out);
    case Rounding::half_away:
      break;
  }
  return (errors ? quantize_run<Rounding::half_away, true>
                 : quantize_run<Rounding::half_away, false>)(weights, run, format, out);
}

}  // namespace groupwise::simd
