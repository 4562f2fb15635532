// Compares the bytes and the recovered weights of Groupwise's ggml formats with ggml's own, over
// random weights of many kinds: compare WEIGHTS [FORMATS]
#include <ggml.h>
#include <strings.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include "../../native/support/random.hpp"
#include "formats/ggml/format.hpp"

namespace {

using groupwise::ggml::GgmlFormat;

constexpr std::size_t piece = 4096;

class Weights {
 public:
  explicit Weights(std::uint32_t seed) : random_(seed) {}

  float uniform() { return static_cast<float>(random_.next() >> 8U) * 0x1p-24F; }
  float gaussian() {
    float sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }
  unsigned below(unsigned limit) { return random_.next() % limit; }
  float power_of_two(int lowest, int highest) {
    return std::ldexp(
        1.0F, lowest + static_cast<int>(below(static_cast<unsigned>(highest - lowest + 1))));
  }
  float finite(float w) {
    return std::isfinite(w) ? w : std::copysign(std::numeric_limits<float>::max(), w);
  }
  std::uint32_t bits() { return random_.next(); }

 private:
  groupwise::test::Random random_;
};

using Piece = std::vector<float>;

struct Kind {
  const char* name;
  void (*fill)(Weights& random, Piece& w);
};

void fill_scaled(Weights& random, Piece& w, int lowest, int highest) {
  for (std::size_t i = 0; i < w.size(); i += 256) {
    const float deviation = random.power_of_two(lowest, highest);
    for (std::size_t k = i; k < i + 256; ++k) w[k] = random.finite(random.gaussian() * deviation);
  }
}

constexpr Kind kinds[] = {
    {"gaussian", [](Weights& random, Piece& w) { fill_scaled(random, w, -12, 8); }},
    {"heavy tails",
     [](Weights& random, Piece& w) {
       for (float& x : w) x = random.gaussian() * 0.125F / (random.uniform() + 0x1p-10F);
     }},
    {"one outlier a block",
     [](Weights& random, Piece& w) {
       for (std::size_t i = 0; i < w.size(); ++i) {
         w[i] = random.gaussian() * (i % 32 == i / 32 % 32 ? 3.0F : 0.01F);
       }
     }},
    {"all equal",
     [](Weights& random, Piece& w) {
       for (std::size_t i = 0; i < w.size(); ++i)
         w[i] = i % 256 == 0 ? random.gaussian() : w[i - 1];
     }},
    {"all negative",
     [](Weights& random, Piece& w) {
       for (float& x : w) x = -std::fabs(random.gaussian()) - 0.25F;
     }},
    {"all positive",
     [](Weights& random, Piece& w) {
       for (float& x : w) x = std::fabs(random.gaussian()) * 0.25F + 1;
     }},
    {"zeros of both signs, few others",
     [](Weights& random, Piece& w) {
       for (float& x : w) {
         x = random.below(64) == 0 ? random.gaussian() : random.below(2) == 0 ? 0.0F : -0.0F;
       }
     }},
    {"subnormal",
     [](Weights& random, Piece& w) {
       for (float& x : w) {
         x = std::bit_cast<float>(random.bits() & 0x807FFFFFU) *
             (random.below(2) == 0 ? 1 : 0x1p-8F);
       }
     }},
    {"scales that binary16 keeps with few bits",
     [](Weights& random, Piece& w) { fill_scaled(random, w, -30, -10); }},
    {"up to FLT_MAX", [](Weights& random, Piece& w) { fill_scaled(random, w, 10, 127); }},
    {"ties",
     [](Weights& random, Piece& w) {
       for (std::size_t i = 0; i < w.size(); ++i) {
         const auto half = static_cast<float>(static_cast<int>(random.below(65)) - 32) * 0.5F;
         w[i] = half * (i / 32 % 2 == 0 ? 0.25F : 0.0078125F);
       }
     }},
    {"just below powers of two",
     [](Weights& random, Piece& w) {
       for (std::size_t i = 0; i < w.size(); ++i) {
         const auto power = std::bit_cast<std::uint32_t>(random.power_of_two(-124, 126));
         const float below = std::bit_cast<float>(power - random.below(64));
         w[i] = i % 32 == 0 ? below : w[i - i % 32] * random.uniform();
       }
     }},
    {"groups of different size",
     [](Weights& random, Piece& w) {
       for (std::size_t i = 0; i < w.size(); ++i) {
         w[i] = random.gaussian() * std::ldexp(1.0F, static_cast<int>(i / 16 * 7 % 20) - 15);
       }
     }},
    {"any bits of a finite float",
     [](Weights& random, Piece& w) {
       for (float& x : w) {
         const std::uint32_t bits = random.bits();
         x = std::bit_cast<float>((bits >> 23U & 0xFFU) == 0xFFU ? bits & 0xBFFFFFFFU : bits);
       }
     }},
};

ggml_type type_of(const GgmlFormat& format) {
  for (int i = 0; i < GGML_TYPE_COUNT; ++i) {
    const auto type = static_cast<ggml_type>(i);
    const char* name = ggml_get_type_traits(type)->type_name;
    if (name != nullptr && strcasecmp(name, format.name) == 0) return type;
  }
  std::fprintf(stderr, "ggml has no type %s\n", format.name);
  std::exit(EXIT_FAILURE);
}

struct Outcome {
  std::uint64_t weights = 0, bytes_differ = 0, weights_differ = 0, refused = 0, refusals_differ = 0;
};

void compare(const GgmlFormat& format, ggml_type type, const Piece& w, Outcome& outcome) {
  const std::size_t blocks = w.size() / format.weights;
  std::vector<std::uint8_t> theirs(blocks * format.bytes);
  std::vector<std::uint8_t> ours(format.bytes);
  std::vector<float> recovered(w.size());
  std::vector<float> own(format.weights);
  ggml_quantize_chunk(type, w.data(), theirs.data(), 0, 1, static_cast<std::int64_t>(w.size()),
                      nullptr);
  ggml_get_type_traits(type)->to_float(theirs.data(), recovered.data(),
                                       static_cast<std::int64_t>(w.size()));
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::uint8_t* bytes = &theirs[b * format.bytes];
    outcome.weights += format.weights;
    const bool fits = encode_block(format, &w[b * format.weights], ours.data());
    const bool loads = ggml_validate_row_data(type, bytes, format.bytes);
    outcome.refusals_differ += fits != loads;
    if (!fits || !loads) {
      outcome.refused += format.weights;
      continue;
    }
    outcome.bytes_differ += !std::equal(ours.begin(), ours.end(), bytes);
    groupwise::ggml::Block block;
    bool same = read_block(format, bytes, block);
    recover(format, block, own.data());
    for (std::size_t i = 0; i < format.weights; ++i) {
      same &= std::bit_cast<std::uint32_t>(own[i]) ==
              std::bit_cast<std::uint32_t>(recovered[b * format.weights + i]);
    }
    outcome.weights_differ += !same;
  }
}

