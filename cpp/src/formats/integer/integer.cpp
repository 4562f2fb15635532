#include "formats/integer/integer.hpp"

#include "formats/integer/kernels.hpp"
#include "formats/integer/pack.hpp"
#include "formats/integer/steps.hpp"

namespace groupwise {

const FormatRow integer_format = {
    .info =
        {
            .name = "integer",
            .family = "integer",
            .title = "Symmetric integers, absmax",
            .source = "docs/numerics.md",
            .takes = {.group_size = true,
                      .bits = true,
                      .rounding = true,
                      .scale = true,
                      .custom_scale = true},
            .positive_scales = true,
            .steps = integer::steps,
        },
    .codes =
        [](const Params& params) {
          return CodeRange{-params.qmax(), params.qmax()};
        },
    .bytes = integer::bytes,
    .reference = &integer::reference_kernels,
    .simd = &integer::simd_kernels,
    .pack = integer::pack,
    .unpack = integer::unpack,
    .explain = integer::explain,
    .fields = integer::fields,
};

}  // namespace groupwise
