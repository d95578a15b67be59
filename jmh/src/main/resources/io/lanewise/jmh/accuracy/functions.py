"""The mathematical functions with their true values in arbitrary precision, and the arguments at which they are tried.

`./lanewise accuracy` runs this file as a process and asks it for points; make_math_fixtures.py imports it for the committed
fixtures. One row of FUNCTIONS is one function. It needs mpmath; gmpy2 makes it several times faster.

The protocol: the first line is `ok` and the functions' names. A line `NAME random START COUNT` or `NAME hard COUNT` asks for points. The answer is a line with their number, and
then for each point, big endian, the arguments (float64 each), the bits of the largest double not above the size of the true value
(int64), the part of the way to the next one (float64), and the sign (float64). `NAME arguments START COUNT` asks for the arguments of random
points alone.
"""

import itertools
import math
import struct
import sys

from mpmath import mp, mpf

mp.prec = 160

SEED = 20250917
MASK = (1 << 64) - 1


def split_mix(index):
    """Output `index` of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, 2014)."""
    z = (SEED + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def unit(word):
    return (word >> 11) * 2.0**-53


def of_bits(bits):
    return struct.unpack(">d", struct.pack(">Q", bits))[0]


def to_bits(x):
    return struct.unpack(">Q", struct.pack(">d", x))[0]


# How random arguments are drawn: (kind, low, high). MathFixtures.java draws the same ones, bit for bit.


def uniform(low, high):
    return ("U", low, high)


def spread(low, high):
    """A positive number with a random significand and an exponent from low to high - 1."""
    return ("S", low, high)


def signed(low, high):
    """The same with a random sign."""
    return ("B", low, high)


def negative(low, high):
    """The same below 0."""
    return ("N", low, high)


def integer(low, high):
    return ("I", low, high)


def draw(kind, low, high, word, other):
    if kind == "U":
        return low + (high - low) * unit(word)
    if kind == "I":
        return float(low + word % (high - low + 1))
    exponent = 1023 + low + (word >> 52) % (high - low)
    x = of_bits(exponent << 52 | word & 0xFFFFFFFFFFFFF)
    return -x if kind == "N" or kind == "B" and other & 1 else x


def random_arguments(function, index):
    draws = function.draws[index % len(function.draws)]
    first = 2 * index * len(draws)
    # only signs need a second word
    return tuple(
        draw(kind, low, high, split_mix(first + 2 * j), split_mix(first + 2 * j + 1) if kind == "B" else 0)
        for j, (kind, low, high) in enumerate(draws))


# Rules of hard points: each takes a count and gives about so many arguments, one number each or a tuple.


class Words:
    """Random words for rules, each rule with words of its own."""

    def __init__(self, start):
        self.index = (start + 1) << 40

    def word(self):
        self.index += 1
        return split_mix(self.index)

    def unit(self):
        return unit(self.word())

    def sign(self):
        return 1.0 if self.word() & 1 else -1.0


def neighbours(*centres):
    """The doubles around some, alternately above and below."""

    def rule(count, words):
        each = count // len(centres)
        for centre in centres:
            bits = to_bits(abs(centre))
            for i in range(each):
                yield math.copysign(of_bits(max(bits + i - each // 2, 0)), centre)

    return rule


def around(*centres, both=False):
    """At distances of all sizes from some numbers, from one unit in the last place to a tenth of it."""

    def rule(count, words):
        for i in range(count):
            centre = centres[i % len(centres)]
            size = 2.0 ** (-52 + 49 * words.unit()) * max(abs(centre), 2.0**-10)
            yield centre + words.sign() * size

    return rule


def between(low, high):
    def rule(count, words):
        for _ in range(count):
            yield low + (high - low) * words.unit()

    return rule


def tiny(negative=True, top=-20):
    """Around zero: down to the smallest subnormal number."""

    def rule(count, words):
        for i in range(count):
            x = of_bits(words.word() >> (12 + words.word() % 40)) if i % 4 == 0 else draw("S", -1022, top, words.word(), 0)
            yield words.sign() * x if negative else x

    return rule


def huge(low, high=1024, negative=True):
    def rule(count, words):
        for _ in range(count):
            x = draw("S", low, high, words.word(), 0)
            yield words.sign() * x if negative else x

    return rule


def powers(base, low, high, shift=0.0):
    """Powers, shifted perhaps, and the neighbours of both kinds."""

    def rule(count, words):
        for i in range(count):
            exponent = low + (i // 3) % (high - low + 1)
            x = math.ldexp(1.0, exponent) if base == 2 else float(mpf(base) ** exponent)
            yield math.nextafter(x, (0.0, x, math.inf)[i % 3]) + shift

    return rule


def steps(unit_of_step, low, high, offset=0.5):
    """Near k + offset steps, where the reduction changes: unit_of_step() is a number of arbitrary precision."""

    def rule(count, words):
        step = unit_of_step()
        for i in range(count):
            k = low + i % (high - low)
            x = float((k + mpf(offset)) * step)
            yield x * (1 + (i // (high - low) % 5 - 2) * 2.0**-52)

    return rule


def log_switches(count, words):
    """Around sqrt(1/2) 2^k, where the exponent is counted up."""
    root = to_bits(math.sqrt(0.5))
    for i in range(count):
        yield of_bits(root - 4 + i % 9 + ((i * 7 % 2040 - 1020) << 52))


def near_multiples(count, words):
    """Doubles near multiples of pi/2: small ones, and for each exponent those that come nearest, by continued fractions."""
    out = [float(mp.pi / 2 * k) for k in range(1, 1000)]
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
    for i in range(count):
        x = out[i * len(out) // count] if count < len(out) else out[i % len(out)] * (1 + i // len(out) * 2.0**-52)
        yield -x if i % 2 else x


def power_edges(count, words):
    """At the overflow edge and below the normal range, for bases near and far from 1."""
    for i in range(count):
        x = draw("S", -40, 40, words.word(), 0) if i % 2 else 1 + words.unit() * 2.0**-10 + 2.0**-20
        edge = 1024 + (words.unit() - 0.5) * 0.001 if i % 3 else -1022 - 54 * words.unit()
        yield (x, edge / math.log2(x))


def power_near_one(count, words):
    for _ in range(count):
        x = of_bits(0x3FF0000000000000 + (words.word() % 4001 - 2000))
        yield (x, (words.unit() - 0.5) * 700 / 1e-13)


def power_others(count, words):
    """Subnormal bases, whole powers, and bases where the logarithm's reduction changes."""
    for i in range(count):
        u = words.unit()
        yield (
            (of_bits(words.word() >> 12), (u - 0.5) * 3),
            (float(2 + words.word() % 58), float(2 + words.word() % 38)),
            (math.sqrt(2) * (1 + (i % 7 - 3) * 2.0**-52), (u - 0.5) * 2000),
            (1 + 2.0**-52 * (1 + i % 100), 2.0**51 * (1 + u)),
        )[i % 4]


def sums(low, high, apart):
    """Pairs of summands whose difference is below `apart`, or far above."""

    def rule(count, words):
        for i in range(count):
            a = low + (high - low) * words.unit()
            b = a - words.sign() * apart * words.unit() ** 3
            yield (a, b) if i % 2 else (b, a)

    return rule


def equals(low, high):
    def rule(count, words):
        for _ in range(count):
            a = low + (high - low) * words.unit()
            yield (a, a)

    return rule


def zero_and(low, high):
    """One summand is 0 or tiny, and so the other one alone decides."""

    def rule(count, words):
        for i in range(count):
            a = (0.0, words.sign() * draw("S", -1022, -20, words.word(), 0), words.sign() * 2.0 ** (-60 * words.unit()))[i % 3]
            b = low + (high - low) * words.unit()
            yield (a, b) if i % 2 else (b, a)

    return rule


def pairs(low, high, other_low, other_high):
    """Two numbers of random exponents and signs."""

    def rule(count, words):
        for _ in range(count):
            yield (words.sign() * draw("S", low, high, words.word(), 0), words.sign() * draw("S", other_low, other_high, words.word(), 0))

    return rule


def ratios(*centres):
    """Two numbers whose quotient is near one of the centres."""

    def rule(count, words):
        for i in range(count):
            x = words.sign() * draw("S", -30, 30, words.word(), 0)
            yield (x * centres[i % len(centres)] * (1 + words.sign() * 2.0 ** (-52 + 48 * words.unit())), x)

    return rule


def lgamma_zeros():
    """The zeros of lgamma below 0 that doubles come near, to 240 bits: with t = x + n, |Gamma(x)| is Gamma(1 + t) / |t (1 - t) ... (n - t)|."""
    with mp.workprec(300):
        zeros = [mp.findroot(true_lgamma, start, tol=1e-80) for start in (-2.457, -2.748, -3.1436)]
        for n in range(4, 17):
            for side in (1, -1):
                t = mpf(side) / math.factorial(n)
                for _ in range(80):
                    t = side * mp.gamma(1 + t) / mp.fprod(k - t for k in range(1, n + 1))
                zeros.append(t - n)
        return zeros


def around_lgamma_zeros(count, words):
    """At distances of all sizes up to those at which the result is about 1/4."""
    zeros = lgamma_zeros()
    for i in range(count):
        zero = zeros[i % len(zeros)]
        yield float(zero + (zero - mp.nint(zero)) * words.sign() * 2.0 ** (-52 + 50 * words.unit()))


def next_to_lgamma_zeros(count, words):
    yield from neighbours(*map(float, lgamma_zeros()))(count, words)


def beside_integers(low, high):
    def rule(count, words):
        for i in range(count):
            yield low + i % (high - low + 1) + words.sign() * 2.0 ** (-46 + 44 * words.unit())

    return rule


# True values where mpmath has no function of that name.


def true_power(x, y):
    size = mp.exp(y * mp.log(abs(x)))
    return -size if x < 0 and y % 2 == 1 else size


def true_logaddexp(x, y):
    high, low = max(x, y), min(x, y)
    return high + mp.log1p(mp.exp(low - high))


def true_logaddexp2(x, y):
    high, low = max(x, y), min(x, y)
    return high + mp.log1p(mp.exp((low - high) * mp.ln2)) / mp.ln2


def true_hypot(x, y):
    return mp.sqrt(x * x + y * y)


def true_cbrt(x):
    return mp.sign(x) * mp.cbrt(abs(x))


def true_lgamma(x):
    if x > 0:
        return mp.loggamma(x)
    with mp.workprec(mp.prec + 120):
        return mp.log(abs(mp.pi / (x * mp.sinpi(x)))) - mp.loggamma(-x)


def ln2():
    return +mp.ln2


class Function:
    """One row: NumPy's name, the true value, how random arguments are drawn (one tuple of draws each), the rules of hard points,
    and which points count: where a function is ill-conditioned, its bound is absolute and other tests hold it."""

    def __init__(self, name, value, draws, rules, within=lambda *args: True):
        self.name, self.value, self.rules, self.within = name, value, rules, within
        self.draws = [d if isinstance(d[0], tuple) else (d,) for d in draws]

    @property
    def arity(self):
        return len(self.draws[0])


def well_conditioned(value, least):
    """Sums of logarithms that do not cancel: the result is not small beside log 2."""
    return lambda x, y: not -1 < max(x, y) < 0 or abs(value(mpf(x), mpf(y))) >= least


EXP_EDGES = neighbours(709.782712893384, -745.1332191019411, -708.3964185322641, 88.72283905206835, -1e-8, 1e-8)
LOG_RULES = {
    "near one": around(1.0), "next to one": neighbours(1.0), "powers of two": powers(2, -1022, 1023), "subnormal": tiny(False, -1000),
    "switches": log_switches, "huge": huge(1000, negative=False),
}
SINE_DRAWS = [signed(-40, 1024), uniform(-10.0, 10.0), signed(-4, 25)]
SINE_RULES = {
    "near multiples of pi/2": near_multiples, "switches": steps(lambda: mp.pi / 2, -1250, 1250), "2^24": neighbours(2.0**24, -(2.0**24)),
    "tiny": tiny(), "huge": huge(24),
}

FUNCTIONS = [
    Function("exp", mp.exp, [uniform(-746.0, 710.0), uniform(-746.0, 710.0), signed(-60, 9)],
        {"edges": EXP_EDGES, "subnormal results": between(-745.2, -708.2), "overflow": between(709.7, 709.8),
         "switches": steps(ln2, -1075, 1024), "tiny": tiny()}),
    Function("exp2", lambda x: mp.exp(x * mp.ln2), [uniform(-1075.0, 1024.0), uniform(-3.0, 3.0), signed(-60, 10)],
        {"edges": neighbours(1024.0, -1075.0, -1022.0, -1074.0), "subnormal results": between(-1075.5, -1021.0), "switches": steps(lambda: mpf(1), -1075, 1023),
         "integers": steps(lambda: mpf(1), -1074, 1024, 0.0), "tiny": tiny()}),
    Function("expm1", mp.expm1, [uniform(-40.0, 710.0), uniform(-2.0, 2.0), signed(-60, 9)],
        {"edges": neighbours(709.782712893384, -37.42994775023705, 36.7368005696771), "near zero": around(0.0), "overflow": between(709.7, 709.8),
         "switches": steps(ln2, -60, 1024), "low": between(-40.0, -0.3), "tiny": tiny()}),
    Function("log", mp.log, [spread(-1022, 1024), uniform(0.5, 2.0), spread(-8, 8)], LOG_RULES),
    Function("log2", lambda x: mp.log(x) / mp.ln2, [spread(-1022, 1024), uniform(0.5, 2.0), spread(-8, 8)], LOG_RULES),
    Function("log10", lambda x: mp.log(x) / mp.ln10, [spread(-1022, 1024), uniform(0.5, 2.0), spread(-8, 8)],
        LOG_RULES | {"powers of ten": powers(10, -307, 308)}),
    Function("log1p", mp.log1p, [signed(-60, 0), uniform(-1.0, 4.0), spread(-4, 1024)],
        {"near minus one": around(-1.0 + 2.0**-30, -1.0 + 2.0**-10), "next to minus one": neighbours(-0.9999999999999), "near zero": around(0.0), "tiny": tiny(),
         "switches": steps(lambda: mp.sqrt(2), 1, 40, 0.0), "at the first switches": around(math.sqrt(2) - 1, math.sqrt(0.5) - 1, 2 * math.sqrt(2) - 1),
         "powers less one": powers(2, -40, 60, -1.0), "huge": huge(50, negative=False)},
        lambda x: x > -1),
    Function("sin", mp.sin, SINE_DRAWS, SINE_RULES),
    Function("cos", mp.cos, SINE_DRAWS, SINE_RULES),
    Function("power", true_power,
        [(spread(-1022, 1024), uniform(-3.0, 3.0)), (uniform(0.25, 4.0), uniform(-500.0, 500.0)), (negative(-30, 30), integer(-30, 30))],
        {"edges": power_edges, "near one": power_near_one, "others": power_others}),
    Function("sinh", mp.sinh, [uniform(-710.4, 710.4), uniform(-3.0, 3.0), signed(-40, 6)],
        {"overflow": between(709.7, 710.4758), "edges": neighbours(710.4758600739439, 700.0, -700.0), "switches": steps(ln2, -40, 40),
         "where the other part ends": between(17.0, 21.0), "near zero": around(0.0), "tiny": tiny()}),
    Function("cosh", mp.cosh, [uniform(-710.4, 710.4), uniform(-3.0, 3.0), signed(-40, 6)],
        {"overflow": between(709.7, 710.4758), "edges": neighbours(710.4758600739439, 700.0, -700.0), "switches": steps(ln2, -40, 40),
         "where the other part ends": between(17.0, 21.0), "near zero": around(0.0), "tiny": tiny()}),
    Function("tanh", mp.tanh, [uniform(-20.0, 20.0), uniform(-2.0, 2.0), signed(-60, 5)],
        {"near the end": between(17.0, 22.5), "switches": steps(lambda: mp.ln2 / 2, -60, 60), "near zero": around(0.0), "tiny": tiny(), "huge": huge(4)}),
    Function("arcsinh", mp.asinh, [signed(-60, 1024), uniform(-3.0, 3.0), signed(-6, 30)],
        {"near zero": around(0.0), "at the switch": around(0.5, -0.5), "switches": steps(lambda: mp.sqrt(2), 1, 60, 0.0), "2^28": around(2.0**28),
         "powers": powers(2, -30, 60), "tiny": tiny(), "huge": huge(50)}),
    Function("arccosh", mp.acosh, [uniform(1.0, 4.0), spread(0, 1024), spread(0, 30)],
        {"near one": lambda n, w: (1 + 2.0 ** (-52 + 50 * w.unit()) for _ in range(n)), "next to one": lambda n, w: (1 + (i + 1) * 2.0**-52 for i in range(n)),
         "2^28": around(2.0**28), "switches": steps(lambda: mp.sqrt(2), 1, 60, 0.0), "powers": powers(2, 1, 60), "huge": huge(50, negative=False)}),
    Function("arctanh", mp.atanh, [uniform(-1.0, 1.0), signed(-60, 0), uniform(-0.6, 0.6)],
        {"near one": lambda n, w: (w.sign() * (1 - 2.0 ** (-53 + 50 * w.unit())) for _ in range(n)), "next to one": lambda n, w: (1 - (i + 1) * 2.0**-53 for i in range(n)),
         "near zero": around(0.0), "switches": around(0.17157287525380990, 0.2, 0.33333333333333, 0.5, 0.47759225007251711), "tiny": tiny()}),
    Function("logaddexp", true_logaddexp,
        [(uniform(-50.0, 50.0), uniform(-50.0, 50.0)), (uniform(-800.0, 800.0), uniform(-800.0, 800.0)), (uniform(-2.0, 2.0), uniform(-2.0, 2.0)), (signed(-20, 12), signed(-20, 12))],
        {"close": sums(-100.0, 100.0, 1.0), "within reach": sums(-30.0, 30.0, 40.0), "equal": equals(-100.0, 100.0), "zero": zero_and(-50.0, 0.0),
         "zero and far below": zero_and(-760.0, -600.0)},
        well_conditioned(true_logaddexp, 0.25)),
    Function("logaddexp2", true_logaddexp2,
        [(uniform(-50.0, 50.0), uniform(-50.0, 50.0)), (uniform(-1100.0, 1100.0), uniform(-1100.0, 1100.0)), (uniform(-2.0, 2.0), uniform(-2.0, 2.0)), (signed(-20, 12), signed(-20, 12))],
        {"close": sums(-100.0, 100.0, 1.0), "within reach": sums(-30.0, 30.0, 60.0), "equal": equals(-100.0, 100.0), "zero": zero_and(-60.0, 0.0),
         "zero and far below": zero_and(-1090.0, -900.0)},
        well_conditioned(true_logaddexp2, 0.5)),
    Function("sigmoid", lambda x: 1 / (1 + mp.exp(-x)), [uniform(-745.0, 40.0), uniform(-8.0, 8.0), signed(-60, 6)],
        {"subnormal results": between(-745.2, -708.2), "switches": steps(ln2, -60, 60), "near zero": around(0.0), "high": between(30.0, 45.0), "tiny": tiny()}),
    Function("softplus", lambda x: mp.log1p(mp.exp(x)), [uniform(-745.0, 100.0), uniform(-8.0, 8.0), signed(-60, 9)],
        {"subnormal results": between(-745.2, -708.2), "switches": steps(ln2, -60, 60), "near zero": around(0.0), "high": between(20.0, 45.0), "tiny": tiny()}),
    Function("tan", mp.tan, SINE_DRAWS, SINE_RULES | {"switches of the quotient": steps(lambda: mp.pi / 4, -1250, 1250, 0.0)}, lambda x: x != 0),
    Function("arcsin", mp.asin, [uniform(-1.0, 1.0), signed(-60, 0), uniform(-0.6, 0.6)],
        {"near one": lambda n, w: (w.sign() * (1 - 2.0 ** (-53 + 50 * w.unit())) for _ in range(n)), "next to one": lambda n, w: (1 - i * 2.0**-53 for i in range(n)),
         "switch": around(0.5, -0.5), "above it": between(0.5, 0.56), "near zero": around(0.0), "tiny": tiny()}),
    Function("arccos", mp.acos, [uniform(-1.0, 1.0), signed(-60, 0), uniform(-0.6, 0.6)],
        {"near one": lambda n, w: (w.sign() * (1 - 2.0 ** (-53 + 50 * w.unit())) for _ in range(n)), "next to one": lambda n, w: (1 - i * 2.0**-53 for i in range(n)),
         "switch": around(0.5, -0.5), "above it": between(0.5, 0.56), "near zero": around(0.0), "tiny": tiny()}),
    Function("arctan", mp.atan, [uniform(-3.0, 3.0), signed(-60, 60), signed(-4, 4)],
        {"switches": around(0.5, -0.5, 2.0, -2.0), "near one": around(1.0), "near zero": around(0.0), "tiny": tiny(), "huge": huge(50)}),
    Function("arctan2", mp.atan2, [(uniform(-3.0, 3.0), uniform(-3.0, 3.0)), (signed(-400, 400), signed(-400, 400)), (signed(-3, 3), signed(-3, 3))],
        {"subnormal": pairs(-1022, -1000, -1022, -60), "tiny over huge": pairs(-1022, -900, -200, 100), "huge": pairs(900, 1024, 900, 1024), "scales": pairs(500, 700, 500, 700),
         "switches": ratios(0.5, 1.0, 2.0), "axes": ratios(2.0**-52, 2.0**52)}),
    Function("hypot", true_hypot, [(uniform(-3.0, 3.0), uniform(-3.0, 3.0)), (signed(-400, 400), signed(-400, 400)), (signed(-30, 30), signed(-30, 30))],
        {"subnormal": pairs(-1022, -960, -1022, -960), "huge": pairs(960, 1024, 960, 1024), "scales": pairs(495, 505, 495, 505), "low scales": pairs(-405, -395, -405, -395),
         "alike": ratios(1.0, 2.0**-26, 2.0**27)}),
    Function("cbrt", true_cbrt, [signed(-1022, 1024), uniform(-30.0, 30.0), signed(-4, 4)],
        {"near cubes": lambda n, w: (math.nextafter(float(k**3), math.inf) for k in range(1, n + 1)), "powers": powers(2, -1022, 1023), "tiny": tiny(), "huge": huge(900)}),
    Function("sinc", mp.sincpi, [uniform(-10.0, 10.0), signed(-30, 50), uniform(-1.0, 1.0)],
        {"beside integers": beside_integers(-100, 100), "switches": steps(lambda: mpf(1), -500, 500), "near zero": around(0.0), "tiny": tiny(), "huge": huge(40, 52)}),
    Function("erf", mp.erf, [uniform(-6.0, 6.0), signed(-40, 2), uniform(-1.5, 1.5)],
        {"switch": around(0.75, -0.75), "above it": between(0.7, 0.95), "tail": between(3.0, 6.5), "near zero": around(0.0), "tiny": tiny(), "huge": huge(3)}),
    Function("erfc", mp.erfc, [uniform(-6.0, 6.0), uniform(5.0, 26.5), uniform(-1.5, 1.5)],
        {"switch": around(0.75, -0.75), "beside it": between(0.6, 0.95), "subnormal results": between(26.5, 27.3), "near zero": around(0.0), "tiny": tiny(), "switches": lambda n, w: (math.sqrt(math.log(2) * (i % 1040 + 0.5)) * (1 + (w.unit() - 0.5) * 2.0**-20) for i in range(n))}),
    Function("gamma", mp.gamma, [uniform(0.01, 20.0), uniform(1.0, 171.6), uniform(-20.0, 0.0), signed(-60, 6), uniform(-170.0, 0.0)],
        {"beside integers": beside_integers(-30, 30), "switch": around(8.0, -8.0), "overflow": between(171.5, 171.7), "subnormal results": between(-185.0, -170.0),
         "near zero": around(0.0), "tiny": tiny()},
        lambda x: x != 0),
    Function("lgamma", true_lgamma,
        [uniform(0.01, 20.0), spread(-60, 60), uniform(0.5, 3.0), spread(-1022, 1014), uniform(-20.0, 0.0), uniform(-3.0, -2.0), negative(-60, 52)],
        {"near the zeros": around(1.0, 2.0), "next to them": neighbours(1.0, 2.0), "edges of the polynomials": around(0.875, 1.125, 1.875, 2.125),
         "between": between(0.85, 2.15), "switch": around(8.0, -8.0), "tiny": tiny(), "huge": huge(900, 1014, negative=False),
         "near the negative zeros": around_lgamma_zeros, "next to those": next_to_lgamma_zeros, "beside integers": beside_integers(-200, -1),
         "negative": between(-3.0, -2.0), "far below": lambda n, w: (draw("N", 2, 52, w.word(), 0) for _ in range(n))},
        lambda x: x not in (1, 2) and not (x <= 0 and x == math.floor(x))),
    Function("digamma", mp.digamma, [uniform(2.0, 20.0), spread(1, 60), uniform(2.0, 9.0)],
        {"switch": around(8.0), "huge": huge(60, negative=False), "low": between(2.0, 2.5)}),
]

BY_NAME = {f.name: f for f in FUNCTIONS}


def hard_arguments(function, count):
    """About `count` arguments, the same number by each rule."""
    result = []
    for i, rule in enumerate(function.rules.values()):
        for x in rule(count // len(function.rules), Words(i)):
            args = x if isinstance(x, tuple) else (x,)
            if function.within(*args):
                result.append(args)
    return result


def true_value(function, args):
    return function.value(*map(mpf, args))


def position(v):
    """Where v stands among the doubles: with the bits n of the largest one not above |v| and the part f of the way to the next
    one, 2^52 (n + f) rounded down; and the sign."""
    sign, man, exp, count = v._mpf_
    if not man:
        return 0, 1.0
    e = exp + count - 1
    negative = -1.0 if sign else 1.0
    if e >= 1024:
        return 0x7FF0000000000000 << 52, negative
    base = max(e, -1022)
    shift = exp - (base - 52) + 52
    m = int(man)
    scaled = m << shift if shift >= 0 else m >> -shift
    return ((base + 1022) << 104) + scaled, negative


def drawn(function, start, count):
    points = (random_arguments(function, i) for i in range(start, start + count))
    return [args for args in points if function.within(*args)]


def serve():
    print("ok", *BY_NAME, flush=True)
    out = sys.stdout.buffer
    for line in sys.stdin:
        name, kind, *numbers = line.split()
        function = BY_NAME[name]
        points = hard_arguments(function, int(numbers[0])) if kind == "hard" else drawn(function, *map(int, numbers))
        out.write(b"%d\n" % len(points))
        if kind == "arguments":
            out.write(struct.pack(f">{len(points) * function.arity}d", *itertools.chain.from_iterable(points)))
        else:
            out.writelines(packed(function, args) for args in points)
        out.flush()


def packed(function, args):
    at, sign = position(true_value(function, args))
    return struct.pack(f">{len(args)}dqdd", *args, at >> 52, (at & 0xFFFFFFFFFFFFF) * 2.0**-52, sign)


if __name__ == "__main__":
    serve()
