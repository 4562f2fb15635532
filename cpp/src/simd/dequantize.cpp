#include "simd/simd_kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::simd {

bool dequantize(const std::int8_t* codes, const float* scales, Run run, int qmax,
                float* recovered) {
  const std::size_t size = run.group_size;
  if (size < width) return reference_kernels.dequantize(codes, scales, run, qmax, recovered);
  Floats least(0.0F);
  Floats most(0.0F);
  for (std::size_t group = 0; group < run.count; ++group) {
    const Floats scale(scales[group]);
    const auto recover = [&](std::size_t at) {
      const Floats code = load_codes(codes + at);
      least = xsimd::min(least, code);
      most = xsimd::max(most, code);
      (code * scale).store_unaligned(recovered + at);
    };
    std::size_t i = 0;
    for (; i + width <= size; i += width) recover(i);
    if (i != size) recover(size - width);
    codes += size;
    recovered += size;
  }
  const auto limit = static_cast<float>(qmax);
  return xsimd::reduce_min(least) >= -limit && xsimd::reduce_max(most) <= limit;
}

}  // namespace groupwise::simd
