"""Counting and histograms. Weights are small multiples of 1/8, whose sums are exact in any order:
between given edges NumPy subtracts sums over sorted elements."""

import numpy as np

from . import cases
from .cases import COMPLEX, INTEGERS, REAL, array, everywhere, layouts, sample, some

ESTIMATORS = ["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"]


def finite(dtype, shape):
    return np.abs(sample(dtype, shape, small=True)) if np.dtype(dtype).kind != "b" else sample(dtype, shape)


def histogram(a, bins, range=None, weights=None, density=False):
    range = None if range is None else tuple(range)
    return np.histogram(a, bins, range, density or None, weights)


def write(f):
    for dtype in ["bool"] + INTEGERS:
        for shape in [(0,), (1,), (30,)]:
            values = np.abs(sample(dtype, shape, small=True)).astype(dtype)
            for x in everywhere(values):
                f.add("bincount", x, None, 0, call=np.bincount)
                f.add("bincount", x, None, 15, call=np.bincount)
            for x in layouts(np.full(4, 1, dtype)):
                f.add("bincount", x, None, 0, call=np.bincount)
            for w in ("bool", "int8", "int64", "float16", "float32", "float64", "complex64", "complex128"):
                # without elements NumPy does not look at the weights
                if shape != (0,) or w not in COMPLEX:
                    f.add("bincount", array(values), array(sample(w, shape, small=True)), 4, call=np.bincount)
    for dtype in REAL:
        for shape in [(0,), (1,), (50,), (4, 6)]:
            values = finite(dtype, shape)
            signed = values if np.dtype(dtype).kind in "bu" else sample(dtype, shape, small=True)
            for a in everywhere(signed):
                f.add("histogram", a, 5, call=histogram)
            a = array(signed)
            for bins in (1, 2, 10):
                f.add("histogram_bin_edges", some(signed), bins, call=np.histogram_bin_edges)
                f.add("histogram", a, bins, call=histogram)
                f.add("histogram_bin_edges", a, bins, call=np.histogram_bin_edges)
                f.add("histogram", a, bins, [0.5, 4.25], call=histogram)
                f.add("histogram", a, bins, None, None, True, call=histogram)
            for edges in ([0.0, 1.0, 2.5, 2.5, 7.0], [-3.0, 3.0], [1.0], [0.0, np.inf]):
                f.add("histogram", a, array(np.array(edges)), call=histogram)
                f.add("histogram", a, array(np.array(edges, "float32")), call=histogram)
            f.add("histogram", a, array(np.array([0, 1, 2, 5, 9])), call=histogram)
            f.add("histogram", a, array(np.array([0, 1, 2, 5, 9], "uint8")), None, None, True, call=histogram)
            for w in ("int32", "float32", "float64", "complex64", "complex128"):
                weights = array(sample(w, shape, small=True))
                f.add("histogram", a, 4, None, weights, call=histogram)
                f.add("histogram", a, 4, [1.0, 6.0], weights, call=histogram)
                f.add("histogram", a, array(np.array([0.0, 2.0, 5.0])), None, weights, call=histogram)
                if w in COMPLEX:
                    f.add("histogram", a, array(np.array([0.0, 2.0, 5.0])), None, weights, True, call=histogram)
        for x in everywhere(sample(dtype, (3, 4))):
            for right in (False, True):
                f.add("digitize", x, array(np.array([-2.0, 0.0, 0.0, 1.0, 5.0])), right, call=np.digitize)
                f.add("digitize", x, array(np.array([5, 1, 0, -2])), right, call=np.digitize)
        f.add("digitize", array(sample(dtype, (2, 3))), array(np.sort(sample(dtype, (6,), small=True))), False, call=np.digitize)
        f.add("digitize", array(sample(dtype, ())), array(np.array([1, 2, 3], dtype)), True, call=np.digitize)
        f.add("digitize", array(sample(dtype, (5,))), array(np.array([], dtype)), True, call=np.digitize)
    for dtype in ("int16", "int64", "uint8", "uint64", "float32", "float64"):
        for n in (0, 1, 2, 60, 300):
            wide = (cases.RANDOM.standard_normal(n) * 30 + 100).astype(dtype)
            for name in ESTIMATORS:
                f.add("histogram_bin_edges", array(wide), name, call=np.histogram_bin_edges)
                f.add("histogram_bin_edges", array(wide), name, [90.0, 120.0],
                      call=lambda a, bins, range: np.histogram_bin_edges(a, bins, tuple(range)))
    for name in ESTIMATORS:
        f.add("histogram_bin_edges", array(np.ones(5)), name, call=np.histogram_bin_edges)
    for dtype in COMPLEX:
        for shape in [(0,), (50,), (4, 6)]:
            for a in everywhere(sample(dtype, shape, small=True)):
                for edges in (np.array([-3.0, 0, 2.5, 2.5, 7]), np.array([-2 - 1j, -2 + 3j, 1, 1 + 1j, 4]), np.array([1.0])):
                    f.add("histogram", a, array(edges), call=histogram)
                weights = array(sample("float64", shape, small=True))
                f.add("histogram", a, array(np.array([-3.0, 3.0])), None, weights, call=histogram)
        real = array(sample("float64", (9,), small=True))
        f.add("histogram", real, array(np.array([-2 - 1j, 0, 0 + 1j, 4])), call=histogram)
        f.add("digitize", array(sample(dtype, (5,))), array(np.array([1.0, 2])), False, call=np.digitize)
        f.add("digitize", real, array(np.array([1, 2], dtype)), False, call=np.digitize)
        points = array(sample(dtype, (20, 2), small=True))
        f.add("histogramdd", points, [array(np.array([-9.0, 0, 1.0])), array(np.array([-9 - 9j, 0, 1j, 9]))], call=histogramdd)
    dimensions(f)
    errors(f)


