// Quantize with xsimd: the reference's bytes, for vectors of any width.
//
// What a pass costs is vector instructions, so there are few. Groups are taken four at a time:
// their four maxima, scales and errors are each one vector. A group is read twice, the second time
// from the first-level cache. The fast path rounds to nearest, ties to even, by one addition that
// also leaves the code in the low bits; it looks at the largest error for what it cannot do (a tie
// under ties away from zero), and the careful path then does those groups again. Codes are narrowed
// in registers and stored 16 at once. What is left over at a group's end is covered by a vector
// that overlaps the last one: it writes the same codes again.
#include <cmath>
#include <limits>

#include "group_scale.hpp"
#include "simd/simd_kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::simd {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

// 1.5 * 2^23. Adding it to |x| < 2^22 rounds x to an integer, ties to even, and leaves that integer
// in the low bits.
constexpr float integer_magic = 12582912.0F;

// Calls take(i) for vectors that cover 0..size: one after another, the last at size - width.
template <class Take>
inline void cover(std::size_t begin, std::size_t size, Take take) {
  std::size_t i = begin;
  for (; i + width <= size; i += width) take(i);
  if (i != size) take(size - width);
}

// Constants that a run keeps in registers.
struct Constants {
  Floats magic = opaque(Floats(integer_magic));
  Ints magic_bits = opaque(bits_of(Floats(integer_magic)));
  Ints magnitude = opaque(Ints(0x7FFFFFFF));
};

// One value per group of those taken at once; where it is one group, all lanes hold its value.
using PerGroup = Quad;

template <std::size_t groups>
inline PerGroup absmax_each(const float* weights, std::size_t size, const Constants& constants) {
  std::array<Ints, groups> most;
  for (auto& m : most) m = Ints(0);
  cover(0, size, [&](std::size_t i) {
    for (std::size_t g = 0; g < groups; ++g) {
      most[g] = xsimd::max(most[g], bits_of(load(weights + g * size + i)) & constants.magnitude);
    }
  });
  return reduce_max_each(most);
}

// Codes of one group by a step that turns the weights at an address into a vector of codes.
template <class Step>
inline void encode(const float* weights, std::size_t size, std::int8_t* codes, Step& step) {
  constexpr std::size_t block_size = vectors_per_block * width;
  std::size_t i = 0;
  for (; i + block_size <= size; i += block_size) {
    Block block;
    for (std::size_t v = 0; v < vectors_per_block; ++v) block[v] = step(weights + i + v * width);
    store_codes(codes + i, block);
  }
  cover(i, size, [&](std::size_t at) { store_codes(codes + at, step(weights + at)); });
}

// Ties to even, nothing clipped. With errors, `most` is the largest |recovered - weight|; without,
// the largest |quotient - code|, which costs one multiplication less. As bits, because the maximum
// of integers takes one cycle and that of floats four, one after another.
template <bool errors>
struct FastStep {
  Floats scale;
  Constants constants;
  Ints most{0};

  Ints operator()(const float* from) {
    const Floats weight = load(from);
    const Floats quotient = weight / scale;
    const Floats shifted = quotient + constants.magic;
    const Floats code = shifted - constants.magic;
    const Floats difference = errors ? code * scale - weight : quotient - code;
    most = xsimd::max(most, bits_of(difference) & constants.magnitude);
    return bits_of(shifted) - constants.magic_bits;
  }
};

// Every rounding and the clamp.
struct CarefulStep {
  Floats scale;
  Floats qmax;
  Rounding rounding;
  Ints most{0};

  Ints operator()(const float* from) {
    const Floats weight = load(from);
    // Clamped before it is rounded, which bounds what is rounded; qmax is an integer, so the codes
    // are those of a clamp after it.
    const Floats quotient = xsimd::min(xsimd::max(weight / scale, -qmax), qmax);
    const Floats code = round(quotient);
    most = xsimd::max(most, bits_of(xsimd::abs(code * scale - weight)));
    return bits_of(code + integer_magic) - bits_of(Floats(integer_magic));
  }

  [[nodiscard]] Floats round(Floats quotient) const {
    switch (rounding) {
      case Rounding::half_even:
        return (quotient + integer_magic) - integer_magic;
      case Rounding::truncate:
        return xsimd::trunc(quotient);
      case Rounding::half_away:
        break;
    }
    // Adding the largest float below 1/2, with the quotient's sign, is roundf for |x| < 2^22.
    return xsimd::trunc(quotient + xsimd::copysign(Floats(0.49999997F), quotient));
  }
};

inline PerGroup stored_scales(PerGroup absmax, const Format& format) {
  if (format.scale.kind != ScaleFormat::Kind::float32 || format.custom_scale) {
    alignas(16) std::array<float, 4> lanes;
    absmax.store_aligned(lanes.data());
    for (float& lane : lanes) lane = group_scale(lane, format).stored;
    return PerGroup::load_aligned(lanes.data());
  }
  // The same for the plain format, four at once.
  const PerGroup zero(0.0F);
  const PerGroup exact = absmax / PerGroup(static_cast<float>(format.qmax()));
  const PerGroup least = xsimd::select(absmax == zero, PerGroup(1.0F),
                                       PerGroup(std::numeric_limits<float>::denorm_min()));
  return xsimd::select(exact == zero, least, exact);
}

