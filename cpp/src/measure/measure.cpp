#include "groupwise/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "codec/planar.hpp"
#include "codec/run_ranges.hpp"

namespace groupwise {
namespace {

double sum(const ErrorSums::Lanes& lanes) {
  return std::accumulate(lanes.begin(), lanes.end(), 0.0);
}

using MeasureKernel = decltype(Kernels::measure);

// Groups, or a part of one, of a row without a kernel of its own.
bool measure_groups(const float* weights, PlanarIn in, Run run, const FormatInfo& format,
                    CodeRange range, ErrorSums& sums) {
  for (std::size_t group = 0; group < run.count; ++group) {
    const Recovery recover(format, range, in, group);
    const float ends[2] = {recover(range.least), recover(range.most)};
    // Half a step beyond each end of what the group's codes reach.
    const float beyond[2] = {ends[0] + (ends[0] - recover(range.least + 1)) / 2,
                             ends[1] + (ends[1] - recover(range.most - 1)) / 2};
    const float least = std::min(beyond[0], beyond[1]);
    const float most = std::max(beyond[0], beyond[1]);
    for (std::size_t i = 0; i < run.group_size; ++i, ++weights, ++in.codes) {
      if (!std::isfinite(*weights) || *in.codes < range.least || *in.codes > range.most) {
        return false;
      }
      sums.add(i % ErrorSums::lanes, *weights, recover(*in.codes));
      sums.clipped += *weights < least || *weights > most;
    }
  }
  return true;
}

// One tensor piece, whose first weight is the tensor's weight `offset`.
struct Piece {
  std::span<const float> weights;
  const Quantized& quantized;
  const FormatRow& row;
  const Params& params;
  const Layout& layout;
  std::uint64_t offset;

  // Adds the part of a chunk of the tensor that lies in this piece: the end of a group that began
  // before it, whole groups, the beginning of one that ends behind it.
  bool add_chunk(std::uint64_t chunk, MeasureKernel kernel, ErrorSums& sums) const {
    const std::uint64_t chunk_start = chunk * Measurer::chunk;
    const std::uint64_t begin = std::max(chunk_start, offset) - offset;
    const std::uint64_t end =
        std::min<std::uint64_t>(chunk_start + Measurer::chunk - offset, weights.size());
    const auto add = [&](std::uint64_t at, std::uint64_t group, Run run) {
      const float* w = weights.data() + at;
      const PlanarIn in = planar_at(quantized, group, at);
      return kernel != nullptr ? kernel(w, in, run, params, sums)
                               : measure_groups(w, in, run, row.info, row.codes(params), sums);
    };
    std::uint64_t first = layout.group_of(begin);
    const std::uint64_t last = layout.group_of(end - 1) + 1;
    const std::uint64_t first_end = layout.group_start(first) + layout.group_length(first);
    if (layout.group_start(first) != begin || first_end > end) {
      const std::uint64_t part = std::min(first_end, end) - begin;
      if (!add(begin, first, {static_cast<std::size_t>(part), 1})) return false;
      ++first;
    }
    const std::uint64_t last_start = layout.group_start(last - 1);
    const bool cut = first < last && last_start + layout.group_length(last - 1) > end;
    bool valid = true;
    walk_groups(layout, first, cut ? last - 1 : last,
                [&](std::size_t group, std::size_t start, Run run) {
                  return valid = add(start, group, run);
                });
    return valid &&
           (!cut || add(last_start, last - 1, {static_cast<std::size_t>(end - last_start), 1}));
  }

  [[nodiscard]] Status find_fault() const {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (!std::isfinite(weights[i])) return {ErrorCode::non_finite_weight, i};
    }
    return first_invalid_code(quantized.codes, row.codes(params));
  }
};

}  // namespace

void Measurer::Totals::add(const ErrorSums& sums) {
  error += sum(sums.error);
  abs_error += sum(sums.abs_error);
  squared_error += sum(sums.squared_error);
  squared_weight += sum(sums.squared_weight);
  squared_recovered += sum(sums.squared_recovered);
  product += sum(sums.product);
  zeroed += sums.zeroed;
  clipped += sums.clipped;
  max_abs = std::max(max_abs, sums.max_abs);
}

void ErrorSums::add(std::size_t lane, float weight, float recovered) {
  const float difference = recovered - weight;
  const double w = weight;
  const double r = recovered;
  const double e = difference;
  error[lane] += e;
  abs_error[lane] += std::fabs(e);
  squared_error[lane] += e * e;
  squared_weight[lane] += w * w;
  squared_recovered[lane] += r * r;
  product[lane] += w * r;
  max_abs = std::max(max_abs, std::fabs(difference));
  zeroed += weight != 0 && recovered == 0;
}

Status Measurer::add(std::span<const float> weights, const Quantized& quantized,
                     const Layout& layout, const Execution& execution) {
  if (weights.size() != layout.length) return {ErrorCode::length_mismatch};
  const Status checked = check_sizes_and_scales(quantized, row_->info, layout);
  if (!checked.ok()) return checked;
  if (weights.empty()) return {};

  const Piece piece{weights, quantized, *row_, params_, layout, length_};
  const MeasureKernel kernel = kernels_of(*row_, execution.kernel).measure;
  const std::uint64_t first = length_ / chunk;
  const std::uint64_t end = length_ + weights.size();
  const auto chunks = static_cast<std::size_t>((end - 1) / chunk + 1 - first);
  std::vector<ErrorSums> sums(chunks);
  sums[0] = open_;

  const auto valid =
      for_ranges<char>(0, chunks, weights.size(), execution, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
          if (!piece.add_chunk(first + i, kernel, sums[i])) return false;
        }
        return true;
      });
  if (std::find(valid.begin(), valid.end(), false) != valid.end()) return piece.find_fault();

  const bool last_is_full = end % chunk == 0;
  for (std::size_t i = 0; i + (last_is_full ? 0 : 1) < chunks; ++i) closed_.add(sums[i]);
  open_ = last_is_full ? ErrorSums{} : sums.back();
  length_ = end;
  return {};
}

Measurement Measurer::result() const {
  Totals totals = closed_;
  totals.add(open_);
  if (length_ == 0) return {.sqnr_db = std::numeric_limits<double>::infinity()};

  const auto n = static_cast<double>(length_);
  // sqrt(a) sqrt(b), not sqrt(a b): the product of sums of squares of large floats may overflow.
  const double norms = std::sqrt(totals.squared_weight) * std::sqrt(totals.squared_recovered);
  const bool all_zero = totals.squared_weight == 0 && totals.squared_recovered == 0;
  return {
      .max_abs = totals.max_abs,
      .mean_abs = totals.abs_error / n,
      .rmse = std::sqrt(totals.squared_error / n),
      .bias = totals.error / n,
      .sqnr_db = totals.squared_error == 0
                     ? std::numeric_limits<double>::infinity()
                     : 10 * std::log10(totals.squared_weight / totals.squared_error),
      .cosine = all_zero     ? 1
                : norms == 0 ? 0
                             : totals.product / norms,
      .zeroed = totals.zeroed,
      .clipped = totals.clipped,
  };
}

}  // namespace groupwise
