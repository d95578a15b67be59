"""New arrays: numbers in steps, grids, matrices, from Java data.

The target is NumPy 2.5: `linspace` between equal infinities is tested by hand.
"""

import numpy as np

from oracle.cases import ALL, COMPLEX, INTEGERS, array, everywhere, layouts, operands, sample, some


def write(file):
    steps(file)
    grids(file)
    matrices(file)
    for dtype in ALL:
        for a in operands(dtype, (2, 3), (2, 3, 4), (0, 3), ()):
            file.add("zeros_like", a, call=np.zeros_like, strides=True)
            file.add("ones_like", a, call=np.ones_like, strides=True)
            file.add("full_like", a, 1.0, call=np.full_like, strides=True)
            shaped(file, a, dtype)
            for order in "CFA":
                file.add("zeros_like", a, "int16", order, call=lambda a, d, o: np.zeros_like(a, d, o), strides=True)
    for n in [0, 1, 4]:
        for order in ["<", ">"]:
            for dtype in ALL:
                data = array(np.arange(40, dtype="uint8") % (2 if dtype == "bool" else 64))
                for offset, count in [(0, -1), (8, n), (3, n), (3, -1), (40, -1), (41, -1), (-1, -1), (38, 9)]:
                    file.add("frombuffer", data, dtype, order, offset, count, call=frombuffer)


def shaped(file, a, dtype):
    for shape in [[4, 5], [3, 2, 2], [0, 2], [7], []]:
        for order in "KCF":
            file.add("zeros_like_shape", a, dtype, order, shape, call=lambda a, d, o, s: np.zeros_like(a, d, o, shape=tuple(s)), strides=True)
    file.add("empty_like_shape", a, dtype, "K", [4, 5], call=lambda a, d, o, s: np.zeros_like(a, d, o, shape=tuple(s)), strides=True)
    file.add("ones_like_shape", a, "int16", "A", [4, 5], call=lambda a, d, o, s: np.ones_like(a, d, o, shape=tuple(s)), strides=True)
    file.add("full_like_shape", a, array(np.array(1, dtype)), dtype, "K", [2, 2], call=lambda a, v, d, o, s: np.full_like(a, v, d, o, shape=tuple(s)), strides=True)


def frombuffer(data, dtype, order, offset, count):
    result = np.frombuffer(data.tobytes(), np.dtype(dtype).newbyteorder(order), count, offset)
    return result.astype(result.dtype.newbyteorder("="))


