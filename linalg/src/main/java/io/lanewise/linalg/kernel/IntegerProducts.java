package io.lanewise.linalg.kernel;

import java.util.Arrays;

/// Products of integer and boolean matrices in C order. Integers wrap; of booleans the sum is or,
/// the product and. Rows of C grow by multiples of rows of B, in blocks of B that stay in the
/// cache; both are copied to arrays of their own first, because C2 in JDK 25 vectorises such a loop
/// only where all arrays share one index.
public final class IntegerProducts {
  private static final int DEPTH = 64;
  private static final int WIDTH = 1_024;

  private IntegerProducts() {}

  /// C = A B, from a contiguous m x k matrix at `ao`, a k x n one at `bo`, into one at `co`.
  public static void multiply(
      int m, int n, int k, int[] a, int ao, int[] b, int bo, int[] c, int co) {
    Arrays.fill(c, co, co + m * n, 0);
    int[][] rows = new int[Math.min(DEPTH, k)][Math.min(WIDTH, n)];
    int[] sums = new int[Math.min(WIDTH, n)];
    for (int q = 0; q < k; q += DEPTH) {
      int depth = Math.min(DEPTH, k - q);
      for (int j = 0; j < n; j += WIDTH) {
        int width = Math.min(WIDTH, n - j);
        for (int p = 0; p < depth; p++) {
          System.arraycopy(b, bo + (q + p) * n + j, rows[p], 0, width);
        }
        for (int i = 0; i < m; i++) {
          System.arraycopy(c, co + i * n + j, sums, 0, width);
          for (int p = 0; p < depth; p++) {
            add(a[ao + i * k + q + p], rows[p], sums, width);
          }
          System.arraycopy(sums, 0, c, co + i * n + j, width);
        }
      }
    }
  }

  private static void add(int x, int[] row, int[] sums, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] += x * row[j];
    }
  }

  /// The same in 64 bits.
  public static void multiply(
      int m, int n, int k, long[] a, int ao, long[] b, int bo, long[] c, int co) {
    Arrays.fill(c, co, co + m * n, 0);
    long[][] rows = new long[Math.min(DEPTH, k)][Math.min(WIDTH, n)];
    long[] sums = new long[Math.min(WIDTH, n)];
    for (int q = 0; q < k; q += DEPTH) {
      int depth = Math.min(DEPTH, k - q);
      for (int j = 0; j < n; j += WIDTH) {
        int width = Math.min(WIDTH, n - j);
        for (int p = 0; p < depth; p++) {
          System.arraycopy(b, bo + (q + p) * n + j, rows[p], 0, width);
        }
        for (int i = 0; i < m; i++) {
          System.arraycopy(c, co + i * n + j, sums, 0, width);
          for (int p = 0; p < depth; p++) {
            add(a[ao + i * k + q + p], rows[p], sums, width);
          }
          System.arraycopy(sums, 0, c, co + i * n + j, width);
        }
      }
    }
  }

  private static void add(long x, long[] row, long[] sums, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] += x * row[j];
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
