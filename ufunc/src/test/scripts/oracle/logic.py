"""Whether arrays are equal or close."""

import itertools

import numpy as np

from oracle.cases import ALL, COMPLEX, FLOATS, array, layouts, sample


def isclose(a, b, rtol, atol, equal_nan):
    return np.isclose(a, b, rtol, atol, equal_nan)


def near(a, dtype):
    """The same, some elements a little or a lot off."""
    with np.errstate(all="ignore"):
        b = a.astype(dtype)
        if b.dtype.kind in "fc":
            b[1::3] *= b.dtype.type(1 + 3e-6)
            b[2::5] *= b.dtype.type(1.01)
            b[4::7] = np.nan
        elif b.dtype.kind != "b":
            b[1::3] += b.dtype.type(1)
    return b


def write(file):
    with np.errstate(all="ignore"):
        for s, t in itertools.product(ALL, ALL):
            a = sample(s, (24,))
            a[5:15] = sample(s, (10,), small=True)
            b = near(a.real if a.dtype.kind == "c" and np.dtype(t).kind != "c" else a, t)
            x, y = array(a), array(b)
            for rtol, atol in [(1e-5, 1e-8), (0.0, 0.0), (0.02, 0.0), (0.0, 1.0), (1e-3, 0.25)]:
                file.add("isclose", x, y, rtol, atol, rtol > 0, call=isclose)
            file.add("allclose", x, y, call=np.allclose)
            file.add("array_equal", x, y, True, call=np.array_equal)
            file.add("array_equal", x, array(a.astype(t) if s not in COMPLEX or t in COMPLEX else a.real.astype(t)), False, call=np.array_equal)
        for d in ALL:
            a = sample(d, (3, 4), small=True)
            for x, y in zip(layouts(a), reversed(list(layouts(a)))):
                file.add("isclose", x, y, 1e-5, 1e-8, False, call=isclose)
                file.add("array_equal", x, y, False, call=np.array_equal)
                file.add("array_equiv", x, y, call=np.array_equiv)
            for shape in [(), (4,), (3, 1), (1, 1), (2,), (0,), (3, 4), (2, 3, 4), (1, 3, 4)]:
                y = array(np.broadcast_to(a[0, 0], shape))
                for x in (array(a), array(np.full((3, 4), a[0, 0]))):
                    file.add("isclose", x, y, 0.5, 0.0, False, call=isclose)
                    file.add("allclose", x, y, call=np.allclose)
                    file.add("array_equal", x, y, False, call=np.array_equal)
                    file.add("array_equiv", x, y, call=np.array_equiv)
        for d in FLOATS:
            special = np.array([0.0, -0.0, 1.0, -1.0, np.inf, -np.inf, np.nan], d)
            x, y = (array(v) for v in (special[:, None], special))
            for equal_nan in (True, False):
                file.add("isclose", x, y, 1e-5, 1e-8, equal_nan, call=isclose)
                file.add("array_equal", y, y, equal_nan, call=lambda a, b, e: np.array_equal(a, b.copy(), e))
            for value in (0.0, 1.0, 1.0 + 1e-6, -np.inf, np.inf, np.nan, 1e300):
                file.add("isclose double", y, value, 1e-5, 1e-8, True, call=isclose)
                file.add("isclose double", y, value, 1e-5, 1e-8, False, call=isclose)
        for d in COMPLEX:
            parts = np.array([0, -1, np.inf, np.nan])
            z = (parts[:, None] + np.zeros(4)).astype(d)
            z.imag = parts
            x, y = array(z.reshape(-1, 1)), array(z.reshape(-1))
            for equal_nan in (True, False):
                file.add("isclose", x, y, 1e-5, 1e-8, equal_nan, call=isclose)
