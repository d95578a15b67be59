"""Medians, quantiles, reductions that leave NaN out, differences, correlations, interpolation and what NumPy calls
ufunc-like. Sums are of small multiples of 1/8, exact in any order, except where the test allows for rounding."""

import mpmath
import numpy as np

from . import cases
from .cases import ALL, COMPLEX, FLOATS, INTEGERS, REAL, array, everywhere, sample, some

METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
           "weibull", "linear", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]
INEXACT = FLOATS + COMPLEX


def axis_of(axes):
    return None if axes is None else tuple(axes) if len(axes) != 1 else axes[0]


def ordered(dtype, shape, small=False):
    """Values without negative zeros, whose place among zeros is open."""
    a = sample(dtype, shape, small)
    return a + np.zeros((), a.dtype) if a.dtype.kind in "fc" else a


def with_nan(dtype, shape, small=True):
    a = ordered(dtype, shape, small)
    if a.dtype.kind in "fc" and a.ndim:
        a[cases.RANDOM.random(shape) < 0.3] = np.nan
        if a.ndim > 1 and a.size:
            a[0] = np.nan
    return a


def reduction(function):
    def call(a, axes=None, keepdims=False):
        return np.asarray(function(a, axis=axis_of(axes), keepdims=keepdims))
    return call


def quantile(function):
    def call(a, q, axes, method, keepdims):
        return np.asarray(function(a, q, axis=axis_of(axes), method=method, keepdims=keepdims))
    return call


def weighted(function):
    def call(a, q, weights, axes):
        return np.asarray(function(a, q, weights=weights, axis=axis_of(axes), method="inverted_cdf"))
    return call


def write(f):
    extremes(f)
    quantiles(f)
    means(f)
    nan(f)
    differences(f)
    unwraps(f)
    signals(f)
    numbers(f)
    more_numbers(f)
    errors(f)


def extremes(f):
    for dtype in ALL:
        for shape in [(1,), (9,), (3, 4), (2, 3, 4), (0, 3), ()]:
            for x in everywhere(ordered(dtype, shape)):
                f.add("argmax", x, None, call=reduction(np.argmax))
                f.add("argmin", x, None, call=reduction(np.argmin))
            for axis in range(-1, len(shape)):
                for keepdims in (False, True):
                    x = some(ordered(dtype, shape))
                    f.add("argmax", x, [axis], keepdims, call=reduction(np.argmax))
                    f.add("argmin", x, [axis], keepdims, call=reduction(np.argmin))
    for dtype in ("float32", "float64", "int16", "uint64", "bool"):
        for shape in [(40, 20), (2600,)]:
            x = np.resize(ordered(dtype, (97,), small=True), shape)
            f.add("argmax", array(x), [0], call=reduction(np.argmax))
            f.add("argmin", array(x), [-1], call=reduction(np.argmin))


