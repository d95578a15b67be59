package io.lanewise.linalg.lanes;

// The kernels on the Vector API. This package alone imports the incubator module; it is reached by
// name from KernelChoice, so that the rest of the module loads without it.

import io.lanewise.linalg.kernel.DotOrder;
import io.lanewise.linalg.kernel.Kernels;
import jdk.incubator.vector.DoubleVector;

/// Chooses the tile shape by the number of vector registers: 12 x 2 lanes where there are 32
/// (AVX-512, Arm), 5 x 2 lanes where there are 16.
public final class LaneKernels implements Kernels {
  private static final int BITS = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
  private static final boolean MANY_REGISTERS =
      BITS == 512 || System.getProperty("os.arch").equals("aarch64");

  /// Refuses a machine whose vectors are neither 128, 256 nor 512 bits long.
  public LaneKernels() {
    if (BITS != 128 && BITS != 256 && BITS != 512) {
      throw new UnsupportedOperationException("no lane kernels for vectors of " + BITS + " bits");
    }
  }

  @Override
  public int doubleTileRows() {
    return MANY_REGISTERS ? DoubleTile12x2.ROWS : DoubleTile5x2.ROWS;
  }

  @Override
  public int doubleTileColumns() {
    return DoubleTile12x2.COLUMNS;
  }

  @Override
  public int floatTileRows() {
    return MANY_REGISTERS ? FloatTile12x2.ROWS : FloatTile5x2.ROWS;
  }

  @Override
  public int floatTileColumns() {
    return FloatTile12x2.COLUMNS;
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
    if (MANY_REGISTERS) {
      DoubleTile12x2.run(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    } else {
      DoubleTile5x2.run(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    }
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
    if (MANY_REGISTERS) {
      FloatTile12x2.run(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    } else {
      FloatTile5x2.run(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    }
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
    int full = n & -DotOrder.DOUBLE_SUMS;
    int l = 0;
    for (; l + 4 <= count; l += 4) {
      int at = yo + l * ld;
      DoubleDotLanes.four(x, xo, y, at, ld, full, sums);
      for (int q = 0; q < 4; q++) {
        out[oo + (l + q) * os] =
            finish(x, xo, y, at + q * ld, full, n, DotOrder.tree(sums, q * DotOrder.DOUBLE_SUMS));
      }
    }
    for (; l < count; l++) {
      int at = yo + l * ld;
      DoubleDotLanes.one(x, xo, y, at, full, sums);
      out[oo + l * os] = finish(x, xo, y, at, full, n, DotOrder.tree(sums, 0));
    }
  }

  private static double finish(
      double[] x, int xo, double[] y, int yo, int from, int n, double sum) {
    double r = sum;
    for (int i = from; i < n; i++) {
      r = Math.fma(x[xo + i], y[yo + i], r);
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
    int l = 0;
    for (; l + 4 <= count; l += 4) {
      int at = yo + l * ld;
      FloatDotLanes.four(x, xo, y, at, ld, full, sums);
      for (int q = 0; q < 4; q++) {
        out[oo + (l + q) * os] =
            finish(x, xo, y, at + q * ld, full, n, DotOrder.tree(sums, q * DotOrder.FLOAT_SUMS));
      }
    }
    for (; l < count; l++) {
      int at = yo + l * ld;
      FloatDotLanes.one(x, xo, y, at, full, sums);
      out[oo + l * os] = finish(x, xo, y, at, full, n, DotOrder.tree(sums, 0));
    }
  }

  private static float finish(float[] x, int xo, float[] y, int yo, int from, int n, float sum) {
    float r = sum;
    for (int i = from; i < n; i++) {
      r = Math.fma(x[xo + i], y[yo + i], r);
    }
    return r;
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
    int full = rows & -DotOrder.DOUBLE_SUMS;
    int x = base + pivot * ld;
    int z = x + ld;
    int first = pivot + 1;
    int led = Math.min(4, columns - first);
    switch (led) {
      case 1 -> SweepLanes.lead0(w, x, z, ld, full, c, first, sums);
      case 2 -> SweepLanes.lead1(w, x, z, ld, full, c, first, sums);
      case 3 -> SweepLanes.lead2(w, x, z, ld, full, c, first, sums);
      default -> SweepLanes.lead3(w, x, z, ld, full, c, first, sums);
    }
    for (int i = full; i < rows; i++) {
      w[z + i] = Math.fma(w[x + i], c[first], w[z + i]);
    }
    out[first] = finish(w, z, w, z, full, rows, DotOrder.tree(sums, 0));
    for (int q = 1; q < led; q++) {
      out[first + q] =
          tail(w, x, z, z + q * ld, full, rows, c[first + q], DotOrder.tree(sums, 8 * q));
    }
    int l = first + led;
    for (; l + 4 <= columns; l += 4) {
      int y = base + l * ld;
      SweepLanes.follow4(w, x, z, y, ld, full, c, l, sums);
      for (int q = 0; q < 4; q++) {
        out[l + q] = tail(w, x, z, y + q * ld, full, rows, c[l + q], DotOrder.tree(sums, 8 * q));
      }
    }
    for (; l < columns; l++) {
      int y = base + l * ld;
      SweepLanes.follow1(w, x, z, y, full, c, l, sums);
      out[l] = tail(w, x, z, y, full, rows, c[l], DotOrder.tree(sums, 0));
    }
  }

  private static double tail(
      double[] w, int x, int z, int y, int from, int rows, double c, double sum) {
    double r = sum;
    for (int i = from; i < rows; i++) {
      w[y + i] = Math.fma(w[x + i], c, w[y + i]);
      r = Math.fma(w[z + i], w[y + i], r);
    }
    return r;
  }

  @Override
  public void axpy(double x, double[] a, int ao, double[] y, int yo, int n) {
    for (int i = AxpyLanes.run(x, a, ao, y, yo, n); i < n; i++) {
      y[yo + i] = Math.fma(x, a[ao + i], y[yo + i]);
    }
  }

  @Override
  public void axpy(float x, float[] a, int ao, float[] y, int yo, int n) {
    for (int i = AxpyLanes.run(x, a, ao, y, yo, n); i < n; i++) {
      y[yo + i] = Math.fma(x, a[ao + i], y[yo + i]);
    }
  }
}
