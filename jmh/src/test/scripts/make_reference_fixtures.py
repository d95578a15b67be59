#!/usr/bin/env python3
"""Makes the true values to which ReferenceTest holds the double-double functions.

Run it as `python3 jmh/src/test/scripts/make_reference_fixtures.py`; it needs mpmath. It writes true_values.txt.gz into
jmh/src/test/resources/io/lanewise/jmh/accuracy/reference. The functions and their random arguments are those of `./lanewise accuracy`,
whose functions.py this imports.

A line is one point: the function, its arguments, the bits of the largest double not above the size of the true value, the part of the
way to the next one, and the sign.
"""

import gzip
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "jmh/src/main/resources/io/lanewise/jmh/accuracy"))

import functions  # noqa: E402

COUNT = 120
TARGET = ROOT / "jmh/src/test/resources/io/lanewise/jmh/accuracy/reference/true_values.txt.gz"


def line(function, args):
    at, sign = functions.position(functions.true_value(function, args))
    return " ".join([function.name, *map(repr, args), str(at >> 52), repr((at & 0xFFFFFFFFFFFFF) * 2.0**-52), repr(sign)])


def main():
    lines = [line(f, args) for f in functions.FUNCTIONS for args in functions.drawn(f, 0, COUNT)]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(len(lines), "points", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