def steps(file):
    ranges = [(0.0, 5.0, 1.0), (1.0, 2.0, 0.1), (5.0, 0.0, -0.75), (0.0, -1.0, 1.0), (1.0, 1.3, 0.1), (2.5, 9.5, 2.25), (0.0, 1.0, 0.0)]
    for dtype in ALL:
        for start, stop, step in ranges:
            if start < stop or "uint" not in dtype:
                file.add("arange", start, stop, step, dtype, call=lambda a, b, c, d: np.arange(a, b, c, d))
        for start, stop, step in [(0, 5, 1), (3, 50, 7), (9, 0, -2), (0, 0, 1), (0, 2, 1), (100, 120, 3)]:
            file.add("arange", start, stop, step, dtype, call=lambda a, b, c, d: np.arange(a, b, c, d))
        for start, stop in [(0.0, 1.0), (3.0, 120.0), (9.5, 2.25), (1.0, 1.0), (0.0, 5e-324)]:
            for n in [0, 1, 2, 7]:
                for endpoint in [True, False]:
                    file.add("linspace", start, stop, n, endpoint, dtype,
                             call=lambda a, b, n, e, d: np.linspace(a, b, n, e, dtype=d))
        file.add("logspace", 0.0, 2.0, 5, True, 10.0, dtype, call=logspace)
        file.add("logspace", 0.0, 6.0, 7, True, 2.0, dtype, call=logspace)
        file.add("geomspace", 1.0, 64.0, 4, True, dtype, call=geomspace)
    file.add("linspace", 0.0, 1.0, -1, True, "float64", call=lambda a, b, n, e, d: np.linspace(a, b, n, e, dtype=d))
    for base in [10.0, 2.0, 0.5, 3.7]:
        for start, stop in [(0.0, 3.0), (-2.0, 2.5), (1.0, -1.0)]:
            for endpoint in [True, False]:
                file.add("logspace", start, stop, 6, endpoint, base, "float64", call=logspace)
    for start, stop in [(1.0, 1000.0), (2.5, 0.01), (-1.0, -256.0), (3.0, 3.0), (1.0, -1.0), (0.0, 1.0), (1.0, 0.0)]:
        for n in [0, 1, 2, 9, -1]:
            for endpoint in [True, False]:
                file.add("geomspace", start, stop, n, endpoint, "float64", call=geomspace)
    for dtype in ALL:
        # NumPy has no difference of bools
        for a in everywhere(sample("int8" if dtype == "bool" else dtype, (2, 3), True)):
            other = array(sample("int8" if dtype == "bool" else dtype, (3,), True))
            for axis in range(-1, 3):
                for endpoint in [True, False]:
                    file.add("linspace_arrays", a, other, 4, endpoint, axis, call=lambda a, b, n, e, k: np.linspace(a, b, n, e, axis=k))
            file.add("linspace_with_step_arrays", a, other, 4, True, -1, call=retstep_arrays)
    complex_steps(file)
    for start, stop in [(0.0, 1.0), (3.0, 120.0), (9.5, 2.25), (1.0, 1.0)]:
        for n in [0, 1, 2, 7]:
            for endpoint in [True, False]:
                for dtype in ["float64", "float32", "int32"]:
                    file.add("linspace_with_step", start, stop, n, endpoint, dtype, call=retstep)
    for dtype in ["float16", "float32", "float64", "complex64", "complex128"]:
        for one, other in zip(everywhere(1 + np.abs(sample(dtype, (2, 2), True))), everywhere(2 + np.abs(sample(dtype, (2, 2), True)))):
            file.add("geomspace_arrays", one, other, 3, True, -1, call=lambda a, b, n, e, k: np.geomspace(a, b, n, e, axis=k))
        for one, other in zip(everywhere(np.abs(sample("float64", (2, 2), True))), everywhere(np.abs(sample("float64", (2, 2), True)))):
            file.add("logspace_arrays_weak", one, other, 3, True, 2.0, 0, call=lambda a, b, n, e, x, k: np.logspace(a, b, n, e, x, axis=k))
    for base in [np.array([2.0, 3.0]), np.array([[2.0], [0.5]]), np.array([2, 3], "int32")]:
        for axis in [0, -1]:
            file.add("logspace_arrays_base", array(np.array([0.0, 1.0])), array(np.float64(3)), 3, True, array(base), axis,
                     call=lambda a, b, n, e, x, k: np.logspace(a, b, n, e, x, axis=k))
    a, b = array(np.array([1.0, 2.0])), array(np.array([[3.0, 4.0]]))
    for n in [0, 1, 2]:
        for endpoint in [True, False]:
            file.add("linspace_arrays", a, b, n, endpoint, 0, call=lambda a, b, n, e, k: np.linspace(a, b, n, e, axis=k))
    file.add("linspace_arrays", a, a, 3, True, 0, call=lambda a, b, n, e, k: np.linspace(a, b, n, e, axis=k))
    file.add("linspace_arrays", a, b, 3, True, 3, call=lambda a, b, n, e, k: np.linspace(a, b, n, e, axis=k))
    file.add("linspace_arrays", a, array(np.ones(3)), 3, True, 0, call=lambda a, b, n, e, k: np.linspace(a, b, n, e, axis=k))
    for axis in [0, -1]:
        for one, other in [(a, b), (array(np.float32([1, 2])), array(np.float32([3, 4])))]:
            file.add("logspace_arrays_weak", one, other, 3, True, 10.0, axis, call=lambda a, b, n, e, x, k: np.logspace(a, b, n, e, x, axis=k))
        file.add("logspace_arrays", a, b, 3, True, 10.0, axis, call=lambda a, b, n, e, x, k: np.logspace(a, b, n, e, x, axis=k))
        file.add("geomspace_arrays", a, b, 3, True, axis, call=lambda a, b, n, e, k: np.geomspace(a, b, n, e, axis=k))


def retstep(start, stop, n, endpoint, dtype):
    samples, step = np.linspace(start, stop, n, endpoint, True, dtype)
    return samples, np.asarray(step)


def retstep_arrays(start, stop, n, endpoint, axis):
    samples, step = np.linspace(start, stop, n, endpoint, True, axis=axis)
    return samples, np.asarray(step)


def complex_steps(file):
    """Between Python numbers, which 0-d arrays stand for here. Parts near zero are left out."""

    def number(z):
        return array(np.array(z, complex))

    for dtype in COMPLEX:
        for start, stop in [(1 + 2j, 3 - 4j), (0j, 2j), (-1j, 5 + 0j), (1 + 1j, 1 + 1j), (complex(-0.0, 0), 0.5 + 0.25j)]:
            for n in [0, 1, 2, 5]:
                for endpoint in [True, False]:
                    file.add("linspace_complex", number(start), number(stop), n, endpoint, dtype,
                             call=lambda a, b, n, e, d: np.linspace(a.item(), b.item(), n, e, dtype=d))
    for start, stop in [(0.5 + 1j, 2 - 0.25j), (0j, 1j), (1 + 0j, 2 + 0j)]:
        for n in [0, 1, 2, 5]:
            for base in [10.0, 2.0]:
                file.add("logspace_complex", number(start), number(stop), n, True, base, "complex128",
                         call=lambda a, b, n, e, x, d: np.logspace(a.item(), b.item(), n, e, x, dtype=d))
    for start, stop in [(1 + 2j, 3 - 4j), (1j, 1000j), (-2 + 0j, -64 + 0j), (3 + 1j, 0.125 + 7j), (0j, 1j), (1j, 0j)]:
        for n in [0, 1, 2, 5]:
            for endpoint in [True, False]:
                file.add("geomspace_complex", number(start), number(stop), n, endpoint, "complex128",
                         call=lambda a, b, n, e, d: np.geomspace(a.item(), b.item(), n, e, dtype=d))


