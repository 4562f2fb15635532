// A build without SIMD: the reference takes its place.
#include "formats/ggml/search.hpp"

namespace groupwise::ggml {

void search_affine_simd(const float* w, const float* importances, unsigned size, unsigned groups,
                        const AffineSearch& search, std::uint8_t* codes, ScaleAndMin* found) {
  search_affine(w, importances, size, groups, search, codes, found);
}

void search_symmetric_simd(const float* w, unsigned size, unsigned groups, int half,
                           std::uint8_t* codes, float* found) {
  search_symmetric(w, size, groups, half, codes, found);
}

}  // namespace groupwise::ggml
