package io.lanewise.ndarray;

/// Moves a rectangle of elements between two Java arrays of one type, with any steps. One pair of
/// loops for each type of Java array: the dtype does not matter to what only moves. Loops in which
/// one side is consecutive are apart: C2 then checks its range once, before the loop (10^6 float64
/// to every second place: 0.49 ms, 0.70 without).
final class Strided {
  /// Columns that a transposition takes at once, each with a statement of its own: 1.2 ns an
  /// element of 1000 x 1000 float64, where a loop over them takes 2.1, because C2 brackets every
  /// loop with two more.
  static final int STRIP = 8;

  private Strided() {}

  /// `rows` rows of `n` elements, from `from[at + row * rowStep + i * step]` to `to[toAt + row *
  /// toRowStep + i * toStep]`.
  static void move(
      Object from,
      int at,
      int rowStep,
      int step,
      Object to,
      int toAt,
      int toRowStep,
      int toStep,
      int rows,
      int n) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = toAt + row * toRowStep;
      switch (from) {
        case double[] a -> row(a, k, step, (double[]) to, m, toStep, n);
        case float[] a -> row(a, k, step, (float[]) to, m, toStep, n);
        case long[] a -> row(a, k, step, (long[]) to, m, toStep, n);
        case int[] a -> row(a, k, step, (int[]) to, m, toStep, n);
        case short[] a -> row(a, k, step, (short[]) to, m, toStep, n);
        case byte[] a -> row(a, k, step, (byte[]) to, m, toStep, n);
        default -> row((boolean[]) from, k, step, (boolean[]) to, m, toStep, n);
      }
    }
  }

  /// A block whose target is consecutive along its `n` columns, and its source along its rows.
  static void transpose(
      Object from,
      int at,
      int rowStep,
      int step,
      Object to,
      int toAt,
      int toRowStep,
      int rows,
      int n) {
    int left = 0;
    for (; left <= n - STRIP; left += STRIP) {
      int k = at + left * step;
      int m = toAt + left;
      switch (from) {
        case double[] a -> strip(a, k, rowStep, step, (double[]) to, m, toRowStep, rows);
        case float[] a -> strip(a, k, rowStep, step, (float[]) to, m, toRowStep, rows);
        case long[] a -> strip(a, k, rowStep, step, (long[]) to, m, toRowStep, rows);
        case int[] a -> strip(a, k, rowStep, step, (int[]) to, m, toRowStep, rows);
        case short[] a -> strip(a, k, rowStep, step, (short[]) to, m, toRowStep, rows);
        case byte[] a -> strip(a, k, rowStep, step, (byte[]) to, m, toRowStep, rows);
        default -> strip((boolean[]) from, k, rowStep, step, (boolean[]) to, m, toRowStep, rows);
      }
    }
    if (left < n) {
      move(from, at + left * step, rowStep, step, to, toAt + left, toRowStep, 1, rows, n - left);
    }
  }

  private static void row(double[] a, int at, int step, double[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      double[] a, int at, int rowStep, int step, double[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(float[] a, int at, int step, float[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      float[] a, int at, int rowStep, int step, float[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(long[] a, int at, int step, long[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      long[] a, int at, int rowStep, int step, long[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(int[] a, int at, int step, int[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      int[] a, int at, int rowStep, int step, int[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(short[] a, int at, int step, short[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      short[] a, int at, int rowStep, int step, short[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(byte[] a, int at, int step, byte[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      byte[] a, int at, int rowStep, int step, byte[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }

  private static void row(boolean[] a, int at, int step, boolean[] b, int to, int toStep, int n) {
    if (toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[at + i * step];
      }
    } else if (step == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[at + i * step];
      }
    }
  }

  private static void strip(
      boolean[] a, int at, int rowStep, int step, boolean[] b, int to, int toRowStep, int rows) {
    for (int row = 0; row < rows; row++) {
      int k = at + row * rowStep;
      int m = to + row * toRowStep;
      b[m] = a[k];
      b[m + 1] = a[k + step];
      b[m + 2] = a[k + 2 * step];
      b[m + 3] = a[k + 3 * step];
      b[m + 4] = a[k + 4 * step];
      b[m + 5] = a[k + 5 * step];
      b[m + 6] = a[k + 6 * step];
      b[m + 7] = a[k + 7 * step];
    }
  }
}
