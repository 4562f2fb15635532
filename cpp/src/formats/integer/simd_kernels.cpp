#include "formats/integer/kernels.hpp"
#include "formats/integer/pack.hpp"

namespace groupwise::integer {

const Kernels simd_kernels = {.quantize = simd::quantize,
                              .encode = encode_by<simd::quantize>,
                              .decode = decode_by<simd::dequantize>,
                              .dequantize = simd::dequantize,
                              .measure = simd::measure};

}  // namespace groupwise::integer
