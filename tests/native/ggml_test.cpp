// Every row of ggml's family: against ggml's own vectors, and what must hold for any layout.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "formats/row.hpp"
#include "groupwise/codec.hpp"
#include "groupwise/trace.hpp"
#include "support/executions.hpp"
#include "support/ggml_golden.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<std::string> ggml_names() {
  std::vector<std::string> names;
  for (const FormatInfo* format : formats()) {
    if (format->family == "ggml") names.emplace_back(format->name);
  }
  return names;
}

// Planar memory with all its parts.
struct Planar {
  std::vector<std::int8_t> codes;
  std::vector<float> scales, offsets, block_scales, block_offsets;
  Bytes sub_scales, sub_offsets;

  explicit Planar(const Plan& plan) : codes(plan.layout.length), scales(plan.layout.num_groups()) {
    const FormatInfo& format = plan.format();
    const std::size_t blocks = plan.blocks().num_groups();
    if (format.has_offsets) offsets.resize(scales.size());
    if (!format.sub_scales) return;
    block_scales.resize(blocks);
    sub_scales.resize(scales.size());
    if (!format.has_offsets) return;
    block_offsets.resize(blocks);
    sub_offsets.resize(scales.size());
  }
  QuantizedView view() {
    return {codes, scales, {}, offsets, block_scales, block_offsets, sub_scales, sub_offsets};
  }
  [[nodiscard]] groupwise::Quantized quantized() const {
    return {codes, scales, offsets, block_scales, block_offsets, sub_scales, sub_offsets};
  }
};

class Ggml : public testing::TestWithParam<std::string> {
 protected:
  const FormatInfo& format_ = *find_format(GetParam());

  [[nodiscard]] Plan plan(std::uint64_t length) const {
    Plan plan;
    EXPECT_TRUE(make_plan(format_, length, {}, plan).ok());
    return plan;
  }
  [[nodiscard]] Plan one_block() const { return plan(format_.block); }

  // Bytes as other encoders may have written them too.
  Bytes random_block(Random& random) const {
    Bytes bytes(format_.block_bytes);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    for (const Field& field : fields(one_block(), format_.block)) {
      if (field.count > 1) bytes[field.bit / 8] = written_byte(field, random);
    }
    return bytes;
  }
  // In base 3 not every byte is one that an encoder writes.
  static std::uint8_t written_byte(const Field& field, Random& random) {
    unsigned value = 0;
    for (unsigned digit = 0; digit < 5; ++digit) {
      value = value * 3 + (digit < field.count ? random.next() % 3U : 0U);
    }
    return static_cast<std::uint8_t>((value * 256 + 242) / 243);
  }
};

TEST_P(Ggml, BytesAreGgmls) {
  const auto weights = ggml_weights();
  const auto cases = ggml_cases(GetParam());
  ASSERT_EQ(cases.size(), weights.size());
  for (const auto& execution : all_executions) {
    for (const auto& [name, golden] : cases) {
      SCOPED_TRACE(name + " on " + execution.name);
      const std::vector<float>& w = weights.at(name);
      const Plan whole = plan(w.size());
      Bytes bytes(whole.bytes());
      const Status status = encode(w, whole, bytes, execution.get());
      if (golden.overflowed_block) {
        EXPECT_EQ(status, (Status{ErrorCode::scale_overflow, *golden.overflowed_block}));
      } else {
        ASSERT_TRUE(status.ok());
        EXPECT_EQ(bytes, golden.bytes);
      }
    }
  }
}

TEST_P(Ggml, RecoveredWeightsAreGgmls) {
  for (const auto& execution : all_executions) {
    for (const auto& [name, golden] : ggml_cases(GetParam())) {
      SCOPED_TRACE(name + " on " + execution.name);
      const Plan whole = plan(golden.bytes.size() / format_.block_bytes * format_.block);
      std::vector<float> recovered(whole.layout.length);
      const Status status = decode(golden.bytes, whole, recovered, execution.get());
      if (golden.overflowed_block) {
        EXPECT_EQ(status, (Status{ErrorCode::invalid_bytes, *golden.overflowed_block}));
      } else {
        ASSERT_TRUE(status.ok());
        EXPECT_EQ(bits_of(recovered), bits_of(golden.recovered));
      }
    }
  }
}

