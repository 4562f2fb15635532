// The only place that knows Emscripten: what JavaScript sees of the core, as one flat table.
// Names of enums, and of errors, are written here once; TypeScript's types are made from them.
#include <emscripten/bind.h>

#include "format_table.hpp"
#include "threads.hpp"
#include "workspace.hpp"

namespace groupwise::bindings {
namespace {

double zeroed(const Measurement& m) { return static_cast<double>(m.zeroed); }
double clipped(const Measurement& m) { return static_cast<double>(m.clipped); }
void ignore(Measurement&, double) {}

Measurer* make_measurer(const PlanHandle& plan) { return new Measurer(plan.whole_plan()); }
Measurer* copy(const Measurer& measurer) { return new Measurer(measurer); }

}  // namespace

EMSCRIPTEN_BINDINGS(groupwise) {
  using namespace emscripten;

  enum_<ErrorCode>("ErrorCode", enum_value_type::string)
      .value("none", ErrorCode::none)
      .value("non-finite-weight", ErrorCode::non_finite_weight)
      .value("invalid-bits", ErrorCode::invalid_bits)
      .value("invalid-group-size", ErrorCode::invalid_group_size)
      .value("invalid-row-length", ErrorCode::invalid_row_length)
      .value("invalid-scale-format", ErrorCode::invalid_scale_format)
      .value("invalid-custom-scale", ErrorCode::invalid_custom_scale)
      .value("length-mismatch", ErrorCode::length_mismatch)
      .value("scale-overflow", ErrorCode::scale_overflow)
      .value("invalid-scale", ErrorCode::invalid_scale)
      .value("invalid-code", ErrorCode::invalid_code)
      .value("unknown-format", ErrorCode::unknown_format)
      .value("unsupported-option", ErrorCode::option_not_taken)
      .value("length-not-in-blocks", ErrorCode::length_not_in_blocks)
      .value("invalid-bytes", ErrorCode::invalid_bytes)
      .value("cannot-pack", ErrorCode::unstorable)
      .value("out-of-memory", ErrorCode::out_of_memory);
  enum_<GroupSize::Kind>("GroupKind", enum_value_type::string)
      .value("count", GroupSize::Kind::count)
      .value("row", GroupSize::Kind::row)
      .value("tensor", GroupSize::Kind::tensor);
  enum_<Rounding>("Rounding", enum_value_type::string)
      .value("half-away", Rounding::half_away)
      .value("half-even", Rounding::half_even)
      .value("truncate", Rounding::truncate);
  enum_<ScaleFormat::Kind>("ScaleKind", enum_value_type::string)
      .value("float32", ScaleFormat::Kind::float32)
      .value("float16", ScaleFormat::Kind::float16)
      .value("bfloat16", ScaleFormat::Kind::bfloat16)
      .value("decimal", ScaleFormat::Kind::decimal);
  enum_<StepInfo::Per>("StepPer", enum_value_type::string)
      .value("block", StepInfo::Per::block)
      .value("group", StepInfo::Per::group)
      .value("weight", StepInfo::Per::weight);
  enum_<Field::Kind>("FieldKind", enum_value_type::string)
      .value("code", Field::Kind::code)
      .value("scale", Field::Kind::scale)
      .value("offset", Field::Kind::offset)
      .value("sub-scale", Field::Kind::sub_scale)
      .value("sub-offset", Field::Kind::sub_offset)
      .value("padding", Field::Kind::padding);

  register_optional<double>();
  register_optional<GroupSize::Kind>();
  register_optional<Rounding>();
  register_optional<ScaleFormat::Kind>();
  register_type<Floats>("Float32Array");
  register_type<Doubles>("Float64Array");
  register_type<Codes>("Int8Array");
  register_type<Bytes>("Uint8Array");

  value_object<PlanOptions>("PlanOptions")
      .field("groupKind", &PlanOptions::groupKind)
      .field("groupSize", &PlanOptions::groupSize)
      .field("rowLength", &PlanOptions::rowLength)
      .field("bits", &PlanOptions::bits)
      .field("rounding", &PlanOptions::rounding)
      .field("scale", &PlanOptions::scale)
      .field("digits", &PlanOptions::digits)
      .field("customScale", &PlanOptions::customScale);
  value_object<Outcome>("Outcome").field("error", &Outcome::error).field("index", &Outcome::index);
  value_object<PlanSizes>("PlanSizes")
      .field("length", &PlanSizes::length)
      .field("groupSize", &PlanSizes::groupSize)
      .field("rowLength", &PlanSizes::rowLength)
      .field("numGroups", &PlanSizes::numGroups)
      .field("blockLength", &PlanSizes::blockLength)
      .field("numBlocks", &PlanSizes::numBlocks)
      .field("bytes", &PlanSizes::bytes)
      .field("leastCode", &PlanSizes::leastCode)
      .field("mostCode", &PlanSizes::mostCode);
  value_object<Piece>("Piece")
      .field("start", &Piece::start)
      .field("end", &Piece::end)
      .field("firstGroup", &Piece::firstGroup)
      .field("lastGroup", &Piece::lastGroup)
      .field("firstBlock", &Piece::firstBlock)
      .field("firstByte", &Piece::firstByte)
      .field("lastByte", &Piece::lastByte);
  value_object<Measurement>("Figures")
      .field("maxAbs", &Measurement::max_abs)
      .field("meanAbs", &Measurement::mean_abs)
      .field("rmse", &Measurement::rmse)
      .field("bias", &Measurement::bias)
      .field("sqnrDb", &Measurement::sqnr_db)
      .field("cosine", &Measurement::cosine)
      .field("zeroed", &zeroed, &ignore)
      .field("clipped", &clipped, &ignore);
  value_object<Storage>("StorageFigures")
      .field("originalBytes", &Storage::original_bytes)
      .field("codeBytes", &Storage::code_bytes)
      .field("scaleBytes", &Storage::scale_bytes)
      .field("totalBytes", &Storage::total_bytes)
      .field("ratio", &Storage::ratio)
      .field("savedPercent", &Storage::saved_percent)
      .field("bitsPerWeight", &Storage::bits_per_weight)
      .field("numGroups", &Storage::num_groups);
  value_object<Takes>("Takes")
      .field("groupSize", &Takes::group_size)
      .field("bits", &Takes::bits)
      .field("rounding", &Takes::rounding)
      .field("scale", &Takes::scale)
      .field("customScale", &Takes::custom_scale);
  value_object<FormatRecord>("FormatRecord")
      .field("name", &FormatRecord::name)
      .field("family", &FormatRecord::family)
      .field("title", &FormatRecord::title)
      .field("source", &FormatRecord::source)
      .field("block", &FormatRecord::block)
      .field("group", &FormatRecord::group)
      .field("blockBytes", &FormatRecord::blockBytes)
      .field("takes", &FormatRecord::takes)
      .field("hasOffsets", &FormatRecord::hasOffsets)
      .field("hasSubScales", &FormatRecord::hasSubScales)
      .field("numLevels", &FormatRecord::numLevels)
      .field("numSteps", &FormatRecord::numSteps);
  value_object<StepRecord>("StepRecord")
      .field("name", &StepRecord::name)
      .field("label", &StepRecord::label)
      .field("formula", &StepRecord::formula)
      .field("per", &StepRecord::per);
  value_object<Field>("Field")
      .field("kind", &Field::kind)
      .field("bit", &Field::bit)
      .field("bits", &Field::bits)
      .field("at", &Field::at)
      .field("shift", &Field::shift)
      .field("count", &Field::count)
      .field("step", &Field::step);

  class_<PlanHandle>("Plan")
      .constructor<std::string, double, PlanOptions>()
      .function("outcome", &PlanHandle::outcome)
      .function("sizes", &PlanHandle::sizes)
      .function("choose", &PlanHandle::choose)
      .function("storage", &PlanHandle::storage);
  class_<FieldList>("FieldList")
      .constructor<const PlanHandle&, double>()
      .function("size", &FieldList::size)
      .function("at", &FieldList::at);
  class_<Measurer>("Measurer")
      .constructor(&make_measurer, allow_raw_pointers())
      .function("copy", &copy, allow_raw_pointers())
      .function("figures", &Measurer::result);
  class_<Workspace>("Workspace")
      .constructor<>()
      .function("resizeWeights", &Workspace::resizeWeights)
      .function("resizeQuantized", &Workspace::resizeQuantized)
      .function("resizeBytes", &Workspace::resizeBytes)
      .function("weights", &Workspace::weights)
      .function("codes", &Workspace::codes)
      .function("scales", &Workspace::scales)
      .function("offsets", &Workspace::offsets)
      .function("blockScales", &Workspace::blockScales)
      .function("blockOffsets", &Workspace::blockOffsets)
      .function("subScales", &Workspace::subScales)
      .function("subOffsets", &Workspace::subOffsets)
      .function("groupMaxErrors", &Workspace::groupMaxErrors)
      .function("recovered", &Workspace::recovered)
      .function("bytes", &Workspace::bytes)
      .function("quantize", &Workspace::quantize)
      .function("dequantize", &Workspace::dequantize)
      .function("encode", &Workspace::encode)
      .function("decode", &Workspace::decode)
      .function("pack", &Workspace::pack)
      .function("unpack", &Workspace::unpack)
      .function("measure", &Workspace::measure);
  class_<Tracer>("Tracer")
      .constructor<>()
      .function("resizeWeights", &Tracer::resizeWeights)
      .function("weights", &Tracer::weights)
      .function("trace", &Tracer::trace)
      .function("starts", &Tracer::starts)
      .function("step", &Tracer::step)
      .function("codes", &Tracer::codes)
      .function("scales", &Tracer::scales)
      .function("offsets", &Tracer::offsets)
      .function("maxErrors", &Tracer::maxErrors)
      .function("recovered", &Tracer::recovered)
      .function("errors", &Tracer::errors)
      .function("measured", &Tracer::measured)
      .function("storage", &Tracer::storage);

  function("numFormats", &numFormats);
  function("formatAt", &formatAt);
  function("levelAt", &levelAt);
  function("stepAt", &stepAt);
  function("startThreads", &startThreads);
  function("stopThreads", &stopThreads);
}

}  // namespace groupwise::bindings
