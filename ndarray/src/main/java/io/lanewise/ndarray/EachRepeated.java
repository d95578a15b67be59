package io.lanewise.ndarray;

/// Writes elements several times in a row. One loop for each type of Java array.
final class EachRepeated {
  private EachRepeated() {}

  /// Element `i` of the `n` from `from[at]` on as often as `counts[i]` says, to `to[toAt]` and on.
  static void write(Object from, int at, int n, long[] counts, Object to, int toAt) {
    switch (from) {
      case double[] a -> write(a, at, n, counts, (double[]) to, toAt);
      case float[] a -> write(a, at, n, counts, (float[]) to, toAt);
      case long[] a -> write(a, at, n, counts, (long[]) to, toAt);
      case int[] a -> write(a, at, n, counts, (int[]) to, toAt);
      case short[] a -> write(a, at, n, counts, (short[]) to, toAt);
      case byte[] a -> write(a, at, n, counts, (byte[]) to, toAt);
      default -> write((boolean[]) from, at, n, counts, (boolean[]) to, toAt);
    }
  }

  private static void write(double[] a, int at, int n, long[] counts, double[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      double value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(float[] a, int at, int n, long[] counts, float[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      float value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(long[] a, int at, int n, long[] counts, long[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      long value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(int[] a, int at, int n, long[] counts, int[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      int value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(short[] a, int at, int n, long[] counts, short[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      short value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(byte[] a, int at, int n, long[] counts, byte[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      byte value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }

  private static void write(boolean[] a, int at, int n, long[] counts, boolean[] b, int toAt) {
    int next = toAt;
    for (int i = 0; i < n; i++) {
      boolean value = a[at + i];
      int end = next + (int) counts[i];
      for (; next < end; next++) {
        b[next] = value;
      }
    }
  }
}
