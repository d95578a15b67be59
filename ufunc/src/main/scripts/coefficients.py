#!/usr/bin/env python3
"""Prints the constants and polynomial coefficients of io.lanewise.ufunc.math.

Run it as `python3 ufunc/src/main/scripts/coefficients.py`; it needs mpmath (gmpy2 makes it faster) and takes about a minute.
The Java sources quote what it prints. With `piecewise` as argument it prints the resource piecewise.txt.

Every polynomial is a minimax fit by Remez' exchange (E. Ya. Remez, Sur la determination des polynomes d'approximation de degre
donnee, 1934) of a weighted error. Coefficients are rounded to the target format one at a time, lowest power first, and after each
of the first few roundings the remaining ones are fitted again, so that they make up for it (the idea of N. Brisebarre and S. Chevillard, Efficient
polynomial L-infinity approximations, ARITH 18, 2007, without the lattice).
"""

import re
import struct
import sys

from mpmath import mp, mpf

mp.prec = 220


def double(x):
    return mpf(float(x))


def single(x):
    """The float32 nearest to x, through a wider decimal-free rounding that cannot round twice."""
    m, e = mp.frexp(x)
    return mp.ldexp(mp.nint(mp.ldexp(m, 24)), int(e) - 24)


def bits(x, count):
    """x with its significand rounded to count bits."""
    m, e = mp.frexp(x)
    return mp.ldexp(mp.nint(mp.ldexp(m, count)), int(e) - count)


def truncated(x, lsb):
    """x cut off below 2**lsb."""
    return mp.ldexp(mp.floor(mp.ldexp(x, -lsb)), lsb)


def java(x, fmt):
    return (float(x).hex()) if fmt is double else float(x).hex() + "f"


def solve_on(points, f, w, powers):
    n = len(powers)
    a = mp.matrix(n + 1, n + 1)
    b = mp.matrix(n + 1, 1)
    for i, x in enumerate(points):
        weight = w(x)
        for j, p in enumerate(powers):
            a[i, j] = x**p * weight
        a[i, n] = (-1) ** i
        b[i] = f(x) * weight
    return mp.lu_solve(a, b)


def remez(f, w, powers, lo, hi, everywhere=False):
    """The coefficients c of sum c[j] x**powers[j] that minimise max |w (f - p)| on [lo, hi], and that maximum.

    `everywhere` says that w does not vanish at zero, inside the interval."""
    n = len(powers)
    # The weights vanish at zero, so a point there says nothing.
    start = lo if lo < 0 else hi / 100
    points = [(start + hi) / 2 - (hi - start) / 2 * mp.cos(mp.pi * i / n) for i in range(n + 1)]
    if lo < 0 and not everywhere:
        points = sorted(x if abs(x) > (hi - lo) / 20 else (hi - lo) / 20 for x in points)
    grid_size = 40 * n
    grid = [(lo + hi) / 2 - (hi - lo) / 2 * mp.cos(mp.pi * i / grid_size) for i in range(grid_size + 1)]
    grid = [x for x in grid if abs(x) > (hi - lo) / 100000]
    values = [(x, f(x), w(x)) for x in grid]
    for _ in range(12):
        c = solve_on(points, f, w, powers)[:n]
        errors = [(x, wx * (fx - sum(cj * x**p for cj, p in zip(c, powers)))) for x, fx, wx in values]
        extrema = []
        for x, e in errors:
            if extrema and mp.sign(extrema[-1][1]) == mp.sign(e):
                if abs(e) > abs(extrema[-1][1]):
                    extrema[-1] = (x, e)
            else:
                extrema.append((x, e))
        while len(extrema) > n + 1:
            extrema.pop(0 if abs(extrema[0][1]) < abs(extrema[-1][1]) else -1)
        worst = max(abs(e) for _, e in errors)
        if len(extrema) < n + 1:
            raise ArithmeticError("the exchange lost its alternation")
        points = [x for x, _ in extrema]
        if worst / min(abs(e) for _, e in extrema) < 1.02:
            return c, worst
    return c, worst


