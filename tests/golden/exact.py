"""Correctly rounded binary32, binary16 and bfloat16, from exact rationals.

A float is its exact value as a Fraction, or a Python infinity where a result overflowed. Nothing
here computes in floating point, so it cannot share a rounding mistake with the code under test.
"""

import struct
from fractions import Fraction

INF = float('inf')


def is_inf(value):
    return value in (INF, -INF)


def floor_log2(positive):
    n, d = positive.numerator, positive.denominator
    e = n.bit_length() - d.bit_length()
    return e if Fraction(2) ** e <= positive else e - 1


def floor_log10(positive):
    e = len(str(positive.numerator)) - len(str(positive.denominator))
    return e if Fraction(10) ** e <= positive else e - 1


def _nearest_even(exact, precision, emin, emax):
    """IEEE 754 roundTiesToEven with gradual underflow and overflow to infinity."""
    if is_inf(exact) or exact == 0:
        return exact
    magnitude = abs(exact)
    ulp = Fraction(2) ** (max(floor_log2(magnitude), emin) - precision + 1)
    rounded = round(magnitude / ulp) * ulp  # round() of a Fraction is exact, ties to even
    if rounded >= Fraction(2) ** (emax + 1):
        rounded = INF
    return rounded if exact > 0 else -rounded


def f32(exact):
    return _nearest_even(exact, 24, -126, 127)


def f16(exact):
    return _nearest_even(exact, 11, -14, 15)


def bf16(exact):
    return _nearest_even(exact, 8, -126, 127)


def decimal_digits(exact, digits):
    """To `digits` significant decimal digits, ties away from zero, then the nearest binary32."""
    if exact == 0 or is_inf(exact):
        return exact
    unit = Fraction(10) ** (floor_log10(exact) - digits + 1)
    return f32((exact / unit + Fraction(1, 2)).__floor__() * unit)


def div(a, b):
    return f32(a / b)


def mul(a, b):
    return f32(a * b)


def sub(a, b):
    return f32(a if is_inf(a) else a - b)


def from_number(number):
    """What storing a float64 into a Float32Array gives."""
    return f32(Fraction(number))


def to_bits(value):
    return struct.unpack('>I', struct.pack('>f', float(value)))[0]


def from_bits(bits):
    """None for a NaN."""
    sign = -1 if bits >> 31 else 1
    exponent, fraction = bits >> 23 & 0xFF, bits & 0x7FFFFF
    if exponent == 0xFF:
        return None if fraction else sign * INF
    if exponent == 0:
        return sign * fraction * Fraction(2) ** -149
    return sign * (fraction + 0x800000) * Fraction(2) ** (exponent - 150)
