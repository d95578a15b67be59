package io.lanewise.linalg.kernel;

import java.util.Arrays;

/// The kernels in plain Java: the same sequence of operations per element as the lane kernels, for
/// a JVM without the incubator module and for the time before the lane loops are compiled.
///
/// The tile is walked in register blocks of 3 x 4 elements, twelve scalar chains, which hide the
/// latency of fma and read seven numbers for twelve operations.
public final class PlainKernels implements Kernels {
  /// Steps of k that all blocks of a tile take before the next ones: their parts of the panels stay
  /// in L1.
  private static final int DEPTH = 128;

  private final int doubleRows;
  private final int doubleColumns;
  private final int floatRows;
  private final int floatColumns;

  /// Kernels for a tile shape of their own, where no lanes share the packed panels.
  public PlainKernels() {
    this(6, 8, 6, 16);
  }

  /// Kernels for the tile shapes of a lane implementation, so that both work on the same panels.
  /// Columns are multiples of 4.
  PlainKernels(int doubleRows, int doubleColumns, int floatRows, int floatColumns) {
    this.doubleRows = doubleRows;
    this.doubleColumns = doubleColumns;
    this.floatRows = floatRows;
    this.floatColumns = floatColumns;
  }

  @Override
  public int doubleTileRows() {
    return doubleRows;
  }

  @Override
  public int doubleTileColumns() {
    return doubleColumns;
  }

  @Override
  public int floatTileRows() {
    return floatRows;
  }

  @Override
  public int floatTileColumns() {
    return floatColumns;
  }

  @Override
  public void tile(
      double[] a,
      int ao,
      double[] b,
      int bo,
      int ldb,
      int kc,
      double[] c,
      int co,
      int ldc,
      boolean accumulate) {
    int mr = doubleRows;
    int nr = doubleColumns;
    for (int p = 0; p < kc; p += DEPTH) {
      int steps = Math.min(DEPTH, kc - p);
      int from = bo + p * ldb;
      boolean add = accumulate || p > 0;
      for (int j = 0; j < nr; j += 4) {
        int i = 0;
        for (; i + 3 <= mr; i += 3) {
          int to = co + i * ldc + j;
          block(a, ao + p * mr + i, mr, b, from + j, ldb, steps, c, to, ldc, add);
        }
        for (; i < mr; i++) {
          int to = co + i * ldc + j;
          row(a, ao + p * mr + i, mr, b, from + j, ldb, steps, c, to, add);
        }
      }
    }
  }

  private static void row(
      double[] a,
      int ao,
      int mr,
      double[] b,
      int bo,
      int ldb,
      int kc,
      double[] c,
      int co,
      boolean accumulate) {
    double c0 = accumulate ? c[co] : 0;
    double c1 = accumulate ? c[co + 1] : 0;
    double c2 = accumulate ? c[co + 2] : 0;
    double c3 = accumulate ? c[co + 3] : 0;
    for (int p = 0; p < kc; p++) {
      int q = bo + p * ldb;
      double x = a[ao + p * mr];
      c0 = Fma.fma(x, b[q], c0);
      c1 = Fma.fma(x, b[q + 1], c1);
      c2 = Fma.fma(x, b[q + 2], c2);
      c3 = Fma.fma(x, b[q + 3], c3);
    }
    c[co] = c0;
    c[co + 1] = c1;
    c[co + 2] = c2;
    c[co + 3] = c3;
  }

