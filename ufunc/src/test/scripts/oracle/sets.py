"""Sets of elements. Values come from samples without -0 where NumPy does not say which zero stands
for both; with first positions it is the first one."""

import numpy as np

from . import cases
from .cases import ALL, array, everywhere, layouts, sample, some
from .sorting import one_zero

SHAPES = [(0,), (1,), (8,), (50,), (3, 4), (2, 0), (2, 3, 4)]


def full(a, axis, equal_nan):
    return np.unique(a, True, True, True, axis, equal_nan=equal_nan)


def write(f):
    for dtype in ALL:
        for shape in SHAPES:
            for small in (True, False):
                values = sample(dtype, shape, small)
                for a in everywhere(values):
                    f.add("unique_full", a, None, True, call=full)
                plain = some(one_zero(values))
                f.add("unique_full", some(values), None, False, call=full)
                f.add("unique", plain, call=np.unique)
                for name in ("unique_all", "unique_counts"):
                    f.add(name, plain, call=lambda a, name=name: tuple(getattr(np, name)(a)))
                # NumPy's own leaves open which of several NaNs is which
                f.add("unique_inverse", plain, call=lambda a: tuple(np.unique_all(a)[i] for i in (0, 2)))
                f.add("unique_values", plain, call=lambda a: np.sort(np.unique_values(a)))
        for shape in [(0, 3), (3, 0), (6, 1), (20, 2), (4, 5), (3, 2, 2)]:
            values = one_zero(sample(dtype, shape, small=True))
            values = np.where(cases.RANDOM.random(shape) < 0.5, np.array(1, dtype), values)
            for axis in range(-1, len(shape) - 1):
                for a in everywhere(values):
                    f.add("unique_full", a, axis, True, call=full)
        for other in ("bool", "int8", "uint16", "int64", "float32", "float64", "complex64", dtype):
            for n, m in ((0, 5), (6, 0), (7, 3), (30, 25), (9, 60)):
                a = some(one_zero(sample(dtype, (n,), small=other != dtype)))
                b = some(one_zero(sample(other, (m,), small=other != dtype)))
                pair(f, a, b)
        for a, b in zip(everywhere(sample(dtype, (3, 4), True)), everywhere(sample(dtype, (2, 6), True))):
            pair(f, some(one_zero(a.values)), some(one_zero(b.values)))
            f.add("isin", a, b, False, call=isin)
        assumed(f, dtype)
    for values in ([0.0, -0.0, 1.0], [-0.0, 0.0, -0.0]):
        f.add("unique", array(np.array(values)), call=np.unique)
        f.add("unique_full", array(np.array(values, np.float16)), None, True, call=full)
    nan = array(np.array([[np.nan, 1], [np.nan, 1], [0.0, 2]]))
    f.add("unique_full", nan, 0, True, call=full)
    f.add("unique_full", nan, 1, False, call=full)
    scalar = array(np.array(5))
    f.add("unique", scalar, call=np.unique)
    f.add("unique_full", scalar, None, True, call=full)
    f.add("unique_full", scalar, 0, True, call=full)
    f.add("unique_full", nan, 2, True, call=full)
    f.add("unique_full", array(np.arange(3)), 1, True, call=full)


def assumed(f, dtype):
    """Distinct values out of order, as the caller promises."""
    values = np.unique(one_zero(sample(dtype, (40,), small=True)))
    for n, m in ((0, 3), (3, 0), (5, 9), (9, 4)):
        a = array(cases.RANDOM.permutation(values)[:n])
        b = array(cases.RANDOM.permutation(values)[:m])
        f.add("setdiff1d_unique", a, b, call=lambda a, b: np.setdiff1d(a, b, assume_unique=True))
        f.add("setxor1d_unique", a, b, call=lambda a, b: np.setxor1d(a, b, assume_unique=True))
        f.add("intersect1d_unique", a, b, call=lambda a, b: np.intersect1d(a, b, assume_unique=True, return_indices=True))
        f.add("isin_unique", a, b, True, call=lambda a, b, invert: np.isin(a, b, assume_unique=True, invert=invert))


def isin(a, b, invert):
    return np.isin(a, b, invert=invert)


def pair(f, a, b):
    f.add("isin", a, b, False, call=isin)
    f.add("isin", a, b, True, call=isin)
    f.add("intersect1d", a, b, call=lambda a, b: np.intersect1d(a, b, return_indices=True))
    f.add("union1d", a, b, call=np.union1d)
    f.add("setdiff1d", a, b, call=np.setdiff1d)
    f.add("setxor1d", a, b, call=np.setxor1d)
