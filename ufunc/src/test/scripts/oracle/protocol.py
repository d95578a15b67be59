"""The protocol of universal functions: keywords of calls, reduce, accumulate, reduceat, outer, at, for every function of two numbers
and every dtype, and the reductions with their keywords. Values are such that every order of rounding gives the same bits."""

import numpy as np

from .cases import ALL, COMPLEX, FLOATS, INTEGERS, RANDOM, array, layouts, sample, some

EXACT = ["add", "subtract", "multiply", "divide", "minimum", "maximum", "fmin", "fmax", "logical_and", "logical_or", "logical_xor",
         "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "floor_divide", "remainder", "fmod", "gcd", "lcm",
         "copysign", "heaviside", "nextafter", "float_power", "less", "equal", "not_equal", "power"]
COMPLEX_TOO = ["divide", "add", "subtract", "multiply", "minimum", "maximum", "fmin", "fmax", "logical_and", "logical_or", "logical_xor", "equal", "not_equal", "less",
               "power", "float_power"]
UNARY = ["negative", "absolute", "square", "invert", "logical_not", "isnan", "rint", "floor", "sign", "reciprocal", "signbit", "conjugate"]


def tame(name, dtype, shape):
    """Values whose combination does not round, small powers of two where products are meant."""
    d = np.dtype(dtype)
    n = int(np.prod(shape))
    if d.kind == "b":
        return RANDOM.integers(0, 2, n).astype(bool).reshape(shape)
    if d.kind == "c":
        result = np.empty(n, d)
        part = "float32" if d.itemsize == 8 else "float64"
        result.real, result.imag = tame(name, part, (n,)), tame(name, part, (n,))
        return result.reshape(shape)
    if d.kind in "iu":
        low = 0 if d.kind == "u" or name == "power" else -3
        return RANDOM.integers(low, 4, n).astype(d).reshape(shape)
    if name in ("multiply", "divide", "power", "float_power"):
        return (RANDOM.choice([0.5, 1, 2, 1, 2], n) * (1 if "power" in name else RANDOM.choice([1, -1], n))).astype(d).reshape(shape)
    return (RANDOM.integers(-6, 7, n) / 2).astype(d).reshape(shape)


def dtypes(name):
    return [d for d in ALL if d not in COMPLEX or name in COMPLEX_TOO]


def reduce(name):
    def call(a, axis, keepdims, where, initial, dtype):
        axis = None if axis is None else tuple(axis)
        more = {}
        if where is not None:
            more["where"] = where
        if initial is not None:
            more["initial"] = initial
        result = getattr(np, name).reduce(a, axis=axis, keepdims=keepdims, dtype=dtype, **more)
        return np.asarray(result)
    return call


def accumulate(name):
    return lambda a, axis, dtype: getattr(np, name).accumulate(a, axis=axis, dtype=dtype)


def at(name):
    def call(a, index, b):
        a = a.copy()
        getattr(np, name).at(a, index, b)
        return a
    return call


def keywords(name):
    def call(a, b, out, where, dtype, casting, order):
        inputs = [x for x in (a, b) if x is not None]
        out = None if out is None else out.copy()
        more = {} if where is None else {"where": where}
        return np.asarray(getattr(np, name)(*inputs, out=out, dtype=dtype, casting=casting, order=order, **more))
    return call


