package io.lanewise.docs;

import io.lanewise.memmap.MappedArray;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Noisy points of a decaying exponential in a mapped .npy file: row 0 holds x, row 1 holds y. They
/// are written through views of the mapping, block by block, and are never on the heap as a whole.
final class MappedPoints {
  /// y = b0 exp(-b1 x) + b2, with normal noise.
  static final double[] TRUTH = {2.5, 1.3, 0.5};

  static final double NOISE = 0.2;

  private static final double X_END = 4;
  private static final int BLOCK = 1 << 16;
  private static final long SEED = 20_000_000;

  private MappedPoints() {}

  /// Writes `n` points.
  static void write(Path path, long n) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] normal = new double[BLOCK];
    try (MappedArray file = MappedArray.createNpy(path, DType.FLOAT64, 2, n)) {
      for (long from = 0; from < n; from += BLOCK) {
        long end = Math.min(n, from + BLOCK);
        NDArray x = file.array().get("0, " + from + ":" + end);
        NDArray y = file.array().get("1, " + from + ":" + end);
        for (int i = 0; i < end - from; i++) {
          normal[i] = NOISE * random.nextGaussian();
        }
        x.set(NDArray.arange(from, end, 1));
        x.multiply(X_END / n, x);
        x.multiply(-TRUTH[1], y).exp(y);
        y.multiply(TRUTH[0], y).add(TRUTH[2], y);
        y.add(NDArray.of(normal).get(":" + (end - from)), y);
      }
    }
  }
}