def quantiles(f):
    axes = [None, [0], [-1], [1, 0], [0, 2]]
    for dtype in ALL:
        for shape in [(1,), (2,), (7,), (8,), (3, 4), (2, 3, 4), (0,), (0, 3), ()]:
            # the mean of complex infinities is NaN in NumPy, whose division forms products of their parts
            for small in (True, False) if dtype not in COMPLEX else (True,):
                a = ordered(dtype, shape, small)
                for x in everywhere(a) if small else [some(a)]:
                    f.add("median", x, None, call=reduction(np.median))
            for a in axes:
                if a is None or shape and max(a) < len(shape):
                    f.add("median", some(ordered(dtype, shape, True)), a, len(shape) > 1, call=reduction(np.median))
                    f.add("nanmedian", some(with_nan(dtype, shape) if dtype not in COMPLEX else ordered(dtype, shape, True)), a, len(shape) == 2, call=reduction(np.nanmedian))
    for dtype in REAL:
        small = dtype != "float64"
        for method in METHODS:
            for n in (1, 2, 5, 12):
                x = some(ordered(dtype, (n,), True))
                for q in (0.0, 0.3, 0.5, 0.75, 1.0) if n > 1 else (0.4,):
                    f.add("quantile", x, q, None, method, False, call=quantile(np.quantile))
                for q in (np.array([0.2, 0.5, 0.9]), np.array([[0.25, 1.0]], "float32"), np.array([0.4], "float16")):
                    f.add("quantile", x, array(q), None, method, False, call=quantile(np.quantile))
                f.add("percentile", x, 35.0, None, method, True, call=quantile(np.percentile))
                f.add("percentile", x, array(np.array([5, 50, 99])), None, method, False, call=quantile(np.percentile))
                f.add("percentile", x, array(np.array([12.5, 61], "float32")), None, method, False, call=quantile(np.percentile))
                y = some(with_nan(dtype, (n,)))
                f.add("nanquantile", y, 0.3, None, method, False, call=quantile(np.nanquantile))
                own = dtype if dtype in FLOATS else "float64"
                f.add("nanpercentile", y, array(np.array([20.0, 70.0], own)), None, method, False, call=quantile(np.nanpercentile))
        for shape in [(3, 4), (2, 3, 4), (4, 0), (5, 1)] if dtype != "bool" else [(3, 4)]:
            for a in axes:
                if a is not None and max(a) >= len(shape):
                    continue
                for keepdims in (False, True):
                    x, y = some(ordered(dtype, shape, True)), some(with_nan(dtype, shape))
                    f.add("quantile", x, 0.4, a, "linear", keepdims, call=quantile(np.quantile))
                    f.add("percentile", x, array(np.array([10.0, 90.0])), a, "hazen", keepdims, call=quantile(np.percentile))
                    if 0 not in shape:
                        f.add("nanquantile", y, array(np.array([0.1, 0.6], dtype if dtype in FLOATS else "float64")), a, "linear", keepdims, call=quantile(np.nanquantile))
                        f.add("nanpercentile", y, 30.0, a, "weibull", keepdims, call=quantile(np.nanpercentile))
        f.add("quantile", array(ordered(dtype, (6,), True)), array(np.array([0, 1])), None, "linear", False, call=quantile(np.quantile))
        for n in (1, 4, 9):
            w = array(np.abs(sample("float64", (n,), True)) + 0.125)
            x, y = array(ordered(dtype, (n,), True)), array(with_nan(dtype, (n,)))
            q = array(np.array([0.0, 0.2, 0.5, 1.0]))
            f.add("weighted_quantile", x, q, w, None, call=weighted(np.quantile))
            f.add("weighted_percentile", x, array(np.array([30.0])), w, None, call=weighted(np.percentile))
            f.add("weighted_nanquantile", y, q, w, None, call=weighted(np.nanquantile))
        x = array(ordered(dtype, (3, 4), True))
        f.add("weighted_quantile", x, array(np.array([0.3, 0.6])), array(np.array([0.0, 1, 2, 0.5])), [1], call=weighted(np.quantile))
        f.add("weighted_quantile", x, array(np.array(0.5)), array(np.arange(12).reshape(3, 4)), [0], call=weighted(np.quantile))
    for dtype in ("float64", "float32", "int32", "uint8"):
        values = np.resize(ordered(dtype, (997,), True), (5000,)) if dtype != "float64" else np.round(cases.RANDOM.standard_normal(5000) * 4096) / 4096
        x = array(values)
        f.add("median", x, None, call=reduction(np.median))
        f.add("percentile", x, array(np.array([0, 1.5, 50, 51, 99, 100])), None, "linear", False, call=quantile(np.percentile))
        f.add("quantile", array(values[:300].reshape(2, 150)), array(np.linspace(0, 1, 31)), [1], "linear", False, call=quantile(np.quantile))


def average(a, axes, weights):
    return [np.asarray(r) for r in np.average(a, axis=axis_of(axes), weights=weights, returned=True)]


