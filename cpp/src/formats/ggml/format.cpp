#include "format.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"

namespace groupwise::ggml {
namespace {

float float16_of(const std::array<std::uint8_t, 2>& bytes) {
  return float16_value(static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8U));
}

bool is_finite_float16(const std::array<std::uint8_t, 2>& bytes) {
  return (bytes[1] & 0x7CU) != 0x7CU;
}

bool has_finite_scales(const GgmlFormat& format, const Block& block) {
  switch (format.scale) {
    case ScaleKind::block_power_of_two:
      return block.scale[0] != 0xFF;
    case ScaleKind::half_ue4m3:
      return std::all_of(block.group_scales.begin(), block.group_scales.end(),
                         [](std::uint8_t bits) { return bits < 0x7F; });
    default:
      return is_finite_float16(block.scale) && is_finite_float16(block.offset);
  }
}

bool is_spelled_as_written(const GgmlFormat& format, Block& block, const std::uint8_t* bytes) {
  if (format.planes.front().bits != base_3) return true;
  std::array<std::uint8_t, max_bytes> written;
  write_block(format, block, written.data());
  return std::equal(bytes, bytes + format.bytes, written.begin());
}

}  // namespace

float half_power_of_two(std::uint8_t exponent) { return std::ldexp(1.0F, exponent - 128); }

float half_ue4m3(std::uint8_t bits) {
  const int exponent = bits >> 3U & 15U;
  const int fraction = bits & 7U;
  const int significand = exponent == 0 ? fraction : 8 + fraction;
  return std::ldexp(static_cast<float>(significand), std::max(exponent, 1) - 11);
}

float group_scale(const GgmlFormat& format, const Block& block, unsigned group) {
  const std::uint8_t number = block.group_scales[group];
  int factor = number;
  switch (format.scale) {
    case ScaleKind::block:
      return float16_of(block.scale);
    case ScaleKind::block_power_of_two:
      return half_power_of_two(block.scale[0]);
    case ScaleKind::half_ue4m3:
      return half_ue4m3(number);
    case ScaleKind::whole:
      break;
    case ScaleKind::whole_minus_32:
      factor = number - 32;
      break;
    case ScaleKind::whole_signed:
      factor = static_cast<std::int8_t>(number);
      break;
  }
  return float16_of(block.scale) * static_cast<float>(factor);
}

float group_offset(const GgmlFormat& format, const Block& block, unsigned group) {
  const float offset = float16_of(block.offset);
  if (format.offset != OffsetKind::minus_whole) return offset;
  return -(offset * static_cast<float>(block.group_offsets[group]));
}

bool encode_block(const GgmlFormat& format, const float* weights, std::uint8_t* bytes) {
  Block block;
  format.choose(weights, block, {});
  write_block(format, block, bytes);
  return has_finite_scales(format, block);
}

bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block) {
  block = {};
  unpack(bytes, format.planes, block);
  return has_finite_scales(format, block) && is_spelled_as_written(format, block, bytes);
}

void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes) {
  std::fill_n(bytes, format.bytes, std::uint8_t{0});
  pack(block, format.planes, bytes);
}

void recover(const GgmlFormat& format, const Block& block, float* weights) {
  for (unsigned group = 0; group < format.groups(); ++group) {
    const float scale = group_scale(format, block, group);
    const float offset = group_offset(format, block, group);
    for (unsigned i = group * format.group; i < (group + 1U) * format.group; ++i) {
      const int code = code_of(format, block.codes[i]);
      const int value = format.values == nullptr ? code : format.values[code];
      const float product = static_cast<float>(value) * scale;
      // Without an offset nothing is added: -0 + 0 would be 0.
      weights[i] = format.offset == OffsetKind::none ? product : product + offset;
    }
  }
}

std::vector<Field> fields(const GgmlFormat& format) {
  std::vector<Field> all;
  for (const Plane& plane : format.planes) {
    const auto add = [&](unsigned number, unsigned byte, unsigned bit, unsigned bits) -> Field& {
      return all.emplace_back(Field{plane.part, static_cast<std::uint16_t>(number),
                                    static_cast<std::uint16_t>(byte * 8 + bit),
                                    static_cast<std::uint8_t>(bits), plane.low});
    };
    if (plane.part == Part::scale || plane.part == Part::offset) {
      add(0, plane.byte, 0, 8U * plane.count);  // the bytes of one number
    } else if (plane.bits == base_3) {
      for (unsigned i = 0; i < plane.stride; ++i) {
        Field& field = add(plane.first + i, plane.byte + i, 0, 8);
        field.count = static_cast<std::uint8_t>(plane.count / plane.stride);
        field.step = plane.stride;
      }
    } else {
      each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
        add(number, byte, bit, plane.bits);
      });
    }
  }
  return all;
}

}  // namespace groupwise::ggml
