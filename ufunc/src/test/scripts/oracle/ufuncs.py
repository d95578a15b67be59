"""Universal functions beyond arithmetic, in every dtype. Functions that approximate are elsewhere."""

import numpy as np

from . import cases
from .cases import ALL, COMPLEX, FLOATS, INTEGERS, array, operands, sample

UNARY = ["invert", "bitwise_count", "isnan", "isinf", "isfinite", "signbit", "rint", "floor", "ceil", "trunc", "sign", "positive", "conjugate",
         "fabs", "degrees", "rad2deg", "radians", "deg2rad", "spacing"]
BINARY = ["bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "copysign", "heaviside", "fmax", "fmin", "nextafter",
          "floor_divide", "remainder", "fmod", "gcd", "lcm"]
OTHERS = ["bool", "int8", "uint8", "int64", "uint64", "float16", "float32", "float64", "complex64"]


def ordered(name, result, a, b):
    """Where zeros of both signs meet, Java's smaller one is -0."""
    if name in ("fmax", "fmin") and result.dtype.kind == "f":
        a, b = np.broadcast_arrays(a, b)
        zeros = (a == 0) & (b == 0)
        negative = np.signbit(a.astype(float)) & np.signbit(b.astype(float)) if name == "fmax" else np.signbit(a.astype(float)) | np.signbit(b.astype(float))
        return np.where(zeros, np.where(negative, result.dtype.type(-0.0), result.dtype.type(0)), result)
    return result


def write(f):
    for name in UNARY:
        function = getattr(np, name)
        for dtype in ALL:
            if name == "spacing" and np.spacing(np.ones(1, dtype) if dtype not in COMPLEX else np.ones(1)).dtype == "float16":
                continue  # NumPy's of float16 has no sign, and of negative powers of two is half of it
            for a in operands(dtype, (2, 3)):
                f.add(name, a, call=function)
            for shape in [(), (0, 2), (67,)]:
                f.add(name, array(sample(dtype, shape)), call=function)
            if dtype in FLOATS:
                halves = np.arange(-40, 41, dtype=dtype) / 4
                f.add(name, array(halves), call=function)
                large = np.array([2.0**k + d for k in (9, 10, 11, 22, 23, 24) for d in (-0.5, 0, 0.5, 1.5)], "float64").astype(dtype)
                f.add(name, array(np.concatenate((large, -large))), call=function)
    for name in BINARY:
        function = getattr(np, name)
        call = lambda a, b, name=name, function=function: ordered(name, function(a, b), a, b)
        for dtype in ALL:
            for small in (True, False):
                b = array(sample(dtype, (2, 3), small))
                for a in operands(dtype, (2, 3)):
                    f.add(name, a, b, call=call)
                f.add(name, array(sample(dtype, (61,), small)), array(sample(dtype, (61,), not small)), call=call)
            for other in OTHERS:
                f.add(name, array(sample(dtype, (9,), small=True)), array(sample(other, (9,), small=True)), call=call)
        if name in ("left_shift", "right_shift"):
            for dtype in INTEGERS:
                counts = np.array([0, 1, 7, 8, 15, 16, 31, 32, 63, 64, 65, 127])
                counts = np.concatenate((counts, -counts)).astype(dtype)
                f.add(name, array(sample(dtype, counts.shape)), array(counts), call=call)
    for dtype in FLOATS:
        special = np.array([0.0, -0.0, 1, -1, 5, -5, 0.1, np.inf, -np.inf, np.nan], dtype)
        a, b = (array(x.ravel()) for x in np.meshgrid(special, special))
        for name in ("floor_divide", "remainder", "fmod", "nextafter", "copysign", "heaviside", "fmax", "fmin"):
            function = getattr(np, name)
            f.add(name, a, b, call=lambda a, b, name=name, function=function: ordered(name, function(a, b), a, b))
    for base, exponent in [("uint64", "uint64"), ("uint64", "uint8"), ("uint8", "uint64")]:
        f.add("power", array(sample(base, (40,))), array(sample(exponent, (40,))), call=np.power)
