#include "numbers/decimal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace groupwise {
namespace {

constexpr double log2_of_10 = 3.321928094887362;

// An unsigned integer of 352 bits. The largest here has 234: the mantissa of the smallest float
// times 10^53, shifted left by the 33 bits of a division.
class BigUint {
 public:
  explicit BigUint(std::uint64_t value) {
    limbs_[0] = static_cast<std::uint32_t>(value);
    limbs_[1] = static_cast<std::uint32_t>(value >> 32U);
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (auto& limb : limbs_) {
      carry += std::uint64_t{limb} * factor;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
  }

  void multiply_by_power_of_ten(int exponent) {
    for (int i = 0; i < exponent; ++i) multiply(10);
  }

  void shift_left(int bits) {
    for (; bits >= 31; bits -= 31) multiply(1U << 31U);
    multiply(1U << static_cast<unsigned>(bits));
  }

  [[nodiscard]] bool operator>=(const BigUint& other) const {
    for (std::size_t i = limbs_.size(); i-- > 0;) {
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] > other.limbs_[i];
    }
    return true;
  }

  void operator-=(const BigUint& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < limbs_.size(); ++i) {
      const std::uint64_t take = std::uint64_t{other.limbs_[i]} + borrow;
      borrow = limbs_[i] < take;
      limbs_[i] -= static_cast<std::uint32_t>(take);
    }
  }

 private:
  std::array<std::uint32_t, 11> limbs_{};
};

struct Quotient {
  std::uint64_t floor;
  int remainder_against_half;  // of what the floor leaves over: -1 below 1/2, 0 at it, 1 above
};

// Long division, bit by bit. Requires numerator / denominator < 2^32.
Quotient divide(BigUint numerator, BigUint denominator) {
  constexpr int quotient_bits = 32;
  denominator.shift_left(quotient_bits);
  std::uint64_t floor = 0;
  for (int bit = 0; bit < quotient_bits; ++bit) {
    numerator.multiply(2);
    floor *= 2;
    if (numerator >= denominator) {
      numerator -= denominator;
      floor += 1;
    }
  }
  numerator.multiply(2);
  if (!(numerator >= denominator)) return {floor, -1};
  return {floor, denominator >= numerator ? 0 : 1};
}

// value * 10^-exponent, value being mantissa * 2^binary_exponent.
Quotient scaled_by_ten(std::uint32_t mantissa, int binary_exponent, int exponent) {
  BigUint numerator(mantissa);
  BigUint denominator(1);
  (exponent < 0 ? numerator : denominator).multiply_by_power_of_ten(std::abs(exponent));
  (binary_exponent < 0 ? denominator : numerator).shift_left(std::abs(binary_exponent));
  return divide(numerator, denominator);
}

// The float nearest to integer * 10^exponent, ties to even; integer is above 0.
float nearest_float(std::uint64_t integer, int exponent) {
  // The power of two that leaves 24 bits before the point is at least this one and at most 2 more.
  int binary_exponent =
      std::bit_width(integer) - 24 + static_cast<int>(std::floor(exponent * log2_of_10)) - 1;
  for (;; ++binary_exponent) {
    const int spacing = std::max(binary_exponent, -149);  // that of subnormal floats at the least
    BigUint numerator(integer);
    BigUint denominator(1);
    (exponent < 0 ? denominator : numerator).multiply_by_power_of_ten(std::abs(exponent));
    (spacing < 0 ? numerator : denominator).shift_left(std::abs(spacing));
    const Quotient quotient = divide(numerator, denominator);
    if (quotient.floor >= 1U << 24U) continue;
    const bool up = quotient.remainder_against_half > 0 ||
                    (quotient.remainder_against_half == 0 && (quotient.floor & 1U) != 0);
    return std::ldexp(static_cast<float>(quotient.floor + (up ? 1 : 0)), spacing);
  }
}

}  // namespace

float round_to_decimal(float value, int digits) {
  if (value == 0 || !std::isfinite(value)) return value;
  int binary_exponent = 0;
  const auto mantissa =
      static_cast<std::uint32_t>(std::ldexp(std::frexp(std::fabs(value), &binary_exponent), 24));
  binary_exponent -= 24;

  std::uint64_t limit = 1;  // 10^digits
  for (int i = 0; i < digits; ++i) limit *= 10;

  // The power of ten that leaves `digits` digits before the point is this one or the next.
  int exponent = static_cast<int>(std::floor((binary_exponent + 23) / log2_of_10)) - digits + 1;
  Quotient quotient = scaled_by_ten(mantissa, binary_exponent, exponent);
  if (quotient.floor >= limit) quotient = scaled_by_ten(mantissa, binary_exponent, ++exponent);

  const std::uint64_t rounded = quotient.floor + (quotient.remainder_against_half >= 0 ? 1 : 0);
  return std::copysign(nearest_float(rounded, exponent), value);
}

}  // namespace groupwise
