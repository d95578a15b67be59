"""Polynomials and orthogonal series. Coefficients are small multiples of 1/8."""

import itertools

import numpy as np
from numpy.polynomial import chebyshev, hermite, hermite_e, laguerre, legendre, polynomial, polyutils

from . import cases
from .cases import ALL, array, layouts, sample, some

FAMILIES = {"poly": polynomial, "cheb": chebyshev, "leg": legendre, "herm": hermite, "herme": hermite_e, "lag": laguerre}
DTYPES = ["int32", "float32", "float64", "complex64", "complex128"]


def values(dtype, shape):
    return sample(dtype, shape, small=True) / np.array(8, dtype) if np.dtype(dtype).kind in "fc" else sample(dtype, shape, small=True)


def division(f):
    return lambda a, b: list(f(a, b))


def common_division(f):
    """As `common`, for quotient and remainder."""
    return lambda a, b: [r.astype(np.common_type(a, b)) for r in f(a, b)]


def promoted(f):
    """Values in the dtype of the result: NumPy forms some products of coefficients in their own."""
    return lambda x, c, *rest: f(x, c.astype(np.result_type(x, c, np.float32)), *rest)


def common(f):
    """In the common dtype of the arguments, which NumPy leaves for float64 where one has a single coefficient."""
    def call(a, b):
        dtype = np.common_type(a, b) if isinstance(b, np.ndarray) else np.common_type(a)
        return f(a, b).astype(dtype)
    return call


