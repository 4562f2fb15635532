#pragma once

#include <emscripten/val.h>

#include <string>

#include "groupwise/codec.hpp"
#include "plan.hpp"

namespace groupwise::bindings {

/// A row of the table, as JavaScript's values.
struct FormatRecord {
  std::string name, family, title, source;
  int block, group, blockBytes;
  Takes takes;
  bool hasOffsets, hasSubScales;
  int numLevels, numSteps;
};

struct StepRecord {
  std::string name, label, formula;
  StepInfo::Per per;
};

inline int numFormats() { return static_cast<int>(formats().size()); }

inline const FormatInfo& format_at(int index) {
  return *formats()[static_cast<std::size_t>(index)];
}

inline FormatRecord formatAt(int index) {
  const FormatInfo& format = format_at(index);
  return {.name = std::string(format.name),
          .family = std::string(format.family),
          .title = std::string(format.title),
          .source = std::string(format.source),
          .block = static_cast<int>(format.block),
          .group = static_cast<int>(format.group),
          .blockBytes = static_cast<int>(format.block_bytes),
          .takes = format.takes,
          .hasOffsets = format.has_offsets,
          .hasSubScales = format.sub_scales,
          .numLevels = static_cast<int>(format.levels.size()),
          .numSteps = static_cast<int>(format.steps.size())};
}

/// The value of a format's code, counted from its least.
inline float levelAt(int format, int index) {
  return format_at(format).levels[static_cast<std::size_t>(index)];
}

inline StepRecord stepAt(int format, int index) {
  const StepInfo& step = format_at(format).steps[static_cast<std::size_t>(index)];
  return {.name = std::string(step.name),
          .label = std::string(step.label),
          .formula = std::string(step.formula),
          .per = step.per};
}

/// The fields of one block, read one after another.
class FieldList {
 public:
  FieldList(const PlanHandle& plan, double weights)
      : fields_(fields(plan.whole_plan(), whole(weights))) {}

  [[nodiscard]] int size() const { return static_cast<int>(fields_.size()); }
  [[nodiscard]] Field at(int index) const { return fields_[static_cast<std::size_t>(index)]; }

 private:
  std::vector<Field> fields_;
};

}  // namespace groupwise::bindings
