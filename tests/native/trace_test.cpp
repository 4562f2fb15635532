// trace shows what quantize computes.
#include "groupwise/trace.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "formats/integer/integer.hpp"
#include "formats/integer/steps.hpp"
#include "groupwise/quantize.hpp"
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

Traced traced(const std::vector<float>& weights, const Layout& layout, const Params& format) {
  Trace out;
  Traced t;
  t.status = trace(weights, integer_plan(layout, format), out);
  if (!t.status.ok()) return t;
  const auto step = [&](integer::Step which) { return out.steps[static_cast<std::size_t>(which)]; };
  t.absmax = step(integer::Step::absmax);
  t.exact_scales = step(integer::Step::exact_scale);
  t.scales = step(integer::Step::scale);
  t.max_errors = out.max_errors;
  t.quotients = step(integer::Step::quotients);
  t.rounded = step(integer::Step::rounded);
  t.recovered = step(integer::Step::recovered);
  t.errors = step(integer::Step::errors);
  t.codes = out.codes;
  return t;
}

void expect_consistent(const std::vector<float>& weights, const Layout& layout,
                       const Params& format) {
  const Traced t = traced(weights, layout, format);
  const Quantized q = quantize(weights, layout, format);
  ASSERT_EQ(t.status, q.status);
  if (!q.status.ok()) return;
  EXPECT_EQ(t.codes, q.codes);
  EXPECT_EQ(bits_of(t.scales), bits_of(q.scales));
  EXPECT_EQ(bits_of(t.max_errors), bits_of(q.max_errors));
  std::vector<float> recovered(layout.length);
  ASSERT_TRUE(dequantize({q.codes, q.scales}, integer_plan(layout, format), recovered).ok());
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
    const Params format{.bits = 2 + static_cast<int>(random.next() % 7),
                        .rounding = static_cast<Rounding>(random.next() % 3),
                        .scale = {static_cast<ScaleFormat::Kind>(random.next() % 3), 3}};
    const auto weights =
        trial % 2 == 0 ? random.weights(rows * row) : random.tame_weights(rows * row);
    expect_consistent(weights, layout_of(rows * row, 1 + random.next() % 40, row), format);
  }
}

TEST(Trace, ExactScaleIsKeptBesideTheStoredOne) {
  const Params on_paper{.scale = {ScaleFormat::Kind::decimal, 3}};
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
  Trace out;
  EXPECT_EQ(trace(weights, integer_plan(layout_of(7, 4)), out).code, ErrorCode::length_mismatch);
  EXPECT_EQ(trace(weights, integer_plan(layout_of(9, 4)), out).code, ErrorCode::length_mismatch);
}

TEST(Trace, BringsTheFiguresAndTheStorageOfTheSameTensor) {
  const auto weights = Random(5).tame_weights(100);
  const Plan plan = integer_plan(layout_of(100, 32), {.bits = 5});
  Trace out;
  ASSERT_TRUE(trace(weights, plan, out).ok());
  Measurer measurer(plan);
  ASSERT_TRUE(measurer.add(weights, {out.codes, out.scales}, plan.layout).ok());
  EXPECT_EQ(out.measured.sqnr_db, measurer.result().sqnr_db);
  EXPECT_EQ(out.storage.total_bytes, static_cast<double>(plan.bytes()));
}

}  // namespace
}  // namespace groupwise::test
