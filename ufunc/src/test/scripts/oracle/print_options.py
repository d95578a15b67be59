"""Texts of arrays and numbers under print options; those under the defaults are in printing.txt.

Options are a text such as `precision=3|sign=+`, and empty where all are the defaults.
"""

import itertools

import numpy as np

from oracle.cases import ALL, COMPLEX, FLOATS, INTEGERS, array, layouts, sample
from oracle import cases


def read(options):
    result = {}
    for part in options.split("|") if options else []:
        name, value = part.split("=", 1)
        result[name] = value if name in ("nanstr", "infstr", "sign", "floatmode") else value == "True" if name == "suppress" else int(value)
    return result


def array2string(a, options, separator, prefix, suffix):
    with np.printoptions(**read(options)):
        return np.array2string(a, separator=separator, prefix=prefix, suffix=suffix)


def array_repr(a, options):
    with np.printoptions(**read(options)):
        return np.array_repr(a)


def array_str(a, options):
    with np.printoptions(**read(options)):
        return np.array_str(a)


# Each option alone, and some together.
OPTIONS = [
    "", "precision=0", "precision=1", "precision=3", "precision=17", "suppress=True", "suppress=True|precision=2",
    "sign=+", "sign= ", "nanstr=NA", "infstr=oo", "nanstr=not a number|infstr=infinity", "nanstr=|infstr=",
    "nanstr=missing|sign=+", "infstr=endless|sign= ",
] + [f"floatmode={mode}|precision={p}" for mode in ("fixed", "unique", "maxprec", "maxprec_equal") for p in (0, 2, 8)] + [
    f"floatmode={mode}|sign={sign}|suppress={suppress}|precision=4"
    for mode in ("fixed", "unique", "maxprec", "maxprec_equal") for sign in "-+ " for suppress in (True, False)
]

# Numbers that decide a format together.
ROWS = [
    [0.0], [-0.0, 0.0], [np.nan], [np.inf], [-np.inf, np.nan], [np.nan, 1.5], [-np.inf, 0.25, np.inf],
    [1, 2, 3], [1, -2, 3.5], [0.1, 0.25, 1 / 3], [1e-5, 1.0], [1e-4, 0.05], [9.9e-5, 1], [1e8, 1], [99999999.0, 1], [1, 1000, 1001],
    [1e-3, 1, 1.001], [1e16, 1e-300], [1e300, -1e-300, np.nan], [1.7976931348623157e308, -1], [5e-324, 1], [5e-324, 0],
    [2.5, 0.5, 1.5, 3.5], [0.05, 0.15, 0.25, 0.35], [9.995, 99.95, 999.5], [9.9999999999, 0.99999999999], [0.000123456, 0.00123],
    [123456.789, 0.5], [1e22, 1e23], [1.2996, 1.0001], [1.5e-10, 1.55e-10, -np.inf], [1e99, 1e100], [1e-99, 1e-100, 2],
    [12345678.9, 1234567.8], [0.1 + 0.2, 0.3], [100, 1e-4], [1e5, 1e4, 123.456], [np.nan, np.inf, -1e-7], [-1, -22, -333], [7e-5] * 3,
]


def write(file):
    with np.errstate(all="ignore"):
        floats(file)
        integers(file)
        layout(file)
        numbers(file)


def floats(file):
    for dtype, row in itertools.product(FLOATS, ROWS):
        a = array(np.array(row).astype(dtype))
        for options in OPTIONS if dtype == "float64" else OPTIONS[:: 3 if dtype == "float32" else 4]:
            file.add("array2string", a, options, " ", "", "", call=array2string)
    for dtype, options in itertools.product(FLOATS + COMPLEX, OPTIONS):
        file.add("array2string", array(sample(dtype, (9,))), options, ", ", "", "", call=array2string)
        file.add("array_repr", array(sample(dtype, (3, 3), small=True)), options, call=array_repr)
        file.add("array_str", array(sample(dtype, ())), options, call=array_str)
        file.add("array_repr", array(sample(dtype, ())), options, call=array_repr)
    for dtype, row, options in itertools.product(COMPLEX, ROWS[::2], OPTIONS[::3]):
        x = np.array(row, dtype)
        a = array(x + x[::-1] * x.dtype.type(0.5j))
        file.add("array2string", a, options, " ", "", "", call=array2string)


