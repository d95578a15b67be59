#!/usr/bin/env python3
"""Makes the reference values of the mathematical functions in float64.

Run it as `python3 ufunc/src/test/scripts/make_math_fixtures.py [FUNCTION]...`; it needs mpmath. It writes FUNCTION.bin.gz into
ufunc/src/test/resources/io/lanewise/ufunc/math. The functions, and where they are tried, are those of `./lanewise accuracy`, whose
functions.py this imports.

A file holds, big endian: the number of arguments and of kinds of draws (one byte each); the draws, for each argument of each kind
(one byte, two float64); the number of hard cases (int32); their arguments (float64); a code (uint16) for each hard case; a code (one
byte) for each of the 20,000 random cases, whose arguments come from SplitMix64 by the draws. Random cases that do not count have the
code 255.

A code stands for the true value v. The doubles of one sign are numbered by their bits; with n the number of the largest double not
above |v| and f the part of the way to the next one, p = floor(32 (n + f)), negative where v is; the code is p modulo the prime 65521 for
hard and 251 for random cases. So it tells a small error to 1/32 ULP, and a large one, such as a wrong exponent, nearly always.
"""

import gzip
import pathlib
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "jmh/src/main/resources/io/lanewise/jmh/accuracy"))

import functions  # noqa: E402

RANDOM = 20_000
HARD = 3_000
TARGET = ROOT / "ufunc/src/test/resources/io/lanewise/ufunc/math"


def code(function, args, prime):
    at, sign = functions.position(functions.true_value(function, args))
    return int(sign) * (at >> 47) % prime


def random_code(function, index):
    args = functions.random_arguments(function, index)
    return code(function, args, 251) if function.within(*args) else 255


def main(names):
    TARGET.mkdir(parents=True, exist_ok=True)
    for function in functions.FUNCTIONS:
        if names and function.name not in names:
            continue
        hard = functions.hard_arguments(function, HARD)
        data = struct.pack(">BB", function.arity, len(function.draws))
        data += b"".join(struct.pack(">sdd", kind.encode(), low, high) for draws in function.draws for kind, low, high in draws)
        data += struct.pack(">i", len(hard))
        data += b"".join(struct.pack(">d", v) for args in hard for v in args)
        data += b"".join(struct.pack(">H", code(function, args, 65521)) for args in hard)
        data += bytes(random_code(function, i) for i in range(RANDOM))
        path = TARGET / f"{function.name}.bin.gz"
        path.write_bytes(gzip.compress(data, 9, mtime=0))
        print(function.name, len(hard), "hard cases", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
