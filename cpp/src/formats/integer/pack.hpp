#pragma once

#include "formats/row.hpp"

namespace groupwise::integer {

// Packed bytes of a group: its stored scale, little endian (4 bytes for float32 and for decimal
// digits, 2 for float16 and bfloat16), then its codes as two's complement fields of `bits` bits,
// the first code in the lowest bits of the first byte, padded with zero bits to a whole byte.

[[nodiscard]] BlockBytes bytes(const Params& params, std::uint64_t weights);
bool pack(PlanarIn in, Run groups, const Params& params, std::uint8_t* bytes, std::size_t* fault);
bool unpack(const std::uint8_t* bytes, Run groups, const Params& params, PlanarOut out,
            std::size_t* fault);
/// Quantizes groups by a kernel and packs them.
using Quantize = Findings(const float*, Run, const Params&, PlanarOut);
Findings encode(Quantize* quantize, const float* weights, Run groups, const Params& params,
                std::uint8_t* bytes);
template <Quantize quantize>
Findings encode_by(const float* weights, Run groups, const Params& params, std::uint8_t* bytes) {
  return encode(quantize, weights, groups, params, bytes);
}

/// Unpacks groups and recovers their weights by a kernel.
using Dequantize = bool(PlanarIn, Run, const Params&, float*);
bool decode(Dequantize* dequantize, const std::uint8_t* bytes, Run groups, const Params& params,
            float* recovered, std::size_t* fault);
template <Dequantize dequantize>
bool decode_by(const std::uint8_t* bytes, Run groups, const Params& params, float* recovered,
               std::size_t* fault) {
  return decode(dequantize, bytes, groups, params, recovered, fault);
}

void fields(const Params& params, std::size_t weights, FieldSink& sink);

}  // namespace groupwise::integer