def means(f):
    for dtype in REAL:
        for shape in [(5,), (3, 4)]:
            x = some(ordered(dtype, shape, True))
            f.add("average", x, None, None, call=average)
            for w in ("int32", "float32", "float64"):
                weights = np.abs(sample(w, shape, True)) + np.ones((), w)
                f.add("average", x, None, array(weights), call=average)
                if len(shape) > 1:
                    f.add("average", x, [0], array(weights), call=average)
                    f.add("average", x, [1], array(weights[0]), call=average)
                    f.add("average", x, [0, 1], array(weights), call=average)
        if dtype != "bool":
            for shape in [(5,), (3, 4), (2, 3, 4)]:
                for x in everywhere(ordered(dtype, shape)):
                    f.add("ptp", x, None, call=reduction(np.ptp))
                f.add("ptp", some(ordered(dtype, shape)), [0], True, call=reduction(np.ptp))
    f.add("average", array(np.ones(3)), None, array(np.zeros(3)), call=average)
    f.add("average", array(np.ones((2, 3))), None, array(np.ones(3)), call=average)
    f.add("average", array(np.ones((2, 3))), [0], array(np.ones(3)), call=average)


def nan(f):
    plain = {"nansum": np.nansum, "nanmean": np.nanmean, "nanmin": np.nanmin, "nanmax": np.nanmax}
    for dtype in ALL:
        for shape in [(1,), (7,), (3, 5), (2, 3, 4), (0, 3), ()]:
            for axis in (None, 0, -1):
                if axis is None or shape:
                    x = some(with_nan(dtype, shape))
                    f.add("nancumsum", x, axis, call=np.nancumsum)
                    f.add("nancumprod", some(np.sign(with_nan(dtype, shape)) if dtype not in COMPLEX + ["bool"] else with_nan("bool", shape)), axis, call=np.nancumprod)
            if dtype not in COMPLEX + ["bool"]:
                for axes in (None, [0], [-1]):
                    if axes is None or shape:
                        f.add("nanprod", some(np.sign(with_nan(dtype, shape))), axes, call=reduction(np.nanprod))
            for name, function in plain.items():
                a = with_nan(dtype, shape)
                for x in everywhere(a) if dtype in FLOATS else [some(a)]:
                    f.add(name, x, None, call=reduction(function))
                for axes in ([0], [-1], [0, 1]):
                    if shape and max(axes) < len(shape):
                        f.add(name, some(with_nan(dtype, shape)), axes, True, call=reduction(function))
                        f.add(name, some(with_nan(dtype, shape)), axes, False, call=reduction(function))
            for ddof in (0, 1, 3):
                for axes in (None, [0], [-1]):
                    if axes is None or shape and max(axes) < len(shape):
                        for name, function in (("nanvar", np.nanvar), ("nanstd", np.nanstd)):
                            f.add(name, some(with_nan(dtype, shape)), axes, ddof,
                                  call=lambda a, axes, ddof: np.asarray(function(a, axis=axis_of(axes), ddof=ddof)))
        for name, function in (("nanargmax", np.nanargmax), ("nanargmin", np.nanargmin)):
            for shape in [(9,), (4, 5), (0,), (0, 3)]:
                a = with_nan(dtype, shape)
                f.add(name, some(a), None, call=reduction(function))
                f.add(name, some(a), [0], True, call=reduction(function))
                f.add(name, some(a[1:]), [-1], call=reduction(function))
    for dtype in ("float32", "float64"):
        for shape in [(3000,), (20, 70), (300, 3)]:
            x = array(np.resize(with_nan(dtype, (97,)), shape))
            for name, function in plain.items():
                f.add(name, x, None, call=reduction(function))
                f.add(name, x, [0], call=reduction(function))
                f.add(name, x, [-1], call=reduction(function))
            f.add("nanargmax", x, None, call=reduction(np.nanargmax))
            f.add("nanargmin", x, None, call=reduction(np.nanargmin))


