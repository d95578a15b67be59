"""Arithmetic, comparisons and casts of complex numbers and uint64; other dtypes are in values.txt."""

import itertools

import mpmath
import numpy as np

from oracle.cases import ALL, COMPLEX, REAL, array, layouts, sample

mpmath.mp.prec = 200

BINARY = ["add", "subtract", "multiply", "minimum", "maximum", "less", "less_equal", "greater", "greater_equal",
          "equal", "not_equal", "logical_and", "logical_or", "logical_xor"]
UNARY = ["negative", "absolute", "square", "logical_not"]


def product(a, b):
    """NumPy fuses one multiplication of a complex product with the subtraction where the processor
    can, so its last digits differ between machines: this is the product without."""
    if "c" not in (a.dtype.kind, b.dtype.kind):
        return np.multiply(a, b)
    like = np.multiply(a, b)
    result = np.empty(like.shape, like.dtype)
    part = result.real.dtype
    x, y, u, v = (np.asarray(p, part) for p in (a.real, np.imag(a), b.real, np.imag(b)))
    result.real, result.imag = x * u - y * v, x * v + y * u
    like[...] = result
    return like


def square(a):
    return product(a, a)


def absolute(a):
    """The correctly rounded value: NumPy's own is off by up to 2 ULP."""
    like = np.absolute(a)
    if a.dtype.kind == "c":
        for i, z in np.ndenumerate(a):
            if np.isinf(z.real) or np.isinf(z.imag):
                like[i] = np.inf
            elif not np.isnan(z):
                like[i] = rounded(mpmath.hypot(float(z.real), float(z.imag)), like.dtype)
    return like


def rounded(value, dtype):
    """mpmath rounds to 53 bits only for normal numbers, and a float32 must be rounded once."""
    digits, smallest = (24, -149) if dtype == "float32" else (53, -1074)
    if value == 0:
        return 0.0
    exponent = max(int(mpmath.floor(mpmath.log(value, 2))) - digits + 1, smallest)
    return float(mpmath.nint(value * mpmath.mpf(2) ** -exponent) * mpmath.mpf(2) ** exponent)


SPECIAL = {"multiply": product, "square": square, "absolute": absolute}


def zeros_apart(name, a, b):
    """Where two zeros of a real dtype meet, minimum and maximum are Java's: -0 is below 0."""
    if name in ("minimum", "maximum"):
        for x in (a, b):
            x[np.signbit(x.real) & (x == 0)] = 1
    return array(a), array(b)


def with_equal_parts(a, b):
    """Some equal numbers, and some with equal real parts."""
    with np.errstate(all="ignore"):
        b[::5] = b[::5] if b.dtype.kind in "iub" and a.dtype.kind in "fc" else a[::5].astype(b.dtype)
        if b.dtype.kind == "c":
            b.real[1::5] = a.real[1::5]
    return a, b


def write(file):
    pairs = [(a, b) for a, b in itertools.product(ALL, ALL) if "complex" in a + b or "uint64" in (a, b)]
    for name in BINARY:
        function = SPECIAL.get(name, getattr(np, name))
        for a, b in pairs:
            if name == "subtract" and "bool" in (a, b) and a == b:
                continue
            x, y = with_equal_parts(sample(a, (30,)), sample(b, (30,)))
            file.add(name, *zeros_apart(name, x, y), call=function)
    for name in UNARY:
        for d in COMPLEX + ["uint64"]:
            for x in layouts(sample(d, (3, 8))):
                file.add(name, x, call=SPECIAL.get(name, getattr(np, name)))
    for d in COMPLEX:
        x, y = sample(d, (2, 3, 4), small=True), sample(d, (2, 3, 4), small=True)
        for a in layouts(x):
            for b in layouts(y):
                file.add("multiply", a, b, call=product, strides=True)
                file.add("less", a, b, call=np.less)
        for other in ([1, 3, 4], [3, 1], [4], [], [2, 1, 1], [0]):
            z = array(sample(d, tuple(other), small=True))
            file.add("add", array(x), z, call=np.add)
            file.add("multiply", z, array(x), call=product)
        file.add("add", array(x), array(sample("float32", (2, 3, 5))), call=np.add)
        for value in (0.5, -3.0):
            file.add("multiply double", array(x), value, call=lambda a, b: product(a, a.dtype.type(b)))
            file.add("less double", array(x), value, call=np.less)
    for d in ("uint64", "int64"):
        x = array(sample(d, (40,)))
        for value in (-1, 0, 3, 2**63 - 1, -(2**63)):
            for name in ("less", "less_equal", "greater", "equal", "not_equal"):
                file.add(name + " long", x, value, call=lambda a, b, f=getattr(np, name): f(a, b))
    for a, b in itertools.product(ALL, ALL):
        if "complex" in a + b:
            x = sample(a, (30,), small=not (a in COMPLEX and b in COMPLEX or b in COMPLEX))
            if b.startswith("uint") and a not in REAL:
                x = np.abs(x.real).astype(a) + x.dtype.type(1j) * x.imag
            file.add("astype", array(x), b, call=lambda v, t: v.astype(t))
    for a, b, c in [("bool", "complex64", "float32"), ("int8", "float64", "complex64"), ("complex128", "int32", "float64"),
                    ("bool", "complex128", "complex64"), ("complex64", "complex64", "complex64")]:
        for m in layouts(sample(a, (3, 4), small=True)):
            file.add("where", m, array(sample(b, (3, 4))), array(sample(c, (4,))), call=np.where)
    for d in COMPLEX:
        for a in layouts(sample(d, (3, 4))):
            file.add("real", a, call=np.real, strides=True)
            file.add("imag", a, call=np.imag, strides=True)
            file.add("copy", a, call=np.copy)
            file.add("str", a, call=str)
            file.add("repr", a, call=repr)
        for v in (1 + 2j, 2j, complex(-0.0, 2), 1.1 - 2.5j, complex(np.nan, 1), complex(1e15, 1e16), complex(1e6, 1e7),
                  complex(123456, 1234567.0), complex(1e-5, 1e-4), complex(np.inf, -np.inf), complex(3, np.nan), 0j,
                  complex(-0.0, -0.0), complex(1.5, -0.0), complex(-np.inf, np.nan)):
            file.add("str", array(np.array(v, d)), call=str)
            file.add("repr", array(np.array(v, d)), call=repr)
            file.add("str", array(np.array([v, 1, 0.5 - 22j], d)), call=str)
        for _ in range(30):
            file.add("str", array(sample(d, (3, 2))), call=str)
            file.add("repr", array(sample(d, (7,), small=True)), call=repr)
        file.add("repr", array(np.arange(1200).astype(d) * (1 - 0.5j)), call=repr)
        file.add("repr", array(np.zeros((0, 3), d)), call=repr)
        file.add("copy", array(np.zeros((0, 3), d)), call=np.copy)
