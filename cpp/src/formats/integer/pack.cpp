#include "formats/integer/pack.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "formats/integer/group_scale.hpp"
#include "numbers/bfloat16.hpp"
#include "numbers/float16.hpp"

namespace groupwise::integer {
namespace {

std::uint32_t scale_bits(float scale, ScaleFormat format) {
  switch (format.kind) {
    case ScaleFormat::Kind::float16:
      return float16_bits(scale);
    case ScaleFormat::Kind::bfloat16:
      return bfloat16_bits(scale);
    default:
      return std::bit_cast<std::uint32_t>(scale);
  }
}

float scale_value(std::uint32_t bits, ScaleFormat format) {
  switch (format.kind) {
    case ScaleFormat::Kind::float16:
      return float16_value(static_cast<std::uint16_t>(bits));
    case ScaleFormat::Kind::bfloat16:
      return bfloat16_value(static_cast<std::uint16_t>(bits));
    default:
      return std::bit_cast<float>(bits);
  }
}

bool valid_scale(float scale) { return scale > 0 && std::isfinite(scale); }

// Groups pass through a scratch area in parts of so many weights, a multiple of 8: a part of a
// group begins and ends with a whole byte.
constexpr std::size_t part_size = 2048;
struct Scratch {
  std::array<std::int8_t, part_size> codes;
  std::array<float, part_size> scales;
};

std::uint8_t* write_scale(float scale, ScaleFormat format, std::uint8_t* to) {
  const std::uint32_t stored = scale_bits(scale, format);
  for (unsigned i = 0; i < format.bytes(); ++i)
    *to++ = static_cast<std::uint8_t>(stored >> (8 * i));
  return to;
}

// Null: no encoder writes this scale.
const std::uint8_t* read_scale(const std::uint8_t* from, ScaleFormat format, float& scale) {
  std::uint32_t stored = 0;
  for (unsigned i = 0; i < format.bytes(); ++i) {
    stored |= static_cast<std::uint32_t>(*from++) << (8 * i);
  }
  scale = scale_value(stored, format);
  return valid_scale(scale) ? from : nullptr;
}

std::uint8_t* write_codes(const std::int8_t* codes, std::size_t count, unsigned bits,
                          std::uint8_t* to) {
  const std::uint32_t mask = (1U << bits) - 1;
  std::uint32_t pending = 0;
  unsigned filled = 0;
  for (std::size_t i = 0; i < count; ++i) {
    pending |= (static_cast<std::uint32_t>(codes[i]) & mask) << filled;
    filled += bits;
    if (filled >= 8) {
      *to++ = static_cast<std::uint8_t>(pending);
      pending >>= 8U;
      filled -= 8;
    }
  }
  if (filled > 0) *to++ = static_cast<std::uint8_t>(pending);
  return to;
}

// Null: no encoder writes such a code or such padding.
const std::uint8_t* read_codes(const std::uint8_t* from, std::size_t count, unsigned bits,
                               std::int8_t* codes) {
  const std::uint32_t mask = (1U << bits) - 1;
  const std::uint32_t sign = 1U << (bits - 1);
  std::uint32_t pending = 0;
  unsigned filled = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (filled < bits) {
      pending |= static_cast<std::uint32_t>(*from++) << filled;
      filled += 8;
    }
    const std::uint32_t field = pending & mask;
    if (field == sign) return nullptr;  // -qmax - 1
    codes[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(field ^ sign) -
                                        static_cast<std::int32_t>(sign));
    pending >>= bits;
    filled -= bits;
  }
  return pending == 0 ? from : nullptr;
}

float absmax_of(const float* weights, std::size_t size) {
  float absmax = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!std::isfinite(weights[i])) return weights[i];
    absmax = std::max(absmax, std::fabs(weights[i]));
  }
  return absmax;
}

// A group that is larger than the scratch area: its scale first, then its codes by that scale.
std::uint8_t* encode_large(Quantize* quantize, const float* weights, std::size_t size,
                           const Params& params, std::uint8_t* bytes, Findings& found) {
  const float absmax = absmax_of(weights, size);
  if (!std::isfinite(absmax)) {
    found.non_finite = 0;
    return bytes;
  }
  const float scale = group_scale(absmax, params).stored;
  if (std::isinf(scale)) found.overflow = 0;
  Params given = params;
  given.scale = {};
  given.custom_scale = scale;
  bytes = write_scale(scale, params.scale, bytes);
  Scratch scratch;
  for (std::size_t at = 0; at < size; at += part_size) {
    const std::size_t length = std::min(part_size, size - at);
    const Findings in_part =
        quantize(weights + at, {length, 1}, given,
                 {.codes = scratch.codes.data(), .scales = scratch.scales.data()});
    if (in_part.overflow != npos) found.overflow = 0;
    bytes = write_codes(scratch.codes.data(), length, static_cast<unsigned>(params.bits), bytes);
  }
  return bytes;
}

}  // namespace

