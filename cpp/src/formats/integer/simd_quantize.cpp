// Quantize with xsimd: the reference's bytes, for vectors of any width.
//
// What a pass costs is vector instructions, so there are few, and waiting for memory. Groups are
// taken four at a time: their four maxima, scales and errors are each one vector. The four lie a
// quarter of the run apart, so that the processor fetches from four places ahead of their use, and
// while they are encoded, from the first-level cache, the same loop finds the largest weights of
// the groups after next, which is when those are read from memory. The fast path rounds to nearest,
// ties to even, by one addition that also leaves the code in the low bits; it looks at the largest
// error for what it cannot do (a tie under ties away from zero), and the careful path then does
// that part again. Codes are narrowed in registers and stored 16 at once. What is left over at a
// group's end is covered by a vector that overlaps the last one: it writes the same codes again.
#include <algorithm>
#include <cmath>
#include <limits>

#include "formats/integer/group_scale.hpp"
#include "formats/integer/kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::integer::simd {
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

// Of groups whose first weights lie `between` weights apart. Not finite: a weight is not.
template <std::size_t groups>
[[gnu::noinline]] PerGroup absmax_each(const float* weights, std::size_t size, std::size_t between,
                                       const Constants& constants) {
  std::array<Ints, groups> most;
  for (auto& m : most) m = Ints(0);
  cover(0, size, [&](std::size_t i) {
    for (std::size_t g = 0; g < groups; ++g) {
      most[g] = xsimd::max(most[g], bits_of(load(weights + g * between + i)) & constants.magnitude);
    }
  });
  return reduce_max_each(most);
}

constexpr std::size_t block_size = vectors_per_block * width;

template <class Step>
inline void encode_block(const float* weights, std::int8_t* codes, Step& step) {
  Block block;
  for (std::size_t v = 0; v < vectors_per_block; ++v) block[v] = step(weights + v * width);
  store_codes(codes, block);
}

// Codes of adjacent weights by a step that turns those at an address into a vector of codes.
// fixed_size: how many, known to the compiler, in whole blocks; 0: any.
template <std::size_t fixed_size, class Step>
inline void encode(const float* weights, std::size_t size, std::int8_t* codes, Step& step) {
  std::size_t i = 0;
  if constexpr (fixed_size != 0) {
    for (; i < fixed_size; i += block_size) encode_block(weights + i, codes + i, step);
  } else {
#if defined(__clang__)
#pragma clang loop unroll(disable)  // for the module's size
#endif
    for (; i + block_size <= size; i += block_size) encode_block(weights + i, codes + i, step);
    cover(i, size, [&](std::size_t at) { store_codes(codes + at, step(weights + at)); });
  }
}

// Ties to even, nothing clipped. With errors, `most` is the largest |recovered - weight|; without,
// the largest |quotient - code|, which costs one multiplication less. `next` is the largest weight
// of those `distance` further on. All as bits, because the maximum of integers takes one cycle and
// that of floats four, one after another.
template <bool errors>
struct FastStep {
  Floats scale;
  Constants constants;
  std::size_t distance;
  Ints next;
  Ints most{0};

