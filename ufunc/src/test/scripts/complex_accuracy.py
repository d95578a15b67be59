"""Arguments for the functions of complex numbers, and their true values.

    python3 complex_accuracy.py FILE COUNT [SEED]

COUNT random and COUNT hard arguments for each function: on and beside the unit circle, the branch cuts from both sides and the
branch points, near zeros, poles and multiples of pi/2, at the edges of overflow and of subnormal results, at huge and subnormal
sizes. A line is the name, the parts of the arguments, and each part of the true value as a double and a double for what it
lacks, all hexadecimal, separated by blanks. A zero stands for a number of that sign far below the format, so that it says the side of a cut.
ComplexAccuracyTest reads such files; docs/accuracy.md has its figures. It needs mpmath.
"""

import gzip
import math
import random
import struct
import sys

from mpmath import mp, mpc, mpf

mp.prec = 6400
NOTHING = mpf(2) ** -6000


def exactly(x):
    return mpf(x) if x != 0 else math.copysign(1, x) * NOTHING


def power(z, w):
    return mp.exp(w * mp.log(z))


def arctanh(z):
    """Kahan's formula, in which nothing cancels."""
    quotient = 4 * abs(z.real) / ((1 - abs(z.real)) ** 2 + z.imag**2)
    real = (quotient if quotient < mpf(2) ** -3200 else mp.log(1 + quotient)) / 4
    imag = mp.atan2(2 * z.imag, (1 - z.real) * (1 + z.real) - z.imag**2) / 2
    return mpc(real if z.real > 0 else -real, imag)


def arcsinh(z):
    """Kahan's formula, in which nothing cancels."""
    a, b = mp.sqrt(mpc(1 - z.imag, -z.real)), mp.sqrt(mpc(1 + z.imag, z.real))
    return mpc(mp.asinh((mp.conj(a) * b).imag), mp.atan2(z.imag, (a * b).real))


def arccos(z):
    a, b = mp.sqrt(mpc(1 - z.real, -z.imag)), mp.sqrt(mpc(1 + z.real, z.imag))
    return mpc(2 * mp.atan2(a.real, b.real), mp.asinh((mp.conj(b) * a).imag))


def swapped(f):
    def g(z):
        y = f(mpc(z.imag, z.real))
        return mpc(y.imag, y.real)
    return g


def arccosh(z):
    y = arccos(z)
    return mpc(abs(y.imag), math.copysign(1, z.imag) * y.real)


def log(z):
    return mpc(mp.log(mp.hypot(z.real, z.imag)), mp.atan2(z.imag, z.real))


def tanh(z):
    divisor = mp.sinh(z.real) ** 2 + mp.cos(z.imag) ** 2
    return mpc(mp.sinh(z.real) * mp.cosh(z.real) / divisor, mp.sin(z.imag) * mp.cos(z.imag) / divisor)


FUNCTIONS = {
    "exp": mp.exp,
    "exp2": lambda z: mp.exp(z * mp.ln2),
    "expm1": lambda z: mp.exp(z) - 1,
    "log": log,
    "log2": lambda z: log(z) / mp.ln2,
    "log10": lambda z: log(z) / mp.ln10,
    "log1p": lambda z: log(mpc(1 + z.real, z.imag)),
    "sqrt": mp.sqrt,
    "sin": mp.sin,
    "cos": mp.cos,
    "tan": swapped(tanh),
    "sinh": mp.sinh,
    "cosh": mp.cosh,
    "tanh": tanh,
    "arcsin": swapped(arcsinh),
    "arccos": arccos,
    "arctan": swapped(arctanh),
    "arcsinh": arcsinh,
    "arccosh": arccosh,
    "arctanh": arctanh,
    "power": power,
}

# And log1p(0), whose zero has the sign of NumPy's.
POLES = {"log": [0], "log2": [0], "log10": [0], "power": [0], "log1p": [-1, 0], "arctan": [1j, -1j], "arctanh": [1, -1]}
POWERS = {"exp", "exp2", "expm1", "sin", "cos", "tan", "sinh", "cosh", "tanh"}
EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -3.0, 1 + 2**-52, 1 - 2**-53, 1e-8, -1e-16, 1e-30, 1e-160, 1e-310, 5e-324, 1e150, -1e160, 1e300]
ANGLES = [0.0, -0.0, 1e-9, 1e-300, 5e-324, 0.5, -2.0, math.pi / 2, math.pi, -math.pi, 3 * math.pi / 2, 11 * math.pi / 2, 355.0, 1e5, 16777215.0]
HUGE = [16777217.0, 1e10, 1e22, 1e300]
GROWTHS = [0.0, -0.0, 1e-17, -1e-9, 5e-324, 0.3, -1.0, 20.0, -36.5, 50.0, 299.0, 301.0, -360.0, 372.0, 699.0, -701.0, 709.5, 709.9, -744.0, 720.0, -750.0, 1400.0]