  private static void block(
      double[] a,
      int ao,
      int mr,
      double[] b,
      int bo,
      int ldb,
      int kc,
      double[] c,
      int co,
      int ldc,
      boolean accumulate) {
    double c00 = 0, c01 = 0, c02 = 0, c03 = 0;
    double c10 = 0, c11 = 0, c12 = 0, c13 = 0;
    double c20 = 0, c21 = 0, c22 = 0, c23 = 0;
    int c1 = co + ldc;
    int c2 = c1 + ldc;
    if (accumulate) {
      c00 = c[co];
      c01 = c[co + 1];
      c02 = c[co + 2];
      c03 = c[co + 3];
      c10 = c[c1];
      c11 = c[c1 + 1];
      c12 = c[c1 + 2];
      c13 = c[c1 + 3];
      c20 = c[c2];
      c21 = c[c2 + 1];
      c22 = c[c2 + 2];
      c23 = c[c2 + 3];
    }
    for (int p = 0; p < kc; p++) {
      int q = bo + p * ldb;
      int r = ao + p * mr;
      double b0 = b[q];
      double b1 = b[q + 1];
      double b2 = b[q + 2];
      double b3 = b[q + 3];
      double a0 = a[r];
      c00 = Fma.fma(a0, b0, c00);
      c01 = Fma.fma(a0, b1, c01);
      c02 = Fma.fma(a0, b2, c02);
      c03 = Fma.fma(a0, b3, c03);
      double a1 = a[r + 1];
      c10 = Fma.fma(a1, b0, c10);
      c11 = Fma.fma(a1, b1, c11);
      c12 = Fma.fma(a1, b2, c12);
      c13 = Fma.fma(a1, b3, c13);
      double a2 = a[r + 2];
      c20 = Fma.fma(a2, b0, c20);
      c21 = Fma.fma(a2, b1, c21);
      c22 = Fma.fma(a2, b2, c22);
      c23 = Fma.fma(a2, b3, c23);
    }
    c[co] = c00;
    c[co + 1] = c01;
    c[co + 2] = c02;
    c[co + 3] = c03;
    c[c1] = c10;
    c[c1 + 1] = c11;
    c[c1 + 2] = c12;
    c[c1 + 3] = c13;
    c[c2] = c20;
    c[c2 + 1] = c21;
    c[c2 + 2] = c22;
    c[c2 + 3] = c23;
  }

  @Override
  public void tile(
      float[] a,
      int ao,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      int ldc,
      boolean accumulate) {
    int mr = floatRows;
    int nr = floatColumns;
    for (int p = 0; p < kc; p += DEPTH) {
      int steps = Math.min(DEPTH, kc - p);
      int from = bo + p * ldb;
      boolean add = accumulate || p > 0;
      for (int j = 0; j < nr; j += 4) {
        int i = 0;
        for (; i + 3 <= mr; i += 3) {
          int to = co + i * ldc + j;
          block(a, ao + p * mr + i, mr, b, from + j, ldb, steps, c, to, ldc, add);
        }
        for (; i < mr; i++) {
          int to = co + i * ldc + j;
          row(a, ao + p * mr + i, mr, b, from + j, ldb, steps, c, to, add);
        }
      }
    }
  }

  private static void row(
      float[] a,
      int ao,
      int mr,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      boolean accumulate) {
    float c0 = accumulate ? c[co] : 0;
    float c1 = accumulate ? c[co + 1] : 0;
    float c2 = accumulate ? c[co + 2] : 0;
    float c3 = accumulate ? c[co + 3] : 0;
    for (int p = 0; p < kc; p++) {
      int q = bo + p * ldb;
      float x = a[ao + p * mr];
      c0 = Fma.fma(x, b[q], c0);
      c1 = Fma.fma(x, b[q + 1], c1);
      c2 = Fma.fma(x, b[q + 2], c2);
      c3 = Fma.fma(x, b[q + 3], c3);
    }
    c[co] = c0;
    c[co + 1] = c1;
    c[co + 2] = c2;
    c[co + 3] = c3;
  }

  private static void block(
      float[] a,
      int ao,
      int mr,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      int ldc,
      boolean accumulate) {
    float c00 = 0f, c01 = 0f, c02 = 0f, c03 = 0f;
    float c10 = 0f, c11 = 0f, c12 = 0f, c13 = 0f;
    float c20 = 0f, c21 = 0f, c22 = 0f, c23 = 0f;
    int c1 = co + ldc;
    int c2 = c1 + ldc;
    if (accumulate) {
      c00 = c[co];
      c01 = c[co + 1];
      c02 = c[co + 2];
      c03 = c[co + 3];
      c10 = c[c1];
      c11 = c[c1 + 1];
      c12 = c[c1 + 2];
      c13 = c[c1 + 3];
      c20 = c[c2];
      c21 = c[c2 + 1];
      c22 = c[c2 + 2];
      c23 = c[c2 + 3];
    }
    for (int p = 0; p < kc; p++) {
      int q = bo + p * ldb;
      int r = ao + p * mr;
      float b0 = b[q];
      float b1 = b[q + 1];
      float b2 = b[q + 2];
      float b3 = b[q + 3];
      float a0 = a[r];
      c00 = Fma.fma(a0, b0, c00);
      c01 = Fma.fma(a0, b1, c01);
      c02 = Fma.fma(a0, b2, c02);
      c03 = Fma.fma(a0, b3, c03);
      float a1 = a[r + 1];
      c10 = Fma.fma(a1, b0, c10);
      c11 = Fma.fma(a1, b1, c11);
      c12 = Fma.fma(a1, b2, c12);
      c13 = Fma.fma(a1, b3, c13);
      float a2 = a[r + 2];
      c20 = Fma.fma(a2, b0, c20);
      c21 = Fma.fma(a2, b1, c21);
      c22 = Fma.fma(a2, b2, c22);
      c23 = Fma.fma(a2, b3, c23);
    }
    c[co] = c00;
    c[co + 1] = c01;
    c[co + 2] = c02;
    c[co + 3] = c03;
    c[c1] = c10;
    c[c1 + 1] = c11;
    c[c1 + 2] = c12;
    c[c1 + 3] = c13;
    c[c2] = c20;
    c[c2 + 1] = c21;
    c[c2 + 2] = c22;
    c[c2 + 3] = c23;
  }

