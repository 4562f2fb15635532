#include "groupwise/storage.hpp"

namespace groupwise {

Storage storage(const Layout& layout, const Format& format) {
  const auto bits = static_cast<std::uint64_t>(format.bits);
  const auto group_bytes = [bits](std::uint64_t codes) {
    return codes / 8 * bits + (codes % 8 * bits + 7) / 8;
  };
  const std::uint64_t row_bytes =
      layout.row_length / layout.group_size * group_bytes(layout.group_size) +
      group_bytes(layout.row_length % layout.group_size);
  const auto length = static_cast<double>(layout.length);
  Storage s;
  s.num_groups = static_cast<double>(layout.num_groups());
  s.original_bytes = 4 * length;
  s.code_bytes = static_cast<double>(layout.rows() * row_bytes);
  s.scale_bytes = s.num_groups * format.scale.bytes();
  s.total_bytes = s.code_bytes + s.scale_bytes;
  if (layout.length > 0) {
    s.ratio = s.original_bytes / s.total_bytes;
    s.saved_percent = 100 * (1 - s.total_bytes / s.original_bytes);
    s.bits_per_weight = 8 * s.total_bytes / length;
  }
  return s;
}

}  // namespace groupwise