def write(f):
    mask = array(np.array([[True, False, True], [False, True, True]]))
    for name in EXACT:
        for dtype in dtypes(name):
            if name == "remainder" and dtype in FLOATS + COMPLEX:
                continue  # chains of remainders by 0
            if name == "power" and dtype in FLOATS:
                continue  # NumPy 2.4 takes the last exponent of the first row for all rows
            for a in layouts(tame(name, dtype, (2, 3))):
                f.add("reduce " + name, a, [0], False, None, None, None, call=reduce(name))
                f.add("reduce " + name, a, [1], True, None, None, None, call=reduce(name))
                f.add("accumulate " + name, a, 0, None, call=accumulate(name))
                f.add("accumulate " + name, a, -1, None, call=accumulate(name))
            a = some(tame(name, dtype, (2, 3)))
            f.add("reduce " + name, a, None, False, None, None, None, call=reduce(name))
            f.add("reduce " + name, a, [0, 1], True, None, None, None, call=reduce(name))
            f.add("reduce " + name, a, [], False, None, None, None, call=reduce(name))
            f.add("reduce " + name, a, [2], False, None, None, None, call=reduce(name))
            f.add("reduce " + name, a, [0, -2], False, None, None, None, call=reduce(name))
            f.add("reduce " + name, array(tame(name, dtype, (0, 3))), [0], False, None, None, None, call=reduce(name))
            f.add("reduce " + name, array(tame(name, dtype, (0, 3))), [1], False, None, None, None, call=reduce(name))
            f.add("reduce " + name, array(tame(name, dtype, ())), None, False, None, None, None, call=reduce(name))
            for long in (11, 23):
                values = tame(name, dtype, (long,))
                if name in ("multiply", "divide", "power", "float_power", "lcm", "left_shift") and np.dtype(dtype).kind in "iufc":
                    values[3:] = 1
                f.add("reduce " + name, array(values), [0], False, None, None, None, call=reduce(name))
                f.add("accumulate " + name, array(values), 0, None, call=accumulate(name))
            if name not in ("less", "equal", "not_equal"):
                f.add("reduce " + name, a, [1], False, None, 2, None, call=reduce(name))
                if name in ("add", "multiply", "minimum", "fmax", "logical_and", "bitwise_and", "bitwise_or"):
                    f.add("reduce " + name, a, [1], False, mask, 1, None, call=reduce(name))
                    f.add("reduce " + name, a, [0], False, mask, None, None, call=reduce(name))
            for wanted in ("int32", "float32", "bool", "complex128"):
                f.add("reduce " + name, a, [0], False, None, None, wanted, call=reduce(name))
            f.add("outer " + name, array(tame(name, dtype, (2,))), array(tame(name, dtype, (3, 1))), call=getattr(np, name).outer)
            f.add("reduceat " + name, array(tame(name, dtype, (5,))), [0, 3, 1, 4], 0, call=lambda a, i, axis, name=name: getattr(np, name).reduceat(a, i, axis))
            f.add("reduceat " + name, some(tame(name, dtype, (2, 3))), [0, 2], 1, call=lambda a, i, axis, name=name: getattr(np, name).reduceat(a, i, axis))
            if name not in ("divide", "float_power") or dtype in FLOATS:  # a cast of infinity to an integer is Java's here
                f.add("at " + name, array(tame(name, dtype, (4,))), array(np.array([0, 1, 1, -1])), array(tame(name, dtype, (4,))), call=at(name))
                f.add("at " + name, array(tame(name, dtype, (4,))), array(np.array([True, False, True, False])), array(tame(name, dtype, ())), call=at(name))
        f.add("reduceat " + name, array(np.ones(3)), [0, 3], 0, call=lambda a, i, axis, name=name: getattr(np, name).reduceat(a, i, axis))
        f.add("at " + name, array(np.ones(3, int)), array(np.array([0, 3])), array(np.ones(2, int)), call=at(name))
        f.add("at " + name, array(np.ones(3, int)), array(np.array([0, 1])), array(np.ones(3, int)), call=at(name))
        f.add("accumulate " + name, array(np.ones(())), 0, None, call=accumulate(name))
    for name in UNARY + EXACT:
        two = name in EXACT
        for dtype in dtypes(name) if two else ALL:
            if name == "remainder" and dtype in FLOATS:
                continue
            values = tame(name, dtype, (2, 3))
            if name == "reciprocal" and dtype in INTEGERS:
                values |= 1  # what 0 gives depends on NumPy's loop
            a = some(values)
            b = some(tame(name, dtype, (2, 3))) if two else None
            function = getattr(np, name)
            with np.errstate(all="ignore"):
                try:
                    kind = (function(a.values, b.values) if two else function(a.values)).dtype
                except (TypeError, ValueError):
                    kind = np.dtype("float64")
            out = array(np.zeros((2, 3), kind))
            call = keywords(name)
            f.add("call " + name, a, b, out, mask, None, "same_kind", "K", call=call)
            if name not in ("absolute", "power") or dtype != "complex64":  # 1 ULP of float32
                f.add("call " + name, a, b, array(np.zeros((4, 2, 3), "complex128")), mask, None, "same_kind", "K", call=call)
            f.add("call " + name, a, b, out, array(np.array([False, True, True])), None, "same_kind", "K", call=call)
            for wanted in ("bool", "int8", "float16", "float64", "complex64"):
                if name == "float_power" and wanted == "complex64":
                    continue  # an error, that there is no such loop
                if name not in ("absolute", "gcd", "lcm") or wanted != "complex64":  # other words for the same error
                    f.add("call " + name, a, b, None, None, wanted, "same_kind", "C", call=call)
            f.add("call " + name, a, b, None, None, None, "no", "F", call=call)
            f.add("call " + name, a, b, None, None, "float32", "unsafe", "A", call=call)
            if name not in ("divide", "reciprocal", "float_power", "floor_divide", "fmod"):  # a cast of infinity to an integer is Java's here
                f.add("call " + name, a, b, array(np.zeros((2, 3), "int32")), None, None, "unsafe", "K", call=call)
            f.add("call " + name, a, b, array(np.zeros((2, 3), "int32")), None, None, "safe", "K", call=call)
            f.add("call " + name, a, b, array(np.zeros((3,), kind)), None, None, "safe", "K", call=call)
    for dtype in [d for d in ALL if d not in COMPLEX]:
        for a in layouts(sample(dtype, (2, 5))):
            f.add("divmod", a, some(sample(dtype, (2, 5), small=True)), call=np.divmod)
            f.add("modf", a, call=np.modf)
            f.add("frexp", a, call=np.frexp)
            for counts in ("int8", "uint16", "int64"):
                n = np.dtype(counts).itemsize
                f.add("ldexp", a, array(RANDOM.integers(0 if counts[0] == "u" else -40, 41, (2, 5)).astype(counts)), call=np.ldexp)
        f.add("ldexp", array(sample(dtype, (40,))), array(RANDOM.integers(-2200, 2200, 40).astype("int32")), call=np.ldexp)
        f.add("ldexp", array(sample(dtype, (4,))), array(np.ones(4)), call=np.ldexp)
        f.add("ldexp", array(sample(dtype, (4,))), array(np.ones(4, "uint64")), call=np.ldexp)
    edges = np.array([2.0**-1074, 3 * 2.0**-1074, 2.0**-1022, 1.5, 1.9999999999999998, 2.0**1023, -1.25, 0.0, -0.0, np.inf, np.nan])
    for count in (-2100, -1075, -1074, -1073, -1050, -1022, -60, -1, 0, 1, 52, 1023, 1024, 2097, 2098, 5000, -5000):
        f.add("ldexp", array(edges), array(np.int64(count)), call=np.ldexp)
    clips(f)
    reductions(f)


