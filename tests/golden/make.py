"""Writes the golden vectors beside this file; with --check, compares them with what is there.

Python's standard library is all it needs.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

import layouts  # noqa: E402
import scales  # noqa: E402
import ties  # noqa: E402
import values  # noqa: E402
import worked  # noqa: E402
from case import render  # noqa: E402

FOLDER = Path(__file__).parent
FILES = {
    'worked': worked.CASES,
    'storage': worked.STORAGE_CASES,
    'layout': layouts.layout_cases(),
    'random': layouts.random_cases(),
    'zeros': values.zero_cases(),
    'errors': values.error_cases(),
    'range': values.range_cases(),
    'ties': ties.tie_cases(),
    'division': ties.division_cases(),
    'scales': scales.scale_cases(),
}


def text_of(cases):
    names = [case.name for case in cases]
    assert len(names) == len(set(names)), 'two cases with one name'
    return '\n'.join('\n'.join([*render(case), '']) for case in cases)


def main():
    worked.self_check()
    ties.self_check()
    stale = []
    for name, cases in FILES.items():
        path, text = FOLDER / f'{name}.txt', text_of(cases)
        if '--check' not in sys.argv:
            path.write_text(text, encoding='ascii', newline='\n')
        elif not path.exists() or path.read_text(encoding='ascii') != text:
            stale.append(path.name)
        print(f'{path.name}: {len(cases)} cases, {len(text)} bytes')
    if stale:
        sys.exit(f'not what make.py writes: {", ".join(stale)}')


if __name__ == '__main__':
    main()