def diff(a, n, axis, prepend=None, append=None):
    given = {k: v for k, v in (("prepend", prepend), ("append", append)) if v is not None}
    return np.diff(a, n=n, axis=axis, **given)


def gradient(a, axis, spacing, edge):
    return np.gradient(a, spacing, axis=axis, edge_order=edge)


def differences(f):
    for dtype in ALL:
        for shape in [(6,), (1,), (0,), (3, 4), (2, 3, 4)]:
            for x in everywhere(sample(dtype, shape)):
                f.add("diff", x, 1, -1, call=diff)
            for n, axis in ((1, 0), (2, 0), (3, -1), (0, 0), (9, -1)):
                f.add("diff", some(sample(dtype, shape)), n, axis, call=diff)
            f.add("ediff1d", some(sample(dtype, shape)), None, None, call=np.ediff1d) if dtype != "bool" else None
            x = sample(dtype, shape)
            f.add("diff", some(x), 1, 0, array(np.zeros((), dtype)), array(x[:1]), call=diff)
        if dtype != "bool":
            a = some(sample(dtype, (5,)))
            f.add("ediff1d", a, array(np.array([1, 2], dtype)), array(np.array(3, dtype)), call=np.ediff1d)
            for shape in [(4,), (3, 4)]:
                x, y = sample(dtype, shape[:-1] + (3,), True), sample(dtype, (3,), True)
                f.add("cross", some(x), array(y), -1, -1, -1, call=np.cross)
                f.add("cross", array(x.T), some(x), 0, -1, 0, call=np.cross)
        f.add("gradients", some(sample(dtype, (4, 5), True)), call=np.gradient)
        f.add("trapezoid", some(sample(dtype, (3, 5), True)), 0.5, -1, call=lambda y, dx, axis: np.asarray(np.trapezoid(y, dx=dx, axis=axis)))
        if dtype in REAL:
            xs = array(np.array([0, 1, 3, 4, 8.0]))
            f.add("trapezoid", some(sample(dtype, (3, 5), True)), xs, -1, call=lambda y, x, axis: np.asarray(np.trapezoid(y, x, axis=axis)))
        for shape in [(2,), (3,), (7,), (3, 5)]:
            for edge in (1, 2, 3):
                for spacing in (1.0, 0.3):
                    f.add("gradient", some(sample(dtype, shape, True)), -1, spacing, edge, call=gradient)
                for spaces in (np.arange(shape[-1]) ** 2 / 4 + 0.1, np.arange(shape[-1]), np.arange(shape[-1], dtype="float32") * 3):
                    f.add("gradient", some(sample(dtype, shape, True)), len(shape) - 1, array(spaces), edge, call=gradient)
    f.add("gradient", array(sample("float64", (1500,))), 0, 0.7, 2, call=gradient)
    f.add("gradient", array(sample("float32", (1500,))), 0, 0.7, 1, call=gradient)


def unwraps(f):
    for dtype in INTEGERS + FLOATS:
        for shape in [(7,), (1,), (3, 5), (0,)]:
            for period in (6.25, 2 * np.pi, 7, 8):
                for axis in (0, -1):
                    f.add("unwrap", some(sample(dtype, shape, True)), period / 2, axis, period,
                          call=lambda p, discont, axis, period: np.unwrap(p, discont, axis, period=period))
            f.add("unwrap", some(sample(dtype, shape, True)), 2.0, 0, 8.0,
                  call=lambda p, discont, axis, period: np.unwrap(p, discont, axis, period=period))