def clips(f):
    """Limits that are arrays, weak numbers, missing, or the wrong way round."""
    for dtype in ALL:
        for a in layouts(tame("add", dtype, (2, 3))):
            low, high = (array(tame("add", dtype, (3,))) for _ in range(2))
            f.add("clip", a, low, high, call=np.clip)
            f.add("clip", a, None, high, call=lambda a, low, high: np.clip(a, None, high))
            f.add("clip", a, low, None, call=lambda a, low, high: np.clip(a, low, None))
            f.add("clip", a, array(tame("add", "int16", (2, 1))), array(tame("add", "float32", ())), call=np.clip)
        if dtype not in COMPLEX and dtype != "bool":
            a = array(sample(dtype, (9,)))
            f.add("clip_integers", a, -2, 300, call=np.clip)
            f.add("clip_integers", a, 5, 1, call=np.clip)
            f.add("clip_numbers", a, -1.5, 2.25, call=np.clip)
    f.add("clip", array(np.ones(2)), array(np.ones(3)), array(np.ones(3)), call=np.clip)


def reductions(f):
    """sum, prod, mean, var, std, min, max, all, any with every keyword, and running sums and products."""
    mask = array(np.array([[True, False, True], [True, True, False]]))
    for dtype in ALL:
        for a in layouts(tame("add", dtype, (2, 3))):
            for axis in (None, [0], [1], [0, 1]):
                for name in ("sum", "mean", "var", "std", "min", "max", "all", "any"):
                    text = "rounded " + name if dtype in COMPLEX + ["float16"] and name in ("mean", "var", "std") else name
                    f.add(text, a, axis, axis == [1], None, None, None, call=reduction(name))
                    if name not in ("min", "max"):
                        f.add(text, a, axis, axis == [0], mask, None, None, call=reduction(name))
            f.add("sum", a, [0], False, mask, 3, None, call=reduction("sum"))
            f.add("min", a, [0], False, mask, 1, None, call=reduction("min"))
            f.add("max", a, [1], True, mask, 1, None, call=reduction("max"))
            f.add("min", a, [0], False, mask, None, None, call=reduction("min"))
            for wanted in ("float32", "float64", "int16", "complex64"):
                f.add("sum", a, [1], False, None, None, wanted, call=reduction("sum"))
                f.add("prod", a, [1], False, None, None, wanted, call=reduction("prod"))
                if wanted != "int16":
                    f.add("rounded mean" if "complex" in wanted or dtype in COMPLEX else "mean", a, [1], False, None, None, wanted, call=reduction("mean"))
            f.add("cumsum", a, 0, None, call=lambda a, axis, dtype: np.cumsum(a, axis, dtype))
            f.add("cumsum", a, -1, "float64", call=lambda a, axis, dtype: np.cumsum(a, axis, dtype))
            f.add("cumsum", a, None, None, call=lambda a, axis, dtype: np.cumsum(a, axis, dtype))
        for a in layouts(tame("multiply", dtype, (2, 3))):
            f.add("prod", a, None, False, None, None, None, call=reduction("prod"))
            f.add("prod", a, [0], True, mask, None, None, call=reduction("prod"))
            f.add("prod", a, [1], False, None, 2, None, call=reduction("prod"))
            f.add("cumprod", a, 0, None, call=lambda a, axis, dtype: np.cumprod(a, axis, dtype))
            f.add("cumprod", a, 1, "float64", call=lambda a, axis, dtype: np.cumprod(a, axis, dtype))
            f.add("cumprod", a, None, None, call=lambda a, axis, dtype: np.cumprod(a, axis, dtype))
            f.add("cumulative_prod", a, -1, True, call=lambda a, axis, initial: np.cumulative_prod(a, axis=axis, include_initial=initial))
            f.add("cumulative_sum", a, 0, True, call=lambda a, axis, initial: np.cumulative_sum(a, axis=axis, include_initial=initial))
            f.add("cumulative_sum", a, 1, False, call=lambda a, axis, initial: np.cumulative_sum(a, axis=axis, include_initial=initial))
        long = tame("add", dtype, (70, 3))
        f.add("sum", array(long), [0], False, None, None, None, call=reduction("sum"))
        f.add("cumsum", array(long), 0, None, call=lambda a, axis, dtype: np.cumsum(a, axis, dtype))
        f.add("cumsum", array(long.T), 1, None, call=lambda a, axis, dtype: np.cumsum(a, axis, dtype))


def reduction(name):
    def call(a, axis, keepdims, where, initial, dtype):
        more = {}
        if where is not None:
            more["where"] = where
        if initial is not None:
            more["initial"] = initial
        if dtype is not None:
            more["dtype"] = dtype
        axis = None if axis is None else tuple(axis)
        return np.asarray(getattr(np, name)(a, axis=axis, keepdims=keepdims, **more))
    return call
