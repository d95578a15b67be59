package io.lanewise.linalg.kernel;

/// The inner loops of the module. Two implementations give the same bits: [PlainKernels] in plain
/// Java and `LaneKernels` on the Vector API, which is loaded only where the incubator module is
/// present.
///
/// Every element of a tile is one chain of fma over k in order; every dot product is added in the
/// order of [DotOrder]. All arrays are heap arrays; strided, off-heap and transposed data is packed
/// before it comes here.
public interface Kernels {
  /// Rows of a float64 tile, and of the packed panels of A.
  int doubleTileRows();

  /// Columns of a float64 tile, and of the packed panels of B.
  int doubleTileColumns();

  /// Rows of a float32 tile.
  int floatTileRows();

  /// Columns of a float32 tile.
  int floatTileColumns();

  /// C (+)= A B for one tile: A is packed column by column of the tile; the rows of B and C have
  /// unit column stride and are `ldb` and `ldc` apart. Without `accumulate` the chains start from
  /// zero and C is not read.
  void tile(
      double[] a,
      int ao,
      double[] b,
      int bo,
      int ldb,
      int kc,
      double[] c,
      int co,
      int ldc,
      boolean accumulate);

  /// The same in float32.
  void tile(
      float[] a,
      int ao,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      int ldc,
      boolean accumulate);

  /// `out[oo + l * os] = x . y_l` for `count` vectors y_l of `n` elements, `ld` apart. `sums` is
  /// scratch of at least 32 elements.
  void dots(
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
      double[] sums);

  /// The same in float32, with scratch of at least 64 elements.
  void dots(
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
      float[] sums);

  /// One pass of a Householder reduction over columns of `rows` contiguous elements, `ld` apart in
  /// `w`: for every l in pivot+1 .. columns-1, `w_l = fma(x, c[l], w_l)` with x the pivot column,
  /// and then `out[l] = w_(pivot+1) . w_l` from the updated columns. `sums` is scratch of at least
  /// 32 elements.
  void sweep(
      double[] w,
      int base,
      int ld,
      int rows,
      int pivot,
      int columns,
      double[] c,
      double[] out,
      double[] sums);

  /// `y[i] = fma(x, a[i], y[i])` for `n` elements.
  void axpy(double x, double[] a, int ao, double[] y, int yo, int n);

  /// The same in float32.
  void axpy(float x, float[] a, int ao, float[] y, int yo, int n);
}
