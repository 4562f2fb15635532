"""Deterministic data, the same on every machine and Python: Python's own `random` promises less."""

from exact import to_bits

MASK = 2**64 - 1


class Generator:
    """splitmix64 (Steele, Lea and Flood 2014)."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = self.state + 0x9E3779B97F4A7C15 & MASK
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        return z ^ z >> 31

    def below(self, limit):
        return self.next() % limit

    def pick(self, items):
        return items[self.below(len(items))]

    def weight(self, exponents):
        """Bits of a binary32: random sign and significand, a biased exponent from `exponents`."""
        return self.below(2) << 31 | self.pick(exponents) << 23 | self.below(2**23)

    def weights(self, count, exponents=range(117, 128)):
        """Mixed magnitudes: 2^-10 to 2 unless told otherwise."""
        return [self.weight(exponents) for _ in range(count)]


def neighbours(value):
    """Bits of the binary32 just below, at and just above a finite value that is not zero."""
    bits = to_bits(value)
    return [bits - 1, bits, bits + 1]


def with_signs(bit_list):
    return [bits ^ sign for bits in bit_list for sign in (0, 0x80000000)]
