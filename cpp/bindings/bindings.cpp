// The only place that knows Emscripten: what JavaScript sees of the core, as one flat table.
#include <emscripten/bind.h>

#include "groupwise/storage.hpp"
#include "threads.hpp"
#include "workspace.hpp"

namespace groupwise::bindings {
namespace {

/// A request as the core understood it: sizes resolved, or what was wrong with it.
struct Plan {
  int error;
  double length, groupSize, rowLength, numGroups, qmax;
};

Plan plan_of(const Request& request, const Layout& layout) {
  return {0,
          static_cast<double>(layout.length),
          static_cast<double>(layout.group_size),
          static_cast<double>(layout.row_length),
          static_cast<double>(layout.num_groups()),
          static_cast<double>(format_of(request).qmax())};
}

Plan refused(Status status) { return {static_cast<int>(status.code), 0, 0, 0, 0, 0}; }

Plan plan(const Request& request) {
  Layout layout;
  if (const Status status = validate(format_of(request)); !status.ok()) {
    return refused(status);
  }
  if (const Status status = layout_of(request, layout); !status.ok()) {
    return refused(status);
  }
  return plan_of(request, layout);
}

/// The piece of a valid request that starts with a group: see piece_at.
Plan piece(const Request& request, double first_group, double max_weights) {
  Layout layout;
  if (const Status status = layout_of(request, layout); !status.ok()) {
    return refused(status);
  }
  return plan_of(request, piece_at(layout, whole(first_group), whole(max_weights)));
}

/// Of a valid request.
Storage storage(const Request& request) {
  Layout layout;
  (void)layout_of(request, layout);
  return groupwise::storage(integer_plan(layout, format_of(request)));
}

/// Measurement with counts that JavaScript can hold.
struct Figures {
  double maxAbs, meanAbs, rmse, bias, sqnrDb, cosine, zeroed, clipped;
};

Figures figures(const Measurer& measurer) {
  const Measurement m = measurer.result();
  return {m.max_abs,
          m.mean_abs,
          m.rmse,
          m.bias,
          m.sqnr_db,
          m.cosine,
          static_cast<double>(m.zeroed),
          static_cast<double>(m.clipped)};
}

Measurer* make_measurer(const Request& request) {
  return new Measurer(integer_plan({}, format_of(request)));
}
Measurer* copy(const Measurer& measurer) { return new Measurer(measurer); }

}  // namespace

EMSCRIPTEN_BINDINGS(groupwise) {
  using namespace emscripten;

  value_object<Request>("Request")
      .field("length", &Request::length)
      .field("groupKind", &Request::groupKind)
      .field("groupSize", &Request::groupSize)
      .field("hasRowLength", &Request::hasRowLength)
      .field("rowLength", &Request::rowLength)
      .field("bits", &Request::bits)
      .field("rounding", &Request::rounding)
      .field("scaleKind", &Request::scaleKind)
      .field("digits", &Request::digits)
      .field("hasCustomScale", &Request::hasCustomScale)
      .field("customScale", &Request::customScale);
  value_object<Plan>("Plan")
      .field("error", &Plan::error)
      .field("length", &Plan::length)
      .field("groupSize", &Plan::groupSize)
      .field("rowLength", &Plan::rowLength)
      .field("numGroups", &Plan::numGroups)
      .field("qmax", &Plan::qmax);
  value_object<Outcome>("Outcome").field("error", &Outcome::error).field("index", &Outcome::index);
  value_object<Figures>("Figures")
      .field("maxAbs", &Figures::maxAbs)
      .field("meanAbs", &Figures::meanAbs)
      .field("rmse", &Figures::rmse)
      .field("bias", &Figures::bias)
      .field("sqnrDb", &Figures::sqnrDb)
      .field("cosine", &Figures::cosine)
      .field("zeroed", &Figures::zeroed)
      .field("clipped", &Figures::clipped);
  value_object<Storage>("StorageFigures")
      .field("originalBytes", &Storage::original_bytes)
      .field("codeBytes", &Storage::code_bytes)
      .field("scaleBytes", &Storage::scale_bytes)
      .field("totalBytes", &Storage::total_bytes)
      .field("ratio", &Storage::ratio)
      .field("savedPercent", &Storage::saved_percent)
      .field("bitsPerWeight", &Storage::bits_per_weight)
      .field("numGroups", &Storage::num_groups);

  class_<Measurer>("Measurer")
      .constructor(&make_measurer, allow_raw_pointers())
      .function("copy", &copy, allow_raw_pointers())
      .function("figures", &figures);
  class_<Workspace>("Workspace")
      .constructor<>()
      .function("resizeWeights", &Workspace::resizeWeights)
      .function("resizeCodes", &Workspace::resizeCodes)
      .function("weights", &Workspace::weights)
      .function("codes", &Workspace::codes)
      .function("scales", &Workspace::scales)
      .function("groupMaxErrors", &Workspace::groupMaxErrors)
      .function("recovered", &Workspace::recovered)
      .function("quantize", &Workspace::quantize)
      .function("dequantize", &Workspace::dequantize)
      .function("measure", &Workspace::measure);
  class_<Tracer>("Tracer")
      .constructor<>()
      .function("resizeWeights", &Tracer::resizeWeights)
      .function("weights", &Tracer::weights)
      .function("trace", &Tracer::trace)
      .function("starts", &Tracer::starts)
      .function("absmax", &Tracer::absmax)
      .function("exactScales", &Tracer::exactScales)
      .function("scales", &Tracer::scales)
      .function("maxErrors", &Tracer::maxErrors)
      .function("quotients", &Tracer::quotients)
      .function("rounded", &Tracer::rounded)
      .function("codes", &Tracer::codes)
      .function("recovered", &Tracer::recovered)
      .function("errors", &Tracer::errors);

  function("plan", &plan);
  function("piece", &piece);
  function("storage", &storage);
  function("startThreads", &startThreads);
  function("stopThreads", &stopThreads);
}

}  // namespace groupwise::bindings
