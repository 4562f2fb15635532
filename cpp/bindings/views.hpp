#pragma once

#include <emscripten/val.h>

#include <span>

namespace groupwise::bindings {

// Typed arrays over wasm memory, each with the name that TypeScript knows it by.
EMSCRIPTEN_DECLARE_VAL_TYPE(Floats)
EMSCRIPTEN_DECLARE_VAL_TYPE(Doubles)
EMSCRIPTEN_DECLARE_VAL_TYPE(Codes)
EMSCRIPTEN_DECLARE_VAL_TYPE(Bytes)

template <class View, class T>
View view(std::span<T> values) {
  return View(emscripten::val(emscripten::typed_memory_view(values.size(), values.data())));
}

}  // namespace groupwise::bindings
