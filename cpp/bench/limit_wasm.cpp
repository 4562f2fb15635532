// The limits as a wasm module of their own, for the benchmarks in Node and in the browser.
#include "limit.hpp"

using groupwise::bench::Vector;

extern "C" {

__attribute__((export_name("narrow"))) void narrow(const Vector* from, std::size_t vectors,
                                                   Vector* to) {
  groupwise::bench::limit_narrow(from, vectors, to);
}

__attribute__((export_name("widen"))) void widen(const Vector* from, std::size_t vectors,
                                                 Vector* to) {
  groupwise::bench::limit_widen(from, vectors, to);
}
}
