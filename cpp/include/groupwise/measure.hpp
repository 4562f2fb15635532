#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "groupwise/execution.hpp"
#include "groupwise/quantize.hpp"

namespace groupwise {

/// What quantization lost. With e_i = recovered_i - w_i in binary32 and sums in binary64.
struct Measurement {
  double max_abs = 0;        ///< max |e_i|
  double mean_abs = 0;       ///< mean |e_i|
  double rmse = 0;           ///< sqrt(sum e_i^2 / n)
  double bias = 0;           ///< mean e_i
  double sqnr_db = 0;        ///< 10 log10(sum w_i^2 / sum e_i^2); +inf when there is no error
  double cosine = 1;         ///< of weights and recovered; 1 when both are all zero
  std::uint64_t zeroed = 0;  ///< w_i != 0 but recovered_i == 0
  /// Weights beyond what their group's codes reach by more than half a step at that end; of the
  /// integer family: round(w_i / scale) outside -qmax..qmax before the clamp.
  std::uint64_t clipped = 0;
};

/// Sums of one fixed chunk of weights. Four lanes: the i-th weight of a run of weights that lie in
/// one group and one chunk goes to lane i % 4, so that a vector of any width adds in this order.
struct ErrorSums {
  static constexpr unsigned lanes = 4;
  using Lanes = std::array<double, lanes>;
  Lanes error{}, abs_error{}, squared_error{}, squared_weight{}, squared_recovered{}, product{};
  std::uint64_t zeroed = 0, clipped = 0;
  float max_abs = 0;

  /// One weight, in lane `lane`.
  void add(std::size_t lane, float weight, float recovered);
};

/// Measures a tensor in one piece or in many, with the same result to the last bit: weights are
/// summed in chunks of `chunk` consecutive weights, counted from the tensor's start, and the
/// chunks' sums are added in order. Neither pieces, threads nor SIMD width change that order.
class Measurer {
 public:
  static constexpr std::uint64_t chunk = 16384;

  /// Of a tensor in the plan's format; the plan's layout does not matter.
  explicit Measurer(const Plan& plan) : row_(plan.row), params_(plan.params) {}

  /// The next piece of the tensor: whole groups, laid out by the plan of the piece.
  /// @return `length_mismatch`, `non_finite_weight`, `invalid_scale` or `invalid_code`, with the
  ///   index within the piece, or ok. When it is not ok, what was measured before is kept.
  [[nodiscard]] Status add(std::span<const float> weights, const Quantized& quantized,
                           const Layout& layout, const Execution& execution = {});

  [[nodiscard]] Measurement result() const;

 private:
  struct Totals {
    double error = 0, abs_error = 0, squared_error = 0;
    double squared_weight = 0, squared_recovered = 0, product = 0;
    std::uint64_t zeroed = 0, clipped = 0;
    float max_abs = 0;
    void add(const ErrorSums& sums);
  };

  const FormatRow* row_;
  Params params_;
  std::uint64_t length_ = 0;
  ErrorSums open_;  ///< the chunk that the last piece ended in
  Totals closed_;   ///< all chunks before it
};

}  // namespace groupwise
