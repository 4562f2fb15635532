// Weights that every platform draws alike: integers only, so no library's distribution is involved.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace groupwise::test {

/// mulberry32; tests/spec/support/random.ts is the same.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}

  std::uint32_t next() {
    state_ += 0x6D2B79F5U;
    std::uint32_t t = state_;
    t = (t ^ (t >> 15U)) * (t | 1U);
    t ^= t + (t ^ (t >> 7U)) * (t | 61U);
    return t ^ (t >> 14U);
  }

  /// Mostly 2^-8..2^7 in magnitude, one in eight from all over the range of floats, one in 64 zero.
  float weight() {
    const std::uint32_t bits = next();
    const std::uint32_t kind = next() >> 26U;
    if (kind == 0) return std::bit_cast<float>(bits & 0x80000000U);
    const std::uint32_t exponent =
        kind < 8 ? (bits >> 23U & 0xFFU) % 255U : 119U + (bits >> 23U & 0xFU);
    return std::bit_cast<float>((bits & 0x807FFFFFU) | exponent << 23U);
  }

  std::vector<float> weights(std::size_t count) {
    std::vector<float> all(count);
    for (auto& w : all) w = weight();
    return all;
  }

  /// 2^-8..2^8 in magnitude.
  std::vector<float> tame_weights(std::size_t count) {
    std::vector<float> all(count);
    for (auto& w : all) {
      const std::uint32_t bits = next();
      w = std::bit_cast<float>((bits & 0x807FFFFFU) | (119U + (bits >> 23U & 0xFU)) << 23U);
    }
    return all;
  }

 private:
  std::uint32_t state_;
};

}  // namespace groupwise::test
