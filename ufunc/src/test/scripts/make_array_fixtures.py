"""Writes what NumPy does with arrays as fixtures that the Java tests replay.

Printing, views, casts, universal functions over dtypes and layouts, weak scalars, out=, and
reductions. The correctly rounded values of exp, log, sin, cos and power come from mpmath.

    python3 make_array_fixtures.py FOLDER

Every file is gzipped text, one case a line, fields separated by tabs. An array is
dtype|shape|base64 of its elements in C order, little endian; a view is such an array followed by
steps, separated by `;`, that Java and Python carry out alike. A result that is an error starts
with `!`. Made with NumPy 2.4.6 and mpmath 1.3.0.
"""

import base64
import gzip
import itertools
import pathlib
import sys
import warnings

import mpmath
import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")
assert np.__version__ == "2.4.6", np.__version__

FOLDER = pathlib.Path(sys.argv[1])
RANDOM = np.random.default_rng(20240607)
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
REAL = ["bool"] + INTEGERS + FLOATS


def shape_text(shape):
    return ",".join(map(str, shape))


def text(a):
    a = np.asarray(a)
    if a.dtype.kind == "f":
        a = np.where(np.isnan(a), np.array(np.nan, a.dtype), a)  # all NaNs are one
    data = base64.b64encode(np.ascontiguousarray(a).astype(a.dtype.newbyteorder("<")).tobytes())
    return f"{a.dtype}|{shape_text(a.shape)}|{data.decode()}"


def step(a, one):
    kind, _, rest = one.partition(" ")
    if kind == "get":
        part = eval("a[" + rest + "]", {"a": a, "newaxis": None})
        # a scalar here is a 0-d view there
        return part if isinstance(part, np.ndarray) else eval("a[" + rest + ", ...]", {"a": a})
    if kind == "T":
        return a.T
    numbers = tuple(int(n) for n in rest.split(",")) if rest else ()
    return {
        "transpose": lambda: a.transpose(numbers),
        "reshape": lambda: a.reshape(numbers),
        "broadcast": lambda: np.broadcast_to(a, numbers),
    }[kind]()


def view(a, steps):
    for one in filter(None, steps.split(";")):
        a = step(a, one)
    return a


