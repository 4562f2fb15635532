// What a project that found the installed library may do: by its public headers alone.
#include <cstdint>
#include <groupwise/codec.hpp>
#include <groupwise/plan.hpp>
#include <groupwise/storage.hpp>
#include <groupwise/trace.hpp>
#include <vector>

int main() {
  for (const groupwise::FormatInfo* format : groupwise::formats()) {
    const std::uint64_t length = format->block == 0 ? 64 : format->block;
    const std::vector<float> w(length, 0.5F);
    groupwise::Plan plan;
    if (!groupwise::make_plan(*format, length, {}, plan).ok()) return 1;
    std::vector<std::uint8_t> bytes(plan.bytes());
    std::vector<float> recovered(length);
    if (!groupwise::encode(w, plan, bytes).ok()) return 2;
    if (!groupwise::decode(bytes, plan, recovered).ok()) return 3;
    if (static_cast<double>(bytes.size()) != groupwise::storage(plan).total_bytes) return 4;
  }
  return 0;
}
