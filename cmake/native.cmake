# The native library, its tests, its fuzzer and its benchmark.
find_package(Threads REQUIRED)

add_library(groupwise STATIC ${core_sources} ${simd_sources})
groupwise_core_settings(groupwise)
# xsimd takes the widest vectors of the machine that it is compiled for.
target_compile_options(groupwise PUBLIC -march=native PRIVATE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-uninitialized -Wno-maybe-uninitialized>) # GCC 105593: false in its own AVX-512 headers
target_link_libraries(groupwise PUBLIC Threads::Threads)

if(GROUPWISE_SANITIZE)
  target_compile_options(groupwise PUBLIC
    -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(groupwise PUBLIC -fsanitize=address,undefined,float-cast-overflow)
endif()

if(GROUPWISE_FUZZ)
  target_compile_options(groupwise PUBLIC -fsanitize=fuzzer-no-link)
endif()

include(CTest)
if(BUILD_TESTING)
  add_subdirectory(tests/native)
endif()
if(BUILD_TESTING OR GROUPWISE_FUZZ)
  add_subdirectory(cpp/fuzz)
endif()
if(GROUPWISE_BENCH)
  add_subdirectory(cpp/bench)
endif()
