"""Writes NumPy's sums, means and variances, bit for bit, for SumFixturesTest.

Run from the project's root:  python3 ufunc/src/test/scripts/make_sum_fixtures.py
Data come from a counter-based generator that the test has, too, so only results are stored.
"""
import gzip
import numpy as np

OUT = "ufunc/src/test/resources/io/lanewise/ufunc/sums.txt.gz"


def data(seed, n, dtype):
    """Numbers of either sign whose magnitudes spread over 2^16, from SplitMix64 (Steele, Lea, Flood 2014)."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, n + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53 - 0.375
    scale = np.ldexp(1.0, (z & np.uint64(15)).astype(np.int64) - 8)
    return (unit * scale).astype(dtype)


def bits(values):
    values = np.atleast_1d(values)
    return [format(v, "x") for v in values.view(f"u{values.dtype.itemsize}").ravel()]


def lengths():
    rng = np.random.default_rng(20261121)
    fixed = list(range(0, 140)) + [255, 256, 257, 1023, 1024, 1025, 4095, 4096, 8191, 8192, 8193, 65535, 65536, 65537]
    random = sorted({int(x) for x in np.exp(rng.uniform(np.log(140), np.log(1e6), 400))})
    picked = fixed + random[:: max(1, len(random) // (399 - len(fixed)))]
    return sorted(set(picked))[:399] + [1_000_000]


def main():
    lines = [f"# NumPy {np.__version__}"]
    for n in lengths():
        for dtype in (np.float64, np.float32):
            for step in (1, -1, 2, -3) if n < 20_000 else (1, -2):
                x = data(n, n * abs(step), dtype)[::step]
                assert x.size == n
                with np.errstate(all="ignore"):
                    row = [np.sum(x), np.mean(x) if n else dtype(np.nan), np.var(x) if n else dtype(np.nan)]
                lines.append(f"1d {np.dtype(dtype).name} {n} {step} " + " ".join(bits(v)[0] for v in row))
    shapes = [(1, 1), (2, 3), (3, 2), (7, 5), (8, 8), (9, 130), (130, 9), (129, 3), (1000, 2), (300, 65), (65, 300), (17, 513), (513, 17), (2000, 33), (5, 2, 3), (4, 9, 10), (33, 20, 7), (3, 140, 20), (2, 3, 4, 5), (130, 5, 2, 3)]
    for shape in shapes:
        for dtype in (np.float64, np.float32):
            a = data(sum(shape), int(np.prod(shape)), dtype).reshape(shape)
            for axis in range(len(shape)):
                # the oracle along any axis: NumPy on that axis moved last and made contiguous
                m = np.ascontiguousarray(np.moveaxis(a, axis, -1))
                for name, r in (("sum", m.sum(-1)), ("mean", m.mean(-1)), ("var", m.var(-1))):
                    text = ",".join(str(s) for s in shape)
                    lines.append(f"{name} {np.dtype(dtype).name} {text} {axis} " + checksum(r))
            if len(shape) > 2:
                r = a.sum(axis=(1, 2)) if a.ndim == 3 else a.sum(axis=(2, 3))
                lines.append(f"sum2 {np.dtype(dtype).name} {','.join(map(str, shape))} {a.ndim - 2} " + checksum(r))
            lines.append(f"sumall {np.dtype(dtype).name} {','.join(map(str, shape))} 0 " + checksum(a.sum()))
            lines.append(f"sumallT {np.dtype(dtype).name} {','.join(map(str, shape))} 0 " + checksum(a.T.sum()))
    with gzip.GzipFile(OUT, "wb", mtime=0) as f:
        f.write(("\n".join(lines) + "\n").encode())
    print(len(lines), "lines")


def checksum(values):
    """A 64-bit polynomial checksum over the bits of all results."""
    h = 1469598103934665603
    for v in bits(np.ascontiguousarray(values)):
        h = ((h ^ int(v, 16)) * 1099511628211) & (2**64 - 1)
    return format(h, "x")


if __name__ == "__main__":
    main()
