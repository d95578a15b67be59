package io.lanewise.linalg.kernel;

import java.util.Arrays;

/// Products of integer and boolean matrices in C order. Integers wrap; of booleans the sum is or,
/// the product and. Rows of C grow by multiples of rows of B, which C2 vectorises, in blocks of B
/// that stay in the cache.
public final class IntegerProducts {
  private static final int DEPTH = 64;
  private static final int WIDTH = 1_024;

  private IntegerProducts() {}

  /// C = A B, from a contiguous m x k matrix at `ao`, a k x n one at `bo`, into one at `co`.
  public static void multiply(
      int m, int n, int k, int[] a, int ao, int[] b, int bo, int[] c, int co) {
    Arrays.fill(c, co, co + m * n, 0);
    for (int q = 0; q < k; q += DEPTH) {
      for (int j = 0; j < n; j += WIDTH) {
        int width = Math.min(WIDTH, n - j);
        for (int i = 0; i < m; i++) {
          for (int p = q; p < Math.min(q + DEPTH, k); p++) {
            row(a[ao + i * k + p], b, bo + p * n + j, c, co + i * n + j, width);
          }
        }
      }
    }
  }

  private static void row(int x, int[] b, int bo, int[] c, int co, int n) {
    for (int j = 0; j < n; j++) {
      c[co + j] += x * b[bo + j];
    }
  }

  /// The same in 64 bits.
  public static void multiply(
      int m, int n, int k, long[] a, int ao, long[] b, int bo, long[] c, int co) {
    Arrays.fill(c, co, co + m * n, 0);
    for (int q = 0; q < k; q += DEPTH) {
      for (int j = 0; j < n; j += WIDTH) {
        int width = Math.min(WIDTH, n - j);
        for (int i = 0; i < m; i++) {
          for (int p = q; p < Math.min(q + DEPTH, k); p++) {
            row(a[ao + i * k + p], b, bo + p * n + j, c, co + i * n + j, width);
          }
        }
      }
    }
  }

  private static void row(long x, long[] b, int bo, long[] c, int co, int n) {
    for (int j = 0; j < n; j++) {
      c[co + j] += x * b[bo + j];
    }
  }

  /// The same of booleans: whether any pair is true.
  public static void multiply(
      int m, int n, int k, boolean[] a, int ao, boolean[] b, int bo, boolean[] c, int co) {
    Arrays.fill(c, co, co + m * n, false);
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        if (a[ao + i * k + p]) {
          for (int j = 0; j < n; j++) {
            c[co + i * n + j] |= b[bo + p * n + j];
          }
        }
      }
    }
  }
}
