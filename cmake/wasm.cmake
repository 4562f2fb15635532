# Each variant is the whole core and its bindings, compiled with flags of its own. The glue for
# browsers and the glue for Node are linked apart: one for both would bring `node:` imports into
# bundles.

set(link_options
  -O3 -sSTRICT --no-entry -lembind -sEMBIND_AOT
  -sMODULARIZE -sEXPORT_ES6 -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
  -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB
  -sINCOMING_MODULE_JS_API=instantiateWasm,mainScriptUrlOrBlob
  "SHELL:--closure 1")

set(small_sources cpp/bindings/bindings.cpp ${core_sources})
list(REMOVE_ITEM small_sources ${fast_sources})

# groupwise_wasm_variant(NAME name ENVIRONMENT env SOURCES ... FLAGS ... LINK ...)
function(groupwise_wasm_variant)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;ENVIRONMENT" "SOURCES;FLAGS;LINK")
  add_executable(${arg_NAME} cpp/bindings/bindings.cpp ${core_sources} ${arg_SOURCES})
  groupwise_core_settings(${arg_NAME})
  target_compile_options(${arg_NAME} PRIVATE -O3 -sSTRICT ${arg_FLAGS})
  # Only the kernels, and what a group needs, are worth their size.
  set_source_files_properties(${small_sources} PROPERTIES COMPILE_OPTIONS -Oz)
  target_link_options(${arg_NAME} PRIVATE
    ${link_options} ${arg_FLAGS} ${arg_LINK} -sENVIRONMENT=${arg_ENVIRONMENT}
    "SHELL:--emit-tsd ${arg_NAME}.d.mts")
  set_target_properties(${arg_NAME} PROPERTIES
    SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endfunction()

set(threads_link -sPTHREAD_POOL_SIZE=Module["pthreadPoolSize"] -sPTHREAD_POOL_SIZE_STRICT=2
  -Wno-pthreads-mem-growth)

groupwise_wasm_variant(NAME scalar ENVIRONMENT web,worker SOURCES ${no_simd_sources}
  FLAGS -fno-vectorize -fno-slp-vectorize LINK -sINITIAL_HEAP=1MB)
groupwise_wasm_variant(NAME simd ENVIRONMENT web,worker SOURCES ${simd_sources} FLAGS -msimd128
  LINK -sINITIAL_HEAP=1MB)
groupwise_wasm_variant(NAME threads ENVIRONMENT web,worker SOURCES ${simd_sources}
  FLAGS -msimd128 -pthread LINK ${threads_link})
groupwise_wasm_variant(NAME threads-node ENVIRONMENT node SOURCES ${simd_sources}
  FLAGS -msimd128 -pthread LINK ${threads_link})
