// A block of a ggml format as the whole numbers that it stores, and where in its bytes they lie.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace groupwise::ggml {

inline constexpr unsigned max_weights = 256;
inline constexpr unsigned max_groups = 16;
inline constexpr unsigned max_bytes = 210;

enum class Part : std::uint8_t { code, scale, offset, group_scale, group_offset };

/// The whole numbers of one block, as they are stored: nothing added, nothing multiplied. The
/// block's scale and offset are the two bytes of a binary16, the low one first, or one byte. Where
/// a block has several groups, each has a number that its scale, and its offset, is made with.
struct Block {
  std::array<std::uint8_t, max_weights> codes{};
  std::array<std::uint8_t, 2> scale{}, offset{};
  std::array<std::uint8_t, max_groups> group_scales{}, group_offsets{};

  [[nodiscard]] std::uint8_t* numbers(Part part) {
    std::uint8_t* const all[] = {codes.data(), scale.data(), offset.data(), group_scales.data(),
                                 group_offsets.data()};
    return all[static_cast<unsigned>(part)];
  }
};

/// `bits` bits of each of the `count` numbers of a part from `first` on: those from bit `low` of
/// the number upward. `stride` bytes from `byte` on hold the first `stride` numbers in their bits
/// from `bit` on, the next `stride` numbers in the bits above those, until the bytes are full; then
/// come the next `stride` bytes.
///
/// With `bits` == `base_3` each of `stride` bytes holds five numbers from 0 to 2, or fewer: number
/// k of the first `stride` is the first digit of byte k.
struct Plane {
  Part part;
  std::uint8_t low, bits;
  std::uint16_t count;
  std::uint8_t byte, stride;
  std::uint8_t bit = 0, first = 0;
};

inline constexpr std::uint8_t base_3 = 0;

/// Calls visit(number, byte, bit) for each number of a plane of bits.
template <class Visit>
void each_number(const Plane& plane, Visit visit) {
  unsigned number = plane.first;
  const unsigned end = number + plane.count;
  for (unsigned byte = plane.byte; number < end; byte += plane.stride) {
    for (unsigned bit = plane.bit; bit + plane.bits <= 8 && number < end; bit += plane.bits) {
      for (unsigned i = 0; i < plane.stride; ++i, ++number) visit(number, byte + i, bit);
    }
  }
}

/// Writes the planes' numbers into bytes that are zero.
void pack(Block& block, std::span<const Plane> planes, std::uint8_t* bytes);

/// Reads the planes' numbers into a block that is zero.
void unpack(const std::uint8_t* bytes, std::span<const Plane> planes, Block& block);

}  // namespace groupwise::ggml