  Ints operator()(const float* from) {
    const Floats weight = load(from);
    const Floats quotient = weight / scale;
    const Floats shifted = quotient + constants.magic;
    const Floats code = shifted - constants.magic;
    const Floats difference = errors ? code * scale - weight : quotient - code;
    most = xsimd::max(most, bits_of(difference) & constants.magnitude);
    next = xsimd::max(next, bits_of(load(from + distance)) & constants.magnitude);
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

// Weights of one group; returns their largest error.
[[gnu::noinline]] float encode_carefully(const float* weights, std::size_t size, std::int8_t* codes,
                                         float scale, const Params& params) {
  CarefulStep step{Floats(scale), Floats(static_cast<float>(params.qmax())), params.rounding};
  encode<0>(weights, size, codes, step);
  return std::bit_cast<float>(xsimd::reduce_max(step.most));
}

inline PerGroup stored_scales(PerGroup absmax, const Params& params) {
  const PerGroup qmax(static_cast<float>(params.qmax()));
  const PerGroup exact = absmax / qmax;
  if (params.scale.kind != ScaleFormat::Kind::float32 || params.custom_scale ||
      xsimd::any(exact * qmax == PerGroup(infinity))) {
    alignas(16) std::array<float, 4> lanes;
    absmax.store_aligned(lanes.data());
    for (float& lane : lanes) lane = group_scale(lane, params).stored;
    return PerGroup::load_aligned(lanes.data());
  }
  // The same for the plain format, four at once.
  const PerGroup zero(0.0F);
  const PerGroup least = xsimd::select(absmax == zero, PerGroup(1.0F),
                                       PerGroup(std::numeric_limits<float>::denorm_min()));
  return xsimd::select(exact == zero, least, exact);
}

// Quotients from qmax + 1/2 on are clipped; the quarter between is room for this product's
// rounding.
inline bool may_clip(PerGroup absmax, PerGroup scales, float qmax) {
  return xsimd::any(absmax > scales * PerGroup(qmax + 0.25F));
}

// From this value of `most` on, a group may hold a tie. With errors that is half a scale, but for
// the rounding of the quotient (2^-18 scales, of one below 128) and of the product (2^-17);
// without, it is 1/2 exactly.
template <bool errors>
PerGroup tie_limits(PerGroup scales) {
  return errors ? scales * PerGroup(0.5F - 0x1p-16F) : PerGroup(0.5F);
}

inline std::size_t first_infinite(PerGroup values) {
  alignas(16) std::array<float, 4> lanes;
  values.store_aligned(lanes.data());
  std::size_t lane = 0;
  while (std::isfinite(lanes[lane])) ++lane;
  return lane;
}

// The default size has code of its own.
constexpr std::size_t usual_size = 32;

// Large groups are encoded in parts, in turn.
constexpr std::size_t part_size = 256;

// The work of one run.
template <bool errors>
class RunQuantizer {
 public:
  RunQuantizer(const float* weights, Run run, const Params& params, const PlanarOut& out)
      : weights_(weights), run_(run), params_(params), out_(out) {}

  Findings operator()() {
    apart_ = run_.count / 4;
    const bool finite = run_.group_size == usual_size ? advance<4, usual_size>(0, apart_)
                                                      : advance<4, 0>(0, apart_);
    if (finite) advance<1, 0>(4 * apart_, run_.count);
    return findings_;
  }

 private:
  // What is known of groups before they are encoded.
  struct Prepared {
    PerGroup absmax, scales;
  };

  // The groups first..last, each with those that are taken with it. Two steps are prepared at any
  // time, so that no division waits for a scale. False: a weight is not finite.
  template <std::size_t groups, std::size_t fixed_size>
  bool advance(std::size_t first, std::size_t last) {
    constexpr std::size_t ahead = 2;
    std::array<Prepared, ahead> ready;
    for (std::size_t i = 0; i < ahead && first + i < last; ++i) {
      if (!prepare<groups>(first + i, absmax_of<groups>(first + i), ready[i])) return false;
    }
    for (; first < last; ++first) {
      const Prepared now = ready[0];
      ready[0] = ready[1];
      const bool more = first + ahead < last;
      const PerGroup absmax = encode_groups<groups, fixed_size>(first, now, more ? ahead : 0);
      if (more && !prepare<groups>(first + ahead, absmax, ready[1])) return false;
    }
    return true;
  }

  template <std::size_t groups>
  PerGroup absmax_of(std::size_t first) const {
    const std::size_t size = run_.group_size;
    return absmax_each<groups>(weights_ + first * size, size, apart_ * size, constants_);
  }

  template <std::size_t groups>
  bool prepare(std::size_t first, PerGroup absmax, Prepared& prepared) {
    if (!xsimd::all(absmax <= PerGroup(std::numeric_limits<float>::max()))) {
      findings_.non_finite = first_non_finite();
      return false;
    }
    prepared = {absmax, stored_scales(absmax, params_)};
    if (xsimd::any(prepared.scales == PerGroup(infinity))) {
      const std::size_t group = first + first_infinite(prepared.scales) * apart_;
      findings_.overflow = std::min(findings_.overflow, group);
    }
    store_each<groups>(out_.scales + first, prepared.scales);
    return true;
  }

  // There is one: the groups are not looked at in their order.
  [[nodiscard]] std::size_t first_non_finite() const {
    std::size_t group = 0;
    while (xsimd::all(absmax_of<1>(group) <= PerGroup(std::numeric_limits<float>::max()))) ++group;
    return group;
  }

  // Returns the absmax of the groups `ahead` steps further on.
  template <std::size_t groups, std::size_t fixed_size>
  PerGroup encode_groups(std::size_t first, const Prepared& prepared, std::size_t ahead) {
    const std::size_t size = fixed_size == 0 ? run_.group_size : fixed_size;
    const bool fast = params_.rounding != Rounding::truncate &&
                      !may_clip(prepared.absmax, prepared.scales, qmax_);
    std::array<Ints, groups> next;
    for (auto& n : next) n = Ints(0);
    PerGroup most(0.0F);
    for (std::size_t begin = 0; begin < size;) {
      const std::size_t left = size - begin;
      const std::size_t length = left < 2 * part_size ? left : part_size;
      const std::size_t start = first * size + begin;
      most = xsimd::max(
          most,
          fast ? encode_fast<groups, fixed_size>(start, length, prepared.scales, ahead * size, next)
               : redo<groups>(start, length, prepared.scales, PerGroup(infinity), PerGroup(0.0F)));
      begin += length;
    }
    if constexpr (errors) store_each<groups>(out_.max_errors + first, most);
    return fast ? reduce_max_each(next) : absmax_of<groups>(first + ahead);
  }

  // `length` weights of each group, the first group's from `start` on; returns the largest errors.
  template <std::size_t groups, std::size_t fixed_size>
  PerGroup encode_fast(std::size_t start, std::size_t length, PerGroup scales, std::size_t distance,
                       std::array<Ints, groups>& next) {
    alignas(16) std::array<float, 4> scale;
    scales.store_aligned(scale.data());
    const std::size_t between = apart_ * run_.group_size;
    std::array<Ints, groups> most;
    for (std::size_t g = 0; g < groups; ++g) {
      const std::size_t at = start + g * between;
      FastStep<errors> step{Floats(scale[g]), constants_, distance, next[g]};
      encode<fixed_size>(weights_ + at, length, out_.codes + at, step);
      most[g] = step.most;
      next[g] = step.next;
    }
    const PerGroup found = reduce_max_each(most);
    const PerGroup limits = tie_limits<errors>(scales);
    if (params_.rounding == Rounding::half_even || xsimd::all(found < limits)) return found;
    return redo<groups>(start, length, scales, found, limits);
  }

  // Those groups again, carefully, whose largest error has reached the limit.
  template <std::size_t groups>
  [[gnu::noinline]] PerGroup redo(std::size_t start, std::size_t length, PerGroup scales,
                                  PerGroup found, PerGroup limits) {
    alignas(16) std::array<float, 4> scale, most, limit;
    scales.store_aligned(scale.data());
    found.store_aligned(most.data());
    limits.store_aligned(limit.data());
    for (std::size_t g = 0; g < groups; ++g) {
      if (most[g] < limit[g]) continue;
      const std::size_t at = start + g * apart_ * run_.group_size;
      most[g] = encode_carefully(weights_ + at, length, out_.codes + at, scale[g], params_);
    }
    return PerGroup::load_aligned(most.data());
  }

  template <std::size_t groups>
  void store_each(float* to, PerGroup values) const {
    alignas(16) std::array<float, 4> lanes;
    values.store_aligned(lanes.data());
    for (std::size_t g = 0; g < groups; ++g) to[g * apart_] = lanes[g];
  }

  const float* const weights_;
  const Run run_;
  const Params& params_;
  const PlanarOut out_;
  const float qmax_ = static_cast<float>(params_.qmax());
  const Constants constants_;
  std::size_t apart_ = 0;  // groups between two that are taken together
  Findings findings_;
};

}  // namespace

Findings quantize(const float* weights, Run run, const Params& params, PlanarOut out) {
  // A hand-picked scale may recover weights to infinity: the reference looks at each group's error.
  const bool may_overflow = params.custom_scale && std::isinf(group_scale(1, params).stored *
                                                              static_cast<float>(params.qmax()));
  if (run.group_size < width || may_overflow)
    return reference_kernels.quantize(weights, run, params, out);
  return out.max_errors != nullptr ? RunQuantizer<true>(weights, run, params, out)()
                                   : RunQuantizer<false>(weights, run, params, out)();
}

}  // namespace groupwise::integer::simd