def spread(rng, low, high):
    return math.ldexp(rng.uniform(0.5, 1), rng.randint(low, high)) * rng.choice((1, -1))


def random_argument(rng, name):
    if name in POWERS:
        return rng.choice((lambda: complex(rng.uniform(-5, 5), rng.uniform(-7, 7)), lambda: complex(spread(rng, -12, 8), spread(rng, -12, 12))))()
    return rng.choice((lambda: complex(rng.gauss(0, 1), rng.gauss(0, 1)), lambda: complex(spread(rng, -12, 12), spread(rng, -12, 12)), lambda: complex(spread(rng, -300, 300), spread(rng, -300, 300))))()


def hard_argument(rng, name):
    kind = rng.randrange(6)
    if name in POWERS:
        turned = name in ("sin", "cos", "tan")
        growth, angle = rng.choice(GROWTHS), rng.choice(ANGLES + (HUGE if name != "exp2" else []))
        if name == "exp2":
            growth, angle = growth / math.log(2), angle / math.log(2)
        if kind > 2:
            growth += spread(rng, -30, 0)
        if kind in (1, 4):
            angle += spread(rng, -40, 0)
        return complex(angle, growth) if turned else complex(growth, angle)
    if kind == 0:
        turn = rng.uniform(0, 2 * math.pi)
        return complex(math.cos(turn), math.sin(turn))
    if kind == 1:
        turn, size = rng.choice((0.0, 0.25, 0.5, 0.75)) * 2 * math.pi + spread(rng, -60, 0), 1 + spread(rng, -53, -1)
        return complex(size * math.cos(turn), size * math.sin(turn))
    if kind == 2:
        base = rng.choice((1, -1, 1j, -1j))
        return complex(base.real + spread(rng, -53, 0), base.imag + spread(rng, -60, 0))
    if kind == 3:
        part, zero = rng.choice((rng.gauss(0, 1.5), spread(rng, -60, 60))), rng.choice((0.0, -0.0))
        return rng.choice((complex(part, zero), complex(zero, part)))
    if kind == 4:
        return complex(rng.choice(EDGES), rng.choice(EDGES))
    return complex(spread(rng, -1070, 1020), spread(rng, -1070, 1020))


def narrow(z):
    """The nearest complex64, so that complex64 has points of its own."""
    return complex(*(struct.unpack("f", struct.pack("f", x))[0] if abs(x) < 3e38 else x for x in (z.real, z.imag)))


def exponent(rng):
    return rng.choice((
        lambda: complex(rng.randint(-9, 9), 0.0),
        lambda: complex(rng.gauss(0, 2), 0.0),
        lambda: complex(rng.randint(-99, 99) / 2, 0.0),
        lambda: complex(rng.gauss(0, 1), rng.gauss(0, 1)),
        lambda: complex(spread(rng, -20, 5), spread(rng, -20, 5))))()


def pair(x):
    try:
        high = float(x)
    except OverflowError:
        high = math.copysign(math.inf, x)
    if mp.fabs(x) >= mpf(2) ** 1024:
        high = math.copysign(math.inf, 1 if x > 0 else -1)
    if math.isinf(high):
        return high, 0.0
    if high == 0:
        high = math.copysign(0.0, -1 if x < 0 else 1)
    return high, float(x - mpf(high)) if abs(x) > mpf(2) ** -2000 else 0.0


def write(path, count, seed):
    lines = []
    for name, function in FUNCTIONS.items():
        for i in range(2 * count):
            # a stream of its own for each point, so that functions can be added
            rng = random.Random(f"{seed} {name} {i}")
            arguments = [random_argument(rng, name) if i < count else hard_argument(rng, name)]
            if name == "power":
                arguments.append(exponent(rng))
            if i % 3 == 0:
                arguments = [narrow(z) for z in arguments]
            if arguments[0] in POLES.get(name, ()):
                continue
            value = function(*[mpc(exactly(z.real), exactly(z.imag)) for z in arguments])
            numbers = [part for z in arguments for part in (z.real, z.imag)]
            numbers += [*pair(value.real), *pair(value.imag)]
            lines.append(" ".join([name, *(x.hex() for x in numbers)]))
    with open(path, "wb") as file:
        file.write(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(len(lines), "points")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "1")
