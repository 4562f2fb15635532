"""Quotients at, and one binary32 beside, a tie; and where a reciprocal would give another code."""

from fractions import Fraction

from case import Case, floats
from exact import div, from_bits, mul, sub, to_bits
from generator import Generator, neighbours, with_signs
from layouts import ROUNDINGS
from oracle import Options, quantize, round_quotient

# Significands of at most 16 bits: (k + 1/2) * scale and qmax * scale are exact in binary32.
EXACT_SCALES = {'1': Fraction(1), '43691 * 2^-20': Fraction(43691, 2**20)}
BELOW_HALF = 0x3EFFFFFF  # 0.49999997: floor(x + 0.5f) gives 1


def tie_weights(qmax, scale, beside):
    """absmax first, then (k + 1/2) * scale for every k, with both signs."""
    weights = [to_bits(qmax * scale)]
    for k in range(qmax):
        tie = (k + Fraction(1, 2)) * scale
        weights += with_signs(neighbours(tie) if beside else [to_bits(tie)])
    return weights


def tie_cases():
    cases = []
    for label, scale in EXACT_SCALES.items():
        for bits in range(2, 9):
            # From 5 bits on, the neighbours of every tie with one scale are enough.
            beside = bits < 5 or label != '1'
            weights = tie_weights(2 ** (bits - 1) - 1, scale, beside)
            for rounding in ROUNDINGS:
                options = Options('tensor', bits=bits, rounding=rounding)
                cases.append(Case(f'scale {label}, {bits} bits, {rounding}', weights, options))
    for bits in range(2, 9):
        qmax = 2 ** (bits - 1) - 1
        weights = floats([qmax]) + with_signs([BELOW_HALF, 0x3F000000, 0x3F000001])
        for rounding in ROUNDINGS:
            name = f'0.49999997, {bits} bits, {rounding}'
            cases.append(Case(name, weights, Options(8, bits=bits, rounding=rounding)))
    # The tie above qmax, which only a hand-picked scale reaches: rounds to qmax + 1, is clipped.
    for bits in (2, 4, 8):
        qmax = 2 ** (bits - 1) - 1
        weights = with_signs(neighbours(Fraction(2 * qmax + 1, 4))) + floats([qmax / 2, qmax])
        for rounding in ROUNDINGS:
            options = Options(8, bits=bits, rounding=rounding, custom_scale=0.5)
            cases.append(Case(f'past the last code, {bits} bits, {rounding}', weights, options))
    return cases


def reciprocal_differs(weight, scale, rounding):
    exact = round_quotient(div(weight, scale), rounding)
    return exact != round_quotient(mul(weight, div(Fraction(1), scale)), rounding)


def near_tie_group(data, bits, rounding, wanted):
    """An absmax and `wanted` weights whose code w * (1 / scale) gets wrong."""
    qmax = 2 ** (bits - 1) - 1
    while True:
        absmax = data.weight(range(110, 130)) & 0x7FFFFFFF
        scale = div(from_bits(absmax), qmax)
        found = []
        for _ in range(40 * wanted):
            steps = data.below(qmax) + (1 if rounding == 'truncate' else Fraction(1, 2))
            bits_near = data.pick(neighbours(mul(Fraction(steps), scale)))
            near = from_bits(bits_near)
            if abs(near) <= from_bits(absmax) and reciprocal_differs(near, scale, rounding):
                found.append(bits_near ^ data.below(2) << 31)
        if len(found) >= wanted:
            return [absmax, *found[:wanted]]


def division_cases():
    data = Generator(6)
    cases = []
    for bits in range(3, 9):
        for rounding in ROUNDINGS:
            wanted = 3 if bits < 6 else 7
            size = wanted + 1
            groups = [near_tie_group(data, bits, rounding, wanted) for _ in range(3)]
            options = Options(size, bits=bits, rounding=rounding)
            cases.append(Case(f'near ties, {bits} bits, {rounding}', sum(groups, []), options))
    return cases


def self_check():
    """The vectors do what they are for."""
    seen = {}
    weights = tie_weights(127, Fraction(1), False)
    for rounding in ROUNDINGS:
        seen[rounding] = quantize(weights, Options('tensor', rounding=rounding)).codes
    away, even, cut = (seen[rounding] for rounding in ROUNDINGS)
    assert away[1:7] == [1, -1, 2, -2, 3, -3] and even[1:7] == [0, 0, 2, -2, 2, -2]
    assert cut[1:7] == [0, 0, 1, -1, 2, -2]
    assert quantize([0x42FE0000, BELOW_HALF], Options()).codes == [127, 0]
    assert to_bits(sub(Fraction(1), Fraction(1, 2**25))) == 0x3F800000
