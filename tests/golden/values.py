"""Weights at the ends of binary32: zeros, subnormals, the largest, and what is no number at all."""

from case import Case, floats
from generator import Generator, with_signs
from layouts import FORMATS, ROUNDINGS
from oracle import Options

MINUS_ZERO = 0x80000000
NAN, INFINITY, MINUS_INFINITY = 0x7FC00000, 0x7F800000, 0xFF800000
LARGEST, MINUS_LARGEST = 0x7F7FFFFF, 0xFF7FFFFF
SMALLEST, SMALLEST_NORMAL = 0x00000001, 0x00800000


def zero_cases():
    data = Generator(3)
    some = data.weights(4)
    between = some + [0, MINUS_ZERO] * 2 + some
    cases = []
    for form in FORMATS:
        cases += [
            Case(f'all zero, {form}', [0] * 9, Options(4, scale=form)),
            Case(f'all -0, {form}', [MINUS_ZERO] * 9, Options(4, scale=form)),
            Case(f'a zero group between two, {form}', between, Options(4, scale=form)),
        ]
    return cases + [
        Case('one zero', [0]),
        Case('one -0', [MINUS_ZERO]),
        Case('a zero tail', data.weights(16) + [0, MINUS_ZERO, 0], Options(16)),
        Case('zeros and the smallest subnormal', [0, SMALLEST, MINUS_ZERO, 0], Options(4)),
        Case('zeros among weights', [0, *some, MINUS_ZERO, *some, 0], Options(16)),
        Case('zero groups keep scale 1', [0] * 4 + some, Options(4, custom_scale=0.01)),
    ]


def error_cases():
    data = Generator(4)
    weights = data.weights(37)
    kinds = {
        'NaN': NAN,
        '-NaN': 0xFFC00001,
        'a signaling NaN': 0x7F800001,
        '+Inf': INFINITY,
        '-Inf': MINUS_INFINITY,
    }

    def spoiled(places):
        return [places.get(index, bits) for index, bits in enumerate(weights)]

    cases = [
        Case(f'{name} at {index}', spoiled({index: bits}), Options(16))
        for name, bits in kinds.items()
        for index in (0, 15, 18, 31, 32, 36)
    ]
    cases += [
        Case(f'NaN at {at}, a later -Inf', spoiled({at: NAN, 36: MINUS_INFINITY}), Options(16))
        for at in range(36)
    ]
    huge = 0x7F000000
    half = Options(16, scale='float16')
    cases += [
        Case('-Inf before NaN in one group', spoiled({21: MINUS_INFINITY, 22: NAN}), Options(16)),
        Case('NaN everywhere', [NAN] * 20, Options(4)),
        Case('NaN after a group whose scale overflows', spoiled({3: huge, 30: NAN}), half),
        Case('NaN in a row', spoiled({20: NAN, 36: NAN})[:36], Options('row', row_length=12)),
        Case('NaN with a hand-picked scale', spoiled({20: NAN}), Options(16, custom_scale=1)),
        Case('scale overflow in group 0', [huge], Options(1, scale='float16')),
        Case('scale overflow, lowest of two', spoiled({17: huge, 35: huge}), half),
        Case('scale overflow in a tail', spoiled({36: huge}), half),
        Case(
            'a hand-picked scale overflows',
            [0, 0, *weights],
            Options(2, scale='float16', custom_scale=65520),
        ),
        Case('bits 1', weights[:4], Options(bits=1)),
        Case('bits 9', weights[:4], Options(bits=9)),
        Case('group size 0', weights[:4], Options(group_size=0)),
        Case('row length 3 of 4 weights', weights[:4], Options(row_length=3)),
        Case('row length longer than the tensor', weights[:4], Options(row_length=8)),
    ]
    return cases


def range_cases():
    data = Generator(5)
    cases = []
    for bits in range(2, 9):
        for rounding in ROUNDINGS:
            options = Options(4, bits=bits, rounding=rounding)
            small = [SMALLEST, 0x80000001, 0, 0x00000002, 100, 0x80000032, 51, 49]
            extremes = [LARGEST, SMALLEST_NORMAL, MINUS_LARGEST, 0x80800000]
            extremes += [LARGEST, SMALLEST, 0x7F000000, 0]
            cases.append(Case(f'subnormal, {bits} bits, {rounding}', small, options))
            cases.append(Case(f'FLT_MAX, {bits} bits, {rounding}', extremes, options))
    # Around 2^-128 * 127, where a scale's reciprocal becomes infinite, and below.
    for top in (1, 4, 16, 64):
        weights = [data.below(top << 23) ^ data.below(2) << 31 for _ in range(32)]
        cases.append(Case(f'below {top} * 2^-126', weights, Options(16)))
        cases.append(Case(f'below {top} * 2^-126, 4 bits', weights, Options(16, bits=4)))
    scale = 2.938735877055719e-39  # 2^-128: the smallest scale with a finite reciprocal
    near = with_signs(floats(127 * scale * factor for factor in (1 - 2**-20, 1, 1 + 2**-20)))
    cases.append(Case('scales near 2^-128', near, Options(1)))
    # A quotient that no int32 holds, and an infinite one: the clamp comes before the integer.
    vast = with_signs(floats([1, 3e9, 2147483648, 1e20, 3e38, 0.5, 1e-30, 8388609, 4194303.5]))
    for custom in (1, 1e-3, 1e-20, 1e-45):
        for rounding in ROUNDINGS:
            options = Options(8, rounding=rounding, custom_scale=custom)
            cases.append(Case(f'vast quotients, scale {custom}, {rounding}', vast, options))
    return cases
