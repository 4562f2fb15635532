// The steps of a format's own arithmetic, by name, for a walk through it.
#pragma once

#include <cstdint>

namespace groupwise::ggml {

/// What a step has one number for.
enum class Scope : std::uint8_t { block, group, weight };

struct Step {
  const char* name;
  const char* formula;  ///< of weights, earlier steps and constants
  Scope scope;
};

/// Takes the numbers of the steps of one block, or drops them.
class StepValues {
 public:
  StepValues() = default;
  /// @param values one array a step, with a number for the block, each group or each weight.
  explicit StepValues(float* const* values) : values_(values) {}

  void set(unsigned step, unsigned index, float value) const {
    if (values_ != nullptr) values_[step][index] = value;
  }
  void set(unsigned step, float value) const { set(step, 0, value); }

 private:
  float* const* values_ = nullptr;
};

}  // namespace groupwise::ggml
