#include <cmath>

#include "rounding.hpp"
#include "simd/simd_kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::simd {
namespace {

std::uint64_t count_clipped(const float* weights, std::size_t length, float scale,
                            const Format& format) {
  std::uint64_t clipped = 0;
  for (std::size_t i = 0; i < length; ++i) {
    clipped += std::fabs(round_quotient(weights[i] / scale, format.rounding)) >
               static_cast<float>(format.qmax());
  }
  return clipped;
}

}  // namespace

bool measure(const float* weights, const std::int8_t* codes, float scale, std::size_t length,
             const Format& format, ErrorSums& sums) {
  DoubleLanes error(sums.error), abs_error(sums.abs_error), squared_error(sums.squared_error);
  DoubleLanes squared_weight(sums.squared_weight), squared_recovered(sums.squared_recovered);
  DoubleLanes product(sums.product);
  Quad max_error(0.0F), max_code(0.0F), zeroed(0.0F);
  QuadBits max_weight(0);  // as bits, where NaN is the largest
  const Quad zero(0.0F), one(1.0F), scales(scale);

  const std::size_t whole = length - length % ErrorSums::lanes;
  for (std::size_t i = 0; i < whole; i += ErrorSums::lanes) {
    const Quad weight = Quad::load_unaligned(weights + i);
    const Quad code = load_four_codes(codes + i);
    const Quad recovered = code * scales;
    const Quad difference = recovered - weight;
    const Quad magnitude = xsimd::abs(difference);
    const DoubleLanes w(weight), r(recovered), e(difference);
    error.add(e);
    abs_error.add(DoubleLanes(magnitude));
    squared_error.add_product(e, e);
    squared_weight.add_product(w, w);
    squared_recovered.add_product(r, r);
    product.add_product(w, r);
    max_error = xsimd::max(max_error, magnitude);
    max_weight = xsimd::max(max_weight, xsimd::bitwise_cast<std::int32_t>(xsimd::abs(weight)));
    max_code = xsimd::max(max_code, xsimd::abs(code));
    zeroed += xsimd::select((weight != zero) && (code == zero), one, zero);
  }

  error.store(sums.error);
  abs_error.store(sums.abs_error);
  squared_error.store(sums.squared_error);
  squared_weight.store(sums.squared_weight);
  squared_recovered.store(sums.squared_recovered);
  product.store(sums.product);
  sums.max_abs = std::max(sums.max_abs, xsimd::reduce_max(max_error));
  sums.zeroed += static_cast<std::uint64_t>(xsimd::reduce_add(zeroed));

  const auto qmax = static_cast<float>(format.qmax());
  const auto absmax = std::bit_cast<float>(xsimd::reduce_max(max_weight));
  if (absmax > scale * (qmax + 0.25F)) sums.clipped += count_clipped(weights, whole, scale, format);
  return std::isfinite(absmax) && xsimd::reduce_max(max_code) <= qmax &&
         reference_kernels.measure(weights + whole, codes + whole, scale, length - whole, format,
                                   sums);
}

}  // namespace groupwise::simd
