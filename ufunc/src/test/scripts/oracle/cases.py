"""What all parts of the oracle share: values, memory layouts, and the text of a case.

A case is one line, its fields separated by tabs: the function's name, its arguments, `=`, the
result. A field is a letter, a colon and a text:

    a:dtype|shape|base64 steps   an array; the elements in C order, little endian; steps, separated by `;`,
                                 that Java and Python carry out alike, make a view of it
    A:array&array                several arrays
    i:5  d:0x1.8p+1  b:true  s:text  n:      an integer, a float, a boolean, a text, None
    I:1,2,3  D:0x1p+0,nan                    several integers, several floats
    !ValueError: words                       an error, as a result only

The result may have one more field behind it: the strides in elements, where NumPy promises them.
"""

import base64
import gzip
import itertools
import pathlib

import numpy as np

VERSION = "2.4.6"
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
REAL = ["bool"] + INTEGERS + FLOATS
ALL = REAL + COMPLEX
RANDOM = np.random.default_rng(20261127)
PICKS = itertools.count()


class Array:
    """An array together with the text that makes it in Java."""

    def __init__(self, values, text):
        self.values, self.text = values, text


def shape_text(shape):
    return ",".join(map(str, shape))


def one_nan(a):
    """All NaNs are one."""
    if a.dtype.kind == "f":
        return np.where(np.isnan(a), np.array(np.nan, a.dtype), a)
    if a.dtype.kind == "c":
        result = np.ascontiguousarray(a).copy()
        parts = result.view(a.real.dtype)
        parts[np.isnan(parts)] = np.nan
        return result.reshape(a.shape)
    return a


def array_text(a):
    a = one_nan(np.asarray(a))
    data = base64.b64encode(np.ascontiguousarray(a).astype(a.dtype.newbyteorder("<")).tobytes())
    return f"{a.dtype}|{shape_text(a.shape)}|{data.decode()}"


def array(a):
    """As it is, in C order."""
    a = np.array(a)
    return Array(a, array_text(a))


def layouts(a):
    """The same elements in C and F order, with steps, backwards, and broadcast where they repeat."""
    a = np.array(a)
    yield array(a)
    if a.ndim == 0:
        return
    if a.ndim > 1:
        turned = np.ascontiguousarray(a.T)
        yield Array(turned.T, array_text(turned) + " T")
    wide = np.zeros(a.shape[:-1] + (2 * a.shape[-1] + 1,), a.dtype)
    wide[..., 1::2] = a
    yield Array(wide[..., 1::2], array_text(wide) + " get ..., 1::2")
    back = np.ascontiguousarray(a[..., ::-1])
    yield Array(back[..., ::-1], array_text(back) + " get ..., ::-1")
    if a.shape[0] > 1 and a.size and np.array_equal(one_nan(a), one_nan(np.broadcast_to(a[:1], a.shape)), equal_nan=a.dtype.kind in "fc"):
        row = np.ascontiguousarray(a[0])
        yield Array(np.broadcast_to(row, a.shape), array_text(row) + " broadcast " + shape_text(a.shape))


