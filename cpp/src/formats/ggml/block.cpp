#include "formats/ggml/block.hpp"

namespace groupwise::ggml {
namespace {

constexpr unsigned digits = 5;  // 3^5 = 243 fit into a byte

void pack_digits(const std::uint8_t* numbers, const Plane& plane, std::uint8_t* bytes) {
  for (unsigned i = 0; i < plane.stride; ++i) {
    unsigned value = 0;
    for (unsigned digit = 0; digit < digits; ++digit) {
      const unsigned number = digit * plane.stride + i;
      value = value * 3 + (number < plane.count ? numbers[plane.first + number] : 0);
    }
    // As a fraction of 256, rounded up: then multiplying by 3 brings one digit after the other to
    // the front.
    bytes[plane.byte + i] = static_cast<std::uint8_t>((value * 256 + 242) / 243);
  }
}

void unpack_digits(const std::uint8_t* bytes, const Plane& plane, std::uint8_t* numbers) {
  for (unsigned i = 0; i < plane.stride; ++i) {
    unsigned fraction = bytes[plane.byte + i];
    for (unsigned number = i; number < plane.count; number += plane.stride) {
      numbers[plane.first + number] = static_cast<std::uint8_t>(fraction * 3 >> 8U);
      fraction = fraction * 3 & 0xFFU;
    }
  }
}

}  // namespace

void pack(Block& block, std::span<const Plane> planes, std::uint8_t* bytes) {
  for (const Plane& plane : planes) {
    const std::uint8_t* numbers = block.numbers(plane.part);
    if (plane.bits == base_3) {
      pack_digits(numbers, plane, bytes);
      continue;
    }
    const unsigned mask = (1U << plane.bits) - 1;
    each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
      const unsigned value = numbers[number] >> plane.low & mask;
      bytes[byte] = static_cast<std::uint8_t>(bytes[byte] | value << bit);
    });
  }
}

void unpack(const std::uint8_t* bytes, std::span<const Plane> planes, Block& block) {
  for (const Plane& plane : planes) {
    std::uint8_t* numbers = block.numbers(plane.part);
    if (plane.bits == base_3) {
      unpack_digits(bytes, plane, numbers);
      continue;
    }
    const unsigned mask = (1U << plane.bits) - 1;
    each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
      const unsigned value = bytes[byte] >> bit & mask;
      numbers[number] = static_cast<std::uint8_t>(numbers[number] | value << plane.low);
    });
  }
}

}  // namespace groupwise::ggml
