// The core alone, native, on one thread. Names are operation/kernel/weights/group size.
#include <benchmark/benchmark.h>

#include <map>
#include <span>
#include <string>

#include "formats/integer/integer.hpp"
#include "groupwise/measure.hpp"
#include "groupwise/quantize.hpp"
#include "limit.hpp"
#include "tensor.hpp"

namespace groupwise::bench {
namespace {

using Run = void (*)(Tensor& tensor, Kernel kernel);

void errors(Tensor& t, Kernel kernel) {
  (void)quantize(t.weights, integer_plan(t.layout), {t.codes, t.scales, t.max_errors},
                 {.kernel = kernel});
}

void codes(Tensor& t, Kernel kernel) {
  (void)quantize(t.weights, integer_plan(t.layout), {t.codes, t.scales, {}}, {.kernel = kernel});
}

void dequantize(Tensor& t, Kernel kernel) {
  (void)groupwise::dequantize({t.codes, t.scales}, integer_plan(t.layout), t.recovered,
                              {.kernel = kernel});
}

void measure(Tensor& t, Kernel kernel) {
  Measurer measurer(integer_plan(t.layout));
  (void)measurer.add(t.weights, {t.codes, t.scales}, t.layout, {.kernel = kernel});
}

void narrow(Tensor& t, Kernel) {
  limit_narrow(reinterpret_cast<const Vector*>(t.weights.data()),
               t.weights.size() * sizeof(float) / vector_bytes,
               reinterpret_cast<Vector*>(t.codes.data()));
}

void widen(Tensor& t, Kernel) {
  limit_widen(reinterpret_cast<const Vector*>(t.codes.data()), t.codes.size() / vector_bytes,
              reinterpret_cast<Vector*>(t.recovered.data()));
}

Tensor& tensor_of(std::size_t length, std::size_t group_size) {
  static std::map<std::size_t, Tensor> tensors;
  Tensor& tensor = tensors.try_emplace(length, length).first->second;
  tensor.regroup(group_size);
  return tensor;
}

void add(const std::string& operation, Run run, const std::string& name, Kernel kernel,
         std::size_t length, std::size_t group_size) {
  const std::string full =
      operation + '/' + name + '/' + std::to_string(length) + '/' + std::to_string(group_size);
  benchmark::RegisterBenchmark(full.c_str(), [=](benchmark::State& state) {
    Tensor& tensor = tensor_of(length, group_size);
    for (auto _ : state) {
      run(tensor, kernel);
      benchmark::ClobberMemory();
    }
  })->Unit(benchmark::kMillisecond);
}

void add_all(std::size_t length, std::size_t group_size) {
  for (const auto& [kernel, name] :
       {std::pair(Kernel::reference, "reference"), std::pair(Kernel::simd, "native")}) {
    add("errors", errors, name, kernel, length, group_size);
    add("codes", codes, name, kernel, length, group_size);
    add("dequantize", dequantize, name, kernel, length, group_size);
    add("measure", measure, name, kernel, length, group_size);
  }
  add("narrow", narrow, "limit", Kernel::simd, length, group_size);
  add("widen", widen, "limit", Kernel::simd, length, group_size);
}

}  // namespace
}  // namespace groupwise::bench

int main(int argc, char** argv) {
  for (const std::size_t length : {16777216, 65536}) {
    for (const std::size_t group_size : {32, 64, 128, 256, 33, 100}) {
      groupwise::bench::add_all(length, group_size);
    }
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
