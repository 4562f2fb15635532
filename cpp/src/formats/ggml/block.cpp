#include "block.hpp"

namespace groupwise::ggml {

void pack(Block& block, std::span<const Plane> planes, std::uint8_t* bytes) {
  for (const Plane& plane : planes) {
    const std::uint8_t* numbers = block.numbers(plane.part);
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
    const unsigned mask = (1U << plane.bits) - 1;
    each_number(plane, [&](unsigned number, unsigned byte, unsigned bit) {
      const unsigned value = bytes[byte] >> bit & mask;
      numbers[number] = static_cast<std::uint8_t>(numbers[number] | value << plane.low);
    });
  }
}

}  // namespace groupwise::ggml
