#!/usr/bin/env python3
"""Makes the reference values for exp, log, sin, cos and power in float64.

Run it as `python3 ufunc/src/test/scripts/make_math_fixtures.py`; it needs mpmath (gmpy2 makes it several times faster) and takes a
few minutes on two cores. It writes FUNCTION.bin into ufunc/src/test/resources/io/lanewise/ufunc/math.

A file holds, big endian: the number of hard cases (int); the bits of their arguments (long; two each for power); one byte for each hard
case; one byte for each of the 10^6 random cases, whose arguments come from SplitMix64 as `arguments` below and
MathFixtures.java make them, bit for bit.

The byte stands for the true value v. The doubles of one sign are numbered by their bits; with n the number of the largest
double not above |v| and f the part of the way to the next one, the byte is the low byte of floor(32 (n + f)): three bits of
n and five of f. Of a result that is known to be within 3 ULP, it tells the error to 1/32 ULP. Values too large for the format count as infinity.
"""

import math
import pathlib
import struct
from concurrent.futures import ProcessPoolExecutor

from mpmath import mp, mpf

mp.prec = 160

RANDOM = 1_000_000
SEED = 20250917
MASK = (1 << 64) - 1
FUNCTIONS = ("exp", "log", "sin", "cos", "power")
TARGET = pathlib.Path(__file__).parents[1] / "resources/io/lanewise/ufunc/math"


