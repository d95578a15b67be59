"""The NumPy side of `./lanewise compare`.

Reads requests from standard input and answers each with one line on standard output: `ok VALUE` or `error TEXT`. A request
is a line `VERB ARGUMENTS`; where its last argument is a count of lines, that many lines of Python follow.

    setup LINES         forgets the last case and runs the lines; `np` and `load` are there
    statement LINES     makes a loop of the lines, as timeit does, and answers its number
    time LOOP COUNT     runs a loop COUNT times and answers the nanoseconds
    value FILE LINES    evaluates the one line and writes its value to FILE as raw numbers in C order
    number LINES        evaluates the one line and answers it as a float
"""

import gc
import itertools
import os
import sys
import time

LOOP = """
def loop({names}):
    _start = _clock()
    for _ in _counts:
        {body}
    return _clock() - _start
"""


class Worker:
    def __init__(self, folder, np):
        self.folder = folder
        self.np = np
        self.names = {}
        self.loops = []

    def load(self, name, dtype, *shape):
        data = self.np.fromfile(os.path.join(self.folder, name), dtype)
        return data.reshape(shape) if shape else data

    def setup(self, source):
        self.loops = []
        self.names = {"np": self.np, "load": self.load}
        exec(source, self.names)
        self.names.pop("__builtins__", None)
        return ""

    def statement(self, source):
        """Every name of the case is a local of the loop, so a call costs what it costs inside a function."""
        names = ", ".join(["_counts", "_clock", *self.names])
        made = {}
        exec(LOOP.format(names=names, body=source.replace("\n", "\n        ")), made)
        self.loops.append(made["loop"])
        return len(self.loops) - 1

    def time(self, loop, count):
        counts = itertools.repeat(None, int(count))
        return self.loops[int(loop)](counts, time.perf_counter_ns, *self.names.values())

    def value(self, file, source):
        value = self.np.asarray(eval(source, dict(self.names)))
        self.np.ascontiguousarray(value).tofile(os.path.join(self.folder, file))
        return value.dtype.name

    def number(self, source):
        return float(eval(source, dict(self.names)))


def main():
    try:
        import numpy as np
    except ImportError as error:
        print("error", error, flush=True)
        return
    try:
        import scipy

        scipy_version = scipy.__version__
    except ImportError:
        scipy_version = "none"
    np.seterr(all="ignore")
    gc.disable()
    worker = Worker(sys.argv[1], np)
    print("ok", np.__version__, scipy_version, sys.version.split()[0], flush=True)
    for line in sys.stdin:
        verb, *arguments = line.split()
        try:
            if verb in ("setup", "statement", "value", "number"):
                lines = int(arguments.pop())
                arguments.append("".join(sys.stdin.readline() for _ in range(lines)).rstrip("\n"))
            print("ok", getattr(worker, verb)(*arguments), flush=True)
        except Exception as error:  # the other side decides what an error means
            print("error", type(error).__name__, str(error).replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
