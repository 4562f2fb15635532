#include "simd/simd_kernels.hpp"

namespace groupwise {

const Kernels simd_kernels = {simd::quantize, simd::dequantize, simd::measure};

}  // namespace groupwise