def sample(dtype, shape, small=False):
    """Values of a dtype, the awkward ones among them."""
    d = np.dtype(dtype)
    n = int(np.prod(shape))
    if d.kind == "b":
        return RANDOM.integers(0, 2, n).astype(bool).reshape(shape)
    if d.kind == "c":
        part = "float32" if d.itemsize == 8 else "float64"
        result = np.empty(n, d)
        result.real, result.imag = sample(part, (n,), small), sample(part, (n,), small)
        return result.reshape(shape)
    if d.kind in "iu":
        info = np.iinfo(d)
        near = RANDOM.integers(0 if d.kind == "u" else -9, 10, n).astype(d)
        if small:
            return near.reshape(shape)
        special = [info.min, info.max, 0, 1, 2, 3, info.max - 1, info.max // 2 + 1]
        special += [] if d.kind == "u" else [-1, -2, info.min + 1]
        wide = RANDOM.integers(info.min, info.max, n, dtype=d, endpoint=True)
        values = np.where(RANDOM.random(n) < 0.5, wide, near)
        chosen = np.array(special, dtype=d)[RANDOM.integers(0, len(special), n)]
        return np.where(RANDOM.random(n) < 0.3, chosen, values).astype(d).reshape(shape)
    if small:
        return (RANDOM.integers(-64, 65, n) / 8).astype(d).reshape(shape)
    info = np.finfo(d)
    special = np.array(
        [0.0, -0.0, np.inf, -np.inf, np.nan, 1, -1, 0.5, 2, info.max, -info.max, info.tiny,
         info.smallest_subnormal, -info.smallest_subnormal, info.eps, 1 + info.eps], dtype=d)
    with np.errstate(all="ignore"):
        values = (RANDOM.standard_normal(n) * 10.0 ** RANDOM.integers(-3, 4, n)).astype(d)
    chosen = special[RANDOM.integers(0, len(special), n)]
    return np.where(RANDOM.random(n) < 0.35, chosen, values).reshape(shape)


def stretched(dtype, shape):
    """A broadcast array, its rows all the same memory."""
    row = sample(dtype, shape[1:])
    steps = " broadcast " + ",".join(map(str, shape))
    return Array(np.broadcast_to(row, shape), array_text(row) + steps)


def everywhere(a):
    """Every layout of the same elements, and the first of them stretched."""
    a = np.array(a)
    yield from layouts(a)
    if a.ndim and a.size and a.shape[0] > 1:
        row = np.array(a[0])
        yield Array(np.broadcast_to(row, a.shape), array_text(row) + " broadcast " + shape_text(a.shape))


def some(a):
    """One of these layouts, another one each time."""
    all = list(everywhere(a))
    return all[next(PICKS) % len(all)]


def operands(dtype, *shapes):
    """Every layout of random values of these shapes."""
    for shape in shapes:
        yield from layouts(sample(dtype, shape))
        if len(shape) > 1:
            yield stretched(dtype, shape)


def field(value):
    if value is None:
        return "n:"
    if isinstance(value, Array):
        return "a:" + value.text
    if isinstance(value, np.ndarray | np.generic):
        return "a:" + array_text(value)
    if isinstance(value, bool):
        return "b:" + str(value).lower()
    if isinstance(value, int):
        return f"i:{value}"
    if isinstance(value, float):
        return "d:" + value.hex()
    if isinstance(value, str):
        return "s:" + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    values = list(value)
    if any(isinstance(v, Array | np.ndarray | np.generic) for v in values):
        return "A:" + "&".join(field(v)[2:] for v in values)
    if any(isinstance(v, float) for v in values):
        return "D:" + ",".join(float(v).hex() for v in values)
    return "I:" + ",".join(map(str, values))


def plain(value):
    """The NumPy values behind the texts."""
    if isinstance(value, Array):
        return value.values
    if isinstance(value, list | tuple) and any(isinstance(v, Array) for v in value):
        return [plain(v) for v in value]
    return value


class Cases:
    """One file of cases."""

    def __init__(self, name):
        self.name, self.lines = name, []

    def add(self, function, *arguments, call, strides=False):
        """Runs `call` on the plain arguments and writes down what comes out. A tuple or list of
        arrays is a result of several arrays."""
        try:
            with np.errstate(all="ignore"):
                result = call(*map(plain, arguments))
            answer = [field(result)]
            if strides:
                answer.append(strides_text(result))
        except (ValueError, TypeError, IndexError, OverflowError, ZeroDivisionError) as e:
            words = str(e).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
            answer = [f"!{type(e).__name__}: {words}"]
        self.lines.append("\t".join([function, *map(field, arguments), "=", *answer]))

    def write(self, folder):
        data = ("\n".join(self.lines) + "\n").encode()
        path = pathlib.Path(folder) / (self.name + ".txt.gz")
        path.write_bytes(gzip.compress(data, 9, mtime=0))
        print(self.name, len(self.lines), "cases", path.stat().st_size, "bytes")


def strides_text(a):
    """In elements; those of axes without a second element are not promised."""
    return ",".join("*" if n < 2 or a.size == 0 else str(s // a.itemsize) for n, s in zip(a.shape, a.strides))
