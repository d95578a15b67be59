"""Makes the .npy files that the tests read and compare with what Lanewise writes.

    python3 memmap/src/test/scripts/make_npy_fixtures.py

writes them beside the test resources of this module. Made with NumPy 2.4.6; any later version gives
the same bytes, as the format is fixed (numpy.lib.format).
"""

import io
import pathlib
import warnings

import numpy as np
from numpy.lib import format as npy

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent / "resources" / "io" / "lanewise" / "memmap"

VALUES = {
    "bool": [True, False, False, True, True, False],
    "int32": [0, -1, 2**31 - 1, -(2**31), 123456, -7],
    "int64": [0, -1, 2**63 - 1, -(2**63), 2**53 + 1, -7],
    "float32": [0.0, -0.0, 1.5, np.nan, np.inf, 1e-45],
    "float64": [0.0, -0.0, 1.5, np.nan, -np.inf, 5e-324],
    "complex64": [0, complex(-0.0, 1), 1.5 - 2j, complex(np.nan, 3), complex(np.inf, -4), complex(1e-45, 7)],
    "complex128": [0, complex(-0.0, 1), 1.5 - 2j, complex(np.nan, 3), complex(np.inf, -4), complex(5e-324, 7)],
}


def bytes_of(array, version=None):
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        npy.write_array(out, array, version=version)
    return out.getvalue()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, values in VALUES.items():
        a = np.array(values, dtype=name).reshape(2, 3)
        files = {
            "c": a,
            "f": np.asfortranarray(a),
            "0d": np.array(values[4], dtype=name),
            "empty": a[:0],
            "empty-f": np.zeros((3, 0, 2), dtype=name, order="F"),
            "1d": a.ravel(),
        }
        if a.dtype.itemsize > 1:
            files["swapped"] = a.astype(a.dtype.newbyteorder(">"))
            files["swapped-f"] = np.asfortranarray(files["swapped"])
        for kind, array in files.items():
            (FOLDER / f"{name}-{kind}.npy").write_bytes(bytes_of(array))
        for version in (2, 3):
            (FOLDER / f"{name}-version{version}.npy").write_bytes(bytes_of(a, (version, 0)))
    a = np.array(VALUES["float64"])
    (FOLDER / "longdouble.npy").write_bytes(bytes_of(a.astype("longdouble")))
    (FOLDER / "text.npy").write_bytes(bytes_of(np.array(["a", "bc"])))
    (FOLDER / "record.npy").write_bytes(bytes_of(np.zeros(2, dtype=[("x", "<f8"), ("n", "<i4")])))

    # the header of Python 2's long integers
    text = b"{'descr': '<f8', 'fortran_order': False, 'shape': (2L, 3L), }"
    head = b"\x93NUMPY\x01\x00"
    text += b" " * (-(len(head) + 2 + len(text) + 1) % 64) + b"\n"
    long = head + len(text).to_bytes(2, "little") + text
    (FOLDER / "float64-python2.npy").write_bytes(long + a.tobytes())

    # headers of every length over more than one line of 64 bytes, one a line: dtype, order, shape,
    # the header's length, its text
    lines = []
    shapes = [(), (0,), (7,), (1000,), (10**18,), (2, 3), (10**6, 10), (1, 2, 3)]
    shapes += [(3,) + (1,) * k for k in range(1, 40)]
    shapes += [(10**k, 5) for k in range(12)]
    for k, shape in enumerate(shapes):
        for fortran in (False, True):
            descr = np.dtype(list(VALUES)[k % len(VALUES)])
            out = io.BytesIO()
            npy.write_array_header_1_0(
                out,
                {
                    "descr": npy.dtype_to_descr(descr),
                    "fortran_order": fortran,
                    "shape": shape,
                },
            )
            header = out.getvalue()
            lengths = ",".join(map(str, shape))
            order = "F" if fortran else "C"
            lines.append(
                f"{descr.name} {order} [{lengths}] {len(header)} {header[10:].decode().rstrip()}"
            )
    (FOLDER / "headers.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
