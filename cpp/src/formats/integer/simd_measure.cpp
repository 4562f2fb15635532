#include <algorithm>
#include <limits>

#include "formats/integer/kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::integer::simd {
namespace {

// ErrorSums in registers, for the groups of one run.
struct Sums {
  explicit Sums(const ErrorSums& from)
      : error(from.error),
        abs_error(from.abs_error),
        squared_error(from.squared_error),
        squared_weight(from.squared_weight),
        squared_recovered(from.squared_recovered),
        product(from.product) {}

  void store(ErrorSums& to) const {
    error.store(to.error);
    abs_error.store(to.abs_error);
    squared_error.store(to.squared_error);
    squared_weight.store(to.squared_weight);
    squared_recovered.store(to.squared_recovered);
    product.store(to.product);
    to.max_abs = std::max(to.max_abs, std::bit_cast<float>(xsimd::reduce_max(max_error)));
    to.zeroed += static_cast<std::uint64_t>(-xsimd::reduce_add(zeroed));
  }

  void add(Quad weight, Quad code, Quad scale, Quad clip_limit) {
    const Quad recovered = code * scale;
    const Quad difference = recovered - weight;
    const QuadBits weight_bits = magnitude_of(weight);
    const DoubleLanes w(weight), r(recovered), e(difference);
    error.add(e);
    abs_error.add_magnitude(e);
    squared_error.add_product(e, e);
    squared_weight.add_product(w, w);
    squared_recovered.add_product(r, r);
    product.add_product(w, r);
    max_error = xsimd::max(max_error, magnitude_of(difference));
    max_weight = xsimd::max(max_weight, weight_bits);
    max_code = xsimd::max(max_code, magnitude_of(code));
    above_limit =
        xsimd::max(above_limit, weight_bits - xsimd::bitwise_cast<std::int32_t>(clip_limit));
    // All bits of a true lane are set: -1.
    zeroed += xsimd::bitwise_cast<std::int32_t>(lost(weight, code));
  }

  [[nodiscard]] QuadBits magnitude_of(Quad x) const {
    return xsimd::bitwise_cast<std::int32_t>(x) & magnitude;
  }
  static Quad lost(Quad weight, Quad code) {
    const Quad all = xsimd::bitwise_cast<float>(QuadBits(-1));
    return xsimd::select((weight != Quad(0.0F)) && (code == Quad(0.0F)), all, Quad(0.0F));
  }

  DoubleLanes error, abs_error, squared_error, squared_weight, squared_recovered, product;
  QuadBits magnitude = opaque(QuadBits(0x7FFFFFFF));
  // Magnitudes as bits, which are ordered like them, with infinity and NaN above all others.
  QuadBits max_error{0}, max_weight{0}, max_code{0};
  QuadBits above_limit{-1};  // not negative: a weight reached the limit below which none is clipped
  QuadBits zeroed{0};
};

}  // namespace

bool measure(const float* weights, PlanarIn in, Run run, const Params& params, ErrorSums& sums) {
  constexpr std::size_t lanes = ErrorSums::lanes;
  const auto qmax = static_cast<float>(params.qmax());
  Sums in_registers(sums);
  const float* w = weights;
  const std::int8_t* c = in.codes;
  for (std::size_t group = 0; group < run.count; ++group) {
    const Quad scale(in.scales[group]);
    const Quad clip_limit(in.scales[group] * (qmax + 0.25F));
    std::size_t left = run.group_size;
    for (; left >= lanes; left -= lanes, w += lanes, c += lanes) {
      in_registers.add(Quad::load_unaligned(w), load_four_codes(c), scale, clip_limit);
    }
    if (left > 0) {  // padded with zeros, which add nothing
      std::array<float, lanes> last_weights{};
      std::array<std::int8_t, lanes> last_codes{};
      std::copy_n(w, left, last_weights.begin());
      std::copy_n(c, left, last_codes.begin());
      in_registers.add(Quad::load_unaligned(last_weights.data()),
                       load_four_codes(last_codes.data()), scale, clip_limit);
      w += left;
      c += left;
    }
  }
  in_registers.store(sums);
  if (xsimd::reduce_max(in_registers.above_limit) >= 0) {
    sums.clipped += count_clipped(weights, in.scales, run, params);
  }
  return std::bit_cast<float>(xsimd::reduce_max(in_registers.max_weight)) <=
             std::numeric_limits<float>::max() &&
         std::bit_cast<float>(xsimd::reduce_max(in_registers.max_code)) <= qmax;
}

}  // namespace groupwise::integer::simd
