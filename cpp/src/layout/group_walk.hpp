#pragma once

#include <algorithm>
#include <cstddef>

#include "formats/row.hpp"
#include "groupwise/layout.hpp"

namespace groupwise {

/// Walks the groups first..last of a layout as runs of adjacent groups of one size: all whole
/// groups of a row are one run and its tail is another; rows without tails are one run together.
/// Calls visit(first group of the run, index of its first weight, run) until it returns false.
template <class Visit>
void walk_groups(const Layout& layout, std::size_t first, std::size_t last, Visit visit) {
  const std::size_t size = layout.group_size;
  const bool tails = layout.row_length % size != 0;
  const std::size_t whole_per_row = layout.row_length / size;
  while (first < last) {
    Run run{size, last - first};
    if (tails) {
      const std::size_t in_row = first % layout.groups_per_row();
      run = in_row < whole_per_row ? Run{size, std::min(whole_per_row - in_row, last - first)}
                                   : Run{static_cast<std::size_t>(layout.row_length % size), 1};
    }
    if (!visit(first, static_cast<std::size_t>(layout.group_start(first)), run)) return;
    first += run.count;
  }
}

}  // namespace groupwise
