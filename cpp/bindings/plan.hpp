#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "groupwise/codec.hpp"
#include "groupwise/storage.hpp"

namespace groupwise::bindings {

constexpr double max_safe_integer = 9007199254740991;

/// A number of JavaScript as a whole one; 0, which the core refuses, where it is none.
inline std::uint64_t whole(double number) {
  const bool fits = number >= 0 && number <= max_safe_integer && number == std::trunc(number);
  return fits ? static_cast<std::uint64_t>(number) : 0;
}

inline int small(double number) { return number < 100 ? static_cast<int>(whole(number)) : 0; }

/// What a caller asks for; what is undefined has its default in the core.
struct PlanOptions {
  std::optional<GroupSize::Kind> groupKind;
  std::optional<double> groupSize;
  std::optional<double> rowLength;
  std::optional<double> bits;
  std::optional<Rounding> rounding;
  std::optional<ScaleFormat::Kind> scale;
  std::optional<double> digits;
  std::optional<double> customScale;

  [[nodiscard]] Options resolve() const {
    Options options;
    if (groupKind) options.group_size = GroupSize{*groupKind, whole(groupSize.value_or(0))};
    if (rowLength) options.row_length = whole(*rowLength);
    if (bits) options.bits = small(*bits);
    options.rounding = rounding;
    if (scale) options.scale = ScaleFormat{*scale, small(digits.value_or(0))};
    if (customScale) options.custom_scale = static_cast<float>(*customScale);
    return options;
  }
};

/// What a call reports: a Status as JavaScript's values.
struct Outcome {
  ErrorCode error = ErrorCode::none;
  double index = 0;

  Outcome() = default;
  Outcome(Status status) : error(status.code), index(static_cast<double>(status.index)) {}
};

/// The sizes of a plan.
struct PlanSizes {
  double length, groupSize, rowLength, numGroups, blockLength, numBlocks, bytes;
  int leastCode, mostCode;
};

/// A part of a plan's tensor, in weights, groups, blocks and bytes from the tensor's start.
struct Piece {
  double start, end, firstGroup, lastGroup, firstBlock, firstByte, lastByte;
};

/// A plan, and the piece of its tensor that calls are about: at first the whole of it.
class PlanHandle {
 public:
  PlanHandle(const std::string& format, double length, const PlanOptions& options) {
    const FormatInfo* info = find_format(format);
    outcome_ = info == nullptr ? Status{ErrorCode::unknown_format}
                               : make_plan(*info, whole(length), options.resolve(), whole_);
    piece_ = whole_;
  }

  [[nodiscard]] Outcome outcome() const { return outcome_; }

  [[nodiscard]] PlanSizes sizes() const {
    const Layout blocks = whole_.blocks();
    const CodeRange codes = whole_.codes();
    return {.length = number(whole_.layout.length),
            .groupSize = number(whole_.layout.group_size),
            .rowLength = number(whole_.layout.row_length),
            .numGroups = number(whole_.layout.num_groups()),
            .blockLength = number(blocks.group_size),
            .numBlocks = number(blocks.num_groups()),
            .bytes = number(whole_.bytes()),
            .leastCode = codes.least,
            .mostCode = codes.most};
  }

  /// Chooses the piece that starts with a group and has at most so many weights, or one block.
  Piece choose(double first_group, double max_weights) {
    const auto group = static_cast<std::uint64_t>(first_group);
    piece_ = whole_.piece(group, static_cast<std::uint64_t>(max_weights));
    const std::uint64_t start = whole_.layout.group_start(group);
    const std::uint64_t first_block = whole_.blocks().group_of(start);
    const std::uint64_t first_byte = whole_.block_start(first_block);
    return {.start = number(start),
            .end = number(start + piece_.layout.length),
            .firstGroup = first_group,
            .lastGroup = first_group + number(piece_.layout.num_groups()),
            .firstBlock = number(first_block),
            .firstByte = number(first_byte),
            .lastByte = number(first_byte + piece_.bytes())};
  }

  [[nodiscard]] Storage storage() const { return groupwise::storage(whole_); }
  [[nodiscard]] const Plan& whole_plan() const { return whole_; }
  [[nodiscard]] const Plan& piece() const { return piece_; }

 private:
  static double number(std::uint64_t value) { return static_cast<double>(value); }

  Status outcome_;
  Plan whole_, piece_;
};

}  // namespace groupwise::bindings
