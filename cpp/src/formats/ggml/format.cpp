#include "formats/ggml/format.hpp"

#include <algorithm>
#include <cmath>

#include "numbers/float16.hpp"

namespace groupwise::ggml {
namespace {

float float16_of(const std::array<std::uint8_t, 2>& bytes) {
  return float16_value(static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8U));
}

bool is_finite_float16(const std::array<std::uint8_t, 2>& bytes) {
  return (bytes[1] & 0x7CU) != 0x7CU;
}

bool is_spelled_as_written(const GgmlFormat& format, Block& block, const std::uint8_t* bytes) {
  if (format.planes.front().bits != base_3) return true;
  std::array<std::uint8_t, max_block_bytes> written;
  write_block(format, block, written.data());
  return std::equal(bytes, bytes + format.info.block_bytes, written.begin());
}

}  // namespace

float half_power_of_two(std::uint8_t exponent) { return std::ldexp(1.0F, exponent - 128); }

float half_ue4m3(std::uint8_t bits) {
  const int exponent = bits >> 3U & 15U;
  const int significand = (exponent == 0 ? 0 : 8) + static_cast<int>(bits & 7U);
  return std::ldexp(static_cast<float>(significand), std::max(exponent, 1) - 11);
}

float block_scale(const GgmlFormat& format, const Block& block) {
  return format.scale == ScaleKind::power_of_two ? half_power_of_two(block.scale[0])
                                                 : float16_of(block.scale);
}

float block_offset(const Block& block) { return float16_of(block.offset); }

float group_scale(const GgmlFormat& format, const Block& block, unsigned group) {
  const std::uint8_t number = block.group_scales[group];
  const float scale = block_scale(format, block);
  switch (format.scale) {
    case ScaleKind::block:
    case ScaleKind::power_of_two:
      break;
    case ScaleKind::ue4m3:
      return half_ue4m3(number);
    case ScaleKind::whole:
      return scale * static_cast<float>(number);
    case ScaleKind::whole_minus_32:
      return scale * static_cast<float>(number - 32);
    case ScaleKind::whole_signed:
      return scale * static_cast<float>(static_cast<std::int8_t>(number));
  }
  return scale;
}

float group_offset(const GgmlFormat& format, const Block& block, unsigned group) {
  const float offset = block_offset(block);
  if (format.offset != OffsetKind::minus_whole) return offset;
  return -(offset * static_cast<float>(block.group_offsets[group]));
}

float recover(const GgmlFormat& format, std::int8_t code, float scale, float offset) {
  const auto& levels = format.info.levels;
  const float level = levels.empty() ? static_cast<float>(code)
                                     : levels[static_cast<std::size_t>(code + format.zero)];
  // Without an offset nothing is added: -0 + 0 would be 0.
  return format.offset == OffsetKind::none ? level * scale : level * scale + offset;
}

bool has_finite_scales(const GgmlFormat& format, const Block& block) {
  if (format.scale == ScaleKind::power_of_two) return block.scale[0] != 0xFF;
  if (format.scale == ScaleKind::ue4m3) {
    // 0x7F is no number, and above it there is a sign.
    return std::all_of(block.group_scales.begin(), block.group_scales.end(),
                       [](std::uint8_t bits) { return bits < 0x7F; });
  }
  return is_finite_float16(block.scale) && is_finite_float16(block.offset);
}

bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block) {
  block = {};
  unpack(bytes, format.planes, block);
  return has_finite_scales(format, block) && is_spelled_as_written(format, block, bytes);
}

void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes) {
  std::fill_n(bytes, format.info.block_bytes, std::uint8_t{0});
  pack(block, format.planes, bytes);
}

}  // namespace groupwise::ggml
