// The golden vectors of the independent oracle, on every execution.
#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "support/executions.hpp"
#include "support/golden_cases.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

class Golden : public testing::TestWithParam<std::tuple<const char*, NamedExecution>> {
 protected:
  const Execution execution_ = std::get<1>(GetParam()).get();

  void expect_error(const golden::GoldenCase& golden) const {
    Layout layout;
    Status status = make_layout(golden.length, group_size_of(golden.options),
                                golden.options.row_length, layout);
    if (status.ok()) {
      status = quantize(golden.weights, layout, format_of(golden.options), execution_).status;
    }
    EXPECT_STREQ(name_of(status.code), golden.error->code.c_str());
    if (!golden.error->where.empty()) {
      EXPECT_EQ(status.index, golden.error->position);
    }
  }

  void expect_results(const golden::GoldenCase& golden) const {
    const Layout layout = layout_of(golden);
    const Params format = format_of(golden.options);
    const Quantized q = quantize(golden.weights, layout, format, execution_);
    ASSERT_TRUE(q.status.ok()) << name_of(q.status.code) << " at " << q.status.index;
    EXPECT_EQ(q.codes, golden.codes);
    EXPECT_EQ(bits_of(q.scales), bits_of(golden.scales));
    EXPECT_EQ(bits_of(q.max_errors), bits_of(golden.group_max_error));

    std::vector<float> recovered(layout.length);
    ASSERT_TRUE(
        dequantize({q.codes, q.scales}, integer_plan(layout, format), recovered, execution_).ok());
    EXPECT_EQ(bits_of(recovered), bits_of(golden.recovered));
    expect_figures(golden, layout, format, q);
  }

  void expect_figures(const golden::GoldenCase& golden, const Layout& layout, const Params& format,
                      const Quantized& q) const {
    Measurer measurer(integer_plan({}, format));
    ASSERT_TRUE(measurer.add(golden.weights, {q.codes, q.scales}, layout, execution_).ok());
    const Measurement m = measurer.result();
    const auto expect_near = [&golden](const char* name, double actual, double tolerance) {
      const double expected = golden.measure.at(name);
      if (std::isnan(expected)) return;  // undefined by the contract
      if (std::isinf(expected)) {
        EXPECT_EQ(actual, expected) << name;
      } else {
        EXPECT_NEAR(actual, expected, tolerance) << name;
      }
    };
    const double mean_abs = golden.measure.at("meanAbs");
    EXPECT_EQ(m.max_abs, golden.measure.at("maxAbs"));
    EXPECT_EQ(m.zeroed, golden.measure.at("zeroed"));
    EXPECT_EQ(m.clipped, golden.measure.at("clipped"));
    expect_near("meanAbs", m.mean_abs, 1e-12 * mean_abs);
    expect_near("rmse", m.rmse, 1e-12 * golden.measure.at("rmse"));
    expect_near("bias", m.bias, 1e-12 * mean_abs);
    expect_near("cosine", m.cosine, 1e-12);
    expect_near("sqnrDb", m.sqnr_db, 1e-10);
  }
};

TEST_P(Golden, Vectors) {
  for (const auto& golden : golden_cases(std::get<0>(GetParam()))) {
    SCOPED_TRACE(golden.name);
    golden.error ? expect_error(golden) : expect_results(golden);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Golden,
                         testing::Combine(testing::ValuesIn(golden_files),
                                          testing::ValuesIn(all_executions)),
                         [](const auto& info) {
                           return std::string(std::get<0>(info.param)) + "_on_" +
                                  std::get<1>(info.param).name;
                         });

}  // namespace
}  // namespace groupwise::test
