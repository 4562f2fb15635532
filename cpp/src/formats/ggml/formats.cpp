#include "choose.hpp"
#include "format.hpp"

namespace groupwise::ggml {
namespace {

using enum Part;

constexpr Plane scale_at(std::uint8_t byte) { return {scale, 0, 8, 2, byte, 2}; }
constexpr Plane offset_at(std::uint8_t byte) { return {offset, 0, 8, 2, byte, 2}; }

constexpr Plane q8_0[] = {scale_at(0), {code, 0, 8, 32, 2, 32}};
constexpr Plane q4_0[] = {scale_at(0), {code, 0, 4, 32, 2, 16}};
constexpr Plane q4_1[] = {scale_at(0), offset_at(2), {code, 0, 4, 32, 4, 16}};
constexpr Plane q5_0[] = {scale_at(0), {code, 4, 1, 32, 2, 1}, {code, 0, 4, 32, 6, 16}};
constexpr Plane q5_1[] = {
    scale_at(0), offset_at(2), {code, 4, 1, 32, 4, 1}, {code, 0, 4, 32, 8, 16}};
constexpr Plane q6_k[] = {{code, 0, 4, 256, 0, 64},
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
constexpr Plane q4_k[] = {scale_at(0), offset_at(2), six_bits[0],
                          six_bits[1], six_bits[2],  six_bits[3],
                          six_bits[4], six_bits[5],  {code, 0, 4, 256, 16, 32}};
constexpr Plane q5_k[] = {scale_at(0),
                          offset_at(2),
                          six_bits[0],
                          six_bits[1],
                          six_bits[2],
                          six_bits[3],
                          six_bits[4],
                          six_bits[5],
                          {code, 4, 1, 256, 16, 32},
                          {code, 0, 4, 256, 48, 32}};
constexpr Plane q3_k[] = {{code, 2, 1, 256, 0, 32},
                          {code, 0, 2, 256, 32, 32},
                          {group_scale, 0, 4, 16, 96, 8},
                          {group_scale, 4, 2, 16, 104, 4},
                          scale_at(108)};
constexpr Plane q2_k[] = {{group_scale, 0, 4, 16, 0, 16, 0},
                          {group_offset, 0, 4, 16, 0, 16, 4},
                          {code, 0, 2, 256, 16, 32},
                          scale_at(80),
                          offset_at(82)};
constexpr Plane tq2_0[] = {{code, 0, 2, 256, 0, 32}, scale_at(64)};
constexpr Plane tq1_0[] = {{code, 0, base_3, 160, 0, 32},
                           {code, 0, base_3, 80, 32, 16, 0, 160},
                           {code, 0, base_3, 16, 48, 4, 0, 240},
                           scale_at(52)};
constexpr Plane q1_0[] = {scale_at(0), {code, 0, 1, 128, 2, 1}};
constexpr Plane q2_0[] = {scale_at(0), {code, 0, 2, 64, 2, 1}};

constexpr Step rounded_steps[] = {
    {"absmax", "max |w|", Scope::block},
    {"exactScale", "absmax / 127", Scope::block},
    {"inverse", "1 / exactScale, 0 for 0", Scope::block},
    {"product", "w * inverse", Scope::weight},
    {"rounded", "product, ties away from zero", Scope::weight},
};
constexpr Step signed_steps_4[] = {
    {"signedMax", "the first w of the largest |w|", Scope::block},
    {"exactScale", "signedMax / -8", Scope::block},
    {"inverse", "1 / exactScale, 0 for 0", Scope::block},
    {"product", "w * inverse", Scope::weight},
    {"shifted", "product + 8.5", Scope::weight},
    {"cut", "shifted without its fraction, at most 15", Scope::weight},
};
constexpr Step signed_steps_5[] = {
    signed_steps_4[0],
    {"exactScale", "signedMax / -16", Scope::block},
    signed_steps_4[2],
    signed_steps_4[3],
    {"shifted", "product + 16.5", Scope::weight},
    {"cut", "shifted without its fraction, at most 31", Scope::weight},
};
constexpr Step affine_steps_4[] = {
    {"min", "min w", Scope::block},
    {"max", "max w", Scope::block},
    {"exactScale", "(max - min) / 15", Scope::block},
    {"inverse", "1 / exactScale, 0 for 0", Scope::block},
    {"product", "(w - min) * inverse", Scope::weight},
    {"shifted", "product + 0.5", Scope::weight},
    {"cut", "shifted without its fraction, at most 15", Scope::weight},
};
constexpr Step affine_steps_5[] = {
    affine_steps_4[0],
    affine_steps_4[1],
    {"exactScale", "(max - min) / 31", Scope::block},
    affine_steps_4[3],
    affine_steps_4[4],
    affine_steps_4[5],
    {"cut", "shifted without its fraction, at most 31", Scope::weight},
};
constexpr Step q6_k_steps[] = {
    {"foundScale", "the best of 19 scales around signedMax / -32", Scope::group},
    {"scale", "f16(the foundScale of the largest magnitude / -128)", Scope::block},
    {"wholeScale", "foundScale / (the largest / -128), half to even, at most 127", Scope::group},
    {"quotient", "w / (scale * wholeScale)", Scope::weight},
    {"number", "quotient, half to even, from -32 to 31, plus 32", Scope::weight},
};
constexpr Step q4_k_steps[] = {
    {"foundScale", "of the best of 22 fits", Scope::group},
    {"foundMin", "minus the minimum of that fit", Scope::group},
    {"scale", "f16(the largest foundScale / 63)", Scope::block},
    {"min", "f16(the largest foundMin / 63)", Scope::block},
    {"wholeScale", "foundScale / the largest * 63, half to even", Scope::group},
    {"wholeMin", "foundMin / the largest * 63, half to even", Scope::group},
    {"quotient", "(w + min * wholeMin) / (scale * wholeScale)", Scope::weight},
    {"number", "quotient, half to even, from 0 to 15", Scope::weight},
};
constexpr Step q5_k_steps[] = {
    {"foundScale", "of the best of 17 fits", Scope::group},
    q4_k_steps[1],
    q4_k_steps[2],
    q4_k_steps[3],
    q4_k_steps[4],
    q4_k_steps[5],
    q4_k_steps[6],
    {"number", "quotient, half to even, from 0 to 31", Scope::weight},
};
constexpr Step q3_k_steps[] = {
    {"foundScale", "of codes from signedMax / -4, refined one by one", Scope::group},
    {"scale", "f16(the foundScale of the largest magnitude / -32)", Scope::block},
    {"wholeScale", "foundScale / (the largest / -32), half to even, from -32 to 31", Scope::group},
    {"quotient", "w / (scale * wholeScale)", Scope::weight},
    {"number", "quotient, half to even, from -4 to 3, plus 4", Scope::weight},
};
constexpr Step q2_k_steps[] = {
    q5_k_steps[0],
    q4_k_steps[1],
    {"scale", "f16(the largest foundScale / 15)", Scope::block},
    {"min", "f16(the largest foundMin / 15)", Scope::block},
    {"wholeScale", "foundScale / the largest * 15, half to even", Scope::group},
    {"wholeMin", "foundMin / the largest * 15, half to even", Scope::group},
    q4_k_steps[6],
    {"number", "quotient, half to even, from 0 to 3", Scope::weight},
};
constexpr Step ternary_steps[] = {
    {"absmax", "max |w|, which is the scale", Scope::block},
    {"inverse", "1 / absmax, 0 for 0", Scope::block},
    {"product", "w * inverse", Scope::weight},
    {"number", "product, ties away from zero, plus 1", Scope::weight},
};
constexpr Step q1_0_steps[] = {
    {"sum", "of |w|, one after the other", Scope::block},
    {"exactScale", "sum / 128", Scope::block},
    {"number", "1 where w >= 0, else 0", Scope::weight},
};

using S = ScaleKind;
using O = OffsetKind;

constexpr GgmlFormat table[] = {
    {"q8_0", 32, 32, 34, S::block, O::none, 0, nullptr, q8_0, rounded_steps, choose_q8_0},
    {"q4_0", 32, 32, 18, S::block, O::none, 8, nullptr, q4_0, signed_steps_4, choose_q4_0},
    {"q4_1", 32, 32, 20, S::block, O::block, 0, nullptr, q4_1, affine_steps_4, choose_q4_1},
    {"q5_0", 32, 32, 22, S::block, O::none, 16, nullptr, q5_0, signed_steps_5, choose_q5_0},
    {"q5_1", 32, 32, 24, S::block, O::block, 0, nullptr, q5_1, affine_steps_5, choose_q5_1},
    {"q6_k", 256, 16, 210, S::whole_signed, O::none, 32, nullptr, q6_k, q6_k_steps, choose_q6_k},
    {"q4_k", 256, 32, 144, S::whole, O::minus_whole, 0, nullptr, q4_k, q4_k_steps, choose_q4_k},
    {"q5_k", 256, 32, 176, S::whole, O::minus_whole, 0, nullptr, q5_k, q5_k_steps, choose_q5_k},
    {"q3_k", 256, 16, 110, S::whole_minus_32, O::none, 4, nullptr, q3_k, q3_k_steps, choose_q3_k},
    {"q2_k", 256, 16, 84, S::whole, O::minus_whole, 0, nullptr, q2_k, q2_k_steps, choose_q2_k},
    {"tq2_0", 256, 256, 66, S::block, O::none, 1, nullptr, tq2_0, ternary_steps, choose_tq2_0},
    {"tq1_0", 256, 256, 54, S::block, O::none, 1, nullptr, tq1_0, ternary_steps, choose_tq1_0},
    {"q1_0", 128, 128, 18, S::block, O::none, 0, sign_values, q1_0, q1_0_steps, choose_q1_0},
    {"q2_0", 64, 64, 18, S::block, O::none, 1, nullptr, q2_0, ternary_steps, choose_q2_0},
};

}  // namespace

const std::span<const GgmlFormat> ggml_formats = table;

}  // namespace groupwise::ggml
