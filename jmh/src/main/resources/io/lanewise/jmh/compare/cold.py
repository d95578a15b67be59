"""The NumPy side of `./lanewise compare cold`: what ColdProbe.java does, in a fresh python3 process."""

import sys
import time

import numpy as np

FIRST, SHORT, WATCH_NANOS = 1_000_000, 10_000, 1_500_000_000


def call(name, n):
    random = np.random.default_rng(1)
    a = random.uniform(-9, 9, n)
    b = random.uniform(-9, 9, n)
    out = np.zeros(n)
    if name == "exp":
        return lambda: np.exp(a, out=out)
    return lambda: np.add(a, b, out=out)


def main(name, mode):
    if mode == "kernel":
        call(name, 1)()
    large = call(name, FIRST)
    start = time.perf_counter_ns()
    large()
    first = time.perf_counter_ns() - start
    small = call(name, SHORT)
    small()
    longest = 0
    before = time.perf_counter_ns()
    end = before + WATCH_NANOS
    while before < end:
        small()
        after = time.perf_counter_ns()
        longest = max(longest, after - before)
        before = after
    print(first, longest)


main(*sys.argv[1:])
