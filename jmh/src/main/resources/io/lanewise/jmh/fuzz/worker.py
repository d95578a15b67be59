"""The NumPy side of `./lanewise fuzz`.

Reads chains of statements from standard input and answers each with one line on standard output. A chain is a line with
the number of its statements and then these, each the number of the variable it changes, a tab and Python that works on the
list `v`. The answer to a statement is `dtype shape checksum` of that variable afterwards, or `error TYPE: TEXT`. Behind the last
one comes a line with the checksums of all variables, which shows what else has changed.
"""

import base64
import sys
import zlib

import numpy as np

EXPECTED = (ValueError, TypeError, IndexError, OverflowError, ZeroDivisionError)


def array(dtype, shape, text):
    data = np.frombuffer(base64.b64decode(text), dtype).copy()
    return data.reshape(shape)


def one_zero(a):
    return a + np.zeros((), a.dtype) if a.dtype.kind in "fc" else a


def parted(a, kth, axis):
    """Both sides of the k-th element sorted, each by itself, in C order."""
    rows = np.moveaxis(a, axis, -1)
    kth = kth + rows.shape[-1] if kth < 0 else kth
    parts = np.sort(rows[..., :kth]), rows[..., kth:kth + 1], np.sort(rows[..., kth + 1:])
    return np.ascontiguousarray(np.concatenate(parts, -1))


def checksum(a):
    a = np.array(a, order="C")
    if a.dtype.kind in "fc":
        parts = a.reshape(-1).view(a.real.dtype)
        parts[np.isnan(parts)] = np.nan  # all NaNs are one
    return zlib.crc32(a.tobytes())


def describe(a):
    return f"{a.dtype} {','.join(map(str, a.shape))} {checksum(a)}"


def main():
    np.seterr(all="ignore")
    print("ok", np.__version__, flush=True)
    for line in sys.stdin:
        names = {"np": np, "array": array, "one_zero": one_zero, "parted": parted, "v": [None] * 64}
        for _ in range(int(line)):
            target, _, statement = sys.stdin.readline().rstrip("\n").partition("\t")
            try:
                exec(statement, names)
                value = names["v"][int(target)] = np.asarray(names["v"][int(target)])
                print(describe(value), flush=True)
            except EXPECTED as e:
                print(f"error {type(e).__name__}: {' '.join(str(e).split())}", flush=True)
        print(" ".join(str(checksum(a)) for a in names["v"] if a is not None), flush=True)


main()
