// The rows of ggml's formats.
#include <algorithm>
#include <array>

#include "formats/ggml/choose.hpp"
#include "formats/ggml/rows.hpp"

namespace groupwise::ggml {
namespace {

using enum Part;

constexpr Plane scale_at(std::uint8_t byte) { return {scale, 0, 8, 2, byte, 2}; }
constexpr Plane offset_at(std::uint8_t byte) { return {offset, 0, 8, 2, byte, 2}; }

constexpr Plane q8_0_planes[] = {scale_at(0), {code, 0, 8, 32, 2, 32}};
constexpr Plane q4_0_planes[] = {scale_at(0), {code, 0, 4, 32, 2, 16}};
constexpr Plane q4_1_planes[] = {scale_at(0), offset_at(2), {code, 0, 4, 32, 4, 16}};
constexpr Plane q5_0_planes[] = {scale_at(0), {code, 4, 1, 32, 2, 1}, {code, 0, 4, 32, 6, 16}};
constexpr Plane q5_1_planes[] = {
    scale_at(0), offset_at(2), {code, 4, 1, 32, 4, 1}, {code, 0, 4, 32, 8, 16}};
constexpr Plane iq4_nl_planes[] = {scale_at(0), {code, 0, 4, 32, 2, 16}};
constexpr Plane iq4_xs_planes[] = {scale_at(0),
                                   {group_scale, 4, 2, 8, 2, 1},
                                   {group_scale, 0, 4, 8, 4, 1},
                                   {code, 0, 4, 256, 8, 16}};
constexpr Plane mxfp4_planes[] = {{scale, 0, 8, 1, 0, 1}, {code, 0, 4, 32, 1, 16}};
constexpr Plane nvfp4_planes[] = {{group_scale, 0, 8, 4, 0, 4}, {code, 0, 4, 64, 4, 8}};
constexpr Plane q6_k_planes[] = {{code, 0, 4, 256, 0, 64},
                                 {code, 4, 2, 256, 128, 32},
                                 {group_scale, 0, 8, 16, 192, 16},
                                 scale_at(208)};
// Q4_K and Q5_K keep six bits of each scale and minimum in twelve bytes: the first four whole, of
// the others the low four bits by themselves and the high two above the first four.
constexpr Plane six_bits[] = {
    {group_scale, 0, 6, 4, 4, 4},        {group_offset, 0, 6, 4, 8, 4},
    {group_scale, 0, 4, 4, 12, 4, 0, 4}, {group_offset, 0, 4, 4, 12, 4, 4, 4},
    {group_scale, 4, 2, 4, 4, 4, 6, 4},  {group_offset, 4, 2, 4, 8, 4, 6, 4},
};
constexpr Plane q4_k_planes[] = {scale_at(0), offset_at(2), six_bits[0],
                                 six_bits[1], six_bits[2],  six_bits[3],
                                 six_bits[4], six_bits[5],  {code, 0, 4, 256, 16, 32}};
constexpr Plane q5_k_planes[] = {scale_at(0),
                                 offset_at(2),
                                 six_bits[0],
                                 six_bits[1],
                                 six_bits[2],
                                 six_bits[3],
                                 six_bits[4],
                                 six_bits[5],
                                 {code, 4, 1, 256, 16, 32},
                                 {code, 0, 4, 256, 48, 32}};
constexpr Plane q3_k_planes[] = {{code, 2, 1, 256, 0, 32},
                                 {code, 0, 2, 256, 32, 32},
                                 {group_scale, 0, 4, 16, 96, 8},
                                 {group_scale, 4, 2, 16, 104, 4},
                                 scale_at(108)};
constexpr Plane q2_k_planes[] = {{group_scale, 0, 4, 16, 0, 16, 0},
                                 {group_offset, 0, 4, 16, 0, 16, 4},
                                 {code, 0, 2, 256, 16, 32},
                                 scale_at(80),
                                 offset_at(82)};
constexpr Plane tq2_0_planes[] = {{code, 0, 2, 256, 0, 32}, scale_at(64)};
constexpr Plane tq1_0_planes[] = {{code, 0, base_3, 160, 0, 32},
                                  {code, 0, base_3, 80, 32, 16, 0, 160},
                                  {code, 0, base_3, 16, 48, 4, 0, 240},
                                  scale_at(52)};
constexpr Plane q1_0_planes[] = {scale_at(0), {code, 0, 1, 128, 2, 1}};
constexpr Plane q2_0_planes[] = {scale_at(0), {code, 0, 2, 64, 2, 1}};

using Per = StepInfo::Per;

// The steps that end the list of each row; rows.cpp gives their values.
constexpr auto ends = std::to_array<StepInfo>({
    {"scale", Per::group, "scale as it is read", ""},
    {"codes", Per::weight, "code", "stored number − the number of 0"},
    {"recovered", Per::weight, "recovered weight", "level(code) × scale"},
    {"errors", Per::weight, "error", "|recovered − weight|"},
});
constexpr auto ends_with_offset = std::to_array<StepInfo>({
    ends[0],
    {"offset", Per::group, "offset as it is read", ""},
    ends[1],
    {"recovered", Per::weight, "recovered weight", "code × scale + offset"},
    ends[3],
});

template <std::size_t n, std::size_t m>
constexpr std::array<StepInfo, n + m> followed_by(const std::array<StepInfo, n>& first,
                                                  const std::array<StepInfo, m>& last) {
  std::array<StepInfo, n + m> all{};
  std::copy(first.begin(), first.end(), all.begin());
  std::copy(last.begin(), last.end(), all.begin() + n);
  return all;
}

constexpr auto rounded_steps =
    followed_by(std::to_array<StepInfo>({
                    {"absmax", Per::block, "largest magnitude", "max |w|"},
                    {"exactScale", Per::block, "scale before it is stored", "absmax ÷ 127"},
                    {"inverse", Per::block, "reciprocal", "1 ÷ exactScale, 0 for 0"},
                    {"products", Per::weight, "product", "w × inverse"},
                    {"rounded", Per::weight, "rounded product", "product, ties away from zero"},
                }),
                ends);
constexpr auto signed_steps_4 =
    followed_by(std::to_array<StepInfo>({
                    {"signedMax", Per::block, "signed maximum", "the first w of the largest |w|"},
                    {"exactScale", Per::block, "scale before it is stored", "signedMax ÷ −8"},
                    {"inverse", Per::block, "reciprocal", "1 ÷ exactScale, 0 for 0"},
                    {"products", Per::weight, "product", "w × inverse"},
                    {"shifted", Per::weight, "shifted", "product + 8.5"},
                    {"cut", Per::weight, "cut", "shifted without its fraction, at most 15"},
                }),
                ends);
constexpr auto signed_steps_5 =
    followed_by(std::to_array<StepInfo>({
                    signed_steps_4[0],
                    {"exactScale", Per::block, "scale before it is stored", "signedMax ÷ −16"},
                    signed_steps_4[2],
                    signed_steps_4[3],
                    {"shifted", Per::weight, "shifted", "product + 16.5"},
                    {"cut", Per::weight, "cut", "shifted without its fraction, at most 31"},
                }),
                ends);
constexpr auto affine_steps_4 =
    followed_by(std::to_array<StepInfo>({
                    {"min", Per::block, "least weight", "min w"},
                    {"max", Per::block, "largest weight", "max w"},
                    {"exactScale", Per::block, "scale before it is stored", "(max − min) ÷ 15"},
                    {"inverse", Per::block, "reciprocal", "1 ÷ exactScale, 0 for 0"},
                    {"products", Per::weight, "product", "(w − min) × inverse"},
                    {"shifted", Per::weight, "shifted", "product + 0.5"},
                    {"cut", Per::weight, "cut", "shifted without its fraction, at most 15"},
                }),
                ends_with_offset);
constexpr auto affine_steps_5 =
    followed_by(std::to_array<StepInfo>({
                    affine_steps_4[0],
                    affine_steps_4[1],
                    {"exactScale", Per::block, "scale before it is stored", "(max − min) ÷ 31"},
                    affine_steps_4[3],
                    affine_steps_4[4],
                    affine_steps_4[5],
                    {"cut", Per::weight, "cut", "shifted without its fraction, at most 31"},
                }),
                ends_with_offset);
constexpr auto iq4_nl_steps =
    followed_by(std::to_array<StepInfo>({
                    {"foundScale", Per::block, "scale before it is stored", "the best of 16 fits"},
                    {"inverse", Per::block, "reciprocal", "1 ÷ foundScale, 0 for 0"},
                    {"products", Per::weight, "product", "w × inverse"},
                    {"levels", Per::weight, "nearest value", "of the 16, to the product"},
                }),
                ends);
constexpr auto iq4_xs_steps = followed_by(
    std::to_array<StepInfo>({
        {"foundScale", Per::group, "scale found", "the best of 16 fits"},
        {"blockScale", Per::block, "block's scale",
         "f16(the foundScale of the largest magnitude ÷ −32)"},
        {"wholeScale", Per::group, "whole-number scale",
         "foundScale ÷ (the largest ÷ −32), half to even, from −32 to 31"},
        {"products", Per::weight, "product", "w × 1 ÷ (the largest ÷ −32 × wholeScale)"},
        {"levels", Per::weight, "nearest value", "of the 16, to the product"},
    }),
    ends);
constexpr auto mxfp4_steps = followed_by(
    std::to_array<StepInfo>({
        {"absmax", Per::block, "largest magnitude", "max |w|"},
        {"exponent", Per::block, "exponent", "floor(log2(absmax)) − 2 + 127, 0 for 0"},
        {"blockScale", Per::block, "block's scale", "2^(exponent − 128)"},
        {"quotients", Per::weight, "quotient", "w ÷ blockScale"},
        {"levels", Per::weight, "nearest value", "of the 15, to the quotient; of two the first"},
    }),
    ends);
constexpr auto nvfp4_steps = followed_by(
    std::to_array<StepInfo>({
        {"absmax", Per::group, "largest magnitude", "max |w|"},
        {"exactScale", Per::group, "scale before it is stored", "absmax ÷ 6"},
        {"scaleBits", Per::group, "bits of the scale", "e4m3(exactScale), at most 448"},
        {"quotients", Per::weight, "quotient", "w ÷ scale"},
        {"levels", Per::weight, "nearest value", "of the 15, to the quotient; of two the first"},
    }),
    ends);
constexpr auto q6_k_steps = followed_by(
    std::to_array<StepInfo>({
        {"foundScale", Per::group, "scale found", "the best of 19 scales around signedMax ÷ −32"},
        {"blockScale", Per::block, "block's scale",
         "f16(the foundScale of the largest magnitude ÷ −128)"},
        {"wholeScale", Per::group, "whole-number scale",
         "foundScale ÷ (the largest ÷ −128), half to even, at most 127"},
        {"quotients", Per::weight, "quotient", "w ÷ (blockScale × wholeScale)"},
        {"numbers", Per::weight, "stored number",
         "quotient, half to even, from −32 to 31, plus 32"},
    }),
    ends);
constexpr auto q4_k_steps = followed_by(
    std::to_array<StepInfo>({
        {"foundScale", Per::group, "scale found", "of the best of 22 fits"},
        {"foundMin", Per::group, "minimum found", "minus the minimum of that fit"},
        {"blockScale", Per::block, "block's scale", "f16(the largest foundScale ÷ 63)"},
        {"blockMin", Per::block, "block's minimum", "f16(the largest foundMin ÷ 63)"},
        {"wholeScale", Per::group, "whole-number scale",
         "foundScale ÷ the largest × 63, half to even"},
        {"wholeMin", Per::group, "whole-number minimum",
         "foundMin ÷ the largest × 63, half to even"},
        {"quotients", Per::weight, "quotient",
         "(w + blockMin × wholeMin) ÷ (blockScale × wholeScale)"},
        {"numbers", Per::weight, "stored number", "quotient, half to even, from 0 to 15"},
    }),
    ends_with_offset);
constexpr auto q5_k_steps = followed_by(
    std::to_array<StepInfo>({
        {"foundScale", Per::group, "scale found", "of the best of 17 fits"},
        q4_k_steps[1],
        q4_k_steps[2],
        q4_k_steps[3],
        q4_k_steps[4],
        q4_k_steps[5],
        q4_k_steps[6],
        {"numbers", Per::weight, "stored number", "quotient, half to even, from 0 to 31"},
    }),
    ends_with_offset);
constexpr auto q3_k_steps = followed_by(
    std::to_array<StepInfo>({
        {"foundScale", Per::group, "scale found",
         "of codes from signedMax ÷ −4, refined one by one"},
        {"blockScale", Per::block, "block's scale",
         "f16(the foundScale of the largest magnitude ÷ −32)"},
        {"wholeScale", Per::group, "whole-number scale",
         "foundScale ÷ (the largest ÷ −32), half to even, from −32 to 31"},
        {"quotients", Per::weight, "quotient", "w ÷ (blockScale × wholeScale)"},
        {"numbers", Per::weight, "stored number", "quotient, half to even, from −4 to 3, plus 4"},
    }),
    ends);
constexpr auto q2_k_steps = followed_by(
    std::to_array<StepInfo>({
        q5_k_steps[0],
        q4_k_steps[1],
        {"blockScale", Per::block, "block's scale", "f16(the largest foundScale ÷ 15)"},
        {"blockMin", Per::block, "block's minimum", "f16(the largest foundMin ÷ 15)"},
        {"wholeScale", Per::group, "whole-number scale",
         "foundScale ÷ the largest × 15, half to even"},
        {"wholeMin", Per::group, "whole-number minimum",
         "foundMin ÷ the largest × 15, half to even"},
        q4_k_steps[6],
        {"numbers", Per::weight, "stored number", "quotient, half to even, from 0 to 3"},
    }),
    ends_with_offset);
constexpr auto ternary_steps = followed_by(
    std::to_array<StepInfo>({
        {"absmax", Per::block, "largest magnitude", "max |w|, which is the scale"},
        {"inverse", Per::block, "reciprocal", "1 ÷ absmax, 0 for 0"},
        {"products", Per::weight, "product", "w × inverse"},
        {"numbers", Per::weight, "stored number", "product, ties away from zero, plus 1"},
    }),
    ends);
constexpr auto q1_0_steps =
    followed_by(std::to_array<StepInfo>({
                    {"sum", Per::block, "sum of magnitudes", "of |w|, one after the other"},
                    {"exactScale", Per::block, "scale before it is stored", "sum ÷ 128"},
                    {"numbers", Per::weight, "stored number", "1 where w >= 0, else 0"},
                }),
                ends);

constexpr float sign_levels[] = {-1, 1};

constexpr const char* source = "ggml, src/ggml-quants.c, quantize_row_*_ref";

constexpr FormatInfo info(std::string_view name, std::string_view title, std::uint32_t block,
                          std::uint32_t group, std::uint32_t bytes, std::span<const StepInfo> steps,
                          std::span<const float> levels = {}) {
  return {.name = name,
          .family = "ggml",
          .title = title,
          .source = source,
          .block = block,
          .group = group,
          .block_bytes = bytes,
          .levels = levels,
          .steps = steps};
}

constexpr GgmlFormat format(FormatInfo info, ScaleKind scale, OffsetKind offset, std::int8_t zero,
                            std::uint8_t numbers, std::span<const Plane> planes, Choose* choose) {
  info.sub_scales = scale >= ScaleKind::whole;
  info.has_offsets = offset != OffsetKind::none;
  return {info, scale, offset, zero, numbers, planes, choose, false, choose};
}

constexpr GgmlFormat with_simd(GgmlFormat format, Choose* choose) {
  format.has_simd = true;
  format.choose_simd = choose;
  return format;
}

using S = ScaleKind;
using O = OffsetKind;

constexpr GgmlFormat q8_0 = format(info("q8_0", "Q8_0", 32, 32, 34, rounded_steps), S::block,
                                   O::none, 0, 255, q8_0_planes, choose_q8_0);
constexpr GgmlFormat q4_0 = format(info("q4_0", "Q4_0", 32, 32, 18, signed_steps_4), S::block,
                                   O::none, 8, 15, q4_0_planes, choose_q4_0);
constexpr GgmlFormat q4_1 = format(info("q4_1", "Q4_1", 32, 32, 20, affine_steps_4), S::block,
                                   O::block, 0, 15, q4_1_planes, choose_q4_1);
constexpr GgmlFormat q5_0 = format(info("q5_0", "Q5_0", 32, 32, 22, signed_steps_5), S::block,
                                   O::none, 16, 31, q5_0_planes, choose_q5_0);
constexpr GgmlFormat q5_1 = format(info("q5_1", "Q5_1", 32, 32, 24, affine_steps_5), S::block,
                                   O::block, 0, 31, q5_1_planes, choose_q5_1);
constexpr GgmlFormat iq4_nl = format(info("iq4_nl", "IQ4_NL", 32, 32, 18, iq4_nl_steps, iq4_levels),
                                     S::block, O::none, 0, 15, iq4_nl_planes, choose_iq4_nl);
constexpr GgmlFormat iq4_xs =
    format(info("iq4_xs", "IQ4_XS", 256, 32, 136, iq4_xs_steps, iq4_levels), S::whole_minus_32,
           O::none, 0, 15, iq4_xs_planes, choose_iq4_xs);
constexpr GgmlFormat mxfp4 = format(info("mxfp4", "MXFP4", 32, 32, 17, mxfp4_steps, fp4_levels),
                                    S::power_of_two, O::none, 0, 15, mxfp4_planes, choose_mxfp4);
constexpr GgmlFormat nvfp4 = format(info("nvfp4", "NVFP4", 64, 16, 36, nvfp4_steps, fp4_levels),
                                    S::ue4m3, O::none, 0, 15, nvfp4_planes, choose_nvfp4);
constexpr GgmlFormat q6_k =
    with_simd(format(info("q6_k", "Q6_K", 256, 16, 210, q6_k_steps), S::whole_signed, O::none, 32,
                     63, q6_k_planes, choose_q6_k),
              choose_q6_k_simd);
constexpr GgmlFormat q4_k =
    with_simd(format(info("q4_k", "Q4_K", 256, 32, 144, q4_k_steps), S::whole, O::minus_whole, 0,
                     15, q4_k_planes, choose_q4_k),
              choose_q4_k_simd);
constexpr GgmlFormat q5_k =
    with_simd(format(info("q5_k", "Q5_K", 256, 32, 176, q5_k_steps), S::whole, O::minus_whole, 0,
                     31, q5_k_planes, choose_q5_k),
              choose_q5_k_simd);
constexpr GgmlFormat q3_k = format(info("q3_k", "Q3_K", 256, 16, 110, q3_k_steps),
                                   S::whole_minus_32, O::none, 4, 7, q3_k_planes, choose_q3_k);
constexpr GgmlFormat q2_k =
    with_simd(format(info("q2_k", "Q2_K", 256, 16, 84, q2_k_steps), S::whole, O::minus_whole, 0, 3,
                     q2_k_planes, choose_q2_k),
              choose_q2_k_simd);
constexpr GgmlFormat tq2_0 = format(info("tq2_0", "TQ2_0", 256, 256, 66, ternary_steps), S::block,
                                    O::none, 1, 3, tq2_0_planes, choose_tq2_0);
constexpr GgmlFormat tq1_0 = format(info("tq1_0", "TQ1_0", 256, 256, 54, ternary_steps), S::block,
                                    O::none, 1, 2, tq1_0_planes, choose_tq1_0);
constexpr GgmlFormat q1_0 = format(info("q1_0", "Q1_0", 128, 128, 18, q1_0_steps, sign_levels),
                                   S::block, O::none, 0, 1, q1_0_planes, choose_q1_0);
constexpr GgmlFormat q2_0 = format(info("q2_0", "Q2_0", 64, 64, 18, ternary_steps), S::block,
                                   O::none, 1, 3, q2_0_planes, choose_q2_0);

constexpr FormatRow table[] = {
    // Blocks of 32.
    row<q8_0>(),
    row<q5_1>(),
    row<q5_0>(),
    row<q4_1>(),
    row<q4_0>(),
    row<iq4_nl>(),
    // Super-blocks.
    row<q6_k>(),
    row<q5_k>(),
    row<q4_k>(),
    row<q3_k>(),
    row<q2_k>(),
    row<iq4_xs>(),
    // Four-bit floats.
    row<nvfp4>(),
    row<mxfp4>(),
    // Few bits.
    row<tq2_0>(),
    row<tq1_0>(),
    row<q2_0>(),
    row<q1_0>(),
};

}  // namespace
}  // namespace groupwise::ggml

namespace groupwise {

const std::span<const FormatRow> ggml_rows = ggml::table;

}  // namespace groupwise
