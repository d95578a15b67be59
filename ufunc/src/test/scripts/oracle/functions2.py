"""Functions of one and two real numbers: inverse trigonometric, roots, error and gamma functions, in every real dtype.

Where NumPy has the function, its results count, which may themselves be an ULP off. SciPy's are worse, and NumPy's sinc loses everything
near integers: those are computed by mpmath and rounded."""

import math

import mpmath
import numpy as np
from mpmath import mp, mpf

from .cases import REAL, array, layouts, operands, sample

mp.prec = 160

NUMPY = ["tan", "arcsin", "arccos", "arctan", "cbrt"]
BINARY = ["arctan2", "hypot"]
SPECIAL = [0.0, -0.0, 1, -1, 0.5, -0.5, 0.25, 2, -2, 3, 8, -8.5, 0.75, 27, 1e-5, -1e-5, np.inf, -np.inf, np.nan]


def lgamma(x):
    if x <= 0 and x == mp.floor(x):
        return mp.inf
    return mp.log(abs(mp.gamma(x))) if x < 1000 else mp.loggamma(x).real


def gamma(x):
    if x < 0 and x == mp.floor(x):
        return mp.nan
    return mp.gamma(x)


def digamma(x):
    return mp.nan if x < 0 and x == mp.floor(x) else mp.digamma(x)


# by value: what an infinity, -infinity and the zeros give, since mpmath does not always say
EXACT = {
    "sinc": (mp.sincpi, {math.inf: math.nan, -math.inf: math.nan, 0.0: 1.0}),
    "erf": (mp.erf, {math.inf: 1.0, -math.inf: -1.0}),
    "erfc": (mp.erfc, {math.inf: 0.0, -math.inf: 2.0}),
    "gamma": (gamma, {math.inf: math.inf, -math.inf: math.nan}),
    "lgamma": (lgamma, {math.inf: math.inf, -math.inf: math.inf}),
    "digamma": (digamma, {math.inf: math.inf, -math.inf: math.nan}),
}


def one(name, x):
    function, limits = EXACT[name]
    if math.isnan(x):
        return math.nan
    if x == 0 and name in ("gamma", "digamma"):
        return math.copysign(math.inf, x if name == "gamma" else -x)
    if x == 0 and name == "erf":
        return x
    if x in limits:
        return limits[x]
    if name == "gamma" and abs(x) > 200:
        whole = x == math.floor(x)
        return math.inf if x > 0 else math.nan if whole else math.copysign(0.0, -1 if math.floor(x) % 2 else 1)
    if name == "lgamma" and x < -(2.0**40) or name == "sinc" and x == math.floor(x):
        return math.inf if name == "lgamma" else 0.0
    if abs(x) > 2.0**60 and name in ("erf", "erfc"):
        return limits[math.copysign(math.inf, x)]
    if name == "lgamma" and x > 2.5599833278516e305:
        return math.inf
    if name == "digamma" and x > 2.0**60:
        return math.log(x)
    return float(function(mpf(x)))


def exact(name, a):
    """As float64 where NumPy computes in that, else rounded to the dtype that NumPy's functions give."""
    dtype = np.dtype("float64") if name == "sinc" and a.dtype.kind != "f" else np.tan(np.zeros(1, a.dtype)).dtype
    result = np.array([one(name, float(x)) for x in a.astype(dtype).ravel()], "float64").reshape(a.shape)
    with np.errstate(all="ignore"):
        return result.astype(dtype)


def write(f):
    def values(dtype, shape):
        x = sample(dtype, shape)
        if np.dtype(dtype).kind == "f":
            return x
        return sample(dtype, shape, small=True)

    for name in NUMPY + list(EXACT):
        call = getattr(np, name) if name in NUMPY else lambda a, name=name: exact(name, np.asarray(a))
        for dtype in REAL:
            for a in layouts(values(dtype, (2, 3))):
                f.add(name, a, call=call)
            for shape in [(), (0, 2), (67,)]:
                f.add(name, array(values(dtype, shape)), call=call)
            if np.dtype(dtype).kind == "f":
                f.add(name, array(np.array(SPECIAL).astype(dtype)), call=call)
                f.add(name, array((np.arange(-40, 41) / 8).astype(dtype)), call=call)
    f.add("cbrt", array(np.ones(2, "complex128")), call=np.cbrt)
    for name in BINARY:
        function = getattr(np, name)
        for dtype in REAL:
            b = array(values(dtype, (2, 3)))
            for a in operands(dtype, (2, 3)):
                f.add(name, a, b, call=function)
            f.add(name, array(values(dtype, (61,))), array(values(dtype, (61,))), call=function)
            for other in ["bool", "int8", "uint16", "int64", "float16", "float32", "float64"]:
                f.add(name, array(values(dtype, (9,))), array(values(other, (9,))), call=function)
            if np.dtype(dtype).kind == "f":
                a, b = (array(x.ravel()) for x in np.meshgrid(*[np.array(SPECIAL).astype(dtype)] * 2))
                f.add(name, a, b, call=function)
