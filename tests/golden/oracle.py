"""docs/numerics.md, the contract, written a second time: slow, exact, sharing no code."""

import math
from dataclasses import dataclass
from fractions import Fraction

from exact import INF, bf16, decimal_digits, div, f16, f32, floor_log2, from_bits, is_inf, mul, sub

SMALLEST = {
    'float32': Fraction(2) ** -149,
    'float16': Fraction(2) ** -24,
    'bfloat16': Fraction(2) ** -133,
}


@dataclass(frozen=True)
class Options:
    group_size: object = 32  # a number, 'row' or 'tensor'
    row_length: int | None = None
    bits: int = 8
    rounding: str = 'half-away'
    scale: object = 'float32'  # 'float32', 'float16', 'bfloat16' or a number of decimal digits
    custom_scale: float | None = None


class OracleError(Exception):
    def __init__(self, code, where='', position=0):
        super().__init__(f'{code} {where} {position}')
        self.code, self.where, self.position = code, where, position


def group_ranges(length, options):
    """[start, end) of every group, in order; groups never cross a row."""
    row = length if options.row_length is None else options.row_length
    if not 2 <= options.bits <= 8:
        raise OracleError('invalid-bits')
    if not isinstance(options.group_size, str) and options.group_size < 1:
        raise OracleError('invalid-group-size')
    if length and (row < 1 or length % row):
        raise OracleError('invalid-row-length')
    if length == 0:
        return []
    if options.group_size == 'tensor':
        return [(0, length)]
    size = row if options.group_size == 'row' else options.group_size
    return [
        (start, min(start + size, begin + row))
        for begin in range(0, length, row)
        for start in range(begin, begin + row, size)
    ]


def store(scale, form):
    if form == 'float32':
        stored = scale
    elif form == 'float16':
        stored = f16(scale)
    elif form == 'bfloat16':
        stored = bf16(scale)
    else:
        stored = decimal_digits(scale, form)
    return stored if stored else SMALLEST.get(form, SMALLEST['float32'])


def without_infinity(scale, qmax, form):
    """The largest value of the format, not above `scale`, whose product with qmax is finite."""
    if is_inf(scale) or not is_inf(mul(Fraction(qmax), scale)):
        return scale
    # A product rounds to infinity from 2^128 - 2^103 on, which is half a step above FLT_MAX.
    limit = (Fraction(2) ** 128 - Fraction(2) ** 103) / qmax
    precision = 8 if form == 'bfloat16' else 24
    step = Fraction(2) ** (floor_log2(limit) - precision + 1)
    return (math.ceil(limit / step) - 1) * step


def round_quotient(x, rounding):
    if is_inf(x):
        return x
    if rounding == 'half-even':
        return round(x)
    whole = math.floor(abs(x) + (Fraction(1, 2) if rounding == 'half-away' else 0))
    return whole if x >= 0 else -whole


@dataclass
class Result:
    codes: list
    scales: list
    group_max_error: list
    recovered: list
    measure: dict


def quantize(weight_bits, options):
    ranges = group_ranges(len(weight_bits), options)
    weights = [from_bits(bits) for bits in weight_bits]
    for index, w in enumerate(weights):
        if w is None or is_inf(w):
            raise OracleError('non-finite-weight', 'index', index)
    qmax = 2 ** (options.bits - 1) - 1
    codes, scales, group_max, recovered, clipped = [], [], [], [], 0
    for group, (start, end) in enumerate(ranges):
        absmax = max(abs(w) for w in weights[start:end])
        scale = Fraction(1)
        if absmax:
            custom = options.custom_scale
            picked = div(absmax, qmax) if custom is None else f32(Fraction(custom))
            scale = store(picked, options.scale)
            if custom is None:
                scale = without_infinity(scale, qmax, options.scale)
        if is_inf(scale):
            raise OracleError('scale-overflow', 'group', group)
        scales.append(scale)
        worst = Fraction(0)
        for w in weights[start:end]:
            rounded = round_quotient(div(w, scale), options.rounding)
            clipped += abs(rounded) > qmax
            codes.append(int(max(-qmax, min(qmax, rounded))))
            recovered.append(mul(Fraction(codes[-1]), scale))
            worst = max(worst, abs(sub(recovered[-1], w)))
        if any(is_inf(back) for back in recovered[start:end]):  # by a hand-picked scale
            raise OracleError('scale-overflow', 'group', group)
        group_max.append(worst)
    return Result(codes, scales, group_max, recovered, measure(weights, codes, recovered, clipped))


def measure(weights, codes, recovered, clipped):
    """Sums are exact and rounded once."""
    counts = {
        'zeroed': sum(1 for w, code in zip(weights, codes) if w and not code),
        'clipped': clipped,
    }
    n = max(len(weights), 1)
    errors = [sub(back, w) for w, back in zip(weights, recovered)]
    signal = sum((w * w for w in weights), Fraction(0))
    noise = sum((e * e for e in errors), Fraction(0))
    power = sum((back * back for back in recovered), Fraction(0))
    dot = sum((w * back for w, back in zip(weights, recovered)), Fraction(0))
    norms = math.sqrt(signal) * math.sqrt(power)
    return {
        'maxAbs': max((abs(e) for e in errors), default=Fraction(0)),
        'meanAbs': float(sum((abs(e) for e in errors), Fraction(0)) / n),
        'rmse': math.sqrt(noise / n),
        'bias': float(sum(errors, Fraction(0)) / n),
        'sqnrDb': 10 * math.log10(signal / noise) if noise else INF,
        # One side all zero and the other not: no direction in common, 0.
        'cosine': float(dot) / norms if norms else float(signal == power),
    } | counts


def storage(length, options):
    """Closed form, so that it also serves for a model of 70e9 weights."""
    row = length if options.row_length is None else options.row_length
    if options.group_size == 'tensor':
        row = length
    size = row if isinstance(options.group_size, str) else options.group_size
    rows = length // row if length else 0
    full, tail = divmod(row, size) if length else (0, 0)
    groups = rows * (full + (tail > 0))
    group_bytes = [-(-weights * options.bits // 8) for weights in (size, tail)]
    original = 4 * length
    codes = rows * (full * group_bytes[0] + group_bytes[1])
    scales = groups * (2 if options.scale in ('float16', 'bfloat16') else 4)
    total = codes + scales
    return {
        'originalBytes': original,
        'codeBytes': codes,
        'scaleBytes': scales,
        'totalBytes': total,
        'ratio': float(Fraction(original, total)) if total else 1.0,
        'savedPercent': float(100 * (1 - Fraction(total, original))) if total else 0.0,
        'bitsPerWeight': float(Fraction(8 * total, length)) if total else 0.0,
        'numGroups': groups,
    }
