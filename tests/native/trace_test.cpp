// trace shows what quantize computes.
#include "groupwise/trace.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "groupwise/dequantize.hpp"
#include "support/executions.hpp"
#include "support/golden_cases.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

struct Traced {
  Status status;
  std::vector<float> absmax, exact_scales, scales, max_errors;
  std::vector<float> quotients, rounded, recovered, errors;
  std::vector<std::int8_t> codes;
};

Traced traced(const std::vector<float>& weights, const Layout& layout, const Format& format) {
  Traced t;
  for (auto* per_group : {&t.absmax, &t.exact_scales, &t.scales, &t.max_errors}) {
    per_group->resize(layout.num_groups());
  }
  for (auto* per_weight : {&t.quotients, &t.rounded, &t.recovered, &t.errors}) {
    per_weight->resize(layout.length);
  }
  t.codes.resize(layout.length);
  t.status = trace(weights, layout, format,
                   {t.absmax, t.exact_scales, t.scales, t.max_errors, t.quotients, t.rounded,
                    t.recovered, t.errors, t.codes});
  return t;
}

void expect_consistent(const std::vector<float>& weights, const Layout& layout,
                       const Format& format) {
  const Traced t = traced(weights, layout, format);
  const Quantized q = quantize(weights, layout, format);
  ASSERT_EQ(t.status, q.status);
  if (!q.status.ok()) return;
  EXPECT_EQ(t.codes, q.codes);
  EXPECT_EQ(bits_of(t.scales), bits_of(q.scales));
  EXPECT_EQ(bits_of(t.max_errors), bits_of(q.max_errors));
  std::vector<float> recovered(layout.length);
  ASSERT_TRUE(dequantize(q.codes, q.scales, layout, format.bits, recovered).ok());
  EXPECT_EQ(bits_of(t.recovered), bits_of(recovered));
  const auto qmax = static_cast<float>(format.qmax());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t group = layout.group_of(i);
    const float quotient = weights[i] / t.scales[group];
    ASSERT_EQ(t.quotients[i], quotient);
    ASSERT_EQ(t.errors[i], std::fabs(t.recovered[i] - weights[i]));
    ASSERT_LE(t.errors[i], t.max_errors[group]);
    ASSERT_LE(std::fabs(weights[i]), t.absmax[group]);
    ASSERT_EQ(t.codes[i], std::clamp(t.rounded[i], -qmax, qmax));
    const float expected = format.rounding == Rounding::half_away   ? std::round(quotient)
                           : format.rounding == Rounding::half_even ? std::nearbyint(quotient)
                                                                    : std::trunc(quotient);
    ASSERT_EQ(t.rounded[i], expected);
  }
}

TEST(Trace, IsConsistentWithQuantizeOnTheGoldenVectors) {
  for (const char* file : golden_files) {
    for (const auto& golden : golden_cases(file)) {
      if (golden.error && golden.error->where.empty()) continue;
      SCOPED_TRACE(golden.name);
      expect_consistent(golden.weights, layout_of(golden), format_of(golden.options));
    }
  }
}

TEST(Trace, IsConsistentWithQuantizeOnRandomTensors) {
  Random random(71);
  for (int trial = 0; trial < 500; ++trial) {
    const std::size_t rows = 1 + random.next() % 4;
    const std::size_t row = 1 + random.next() % 90;
    const Format format{.bits = 2 + static_cast<int>(random.next() % 7),
                        .rounding = static_cast<Rounding>(random.next() % 3),
                        .scale = {static_cast<ScaleFormat::Kind>(random.next() % 3), 3}};
    const auto weights =
        trial % 2 == 0 ? random.weights(rows * row) : random.tame_weights(rows * row);
    expect_consistent(weights, layout_of(rows * row, 1 + random.next() % 40, row), format);
  }
}

TEST(Trace, ExactScaleIsKeptBesideTheStoredOne) {
  const Format on_paper{.scale = {ScaleFormat::Kind::decimal, 3}};
  const Traced t = traced({2, -1.5F, 0.8F, -0.3F}, layout_of(4, 4), on_paper);
  EXPECT_EQ(t.absmax[0], 2);
  EXPECT_EQ(t.exact_scales[0], 2.0F / 127);
  EXPECT_EQ(t.scales[0], 0.0157F);
  const Traced zeros = traced({0, 0}, layout_of(2, 2), {.custom_scale = 3.0F});
  EXPECT_EQ(zeros.exact_scales[0], 0);
  EXPECT_EQ(zeros.scales[0], 1);
}

TEST(Trace, RefusesSizesThatDoNotFit) {
  const std::vector<float> weights(8, 1);
  std::vector<float> groups(2), values(8);
  std::vector<std::int8_t> codes(8);
  const std::span one_group = std::span(groups).first(1);
  const auto code = [&](const TraceView& out) {
    return trace(weights, layout_of(8, 4), {}, out).code;
  };
  EXPECT_EQ(code({one_group, groups, groups, groups, values, values, values, values, codes}),
            ErrorCode::length_mismatch);
  EXPECT_EQ(code({groups, groups, groups, groups, values, values, values,
                  std::span(values).first(7), codes}),
            ErrorCode::length_mismatch);
  EXPECT_EQ(code({groups, groups, groups, groups, values, values, values, values,
                  std::span(codes).first(7)}),
            ErrorCode::length_mismatch);
}

}  // namespace
}  // namespace groupwise::test
