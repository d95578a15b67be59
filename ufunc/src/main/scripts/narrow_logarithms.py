#!/usr/bin/env python3
"""Moves the last bits of the coefficients of the float32 logarithms in Logarithm.java, so that the worst error becomes smaller.

Run it as `python3 narrow_logarithms.py log 1.15 1.35 40` (the base, the significands that count, the seconds); it needs NumPy. It
starts from the minimax coefficients that coefficients.py prints, moves some by a few units in their last place, and keeps what makes
the largest error on random significands smaller, by the float32 operations of Logarithm.java. Over all significands the error may
not exceed BOUND. The search is random, but for its seed, and what it finds depends on the time that it has.
"""

import sys
import time

import numpy as np

BOUND = 0.97
LN2 = np.log(np.longdouble(2))
# the logarithm of 2 in two parts, the slope, and the coefficients
BASES = {
    "log": (1, "0x1.62e4p-1", "0x1.7f7d1cp-20", 1, """-0x1.86cb78p-35 -0x1.fffff8p-2 0x1.55555p-2 -0x1.00042ap-2 0x1.99a3e8p-3
        -0x1.5426ep-3 0x1.2271d2p-3 -0x1.0f3bfp-3 0x1.0849aep-3 -0x1.381e28p-4"""),
    "log2": (LN2, "1", "0", 1.5, """-0x1.d57136p-5 -0x1.71547p-1 0x1.ec70a4p-2 -0x1.715b06p-2 0x1.277b4p-2
        -0x1.ea9a3p-3 0x1.a3647ap-3 -0x1.88dcecp-3 0x1.7b8424p-3 -0x1.b5f4ecp-4"""),
}


def cases(base, low, high, rng):
    """What the sum has before the polynomial's part, for exponents 0, -1 and 1."""
    divisor, k_high, k_low, slope, _ = BASES[base]
    k_high, k_low = np.float32(float.fromhex(k_high)), np.float64(float.fromhex(k_low))
    m = rng.uniform(low, high, 300_000).astype(np.float32)
    f = m[m != 1] - np.float32(1)
    line = f * np.float32(slope)
    for k in (0, -1, 1):
        exact = np.float32(k) * k_high
        head = exact + line
        rest = (k * k_low + (line - (head - exact))).astype(np.float32)
        true = ((np.log1p(f.astype(np.longdouble)) + k * LN2) / divisor).astype(np.float64)
        # results near 0 occur with exponent 0 only
        counts = np.abs(true) > (0.2 if k else 0)
        unit = 2.0 ** (np.floor(np.log2(np.abs(true[counts]))) - 23)
        yield head[counts], rest[counts], f[counts].astype(np.float64), true[counts], unit


def worst(c, tried):
    """The largest error in units in the last place. A float32 fma is one in float64 rounded, but for cases that hardly occur."""
    largest = 0.0
    for head, rest, f, true, unit in tried:
        g = np.full(f.shape, c[-1])
        for each in c[-2::-1]:
            g = (g.astype(np.float64) * f + np.float64(each)).astype(np.float32)
        y = head + (g.astype(np.float64) * f + rest).astype(np.float32)
        largest = max(largest, np.max(np.abs(y - true) / unit))
    return largest


def main(base, low, high, seconds):
    rng = np.random.default_rng(20261127)
    best = np.array([float.fromhex(x) for x in BASES[base][4].split()], dtype=np.float32)
    counted = list(cases(base, low, high, rng))
    everywhere = list(cases(base, 0.7072, 1.4142, rng))
    error = worst(best, counted)
    end = time.time() + seconds
    while time.time() < end:
        c = best.copy()
        for j in rng.integers(0, len(c), rng.integers(1, 4)):
            c[j : j + 1].view(np.int32)[0] += rng.choice([-1, 1]) * rng.integers(1, 2 ** max(1, 2 * j - 4))
        e = worst(c, counted)
        if e < error and worst(c, everywhere) < BOUND:
            best, error = c, e
    print(f"{base}: {error:.3f} ULP, {worst(best, everywhere):.3f} everywhere")
    print(" ".join(float(x).hex() for x in best))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
