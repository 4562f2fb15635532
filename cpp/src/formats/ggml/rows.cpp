#include "formats/ggml/rows.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "numbers/float16.hpp"

namespace groupwise::ggml {
namespace {

/// Stores a scale or offset as a binary16. False: it is none.
bool put_float16(float value, std::array<std::uint8_t, 2>& bytes) {
  const std::uint16_t bits = float16_bits(value);
  bytes = {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8U)};
  return float16_value(bits) == value;
}

/// Stores half of an E8M0 number. False: it is none.
bool put_power_of_two(float value, std::array<std::uint8_t, 2>& bytes) {
  int exponent = 0;
  if (std::frexp(value, &exponent) != 0.5F || exponent < -127 || exponent > 127) return false;
  bytes[0] = static_cast<std::uint8_t>(exponent + 127);
  return true;
}

/// Stores half of an unsigned E4M3 number. False: it is none.
bool put_ue4m3(float value, std::uint8_t& bits) {
  for (bits = 0; bits < 0x7F; ++bits) {
    if (half_ue4m3(bits) == value) return true;
  }
  return false;
}

bool put_scales(const GgmlFormat& format, PlanarIn in, Block& block) {
  if (format.info.sub_scales) {
    if (in.block_scales == nullptr) return false;
    std::copy_n(in.sub_scales, format.groups(), block.group_scales.begin());
    if (!put_float16(*in.block_scales, block.scale)) return false;
    if (format.offset == OffsetKind::none) return true;
    std::copy_n(in.sub_offsets, format.groups(), block.group_offsets.begin());
    return put_float16(*in.block_offsets, block.offset);
  }
  if (format.scale == ScaleKind::ue4m3) {
    for (unsigned group = 0; group < format.groups(); ++group) {
      if (!put_ue4m3(in.scales[group], block.group_scales[group])) return false;
    }
    return true;
  }
  if (format.scale == ScaleKind::power_of_two) return put_power_of_two(*in.scales, block.scale);
  return put_float16(*in.scales, block.scale) &&
         (format.offset == OffsetKind::none || put_float16(*in.offsets, block.offset));
}

/// Whether the planar scales and offsets are those of the block.
bool has_scales(const GgmlFormat& format, PlanarIn in, const Block& block) {
  for (unsigned group = 0; group < format.groups(); ++group) {
    if (in.scales[group] != group_scale(format, block, group)) return false;
    if (format.offset != OffsetKind::none &&
        in.offsets[group] != group_offset(format, block, group)) {
      return false;
    }
  }
  return true;
}

void advance(const GgmlFormat& format, PlanarIn& in) {
  const unsigned groups = format.groups();
  in.codes += format.info.block;
  in.scales += groups;
  if (in.offsets != nullptr) in.offsets += groups;
  if (in.block_scales != nullptr) ++in.block_scales;
  if (in.block_offsets != nullptr) ++in.block_offsets;
  if (in.sub_scales != nullptr) in.sub_scales += groups;
  if (in.sub_offsets != nullptr) in.sub_offsets += groups;
}

Field::Kind kind_of(Part part) {
  switch (part) {
    case Part::scale:
      return Field::Kind::scale;
    case Part::offset:
      return Field::Kind::offset;
    case Part::group_scale:
      return Field::Kind::sub_scale;
    case Part::group_offset:
      return Field::Kind::sub_offset;
    case Part::code:
      break;
  }
  return Field::Kind::code;
}

}  // namespace

Findings encode(const GgmlFormat& format, Choose* choose, const float* weights, Run blocks,
                std::uint8_t* bytes) {
  Findings findings;
  for (std::size_t i = 0; i < blocks.count; ++i) {
    if (!std::all_of(weights, weights + format.info.block,
                     [](float w) { return std::isfinite(w); })) {
      findings.non_finite = i;
      break;
    }
    Block block;
    choose(weights, block, {});
    write_block(format, block, bytes);
    if (!has_finite_scales(format, block) && findings.overflow == npos) findings.overflow = i;
    weights += format.info.block;
    bytes += format.info.block_bytes;
  }
  return findings;
}

bool decode(const GgmlFormat& format, const std::uint8_t* bytes, Run blocks, float* recovered,
            std::size_t* fault) {
  Block block;
  for (*fault = 0; *fault < blocks.count; ++*fault, bytes += format.info.block_bytes) {
    if (!read_block(format, bytes, block)) return false;
    for (unsigned group = 0, i = 0; group < format.groups(); ++group) {
      const float scale = group_scale(format, block, group);
      const float offset = group_offset(format, block, group);
      for (unsigned end = i + format.info.group; i < end; ++i) {
        *recovered++ = recover(format, format.code_of(block.codes[i]), scale, offset);
      }
    }
  }
  return true;
}

