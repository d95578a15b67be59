"""Writes the reports of numpy.testing's assertions, one call a line in the format of
`ufunc/src/test/scripts/oracle/cases.py`; a call that fails gives its report, one that passes None.

    python3 make_oracle.py FOLDER

Made with NumPy 2.4.6.
"""

import itertools
import pathlib
import sys
import warnings

import numpy as np
from numpy import testing

sys.path.insert(0, str(pathlib.Path(__file__).parents[4] / "ufunc" / "src" / "test" / "scripts"))
from oracle.cases import ALL, COMPLEX, FLOATS, INTEGERS, VERSION, Cases, array, sample  # noqa: E402

assert np.__version__ == VERSION, np.__version__
warnings.simplefilter("ignore")
file = Cases("assertions")


def report(function, *arguments, **named):
    try:
        function(*arguments, **named)
    except AssertionError as e:
        return str(e)
    return None


def add(name, *arguments):
    file.add(name, *arguments, call=CALLS[name])


CALLS = {
    "allclose": lambda x, y, rtol, atol, equal_nan: report(testing.assert_allclose, x, y, rtol, atol, equal_nan),
    "equal": lambda x, y: report(testing.assert_array_equal, x, y),
    "strict": lambda x, y: report(testing.assert_array_equal, x, y, strict=True),
    "less": lambda x, y: report(testing.assert_array_less, x, y),
    "array almost equal": lambda x, y, decimal: report(testing.assert_array_almost_equal, x, y, decimal),
    "almost equal": lambda x, y, decimal: report(testing.assert_almost_equal, x, y, decimal),
    "max ulp": lambda x, y, ulp: report(testing.assert_array_max_ulp, x, y, ulp),
    "nulp": lambda x, y, nulp: report(testing.assert_array_almost_equal_nulp, x, y, nulp),
    "message": lambda x, y, message, verbose: report(testing.assert_array_equal, x, y, message, verbose),
    "equal numbers": lambda x, y: report(testing.assert_equal, x, y),
    "almost equal numbers": lambda x, y, decimal: report(testing.assert_almost_equal, x, y, decimal),
}


def off(a, every, factor):
    """Some elements off by a factor, or by 1 where they are no floating-point numbers."""
    b = a.copy()
    if b.dtype.kind == "b":
        b[::every] ^= True
    elif b.dtype.kind in "iu":
        b[::every] += b.dtype.type(1)
    else:
        b[::every] *= b.dtype.type(factor)
    return b


def pairs(dtype):
    a = sample(dtype, (11,), small=True)
    yield a, a
    yield a, off(a, 20, 1.001)
    yield a, off(a, 4, 1 + 1e-5)
    yield a, off(a, 1, 1.5)
    yield a[:1].reshape(()), off(a, 1, 2.0)[:1].reshape(())
    yield a, a[:1].reshape(())
    yield a[:1].reshape(()), off(a, 3, 1.25)
    yield a.reshape(11, 1), a[:4]
    yield a[:6].reshape(2, 3), off(a[:6], 2, 1.1).reshape(2, 3)
    yield a[:6].reshape(2, 3), a[:6].reshape(3, 2)
    yield a[:0], a[:0]
    yield a[:0], a[:1].reshape(())
    big = np.resize(a, (40, 30))
    yield big, off(big.ravel(), 7, 1.2).reshape(40, 30)
    wide = sample(dtype, (3, 4))
    yield wide, off(wide.ravel(), 5, 1.0001).reshape(3, 4)


def special(dtype):
    rows = [[1, np.nan], [np.nan, 1], [np.nan, np.nan], [np.inf, 1], [1, np.inf], [-np.inf, np.inf], [np.inf, np.inf], [np.nan, np.inf],
            [1, 2], [0, -0.0], [1, 2.5]]
    for x, y in itertools.product(rows, rows):
        yield np.array(x, dtype), np.array(y, dtype)
    for x, y in itertools.product([np.nan, np.inf, -np.inf, 1.0], [[np.nan, np.nan], [np.inf, np.inf], [np.inf, 1], [np.nan, 1], [1, 2]]):
        yield np.array(x, dtype), np.array(y, dtype)
        yield np.array(y, dtype), np.array(x, dtype)


def all_assertions(x, y):
    x, y = array(x), array(y)
    add("allclose", x, y, 1e-7, 0.0, True)
    add("allclose", x, y, 1e-3, 1e-5, False)
    for name in ("equal", "strict", "less"):
        add(name, x, y)
    add("array almost equal", x, y, 3)
    add("almost equal", x, y, 7)


with np.errstate(all="ignore"):
    for dtype in ALL:
        for x, y in pairs(dtype):
            all_assertions(x, y)
    for dtype in ["float32", "float64", "complex128"]:
        for x, y in special(dtype):
            all_assertions(x, y)
    for s, t in itertools.product(ALL, ALL):
        if s != t:
            a = np.arange(1, 5).astype(s)
            b = a.astype(t)
            b[1::2] += b.dtype.type(1)
            add("equal", array(a), array(b))
            add("strict", array(a), array(b))
            add("allclose", array(a), array(b), 0.1, 0.0, True)
    for rtol, atol in itertools.product([0.0, 1e-7, 0.001, 0.123456789, 1e-5, 100000.0, 1234567.0, 1e-10], [0.0, 1e-300, 0.25]):
        add("allclose", array(np.array([1.0, 5e9])), array(np.array([1e9, -2e15])), rtol, atol, True)
    for decimal in (0, 1, 2, 6, 9, 15):
        for dtype in FLOATS + ["int32", "complex64"]:
            a = np.array([1, 2, 3]).astype(dtype)
            b = (np.array([1, 2, 3]) + 10.0 ** -np.array([1, 5, 9])).astype(dtype)
            add("array almost equal", array(a), array(b), decimal)
            add("almost equal", array(a), array(b), decimal)
    for dtype in FLOATS + ["int64", "float64", "complex64"]:
        for ulps in (0, 1, 2, 100):
            a = sample(dtype, (9,), small=True)
            b = a.copy()
            for _ in range(min(ulps, 3)):
                b = np.nextafter(b, b.dtype.type(9)) if b.dtype.kind == "f" else b
            for limit in (1, 2, 50):
                if dtype != "complex64":
                    add("max ulp", array(a), array(b), limit)
                add("nulp", array(a), array(b), limit)
                add("nulp", array(a), array(off(b, 3, 1.01)), limit)
    for x, y in [([1.0], [np.nan]), ([0.0, 5.0], [-0.0, 5.0]), ([np.inf], [np.inf]), ([1e308], [-1e308])]:
        for dtype in FLOATS:
            for limit in (1, 7):
                add("max ulp", array(np.array(x, dtype)), array(np.array(y, dtype)), limit)
                add("nulp", array(np.array(x, dtype)), array(np.array(y, dtype)), limit)
    a, b = array(np.array([1.0, 2.0])), array(np.array([1.0, 3.0]))
    for message in ["", "short", "a message " * 5, "a message " * 8, "two\nlines"]:
        for verbose in (True, False):
            add("message", a, b, message, verbose)
            add("message", a, array(np.arange(3)), message, verbose)
    numbers = [0.0, -0.0, 1.0, 1.0000001, 1e22, np.nan, np.inf, -np.inf]
    for x, y in itertools.product(numbers, numbers):
        add("equal numbers", x, y)
        add("almost equal numbers", x, y, 7)
        add("almost equal numbers", x, y, 3)
file.write(sys.argv[1])
