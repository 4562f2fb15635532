// A build without SIMD: the reference takes its place.
#include "kernels.hpp"

namespace groupwise {

const Kernels simd_kernels = reference_kernels;

}  // namespace groupwise