bool pack(const GgmlFormat& format, PlanarIn in, Run blocks, std::uint8_t* bytes,
          std::size_t* fault) {
  const auto [least, most] = format.codes();
  for (*fault = 0; *fault < blocks.count; ++*fault, bytes += format.info.block_bytes) {
    Block block;
    for (unsigned i = 0; i < format.info.block; ++i) {
      if (in.codes[i] < least || in.codes[i] > most) return false;
      block.codes[i] = format.number_of(in.codes[i]);
    }
    if (!put_scales(format, in, block) || !has_scales(format, in, block)) return false;
    write_block(format, block, bytes);
    advance(format, in);
  }
  return true;
}

bool unpack(const GgmlFormat& format, const std::uint8_t* bytes, Run blocks, PlanarOut out,
            std::size_t* fault) {
  Block block;
  for (*fault = 0; *fault < blocks.count; ++*fault, bytes += format.info.block_bytes) {
    if (!read_block(format, bytes, block)) return false;
    for (unsigned i = 0; i < format.info.block; ++i) *out.codes++ = format.code_of(block.codes[i]);
    for (unsigned group = 0; group < format.groups(); ++group) {
      *out.scales++ = group_scale(format, block, group);
      if (format.offset != OffsetKind::none) *out.offsets++ = group_offset(format, block, group);
      if (out.sub_scales != nullptr) *out.sub_scales++ = block.group_scales[group];
      if (out.sub_offsets != nullptr) *out.sub_offsets++ = block.group_offsets[group];
    }
    if (out.block_scales != nullptr) *out.block_scales++ = block_scale(format, block);
    if (out.block_offsets != nullptr) *out.block_offsets++ = block_offset(block);
  }
  return true;
}

void explain(const GgmlFormat& format, const float* weights, StepSink& sink) {
  Block block;
  format.choose(weights, block, Steps(&sink));
  // The steps that end each row's list: scale, offset where there is one, codes, recovered, errors.
  const bool has_offset = format.offset != OffsetKind::none;
  std::size_t step = format.info.steps.size() - (has_offset ? 5 : 4);
  for (unsigned group = 0; group < format.groups(); ++group) {
    sink.value(step, group, group_scale(format, block, group));
    if (has_offset) sink.value(step + 1, group, group_offset(format, block, group));
  }
  step += has_offset ? 2 : 1;
  for (unsigned i = 0; i < format.info.block; ++i) {
    const unsigned group = i / format.info.group;
    const std::int8_t code = format.code_of(block.codes[i]);
    const float recovered = recover(format, code, group_scale(format, block, group),
                                    group_offset(format, block, group));
    sink.value(step, i, code);
    sink.value(step + 1, i, recovered);
    sink.value(step + 2, i, std::fabs(recovered - weights[i]));
  }
}

void fields(const GgmlFormat& format, FieldSink& sink) {
  std::vector<Field> all;
  for (const Plane& plane : format.planes) {
    const auto add = [&](unsigned number, unsigned bit, unsigned bits) -> Field& {
      return all.emplace_back(Field{
          .kind = kind_of(plane.part), .bit = bit, .bits = bits, .at = number, .shift = plane.low});
    };
    if (plane.part == Part::scale || plane.part == Part::offset) {
      add(0, 8U * plane.byte, 8U * plane.count);  // the bytes of one number
    } else if (plane.bits == base_3) {
      for (unsigned i = 0; i < plane.stride; ++i) {
        Field& field = add(plane.first + i, 8U * (plane.byte + i), 8);
        field.count = plane.count / plane.stride;
        field.step = plane.stride;
      }
    } else {
      each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
        add(number, 8 * byte + bit, plane.bits);
      });
    }
  }
  // In the order of their bits, of which each lies in one field. (A sort would be 15 kB of wasm.)
  for (std::uint32_t bit = 0; bit < 8 * format.info.block_bytes;) {
    const auto next = std::find_if(all.begin(), all.end(),
                                   [bit](const Field& field) { return field.bit == bit; });
    sink.field(*next);
    bit += next->bits;
  }
}

BlockBytes bytes_of(const GgmlFormat& format) {
  std::size_t code_bits = 0;
  for (const Plane& plane : format.planes) {
    if (plane.part == Part::code) {
      code_bits += plane.bits == base_3 ? 8U * plane.stride : plane.bits * plane.count;
    }
  }
  return {code_bits / 8, format.info.block_bytes - code_bits / 8};
}

}  // namespace groupwise::ggml