def strides(a):
    """In elements; those of axes without a second element are not promised."""
    return ",".join("*" if n < 2 or a.size == 0 else str(s // a.itemsize) for n, s in zip(a.shape, a.strides))


class File:
    def __init__(self, name):
        self.name, self.lines = name, []

    def add(self, *fields):
        self.lines.append("\t".join(str(f).replace("\\", "\\\\").replace("\n", "\\n") for f in fields))

    def write(self):
        data = ("\n".join(self.lines) + "\n").encode()
        (FOLDER / (self.name + ".txt.gz")).write_bytes(gzip.compress(data, 9, mtime=0))
        print(self.name, len(self.lines), "cases")


def error(e):
    return f"!{type(e).__name__}: {e}"


def sample(dtype, n, small=False):
    """Values of a dtype, the awkward ones among them."""
    d = np.dtype(dtype)
    if d.kind == "b":
        return RANDOM.integers(0, 2, n).astype(bool)
    if d.kind in "iu":
        info = np.iinfo(d)
        if small:
            return RANDOM.integers(0 if d.kind == "u" else -9, 10, n).astype(d)
        special = [info.min, info.max, 0, 1, 2, 3, info.max - 1, info.max // 2 + 1]
        special += [] if d.kind == "u" else [-1, -2, info.min + 1]
        wide = RANDOM.integers(info.min, info.max, n, dtype=d, endpoint=True)
        near = RANDOM.integers(0 if d.kind == "u" else -12, 13, n).astype(d)
        values = np.where(RANDOM.random(n) < 0.5, wide, near)
        chosen = RANDOM.integers(0, len(special), n)
        return np.where(RANDOM.random(n) < 0.3, np.array(special, dtype=d)[chosen], values).astype(d)
    info = np.finfo(d)
    if small:
        return (RANDOM.integers(-64, 65, n) / 8).astype(d)
    special = np.array(
        [0.0, -0.0, np.inf, -np.inf, np.nan, 1, -1, 0.5, 2, info.max, -info.max, info.tiny,
         info.smallest_subnormal, -info.smallest_subnormal, info.eps, 1 + info.eps], dtype=d)
    values = RANDOM.standard_normal(n) * 10.0 ** RANDOM.integers(-3, 4, n)
    chosen = RANDOM.integers(0, len(special), n)
    return np.where(RANDOM.random(n) < 0.35, special[chosen], values.astype(d)).astype(d)


def printing():
    f = File("printing")

    def case(a, steps=""):
        v = view(np.asarray(a), steps)
        f.add(text(a), steps, str(v), repr(v))

    scalars = [0.0, -0.0, 1.0, -2.5, 0.1, 1e16, 1e15, 123456789.0, 1e-4, 1e-5, 1e22, 1e300, 5e-324, 2e-323,
               1.7976931348623157e308, np.nan, np.inf, -np.inf, 1 / 3, 2 / 3, 100.0, 1e8, 99999999.0, 0.0001234,
               1.2345678901234568e17, 9007199254740993.0, 2.2250738585072014e-308]
    for d in FLOATS:
        for s in scalars:
            case(np.array(s, dtype=d))
            case(np.array([s], dtype=d))
            case(np.array([1.0, s], dtype=d))
            case(np.array([s, -s, 12.5], dtype=d))
    for d in INTEGERS:
        info = np.iinfo(d)
        for v in (0, 1, info.min, info.max):
            case(np.array(v, dtype=d))
        case(np.array([info.min, info.max, 0], dtype=d))
        case(np.array([[1, 22], [3, 4]], dtype=d))
        case(np.arange(60, dtype=d))
    for v in (True, False):
        case(np.array(v))
    case(np.array([True, False]))
    case(np.array([True]))
    case(RANDOM.integers(0, 2, (3, 40)).astype(bool))
    for d in REAL:
        for shape in [(0,), (0, 3), (3, 0), (2, 0, 4), (1,), (1, 1), (1, 1, 1), (2, 3), (2, 1, 3), (2, 2, 2, 2)]:
            case(sample(d, int(np.prod(shape))).reshape(shape))
        case(sample(d, 30))
        case(sample(d, 30, small=True))
    for d in FLOATS:
        for k in range(25):
            scale = 10.0 ** RANDOM.integers(-12, 13) if d != "float16" else 10.0 ** RANDOM.integers(-3, 3)
            n = int(RANDOM.integers(1, 14))
            case((RANDOM.standard_normal(n) * scale).astype(d))
            case((RANDOM.standard_normal((n, 3)) * scale).astype(d))
            case(np.round(RANDOM.standard_normal(n) * 100, int(RANDOM.integers(0, 5))).astype(d))
            mixed = RANDOM.standard_normal(n) * 10.0 ** RANDOM.integers(-4, 4, n)
            case(mixed.astype(d))
            if k % 3 == 0:
                case(np.where(RANDOM.random(n) < 0.4, [np.nan, np.inf, -np.inf][k % 3], mixed).astype(d))
    edge = [[99999999.0, 1], [1e8, 1], [1e-4, 0.05], [0.00009999, 0.05], [1.0, 1000.0], [1.0, 1000.1],
            [0.001, 1.0], [0.00099999, 1.0], [0.1, 0.12345678901], [1e-10, 0], [0, 0, 0], [-0.0, 0.0],
            [1.123456789, 22.1], [0.5, 1.5, 2.5], [1e100, 1e-100], [123456.789, 0.1], [np.nan, 1e10],
            [np.inf, 1e-7], [-np.inf, 1], [np.nan, -1], [np.nan, np.inf], [-np.inf, -np.inf], [-1e9, np.inf],
            [1e9, -np.inf], [0.123456785, 1], [0.123456775, 1], [2.5e-9, 1], [1e15, 1e16], [999999995.0, 3]]
    for values in edge:
        case(np.array(values))
        case(np.array(values, dtype="float32"))
    case(np.arange(1001))
    case(np.arange(1000))
    case(np.arange(2000.0))
    case(np.arange(2000, dtype="int16"))
    case(np.arange(1200).reshape(30, 40))
    case(np.arange(1200).reshape(30, 40), "T")
    case(np.arange(1200).reshape(2, 20, 30))
    case(np.arange(1250).reshape(2, 625))
    case(np.arange(1250).reshape(625, 2))
    case(np.arange(1296).reshape(6, 6, 6, 6))
    case(np.arange(1215).reshape(3, 5, 9, 9))
    case(np.arange(1200) / 7)
    case((np.arange(1200) / 7).reshape(3, 400))
    case(np.linspace(0, 1, 1500, dtype="float32").reshape(2, 3, 250))
    case(np.where(np.arange(1100) == 500, 1e30, 1.0))
    case(np.where(np.arange(1100) == 2, 1e30, 1.0))
    case(np.arange(1100) % 2 == 0)
    case(np.zeros((1, 1001)))
    case(np.array(3.0), "broadcast 2000")
    case(np.array(7), "broadcast 40,50")
    case(np.arange(24.0).reshape(2, 3, 4) / 8, "get ::-1, ..., ::2")
    case(np.arange(24.0).reshape(2, 3, 4), "get 1, 2, 3")
    case(np.arange(10.0), "get ::-3")
    for n in (8, 9, 17, 18, 19, 20, 24, 25, 37, 38, 39, 70, 80):
        case(np.full(n, 0.5))
        case(np.arange(n))
        case(np.full((2, n), -1.25))
        case(np.full((2, 1, n), 123))
        case(np.full((1, 1, 2, n), 123, dtype="int32"))
        case(np.ones(n, dtype=bool))
        case(np.full(n, 1e-7, dtype="float32"))
    f.write()


def random_index(shape):
    parts, axis, used = [], 0, False
    for _ in range(int(RANDOM.integers(1, len(shape) + 3))):
        kind = RANDOM.random()
        if kind < 0.12:
            parts.append(["None", "newaxis"][int(RANDOM.integers(0, 2))])
        elif kind < 0.24 and not used:
            parts.append("...")
            used = True
            axis = len(shape)
        else:
            n = shape[min(axis, len(shape) - 1)] if shape else 1
            if kind < 0.5:
                parts.append(str(int(RANDOM.integers(-n - (RANDOM.random() < 0.1), n + (RANDOM.random() < 0.1)))
                                 if n > 0 else 0))
            else:
                def bound():
                    return "" if RANDOM.random() < 0.35 else str(int(RANDOM.integers(-n - 3, n + 4)))
                stride = ["", ":", ":1", ":2", ":-1", ":-2", ":3", ":-7", ":100"][int(RANDOM.integers(0, 9))]
                parts.append(bound() + ":" + bound() + stride)
            axis += 1
    return ", ".join(parts)


def views():
    f = File("views")

    def case(a, steps):
        try:
            v = view(a, steps)
        except (ValueError, IndexError) as e:
            f.add(shape_text(a.shape), steps, error(e))
            return
        shares = v.size > 0 and np.shares_memory(a, v)
        f.add(shape_text(a.shape), steps, shape_text(v.shape), strides(v) if shares else "-",
              "view" if shares else "copy", shape_text(v.ravel()))

    shapes = [(), (1,), (7,), (0,), (3, 4), (4, 1), (0, 3), (3, 0), (2, 3, 4), (1, 5, 1), (2, 3, 4, 2), (2, 1, 3, 3)]
    for shape in shapes:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        for _ in range(45):
            case(a, "get " + random_index(shape))
        for _ in range(10):
            case(a, "get " + random_index(shape) + ";T;get " + random_index(shape))
        for axes in itertools.islice(itertools.permutations(range(len(shape))), 24):
            case(a, "transpose " + shape_text(axes))
        case(a, "T")
    reshapes = {
        (24,): ["2,3,4", "24", "-1", "4,-1", "2,12,1", "1,24", "5,5", "-1,5", "-1,-1", "2,3,4,1,1"],
        (2, 3, 4): ["-1", "6,4", "2,12", "4,3,2", "24,1", "3,-1", "2,3,2,2", "1,2,3,4", "5,5", "0,-1", "2,1,3,1,4"],
        (4, 6): ["2,2,6", "2,2,3,2", "-1", "8,3", "4,1,6"],
        (0, 3): ["3,0", "0", "-1,3", "0,-1", "0,7", "1,-1"],
        (3, 0): ["-1", "3,-1", "0,0"],
        (): ["1", "-1", "1,1", "2"],
        (1, 4, 1): ["4", "2,2", "1,1,4"],
    }
    before = ["", "T;", "get ::2;", "get ::-1;", "get ..., ::2;", "get ..., ::-1;", "get None;", "get :, None;"]
    for shape, targets in reshapes.items():
        a = np.arange(int(np.prod(shape))).reshape(shape)
        for first in before:
            for target in targets + [shape_text(shape)]:
                try:
                    view(a, first)
                except IndexError:
                    continue
                case(a, first + ("reshape " + target).strip())
            try:
                n = view(a, first).size
                for target in {(n,), (2, n // 2), (n // 2, 2), (n // 4, 4), (2, n // 4, 2)}:
                    case(a, first + "reshape " + shape_text(target))
            except IndexError:
                pass
    for a in (np.arange(6).reshape(2, 3), np.arange(4).reshape(2, 1, 2)):
        for target in ["6", "3,2", "2,3,1", "1,2,3", "4", "2,2"]:
            case(a, "broadcast 2,2,3;reshape " + target if a.shape == (2, 3) else "broadcast 2,3,2;reshape " + target)
    for shape in [(), (1,), (3,), (2, 1), (1, 3), (2, 3), (0,), (1, 0), (2, 1, 3)]:
        a = np.arange(int(np.prod(shape))).reshape(shape)
        for target in ["", "3", "2,3", "2,2,3", "0", "1", "4", "5,2,3", "2,0", "0,3", "2,4,3"]:
            case(a, ("broadcast " + target).strip())
    f.write()


def casts():
    f = File("casts")
    for a, b in itertools.product(REAL, REAL):
        values = sample(a, 40)
        if np.dtype(a).kind == "f" and np.dtype(b).kind in "iu":
            info = np.iinfo(b)
            with_room = np.array([0.0, -0.0, 1, 1.9, -1.9, 2.5, 100.99, info.max / 2, info.min / 2], dtype=a)
            values = np.concatenate([with_room, sample(a, 40)])
            exact = values.astype("float64")
            values = values[np.isfinite(exact) & (exact < info.max // 2 + 1) & (exact > info.min / 2 - 1)]
            if np.dtype(b).kind == "u":
                values = values[~(values.astype("float64") < 0)]
        if a == "float64" and b in ("float16", "float32"):
            # where rounding twice goes wrong
            halfway = 1 + 2.0**-11 + np.array([0, 2.0**-40, -(2.0**-40), 2.0**-12])
            values = np.concatenate([values, halfway, -halfway, [65519.0, 65520.0, 65519.999999, 2.0**-25, 2.0**-25 * 1.0000001,
                                     2.0**-24 * 1.5, 3.0517578125e-05 + 2.0**-26 + 2.0**-60, 2.0**-150, 1.0000001 * 2.0**-150]])
        f.add(text(values), text(values.astype(b)))
    f.write()


BINARY = ["add", "subtract", "multiply", "divide", "minimum", "maximum", "less", "less_equal", "greater",
          "greater_equal", "equal", "not_equal", "logical_and", "logical_or", "logical_xor"]
UNARY = ["negative", "absolute", "square", "sqrt", "reciprocal", "logical_not"]


def java_zeros(name, a, b, result):
    """Where two zeros meet, minimum and maximum are Java's: -0 is below 0."""
    if name in ("minimum", "maximum") and result.dtype.kind == "f":
        both = (a == 0) & (b == 0)
        negative = np.signbit(a.astype(result.dtype)), np.signbit(b.astype(result.dtype))
        sign = negative[0] | negative[1] if name == "minimum" else negative[0] & negative[1]
        result = np.where(both, np.where(sign, np.array(-0.0, result.dtype), np.array(0.0, result.dtype)), result)
    return result


def binary(name, a, b):
    return java_zeros(name, a, b, getattr(np, name)(a, b))


def values():
    f = File("values")
    for name in BINARY:
        for x, y in itertools.product(REAL, REAL):
            a, b = (sample(d, 70 if x == y else 14) for d in (x, y))
            try:
                f.add(name, text(a), text(b), text(binary(name, a, b)))
            except TypeError as e:
                f.add(name, text(a), text(b), error(e))
    for name in UNARY:
        for x in REAL:
            a = sample(x, 90)
            if name == "reciprocal" and np.dtype(x).kind in "iu":
                a = a[a != 0]
            try:
                f.add(name, text(a), "", text(getattr(np, name)(a)))
            except TypeError as e:
                f.add(name, text(a), "", error(e))
    for x, y in itertools.product(["bool"] + INTEGERS, repeat=2):
        if np.dtype(np.result_type(x, y)).kind == "f":
            continue
        a = sample(x, 30)
        b = np.array([0, 1, 2, 3, 4, 5, 7, 12, 31, 63, 64, 100])[RANDOM.integers(0, 12, 30)].astype(y)
        f.add("power", text(a), text(b), text(np.power(a, b)))
    for c, x, y in itertools.product(["bool", "int8", "float32"], REAL, REAL):
        a = [sample(d, 8) for d in (c, x, y)]
        f.add("where", text(a[0]), text(a[1]) + " " + text(a[2]), text(np.where(*a)))
    f.write()


def correctly_rounded(value, dtype):
    """The nearest element of dtype to an mpmath number."""
    d = np.dtype(dtype)
    info = np.finfo(d)
    if value == 0:
        return d.type(0)
    m, e = mpmath.frexp(value)
    bits = info.nmant + 1
    e = max(int(e) - bits, info.minexp - info.nmant)
    scaled = mpmath.ldexp(value, -e)
    whole = int(mpmath.nint(scaled))  # half to even
    with np.errstate(all="ignore"):
        result = float(mpmath.ldexp(mpmath.mpf(whole), e)) if abs(mpmath.ldexp(mpmath.mpf(whole), e)) < mpmath.mpf(2) ** 1024 else np.inf * np.sign(whole)
    return d.type(result)


def transcendental():
    f = File("transcendental")
    mpmath.mp.prec = 2400
    functions = {"exp": mpmath.exp, "log": mpmath.log, "sin": mpmath.sin, "cos": mpmath.cos}
    for name, function in functions.items():
        for d in FLOATS:
            a = sample(d, 160)
            if name == "exp":
                a = np.concatenate([a, RANDOM.uniform(-20, 20, 100).astype(d)])
            out = getattr(np, name)(a)
            for i in range(a.size):
                x = float(a[i])
                if np.isfinite(x) and not np.isnan(out[i]) and not (name == "log" and x == 0):
                    if name == "exp" and abs(x) > 1000:
                        continue
                    exact = correctly_rounded(function(mpmath.mpf(x)), d)
                    out[i] = exact if exact != 0 else out[i] * 0
            f.add(name, text(a), "", text(out))
        for d in ["bool"] + INTEGERS:
            a = sample(d, 20, small=True)
            out = getattr(np, name)(a)
            for i in range(a.size):
                x = int(a[i])
                if not (name == "log" and x <= 0):
                    out[i] = correctly_rounded(function(mpmath.mpf(x)), out.dtype)
            f.add(name, text(a), "", text(out))
    for x, y in itertools.product(FLOATS, FLOATS):
        for small in (False, True):
            a, b = sample(x, 120, small), sample(y, 120, small)
            d = np.result_type(x, y)
            a64, b64 = a.astype("float64"), b.astype("float64")
            with np.errstate(all="ignore"):
                out = np.power(a.astype(d), b.astype(d))
                guess = np.abs(b64) * np.abs(np.log2(np.abs(a64)))
            for i in range(a.size):
                if np.isfinite(a64[i]) and np.isfinite(b64[i]) and not np.isnan(out[i]) and a64[i] != 0 and guess[i] < 1200:
                    base, exponent = mpmath.mpf(float(a64[i])), mpmath.mpf(float(b64[i]))
                    exact = mpmath.power(abs(base), exponent)
                    odd = float(b64[i]).is_integer() and int(b64[i]) % 2 == 1
                    value = correctly_rounded(exact, d)
                    out[i] = -value if base < 0 and odd else value
            f.add("power", text(a), text(b), text(out))
    f.write()


LAYOUTS = {
    "C": ((3, 4, 5), ""),
    "F": ((5, 4, 3), "T"),
    "permuted": ((4, 3, 5), "transpose 1,0,2"),
    "rotated": ((5, 3, 4), "transpose 1,2,0"),
    "sliced": ((3, 4, 10), "get :, :, ::2"),
    "rows": ((6, 8, 5), "get ::2, 1::2"),
    "reversed": ((3, 4, 5), "get :, ::-1, ::-1"),
    "F reversed": ((5, 4, 3), "T;get ::-1, :, ::-1"),
    "row": ((5,), ""),
    "column": ((4, 1), ""),
    "plane": ((3, 1, 5), ""),
    "stretched": ((3, 4, 1), "broadcast 3,4,5"),
    "stretched F": ((5, 4), "T;get None;broadcast 3,4,5"),
    "scalar": ((), ""),
    "ones": ((1, 1, 1), ""),
    "narrow": ((3, 4), "T;get ..., None;transpose 1,0,2"),
}


def layouts():
    f = File("layouts")

    def operand(name, dtype):
        shape, steps = LAYOUTS[name]
        a = RANDOM.integers(-9, 10, int(np.prod(shape))).reshape(shape).astype(dtype)
        return a, steps

    def described(*operands):
        return "\t".join(text(a) + " " + steps for a, steps in operands)

    for dtype in ("int16", "int64", "float32", "float64"):
        for name in LAYOUTS:
            x = operand(name, dtype)
            result = np.negative(view(*x))
            result = np.asarray(result)
            f.add("negative", described(x), shape_text(result.shape), strides(result), text(result))
    for one, two in itertools.product(LAYOUTS, LAYOUTS):
        x, y = operand(one, "float64"), operand(two, "float64")
        result = np.asarray(np.subtract(view(*x), view(*y)))
        f.add("subtract", described(x, y), shape_text(result.shape), strides(result), text(result))
    for one, two in itertools.product(["C", "F", "row", "scalar", "reversed", "narrow", "permuted"], repeat=2):
        c, x, y = operand(one, "bool"), operand(two, "int32"), operand(one, "float32")
        result = np.asarray(np.where(view(*c), view(*x), view(*y)))
        f.add("where", described(c, x, y), shape_text(result.shape), strides(result), text(result))
    empties = [((0,), ""), ((0, 3), ""), ((3, 0), "T"), ((1, 3), ""), ((3,), ""), ((1,), ""), ((), ""), ((2, 0, 3), ""),
               ((2, 1, 3), ""), ((4, 3), ""), ((2, 3), "get :, ::-1")]
    for (s, one), (t, two) in itertools.product(empties, repeat=2):
        x, y = np.zeros(s), np.zeros(t)
        try:
            result = np.asarray(np.subtract(view(x, one), view(y, two)))
            f.add("subtract", described((x, one), (y, two)), shape_text(result.shape), strides(result), text(result))
        except ValueError as e:
            f.add("subtract", described((x, one), (y, two)), error(e))
    f.write()


def scalars():
    f = File("scalars")
    for name in BINARY + ["power"]:
        for d in REAL:
            a = sample(d, 12)
            for value in (2, 0, 1, -1, 127, 300, -129, 70000, 2**31, 2**53 + 1, 2.0, 0.5, -1.5, 1e300, 0.1, float("nan"), float("inf")):
                if name == "power" and (isinstance(value, float) or np.dtype(d).kind == "f"):
                    continue
                if d == "uint64" and name == "power" and isinstance(value, int):
                    continue
                try:
                    result = binary(name, a, np.array(value, "float64").astype(np.result_type(a, value)) if isinstance(value, float) else value) \
                        if name not in ("minimum", "maximum") or isinstance(value, float) else getattr(np, name)(a, value)
                    f.add(name, text(a), repr(value), text(result))
                except (OverflowError, ValueError, TypeError) as e:
                    f.add(name, text(a), repr(value), error(e))
    f.write()


def outputs():
    f = File("outputs")
    cases = [(n, x, y) for n in ("add", "multiply", "less", "divide", "maximum") for x, y in itertools.product(REAL, REAL)]
    for k, (name, x, y) in enumerate(cases):
        a = sample(x, 12)
        b = sample(x, 12)
        out = np.ones(12, dtype=y)
        try:
            getattr(np, name)(a, b, out=out)
        except TypeError as e:
            f.add(name, text(a), text(b), y, error(e))
            continue
        if np.dtype(y).kind in "f":
            out = java_zeros(name, a, b, out)
        f.add(name, text(a), text(b), y, text(out))
    for x, y in itertools.product(REAL, REAL):
        a = sample(x, 12, small=True)
        for name in ("square", "negative", "sqrt"):
            out = np.ones(12, dtype=y)
            try:
                getattr(np, name)(a, out=out)
            except TypeError as e:
                f.add(name, text(a), "", y, error(e))
                continue
            f.add(name, text(a), "", y, text(out))
    f.write()


def reductions():
    f = File("reductions")
    names = ["min", "max", "all", "any", "sum", "mean", "var", "std"]

    def case(name, a, steps, axes, keepdims):
        v = view(a, steps)
        if v.ndim == 0 and axes and name in ("mean", "var", "std"):
            return  # NumPy refuses what it takes in sum and min
        wide = a.dtype.kind in "f" or name in ("var", "std")
        try:
            if name in ("sum", "mean", "var", "std") and wide:
                # NumPy's tree over the axis moved last and made contiguous
                axis = tuple(range(v.ndim)) if axes is None else axes
                if len(axis) > 1:
                    return
                moved = np.ascontiguousarray(np.moveaxis(v, axis[0], -1)) if axis and v.ndim else v
                last = -1 if axis else ()
                if a.dtype == np.float16 and name in ("var", "std"):
                    # computed in float32 as NumPy's mean is; its var rounds every step to float16
                    result = np.asarray(np.var(moved.astype("float32"), axis=last)).astype("float16")
                    result = np.sqrt(result) if name == "std" else result
                else:
                    result = getattr(np, name)(moved, axis=last)
                result = np.asarray(result)
                if axis and v.ndim:
                    result = result.reshape([1 if i == axis[0] % v.ndim else n for i, n in enumerate(v.shape)] if keepdims else result.shape)
            else:
                result = np.asarray(getattr(np, name)(v, axis=axes[0] if axes and len(axes) == 1 else axes, keepdims=keepdims))
        except (ValueError, IndexError) as e:
            result = e
        if isinstance(result, Exception):
            out = error(result).replace("source: ", "")
        else:
            if name in ("min", "max") and result.dtype.kind == "f":
                result = np.where(result == 0, np.abs(result), result).astype(result.dtype)
            out = text(result)
        f.add(name, text(a), steps, "all" if axes is None else shape_text(axes) or "none", keepdims, out)

    for name in names:
        for d in REAL:
            small = name in ("sum", "mean", "var", "std") and d in ("int64", "uint64")
            for shape, steps in [((7,), ""), ((40,), "get ::-3"), ((3, 4), ""), ((3, 4), "T"), ((2, 3, 5), "get ..., ::-1"), ((2, 70), ""),
                                 ((70, 20), ""), ((), ""), ((3, 1, 2), "broadcast 3,4,2")]:
                a = sample(d, int(np.prod(shape)), small=small).reshape(shape)
                if np.dtype(d).kind == "f" and name not in ("min", "max", "all", "any"):
                    a = RANDOM.standard_normal(shape).astype(d)
                if np.dtype(d).kind == "f" and name in ("min", "max") and RANDOM.random() < 0.5:
                    a = np.where(np.isnan(a), np.array(1, a.dtype), a)
                ndim = view(a, steps).ndim
                choices = [None, (0,), (-1,), (), (0, 1), (1,), (0, 2), (2, 0), (1, 1), (0, -1)]
                for axes in choices[: 3 + 2 * ndim]:
                    if axes and ndim and any(x >= ndim for x in axes):
                        continue
                    case(name, a, steps, axes, bool(RANDOM.integers(0, 2)))
        for shape in [(0,), (0, 3), (3, 0), (2, 0, 3), (0, 0)]:
            for d in ("int32", "float64", "float32", "bool", "float16"):
                a = np.zeros(shape, dtype=d)
                for axes in [None, (0,), (-1,), ()]:
                    case(name, a, "", axes, False)
                    case(name, a, "", axes, True)
        for axes in [(2,), (-3,), (5,)]:
            case(name, np.zeros((2, 2), dtype="int32"), "", axes, False)
        for axes in [(0, 0), (1, -1)]:
            case(name, np.zeros((2, 2), dtype="int32"), "", axes, False)
    f.write()


FOLDER.mkdir(parents=True, exist_ok=True)
for make in (printing, views, casts, values, transcendental, layouts, scalars, outputs, reductions):
    make()