def split_mix(index):
    """Output `index` of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, 2014)."""
    z = (SEED + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def uniform(word):
    return (word >> 11) * 2.0**-53


def of_bits(bits):
    return struct.unpack(">d", struct.pack(">Q", bits))[0]


def to_bits(x):
    return struct.unpack(">Q", struct.pack(">d", x))[0]


def spread(word, low, high):
    """A positive double with a random significand and an exponent from low to high - 1."""
    exponent = 1023 + low + (word >> 52) % (high - low)
    return of_bits(exponent << 52 | word & 0xFFFFFFFFFFFFF)


def arguments(function, index):
    """The arguments of random case `index`."""
    a = split_mix(2 * index)
    b = split_mix(2 * index + 1)
    third = index % 3
    sign = 1.0 if b & 1 else -1.0
    if function == "exp":
        return (-746.0 + 1456.0 * uniform(a) if third else sign * spread(a, -60, 9),)
    if function == "log":
        return ((spread(a, -1022, 1024), 0.5 + 1.5 * uniform(a), spread(a, -8, 8))[third],)
    if function in ("sin", "cos"):
        return ((sign * spread(a, -40, 1024), -10.0 + 20.0 * uniform(a), sign * spread(a, -4, 25))[third],)
    if third == 0:
        return (spread(a, -1022, 1024), -3.0 + 6.0 * uniform(b))
    if third == 1:
        return (0.25 + 3.75 * uniform(a), -500.0 + 1000.0 * uniform(b))
    return (-spread(a, -30, 30), float((b >> 1) % 61) - 30.0)


def value(function, args):
    x = mpf(args[0])
    if function == "power":
        y = mpf(args[1])
        size = mp.exp(y * mp.log(abs(x)))
        return size
    return getattr(mp, function)(x)


def position(v):
    """floor(32 (n + f)) as in the module's description."""
    sign, man, exp, count = v._mpf_
    if not man:
        return 0
    e = exp + count - 1
    if e >= 1024:
        return 32 * 0x7FF0000000000000
    base = max(e, -1022)
    shift = exp - (base - 52) + 5
    m = int(man)
    scaled = m << shift if shift >= 0 else m >> -shift
    return ((base + 1022) << 57) + scaled


def code(function, args):
    return position(value(function, args)) & 0xFF


def random_codes(job):
    function, start, stop = job
    return bytes(code(function, arguments(function, i)) for i in range(start, stop))


def near_multiples():
    """Doubles near multiples of pi/2: all small ones, and for each exponent those that come nearest, by continued fractions."""
    out = [float(mp.pi / 2 * k) for k in range(1, 3600)]
    with mp.workprec(1400):
        half_pi = mp.pi / 2
        for e in range(-20, 972):
            # M 2^e / (pi/2) near an integer: the convergents p/q of 2^e / (pi/2) have q < 2^53.
            ratio = mp.ldexp(1, e) / half_pi
            p0, q0, p1, q1 = 1, 0, int(mp.floor(ratio)), 1
            rest = ratio - p1
            while True:
                inverse = 1 / rest
                a = int(mp.floor(inverse))
                rest = inverse - a
                p0, q0, p1, q1 = p1, q1, a * p1 + p0, a * q1 + q0
                if q1 >= 1 << 53:
                    break
            # The last convergent's multiples, and mixtures with the one before, near full length.
            for q in (q0, q0 * max(1, (1 << 53) // q0 - 1), q1 - q0):
                if 0 < q < 1 << 53:
                    out.append(math.ldexp(q, e))
    return out


def hard_arguments(function):
    u = [uniform(split_mix(10_000_000 + i)) for i in range(20_000)]
    w = [split_mix(11_000_000 + i) for i in range(20_000)]
    if function == "exp":
        x = [-745.2 + 37.0 * v for v in u[:4000]]
        x += [709.7 + 0.1 * v for v in u[4000:5000]]
        x += [(k + 0.5) * math.log(2) * (1 + (j - 1) * 2.0**-50) for k in range(-1075, 1024) for j in range(2)]
        x += [(1 if v & 1 else -1) * spread(v, -1022, -40) for v in w[:801]]
        x += [of_bits(v >> 13) for v in w[801:1001]]
        x += [709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, -708.3964185322641, -708.3964185322642]
        return [(v,) for v in x]
    if function == "log":
        x = [1 + k * 2.0**-52 for k in range(1, 2000)] + [1 - k * 2.0**-53 for k in range(1, 2000)]
        x += [1 + (v - 0.5) * 2.0**-e for e, v in zip([4, 8, 12, 20, 30] * 400, u)]
        x += [of_bits(v >> 12) for v in w[:1000]] + [of_bits(1 << k) for k in range(52)]
        root = to_bits(math.sqrt(0.5))
        x += [of_bits(root - 4 + i % 9 + (i - 500 << 52)) for i in range(1000)]
        x += [math.ldexp(1.0, k) for k in range(-1022, 1024)] + [of_bits(0x7FEFFFFFFFFFFFFF - k) for k in range(20)]
        return [(v,) for v in x if v > 0]
    if function in ("sin", "cos"):
        x = near_multiples()
        x += [of_bits(to_bits(2.0**24) - 500 + k) for k in range(1000)]
        x += [float(mp.pi / 4 * (2 * k + 1)) * (1 + (k % 3 - 1) * 2.0**-52) for k in range(2500)]
        x += [spread(v, -1022, -20) for v in w[:500]] + [of_bits(v >> 12) for v in w[500:700]]
        x += [of_bits(0x7FEFFFFFFFFFFFFF - k) for k in range(100)]
        return [(v if i % 2 else -v,) for i, v in enumerate(x)]
    pairs = []
    for i in range(3000):
        # At the overflow edge and below the normal range, x near and far from 1.
        x = spread(w[i], -40, 40) if i % 2 else 1 + u[i] * 2.0**-10 + 2.0**-20
        edge = 1024 + (u[i + 3000] - 0.5) * 0.001 if i % 3 else -1022 - 54 * u[i + 3000]
        pairs.append((x, edge / math.log2(x)))
    for i in range(3000):
        x = of_bits(0x3FF0000000000000 + (w[i] % 4001 - 2000))
        pairs.append((x, (u[i] - 0.5) * 700 / 1e-13))
    pairs += [(of_bits(v >> 12), (v2 - 0.5) * 3) for v, v2 in zip(w[:1000], u)]
    pairs += [(float(k), float(n)) for k in range(2, 60) for n in range(2, 40)]
    pairs += [(math.sqrt(2) * (1 + (i % 7 - 3) * 2.0**-52), (u[i] - 0.5) * 2000) for i in range(700)]
    pairs += [(1 + 2.0**-52 * (1 + i), 2.0**51 * (1 + u[i])) for i in range(100)]
    return pairs


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    step = 20_000
    with ProcessPoolExecutor(2) as pool:
        for function in FUNCTIONS:
            hard = hard_arguments(function)
            parts = list(pool.map(random_codes, [(function, i, i + step) for i in range(0, RANDOM, step)]))
            with open(TARGET / f"{function}.bin", "wb") as out:
                out.write(struct.pack(">i", len(hard)))
                for args in hard:
                    out.write(b"".join(struct.pack(">d", v) for v in args))
                out.write(bytes(code(function, args) for args in hard))
                out.write(b"".join(parts))
            print(function, len(hard), "hard cases")


if __name__ == "__main__":
    main()