def write(f):
    for name, module in FAMILIES.items():
        def call(function, module=module, name=name):
            return getattr(module, name + function)

        for dtype in DTYPES:
            for n in (1, 2, 3, 4, 7):
                c = array(values(dtype, (n,)))
                other = array(values(dtype, (3,)))
                for x in layouts(values("float64", (2, 3))):
                    f.add(name + "val", x, c, True, call=promoted(call("val")))
                f.add(name + "val", array(values(dtype, (4,))), some(c.values), True, call=promoted(call("val")))
                f.add(name + "val", array(values("complex128", (4,))), c, True, call=promoted(call("val")))
                for binary in ("add", "sub", "mul"):
                    f.add(name + binary, c, other, call=common(call(binary)))
                    f.add(name + binary, other, c, call=common(call(binary)))
                if other.values[-1] != 0:
                    f.add(name + "div", c, other, call=common_division(call("div")))
                f.add(name + "mulx", c, call=lambda c, call=call: common(lambda a, b: call("mulx")(a))(c, None))
                f.add(name + "pow", c, 3, call=common(lambda c, n, call=call: call("pow")(c, n, 16)))
                for m in (0, 1, 2, 8):
                    f.add(name + "der", c, m, 1.0, 0, call=lambda c, m, s, a, call=call: call("der")(c, m, s, a))
                    f.add(name + "int", c, m, [0.5] * min(m, 1) + [-1.0] * min(m // 2, 1), 0.25, 2.0, 0,
                          call=lambda c, m, k, b, s, a, call=call: call("int")(c, m, list(k), b, s, a))
                if name != "poly":
                    f.add(name + "2poly", c, call=getattr(module, name + "2poly"))
                    f.add("poly2" + name, c, call=getattr(module, "poly2" + name))
                if dtype != "int32" or n > 1:
                    f.add(name + "fromroots", c, call=call("fromroots"))
                f.add(name + "vander", c, 4, call=call("vander"))
            c = array(values(dtype, (3, 2)))
            f.add(name + "val", array(values("float64", (4,))), c, True, call=promoted(call("val")))
            f.add(name + "val", array(values("float64", (2,))), c, False, call=promoted(call("val")))
            f.add(name + "der", c, 1, 3.0, 1, call=lambda c, m, s, a, call=call: call("der")(c, m, s, a))
            f.add(name + "int", c, 2, [1.0], 0.0, 1.0, -2,
                  call=lambda c, m, k, b, s, a, call=call: call("int")(c, m, list(k), b, s, a))
            x, y, z = (array(values("float64", (2, 3))) for _ in range(3))
            c2, c3 = array(values(dtype, (3, 4))), array(values(dtype, (2, 3, 2)))
            f.add(name + "val2d", x, y, c2, call=call("val2d"))
            f.add(name + "val3d", x, y, z, c3, call=call("val3d"))
            f.add(name + "grid2d", x, y, c2, call=call("grid2d"))
            f.add(name + "grid3d", x, y, z, c3, call=call("grid3d"))
            f.add(name + "vander2d", x, y, 2, 1, call=lambda x, y, i, j, call=call: call("vander2d")(x, y, [i, j]))
            f.add(name + "vander3d", x, y, z, 1, 2, 1,
                  call=lambda x, y, z, i, j, k, call=call: call("vander3d")(x, y, z, [i, j, k]))
        one, two = array(np.ones(1)), array(np.array([1.0, 2.0]))
        f.add(name + "add", array(np.zeros(0)), one, call=call("add"))
        f.add(name + "add", array(np.zeros((1, 1))), one, call=call("add"))
        f.add(name + "add", array(np.array([True])), one, call=call("add"))
        f.add(name + "mul", array(np.zeros(3)), two, call=call("mul"))
        f.add(name + "div", two, array(np.zeros(2)), call=division(call("div")))
        f.add(name + "int", array(np.zeros(1)), 2, [0.0, 3.0], 0.0, 1.0, 0,
              call=lambda c, m, k, b, s, a, call=call: call("int")(c, m, list(k), b, s, a))
        f.add(name + "fromroots", array(np.zeros(0)), call=call("fromroots"))
        for m, k in ((-1, []), (1, [1.0, 2.0])):
            f.add(name + "int", two, m, list(k) or None, 0.0, 1.0, 0,
                  call=lambda c, m, k, b, s, a, call=call: call("int")(c, m, list(k or []), b, s, a))
        f.add(name + "der", two, -1, 1.0, 0, call=lambda c, m, s, a, call=call: call("der")(c, m, s, a))
        f.add(name + "der", two, 1, 1.0, 3, call=lambda c, m, s, a, call=call: call("der")(c, m, s, a))
        f.add(name + "pow", two, -1, call=lambda c, n, call=call: call("pow")(c, n, 16))
        f.add(name + "pow", two, 17, call=lambda c, n, call=call: call("pow")(c, n, 16))
        f.add(name + "vander", two, -1, call=call("vander"))
        f.add(name + "val2d", one, two, array(np.ones((2, 2))), call=call("val2d"))
        for off, scl in ((1.0, 2.0), (-3.0, 0.5), (2.0, 0.0)):
            f.add(name + "line", off, scl, call=lambda a, b, call=call: call("line")(a, b) + 0.0)
        for constant in ("zero", "one", "x", "domain"):
            f.add(name + constant, call=lambda call=call, constant=constant: call(constant) + 0.0)
    for tol in (0.0, 0.5, 100.0, -1.0):
        for dtype in ("float64", "complex128"):
            c = np.append(values(dtype, (4,)), np.array([0.25, 0], dtype))
            f.add("trimcoef", array(c), tol, call=polyutils.trimcoef)
    for dtype, other in itertools.product(ALL, ("int64", "float32", "complex128")):
        p = sample(dtype, (4,), small=True)
        q = np.array([2, 3, 0], dtype=other)
        for function in ("polyadd", "polymul"):
            f.add("np_" + function, array(p), array(q), call=getattr(np, function))
            f.add("np_" + function, array(q), array(p[:2]), call=getattr(np, function))
        if dtype != "bool":
            f.add("np_polysub", array(p), array(q), call=np.polysub)
        f.add("np_polyval", array(p), array(q), call=np.polyval)
        f.add("np_polyval", array(q), some(p), call=np.polyval)
        if dtype not in ("bool", "float16"):
            f.add("np_polydiv", array(p), array(q), call=division(np.polydiv))
            f.add("np_polydiv", array(q), array(p), call=division(np.polydiv))
    for dtype in ALL:
        p = array(sample(dtype, (4,), small=True))
        for m in (0, 1, 2, 5):
            if dtype != "uint64" and (dtype != "bool" or m):
                f.add("np_polyder", p, m, call=np.polyder)
            if m:
                f.add("np_polyint", p, m, [0.5], call=lambda p, m, k: np.polyint(p, m, list(k)))
        if dtype not in ("bool", "float16"):
            f.add("poly", p, call=np.poly)
    f.add("poly", array(np.array([1 + 2j, 3, 1 - 2j])), call=np.poly)
    f.add("np_polyder", array(np.ones(2)), -1, call=np.polyder)
    f.add("np_polyint", array(np.ones(2)), -1, [0.5], call=lambda p, m, k: np.polyint(p, m, list(k)))
    f.add("np_polymul", array(np.zeros(0)), array(np.ones(1)), call=np.polymul)
    f.add("np_polymul", array(np.zeros(3)), array(np.ones(1)), call=np.polymul)
