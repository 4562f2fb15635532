// The vectors of tests/golden/ggml.
#pragma once

#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "golden.hpp"

namespace groupwise::test {

struct GgmlCase {
  std::vector<std::uint8_t> bytes;
  std::vector<float> recovered;  ///< empty where the bytes are refused
  std::optional<std::uint64_t> overflowed_block;
};

/// The lines of each case, by keyword.
inline std::map<std::string, std::map<std::string, std::string>> ggml_lines(
    const std::string& file) {
  std::ifstream stream(GROUPWISE_GOLDEN_FOLDER "/ggml/" + file + ".txt");
  if (!stream) throw std::runtime_error("no golden vectors of " + file);
  std::map<std::string, std::map<std::string, std::string>> cases;
  std::string name;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) continue;
    const std::string keyword = line.substr(0, space);
    const std::string rest = line.substr(space + 1);
    if (keyword == "case") {
      name = rest;
    } else {
      cases[name][keyword] = rest;
    }
  }
  return cases;
}

inline std::vector<float> ggml_floats(const std::string& text) {
  std::istringstream line(text);
  return golden::detail::read_floats(line);
}

inline std::vector<std::uint8_t> ggml_bytes(const std::string& hex) {
  std::vector<std::uint8_t> bytes(hex.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(std::stoul(hex.substr(2 * i, 2), nullptr, 16));
  }
  return bytes;
}

inline std::map<std::string, std::vector<float>> ggml_weights() {
  std::map<std::string, std::vector<float>> all;
  for (const auto& [name, lines] : ggml_lines("weights")) {
    all[name] = ggml_floats(lines.at("weights"));
  }
  return all;
}

inline std::map<std::string, GgmlCase> ggml_cases(const std::string& format) {
  std::map<std::string, GgmlCase> all;
  for (const auto& [name, lines] : ggml_lines(format)) {
    GgmlCase& found = all[name];
    found.bytes = ggml_bytes(lines.at("bytes"));
    if (lines.contains("recovered")) {
      found.recovered = ggml_floats(lines.at("recovered"));
    } else {
      const std::string& error = lines.at("error");
      found.overflowed_block = std::stoull(error.substr(error.rfind(' ')));
    }
  }
  return all;
}

}  // namespace groupwise::test