def fit(name, f, w, powers, lo, hi, formats, again=3, everywhere=False):
    """Fits, rounds coefficient by coefficient, prints; the others are fitted again after each of the first `again` roundings."""
    fixed = []
    for i in range(min(again, len(powers))):
        rest = lambda x: f(x) - sum(c * x**p for c, p in fixed)
        c, _ = remez(rest, w, powers[i:], lo, hi, everywhere)
        fixed.append((formats[i](c[0]), powers[i]))
    fixed += [(fmt(cj), p) for cj, p, fmt in list(zip(c, powers[i:], formats[i:]))[1:]]
    grid = [lo + (hi - lo) * (i + mpf(1) / 3) / 4001 for i in range(4000)]
    error = max(abs(w(x) * (f(x) - sum(c * x**p for c, p in fixed))) for x in grid)
    print(f"{name}: weighted error 2^{float(mp.log(error, 2)):.1f}")
    for (c, p), fmt in zip(fixed, formats):
        print(f"  x^{p:<3} {java(c, fmt)}")


def parts(name, value, formats):
    print(name)
    rest = value
    for rounding in formats:
        part = rounding(rest)
        rest -= part
        print(f"  {float(part).hex()}")
    print(f"  remains {float(rest):.2e}")


def series(f, x, terms):
    """f(x) unless x is so small that it cancels: then the series terms(k) x**k."""
    if abs(x) > mpf(2) ** -12:
        return f(x)
    return sum(terms(k) * x**k for k in range(16))


def constants():
    ln2 = mp.log(2)
    pi = +mp.pi
    parts("ln 2, float64", ln2, [double, double])
    parts("ln 2, float32", ln2, [single, single])
    parts("1 / ln 2", 1 / ln2, [double])
    parts("1 / ln 2, float32", 1 / ln2, [single])
    parts("2 / pi", 2 / pi, [double])
    parts("1 / pi", 1 / pi, [double])
    # |k| <= 2^24 multiples: the second part ends at 2^-82, so that the rounding error of the second step is exact.
    parts("pi / 2, for 2^24 multiples", pi / 2, [double, lambda x: truncated(x, -82), double])
    parts("pi / 2", pi / 2, [double, double])
    parts("pi", pi, [double, double])
    for name, value in (("1 / ln 2", 1 / ln2), ("1 / ln 10", 1 / mp.log(10)), ("log10(2)", mp.log10(2))):
        parts(name, value, [double, double])
        parts(name + ", float32", value, [single, single])
    parts("1 / 12", mpf(1) / 12, [double, double])
    print("2 / pi, bits after the point in longs")
    with mp.workprec(1400):
        rest = 2 / mp.pi
        for _ in range(20):
            rest = mp.ldexp(rest, 64)
            word = int(mp.floor(rest))
            rest -= word
            print(f"  0x{word:016x}L,")


def exponentials():
    half = mp.log(2) / 2 * (1 + mpf(2) ** -20)
    tail = lambda x: series(lambda v: (mp.expm1(v) - v) / v**2, x, lambda k: 1 / mp.factorial(k + 2))
    weight = lambda x: x**2 / mp.exp(x)
    fit("exp float64: (exp(x) - 1 - x) / x^2", tail, weight, range(10), -half, half, [double] * 10)
    fit("exp float32", tail, weight, range(5), -half, half, [single] * 5)
    # Relative to exp(x) - 1. The sign of the weight is chosen so that the exchange, on an interval around 0, does not degenerate.
    fit("expm1 float64", tail, lambda x: abs(x), range(11), -half, half, [double] * 11)
    fit("expm1 float32", tail, lambda x: x, range(6), -half, half, [single] * 6)
    ln2 = mp.log(2)
    two = lambda x: series(lambda v: (mp.mpf(2)**v - 1) / v, x, lambda k: ln2 ** (k + 1) / mp.factorial(k + 1))
    fit("2^x in float64 for float32 erfc: (2^x - 1) / x",
        two, lambda x: abs(x) / mp.mpf(2)**x, range(6), mpf(-0.5), mpf(0.5), [double] * 6)
    fit("exp2 float32: (2^x - 1) / x", two, lambda x: abs(x) / mp.mpf(2)**x, range(7), mpf(-0.5), mpf(0.5), [single] * 7)