def signals(f):
    for a in ALL:
        for b in ("bool", "uint8", "int64", "float16", "float32", "float64", "complex64") if a not in COMPLEX else (a,):
            for n, m in ((1, 1), (5, 3), (3, 6)):
                x, y = some(sample(a, (n,), True)), some(sample(b, (m,), True))
                for mode in ("full", "same", "valid"):
                    f.add("convolve", x, y, mode, call=np.convolve)
                    f.add("correlate", x, y, mode, call=np.correlate)
    for dtype in ("int32", "float32", "float64"):
        x, y = array(sample(dtype, (700,), True)), array(sample(dtype, (90,), True))
        for mode in ("full", "same", "valid"):
            f.add("convolve", x, y, mode, call=np.convolve)
    for dtype in REAL:
        x = sample(dtype, (30,), True).astype("float64") / (2 if dtype in INTEGERS else 1)
        for n in (1, 2, 5, 40):
            xp = array(np.sort(sample("float64", (n,), True)) + np.arange(n) / 4)
            for fp in (array(sample("float64", (n,))), array(sample(dtype, (n,), True)), array(sample("complex128", (n,)))):
                f.add("interp", some(x), xp, fp, None, None, call=np.interp)
            f.add("interp", array(x.astype(dtype)), xp, fp, None, None, call=np.interp)
            f.add("interp", some(sample("float64", (3, 4))), xp, array(sample("float64", (n,))), -7.0, 7.5, call=np.interp)
            f.add("interp_period", some(x), array(cases.RANDOM.permutation(n) * 0.15 - 2), array(sample("float64", (n,), True)), 7.25,
                  call=lambda x, xp, fp, period: np.interp(x, xp, fp, period=period))


def numbers(f):
    for dtype in ALL:
        for shape in [(12,), (3, 4), (), (0,)]:
            a = sample(dtype, shape)
            for x in everywhere(a) if dtype in INEXACT else [some(a)]:
                # beyond the ends of an integer dtype Java saturates
                for decimals in (0, 1) if dtype in INTEGERS else (0, 1, -1):
                    f.add("round", x, decimals, call=lambda a, d: np.asarray(np.round(a, d)))
                for name in ("nan_to_num", "iscomplex", "isreal", "isposinf", "isneginf", "real_if_close"):
                    f.add(name, x, call=lambda a: np.asarray(getattr(np, name)(a)))
                if dtype not in COMPLEX:
                    f.add("fix", x, call=lambda a: np.asarray(np.fix(a)))
        x = some(sample(dtype, (15,), dtype in INTEGERS))
        for decimals in (-1, 2, 3, 12, -2, 25):
            f.add("round", x, decimals, call=lambda a, d: np.asarray(np.round(a, d)))
        f.add("nan_to_num", x, 1.5, 9.0, -8.0, call=lambda a, n, p, m: np.nan_to_num(a, nan=n, posinf=p, neginf=m))
        f.add("iscomplexobj", x, call=np.iscomplexobj)
        f.add("isrealobj", x, call=np.isrealobj)
        close = (np.arange(4) + 1e-14j).astype(dtype if dtype in COMPLEX else "complex128")
        f.add("real_if_close", array(close), call=np.real_if_close)
    f.add("round", array(np.array([0.285, 0.5, 1.5, 2.5, -0.5, 1e300])), 2, call=np.round)
    for dtype in ("float32", "float64"):
        x = array(np.resize(sample(dtype, (97,)), (1200,)))
        for decimals in (2, -1):
            f.add("round", x, decimals, call=np.round)
        f.add("nan_to_num", x, call=np.nan_to_num)


def bessel(a):
    b = a if a.dtype.kind == "f" else a.astype("float64")
    return np.array([float(mpmath.besseli(0, mpmath.mpf(float(x)))) if np.isfinite(x) else abs(x) for x in b.ravel()]).astype(b.dtype).reshape(b.shape)