BlockBytes bytes(const Params& params, std::uint64_t weights) {
  const auto bits = static_cast<std::uint64_t>(params.bits);
  return {weights / 8 * bits + (weights % 8 * bits + 7) / 8, params.scale.bytes()};
}

Findings encode(Quantize* quantize, const float* weights, Run groups, const Params& params,
                std::uint8_t* to) {
  const std::size_t size = groups.group_size;
  const std::size_t at_once = std::max<std::size_t>(1, part_size / size);
  Scratch scratch;
  Findings findings;
  for (std::size_t first = 0; first < groups.count; first += at_once) {
    const std::size_t count = std::min(at_once, groups.count - first);
    const float* w = weights + first * size;
    Findings found;
    if (size > part_size) {
      to = encode_large(quantize, w, size, params, to, found);
    } else {
      found = quantize(w, {size, count}, params,
                       {.codes = scratch.codes.data(), .scales = scratch.scales.data()});
      for (std::size_t group = 0; group < count && found.non_finite == npos; ++group) {
        to = write_scale(scratch.scales[group], params.scale, to);
        to = write_codes(scratch.codes.data() + group * size, size,
                         static_cast<unsigned>(params.bits), to);
      }
    }
    if (found.overflow != npos && findings.overflow == npos) {
      findings.overflow = first + found.overflow;
    }
    if (found.non_finite != npos) {
      findings.non_finite = first + found.non_finite;
      return findings;
    }
  }
  return findings;
}

bool decode(Dequantize* dequantize, const std::uint8_t* from, Run groups, const Params& params,
            float* recovered, std::size_t* fault) {
  std::array<std::int8_t, part_size> codes;
  for (*fault = 0; *fault < groups.count; ++*fault) {
    float scale = 0;
    from = read_scale(from, params.scale, scale);
    for (std::size_t at = 0; from != nullptr && at < groups.group_size; at += part_size) {
      const std::size_t length = std::min(part_size, groups.group_size - at);
      from = read_codes(from, length, static_cast<unsigned>(params.bits), codes.data());
      if (from == nullptr) break;
      dequantize({.codes = codes.data(), .scales = &scale, .offsets = nullptr}, {length, 1}, params,
                 recovered);
      recovered += length;
    }
    if (from == nullptr) return false;
  }
  return true;
}

bool pack(PlanarIn in, Run groups, const Params& params, std::uint8_t* to, std::size_t* fault) {
  const int qmax = params.qmax();
  const std::int8_t* codes = in.codes;
  for (*fault = 0; *fault < groups.count; ++*fault, codes += groups.group_size) {
    const float scale = in.scales[*fault];
    const bool stored = scale_value(scale_bits(scale, params.scale), params.scale) == scale;
    if (!stored || !valid_scale(scale) ||
        std::any_of(codes, codes + groups.group_size,
                    [qmax](int code) { return code < -qmax || code > qmax; })) {
      return false;
    }
    to = write_codes(codes, groups.group_size, static_cast<unsigned>(params.bits),
                     write_scale(scale, params.scale, to));
  }
  return true;
}

bool unpack(const std::uint8_t* from, Run groups, const Params& params, PlanarOut out,
            std::size_t* fault) {
  for (*fault = 0; *fault < groups.count; ++*fault) {
    from = read_scale(from, params.scale, out.scales[*fault]);
    if (from == nullptr) return false;
    from = read_codes(from, groups.group_size, static_cast<unsigned>(params.bits),
                      out.codes + *fault * groups.group_size);
    if (from == nullptr) return false;
  }
  return true;
}

void fields(const Params& params, std::size_t weights, FieldSink& sink) {
  const auto bits = static_cast<std::uint32_t>(params.bits);
  std::uint32_t at = 8 * params.scale.bytes();
  sink.field({.kind = Field::Kind::scale, .bit = 0, .bits = at, .at = 0, .shift = 0});
  for (std::uint32_t weight = 0; weight < weights; ++weight, at += bits) {
    sink.field({.kind = Field::Kind::code, .bit = at, .bits = bits, .at = weight, .shift = 0});
  }
  if (at % 8 != 0) {
    sink.field({.kind = Field::Kind::padding, .bit = at, .bits = 8 - at % 8, .at = 0, .shift = 0});
  }
}

}  // namespace groupwise::integer
