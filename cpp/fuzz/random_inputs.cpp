// Runs the fuzzer's target without libFuzzer: a given number of random inputs, the same every time,
// or the files named, to see one input again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::vector<std::uint8_t>& input) {
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

/// Random bytes; in every second input the weights get exponents near each other.
std::vector<std::uint8_t> random_input(std::mt19937& random) {
  constexpr std::size_t header = 15;  // before the weights
  std::vector<std::uint8_t> input(header + random() % 1200);
  for (auto& byte : input) byte = static_cast<std::uint8_t>(random());
  if (random() % 2 == 0) {
    const auto exponent = static_cast<std::uint8_t>(random() % 126);
    for (std::size_t i = header + 3; i < input.size(); i += 4) {
      input[i] = static_cast<std::uint8_t>((input[i] & 0x80U) | (exponent + input[i] % 2U));
    }
  }
  return input;
}

void run_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path);
    std::exit(2);
  }
  run({std::istreambuf_iterator<char>(file), {}});
}

}  // namespace

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "1000";
  if (first.find_first_not_of("0123456789") != std::string::npos) {
    for (int i = 1; i < count; ++i) run_file(arguments[i]);
    return 0;
  }
  std::mt19937 random(1);
  for (int i = std::stoi(first); i > 0; --i) run(random_input(random));
  std::printf("%s inputs\n", first.c_str());
}