def logspace(start, stop, n, endpoint, base, dtype):
    return np.logspace(start, stop, n, endpoint, base, dtype=dtype)


def geomspace(start, stop, n, endpoint, dtype):
    return np.geomspace(start, stop, n, endpoint, dtype=dtype)


def grids(file):
    for dtype in ALL:
        x = [next(iter(layouts(sample(dtype, (n,))))) for n in (2, 3)]
        for one in [*layouts(sample(dtype, (2,))), *layouts(np.ones(2, dtype)), *layouts(sample(dtype, (2, 2)))]:
            for indexing in ["xy", "ij"]:
                file.add("meshgrid", [one, x[1]], indexing, call=lambda a, i: list(np.meshgrid(*a, indexing=i)))
                file.add("meshgrid_sparse", [one, x[1]], indexing, call=lambda a, i: list(np.meshgrid(*a, indexing=i, sparse=True)))
                file.add("meshgrid", [one, x[1], x[0]], indexing, call=lambda a, i: list(np.meshgrid(*a, indexing=i)))
                file.add("meshgrid", [one], indexing, call=lambda a, i: list(np.meshgrid(*a, indexing=i)))
    file.add("meshgrid", [array(np.int8(3)), array(np.ones((2, 2)))], "xy", call=lambda a, i: list(np.meshgrid(*a, indexing=i)))
    for shape in [[2, 3], [4], [1, 2, 2], [0, 2], []]:
        file.add("indices", shape, call=lambda s: np.indices(tuple(s)))
        if shape:
            file.add("indices_sparse", shape, call=lambda s: list(np.indices(tuple(s), sparse=True)))
    file.add("mgrid", [array(np.arange(3)), array(np.arange(4, 6))], call=lambda a: np.mgrid[0:3, 4:6])
    file.add("mgrid", [array(np.arange(3)), array(np.linspace(-1, 1, 5))], call=lambda a: np.mgrid[0:3, -1:1:5j])
    file.add("ogrid", [array(np.arange(3)), array(np.arange(4, 6))], call=lambda a: list(np.ogrid[0:3, 4:6]))
    for dtype in INTEGERS:
        file.add("ix", [array(sample(dtype, (2,))), array(sample(dtype, (3,)))], call=lambda a: list(np.ix_(*a)))
    file.add("ix", [array(np.array([True, False, True])), array(np.arange(2))], call=lambda a: list(np.ix_(*a)))
    file.add("ix", [array(np.ones((2, 2), int)), array(np.arange(2))], call=lambda a: list(np.ix_(*a)))
    file.add("ix", [array(np.array([])), array(np.arange(2))], call=lambda a: list(np.ix_(*a)))
    file.add("fromfunction", [2, 3], call=lambda s: np.fromfunction(lambda i, j: 3 * i + j, tuple(s)))


def matrices(file):
    def pair(f):
        return lambda *x: list(f(*x))

    for dtype in ALL:
        for n, m, k in [(3, 3, 0), (2, 4, 1), (4, 2, -1), (3, 3, 5), (0, 3, 0), (3, 2, -4)]:
            file.add("eye", n, m, k, dtype, call=np.eye)
            file.add("tri", n, m, k, dtype, call=np.tri)
        file.add("identity", 3, dtype, call=np.identity)
        for a in operands(dtype, (3,), (2, 3)):
            for k in [0, 1, -2]:
                file.add("diag", a, k, call=np.diag)
                file.add("diagflat", a, k, call=np.diagflat)
        for a in operands(dtype, (3, 3), (2, 4), (2, 3, 2), (3,)):
            for k in [0, -1]:
                file.add("tril", a, k, call=np.tril)
                file.add("triu", a, k, call=np.triu)
        for a in [*layouts(sample(dtype, (3,), True)), *layouts(np.ones(3, dtype))]:
            file.add("vander", a, call=np.vander)
            for n, increasing in [(2, True), (4, False), (1, False), (0, True)]:
                file.add("vander", a, n, increasing, call=np.vander)
    for n, m, k in [(3, 3, 0), (2, 4, 1), (4, 2, -1), (3, 3, 5), (0, 3, 0), (3, 2, -4)]:
        file.add("tril_indices", n, m, k, call=lambda n, m, k: list(np.tril_indices(n, k, m)))
        file.add("triu_indices", n, m, k, call=lambda n, m, k: list(np.triu_indices(n, k, m)))
        a = some(np.ones((n, m)))
        file.add("tril_indices_from", a, k, call=pair(np.tril_indices_from))
        file.add("triu_indices_from", a, k, call=pair(np.triu_indices_from))
    flat, cube = array(np.ones(3)), array(np.ones((2, 2, 2)))
    file.add("tril_indices_from", flat, 0, call=pair(np.tril_indices_from))
    file.add("diag", cube, 0, call=np.diag)
    file.add("diag", array(np.ones(())), 0, call=np.diag)
    file.add("vander", array(np.ones((2, 2))), call=np.vander)
    file.add("tril", array(np.ones((2, 0))), 0, call=np.tril)
    file.add("eye", -1, 2, 0, "int8", call=np.eye)
