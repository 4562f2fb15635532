// libFuzzer's target: bytes become a layout, a format and weights; then everything that must hold
// is checked (invariants.hpp).
#include <algorithm>
#include <bit>
#include <cstring>

#include "invariants.hpp"

namespace {

using namespace groupwise;

/// Takes numbers off the front of the input; zeros when it is used up.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  template <class T>
  T take() {
    T value{};
    const std::size_t bytes = std::min(sizeof value, size_);
    std::memcpy(&value, data_, bytes);
    data_ += bytes;
    size_ -= bytes;
    return value;
  }
  unsigned below(unsigned limit) { return take<std::uint8_t>() % limit; }

  std::vector<float> rest() {
    std::vector<float> floats(size_ / sizeof(float));
    if (!floats.empty()) std::memcpy(floats.data(), data_, floats.size() * sizeof(float));
    return floats;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

Params take_format(Input& input) {
  Params format;
  format.bits = static_cast<int>(input.below(16));
  if (format.bits > 9) format.bits -= 8;  // mostly valid
  format.rounding = static_cast<Rounding>(input.below(3));
  format.scale.kind = static_cast<ScaleFormat::Kind>(input.below(3));
  format.scale.digits = static_cast<int>(input.below(11));
  const bool has_custom_scale = input.below(4) == 0;
  const auto custom_scale = input.take<float>();
  if (has_custom_scale) format.custom_scale = custom_scale;
  return format;
}

/// Weights in the clear where the input says so: else most inputs hold a NaN somewhere.
void make_finite(std::vector<float>& weights) {
  for (auto& w : weights) {
    auto bits = std::bit_cast<std::uint32_t>(w);
    if ((bits & 0x7F800000U) == 0x7F800000U) bits &= 0xBFFFFFFFU;
    w = std::bit_cast<float>(bits);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const Params format = take_format(input);
  const GroupSize group_size{static_cast<GroupSize::Kind>(input.below(3)),
                             input.take<std::uint8_t>()};
  const bool has_rows = input.below(2) == 0;
  const std::uint64_t row_length = input.take<std::uint8_t>();
  const std::uint64_t max_weights = input.take<std::uint8_t>() + 1U;
  const bool finite = input.below(8) != 0;

  std::vector<float> weights = input.rest();
  if (finite) make_finite(weights);
  if (has_rows && row_length > 0 && weights.size() % row_length != 0 &&
      weights.size() > row_length) {
    weights.resize(weights.size() / row_length * row_length);
  }
  Layout layout;
  const auto rows = has_rows ? std::optional(row_length) : std::nullopt;
  if (!make_layout(weights.size(), group_size, rows, layout).ok()) return 0;
  fuzz::check_everything(weights, layout, format, max_weights);
  return 0;
}
