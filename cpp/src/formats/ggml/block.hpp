// A block of a ggml format as the whole numbers that it stores, and where in its bytes they lie.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace groupwise::ggml {

inline constexpr unsigned max_weights = 256;

enum class Part : std::uint8_t { code, scale, offset };

/// The whole numbers of one block, as they are stored: nothing added, nothing multiplied. The
/// block's scale and offset are the two bytes of a binary16, the low one first.
struct Block {
  std::array<std::uint8_t, max_weights> codes{};
  std::array<std::uint8_t, 2> scale{}, offset{};

  [[nodiscard]] std::uint8_t* numbers(Part part) {
    std::uint8_t* const all[] = {codes.data(), scale.data(), offset.data()};
    return all[static_cast<unsigned>(part)];
  }
};

/// `bits` bits of each of the first `count` numbers of a part: those from bit `low` of the number
/// upward. `stride` bytes from `byte` on hold the first `stride` numbers in their lowest bits, the
/// next `stride` numbers in the bits above those, until the bytes are full; then come the next
/// `stride` bytes.
struct Plane {
  Part part;
  std::uint8_t low, bits;
  std::uint16_t count;
  std::uint8_t byte, stride;
};

/// Calls visit(number, byte, bit) for each number of a plane.
template <class Visit>
void each_number(const Plane& plane, Visit visit) {
  unsigned number = 0;
  for (unsigned byte = plane.byte; number < plane.count; byte += plane.stride) {
    for (unsigned bit = 0; bit + plane.bits <= 8 && number < plane.count; bit += plane.bits) {
      for (unsigned i = 0; i < plane.stride; ++i, ++number) visit(number, byte + i, bit);
    }
  }
}

/// Writes the planes' numbers into bytes that are zero.
void pack(Block& block, std::span<const Plane> planes, std::uint8_t* bytes);

/// Reads the planes' numbers into a block that is zero.
void unpack(const std::uint8_t* bytes, std::span<const Plane> planes, Block& block);

}  // namespace groupwise::ggml
