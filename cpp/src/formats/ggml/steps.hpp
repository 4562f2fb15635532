#pragma once

#include "formats/row.hpp"

namespace groupwise::ggml {

/// Hands the intermediate values of a block to a sink, or drops them.
class Steps {
 public:
  Steps() = default;
  explicit Steps(StepSink* sink) : sink_(sink) {}

  void set(std::size_t step, std::size_t at, float value) const {
    if (sink_ != nullptr) sink_->value(step, at, value);
  }
  void set(std::size_t step, float value) const { set(step, 0, value); }

 private:
  StepSink* sink_ = nullptr;
};

}  // namespace groupwise::ggml
