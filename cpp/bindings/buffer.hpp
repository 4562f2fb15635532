#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>

namespace groupwise::bindings {

/// Memory that JavaScript reads and writes through a view. It grows and never shrinks, is not
/// initialized, and says so when there is no more.
template <class T>
class Buffer {
 public:
  [[nodiscard]] bool resize(std::size_t size) {
    if (size > capacity_) {
      data_.reset();  // the content is not kept, so the old memory may serve the new
      capacity_ = 0;
      if (size > static_cast<std::size_t>(-1) / sizeof(T)) return false;
      data_.reset(static_cast<T*>(std::malloc(size * sizeof(T))));
      if (data_ == nullptr) {
        size_ = 0;
        return false;
      }
      capacity_ = size;
    }
    size_ = size;
    return true;
  }

  [[nodiscard]] std::span<T> span() const { return {data_.get(), size_}; }
  [[nodiscard]] emscripten::val view() const {
    return emscripten::val(emscripten::typed_memory_view(size_, data_.get()));
  }

 private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  std::unique_ptr<T, Free> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace groupwise::bindings
