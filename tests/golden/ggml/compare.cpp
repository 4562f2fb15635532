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
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "../../native/support/random.hpp"
#include "formats/ggml/rows.hpp"

namespace {

using groupwise::FormatInfo;
using groupwise::FormatRow;
using groupwise::Kernels;

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

ggml_type type_of(const FormatInfo& format) {
  for (int i = 0; i < GGML_TYPE_COUNT; ++i) {
    const auto type = static_cast<ggml_type>(i);
    const char* name = ggml_get_type_traits(type)->type_name;
    if (name != nullptr && strcasecmp(name, format.name.data()) == 0) return type;
  }
  std::fprintf(stderr, "ggml has no type %s\n", format.name.data());
  std::exit(EXIT_FAILURE);
}

// Counts blocks, but for the weights.
struct Outcome {
  std::uint64_t weights = 0, refused = 0, bytes = 0, recovered = 0, refusals = 0;

  void add(const Outcome& other) {
    weights += other.weights;
    refused += other.refused;
    bytes += other.bytes;
    recovered += other.recovered;
    refusals += other.refusals;
  }
  [[nodiscard]] bool differs() const { return bytes + recovered + refusals > 0; }
};

bool same_bits(const float* a, const float* b, std::size_t count) {
  return std::memcmp(a, b, count * sizeof(float)) == 0;
}

void compare(const FormatRow& row, const Kernels& kernels, ggml_type type, const Piece& w,
             Outcome& outcome) {
  const FormatInfo& format = row.info;
  const std::size_t blocks = w.size() / format.block;
  std::vector<std::uint8_t> theirs(blocks * format.block_bytes);
  std::vector<std::uint8_t> ours(theirs.size());
  std::vector<float> recovered(w.size());
  std::vector<float> own(format.block);
  ggml_quantize_chunk(type, w.data(), theirs.data(), 0, 1, static_cast<std::int64_t>(w.size()),
                      nullptr);
  ggml_get_type_traits(type)->to_float(theirs.data(), recovered.data(),
                                       static_cast<std::int64_t>(w.size()));
  kernels.encode(w.data(), {format.block, blocks}, {}, ours.data());
  outcome.weights += w.size();
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::uint8_t* bytes = &theirs[b * format.block_bytes];
    const std::uint8_t* own_bytes = &ours[b * format.block_bytes];
    std::size_t fault = 0;
    const bool fits = kernels.decode(own_bytes, {format.block, 1}, {}, own.data(), &fault);
    const bool loads = ggml_validate_row_data(type, bytes, format.block_bytes);
    outcome.refusals += fits != loads;
    if (!fits || !loads) {
      outcome.refused += format.block;
      continue;
    }
    outcome.bytes += !std::equal(bytes, bytes + format.block_bytes, own_bytes);
    outcome.recovered += !same_bits(own.data(), &recovered[b * format.block], format.block);
  }
}

bool compare_all(const FormatRow& row, const char* kernels_name, const Kernels& kernels,
                 double count) {
  const FormatInfo& format = row.info;
  const ggml_type type = type_of(format);
  if (ggml_type_size(type) != format.block_bytes ||
      ggml_blck_size(type) != static_cast<std::int64_t>(format.block)) {
    std::fprintf(stderr, "a block of %s has another size in ggml\n", format.name.data());
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
      compare(row, kernels, type, w, of_kind);
    }
    if (of_kind.differs()) std::printf("  differs: %s\n", kind.name);
    outcome.add(of_kind);
  }
  std::printf(
      "%s %s: %.0f weights, %.0f of them in refused blocks; blocks that differ: bytes %.0f, "
      "recovered weights %.0f, refusals %.0f\n",
      format.name.data(), kernels_name, static_cast<double>(outcome.weights),
      static_cast<double>(outcome.refused), static_cast<double>(outcome.bytes),
      static_cast<double>(outcome.recovered), static_cast<double>(outcome.refusals));
  std::fflush(stdout);
  return !outcome.differs();
}

}  // namespace

int main(int count, char** words) {
  const double weights = std::atof(words[1]);
  const std::vector<std::string_view> named(words + 2, words + count);
  bool same = true;
  for (const FormatRow& row : groupwise::ggml_rows) {
    const auto found = std::find(named.begin(), named.end(), row.info.name);
    if (!named.empty() && found == named.end()) continue;
    same &= compare_all(row, "reference", *row.reference, weights);
    if (row.simd != row.reference) same &= compare_all(row, "simd", *row.simd, weights);
  }
  return same ? EXIT_SUCCESS : EXIT_FAILURE;
}
