// Ten million weights, whose results hash to the same here and in every variant of the package.
#include <gtest/gtest.h>

#include "support/executions.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

constexpr std::size_t length = 10'000'000;

/// FNV-1a.
class Hash {
 public:
  template <class T>
  void add(const std::vector<T>& values) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(values.data());
    for (std::size_t i = 0; i < values.size() * sizeof(T); ++i) {
      hash_ = (hash_ ^ bytes[i]) * 16777619U;
    }
  }
  [[nodiscard]] std::uint32_t value() const { return hash_; }

 private:
  std::uint32_t hash_ = 2166136261U;
};

const std::vector<float>& ten_million_weights() {
  static const auto weights = [] {
    Random random(20240607);
    auto all = random.weights(length / 2);
    const auto tame = random.tame_weights(length / 2);
    all.insert(all.end(), tame.begin(), tame.end());
    return all;
  }();
  return weights;
}

class TenMillion : public Everywhere {
 protected:
  static std::uint32_t hash_of(const Layout& layout, const Params& format) {
    const Quantized q = quantize(ten_million_weights(), layout, format, execution());
    EXPECT_TRUE(q.status.ok());
    Hash hash;
    hash.add(q.codes);
    hash.add(q.scales);
    hash.add(q.max_errors);
    return hash.value();
  }
};

// The hashes are in tests/spec/support/ten-million.ts too.
TEST_P(TenMillion, EightBits) { EXPECT_EQ(hash_of(layout_of(length, 32), {}), 3396766034U); }

TEST_P(TenMillion, FourBitsInRowsWithTails) {
  const Params format{
      .bits = 4, .rounding = Rounding::half_even, .scale = {ScaleFormat::Kind::decimal, 3}};
  EXPECT_EQ(hash_of(layout_of(length, 47, 1250), format), 1714856903U);
}

GROUPWISE_RUN_EVERYWHERE(TenMillion);

}  // namespace
}  // namespace groupwise::test
