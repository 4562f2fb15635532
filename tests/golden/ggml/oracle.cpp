// ggml's own quantizers as a filter, from standard input to standard output:
//   oracle quantize TYPE COLUMNS [IMPORTANCES]   rows of f32 weights -> the type's bytes
//   oracle dequantize TYPE                       the type's bytes -> f32
//   oracle validate TYPE                         prints the indices of the blocks ggml refuses
//   oracle version
// A type's name is ggml's, in any case.
#include <ggml.h>
#include <strings.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Bytes = std::vector<char>;

Bytes read_all(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<float> floats_of(const Bytes& bytes) {
  std::vector<float> floats(bytes.size() / sizeof(float));
  std::memcpy(floats.data(), bytes.data(), floats.size() * sizeof(float));
  return floats;
}

void write(const void* data, std::size_t size) {
  std::cout.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
}

ggml_type type_named(const std::string& name) {
  for (int i = 0; i < GGML_TYPE_COUNT; ++i) {
    const auto type = static_cast<ggml_type>(i);
    const char* known = ggml_get_type_traits(type)->type_name;
    if (known != nullptr && strcasecmp(name.c_str(), known) == 0) return type;
  }
  throw std::invalid_argument("ggml has no type " + name);
}

void quantize(ggml_type type, std::int64_t columns, const float* importances) {
  const std::vector<float> weights = floats_of(read_all(std::cin));
  const auto rows = static_cast<std::int64_t>(weights.size()) / columns;
  Bytes bytes(static_cast<std::size_t>(rows) * ggml_row_size(type, columns));
  ggml_quantize_init(type);
  ggml_quantize_chunk(type, weights.data(), bytes.data(), 0, rows, columns, importances);
  write(bytes.data(), bytes.size());
}

void dequantize(ggml_type type) {
  const Bytes bytes = read_all(std::cin);
  const auto blocks = bytes.size() / ggml_type_size(type);
  std::vector<float> weights(blocks * static_cast<std::size_t>(ggml_blck_size(type)));
  ggml_get_type_traits(type)->to_float(bytes.data(), weights.data(),
                                       static_cast<std::int64_t>(weights.size()));
  write(weights.data(), weights.size() * sizeof(float));
}

void validate(ggml_type type) {
  const Bytes bytes = read_all(std::cin);
  const std::size_t size = ggml_type_size(type);
  for (std::size_t block = 0; block < bytes.size() / size; ++block) {
    if (!ggml_validate_row_data(type, bytes.data() + block * size, size)) {
      std::cout << block << '\n';
    }
  }
}

int run(const std::vector<std::string>& words) {
  const std::string& command = words.at(0);
  if (command == "version") {
    std::cout << ggml_version() << '\n';
    return EXIT_SUCCESS;
  }
  const ggml_type type = type_named(words.at(1));
  if (command == "quantize") {
    std::vector<float> importances;
    if (words.size() > 3) {
      std::ifstream file(words[3], std::ios::binary);
      importances = floats_of(read_all(file));
    }
    quantize(type, std::stoll(words.at(2)), importances.empty() ? nullptr : importances.data());
  } else if (command == "dequantize") {
    dequantize(type);
  } else if (command == "validate") {
    validate(type);
  } else {
    throw std::invalid_argument("unknown command " + command);
  }
  return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run({words + 1, words + count});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
