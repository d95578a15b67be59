"""Fourier transforms. NumPy says dtypes, shapes and errors; the values are NumPy's own in long double, rounded once, so
that a result is held to its own error and not to NumPy's."""

import itertools

import numpy as np

from . import cases
from .cases import ALL, array, everywhere, layouts, sample, some

NORMS = ["backward", "ortho", "forward"]
REAL_INPUT = ("rfft", "ihfft", "rfftn", "rfft2")


def exact(function, **options):
    """The result in long double, with the dtype that NumPy gives."""
    def call(a, *arguments):
        names = list(options) if options else []
        keywords = dict(zip(names, arguments))
        for k in ("s", "axes"):
            if keywords.get(k) is not None:
                keywords[k] = tuple(keywords[k])
        keywords = {k: v for k, v in keywords.items() if v is not None}
        f = getattr(np.fft, function)
        dtype = f(a, **keywords).dtype
        wide = a.astype(np.clongdouble if a.dtype.kind == "c" else np.longdouble)
        return f(wide, **keywords).astype(dtype)
    return call


def inputs(function):
    return [d for d in ALL if function not in REAL_INPUT or d not in cases.COMPLEX]


def write(f):
    for function in ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft"):
        call = exact(function, n=0, axis=0, norm=0)
        for dtype in inputs(function):
            for a in everywhere(sample(dtype, (3, 8), small=True)):
                f.add(function, a, None, -1, "backward", call=call)
            for norm, (n, axis) in itertools.product(NORMS, [(None, 0), (5, 1), (10, -1), (1, -1), (6, -2)]):
                f.add(function, some(sample(dtype, (4, 7), small=True)), n, axis, norm, call=call)
        for n in list(range(2, 34)) + [36, 37, 49, 60, 64, 97, 100, 121, 127, 128]:
            dtype = "float64" if function in REAL_INPUT else "complex128"
            points = n // 2 + 1 if function in ("irfft", "hfft") else n
            f.add(function, array(sample(dtype, (points,), small=True)), n, -1, "backward", call=call)
        real = "float64" if function in REAL_INPUT else "complex128"
        for shape in [(2, 5), (3, 1), (0, 4), (4, 0), (2, 3, 4)]:
            f.add(function, array(sample(real, shape, small=True)), None, -1, "backward", call=call)
        f.add(function, array(sample(real, (5,), small=True)), 0, -1, "backward", call=call)
        f.add(function, array(sample(real, (2, 5), small=True)), -3, -1, "backward", call=call)
    f.add("rfft", array(sample("complex128", (4,), small=True)), None, -1, "backward", call=exact("rfft", n=0, axis=0, norm=0))
    for function in ("fftn", "ifftn", "rfftn", "irfftn", "fft2", "ifft2", "rfft2", "irfft2"):
        call = exact(function, s=0, axes=0, norm=0)
        real = "float64" if function in REAL_INPUT else "complex128"
        for dtype in inputs(function):
            for a in layouts(sample(dtype, (3, 4), small=True)):
                f.add(function, a, None, None, "backward", call=call)
            for norm in NORMS:
                a = sample(dtype, (2, 3, 4), small=True)
                f.add(function, some(a), None, [0, 2], norm, call=call)
                f.add(function, some(a), [5, 3], [-1, 0], norm, call=call)
        for s, axes in [([2, -1], [1, 2]), ([3, 6], [2, 2]), (None, [1]), ([4], [0]), ([1, 2, 3], [0, 1, 2]),
                        ([2], [0, 1]), ([0, 2], [0, 1])]:
            f.add(function, array(sample(real, (3, 4, 5), small=True)), s, axes, "backward", call=call)
    for n in list(range(1, 12)):
        for function in ("fftfreq", "rfftfreq"):
            for d in (1.0, 0.1, 3.0):
                f.add(function, n, d, call=getattr(np.fft, function))
    for function in ("fftshift", "ifftshift"):
        for dtype in ALL:
            for shape in [(5,), (4,), (3, 4), (0, 2), (2, 3, 5)]:
                f.add(function, some(sample(dtype, shape)), None, call=getattr(np.fft, function))
                f.add(function, some(sample(dtype, shape)), [-1],
                      call=lambda a, axes, function=function: getattr(np.fft, function)(a, tuple(axes)))
