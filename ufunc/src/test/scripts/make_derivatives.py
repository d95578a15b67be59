"""Writes the partial derivatives of universal functions at some points, from differences in 120 digits.

    python3 make_derivatives.py FILE

A line is a function, the arguments, and the derivative with respect to each, all as hexadecimal doubles, separated by tabs. Made with
mpmath 1.3.0.
"""

import sys

from mpmath import mp, mpf

mp.dps = 120

def sinc(x):
    return mpf(1) if x == 0 else mp.sin(mp.pi * x) / (mp.pi * x)


ONE = {
    "negative": (lambda x: -x, [-2.5, 0.3]), "positive": (lambda x: x, [-2.5, 0.3]), "absolute": (abs, [-2.5, 0.3]), "fabs": (abs, [-2.5, 0.3]),
    "square": (lambda x: x * x, [-2.5, 0.3, 1e5]), "sqrt": (mp.sqrt, [0.3, 7.0, 1e10]), "reciprocal": (lambda x: 1 / x, [-2.5, 0.3, 1e5]),
    "exp": (mp.exp, [-30.0, 0.3, 20.0]), "exp2": (lambda x: mpf(2) ** x, [-30.0, 0.3, 20.0]), "expm1": (mp.expm1, [-30.0, 1e-9, 0.3, 20.0]),
    "log": (mp.log, [0.01, 1.0, 300.0]), "log2": (lambda x: mp.log(x) / mp.log(2), [0.01, 1.0, 300.0]), "log10": (mp.log10, [0.01, 1.0, 300.0]),
    "log1p": (mp.log1p, [-0.9, 1e-12, 0.5, 1e6]), "sin": (mp.sin, [-3.0, 0.1, 1.5, 100.0]), "cos": (mp.cos, [-3.0, 0.1, 1.5, 100.0]),
    "tan": (mp.tan, [-1.2, 0.1, 1.5, 4.0]), "arcsin": (mp.asin, [-0.99, 0.1, 0.9999999]), "arccos": (mp.acos, [-0.9999999, 0.1, 0.7]),
    "arctan": (mp.atan, [-30.0, 0.1, 2.0]), "sinh": (mp.sinh, [-20.0, 0.1, 3.0]), "cosh": (mp.cosh, [-20.0, 0.1, 3.0]),
    "tanh": (mp.tanh, [-4.0, 0.1, 2.0, 18.0]), "arcsinh": (mp.asinh, [-50.0, 0.1, 2.0]), "arccosh": (mp.acosh, [1.01, 2.0, 50.0]),
    "arctanh": (mp.atanh, [-0.99, 0.1, 0.9999999]), "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), [-8.5, 0.001, 30.0]),
    "sinc": (sinc, [-2.3, 0.25, 1.4, 10.6]), "erf": (mp.erf, [-2.0, 0.1, 1.0]), "erfc": (mp.erfc, [-2.0, 0.1, 1.0, 5.0]),
    "gamma": (mp.gamma, [0.5, 2.7, 10.2]), "lgamma": (lambda x: mp.log(abs(mp.gamma(x))), [0.5, 2.7, 10.2, 300.0]),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), [-20.0, 0.1, 30.0]), "softplus": (lambda x: mp.log(1 + mp.exp(x)), [-20.0, 0.1, 3.0]),
    "degrees": (mp.degrees, [0.7]), "radians": (mp.radians, [0.7]), "rad2deg": (mp.degrees, [0.7]), "deg2rad": (mp.radians, [0.7]),
    "floor": (mp.floor, [0.7, -2.2]), "ceil": (mp.ceil, [0.7, -2.2]), "rint": (mp.nint, [0.7, -2.2]), "trunc": (lambda x: mp.sign(x) * mp.floor(abs(x)), [0.7, -2.2]),
    "sign": (mp.sign, [0.7, -2.2]), "conjugate": (lambda x: x, [0.7]),
}
TWO = {
    "add": (lambda a, b: a + b, None), "subtract": (lambda a, b: a - b, None), "multiply": (lambda a, b: a * b, None), "divide": (lambda a, b: a / b, None),
    "power": (lambda a, b: a**b, [(0.7, -2.5), (3.0, 4.0), (9.0, 0.5)]), "float_power": (lambda a, b: a**b, [(0.7, -2.5), (3.0, 4.0)]),
    "hypot": (mp.hypot, None), "arctan2": (mp.atan2, None), "logaddexp": (lambda a, b: mp.log(mp.exp(a) + mp.exp(b)), None),
    "logaddexp2": (lambda a, b: mp.log(mpf(2) ** a + mpf(2) ** b) / mp.log(2), None), "minimum": (min, None), "maximum": (max, None), "fmin": (min, None),
    "fmax": (max, None), "remainder": (lambda a, b: a - b * mp.floor(a / b), None), "fmod": (lambda a, b: a - b * mp.sign(a / b) * mp.floor(abs(a / b)), None),
    "floor_divide": (lambda a, b: mp.floor(a / b), None), "copysign": (lambda a, b: abs(a) * mp.sign(b), None), "heaviside": (lambda a, b: mpf(a > 0), None),
}
PAIRS = [(0.7, -2.5), (-3.2, 1.4), (5.5, 2.2), (-1.1, -0.3)]


def slope(f, x):
    """A central difference: its error is of the order of step^2, its rounding of 10^-120 / step."""
    step = mpf(10) ** -40
    return (f(mpf(x) + step) - f(mpf(x) - step)) / (2 * step)


with open(sys.argv[1], "w") as out:
    for name, (f, points) in ONE.items():
        for x in points:
            print(name, x.hex(), float(slope(f, x)).hex(), sep="\t", file=out)
    for name, (f, points) in TWO.items():
        for a, b in points or PAIRS:
            first, second = slope(lambda x: f(x, mpf(b)), a), slope(lambda x: f(mpf(a), x), b)
            print(name, a.hex(), b.hex(), float(first).hex(), float(second).hex(), sep="\t", file=out)