// Quotients from qmax + 1/2 on are clipped; the quarter between is room for this product's
// rounding.
inline bool may_clip(PerGroup absmax, PerGroup scales, float qmax) {
  return xsimd::any(absmax > scales * PerGroup(qmax + 0.25F));
}

// Whether a group may hold a tie. Its error is scale / 2 but for the rounding of the quotient and
// of the product, each below 128 * 2^-24 scales; without errors, `most` is 1/2 exactly.
template <bool errors>
bool may_tie(PerGroup most, PerGroup scales) {
  return errors ? !xsimd::all(most < scales * PerGroup(0.5F - 0x1p-15F))
                : xsimd::any(most >= PerGroup(0.5F));
}

inline std::size_t first_infinite(PerGroup values) {
  alignas(16) std::array<float, 4> lanes;
  values.store_aligned(lanes.data());
  std::size_t lane = 0;
  while (std::isfinite(lanes[lane])) ++lane;
  return lane;
}

template <std::size_t groups>
inline void store_each(float* to, PerGroup values) {
  if constexpr (groups == 4) {
    values.store_unaligned(to);
  } else {
    *to = values.get(0);
  }
}

// The work of one run, `groups` at a time.
template <bool errors>
class RunQuantizer {
 public:
  RunQuantizer(const float* weights, Run run, const Format& format, const QuantizeOutput& out)
      : weights_(weights), run_(run), format_(format), out_(out) {}

  Findings operator()() {
    const std::size_t quadruples = run_.count / 4 * 4;
    if (advance<4>(0, quadruples)) advance<1>(quadruples, run_.count);
    return findings_;
  }

 private:
  // What is known of groups before they are encoded.
  struct Prepared {
    PerGroup absmax, scales;
  };

  // The scales of the next groups are found before these are encoded, so that the one does not wait
  // for the other. False: a weight is not finite.
  template <std::size_t groups>
  bool advance(std::size_t first, std::size_t last) {
    if (first == last) return true;
    Prepared next;
    if (!prepare<groups>(first, next)) return false;
    for (; first < last; first += groups) {
      const Prepared prepared = next;
      if (first + groups < last && !prepare<groups>(first + groups, next)) return false;
      encode_groups<groups>(first, prepared);
    }
    return true;
  }

  template <std::size_t groups>
  bool prepare(std::size_t first, Prepared& prepared) {
    prepared.absmax =
        absmax_each<groups>(weights_ + first * run_.group_size, run_.group_size, constants_);
    if (!xsimd::all(prepared.absmax <= PerGroup(std::numeric_limits<float>::max()))) {
      findings_.non_finite = first + first_infinite(prepared.absmax);
      return false;
    }
    prepared.scales = stored_scales(prepared.absmax, format_);
    if (xsimd::any(prepared.scales == PerGroup(infinity)) && findings_.overflow == none) {
      findings_.overflow = first + first_infinite(prepared.scales);
    }
    store_each<groups>(out_.scales + first, prepared.scales);
    return true;
  }

  template <std::size_t groups>
  void encode_groups(std::size_t first, const Prepared& prepared) {
    const auto encode_all = [&](auto make_step) {
      std::array<Ints, groups> most;
      for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t start = (first + g) * run_.group_size;
        auto step = make_step(Floats(out_.scales[first + g]));
        encode(weights_ + start, run_.group_size, out_.codes + start, step);
        most[g] = step.most;
      }
      return reduce_max_each(most);
    };
    const auto finish = [&](PerGroup most) {
      if constexpr (errors) store_each<groups>(out_.max_errors + first, most);
    };
    if (format_.rounding != Rounding::truncate &&
        !may_clip(prepared.absmax, prepared.scales, qmax_)) {
      const PerGroup most = encode_all([&](Floats scale) {
        return FastStep<errors>{scale, constants_};
      });
      if (format_.rounding == Rounding::half_even || !may_tie<errors>(most, prepared.scales)) {
        return finish(most);
      }
    }
    finish(encode_all([&](Floats scale) {
      return CarefulStep{scale, Floats(qmax_), format_.rounding};
    }));
  }

  const float* const weights_;
  const Run run_;
  const Format& format_;
  const QuantizeOutput out_;
  const float qmax_ = static_cast<float>(format_.qmax());
  const Constants constants_;
  Findings findings_;
};

}  // namespace

Findings quantize(const float* weights, Run run, const Format& format, QuantizeOutput out) {
  if (run.group_size < width) return reference_kernels.quantize(weights, run, format, out);
  return out.max_errors != nullptr ? RunQuantizer<true>(weights, run, format, out)()
                                   : RunQuantizer<false>(weights, run, format, out)();
}

}  // namespace groupwise::simd
