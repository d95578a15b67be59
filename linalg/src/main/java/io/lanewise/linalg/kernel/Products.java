package io.lanewise.linalg.kernel;

/// The products that decompositions are built of: C -= A B and C = A B on heap arrays, on the JVM's
/// kernels and threads.
public final class Products {
  /// Float64 products on this JVM's kernels.
  public static final DoubleGemm DOUBLE = new DoubleGemm(KernelChoice.KERNELS);

  /// Float32 products on this JVM's kernels.
  public static final FloatGemm FLOAT = new FloatGemm(KernelChoice.KERNELS);

  private Products() {}

  /// C = A B.
  static void assign(int m, int n, int k, DoubleMatrix a, DoubleMatrix b, DoubleMatrix c) {
    DOUBLE.multiply(m, n, k, a, b, false, false, c, PoolTasks.SHARED);
  }

  /// C -= A B.
  static void subtract(int m, int n, int k, DoubleMatrix a, DoubleMatrix b, DoubleMatrix c) {
    DOUBLE.multiply(m, n, k, a, b, true, true, c, PoolTasks.SHARED);
  }

  /// `y += x a` over n contiguous elements, by fma.
  static void axpy(double x, double[] a, int ao, double[] y, int yo, int n) {
    KernelChoice.KERNELS.axpy(x, a, ao, y, yo, n);
  }
}
