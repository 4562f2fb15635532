// A build without SIMD: the reference takes its place.
#include "formats/integer/kernels.hpp"

namespace groupwise::integer {

const Kernels simd_kernels = reference_kernels;

}  // namespace groupwise::integer
