// Reads the golden vectors; README.md beside this file describes their format.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace golden {

struct Options {
  std::string group_size = "32";  // a number, "row" or "tensor"
  std::optional<std::uint64_t> row_length;
  int bits = 8;
  std::string rounding = "half-away";
  std::string scale = "float32";  // "float32", "float16", "bfloat16" or "digits"
  int digits = 0;                 // for "digits"
  std::optional<double> custom_scale;
};

struct Error {
  std::string code;
  std::string where;  // "index", "group" or nothing
  std::uint64_t position = 0;
};

struct GoldenCase {
  std::string name;
  Options options;
  std::uint64_t length = 0;
  std::vector<float> weights;
  std::optional<Error> error;
  std::vector<std::int8_t> codes;
  std::vector<float> scales, group_max_error, recovered;
  std::map<std::string, double> measure, storage;  // by the names of the TypeScript API
};

namespace detail {

inline std::vector<float> read_floats(std::istream& line) {
  std::vector<float> values;
  for (std::uint32_t bits; line >> std::hex >> bits;) values.push_back(std::bit_cast<float>(bits));
  return values;
}

inline std::pair<std::string, double> read_figure(std::istream& line) {
  std::string name, text;
  line >> name >> text;
  if (name == "maxAbs") {
    const auto bits = static_cast<std::uint32_t>(std::stoul(text, nullptr, 16));
    return {name, std::bit_cast<float>(bits)};
  }
  return {name, std::strtod(text.c_str(), nullptr)};  // std::stod throws for what underflows
}

inline double read_f64(std::istream& line) {
  std::string text;
  line >> text;
  return std::strtod(text.c_str(), nullptr);
}

inline std::vector<std::int8_t> read_codes(std::istream& line) {
  std::vector<std::int8_t> codes;
  for (int code; line >> code;) codes.push_back(static_cast<std::int8_t>(code));
  return codes;
}

inline void read_scale(std::istream& line, Options& options) {
  line >> options.scale;
  if (options.scale == "digits") line >> options.digits;
}

inline void read_error(std::istream& line, GoldenCase& into) {
  auto& error = into.error.emplace();
  line >> error.code >> error.where >> error.position;
}

using Reader = void (*)(std::istream&, GoldenCase&);

inline const std::map<std::string, Reader> readers = {
    {"groupSize", [](auto& line, auto& into) { line >> into.options.group_size; }},
    {"rowLength", [](auto& line, auto& into) { line >> into.options.row_length.emplace(); }},
    {"bits", [](auto& line, auto& into) { line >> into.options.bits; }},
    {"rounding", [](auto& line, auto& into) { line >> into.options.rounding; }},
    {"scale", [](auto& line, auto& into) { read_scale(line, into.options); }},
    {"customScale", [](auto& line, auto& into) { into.options.custom_scale = read_f64(line); }},
    {"length", [](auto& line, auto& into) { line >> into.length; }},
    {"weights", [](auto& line, auto& into) { into.weights = read_floats(line); }},
    {"error", [](auto& line, auto& into) { read_error(line, into); }},
    {"codes", [](auto& line, auto& into) { into.codes = read_codes(line); }},
    {"scales", [](auto& line, auto& into) { into.scales = read_floats(line); }},
    {"groupMaxError", [](auto& line, auto& into) { into.group_max_error = read_floats(line); }},
    {"recovered", [](auto& line, auto& into) { into.recovered = read_floats(line); }},
    {"measure", [](auto& line, auto& into) { into.measure.insert(read_figure(line)); }},
    {"storage", [](auto& line, auto& into) { into.storage.insert(read_figure(line)); }},
};

}  // namespace detail

inline std::vector<GoldenCase> load_golden(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read golden vectors: " + path);
  std::vector<GoldenCase> cases;
  for (std::string text; std::getline(file, text);) {
    std::istringstream line(text);
    std::string keyword;
    if (!(line >> keyword) || keyword == "end") continue;
    if (keyword == "case") {
      std::getline(line >> std::ws, cases.emplace_back().name);
    } else {
      if (cases.empty()) throw std::runtime_error("no case before " + keyword + " in " + path);
      detail::readers.at(keyword)(line, cases.back());
    }
  }
  if (cases.empty()) throw std::runtime_error("no golden vectors in " + path);
  return cases;
}

}  // namespace golden
