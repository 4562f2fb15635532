// Memory that ends, or begins, at a page nobody may touch: reading or writing one byte past it
// crashes the test, with or without a sanitizer.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <span>

namespace groupwise::test {

enum class Edge { begin, end };

template <class T>
class Guarded {
 public:
  Guarded(std::size_t count, Edge edge) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t bytes = count * sizeof(T);
    const std::size_t inside = (bytes + page - 1) / page * page;
    mapped_ = inside + 2 * page;
    base_ = static_cast<std::byte*>(
        mmap(nullptr, mapped_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (base_ == MAP_FAILED) throw std::bad_alloc();
    if (inside > 0 && mprotect(base_ + page, inside, PROT_READ | PROT_WRITE) != 0) {
      throw std::bad_alloc();
    }
    auto* first = base_ + page + (edge == Edge::end ? inside - bytes : 0);
    span_ = {reinterpret_cast<T*>(first), count};
  }
  Guarded(std::span<const T> content, Edge edge) : Guarded(content.size(), edge) {
    if (!content.empty()) std::memcpy(span_.data(), content.data(), content.size_bytes());
  }
  ~Guarded() { munmap(base_, mapped_); }
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;

  [[nodiscard]] std::span<T> span() const { return span_; }

 private:
  std::byte* base_ = nullptr;
  std::size_t mapped_ = 0;
  std::span<T> span_;
};

}  // namespace groupwise::test
