"""Groups, rows and tails; and mixed magnitudes under every option."""

from case import Case
from generator import Generator
from oracle import Options

GROUP_SIZES = (1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 48, 64, 100)
ROUNDINGS = ('half-away', 'half-even', 'truncate')
FORMATS = ('float32', 'float16', 'bfloat16', 3)


def layout_cases():
    data = Generator(1)
    cases = [
        Case('empty'),
        Case('empty, one scale a row', options=Options('row')),
        Case('empty, one scale', options=Options('tensor')),
        Case('empty, rows of 8', options=Options(4, row_length=8)),
        Case('one weight', data.weights(1)),
        Case('one weight, groups of 1', data.weights(1), Options(1)),
        Case('one weight, groups larger than any tensor', data.weights(1), Options(2**31 - 1)),
        Case('group size = length + 1', data.weights(31), Options(32)),
        Case('group size = length', data.weights(32), Options(32)),
        Case('one scale', data.weights(70), Options('tensor')),
        Case('one scale over rows', data.weights(70), Options('tensor', row_length=7)),
        Case('one scale a row, one row', data.weights(70), Options('row')),
    ]
    for size in GROUP_SIZES:
        for tail in sorted({1, size - 1} - {0, size}):
            name = f'groups of {size}, tail of {tail}'
            cases.append(Case(name, data.weights(size + tail), Options(size)))
    shapes = ((1, 4), (5, 4), (7, 4), (7, 8), (9, 8), (17, 16), (31, 16), (33, 32), (12, 5))
    for row, size in shapes:
        for bits in (8, 4):
            name = f'rows of {row}, groups of {size}, {bits} bits'
            options = Options(size, row_length=row, bits=bits)
            cases.append(Case(name, data.weights(3 * row), options))
    for row in (1, 6, 16, 37):
        name = f'one scale a row, rows of {row}'
        cases.append(Case(name, data.weights(3 * row), Options('row', row_length=row)))
    return cases


def random_cases():
    data = Generator(2)
    cases = []
    for turn, size in enumerate(GROUP_SIZES):
        for bits in (8, 2 + turn % 6):
            rounding = ROUNDINGS[(turn + bits) % 3]
            form = FORMATS[(turn // 3 + bits) % 3]
            count = 2 * size + data.below(60)
            options = Options(size, bits=bits, rounding=rounding, scale=form)
            name = f'groups of {size}, {bits} bits, {rounding}, {form}'
            cases.append(Case(name, data.weights(count), options))
    for bits in range(2, 9):
        for rounding in ROUNDINGS:
            options = Options(8, bits=bits, rounding=rounding)
            # 40 binades, so that most weights of most groups are lost.
            weights = data.weights(24, range(100, 140))
            cases.append(Case(f'far apart, {bits} bits, {rounding}', weights, options))
    return cases
