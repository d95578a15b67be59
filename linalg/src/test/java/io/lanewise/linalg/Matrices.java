package io.lanewise.linalg;

import io.lanewise.ndarray.NDArray;
import java.util.Random;

/// The kinds of matrices that decompositions are tested with, as row-major doubles.
enum Matrices {
  /// Normally distributed elements.
  RANDOM {
    @Override
    double element(Random random, int i, int j, int n) {
      return random.nextGaussian();
    }
  },
  /// Rows and columns over sixteen orders of magnitude.
  GRADED {
    @Override
    double element(Random random, int i, int j, int n) {
      return random.nextGaussian() * Math.pow(10, -8.0 * (i + j) / n);
    }
  },
  /// The Hilbert matrix, singular to working accuracy from 13 columns on.
  HILBERT {
    @Override
    double element(Random random, int i, int j, int n) {
      return 1.0 / (i + j + 1);
    }
  };

  abstract double element(Random random, int i, int j, int n);

  NDArray of(int m, int n, long seed) {
    Random random = new Random(seed);
    double[] a = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = element(random, i, j, Math.max(m, n));
      }
    }
    return NDArray.of(a).reshape(m, n);
  }

  /// The greatest sum of magnitudes of a row of `x - y`.
  static double distance(NDArray x, NDArray y) {
    double[] a = x.toDoubleArray();
    double[] b = y.toDoubleArray();
    int n = (int) x.shape(x.ndim() - 1);
    double greatest = 0;
    for (int i = 0; i < a.length; i += n) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(a[i + j] - b[i + j]);
      }
      // a NaN must not pass for zero
      greatest = Math.max(greatest, sum);
    }
    return greatest;
  }

  static double size(NDArray x) {
    return distance(x, NDArray.zeros(x.dtype(), x.shape()));
  }
}
