// The functions of a row of the table, for any ggml format.
#pragma once

#include <span>

#include "formats/ggml/format.hpp"
#include "formats/row.hpp"

namespace groupwise {

/// ggml's formats, in the order in which lists show them.
extern const std::span<const FormatRow> ggml_rows;

}  // namespace groupwise

namespace groupwise::ggml {

Findings encode(const GgmlFormat& format, Choose* choose, const float* weights, Run blocks,
                std::uint8_t* bytes);
bool decode(const GgmlFormat& format, const std::uint8_t* bytes, Run blocks, float* recovered,
            std::size_t* fault);
bool pack(const GgmlFormat& format, PlanarIn in, Run blocks, std::uint8_t* bytes,
          std::size_t* fault);
bool unpack(const GgmlFormat& format, const std::uint8_t* bytes, Run blocks, PlanarOut out,
            std::size_t* fault);
void explain(const GgmlFormat& format, const float* weights, StepSink& sink);
void fields(const GgmlFormat& format, FieldSink& sink);
BlockBytes bytes_of(const GgmlFormat& format);

template <const GgmlFormat& format, Choose* GgmlFormat::*choose>
inline constexpr Kernels kernels = {
    .quantize = nullptr,
    .encode =
        [](const float* weights, Run blocks, const Params&, std::uint8_t* bytes) {
          return encode(format, format.*choose, weights, blocks, bytes);
        },
    .decode = [](const std::uint8_t* bytes, Run blocks, const Params&, float* recovered,
                 std::size_t* fault) { return decode(format, bytes, blocks, recovered, fault); },
    .dequantize = nullptr,
    .measure = nullptr,
};

template <const GgmlFormat& format>
constexpr FormatRow row() {
  return {
      .info = format.info,
      .codes = [](const Params&) { return format.codes(); },
      .bytes = [](const Params&, std::uint64_t) { return bytes_of(format); },
      .reference = &kernels<format, &GgmlFormat::choose>,
      .simd = format.has_simd ? &kernels<format, &GgmlFormat::choose_simd>
                              : &kernels<format, &GgmlFormat::choose>,
      .pack = [](PlanarIn in, Run blocks, const Params&, std::uint8_t* bytes,
                 std::size_t* fault) { return pack(format, in, blocks, bytes, fault); },
      .unpack = [](const std::uint8_t* bytes, Run blocks, const Params&, PlanarOut out,
                   std::size_t* fault) { return unpack(format, bytes, blocks, out, fault); },
      .explain = [](const float* weights, std::size_t, const Params&,
                    StepSink& sink) { explain(format, weights, sink); },
      .fields = [](const Params&, std::size_t, FieldSink& sink) { fields(format, sink); },
  };
}

}  // namespace groupwise::ggml
