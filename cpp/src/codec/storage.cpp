#include "groupwise/storage.hpp"

#include "formats/row.hpp"

namespace groupwise {

Storage storage(const Plan& plan) {
  const Layout blocks = plan.blocks();
  const std::uint64_t tail = blocks.row_length % blocks.group_size;
  const auto whole = plan.row->bytes(plan.params, blocks.group_size);
  const auto last = tail == 0 ? BlockBytes{} : plan.row->bytes(plan.params, tail);
  const std::uint64_t whole_per_row = blocks.row_length / blocks.group_size;
  const auto in_all = [&](std::uint64_t BlockBytes::*part) {
    return static_cast<double>(blocks.rows() * (whole_per_row * whole.*part + last.*part));
  };
  const auto length = static_cast<double>(plan.layout.length);
  Storage s;
  s.num_groups = static_cast<double>(plan.layout.num_groups());
  s.original_bytes = 4 * length;
  s.code_bytes = in_all(&BlockBytes::codes);
  s.scale_bytes = in_all(&BlockBytes::scales);
  s.total_bytes = s.code_bytes + s.scale_bytes;
  if (plan.layout.length > 0) {
    s.ratio = s.original_bytes / s.total_bytes;
    s.saved_percent = 100 * (1 - s.total_bytes / s.original_bytes);
    s.bits_per_weight = 8 * s.total_bytes / length;
  }
  return s;
}

}  // namespace groupwise
