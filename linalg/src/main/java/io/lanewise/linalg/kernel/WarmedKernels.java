package io.lanewise.linalg.kernel;

import io.lanewise.ndarray.kernel.Twin;

/// Plain loops first, lanes when they are compiled and faster: a [Twin] for each family of kernels
/// that are used together. Both work on the same packed panels and give the same bits, so they may
/// change places in the middle of a product.
final class WarmedKernels implements Kernels {
  /// Multiply-adds that a plain loop does in about a nanosecond.
  private static final int PLAIN_RATE = 4;

  private final Kernels lanes;
  private final Twin<Kernels> doubleTile;
  private final Twin<Kernels> floatTile;
  private final Twin<Kernels> doubleDots;
  private final Twin<Kernels> floatDots;
  private final Twin<Kernels> sweeps;

  WarmedKernels(Kernels lanes) {
    this.lanes = lanes;
    Kernels plain =
        new PlainKernels(
            lanes.doubleTileRows(),
            lanes.doubleTileColumns(),
            lanes.floatTileRows(),
            lanes.floatTileColumns());
    doubleTile = twin("float64 products", plain, this::doubleTileTrial);
    floatTile = twin("float32 products", plain, this::floatTileTrial);
    doubleDots = twin("float64 vectors", plain, this::doubleDotsTrial);
    floatDots = twin("float32 vectors", plain, this::floatDotsTrial);
    sweeps = twin("Householder sweeps", plain, this::sweepTrial);
  }

  /// A short or a long call of one family on scratch.
  private interface Trial {
    void run(Kernels kernels, int n);
  }

  private Twin<Kernels> twin(String name, Kernels plain, Trial trial) {
    return new Twin<>(
        name,
        plain,
        () -> lanes,
        kernels -> {
          trial.run(kernels, 8);
          trial.run(kernels, 64);
        });
  }

  private static Kernels choose(Twin<Kernels> family, long multiplyAdds) {
    return family.get(multiplyAdds / PLAIN_RATE);
  }

  private final double[] doubles = new double[5 * 64 * 64];
  private final float[] floats = new float[5 * 64 * 64];

  private void doubleTileTrial(Kernels k, int n) {
    int half = doubles.length / 2;
    k.tile(
        doubles,
        0,
        doubles,
        0,
        k.doubleTileColumns(),
        n,
        doubles,
        half,
        k.doubleTileColumns(),
        (n & 8) == 0);
  }

  private void floatTileTrial(Kernels k, int n) {
    int half = floats.length / 2;
    k.tile(
        floats,
        0,
        floats,
        0,
        k.floatTileColumns(),
        n,
        floats,
        half,
        k.floatTileColumns(),
        (n & 8) == 0);
  }

  private void doubleDotsTrial(Kernels k, int n) {
    k.dots(doubles, 0, doubles, 64, 64, 7, n, doubles, 1024, 1, doubles2);
    k.axpy(0.5, doubles, 0, doubles, 2048, n);
  }

  private void floatDotsTrial(Kernels k, int n) {
    k.dots(floats, 0, floats, 64, 64, 7, 2 * n, floats, 1024, 1, floats2);
    k.axpy(0.5f, floats, 0, floats, 2048, 2 * n);
  }

  private final double[] doubles2 = new double[64];
  private final float[] floats2 = new float[64];

  private void sweepTrial(Kernels k, int n) {
    for (int columns = 2; columns <= 7; columns++) {
      k.sweep(doubles, 0, 64, n, 0, columns, doubles2, doubles2, doubles2);
    }
  }

  @Override
  public int doubleTileRows() {
    return lanes.doubleTileRows();
  }

  @Override
  public int doubleTileColumns() {
    return lanes.doubleTileColumns();
  }

  @Override
  public int floatTileRows() {
    return lanes.floatTileRows();
  }

  @Override
  public int floatTileColumns() {
    return lanes.floatTileColumns();
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
    choose(doubleTile, (long) kc * doubleTileRows() * doubleTileColumns())
        .tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
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
    choose(floatTile, (long) kc * floatTileRows() * floatTileColumns())
        .tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
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
    choose(doubleDots, (long) count * n).dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
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
    choose(floatDots, (long) count * n).dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
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
    choose(sweeps, 2L * (columns - pivot) * rows)
        .sweep(w, base, ld, rows, pivot, columns, c, out, sums);
  }

  @Override
  public void axpy(double x, double[] a, int ao, double[] y, int yo, int n) {
    choose(doubleDots, n).axpy(x, a, ao, y, yo, n);
  }

  @Override
  public void axpy(float x, float[] a, int ao, float[] y, int yo, int n) {
    choose(floatDots, n).axpy(x, a, ao, y, yo, n);
  }
}
