"""Functions that approximate: NumPy's dtypes, shapes and special values, with finite results rounded correctly from arbitrary precision.

NumPy is off by up to 4 units in the last place in float32, and differs from machine to machine. The true values come from the table
of `./lanewise accuracy`, and need mpmath.
"""

import pathlib
import sys

import numpy as np
from mpmath import mp, mpf

from . import cases
from .cases import FLOATS, REAL, array, layouts, sample, stretched

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[5] / "jmh/src/main/resources/io/lanewise/jmh/accuracy"))

import functions as table  # noqa: E402


def sigmoid(x):
    return 1 / (1 + np.exp(-x if x.dtype != bool else -x.astype("float16")))


NUMPY = {
    "sigmoid": sigmoid,
    "softplus": lambda x: np.logaddexp(x, x.dtype.type(0)),
}
UNARY = ["exp2", "expm1", "log2", "log10", "log1p", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "sigmoid", "softplus"]
BINARY = ["logaddexp", "logaddexp2"]
OTHERS = ["bool", "int8", "uint8", "int64", "float16", "float32", "float64"]


def rounded(value, dtype):
    """The element of `dtype` nearest to a number of arbitrary precision."""
    info = np.finfo(dtype)
    if value == 0:
        return info.dtype.type(0)
    m, e = mp.frexp(value)
    e = max(int(e) - info.nmant - 1, info.minexp - info.nmant)
    nearest = mp.ldexp(mp.nint(mp.ldexp(value, -e)), e)
    with np.errstate(all="ignore"):
        return info.dtype.type(float(nearest) if abs(nearest) < mpf(2) ** 1024 else mp.sign(nearest) * np.inf)


def exact(name, *args):
    """NumPy's result, its finite elements rounded correctly."""
    function = table.BY_NAME[name]
    result = np.array(NUMPY.get(name, getattr(np, name, None))(*args))
    flat = result.reshape(-1)
    all = [np.broadcast_to(a, result.shape).reshape(-1) for a in args]
    for i, x in enumerate(zip(*all)):
        x = [float(v) for v in x]
        if not np.isfinite(x).all() or np.isnan(flat[i]):
            continue
        try:
            value = table.true_value(function, x)
        except (ValueError, ZeroDivisionError):
            continue  # a pole
        if not isinstance(value, mpf) or not mp.isfinite(value):
            continue
        nearest = rounded(value, result.dtype)
        flat[i] = nearest if nearest != 0 else flat[i] * 0
    return flat.reshape(result.shape)


def tamed(name, a, b):
    """b with 1 where both numbers cancel: there no function of the format has a small relative error."""
    function = table.BY_NAME[name]
    wide = np.broadcast_arrays(a, b)
    flat = b.reshape(-1)
    for i, x in enumerate(zip(*(w.reshape(-1) for w in wide))):
        x = [float(v) for v in x]
        if np.isfinite(x).all() and not function.within(*x):
            flat[i] = 1
    return b


def write(f):
    for name in UNARY:
        call = lambda x, name=name: exact(name, x)
        for dtype in REAL:
            for small in (True, False):
                for a in layouts(sample(dtype, (2, 3), small)):
                    f.add(name, a, call=call)
            f.add(name, stretched(dtype, (3, 4)), call=call)
            for shape in [(), (0, 2), (150,)]:
                f.add(name, array(sample(dtype, shape)), call=call)
            f.add(name, array(sample(dtype, (60,), small=True)), call=call)
            if dtype in FLOATS:
                special = np.array([0.0, -0.0, 1, -1, np.inf, -np.inf, np.nan, 0.5, -0.5, 2, -2, 8, 10, 100, 1000, 1024, -20, 20], dtype)
                f.add(name, array(special), call=call)
                f.add(name, array(cases.RANDOM.uniform(-20, 20, 100).astype(dtype)), call=call)
                f.add(name, array(cases.RANDOM.uniform(-1, 1, 100).astype(dtype)), call=call)
    for name in BINARY:
        call = lambda a, b, name=name: exact(name, a, b)
        for dtype in REAL:
            for small in (True, False):
                a = sample(dtype, (2, 3), small)
                b = array(tamed(name, a, sample(dtype, (2, 3), small)))
                for x in layouts(a):
                    f.add(name, x, b, call=call)
                a = sample(dtype, (61,), small)
                f.add(name, array(a), array(tamed(name, a, sample(dtype, (61,), not small))), call=call)
            row = sample(dtype, (3,), small=True)
            f.add(name, array(sample(dtype, (0, 3))), array(row), call=call)
            f.add(name, array(np.abs(row) if dtype != "bool" else row), array(np.ones((2, 1), dtype)), call=call)
            for other in OTHERS:
                a = sample(dtype, (9,), small=True)
                f.add(name, array(a), array(tamed(name, a, sample(other, (9,), small=True))), call=call)
        for dtype in FLOATS:
            special = np.array([0.0, -0.0, 1, -1, 5, -5, 100, -100, np.inf, -np.inf, np.nan], dtype)
            a, b = (x.ravel() for x in np.meshgrid(special, special))
            f.add(name, array(a), array(tamed(name, a, b.copy())), call=call)