TEST_P(Ggml, PlanarMemoryRecoversTheSameWeights) {
  for (const auto& [name, golden] : ggml_cases(GetParam())) {
    if (golden.overflowed_block) continue;
    SCOPED_TRACE(name);
    const Plan whole = plan(golden.recovered.size());
    Planar planar(whole);
    ASSERT_TRUE(unpack(golden.bytes, whole, planar.view()).ok());
    std::vector<float> recovered(whole.layout.length);
    ASSERT_TRUE(dequantize(planar.quantized(), whole, recovered).ok());
    EXPECT_EQ(bits_of(recovered), bits_of(golden.recovered));
  }
}

TEST_P(Ggml, WhatIsUnpackedIsPackedAgain) {
  const Plan block = one_block();
  Random random(7);
  int valid = 0;
  for (int round = 0; round < 2000; ++round) {
    const Bytes bytes = random_block(random);
    Planar planar(block);
    if (!unpack(bytes, block, planar.view()).ok()) continue;
    ++valid;
    Bytes again(bytes.size(), 0xAA);
    ASSERT_TRUE(pack(planar.quantized(), block, again).ok());
    ASSERT_EQ(again, bytes);
  }
  EXPECT_GT(valid, 100);  // of NVFP4's four scales each byte is one in 127 of 256 cases
}

TEST_P(Ggml, EveryBitBelongsToOneField) {
  std::uint32_t next = 0;
  for (const Field& field : fields(one_block(), format_.block)) {
    EXPECT_EQ(field.bit, next);
    next += field.bits;
  }
  EXPECT_EQ(next, format_.block_bytes * 8);
}

// A bit of a code's field changes that code, and nothing else.
TEST_P(Ggml, FieldsNameTheCodesTheyHold) {
  const Plan block = one_block();
  const Bytes zero(format_.block_bytes);
  Planar before(block);
  ASSERT_TRUE(unpack(zero, block, before.view()).ok());
  for (const Field& field : fields(block, format_.block)) {
    if (field.kind != Field::Kind::code || field.count > 1) continue;
    Bytes bytes = zero;
    bytes[field.bit / 8] = static_cast<std::uint8_t>(1U << field.bit % 8);
    Planar after(block);
    ASSERT_TRUE(unpack(bytes, block, after.view()).ok());
    Planar expected = before;
    expected.codes[field.at] =
        static_cast<std::int8_t>(expected.codes[field.at] + (1 << field.shift));
    EXPECT_EQ(after.codes, expected.codes);
    EXPECT_EQ(after.scales, expected.scales);
    EXPECT_EQ(after.sub_scales, expected.sub_scales);
    EXPECT_EQ(after.sub_offsets, expected.sub_offsets);
  }
}

TEST_P(Ggml, ScalesThatAreNotFiniteAreRefused) {
  const Plan blocks = plan(format_.block * 3);
  std::vector<float> recovered(blocks.layout.length);
  for (const Field& field : fields(one_block(), format_.block)) {
    if (field.kind != Field::Kind::scale && field.kind != Field::Kind::offset) continue;
    for (const unsigned number : {0x7C00U, 0xFC00U, 0x7C01U, 0xFFFFU}) {
      Bytes bytes(blocks.bytes());
      for (unsigned bit = 0; bit < field.bits; bit += 8) {
        const std::uint32_t byte = 2 * format_.block_bytes + (field.bit + bit) / 8;
        bytes[byte] = static_cast<std::uint8_t>(field.bits == 8 ? 0xFF : number >> bit);
      }
      EXPECT_EQ(decode(bytes, blocks, recovered), (Status{ErrorCode::invalid_bytes, 2}));
      Planar planar(blocks);
      EXPECT_EQ(unpack(bytes, blocks, planar.view()), (Status{ErrorCode::invalid_bytes, 2}));
    }
  }
}

TEST_P(Ggml, BytesInBase3ThatNobodyWritesAreRefused) {
  const Plan block = one_block();
  std::vector<float> recovered(format_.block);
  for (const Field& field : fields(block, format_.block)) {
    if (field.count == 1) continue;
    Bytes bytes(format_.block_bytes);
    int refused = 0;
    for (unsigned byte = 0; byte < 256; ++byte) {
      bytes[field.bit / 8] = static_cast<std::uint8_t>(byte);
      refused += !decode(bytes, block, recovered).ok();
    }
    EXPECT_EQ(refused, field.count == 5 ? 256 - 243 : 256 - 81);
  }
}

