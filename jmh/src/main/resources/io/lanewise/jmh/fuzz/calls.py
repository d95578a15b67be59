"""The NumPy side of `./lanewise fuzz ufunc`.

Reads batches from standard input: a line with the number of calls and then these, each one line of Python statements. A statement
`m = array(dtype, text)` makes a memory, the others take views of memories and set `r` to the results. The answer to a call is one
line with tabs between: the results as `dtype shape strides bytes`, strides in elements and bytes in base64, or `error TYPE: TEXT`;
then the bytes of each memory afterwards.
"""

import base64
import sys

import numpy as np

try:
    import scipy.special as sp
except ImportError:
    sp = None


def text(a):
    return base64.b64encode(np.ascontiguousarray(a).tobytes()).decode()


def numbers(values):
    return ",".join(map(str, values))


def describe(a):
    a = np.asarray(a)
    return f"{a.dtype} {numbers(a.shape)} {numbers(s // a.itemsize for s in a.strides)} {text(a)}"


def masked(r, where):
    """New results, which NumPy leaves undefined where the mask is not set, with 0 there."""
    results = tuple(map(np.asarray, r if isinstance(r, tuple) else (r,)))
    for a in results:
        np.copyto(a, a.dtype.type(0), where=~where)
    return results


def answer(statements):
    memories = []

    def array(dtype, data):
        memories.append(np.frombuffer(base64.b64decode(data), dtype).copy())
        return memories[-1]

    names = {"np": np, "sp": sp, "array": array, "masked": masked}
    try:
        exec(statements, names)
        r = names["r"]
        parts = [describe(a) for a in (r if isinstance(r, tuple) else (r,))]
    except Exception as e:  # the other side says whether it expected this
        parts = [f"error {type(e).__name__}: {' '.join(str(e).split())}"]
    return "\t".join([str(len(parts)), *parts, *map(text, memories)])


def main():
    np.seterr(all="ignore")
    print("ok", np.__version__ + (" with scipy" if sp else ""), flush=True)
    for line in sys.stdin:
        for call in [sys.stdin.readline() for _ in range(int(line))]:
            print(answer(call), flush=True)


main()