def integers(file):
    for dtype in ["bool"] + INTEGERS:
        for options in ("", "sign=+", "sign= ", "threshold=4", "threshold=4|edgeitems=1|sign=+", "linewidth=20"):
            for values in (sample(dtype, (7,)), sample(dtype, (3, 5), small=True), np.zeros((2, 2), dtype), np.ones(3, dtype), sample(dtype, ()),
                           np.zeros((2, 0), dtype), np.arange(-5, 0).astype(dtype)):
                file.add("array_repr", array(values), options, call=array_repr)
                file.add("array_str", array(values), options, call=array_str)
    for dtype in ALL:
        for a in layouts(sample(dtype, (3, 4), small=True)):
            file.add("array_repr", a, "threshold=5|edgeitems=1|precision=2", call=array_repr)


def layout(file):
    """Summaries and line breaks."""
    for shape in [(10,), (11,), (6,), (7,), (30,), (3, 4), (8, 9), (2, 3, 4), (7, 8, 3), (1, 1, 12), (2, 2, 2, 2), (1,), (), (0,), (0, 3), (3, 0, 2)]:
        n = int(np.prod(shape))
        whole, real = array(np.arange(n).reshape(shape)), array((np.arange(n) / 7).reshape(shape))
        for threshold, edgeitems in [(10, 3), (9, 3), (n, 2), (max(n - 1, 0), 2), (0, 1), (5, 0), (0, 0), (3, 100), (10**12, 1)]:
            options = f"threshold={threshold}|edgeitems={edgeitems}"
            file.add("array_repr", whole, options, call=array_repr)
            file.add("array2string", real, options + "|precision=3", ", ", "", "", call=array2string)
        for linewidth in (1, 2, 8, 10, 19, 20, 21, 33, 40, 75, 76, 200):
            for a in (whole, real):
                file.add("array_repr", a, f"linewidth={linewidth}", call=array_repr)
            for separator, prefix, suffix in [(" ", "", ""), (", ", "prefix(", ")"), (",", "", "long suffix"), (" | ", "x" * 30, ""), ("", "", ""), ("\t", "a", "b"), (";  ", "", "")]:
                file.add("array2string", real, f"linewidth={linewidth}|precision=2", separator, prefix, suffix, call=array2string)
    for n in (999, 1000, 1001):
        file.add("array_repr", array(np.zeros(n, "int8")), "", call=array_repr)
        file.add("array_str", array(np.zeros(n, "int8")), "threshold=1000|edgeitems=5", call=array_str)


NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, 2 / 3, 0.5, 1.5, 2.5, 0.25, 1.2996, 1.0001, 9.995, 99.9999, 1e22, 1e23, 1.2345678901234567e25, 123456789.0,
           5e-324, 1.7976931348623157e308, 1e-5, 1.005, 0.00099999, 65504.0, np.nan, np.inf, -np.inf, 3.14159265358979, 6e-8, 8.5, 1e5, 12.0]
TRIMS = "k.0-"


def write_number(kind, a, options):
    o = read_digits(options)
    return getattr(np, "format_float_" + kind)(a[()] if a.dtype != "float64" else float(a), **o)


def read_digits(options):
    result = {}
    for part in options.split("|") if options else []:
        name, value = part.split("=", 1)
        result[name] = value if name == "trim" else value == "True" if name in ("unique", "fractional", "sign") else int(value)
    return result


def numbers(file):
    choices = [""]
    for trim in TRIMS:
        choices += [f"trim={trim}", f"trim={trim}|precision=3", f"trim={trim}|precision=3|unique=False", f"trim={trim}|min_digits=4",
                    f"trim={trim}|precision=6|min_digits=2", f"trim={trim}|precision=0", f"trim={trim}|precision=20|unique=False",
                    f"trim={trim}|sign=True|pad_left=6", f"trim={trim}|min_digits=0|precision=2|pad_left=4"]
    choices += ["precision=3|min_digits=5", "precision=0|min_digits=5", "unique=False"]
    positional = []
    for trim in TRIMS:
        positional += [f"trim={trim}|fractional=False|precision=4", f"trim={trim}|fractional=False|precision=5|unique=False",
                       f"trim={trim}|fractional=False|min_digits=4", f"trim={trim}|pad_right=5", f"trim={trim}|pad_left=3|pad_right=0|precision=1",
                       f"trim={trim}|pad_right=12|sign=True|precision=4|unique=False"]
    positional += ["fractional=False|precision=0"]
    scientific = [f"trim={trim}|exp_digits={n}" for trim in TRIMS for n in (0, 1, 3, 4)]
    for dtype, number in itertools.product(FLOATS, NUMBERS):
        a = array(np.array(number).astype(dtype))
        for options in (choices + positional)[:: 1 if dtype == "float64" else 2]:
            file.add("format_float_positional", a, options, call=lambda a, o: write_number("positional", a, o))
        for options in (choices + scientific)[:: 1 if dtype == "float64" else 2]:
            file.add("format_float_scientific", a, options, call=lambda a, o: write_number("scientific", a, o))