  @Override
  public void dots(
      double[] x,
      int xo,
      double[] y,
      int yo,
      int ld,
      int count,
      int n,
      double[] out,
      int oo,
      int os,
      double[] sums) {
    for (int l = 0; l < count; l++) {
      out[oo + l * os] = dot(x, xo, y, yo + l * ld, n);
    }
  }

  private static double dot(double[] x, int xo, double[] y, int yo, int n) {
    int full = n & -8;
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    double s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    for (int i = 0; i < full; i += 8) {
      s0 = Fma.fma(x[xo + i], y[yo + i], s0);
      s1 = Fma.fma(x[xo + i + 1], y[yo + i + 1], s1);
      s2 = Fma.fma(x[xo + i + 2], y[yo + i + 2], s2);
      s3 = Fma.fma(x[xo + i + 3], y[yo + i + 3], s3);
      s4 = Fma.fma(x[xo + i + 4], y[yo + i + 4], s4);
      s5 = Fma.fma(x[xo + i + 5], y[yo + i + 5], s5);
      s6 = Fma.fma(x[xo + i + 6], y[yo + i + 6], s6);
      s7 = Fma.fma(x[xo + i + 7], y[yo + i + 7], s7);
    }
    double r = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    for (int i = full; i < n; i++) {
      r = Fma.fma(x[xo + i], y[yo + i], r);
    }
    return r;
  }

  @Override
  public void dots(
      float[] x,
      int xo,
      float[] y,
      int yo,
      int ld,
      int count,
      int n,
      float[] out,
      int oo,
      int os,
      float[] sums) {
    int full = n & -DotOrder.FLOAT_SUMS;
    for (int l = 0; l < count; l++) {
      int at = yo + l * ld;
      Arrays.fill(sums, 0, DotOrder.FLOAT_SUMS, 0f);
      for (int i = 0; i < full; i += DotOrder.FLOAT_SUMS) {
        for (int q = 0; q < DotOrder.FLOAT_SUMS; q++) {
          sums[q] = Fma.fma(x[xo + i + q], y[at + i + q], sums[q]);
        }
      }
      float r = DotOrder.tree(sums, 0);
      for (int i = full; i < n; i++) {
        r = Fma.fma(x[xo + i], y[at + i], r);
      }
      out[oo + l * os] = r;
    }
  }

  @Override
  public void sweep(
      double[] w,
      int base,
      int ld,
      int rows,
      int pivot,
      int columns,
      double[] c,
      double[] out,
      double[] sums) {
    int x = base + pivot * ld;
    int z = x + ld;
    for (int l = pivot + 1; l < columns; l++) {
      int y = base + l * ld;
      double cl = c[l];
      for (int i = 0; i < rows; i++) {
        w[y + i] = Fma.fma(w[x + i], cl, w[y + i]);
      }
      out[l] = dot(w, z, w, y, rows);
    }
  }

  @Override
  public void axpy(double x, double[] a, int ao, double[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Fma.fma(x, a[ao + i], y[yo + i]);
    }
  }

  @Override
  public void axpy(float x, float[] a, int ao, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = Fma.fma(x, a[ao + i], y[yo + i]);
    }
  }
}
