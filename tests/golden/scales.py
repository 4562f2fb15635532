"""The formats a scale is stored in, and scales picked by hand."""

from fractions import Fraction

from case import Case
from exact import f32, to_bits
from generator import Generator, neighbours
from layouts import FORMATS, ROUNDINGS
from oracle import Options


def half_cases(data):
    cases = []
    two = Fraction(2)
    for bits in (2, 4, 8):
        qmax = 2 ** (bits - 1) - 1
        edges = {
            '65504, the largest': 65504,
            'below 65520': Fraction(65520) - two**-8,
            '65520, infinite': 65520,
            '2^-14, the smallest normal': two**-14,
            'a tie to even, down': 1 + two**-11,
            'a tie to even, up': 1 + 3 * two**-11,
            'a subnormal tie': 3 * two**-25,
            '2^-24, the smallest': two**-24,
            '3/4 of the smallest': 3 * two**-26,
            '2^-25, a tie with zero': two**-25,
            'under 2^-25, underflow': two**-25 - two**-48,
            'far under 2^-25': two**-60,
        }
        for label, scale in edges.items():
            weights = []
            for top in neighbours(f32(qmax * scale)):
                weights += [top, top >> 1, data.below(top) | 0x80000000]
            options = Options(3, bits=bits, scale='float16')
            if 'infinite' in label:
                weights = weights[:6]  # the group below the tie holds, the group at it does not
            cases.append(Case(f'float16, {bits} bits, scale {label}', weights, options))
    return cases


def brain_cases(data):
    cases = []
    two = Fraction(2)
    for bits in (2, 6, 8):
        qmax = 2 ** (bits - 1) - 1
        edges = {
            'a tie to even, down': 1 + two**-8,
            'a tie to even, up': 1 + 3 * two**-8,
            '2^-126, the smallest normal': two**-126,
            'a subnormal tie': 3 * two**-134,
            '2^-133, the smallest': two**-133,
            '2^-134, a tie with zero': two**-134,
            'far under 2^-134': two**-140,
        }
        for label, scale in edges.items():
            weights = []
            for top in neighbours(f32(qmax * scale)):
                weights += [top, top >> 1, data.below(top) | 0x80000000]
            options = Options(3, bits=bits, scale='bfloat16')
            cases.append(Case(f'bfloat16, {bits} bits, scale {label}', weights, options))
    return cases


def infinity_cases():
    """absmax near FLT_MAX: nothing recovers to infinity; by a hand-picked scale, an error."""
    largest = [0x7F7FFFFF, 0xFF7FFFFF, 0x7F7FFFFE, 0x7F000000, 0x3F800000]
    cases = []
    for form in ('float32', 'bfloat16', 1, 2, 9):
        for bits in range(2, 9):
            options = Options(5, bits=bits, scale=form)
            cases.append(Case(f'FLT_MAX, {bits} bits, {form}', largest, options))
    options = Options(5, custom_scale=3e38)
    cases.append(Case('FLT_MAX by a picked scale, infinite', largest, options))
    options = Options(5, custom_scale=1.5e38, rounding='truncate')
    cases.append(Case('FLT_MAX by a picked scale, truncated', largest, options))
    return cases


def digit_cases(data):
    cases = []
    for digits in range(1, 10):
        for bits in (8, 4):
            options = Options(5, bits=bits, scale=digits)
            weights = data.weights(15, range(90, 150))
            cases.append(Case(f'{digits} digits, {bits} bits', weights, options))
        # With 2 bits the scale is absmax itself: exact decimal ties, which go away from zero.
        ties = [Fraction(5, 2), Fraction(9, 2), Fraction(1, 8), Fraction(3, 8), Fraction(5, 16)]
        ties += [Fraction(1234565, 2**4), Fraction(95, 2), Fraction(9999995, 2), Fraction(199, 2)]
        weights = [to_bits(f32(tie)) for tie in ties]
        cases.append(Case(f'{digits} digits, ties', weights, Options(1, bits=2, scale=digits)))
        edges = [1, 7, 0x007FFFFF, 0x7F7FFFFF, 0x3F7FFFFF, 0x00000000]
        if digits == 4:
            edges[3] = 0x7F000000
            options = Options(1, bits=2, scale=4)
            cases.append(Case('4 digits of FLT_MAX, infinite', [0x3F800000, 0x7F7FFFFF], options))
        cases.append(Case(f'{digits} digits, extremes', edges, Options(1, bits=2, scale=digits)))
        options = Options(1, scale=digits)
        cases.append(Case(f'{digits} digits, subnormal', [1, 50, 63, 64], options))
    return cases


def custom_cases(data):
    cases = []
    for custom in (0.00495, 0.005, 0.5, 1, 0.0123456789, 3.3, 1e-30, 1e30):
        for form in FORMATS:
            if form == 'float16' and custom == 1e30:
                continue
            rounding = ROUNDINGS[len(cases) % 3]
            bits = 2 + len(cases) % 7
            options = Options(4, bits=bits, rounding=rounding, scale=form, custom_scale=custom)
            cases.append(Case(f'picked {custom}, {form}', data.weights(10), options))
    return cases


def scale_cases():
    data = Generator(7)
    cases = half_cases(data) + digit_cases(data) + custom_cases(data)
    return cases + brain_cases(data) + infinity_cases()