def flattened(result):
    return (result[0], *result[1])


def histogramdd(a, bins, ranges=None, weights=None, density=False):
    bins = [b if isinstance(b, np.ndarray) else int(b) for b in bins]
    ranges = None if ranges is None else [tuple(ranges[i:i + 2]) for i in range(0, len(ranges), 2)]
    return flattened(np.histogramdd(a, bins if len(bins) > 1 else bins[0], ranges, density or None, weights))


def dimensions(f):
    for dtype in REAL:
        for n in (0, 1, 40):
            points = some(sample(dtype, (n, 2), small=True))
            f.add("histogramdd", points, [3], call=histogramdd)
            f.add("histogramdd", points, [2, 4], call=histogramdd)
            f.add("histogramdd", points, [2, 4], [0.0, 3.0, -1.0, 5.5], call=histogramdd)
            f.add("histogramdd", points, [array(np.array([0.0, 1.0, 4.0])), array(np.array([-3, 0, 7]))], call=histogramdd)
            weights = array(sample("float64", (n,), small=True))
            f.add("histogramdd", points, [3, 2], None, weights, call=histogramdd)
            if n == 40:
                f.add("histogramdd", points, [3, 2], None, None, True, call=histogramdd)
            x, y = some(sample(dtype, (n,), small=True)), some(sample("float64", (n,), small=True))
            f.add("histogram2d", x, y, [3, 4], call=lambda x, y, bins: np.histogram2d(x, y, [int(b) for b in bins]))
        f.add("histogramdd", array(sample(dtype, (20, 3), small=True)), [2, 3, 2], call=histogramdd)


def errors(f):
    a = array(np.array([1.0, 2.0, 4.0]))
    counts = array(np.array([1, 2]))
    for x in (np.array([1.0]), np.array([[1]]), np.array(1), np.array([2, -1]), np.array([])):
        f.add("bincount", array(x), None, 0, call=np.bincount)
    f.add("bincount", counts, None, -1, call=np.bincount)
    f.add("bincount", counts, array(np.ones(3)), 0, call=np.bincount)
    for bins in (0, -1):
        f.add("histogram", a, bins, call=histogram)
        f.add("histogramdd", array(np.zeros((3, 2))), [2, bins], call=histogramdd)
    for edges in ([3.0, 2.0], [[1.0, 2.0]], []):
        f.add("histogram", a, array(np.array(edges)), call=histogram)
    for values in ([np.nan, 1.0], [1.0, np.inf], [-np.inf]):
        f.add("histogram", array(np.array(values)), 3, call=histogram)
    for ends in ([2.0, 1.0], [0.0, np.inf], [np.nan, 1.0]):
        f.add("histogram", a, 3, ends, call=histogram)
    f.add("histogram", a, 3, None, array(np.ones(2)), call=histogram)
    f.add("histogram", a, array(np.array([1, 3, 2], "uint64")), call=histogram)
    f.add("histogram", a, array(np.array([0, 2, 3], "uint64")), call=histogram)
    f.add("histogram", a, "auto", None, a, call=histogram)
    f.add("histogram", array(np.array([1.0, np.nextafter(1.0, 2)])), 10, call=histogram)
    f.add("histogram", array(np.array([3.0, 3.0])), 4, call=histogram)
    points = array(np.zeros((3, 2)))
    f.add("histogramdd", points, [2, 2, 2], call=histogramdd)
    f.add("histogramdd", points, [array(np.array([2.0, 1.0])), array(np.array([0.0, 1.0]))], call=histogramdd)
    f.add("histogramdd", points, [2], None, array(np.ones(4)), call=histogramdd)
    f.add("histogram2d", a, counts, [2, 2], call=lambda x, y, bins: np.histogram2d(x, y, [int(b) for b in bins]))
    f.add("digitize", a, array(np.array([1, 3, 2])), False, call=np.digitize)
    f.add("digitize", a, array(np.array([[1]])), False, call=np.digitize)
