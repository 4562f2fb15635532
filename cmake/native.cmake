# The native library, its tests, its fuzzer and its benchmark.
find_package(Threads REQUIRED)

# groupwise_native_library(target): the core, for the vectors that the compiler's flags allow.
function(groupwise_native_library target)
  add_library(${target} STATIC ${core_sources} ${simd_sources})
  groupwise_core_settings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-uninitialized -Wno-maybe-uninitialized>) # GCC 105593: false in its own AVX-512 headers
  target_link_libraries(${target} PUBLIC Threads::Threads)
  if(GROUPWISE_SANITIZE)
    target_compile_options(${target} PUBLIC
      -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined,float-cast-overflow)
  endif()
  if(GROUPWISE_FUZZ)
    target_compile_options(${target} PUBLIC -fsanitize=fuzzer-no-link)
  endif()
endfunction()

groupwise_native_library(groupwise)
add_library(groupwise::groupwise ALIAS groupwise)

# For find_package(groupwise).
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/groupwise")
write_basic_package_version_file(groupwise-config-version.cmake COMPATIBILITY SameMinorVersion)
install(TARGETS groupwise EXPORT groupwise-targets)
install(DIRECTORY cpp/include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT groupwise-targets NAMESPACE groupwise:: DESTINATION "${package_folder}")
install(FILES cmake/groupwise-config.cmake "${CMAKE_CURRENT_BINARY_DIR}/groupwise-config-version.cmake"
  DESTINATION "${package_folder}")

include(CTest)
if(BUILD_TESTING)
  add_subdirectory(tests/native)
endif()
if(BUILD_TESTING OR GROUPWISE_FUZZ)
  add_subdirectory(cpp/fuzz)
endif()
if(GROUPWISE_BENCH)
  groupwise_native_library(groupwise_for_this_machine)
  target_compile_options(groupwise_for_this_machine PRIVATE -march=native)
  add_subdirectory(cpp/bench)
endif()
