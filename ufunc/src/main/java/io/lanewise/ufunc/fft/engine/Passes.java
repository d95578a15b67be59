package io.lanewise.ufunc.fft.engine;

/// The inner loops of Fourier transforms, in two forms with the same bits: [PlainPasses] and, with
/// lanes, `io.lanewise.ufunc.fft.lanes.LanePasses`.
///
/// Numbers are split: real parts in one array, imaginary parts in another. Each pass is a step of
/// Stockham's autosort form of the fast Fourier transform (W. T. Cochran et al., What is the fast
/// Fourier transform?, Proc. IEEE 55, 1967; P. N. Swarztrauber, FFT algorithms for vector
/// computers, Parallel Computing 1, 1984): with radix r, `s` columns and `m` groups,
///
/// `y[s (r p + k) + q] = w^(p k) sum over j of x[s (m j + p) + q] e^(-2 pi i j k / r)`
///
/// for `q < s`, `p < m`, `k < r`, where `w = e^(-2 pi i / (r m))`. `s` is a multiple of 8, so a
/// vector is always full. `twiddles` holds, for p from 0 and k from 1 to r - 1, the cosine and the
/// sine of `2 pi p k / (r m)`; where `p = 0` nothing is multiplied.
public interface Passes {
  /// The columns of a pass are a multiple of this.
  int COLUMNS = 8;

  /// A pass with radix 2.
  void pass2(double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles);

  /// A pass with radix 3.
  void pass3(double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles);

  /// A pass with radix 4.
  void pass4(double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles);

  /// A pass with radix 5.
  void pass5(double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles);

  /// A pass with radix 8.
  void pass8(double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles);

  /// A pass with any odd radix: `cos` and `sin` hold the `radix` roots of unity, `scratch` has room
  /// for `2 radix` times [#COLUMNS] numbers.
  void passOdd(
      int radix,
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int s,
      int m,
      double[] twiddles,
      double[] cos,
      double[] sin,
      double[] scratch);

  /// `re[at + i] = a[from + 2 i]`, `im[at + i] = a[from + 2 i + 1]` for `i < n`.
  void split(double[] a, int from, int n, double[] re, double[] im, int at);

  /// `a[to + 2 i] = scale re[at + i]`, `a[to + 2 i + 1] = scale im[at + i]` for `i < n`.
  void join(double[] re, double[] im, int at, int n, double scale, double[] a, int to);

  /// Multiplies number `at + i` by `cos[from + i] - i sin[from + i]` for `i < n`.
  void rotate(double[] re, double[] im, int at, int n, double[] cos, double[] sin, int from);

  /// Multiplies number `at + i` by `(cos[from + i] - i sin[from + i]) (c - i s)` for `i < n`.
  void rotate(
      double[] re,
      double[] im,
      int at,
      int n,
      double[] cos,
      double[] sin,
      int from,
      double c,
      double s);

  /// Multiplies `n` numbers from `at` on by `c - i s`.
  void rotate(double[] re, double[] im, int at, int n, double c, double s);

  /// `y[to + yStep j + i] = x[from + xStep i + j]` for `i < rows`, `j < columns`.
  void transpose(
      double[] x, int from, int xStep, int rows, int columns, double[] y, int to, int yStep);
}
