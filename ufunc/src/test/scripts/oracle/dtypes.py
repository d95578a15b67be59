"""Promotion and casting of dtypes."""

import itertools

import numpy as np

from .cases import ALL, COMPLEX, FLOATS, INTEGERS, array, sample

KINDS = ["no", "equiv", "safe", "same_kind", "unsafe"]
WHOLE = [0, 1, -1, 2, 127, 128, 255, 256, -128, -129, 2049, 32767, 32768, 65535, 2**24 + 1, 2**31 - 1, 2**31, 2**32 - 1,
         2**32, -(2**31), -(2**31) - 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, -(2**63)]
BROKEN = [0.0, -0.0, 0.5, 1.0, -1.0, 0.1, 2.0**24 + 1, 2.0**31, 2.0**31 - 1, -(2.0**31), 2.0**32, 2.0**53, 2.0**63, 2.0**64, -(2.0**63), 65504.0,
          65519.0, 65520.0, 1e19, 1e300, 1e-300, np.inf, -np.inf, np.nan]


def write(f):
    for a, b in itertools.product(ALL, ALL):
        f.add("promote_types", a, b, call=lambda a, b: str(np.promote_types(a, b)))
        for kind in KINDS:
            f.add("can_cast", a, b, kind, call=np.can_cast)
    for names in itertools.product(ALL, ALL, ALL):
        f.add("result_type", *names, call=lambda *names: str(np.result_type(*names)))
    for value in WHOLE[:-2]:
        if value < 2**63:
            f.add("min_scalar_type", value, call=lambda v: str(np.min_scalar_type(v)))
    for value in BROKEN:
        if value != 65519.0:
            f.add("min_scalar_type", value, call=lambda v: str(np.min_scalar_type(v)))
    for names in itertools.product(ALL, ALL):
        f.add("common_type", *names, call=lambda *names: np.dtype(np.common_type(*(np.zeros(1, n) for n in names))).name)
    for target in ALL:
        same = lambda a, to: a.astype(to, casting="same_value")
        for dtype in ALL:
            for a in (sample(dtype, (2, 3), small=True), sample(dtype, (5,)), sample(dtype, (0,))):
                f.add("same_value", array(a), target, call=same)
        for dtype, values in [(d, WHOLE) for d in INTEGERS] + [(d, BROKEN) for d in FLOATS + COMPLEX]:
            for value in values:
                if dtype == "float16" and value == 0 and np.signbit(value):
                    continue  # to an integer an error in NumPy, for float16 alone
                if target == "float16" and dtype != target and value == 65504:
                    continue  # an error in NumPy, although it is a float16
                try:
                    with np.errstate(all="ignore"):
                        one = np.array([value]).astype(dtype) if isinstance(value, float) else np.array([value], dtype)
                except OverflowError:
                    continue
                f.add("same_value", array(one), target, call=same)
        for dtype in COMPLEX:
            for value in (1 + 2j, 1 + 0j, 0.1 + 1j, complex(1, np.nan), 3 - 0j):
                f.add("same_value", array(np.array([value], dtype)), target, call=same)