TEST_P(Ggml, RandomBytesAreDecodedOrRefused) {
  const Plan blocks = plan(format_.block * 4);
  Random random(23);
  std::vector<float> recovered(blocks.layout.length);
  for (int round = 0; round < 500; ++round) {
    Bytes bytes(blocks.bytes());
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    const Status status = decode(bytes, blocks, recovered);
    EXPECT_TRUE(status.ok() || (status.code == ErrorCode::invalid_bytes && status.index < 4));
  }
}

TEST_P(Ggml, WeightsThatAreNotFiniteAreRefused) {
  const Plan blocks = plan(format_.block * 3);
  Bytes bytes(blocks.bytes());
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
        -std::numeric_limits<float>::infinity()}) {
    std::vector<float> w(blocks.layout.length, 0.25F);
    const std::uint64_t index = format_.block + 5;
    w[index] = w[index + 1] = w.back() = bad;
    for (const auto& execution : all_executions) {
      EXPECT_EQ(encode(w, blocks, bytes, execution.get()),
                (Status{ErrorCode::non_finite_weight, index}));
    }
  }
}

TEST_P(Ggml, StepsEndInTheCodesAndTheErrors) {
  Random random(11);
  const Plan blocks = plan(format_.block * 2);
  const auto step_named = [this](std::string_view name) {
    std::size_t i = 0;
    while (format_.steps[i].name != name) ++i;
    return i;
  };
  for (int round = 0; round < 20; ++round) {
    const std::vector<float> w = random.tame_weights(blocks.layout.length);
    Trace trace;
    ASSERT_TRUE(groupwise::trace(w, blocks, trace).ok());
    const std::vector<float> codes(trace.codes.begin(), trace.codes.end());
    EXPECT_EQ(trace.steps[step_named("codes")], codes);
    EXPECT_EQ(bits_of(trace.steps[step_named("scale")]), bits_of(trace.scales));
    EXPECT_EQ(bits_of(trace.steps[step_named("recovered")]), bits_of(trace.recovered));
    EXPECT_EQ(bits_of(trace.steps[step_named("errors")]), bits_of(trace.errors));
    if (format_.has_offsets) {
      EXPECT_EQ(bits_of(trace.steps[step_named("offset")]), bits_of(trace.offsets));
    }
  }
}

TEST_P(Ggml, RowsThatAreNoWholeBlocksAreRefused) {
  Plan plan;
  EXPECT_EQ(make_plan(format_, format_.block + 1, {}, plan).code, ErrorCode::length_not_in_blocks);
  EXPECT_EQ(make_plan(format_, format_.block * 3, {.row_length = format_.block * 3 / 2}, plan).code,
            ErrorCode::length_not_in_blocks);
}

INSTANTIATE_TEST_SUITE_P(Rows, Ggml, testing::ValuesIn(ggml_names()),
                         [](const auto& info) { return info.param; });

// Q4_0 shows its own steps: the numbers of a block by hand.
TEST(GgmlSteps, Q4_0) {
  std::vector<float> w(32);
  w[0] = 1;
  w[1] = -4;
  w[2] = 4;
  w[3] = 0.3F;
  Plan plan;
  ASSERT_TRUE(make_plan(*find_format("q4_0"), 32, {}, plan).ok());
  Trace trace;
  ASSERT_TRUE(groupwise::trace(w, plan, trace).ok());
  const auto& steps = trace.steps;
  EXPECT_EQ(steps[0], std::vector<float>{-4});  // the first of the largest magnitude
  EXPECT_EQ(steps[1], std::vector<float>{0.5});
  EXPECT_EQ(steps[2], std::vector<float>{2});
  EXPECT_EQ(std::vector<float>(steps[3].begin(), steps[3].begin() + 4),
            (std::vector<float>{2, -8, 8, 0.3F * 2}));
  EXPECT_EQ(std::vector<float>(steps[4].begin(), steps[4].begin() + 4),
            (std::vector<float>{10.5, 0.5, 16.5, 0.3F * 2 + 8.5F}));
  EXPECT_EQ(std::vector<float>(steps[5].begin(), steps[5].begin() + 4),
            (std::vector<float>{10, 0, 15, 9}));
  EXPECT_EQ(std::vector<int>(trace.codes.begin(), trace.codes.begin() + 4),
            (std::vector<int>{2, -8, 7, 1}));
}

}  // namespace
}  // namespace groupwise::test
