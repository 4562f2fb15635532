"""The worked examples of docs/numerics.md, and what it prints for them."""

from case import Case, floats
from exact import from_number, to_bits
from oracle import Options, quantize, storage

ONE = [0.123456, -0.567890, 0.234567, -0.345678]
TWO = [0.1, -0.8, 0.05, -0.02]
MIXED = [10.5, -8.2, 9.1, -7.8, 0.001, -0.002, 0.0015, -0.0008]
PIPELINE = [2.0, -1.5, 0.8, -0.3, 0.01, -0.02, 0.005, -0.001]

# name, weights, options, and literals of the contract: codes, scales, and largest error per group
# (None where it gives no figure).
EXAMPLES = [
    ('1 absmax', ONE, Options(group_size=4), [28, -127, 52, -77], [0.00447157491], None),
    (
        '1 a scale picked by hand',
        ONE,
        Options(group_size=4, custom_scale=0.00495),
        [25, -115, 47, -70],
        [0.00495],
        None,
    ),
    (
        '1 the scale as it is written down',
        ONE,
        Options(group_size=4, custom_scale=0.005),
        [25, -114, 47, -69],
        [0.005],
        None,
    ),
    ('2 absmax', TWO, Options(group_size=4), [16, -127, 8, -3], [0.00629921257], None),
    ('2 on paper', TWO, Options(group_size=4, scale=2), [16, -127, 8, -3], [0.0063], None),
    (
        '3 mixed magnitudes, one scale',
        MIXED,
        Options(group_size=8),
        [127, -99, 110, -94, 0, 0, 0, 0],
        [0.0826771632],
        None,
    ),
    (
        '4 the same with groups of 4',
        MIXED,
        Options(group_size=4),
        [127, -99, 110, -94, 64, -127, 95, -51],
        [0.0826771632, 1.57480317e-05],
        [None, 7.87398312e-06],
    ),
    (
        '5 exact',
        PIPELINE,
        Options(group_size=4),
        [127, -95, 51, -19, 63, -127, 32, -6],
        [0.0157480314, 0.000157480317],
        [0.003937006, 7.87395984e-05],
    ),
    (
        '5 on paper',
        PIPELINE,
        Options(group_size=4, scale=3),
        [127, -96, 51, -19, 64, -127, 32, -6],
        [0.0157, 0.000157],
        None,
    ),
]

CASES = [Case(name, floats(weights), options) for name, weights, options, *_ in EXAMPLES]

STORAGE_CASES = [
    Case('6 a transformer layer', length=4096 * 4096, options=Options(256, row_length=4096)),
    Case('7 a large model', length=70 * 10**9, options=Options(256)),
    Case('int8, groups of 32, float32 scales: 9 bits a weight', length=2**20, options=Options(32)),
    Case('float16 scales', length=2**20, options=Options(32, scale='float16')),
    Case('decimal scales take 4 bytes', length=2**20, options=Options(32, scale=3)),
    Case('int4', length=2**20, options=Options(32, bits=4)),
    Case('3 bits, padded per group', length=1000, options=Options(7, row_length=50, bits=3)),
    Case('larger than the original', length=1000, options=Options(1)),
    Case('one scale a row', length=1200, options=Options('row', row_length=30, bits=5)),
    Case('one scale', length=1200, options=Options('tensor', row_length=30, bits=5)),
    Case('nothing', length=0),
]


def recovered_text(result, digits):
    return [f'{float(value):.{digits}f}' for value in result.recovered]


def self_check():
    """The oracle against every figure that section 6 of docs/numerics.md prints."""
    results = {}
    for (name, _, options, codes, scales, errors), case in zip(EXAMPLES, CASES):
        result = results[name] = quantize(case.weights, options)
        assert result.codes == codes, name
        assert [to_bits(s) for s in result.scales] == floats(scales), name
        for got, want in zip(result.group_max_error, errors or []):
            assert want is None or to_bits(got) == to_bits(from_number(want)), name
    assert recovered_text(results['2 absmax'], 4) == ['0.1008', '-0.8000', '0.0504', '-0.0189']
    assert results['3 mixed magnitudes, one scale'].measure['zeroed'] == 4
    assert results['4 the same with groups of 4'].measure['zeroed'] == 0
    paper = results['5 on paper']
    errors = [f'{abs(float(b) - w):.4f}' for b, w in zip(paper.recovered, PIPELINE)]
    assert errors[:2] == ['0.0061', '0.0072']
    pipeline = storage(8, Options(group_size=4))
    assert (pipeline['totalBytes'], pipeline['savedPercent']) == (16, 50)
    layer = storage(16_777_216, Options(256, row_length=4096))
    assert (layer['numGroups'], layer['originalBytes']) == (65_536, 67_108_864)
    assert (layer['codeBytes'], layer['scaleBytes']) == (16_777_216, 262_144)
    model = storage(70 * 10**9, Options(256))
    assert (model['originalBytes'], model['codeBytes']) == (280 * 10**9, 70 * 10**9)
    assert f"{model['totalBytes'] / 1e9:.2f}" == '71.09'
    assert storage(2**20, Options(32))['bitsPerWeight'] == 9
