"""Sorting and searching. NumPy leaves the order of zeros of different signs to the sort, so sorted
values come from samples without -0; positions come from stable sorts, where zeros are equal. Of a
partition only the elements at the asked positions are compared, which is all that NumPy promises."""

import numpy as np

from . import cases
from .cases import ALL, array, everywhere, layouts, sample, some

SHAPES = [(0,), (1,), (7,), (40,), (3, 4), (2, 0), (2, 3, 5)]


def one_zero(a):
    return a + np.zeros((), a.dtype) if a.dtype.kind in "fc" else a


def write(f):
    for dtype in ALL:
        for shape in SHAPES:
            values = sample(dtype, shape, small=shape == (40,))
            for axis in [None, *range(-1, len(shape) - 1)]:
                for a in everywhere(one_zero(values)):
                    if axis is not None and " broadcast" not in a.text:
                        f.add("sort_in_place", a, axis, call=sort_in_place)
                    f.add("sort", a, axis, call=lambda a, axis: np.sort(a, axis), strides=axis is not None)
                for a in everywhere(values):
                    f.add("argsort", a, axis, call=lambda a, axis: np.argsort(a, axis, kind="stable"))
        for shape in [(0,), (9,), (3, 4)]:
            for a in everywhere(one_zero(sample(dtype, shape))):
                f.add("sort_complex", a, call=np.sort_complex, strides=True)
        for shape in [(1,), (9,), (40,), (3, 7)]:
            values = one_zero(sample(dtype, shape))
            for axis in (None, -1, 0):
                n = values.size if axis is None else shape[axis]
                for kth in ([0], [n - 1], [n // 2], [-1], sorted({0, n // 3, n // 2})):
                    a = some(values)
                    f.add("partition", a, list(kth), axis, call=partition)
                    f.add("argpartition", a, list(kth), axis, call=argpartition)
        for shape in [(1,), (9,), (3, 40)]:
            for a in everywhere(one_zero(sample(dtype, shape))):
                if " broadcast" not in a.text:
                    f.add("partition_in_place", a, shape[-1] // 2, call=partition_in_place)
        for shape in [(6,), (30,), (2, 9)]:
            for count in (1, 2, 3):
                keys = [some(sample(dtype, shape, small=k > 0)) for k in range(count)]
                for axis in range(-1, len(shape) - 1):
                    f.add("lexsort", keys, axis, call=np.lexsort)
        search(f, dtype)
        nonzero(f, dtype)
    a = [array(cases.RANDOM.integers(0, 3, 20).astype(d)) for d in ("uint8", "float32", "bool", "complex64")]
    f.add("lexsort", a, -1, call=np.lexsort)
    errors(f)


def sort_in_place(a, axis):
    a = a.copy()
    a.sort(axis)
    return a


def partition_in_place(a, kth):
    a = a.copy()
    a.partition(kth)
    return a[..., kth]


def partition(a, kth, axis):
    kth = [int(k) for k in kth]
    return np.take(np.partition(a, kth, axis), kth, -1 if axis is None else axis)


def argpartition(a, kth, axis):
    kth = [int(k) for k in kth]
    order = np.argpartition(a, kth, axis)
    values = a.ravel()[order] if axis is None else np.take_along_axis(a, order, axis)
    return np.take(values, kth, -1 if axis is None else axis)


def search(f, dtype):
    for n in (0, 1, 5, 40):
        a = np.sort(sample(dtype, (n,), small=n == 40))
        for side in ("left", "right"):
            for of in layouts(np.ones(n, dtype)):
                f.add("searchsorted", of, some(sample(dtype, (2, 9))), side, call=lambda a, v, s: np.searchsorted(a, v, s))
            for of in everywhere(a):
                f.add("searchsorted", of, array(sample(dtype, (11,))), side, call=lambda a, v, s: np.searchsorted(a, v, s))
            f.add("searchsorted", array(a), some(sample(dtype, (2, 9))), side, call=lambda a, v, s: np.searchsorted(a, v, s))
            f.add("searchsorted", array(a), array(sample(dtype, ())), side, call=lambda a, v, s: np.searchsorted(a, v, s))
            for other in ("uint8", "int16", "float32", "float64", "complex64"):
                v = array(sample(other, (10,), small=True))
                f.add("searchsorted", array(a), v, side, call=lambda a, v, s: np.searchsorted(a, v, s))
            mixed = sample(dtype, (n,))
            order = np.argsort(mixed, kind="stable")
            for index in ("int64", "uint8", "int32"):
                f.add("searchsorted", array(mixed), array(sample(dtype, (5,))), side, array(order.astype(index)),
                      call=lambda a, v, s, order: np.searchsorted(a, v, s, order))


def nonzero(f, dtype):
    for shape in [(0,), (9,), (3, 4), (2, 0), (2, 3, 5)]:
        for a in everywhere(sample(dtype, shape, small=True)):
            f.add("nonzero", a, call=np.nonzero)
            f.add("flatnonzero", a, call=np.flatnonzero)
            f.add("argwhere", a, call=np.argwhere, strides=True)
            for axis in [None, *range(len(shape))]:
                f.add("count_nonzero", a, axis, True, call=lambda a, axis, keep: np.asarray(np.count_nonzero(a, axis, keepdims=keep)))
                if axis is not None:
                    f.add("count_nonzero", a, axis, False, call=lambda a, axis, keep: np.count_nonzero(a, axis, keepdims=keep))
    for value in (0, 1):
        a = array(np.array(value, dtype))
        f.add("nonzero", a, call=np.nonzero)
        f.add("flatnonzero", a, call=np.flatnonzero)
        f.add("argwhere", a, call=np.argwhere, strides=True)


def errors(f):
    a, matrix, scalar = array(np.array([3, 1, 2])), array(np.eye(2)), array(np.array(5.0))
    f.add("sort_complex", scalar, call=np.sort_complex)
    for name in ("sort", "argsort"):
        for of, axis in ((a, 1), (a, -2), (matrix, 2), (scalar, -1), (scalar, 1), (scalar, None)):
            f.add(name, of, axis, call=lambda a, axis, name=name: getattr(np, name)(a, axis))
    for name in ("partition", "argpartition"):
        of = lambda a, kth, axis, name=name: getattr(np, name)(a, [int(k) for k in kth], axis)
        for kth in ([3], [-4], [0, 5]):
            f.add(name, a, kth, -1, call=of)
        f.add(name, a, [0], 1, call=of)
    f.add("lexsort", [a, array(np.array([1, 2]))], -1, call=np.lexsort)
    f.add("lexsort", [a, a], 2, call=np.lexsort)
    f.add("lexsort", [scalar, scalar], -1, call=np.lexsort)
    for of, v in ((matrix, a), (scalar, a)):
        f.add("searchsorted", of, v, "left", call=lambda a, v, s: np.searchsorted(a, v, s))
    for sorter in ([0, 1], [0, 1, 2, 0], [0.0, 1.0, 2.0], [[0, 1, 2]], [1, 2, 9], [1, -1, 0]):
        f.add("searchsorted", a, array(np.arange(9)), "left", array(np.array(sorter)),
              call=lambda a, v, s, order: np.searchsorted(a, v, s, order))
    f.add("count_nonzero", a, 1, False, call=lambda a, axis, keep: np.count_nonzero(a, axis, keepdims=keep))
