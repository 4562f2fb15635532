// Every ggml format: against ggml's own vectors, and what must hold for any layout.
#include <gtest/gtest.h>

#include <ostream>

#include "formats/ggml/format.hpp"
#include "support/ggml_golden.hpp"
#include "support/random.hpp"
#include "support/run.hpp"

namespace groupwise::ggml {

inline void PrintTo(const GgmlFormat& format, std::ostream* out) { *out << format.name; }

}  // namespace groupwise::ggml

namespace groupwise::test {
namespace {

using ggml::Block;
using ggml::GgmlFormat;
using Bytes = std::vector<std::uint8_t>;

class GgmlFormats : public testing::TestWithParam<GgmlFormat> {
 protected:
  const GgmlFormat format_ = GetParam();

  Bytes random_bytes(Random& random) const {
    Bytes bytes(format_.bytes);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    return bytes;
  }

  static std::uint8_t written_byte(const ggml::Field& field, Random& random) {
    unsigned value = 0;
    for (unsigned digit = 0; digit < 5; ++digit) {
      value = value * 3 + (digit < field.count ? random.next() % 3U : 0U);
    }
    return static_cast<std::uint8_t>((value * 256 + 242) / 243);
  }
};

TEST_P(GgmlFormats, BytesAndRecoveredWeightsAreGgmls) {
  const auto weights = ggml_weights();
  const auto cases = ggml_cases(format_.name);
  ASSERT_EQ(cases.size(), weights.size());
  for (const auto& [name, golden] : cases) {
    SCOPED_TRACE(name);
    const std::vector<float>& w = weights.at(name);
    const std::size_t blocks = w.size() / format_.weights;
    ASSERT_EQ(golden.bytes.size(), blocks * format_.bytes);
    for (std::size_t b = 0; b < blocks; ++b) {
      Bytes bytes(format_.bytes);
      const bool fits = encode_block(format_, &w[b * format_.weights], bytes.data());
      EXPECT_EQ(fits, b != golden.overflowed_block) << "block " << b;
      if (!fits) break;
      const Bytes expected(&golden.bytes[b * format_.bytes],
                           &golden.bytes[(b + 1) * format_.bytes]);
      EXPECT_EQ(bytes, expected) << "block " << b;
      if (golden.recovered.empty()) continue;
      Block block;
      ASSERT_TRUE(read_block(format_, expected.data(), block)) << "block " << b;
      std::vector<float> recovered(format_.weights);
      recover(format_, block, recovered.data());
      EXPECT_EQ(bits_of(recovered),
                bits_of(std::span(golden.recovered).subspan(b * format_.weights, format_.weights)));
    }
  }
}

TEST_P(GgmlFormats, EveryBitBelongsToOneField) {
  std::vector<int> owners(format_.bytes * 8U);
  for (const ggml::Field& field : fields(format_)) {
    for (unsigned bit = field.bit; bit < field.bit + field.bits; ++bit) ++owners.at(bit);
  }
  EXPECT_EQ(owners, std::vector<int>(owners.size(), 1));
}

TEST_P(GgmlFormats, WhatIsReadIsWrittenAgain) {
  Random random(7);
  int valid = 0;
  for (int round = 0; round < 2000; ++round) {
    Bytes bytes = random_bytes(random);
    for (const ggml::Field& field : fields(format_)) {
      // In base 3 only some bytes are written.
      if (field.count > 1) bytes[field.bit / 8U] = written_byte(field, random);
    }
    Block block;
    if (!read_block(format_, bytes.data(), block)) continue;
    ++valid;
    Bytes again(format_.bytes, 0xAA);
    write_block(format_, block, again.data());
    ASSERT_EQ(again, bytes);
  }
  EXPECT_GT(valid, 0);
}

// The bits of a field are those of the number that it names, and of no other.
TEST_P(GgmlFormats, FieldsNameTheNumbersTheyHold) {
  for (const ggml::Field& field : fields(format_)) {
    if (field.count > 1) continue;  // base 3: not every byte is one that a writer spells
    Bytes bytes(format_.bytes);
    bytes[field.bit / 8U] = static_cast<std::uint8_t>(1U << field.bit % 8U);
    Block block;
    ASSERT_TRUE(read_block(format_, bytes.data(), block));
    Block expected;
    expected.numbers(field.part)[field.number] = static_cast<std::uint8_t>(1U << field.low);
    EXPECT_EQ(block.codes, expected.codes);
    EXPECT_EQ(block.scale, expected.scale);
    EXPECT_EQ(block.offset, expected.offset);
    EXPECT_EQ(block.group_scales, expected.group_scales);
    EXPECT_EQ(block.group_offsets, expected.group_offsets);
  }
}

TEST_P(GgmlFormats, ScalesThatAreNotFiniteAreRefused) {
  for (const ggml::Field& field : fields(format_)) {
    if (field.part != ggml::Part::scale && field.part != ggml::Part::offset) continue;
    Bytes bytes(format_.bytes);
    Block block;
    const auto expect_refused = [&](unsigned number) {
      for (unsigned bit = 0; bit < field.bits; bit += 8) {
        bytes[(field.bit + bit) / 8U] = static_cast<std::uint8_t>(number >> bit);
      }
      EXPECT_FALSE(read_block(format_, bytes.data(), block)) << number;
    };
    if (field.bits == 8) {
      expect_refused(0xFF);
    } else {
      expect_refused(0x7C00);  // infinity
      expect_refused(0xFC00);
      expect_refused(0x7C01);  // no number
    }
  }
}

TEST_P(GgmlFormats, BytesInBase3ThatNobodyWritesAreRefused) {
  for (const ggml::Field& field : fields(format_)) {
    if (field.count == 1) continue;
    Bytes bytes(format_.bytes);
    Block block;
    int refused = 0;
    for (unsigned byte = 0; byte < 256; ++byte) {
      bytes[field.bit / 8U] = static_cast<std::uint8_t>(byte);
      refused += !read_block(format_, bytes.data(), block);
    }
    EXPECT_EQ(refused, field.count == 5 ? 256 - 243 : 256 - 81);
  }
}

// Steps say how the codes came about, and change none.
TEST_P(GgmlFormats, StepsEndInTheCodes) {
  Random random(11);
  for (int round = 0; round < 50; ++round) {
    const std::vector<float> w = random.tame_weights(format_.weights);
    std::vector<std::vector<float>> values;
    std::vector<float*> pointers;
    for (const ggml::Step& step : format_.steps) {
      values.emplace_back(step.scope == ggml::Scope::block   ? 1U
                          : step.scope == ggml::Scope::group ? format_.groups()
                                                             : format_.weights);
    }
    for (auto& step : values) pointers.push_back(step.data());
    Block walked, plain;
    format_.choose(w.data(), walked, ggml::StepValues(pointers.data()));
    format_.choose(w.data(), plain, {});
    EXPECT_EQ(walked.codes, plain.codes);
    ASSERT_EQ(format_.steps.back().scope, ggml::Scope::weight);
    for (unsigned i = 0; i < format_.weights; ++i) {
      EXPECT_EQ(static_cast<std::uint8_t>(static_cast<int>(values.back()[i])), plain.codes[i]);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Table, GgmlFormats,
                         testing::ValuesIn(ggml::ggml_formats.begin(), ggml::ggml_formats.end()),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace groupwise::test