def more_numbers(f):
    for dtype in REAL:
        x = sample(dtype, (20,), True)
        f.add("i0", some(x), call=bessel)
    for dtype in ("float32", "float64"):
        x = np.concatenate([np.linspace(-12, 12, 300), np.geomspace(1e-8, 713, 200), [np.inf, -np.inf, np.nan, 0, 714.5]]).astype(dtype)
        f.add("i0", array(x[np.abs(x) < 88] if dtype == "float32" else x), call=bessel)
    for dtype in ALL:
        for deg in (False, True):
            f.add("angle", some(sample(dtype, (20,))), deg, call=np.angle)
    for dtype in ("float32", "float64"):
        x, y = sample(dtype, (700, 3), True), sample(dtype, (700, 3), True)
        f.add("cross", array(x), array(y), -1, -1, -1, call=np.cross)
        f.add("unwrap", array(sample(dtype, (1200,), True)), 3.125, 0, 6.25,
              call=lambda p, discont, axis, period: np.unwrap(p, discont, axis, period=period))


def errors(f):
    a, m = array(np.array([1.0, 2.0, 4.0])), array(np.ones((2, 3)))
    z = array(np.array([1j]))
    f.add("argmax", array(np.array([])), None, call=reduction(np.argmax))
    f.add("argmax", array(np.zeros((0, 3))), [0], call=reduction(np.argmax))
    f.add("argmin", m, [5], call=reduction(np.argmin))
    f.add("nanargmax", array(np.array([np.nan])), None, call=reduction(np.nanargmax))
    f.add("nanargmin", array(np.array([[np.nan], [1.0]])), [1], call=reduction(np.nanargmin))
    for q in (-0.1, 1.5, float("nan")):
        f.add("quantile", a, q, None, "linear", False, call=quantile(np.quantile))
        f.add("percentile", a, 100 * q, None, "linear", False, call=quantile(np.percentile))
        f.add("nanquantile", a, array(np.array([0.5, q])), None, "linear", False, call=quantile(np.nanquantile))
    f.add("quantile", z, 0.5, None, "linear", False, call=quantile(np.quantile))
    f.add("nanpercentile", z, 0.5, None, "linear", False, call=quantile(np.nanpercentile))
    f.add("quantile", array(np.array([])), 0.5, None, "linear", False, call=quantile(np.quantile))
    f.add("quantile", a, array(np.zeros((1, 1, 1))), None, "linear", False, call=quantile(np.quantile))
    f.add("median", m, [2], call=reduction(np.median))
    f.add("median", m, [0, 0], call=reduction(np.median))
    f.add("weighted_quantile", a, array(np.array([0.5])), array(np.array([1.0, -1, 2])), None, call=weighted(np.quantile))
    f.add("weighted_quantile", a, array(np.array([0.5])), array(np.zeros(3)), None, call=weighted(np.quantile))
    f.add("weighted_quantile", a, array(np.array([0.5])), array(np.ones(2)), None, call=weighted(np.quantile))
    f.add("diff", a, -1, 0, call=diff)
    f.add("diff", array(np.array(1.0)), 1, 0, call=diff)
    f.add("diff", a, 1, 1, call=diff)
    f.add("diff", m, 1, 0, array(np.ones((1, 2))), None, call=diff)
    f.add("ediff1d", array(np.array([1, 2])), array(np.array([1.5])), None, call=np.ediff1d)
    f.add("gradient", array(np.array([1.0])), 0, 1.0, 1, call=gradient)
    f.add("gradient", a, 0, array(np.ones(2)), 1, call=gradient)
    f.add("gradient", a, 0, array(np.ones((2, 2))), 1, call=gradient)
    f.add("cross", array(np.array(1.0)), a, -1, -1, -1, call=np.cross)
    for x, y in ((array(np.array([])), a), (a, array(np.array([])))):
        f.add("convolve", x, y, "full", call=np.convolve)
        f.add("correlate", x, y, "full", call=np.correlate)
    f.add("convolve", m, a, "full", call=np.convolve)
    f.add("interp", a, array(np.array([])), array(np.array([])), None, None, call=np.interp)
    f.add("interp", a, a, array(np.ones(2)), None, None, call=np.interp)
    f.add("interp_period", a, a, a, 0.0, call=lambda x, xp, fp, period: np.interp(x, xp, fp, period=period))