def logarithms():
    root = mp.sqrt(2)
    lo, hi = 1 / root - 1, root - 1
    # log(1 + f) = 2 s + s R(s^2), s = f / (2 + f): R(z) = 2 z/3 + 2 z^2/5 + ...
    z_max = (hi / (2 + hi)) ** 2 * (1 + mpf(2) ** -20)
    r = lambda z: series(lambda v: (2 * mp.atanh(mp.sqrt(v)) / mp.sqrt(v) - 2) / v, z, lambda k: mpf(2) / (2 * k + 3))
    fit("log float64: R(z) / z", r, lambda z: z / 2, range(7), mpf(0), z_max, [double] * 7)
    # float32: log(1 + f) = slope f + f G(f) to the base, where slope f is exact.
    for name, base, slope, again in (("log", mpf(1), mpf(1), 2), ("log2", mp.log(2), mpf(3) / 2, 3), ("log10", mp.log(10), mpf(3) / 8, 3)):
        g = lambda f: series(lambda v: (mp.log1p(v) / base - slope * v) / v, f,
                             lambda k: mpf((-1) ** k) / (k + 1) / base - (slope if k == 0 else 0))
        fit(f"{name} float32: {name}(1 + f) / f - {float(slope)}", g, lambda f: f / (mp.log1p(f) / base) if f else base,
            range(10), lo, hi, [single] * 10, again, True)
    for name, value in (("ln 2", mp.log(2)), ("log10(2)", mp.log10(2))):
        parts(f"{name}, float32, the product of the first with an exponent exact", value, [lambda x: bits(x, 15), single])
    # Rare powers: log(1 + f) = S + S z (1/12 + z Q(z)), S = f / (1 + f/2), z = S^2.
    z4 = 4 * z_max
    q = lambda z: series(
        lambda v: ((2 * mp.atanh(mp.sqrt(v) / 2) / mp.sqrt(v) - 1) / v - mpf(1) / 12) / v,
        z, lambda k: mpf(2) / ((2 * k + 5) * mpf(2) ** (2 * k + 5)))
    fit("rare powers: Q(z)", q, lambda z: z**2, range(7), mpf(0), z4, [double] * 7)


def powers():
    """The intervals of m in |x| = 2^k m, each with a multiple R of 1/32 such that f = m R - 1 is exact, and what follows."""
    start = 1 - mpf(19) / 64  # 1 is in the middle of an interval in the order of the bits
    edge = lambda i: start + mpf(i) / 32 if 2 * i <= 19 else 1 + (mpf(i) - mpf(19) / 2) / 16
    largest = lambda r, lo, hi: max(abs(lo * r - 1), abs(hi * r - 1))
    reciprocals = []
    low, high = mpf(0), mpf(0)
    for i in range(16):
        lo, hi = edge(i), edge(i + 1)
        # f is a multiple of 2^-57, and of 2^-58 where m is below 1 and R odd in units of 1/32
        exact = lambda r: largest(r, lo, hi) < (mpf(1) / 32 if lo < 1 and 32 * r % 2 == 1 else mpf(1) / 16)
        r = mpf(1) if lo < 1 < hi else min(filter(exact, (mpf(j) / 32 for j in range(20, 48))), key=lambda r: largest(r, lo, hi))
        low, high = min(low, lo * r - 1), max(high, hi * r - 1)
        reciprocals.append(r)
    logs = [-mp.log(r) for r in reciprocals]
    roots_of_2 = [mp.mpf(2) ** (mpf(i) / 16) for i in range(16)]
    print("power, R:", ", ".join(java(r, double) for r in reciprocals))
    # k ln 2 - log(R) is exact: k has 11 or 8 bits, and the sum 53 or 24.
    for name, fmt, places in (("float64", double, 42), ("float32", single, 16)):
        short = lambda x: mp.ldexp(mp.nint(mp.ldexp(x, places)), -places)
        roots = list(map(fmt, roots_of_2))
        for what, values in (
                (f"-log(R) to 2^-{places}", map(short, logs)), ("the rest of it", (x - short(x) for x in logs)),
                ("2^(i/16)", roots), ("the rest of it, over it", ((x - r) / r for x, r in zip(roots_of_2, roots)))):
            print(f"power {name}, {what}:", ", ".join(java(fmt(x), fmt) for x in values))
        parts(f"power {name}, ln 2, to 2^-{places}", mp.log(2), [short, fmt])
        parts(f"power {name}, ln 2 / 16, to 2^-{places + 1}", mp.log(2) / 16, [lambda x: short(2 * x) / 2, fmt])
    # log(1 + f) = f - f^2/2 + f^3/3 + f^4 T(f), and f - f^2/2 + f^2 (-f/2) T(f)
    t = lambda f: series(lambda v: (mp.log1p(v) - v + v**2 / 2 - v**3 / 3) / v**4, f, lambda k: mpf((-1) ** (k + 1)) / (k + 4))
    show("power float64: T(f)", *remez(t, lambda f: f**3, list(range(9)), low, high))
    t = lambda f: series(lambda v: -2 * (mp.log1p(v) - v + v**2 / 2) / v**3, f, lambda k: -2 * mpf((-1) ** k) / (k + 3))
    fit("power float32: T(f); its pairs are those of -f^2/2, so times 1, 1, -2, -2, 4", t, lambda f: f**2, range(5), low, high, [single] * 5)
    step = mp.log(2) / 32 * (1 + mpf(2) ** -20)
    tail = lambda r: series(lambda v: (mp.expm1(v) - v) / v**2, r, lambda k: 1 / mp.factorial(k + 2))
    show("power float64: (exp(r) - 1 - r) / r^2", *remez(tail, lambda r: r**2, list(range(6)), -step, step))
    # n is found without the low part of the logarithm, which moves r by up to 88 (2^-13 + f^2/3).
    step = mpf("0.067")
    fit("power float32: (exp(r) - 1 - r) / r^2", tail, lambda r: r**2, range(3), -step, step, [single] * 3, 1)


