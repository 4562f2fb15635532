"""One golden case and its text; README.md beside this file describes the format."""

from dataclasses import dataclass, field

from exact import from_number, to_bits
from oracle import Options, OracleError, quantize, storage


@dataclass(frozen=True)
class Case:
    name: str
    weights: list = field(default_factory=list)  # binary32 bits
    options: Options = Options()
    length: int | None = None  # without weights: a storage figure only


def floats(numbers):
    return [to_bits(from_number(number)) for number in numbers]


def bits_of(values):
    return [f'{to_bits(value):08x}' for value in values]


def option_lines(options):
    defaults = Options()
    for name, key in (
        ('group_size', 'groupSize'),
        ('row_length', 'rowLength'),
        ('bits', 'bits'),
        ('rounding', 'rounding'),
        ('scale', 'scale'),
        ('custom_scale', 'customScale'),
    ):
        setting = getattr(options, name)
        if setting == getattr(defaults, name):
            continue
        if name == 'scale' and isinstance(setting, int):
            setting = f'digits {setting}'
        yield f'{key} {setting}'


def figures(keyword, table):
    for key, figure in table.items():
        if key == 'maxAbs':
            figure = bits_of([figure])[0]
        yield f'{keyword} {key} {figure}'


def listing(keyword, items):
    return ' '.join([keyword, *map(str, items)])


def render(case):
    lines = [f'case {case.name}', *option_lines(case.options)]
    if case.length is not None:
        lines += [f'length {case.length}', *figures('storage', storage(case.length, case.options))]
        return [*lines, 'end']
    lines += [f'length {len(case.weights)}', listing('weights', [f'{b:08x}' for b in case.weights])]
    try:
        result = quantize(case.weights, case.options)
    except OracleError as error:
        located = [error.where, error.position] if error.where else []
        return [*lines, listing('error', [error.code, *located]), 'end']
    return [
        *lines,
        listing('codes', result.codes),
        listing('scales', bits_of(result.scales)),
        listing('groupMaxError', bits_of(result.group_max_error)),
        listing('recovered', bits_of(result.recovered)),
        *figures('measure', result.measure),
        *figures('storage', storage(len(case.weights), case.options)),
        'end',
    ]