bool compare_all(const GgmlFormat& format, double count) {
  const ggml_type type = type_of(format);
  if (ggml_type_size(type) != format.bytes || ggml_blck_size(type) != format.weights) {
    std::fprintf(stderr, "a block of %s has another size in ggml\n", format.name);
    return false;
  }
  ggml_quantize_init(type);
  Weights random(1);
  Piece w(piece);
  Outcome outcome;
  for (const Kind& kind : kinds) {
    Outcome of_kind;
    while (static_cast<double>(of_kind.weights) < count / std::size(kinds)) {
      kind.fill(random, w);
      compare(format, type, w, of_kind);
    }
    if (of_kind.bytes_differ + of_kind.weights_differ + of_kind.refusals_differ > 0) {
      std::printf("  %s: %llu, %llu, %llu blocks differ\n", kind.name,
                  static_cast<unsigned long long>(of_kind.bytes_differ),
                  static_cast<unsigned long long>(of_kind.weights_differ),
                  static_cast<unsigned long long>(of_kind.refusals_differ));
    }
    outcome.weights += of_kind.weights;
    outcome.bytes_differ += of_kind.bytes_differ;
    outcome.weights_differ += of_kind.weights_differ;
    outcome.refused += of_kind.refused;
    outcome.refusals_differ += of_kind.refusals_differ;
  }
  std::printf(
      "%s: %llu weights, of which %llu in blocks that are refused; blocks that differ in bytes "
      "%llu, in recovered weights %llu, in whether they are refused %llu\n",
      format.name, static_cast<unsigned long long>(outcome.weights),
      static_cast<unsigned long long>(outcome.refused),
      static_cast<unsigned long long>(outcome.bytes_differ),
      static_cast<unsigned long long>(outcome.weights_differ),
      static_cast<unsigned long long>(outcome.refusals_differ));
  std::fflush(stdout);
  return outcome.bytes_differ + outcome.weights_differ + outcome.refusals_differ == 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> named(words + std::min(count, 2), words + count);
  bool same = true;
  for (const GgmlFormat& format : groupwise::ggml::ggml_formats) {
    if (named.empty() || std::find(named.begin(), named.end(), format.name) != named.end()) {
      same &= compare_all(format, std::atof(words[1]));
    }
  }
  return same ? EXIT_SUCCESS : EXIT_FAILURE;
}
