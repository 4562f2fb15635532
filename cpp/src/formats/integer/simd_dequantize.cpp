#include "formats/integer/kernels.hpp"
#include "simd/vectors.hpp"

namespace groupwise::integer::simd {

bool dequantize(PlanarIn in, Run run, const Params& params, float* recovered) {
  const int qmax = params.qmax();
  const std::int8_t* codes = in.codes;
  const std::size_t size = run.group_size;
  if (size < code_block) return reference_kernels.dequantize(in, run, params, recovered);
  CodeBytes least(static_cast<std::int8_t>(0));
  CodeBytes most = least;
  for (std::size_t group = 0; group < run.count; ++group) {
    const Floats scale(in.scales[group]);
    const auto recover = [&](std::size_t at) {
      const CodeBytes block = CodeBytes::load_unaligned(codes + at);
      least = xsimd::min(least, block);
      most = xsimd::max(most, block);
      const auto floats = load_code_block(codes + at);
      for (std::size_t v = 0; v < floats.size(); ++v) {
        (floats[v] * scale).store_unaligned(recovered + at + v * width);
      }
    };
    std::size_t i = 0;
    for (; i + code_block <= size; i += code_block) recover(i);
    if (i != size) recover(size - code_block);  // overlaps, and writes the same again
    codes += size;
    recovered += size;
  }
  return xsimd::reduce_min(least) >= -qmax && xsimd::reduce_max(most) <= qmax;
}

}  // namespace groupwise::integer::simd
