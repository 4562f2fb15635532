#include "format.hpp"

#include <algorithm>

#include "numbers.hpp"

namespace groupwise::ggml {
namespace {

float float16_of(const std::array<std::uint8_t, 2>& bytes) {
  return float16_value(static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8U));
}

bool is_finite_float16(const std::array<std::uint8_t, 2>& bytes) {
  return (bytes[1] & 0x7CU) != 0x7CU;
}

bool has_finite_scales(const Block& block) {
  return is_finite_float16(block.scale) && is_finite_float16(block.offset);
}

}  // namespace

float block_scale(const Block& block) { return float16_of(block.scale); }
float block_offset(const Block& block) { return float16_of(block.offset); }

bool encode_block(const GgmlFormat& format, const float* weights, std::uint8_t* bytes) {
  Block block;
  format.choose(weights, block, {});
  write_block(format, block, bytes);
  return has_finite_scales(block);
}

bool read_block(const GgmlFormat& format, const std::uint8_t* bytes, Block& block) {
  block = {};
  unpack(bytes, format.planes, block);
  return has_finite_scales(block);
}

void write_block(const GgmlFormat& format, Block& block, std::uint8_t* bytes) {
  std::fill_n(bytes, format.bytes, std::uint8_t{0});
  pack(block, format.planes, bytes);
}

void recover(const GgmlFormat& format, const Block& block, float* weights) {
  const float scale = block_scale(block);
  const float offset = block_offset(block);
  for (unsigned i = 0; i < format.weights; ++i) {
    const float product = static_cast<float>(code_of(format, block.codes[i])) * scale;
    // Without an offset nothing is added: -0 + 0 would be 0.
    weights[i] = format.offset == OffsetKind::none ? product : product + offset;
  }
}

std::vector<Field> fields(const GgmlFormat& format) {
  std::vector<Field> all;
  for (const Plane& plane : format.planes) {
    const auto add = [&](unsigned number, unsigned byte, unsigned bit, unsigned bits) {
      all.push_back({plane.part, static_cast<std::uint16_t>(number),
                     static_cast<std::uint16_t>(byte * 8 + bit), static_cast<std::uint8_t>(bits),
                     plane.low});
    };
    if (plane.part == Part::code) {
      each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
        add(number, byte, bit, plane.bits);
      });
    } else {
      add(0, plane.byte, 0, 8U * plane.count);  // the bytes of one number
    }
  }
  return all;
}

}  // namespace groupwise::ggml
