#!/usr/bin/env python3
"""Writes the layers of the ziggurats of io.lanewise.ndarray.random from their definition.

Run it as `python3 ndarray/src/main/scripts/ziggurat_tables.py`; it needs mpmath and takes some seconds.

A ziggurat (G. Marsaglia and W. W. Tsang, The ziggurat method for generating random variables, Journal of Statistical Software 5(8),
2000) covers the region below a decreasing density f by 256 layers of one area v: 255 rectangles, and at the bottom a rectangle with
the tail beyond r. Their edges x[255] = r > x[254] > ... > x[1] > x[0] = 0 satisfy

    v = r f(r) + integral of f from r to infinity,      x[i] = f^-1(v / x[i + 1] + f(x[i + 1])),

and r is the number for which this ends at f(x[0]) = f(0) = 1. The bottom layer counts as a rectangle of width v / f(r). As in
J. A. Doornik, An improved ziggurat method to generate normal random samples (2005), a layer is chosen by bits that are not those of
the abscissa: the candidate is x = w[i] times an integer of b bits, with w[i] = x[i] / 2^b, and lies in the layer above, hence
below f, where the integer is below k[i] = floor(2^b x[i - 1] / x[i]). Elsewhere f at the layer's edges, f[i] = f(x[i]), is needed.

b is 52 for normal and 53 for exponential doubles, 23 for floats.

Streams must be NumPy's bit for bit, so the tables must be its tables, roundings included. They were found out from its streams, by
driving PCG64 to chosen words and watching which are accepted:

* exponential: x and f are the exact ones rounded once; k has 52 bits and is doubled.
* normal: the recurrence was computed in doubles, from r rounded to double and v = 0.004928673233974652, 4 ULP below the area; every
  rounding is then determined except that exp(-x^2/2) came out one ULP above the right rounding at one layer (`EXP_ONE_ULP_UP`), and
  k is rounded to the nearest, not cut off.
* floats: those of doubles rounded, k to the nearest integer; one width of the exponential, which lies 0.4976 of the way between two floats,
  went to the farther one (`FARTHER_FLOAT`).
"""

import math
import pathlib
import struct

from mpmath import mp, mpf

mp.prec = 300
LAYERS = 256
NORMAL_BITS = 52
EXPONENTIAL_BITS = 53
FLOAT_BITS = 23
NORMAL_AREA = 0.004928673233974652
EXP_ONE_ULP_UP = 38
FARTHER_FLOAT = 226
TARGET = pathlib.Path(__file__).parents[1] / "resources/io/lanewise/ndarray/random"


def root(function, low, high):
    """Where a decreasing function is zero, by bisection."""
    while high - low > mpf(2) ** -200:
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def overfull(f, inverse, tail, r):
    """How far layers from r rise above f(0) = 1; x[0..255] and v as well."""
    v = r * f(r) + tail(r)
    x = [mpf(0)] * LAYERS
    x[LAYERS - 1] = r
    for i in range(LAYERS - 2, 0, -1):
        height = v / x[i + 1] + f(x[i + 1])
        if height >= 1:
            return mpf(1), x, v
        x[i] = inverse(height)
    return v / x[1] + f(x[1]) - 1, x, v


def exponential():
    """Edges x with the bottom's width in front, f, and k."""
    functions = (lambda x: mp.exp(-x), lambda y: -mp.log(y), lambda r: mp.exp(-r))
    r = root(lambda r: overfull(*functions, r)[0], mpf("7.69"), mpf("7.71"))
    _, x, v = overfull(*functions, r)
    f = [mp.exp(-edge) for edge in x]
    width = [v / mp.exp(-r)] + x[1:]
    ratio = [r / width[0]] + [x[i - 1] / x[i] for i in range(1, LAYERS)]
    k = [2 * int(mp.floor(mp.ldexp(q, EXPONENTIAL_BITS - 1))) for q in ratio]
    return r, width, f, k, ratio


def double_exp(x):
    return float(mp.exp(mpf(x)))


def double_log(x):
    return float(mp.log(mpf(x)))


def normal():
    """As exponential(), in doubles."""
    functions = (
        lambda x: mp.exp(-x * x / 2),
        lambda y: mp.sqrt(-2 * mp.log(y)),
        lambda r: mp.sqrt(mp.pi / 2) * mp.erfc(r / mp.sqrt(2)),
    )
    exact = root(lambda r: overfull(*functions, r)[0], mpf("3.65"), mpf("3.66"))
    area = float(overfull(*functions, exact)[2])
    assert NORMAL_AREA == area - 4 * math.ulp(area)
    r = float(exact)
    x = [0.0] * LAYERS
    f = [1.0] * LAYERS
    x[LAYERS - 1] = r
    f[LAYERS - 1] = double_exp(-0.5 * r * r)
    for i in range(LAYERS - 2, 0, -1):
        x[i] = math.sqrt(-2 * double_log(NORMAL_AREA / x[i + 1] + f[i + 1]))
        f[i] = double_exp(-0.5 * x[i] * x[i])
        if i == EXP_ONE_ULP_UP:
            f[i] += math.ulp(f[i])
    width = [NORMAL_AREA / f[LAYERS - 1]] + x[1:]
    ratio = [r / width[0]] + [x[i - 1] / x[i] for i in range(1, LAYERS)]
    k = [round(math.ldexp(q, NORMAL_BITS)) for q in ratio]
    return exact, width, f, k, ratio


def double_bits(x):
    return struct.unpack(">Q", struct.pack(">d", float(x)))[0]


def single_bits(x):
    return struct.unpack(">I", struct.pack(">f", float(x)))[0]


def rows(table, bits, farther):
    """A line for each layer: k, w, f for doubles, k, w, f for floats, in hexadecimal."""
    _, width, f, k, ratio = table
    for i in range(LAYERS):
        yield (
            k[i],
            double_bits(mp.ldexp(mpf(width[i]), -bits)),
            double_bits(f[i]),
            int(mp.nint(mp.ldexp(mpf(ratio[i]), FLOAT_BITS))),
            single_bits(mp.ldexp(mpf(width[i]), -FLOAT_BITS)) + (i == farther),
            single_bits(f[i]),
        )


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    tables = (("normal", normal(), NORMAL_BITS, None), ("exponential", exponential(), EXPONENTIAL_BITS, FARTHER_FLOAT))
    for name, table, bits, farther in tables:
        with open(TARGET / f"ziggurat_{name}.txt", "w") as out:
            for row in rows(table, bits, farther):
                out.write(" ".join(f"{number:x}" for number in row) + "\n")
        r = table[0]
        print(f"{name}: r = {float(r)!r}, 1/r = {float(1 / r)!r}, {mp.nstr(r, 30)}")


if __name__ == "__main__":
    main()
