package io.lanewise.optimize;

/// Sums in a fixed order: eight running sums, combined as a tree, so that the loop has no chain of
/// dependent additions and the bits depend on nothing but the data and the length.
final class Sums {
  private Sums() {}

  /// The sum of squares of `count` numbers from `a[offset]` on.
  static double squares(double[] a, int offset, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = offset;
    int end = offset + count;
    for (; i <= end - 8; i += 8) {
      s0 += a[i] * a[i];
      s1 += a[i + 1] * a[i + 1];
      s2 += a[i + 2] * a[i + 2];
      s3 += a[i + 3] * a[i + 3];
      s4 += a[i + 4] * a[i + 4];
      s5 += a[i + 5] * a[i + 5];
      s6 += a[i + 6] * a[i + 6];
      s7 += a[i + 7] * a[i + 7];
    }
    double tail = 0;
    for (; i < end; i++) {
      tail += a[i] * a[i];
    }
    return (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7))) + tail;
  }

  /// The Euclidean norm, safe from overflow and underflow of the squares.
  static double norm(double[] a) {
    double largest = 0;
    for (double v : a) {
      largest = Math.max(largest, Math.abs(v));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double total = 0;
    for (double v : a) {
      double u = v / largest;
      total += u * u;
    }
    return largest * Math.sqrt(total);
  }

  static double dot(double[] a, double[] b) {
    double total = 0;
    for (int i = 0; i < a.length; i++) {
      total += a[i] * b[i];
    }
    return total;
  }
}