def piece(f, lo, hi, center, degree, share):
    """A row of piecewise.txt: high, low, share, c1, c2, ... of f(x) = high + share x + (low + d (c1 + c2 d + ...)), d = x - center."""
    c = mp.chebyfit(lambda d: f(center + d) - share * (center + d), [lo - center, hi - center], degree + 1)[::-1]
    high = mpf(0) if share else single(c[0])
    return [high, single(c[0] - high), mpf(share)] + [single(x) for x in c[1:]]


def piece_at_zero(f, hi, degree):
    """The row around 0 of an odd function that has the derivative 1 there."""
    z = hi**2
    c = mp.chebyfit(lambda v: (f(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, [z / 10**6, z], (degree - 1) // 2)[::-1]
    row = [mpf(0), mpf(0), mpf(1)] + [mpf(0)] * degree
    for i, x in enumerate(c):
        row[5 + 2 * i] = single(x)
    return row


def piecewise():
    """The tables of Piecewise.java, which it reads from a resource: `python3 coefficients.py piecewise > piecewise.txt`."""
    rows, centers = [None] * 32, [None] * 32
    for n in range(492, 521):  # the exponent and the two highest bits of the significand
        lo, hi = (mp.ldexp(1 + mpf(m % 4) / 4, m // 4 - 127) for m in (n, n + 1))
        centers[n % 32] = (lo + hi) / 2
        rows[n % 32] = piece(mp.tanh, lo, hi, centers[n % 32], 6, 0)
    rows[491 % 32] = piece_at_zero(mp.tanh, mpf(1) / 16, 6)
    centers[491 % 32] = mpf(0)
    # what lies between is not used
    fill = lambda list: [x if x is not None else list[520 % 32] for x in list]
    tables = {"tanh": fill(rows), "tanh-centres": [[x] for x in fill(centers)], "arctan": []}
    for i in range(32):
        # the product that float32 has exactly by fma
        center = (i % 16) * single(mpf(1) / 15)
        lo, hi = max(mpf(0), (mpf(i % 16) - mpf(1) / 2) / 15), min(mpf(1), (mpf(i % 16) + mpf(1) / 2) / 15)
        complement = lambda x: mp.pi / 2 - mp.atan(x)
        tables["arctan"].append(
            piece_at_zero(mp.atan, hi, 5) if i == 0 else
            piece(mp.atan, lo, hi, center, 5, 1 if i < 5 else 0) if i < 16 else
            piece(complement, lo, hi, center, 5, 0))
    print("# Rows of tables of float32 numbers: see Piecewise.java. Made by coefficients.py.")
    for name, table in tables.items():
        for row in table:
            print(name, " ".join(re.sub(r"\.?0*p", "p", float(x).hex()).replace("p+", "p") for x in row))


def hyperbolic():
    # Of half a logarithm of 2: (sinh(r) - r) / r^3 and (cosh(r) - 1) / r^2 in z = r^2; the errors are relative to exp(r).
    top = (mp.log(2) / 2) ** 2 * (1 + mpf(2) ** -20)
    s = lambda z: series(lambda v: (mp.sinh(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, z, lambda k: 1 / mp.factorial(2 * k + 3))
    c = lambda z: series(lambda v: (mp.cosh(mp.sqrt(v)) - 1) / v, z, lambda k: 1 / mp.factorial(2 * k + 2))
    for name, fmt, terms in (("float64", double, 5), ("float32", single, 3)):
        fit(f"sinh {name}", s, lambda z: z, range(terms), mpf(0), top, [fmt] * terms)
        fit(f"cosh {name}", c, lambda z: z, range(terms), mpf(0), top, [fmt] * terms)
    # asinh up to 1/2: (asinh(x) - x) / x^3 in z = x^2.
    asinh = lambda z: series(
        lambda v: (mp.asinh(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, z,
        lambda k: mp.binomial(mpf(-1) / 2, k + 1) / (2 * k + 3))
    quarter = mpf(1) / 4 * (1 + mpf(2) ** -20)
    for name, fmt, terms in (("float64", double, 12), ("float32", single, 5)):
        fit(f"arcsinh {name}", asinh, lambda z: z, range(terms), mpf(0), quarter, [fmt] * terms)
    # log(1 + f) = 2 s + s z R(z) for f from -1/3 to 1/2: |s| <= 1/5.
    r = lambda z: series(lambda v: (2 * mp.atanh(mp.sqrt(v)) / mp.sqrt(v) - 2) / v, z, lambda k: mpf(2) / (2 * k + 3))
    wide = mpf(1) / 25 * (1 + mpf(2) ** -20)
    for name, fmt, terms in (("float64", double, 8), ("float32", single, 3)):
        fit(f"R on a wider interval, {name}", r, lambda z: z / 2, range(terms), mpf(0), wide, [fmt] * terms)


def trigonometric():
    quarter = (mp.pi / 4) ** 2 * (1 + mpf(2) ** -20)
    s = lambda z: series(lambda v: (mp.sin(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, z, lambda k: mpf((-1) ** (k + 1)) / mp.factorial(2 * k + 3))
    c = lambda z: series(lambda v: (mp.cos(mp.sqrt(v)) - 1 + v / 2) / v**2, z, lambda k: mpf((-1) ** k) / mp.factorial(2 * k + 4))
    fit("sin float64: (sin(x)/x - 1)/z", s, lambda z: z, range(6), mpf(0), quarter, [double] * 6)
    fit("cos float64: (cos(x) - 1 + z/2)/z^2", c, lambda z: z**2, range(6), mpf(0), quarter, [double] * 6)
    half = (mp.pi / 2) ** 2 * (1 + mpf(2) ** -20)
    fit("sin float32 in float64, up to pi/2: (sin(x)/x - 1)/z", s, lambda z: z / (1 - z / 7), range(4), mpf(0), half, [double] * 4)
    # tan(r) = r + r Z: Z in v = r^2 - 1/2; r may lie a little beyond pi/4
    top = (mp.pi / 4 * (1 + mpf(2) ** -9)) ** 2
    power_series = lambda z: z * (mpf(1) / 3 + z * (mpf(2) / 15 + z * (mpf(17) / 315 + z * mpf(62) / 2835)))
    ratio = lambda z: power_series(z) if z < mpf(2) ** -12 else mp.tan(mp.sqrt(z)) / mp.sqrt(z) - 1
    fit("tan float32: -Z", lambda v: -ratio(v + mpf(0.5)), lambda v: mpf(0.5) / (mpf(0.5) - v), range(8), mpf(-0.5), top - mpf(0.5),
        [single] * 8, 3, True)
    half_pi = mp.pi / 2
    down = lambda places: lambda x: mp.ldexp(mp.floor(mp.ldexp(x, places)), -places)
    parts("pi/2, float32, the product of the second with a number of 13 bits exact", half_pi, [down(22), down(36), single])


def show(name, c, error, formats_of_first=()):
    """Prints coefficients of `remez` rounded to float64, the first one in parts."""
    print(f"{name}: weighted error 2^{float(mp.log(error, 2)):.1f}")
    for j, v in enumerate(c):
        if j == 0 and formats_of_first:
            parts("  x^0", v, formats_of_first)
        else:
            print(f"  x^{j:<3} {java(double(v), double)}")


def rational(name, f, hi, m, n):
    """The quotient of polynomials of degrees m and n that is nearest to f on [0, hi] in relative error, by Remez' exchange."""
    count = m + n + 2
    points = [hi / 2 - hi / 2 * mp.cos(mp.pi * i / (count - 1)) for i in range(count)]
    points[0] = hi / 10**9
    error = mpf(0)
    for _ in range(30):
        for _ in range(12):
            # p - f (1 +- e) (q - 1) = f (1 +- e), linear once the e beside q is that of the round before
            a = mp.matrix(count, count)
            right = mp.matrix(count, 1)
            for i, x in enumerate(points):
                sign, y = (-1) ** i, f(x)
                for j in range(m + 1):
                    a[i, j] = x**j
                for j in range(1, n + 1):
                    a[i, m + j] = -y * (1 + sign * error) * x**j
                a[i, count - 1] = -y * sign
                right[i] = y
            solution = mp.lu_solve(a, right)
            error = solution[count - 1]
        p = [solution[j] for j in range(m + 1)]
        q = [mpf(1)] + [solution[m + j] for j in range(1, n + 1)]
        value = lambda x: sum(c * x**k for k, c in enumerate(p)) / sum(c * x**k for k, c in enumerate(q))
        grid = [max(hi / 2 - hi / 2 * mp.cos(mp.pi * i / (60 * count)), hi / 10**9) for i in range(60 * count + 1)]
        extrema = []
        for x in grid:
            e = value(x) / f(x) - 1
            if extrema and mp.sign(extrema[-1][1]) == mp.sign(e):
                extrema[-1] = max(extrema[-1], (x, e), key=lambda pair: abs(pair[1]))
            else:
                extrema.append((x, e))
        worst = max(abs(e) for _, e in extrema)
        if len(extrema) != count or worst / min(abs(e) for _, e in extrema) < 1.01:
            break
        points = [x for x, _ in extrema]
    show(name + ", numerator", p, worst)
    show(name + ", denominator", q, worst)


def inverse_trigonometric():
    quarter = mpf(1) / 4 * (1 + mpf(2) ** -20)
    p = lambda z: series(lambda v: (mp.asin(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, z,
                         lambda k: mp.binomial(2 * k + 2, k + 1) / mpf(4) ** (k + 1) / (2 * k + 3))
    q = lambda z: series(lambda v: (mp.atan(mp.sqrt(v)) / mp.sqrt(v) - 1) / v, z, lambda k: mpf((-1) ** (k + 1)) / (2 * k + 3))
    for name, f in (("arcsin", p), ("arctan", q)):
        for fmt, terms, kind in ((double, 12, "float64"), (single, 5, "float32"))[:2 if name == "arcsin" else 1]:
            fit(f"{name} {kind}: ({name}(x)/x - 1)/z", f, lambda z: z, range(terms), mpf(0), quarter, [fmt] * terms)
    whole = lambda z: series(lambda v: mp.atan(mp.sqrt(v)) / mp.sqrt(v), z, lambda k: mpf((-1) ** k) / (2 * k + 1))
    fit("arctan2 float32 in float64, up to 1: arctan(x)/x", whole, lambda z: 1 / whole(z), range(11), mpf(0), mpf(1), [double] * 11)
    eighth = (mp.pi / 4) ** 2 * (1 + mpf(2) ** -20)
    t = lambda z: series(lambda v: mp.tan(mp.sqrt(v)) / mp.sqrt(v), z,
                         lambda k: [mpf(1), mpf(1) / 3, mpf(2) / 15, mpf(17) / 315, mpf(62) / 2835][k] if k < 5 else mpf(0))
    rational("tan float32 in float64: tan(x)/x", t, eighth, 2, 2)
    parts("pi / 2, float32", mp.pi / 2, [single, single])


def cube_root_seed(wide, magic):
    """The largest |1 - x r^3| of the first r, magic less a third of the bits of x."""
    worst = 0
    for i in range(2000):
        x = single(1 + mpf(7) * i / 2000)
        if wide:
            third = ((struct.unpack(">q", struct.pack(">d", x))[0] >> 32) * 0xAAAAAAAB >> 33) << 32
            r = struct.unpack(">d", struct.pack(">q", magic - third))[0]
        else:
            third = ((struct.unpack(">i", struct.pack(">f", x))[0] >> 14) * 21846 >> 16) << 14
            r = struct.unpack(">f", struct.pack(">i", magic - third))[0]
        worst = max(worst, abs(1 - x * mpf(r) ** 3))
    return worst


def half_reciprocal(magic):
    """The largest |1 - 2 x r| of r, the float32 number with the bits `magic` less those of x."""
    of = lambda bits: struct.unpack(">f", struct.pack(">i", bits))[0]
    bits = lambda x: struct.unpack(">i", struct.pack(">f", x))[0]
    return max(abs(1 - 2 * x * of(magic - bits(x))) for x in (1 + 3 * i / 6000 for i in range(6000)))


def roots():
    # The bits of 1 / (2 x) from those of x. FLOAT64 has the same fraction of 2^52 behind 2044 that FLOAT32 has of 2^23 behind 252.
    error, magic = min((half_reciprocal(m), m) for m in range(0x7E700000, 0x7E780000, 0x2000))
    error, magic = min((half_reciprocal(m), m) for m in range(magic - 0x2000, magic + 0x2000, 0x100))
    print(f"1 / (2 x) from the bits of x: {magic:#x}, off by {error:.4f}")
    for kind, wide, one, step, unit, terms, fmt in (
            ("float64", True, 0x3FF0000000000000, 43, 32, 7, double), ("float32", False, 0x3F800000, 14, 14, 4, single)):
        seeds = ((one + one // 3 + (i << step)) >> unit << unit for i in range(-80, 81))
        worst, seed = min((cube_root_seed(wide, m), m) for m in seeds)
        print(f"cbrt {kind}: seed {seed:#x}, |h| up to {float(worst):.5f}")
        f = lambda h: (1 - h) ** (mpf(-1) / 3)
        c, error = remez(f, lambda h: 1 / f(h), range(terms), -worst * mpf("1.002"), worst * mpf("1.002"), everywhere=True)
        show(f"(1 - h)^(-1/3), {kind}", [fmt(v) for v in c], error)
    quarter = mpf(1) / 4 * (1 + mpf(2) ** -20)
    pi2 = mp.pi ** 2
    parts("pi^2 / 6", pi2 / 6, [double, double])
    s = lambda z: series(lambda v: (mp.sincpi(mp.sqrt(v)) - 1 + pi2 / 6 * v) / v**2, z,
                         lambda k: (-1) ** k * pi2 ** (k + 2) / mp.factorial(2 * k + 5))
    fit("sinc float64: (sin(pi x)/(pi x) - 1 + pi^2 z/6)/z^2", s, lambda z: z**2, range(7), mpf(0), quarter, [double] * 7)
    n = lambda z: series(lambda v: mp.sincpi(mp.sqrt(v)), z, lambda k: (-1) ** k * pi2 ** k / mp.factorial(2 * k + 1))
    fit("sinc float32 in float64", n, lambda z: 1 / n(z), range(6), mpf(0), quarter, [double] * 6)


def error_functions():
    edge = mpf(3) / 4
    e = lambda z: series(lambda v: mp.erf(mp.sqrt(v)) / mp.sqrt(v) - 1, z,
                         lambda k: 2 / mp.sqrt(mp.pi) * (-1) ** k / (mp.factorial(k) * (2 * k + 1)) - (1 if k == 0 else 0))
    fit("erf float64, up to 3/4: erf(x)/x - 1", e, lambda z: 1 / (1 + e(z)), range(11), mpf(0), edge**2, [double] * 11)
    fit("erf float32 in float64", e, lambda z: 1 / (1 + e(z)), range(6), mpf(0), edge**2, [double] * 6)
    centre = mpf(15) / 4
    known = {}

    def p(t):
        if t not in known:
            x = centre * (1 + t) / (1 - t)
            with mp.workprec(mp.prec + int(3 * x * x) + 20):
                known[t] = (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)
        return known[t]

    for name, terms, last in (("float64", 22, mpf(28)), ("float32 in float64", 11, mpf(11))):
        lo, hi = ((x - centre) / (x + centre) for x in (edge, last))
        show(f"erfc {name}: (1 + 2x) exp(x^2) erfc(x) in t = (x - 15/4)/(x + 15/4)",
             *remez(p, lambda t: 1 / p(t), range(terms), lo, hi, everywhere=True), [double, double])


def gammas():
    numbers = [mp.bernoulli(2 * k + 2) for k in range(14)]
    small = mpf(2) ** -16

    def stirling(z):
        if z < small:
            return sum(b / ((2 * k + 2) * (2 * k + 1)) * z**k for k, b in enumerate(numbers))
        y = 1 / mp.sqrt(z)
        return (mp.loggamma(y) - (y - mpf(1) / 2) * mp.log(y) + y - mp.log(2 * mp.pi) / 2) * y

    def asymptotic(z):
        if z < small:
            return sum(b / (2 * k + 2) * z**k for k, b in enumerate(numbers))
        y = 1 / mp.sqrt(z)
        return (mp.log(y) - 1 / (2 * y) - mp.digamma(y)) / z

    show("lgamma from 8 on: S(1/y^2)", *remez(stirling, mp.sqrt, range(7), mpf(0), mpf(1) / 64))
    show("digamma from 8 on: D(1/y^2)", *remez(asymptotic, lambda z: z, range(7), mpf(0), mpf(1) / 64))
    eighth = mpf(1) / 8 * (1 + mpf(2) ** -20)
    for at, terms in ((1, 14), (2, 11)):
        first = 1 - mp.euler if at == 2 else -mp.euler
        f = lambda d: series(lambda v: mp.loggamma(at + v) / v, d,
                             lambda k: first if k == 0 else (-1) ** (k + 1) * (mp.zeta(k + 1) - (at - 1)) / (k + 1))
        show(f"lgamma({at} + d) / d", *remez(f, lambda d: 1 / f(d), range(terms), -eighth, eighth, everywhere=True), [double, double])
    cot = lambda z: series(lambda v: (1 / mp.sqrt(v) - mp.pi * mp.cot(mp.pi * mp.sqrt(v))) / mp.sqrt(v), z, lambda k: 2 * mp.zeta(2 * k + 2))
    show("(1/r - pi cot(pi r)) / r", *remez(cot, lambda z: 1 / cot(z), range(14), mpf(0), mpf(1) / 4))
    parts("log(2 pi)/2 - 1/2", mp.log(2 * mp.pi) / 2 - mpf(1) / 2, [double, double])
    parts("100 ln 2", 100 * mp.log(2), [double, double])


def chebyshev(f, degree):
    """The powers of the polynomial that meets f at the zeros of the Chebyshev polynomial above it, on [-1, 1]."""
    n = degree + 1
    nodes = [mp.cos(mp.pi * (k + mpf(1) / 2) / n) for k in range(n)]
    values = [f(x) for x in nodes]
    parts = [2 * sum(v * mp.cos(j * mp.pi * (k + mpf(1) / 2) / n) for k, v in enumerate(values)) / n for j in range(n)]
    parts[0] /= 2
    last, now = [mpf(1)], [mpf(0), mpf(1)]
    powers = [mpf(0)] * n
    for j, part in enumerate(parts):
        t = last if j == 0 else now
        for i, c in enumerate(t):
            powers[i] += part * c
        if j > 0:
            last, now = now, [2 * a - b for a, b in zip([mpf(0)] + now, last + [mpf(0)] * 2)]
    return powers


def bessel():
    """I0: its power series up to 8, and sqrt(x) exp(-x) I0(x) as a polynomial in s = 16 / x - 1 above."""
    print("I0, powers of x^2 / 4:", ", ".join(java(1 / mp.factorial(k) ** 2, double) for k in range(22)))

    def scaled(s):
        x = 16 / (s + 1)
        return mp.sqrt(x) * mp.exp(-x) * mp.besseli(0, x)

    print("I0, powers of 16 / x - 1:", ", ".join(java(c, double) for c in chebyshev(scaled, 23)))


if __name__ == "__main__":
    if sys.argv[1:] == ["piecewise"]:
        piecewise()
    else:
        constants()
        exponentials()
        logarithms()
        powers()
        hyperbolic()
        trigonometric()
        inverse_trigonometric()
        roots()
        error_functions()
        gammas()
        bessel()
