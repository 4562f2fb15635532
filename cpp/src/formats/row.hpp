#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "groupwise/codec.hpp"
#include "groupwise/format.hpp"
#include "groupwise/measure.hpp"

namespace groupwise {

inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

/// No packed block is larger.
inline constexpr std::size_t max_block_bytes = 256;

/// `count` adjacent groups (or blocks, where it says so) of `group_size` weights each.
struct Run {
  std::size_t group_size;
  std::size_t count;
};

/// Planar memory of a run: one code a weight, one scale (and offset) a group.
struct PlanarOut {
  std::int8_t* codes;
  float* scales;
  float* offsets = nullptr;       ///< null unless the format has offsets
  float* max_errors = nullptr;    ///< one a group; null: not wanted
  float* block_scales = nullptr;  ///< these four: of super-blocks; null: not wanted
  float* block_offsets = nullptr;
  std::uint8_t* sub_scales = nullptr;
  std::uint8_t* sub_offsets = nullptr;
};
struct PlanarIn {
  const std::int8_t* codes;
  const float* scales;
  const float* offsets = nullptr;       ///< null unless the format has offsets
  const float* block_scales = nullptr;  ///< these four: of super-blocks; only for packing
  const float* block_offsets = nullptr;
  const std::uint8_t* sub_scales = nullptr;
  const std::uint8_t* sub_offsets = nullptr;
};

/// The first group (of blocks: block) of a run that holds a weight that is not finite (the run ends
/// there), and the first whose stored scale is infinite.
struct Findings {
  std::size_t non_finite = npos;
  std::size_t overflow = npos;
};

/// Takes the intermediate values of one block while they are computed.
class StepSink {
 public:
  /// @param step index into the row's `steps`
  /// @param at 0 for a block's value; else the index of the group or the weight within the block
  virtual void value(std::size_t step, std::size_t at, float value) = 0;

 protected:
  ~StepSink() = default;
};

/// Takes the fields of one block.
class FieldSink {
 public:
  virtual void field(const Field& field) = 0;

 protected:
  ~FieldSink() = default;
};

/// One implementation of a row's inner loops. They validate nothing, allocate nothing, know no
/// thread. What may be null is done by way of the others.
struct Kernels {
  /// Groups of any size to planar memory. Null: encoded, then unpacked.
  Findings (*quantize)(const float* weights, Run groups, const Params& params, PlanarOut out);
  /// Blocks to bytes.
  Findings (*encode)(const float* weights, Run blocks, const Params& params, std::uint8_t* bytes);
  /// Blocks to weights. False: no encoder writes such bytes, and block `*fault` is the first of
  /// them.
  bool (*decode)(const std::uint8_t* bytes, Run blocks, const Params& params, float* recovered,
                 std::size_t* fault);
  /// Groups, or parts of one, to weights. Null: by the row's levels and offsets. False: a code out
  /// of range.
  bool (*dequantize)(PlanarIn in, Run groups, const Params& params, float* recovered);
  /// Groups, or a part of one, into sums. Null: by the row's levels and offsets. False: a weight is
  /// not finite or a code out of range.
  bool (*measure)(const float* weights, PlanarIn in, Run groups, const Params& params,
                  ErrorSums& sums);
};

/// What a packed block spends: on codes (with their padding), and on all else.
struct BlockBytes {
  std::uint64_t codes;
  std::uint64_t scales;  ///< scales, offsets, sub-scales

  [[nodiscard]] constexpr std::uint64_t total() const { return codes + scales; }
};

/// A row of the table. A static constant, beside the functions that it names.
struct FormatRow {
  FormatInfo info;
  CodeRange (*codes)(const Params& params);
  /// Bytes of a packed block (or group) of so many weights.
  BlockBytes (*bytes)(const Params& params, std::uint64_t weights);
  const Kernels* reference;
  const Kernels* simd;  ///< the same bytes, faster; may be the reference
  /// Planar memory of blocks to bytes: what `unpack` would make of them. False: a scale or offset
  /// that the format cannot store without change, or a code out of range (in block `*fault`).
  bool (*pack)(PlanarIn in, Run blocks, const Params& params, std::uint8_t* bytes,
               std::size_t* fault);
  /// Bytes of blocks to planar memory (no errors). False: no encoder writes such bytes, and block
  /// `*fault` is the first of them.
  bool (*unpack)(const std::uint8_t* bytes, Run blocks, const Params& params, PlanarOut out,
                 std::size_t* fault);
  /// The steps of one block of finite weights, computed as the reference kernel computes them.
  void (*explain)(const float* weights, std::size_t length, const Params& params, StepSink& sink);
  /// The fields of one block (or group) of so many weights, in the order of their bits.
  void (*fields)(const Params& params, std::size_t weights, FieldSink& sink);
};

/// The row that a format's description lies in.
inline const FormatRow* row_of(const FormatInfo& format) {
  static_assert(std::is_standard_layout_v<FormatRow>);
  return reinterpret_cast<const FormatRow*>(&format);  // `info` is its first member
}

}  // namespace groupwise
