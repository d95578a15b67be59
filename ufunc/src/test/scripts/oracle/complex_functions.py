"""The functions of complex numbers: every dtype that reaches them, every layout, whole and real exponents, out= of both widths.

NumPy answers where it is accurate, for moderate arguments; the values at cuts, zeros and edges are those of complex_accuracy.py, by
mpmath, and the special values those of the standards, in tables beside the tests."""

import numpy as np

from .cases import COMPLEX, RANDOM, array, layouts, some

UNARY = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh",
         "cosh", "tanh", "arcsinh", "arccosh", "arctanh"]
BINARY = ["power", "float_power"]


def moderate(dtype, shape):
    """Numbers of ordinary size, none near a zero, pole or cut of a function, so that NumPy's answers hold to a few units."""
    n = int(np.prod(shape))
    size = RANDOM.uniform(0.4, 0.8, n) * RANDOM.choice([1, 3], n)
    turn = RANDOM.uniform(0.2, 1.3, n) + RANDOM.integers(0, 4, n) * np.pi / 2
    return (size * np.exp(1j * turn)).astype(dtype).reshape(shape)


def exponents(dtype, shape):
    n = int(np.prod(shape))
    d = np.dtype(dtype)
    if d.kind == "c":
        return (RANDOM.uniform(-2, 2, n) + 1j * RANDOM.uniform(-2, 2, n)).astype(d).reshape(shape)
    if d.kind in "biu":
        return RANDOM.integers(0 if d.kind != "i" else -5, 2 if d.kind == "b" else 7, n).astype(d).reshape(shape)
    return RANDOM.uniform(-3, 3, n).astype(d).reshape(shape)


def write(f):
    for name in UNARY:
        function = getattr(np, name)
        for dtype in COMPLEX:
            for shape in ((3, 4), (7,), (), (0, 2), (2, 25)):
                for a in layouts(moderate(dtype, shape)):
                    f.add(name, a, call=function)
            for out in COMPLEX:
                a, b = some(moderate(dtype, (2, 3))), array(np.zeros((2, 3), out))
                f.add(name + " out", a, b, call=lambda a, b, function=function: function(a, out=b, casting="same_kind"))
    for name in BINARY:
        function = getattr(np, name)
        for dtype in COMPLEX:
            for other in ["bool", "int8", "uint16", "int64", "float16", "float32", "float64"] + COMPLEX:
                for a in layouts(moderate(dtype, (2, 3))):
                    f.add(name, a, some(exponents(other, (2, 3))), call=function)
                    f.add(name, a, array(exponents(other, (3,))), call=function)
                f.add(name, some(exponents(other, (2, 3))), array(moderate(dtype, (2, 1))), call=function)
            whole = (RANDOM.integers(-9, 10, 24) + 1j * RANDOM.integers(1, 10, 24)).astype(dtype)
            for n in range(-3, 8):
                f.add("whole " + name, array(whole), array(np.int64(n)), call=function)
