package io.lanewise.ufunc.fft;

import static io.lanewise.ufunc.fft.FftNorm.BACKWARD;

import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ufunc.fft.engine.Transforms.Kind;
import java.util.stream.IntStream;

/// Discrete Fourier transforms. Source: `numpy.fft`.
///
/// The transform of x is `X[k] = sum over j of x[j] e^(-2 pi i j k / n)`; the inverse has the other
/// sign and, unless `norm` says otherwise, is divided by n. Inputs may have any dtype, layout and
/// memory. Results are new arrays with their axes in memory as the input has them, or `out`, which
/// may overlap the input: complex128, complex64 for float16, bfloat16, float32 and complex64; of
/// those functions that give real numbers float64, float32, or the input's own half precision. All
/// are computed in float64 and rounded once.
///
/// An `n` (or an `s` for several axes) other than an axis's length cuts the axis or continues it
/// with zeros. All functions throw
///
/// - [IllegalArgumentException] `Invalid number of FFT data points (0) specified.` if there is
///   nothing to transform, and if there are not as many lengths as axes,
/// - [AxisException] if there is no such axis,
/// - [NoLoopException] if those for real numbers are given complex ones,
/// - [ShapeException] if `out` has another shape than the result, and if the result or an axis of
///   more than 2^29 points does not fit a Java array,
/// - [CastingException] if the result does not become the dtype of `out` within its kind,
/// - [ReadOnlyArrayException] if `out` is read-only.
public final class Fft {
  /// As a length: that of the axis (`None` in NumPy, and -1 among lengths of several axes).
  public static final long WHOLE = -1;

  private static final int[] LAST_TWO = {-2, -1};

  private Fft() {}

  /// The discrete Fourier transform, along the last axis. Source: `numpy.fft.fft`.
  public static NDArray fft(NDArray a) {
    return fft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it the length of the axis.
  public static NDArray fft(NDArray a, long n) {
    return fft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray fft(NDArray a, long n, int axis) {
    return fft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray fft(NDArray a, long n, int axis, FftNorm norm) {
    return fft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray fft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("fft", a, null, false, n, axis, norm, out);
  }

  /// The inverse discrete Fourier transform, along the last axis. Source: `numpy.fft.ifft`.
  public static NDArray ifft(NDArray a) {
    return ifft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it the length of the axis.
  public static NDArray ifft(NDArray a, long n) {
    return ifft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray ifft(NDArray a, long n, int axis) {
    return ifft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray ifft(NDArray a, long n, int axis, FftNorm norm) {
    return ifft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray ifft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("ifft", a, null, true, n, axis, norm, out);
  }

  /// The first `n / 2 + 1` points of the transform of real numbers; the others are their
  /// conjugates, along the last axis. Source: `numpy.fft.rfft`.
  public static NDArray rfft(NDArray a) {
    return rfft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it the length of the axis.
  public static NDArray rfft(NDArray a, long n) {
    return rfft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray rfft(NDArray a, long n, int axis) {
    return rfft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray rfft(NDArray a, long n, int axis, FftNorm norm) {
    return rfft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray rfft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("rfft", a, Kind.REAL_TO_HALF, false, n, axis, norm, out);
  }

  /// The inverse of [#rfft(NDArray)]: the real numbers whose transform has these first `n / 2 + 1`
  /// points, along the last axis. Source: `numpy.fft.irfft`.
  public static NDArray irfft(NDArray a) {
    return irfft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it `2 (m - 1)` for an axis of length m.
  public static NDArray irfft(NDArray a, long n) {
    return irfft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray irfft(NDArray a, long n, int axis) {
    return irfft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray irfft(NDArray a, long n, int axis, FftNorm norm) {
    return irfft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray irfft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("irfft", a, Kind.HALF_TO_REAL, true, n, axis, norm, out);
  }

  /// The transform of a signal with Hermitian symmetry, given by its first `n / 2 + 1` points: real
  /// numbers, along the last axis. Source: `numpy.fft.hfft`.
  public static NDArray hfft(NDArray a) {
    return hfft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it `2 (m - 1)` for an axis of length m.
  public static NDArray hfft(NDArray a, long n) {
    return hfft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray hfft(NDArray a, long n, int axis) {
    return hfft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray hfft(NDArray a, long n, int axis, FftNorm norm) {
    return hfft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray hfft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("hfft", a, Kind.HALF_TO_REAL, false, n, axis, norm, out);
  }

  /// The inverse of [#hfft(NDArray)]: the first `n / 2 + 1` points of a signal with Hermitian
  /// symmetry, along the last axis. Source: `numpy.fft.ihfft`.
  public static NDArray ihfft(NDArray a) {
    return ihfft(a, WHOLE, -1, BACKWARD, null);
  }

  /// The same of `n` points; without it the length of the axis.
  public static NDArray ihfft(NDArray a, long n) {
    return ihfft(a, n, -1, BACKWARD, null);
  }

  /// The same along another axis.
  public static NDArray ihfft(NDArray a, long n, int axis) {
    return ihfft(a, n, axis, BACKWARD, null);
  }

  /// The same, normalised as `norm` says.
  public static NDArray ihfft(NDArray a, long n, int axis, FftNorm norm) {
    return ihfft(a, n, axis, norm, null);
  }

  /// The same, written to `out`; a new array if that is null.
  public static NDArray ihfft(NDArray a, long n, int axis, FftNorm norm, NDArray out) {
    return one("ihfft", a, Kind.REAL_TO_HALF, true, n, axis, norm, out);
  }

  /// The transform over several axes, the last first: all axes. Source: `numpy.fft.fftn`.
  public static NDArray fftn(NDArray a) {
    return fftn(a, null, allAxes(a), BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray fftn(NDArray a, long[] s, int... axes) {
    return fftn(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray fftn(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return complex("fftn", a, s, axes, false, norm, out);
  }

  /// The inverse of [#fftn(NDArray)]: all axes. Source: `numpy.fft.ifftn`.
  public static NDArray ifftn(NDArray a) {
    return ifftn(a, null, allAxes(a), BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray ifftn(NDArray a, long[] s, int... axes) {
    return ifftn(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray ifftn(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return complex("ifftn", a, s, axes, true, norm, out);
  }

  /// The transform of real numbers over several axes: [#rfft(NDArray)] over the last, then
  /// [#fft(NDArray)]: all axes. Source: `numpy.fft.rfftn`.
  public static NDArray rfftn(NDArray a) {
    return rfftn(a, null, allAxes(a), BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray rfftn(NDArray a, long[] s, int... axes) {
    return rfftn(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray rfftn(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return realForward("rfftn", a, s, axes, norm, out);
  }

  /// The inverse of [#rfftn(NDArray)]: [#ifft(NDArray)] over all axes but the last, then
  /// [#irfft(NDArray)]: all axes. Source: `numpy.fft.irfftn`.
  public static NDArray irfftn(NDArray a) {
    return irfftn(a, null, allAxes(a), BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray irfftn(NDArray a, long[] s, int... axes) {
    return irfftn(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray irfftn(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return realInverse("irfftn", a, s, axes, norm, out);
  }

  /// The transform over two axes: the last two axes. Source: `numpy.fft.fft2`.
  public static NDArray fft2(NDArray a) {
    return fft2(a, null, LAST_TWO, BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray fft2(NDArray a, long[] s, int... axes) {
    return fft2(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray fft2(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return complex("fft2", a, s, axes, false, norm, out);
  }

  /// The inverse of [#fft2(NDArray)]: the last two axes. Source: `numpy.fft.ifft2`.
  public static NDArray ifft2(NDArray a) {
    return ifft2(a, null, LAST_TWO, BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray ifft2(NDArray a, long[] s, int... axes) {
    return ifft2(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray ifft2(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return complex("ifft2", a, s, axes, true, norm, out);
  }

  /// The transform of real numbers over two axes: the last two axes. Source: `numpy.fft.rfft2`.
  public static NDArray rfft2(NDArray a) {
    return rfft2(a, null, LAST_TWO, BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray rfft2(NDArray a, long[] s, int... axes) {
    return rfft2(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray rfft2(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return realForward("rfft2", a, s, axes, norm, out);
  }

  /// The inverse of [#rfft2(NDArray)]: the last two axes. Source: `numpy.fft.irfft2`.
  public static NDArray irfft2(NDArray a) {
    return irfft2(a, null, LAST_TWO, BACKWARD, null);
  }

  /// The same over `axes`, with `s[i]` points along `axes[i]`; `s` is null for all lengths as they
  /// are.
  public static NDArray irfft2(NDArray a, long[] s, int... axes) {
    return irfft2(a, s, axes, BACKWARD, null);
  }

  /// The same, normalised as `norm` says, written to `out`; a new array if that is null.
  public static NDArray irfft2(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    return realInverse("irfft2", a, s, axes, norm, out);
  }

  private static NDArray one(
      String name,
      NDArray a,
      Kind kind,
      boolean inverse,
      long n,
      int axis,
      FftNorm norm,
      NDArray out) {
    FftCall call = new FftCall(name, a, inverse, norm);
    return call.then(kind == null ? call.kind() : kind, n, axis).run(out);
  }

  private static NDArray complex(
      String name, NDArray a, long[] s, int[] axes, boolean inverse, FftNorm norm, NDArray out) {
    long[] lengths = lengths(s, axes);
    FftCall call = new FftCall(name, a, inverse, norm);
    for (int i = axes.length - 1; i >= 0; i--) {
      call.then(call.kind(), lengths[i], axes[i]);
    }
    if (axes.length == 0) {
      // NumPy gives the array itself
      return a;
    }
    return call.run(out);
  }

  private static NDArray realForward(
      String name, NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    long[] lengths = lengths(s, axes);
    requireAxes(name, axes);
    FftCall call = new FftCall(name, a, false, norm);
    Kind kind = Kind.REAL_TO_HALF;
    for (int i = axes.length - 1; i >= 0; i--) {
      call.then(kind, lengths[i], axes[i]);
      kind = Kind.COMPLEX;
    }
    return call.run(out);
  }

  private static NDArray realInverse(
      String name, NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out) {
    long[] lengths = lengths(s, axes);
    requireAxes(name, axes);
    FftCall call = new FftCall(name, a, true, norm);
    int last = axes.length - 1;
    for (int i = 0; i < last; i++) {
      call.then(call.kind(), lengths[i], axes[i]);
    }
    // an axis of a given s is whole as it is, not as many points as its half stands for
    boolean given = s != null && lengths[last] == WHOLE;
    long n = given ? a.shape(axes[last]) : lengths[last];
    return call.then(Kind.HALF_TO_REAL, n, axes[last]).run(out);
  }

  private static long[] lengths(long[] s, int[] axes) {
    if (s == null) {
      return IntStream.range(0, axes.length).mapToLong(i -> WHOLE).toArray();
    }
    if (s.length != axes.length) {
      throw new IllegalArgumentException("Shape and axes have different lengths.");
    }
    return s;
  }

  private static void requireAxes(String name, int... axes) {
    if (axes.length == 0) {
      throw new IllegalArgumentException(name + ": there must be at least one axis");
    }
  }

  private static int[] allAxes(NDArray a) {
    return IntStream.range(0, a.ndim()).toArray();
  }

  /// The frequencies of the points of [#fft(NDArray)] in cycles a unit of the spacing: `0, 1, ..,
  /// (n - 1) / 2, -(n / 2), .., -1` over `n`; float64. Source: `numpy.fft.fftfreq`.
  ///
  /// @throws IllegalArgumentException if `n` is not positive
  public static NDArray fftfreq(long n) {
    return fftfreq(n, 1);
  }

  /// The same for points `d` apart.
  public static NDArray fftfreq(long n, double d) {
    NDArray result = rising("fftfreq", n, n);
    long positive = (n - 1) / 2 + 1;
    NDArray negative = NDArray.arange(-(n / 2), 0, 1);
    if (n > 1) {
      result.set(positive + ":", negative);
    }
    return result.multiply(1 / (n * d), result);
  }

  /// The frequencies of the points of [#rfft(NDArray)]: `0, 1, .., n / 2` over `n`; float64.
  /// Source: `numpy.fft.rfftfreq`.
  ///
  /// @throws IllegalArgumentException if `n` is not positive
  public static NDArray rfftfreq(long n) {
    return rfftfreq(n, 1);
  }

  /// The same for points `d` apart.
  public static NDArray rfftfreq(long n, double d) {
    NDArray result = rising("rfftfreq", n, n / 2 + 1);
    return result.multiply(1 / (n * d), result);
  }

  private static NDArray rising(String name, long n, long count) {
    if (n < 1) {
      throw new IllegalArgumentException(name + ": n must be positive, not " + n);
    }
    return NDArray.arange(count).astype(DType.FLOAT64);
  }

  /// The zero frequency moved to the middle of all axes; a copy. Source: `numpy.fft.fftshift`.
  public static NDArray fftshift(NDArray x) {
    return fftshift(x, allAxes(x));
  }

  /// The same along some axes.
  public static NDArray fftshift(NDArray x, int... axes) {
    return shift(x, axes, 1);
  }

  /// The reverse of [#fftshift(NDArray)], which differs for odd lengths; a copy. Source:
  /// `numpy.fft.ifftshift`.
  public static NDArray ifftshift(NDArray x) {
    return ifftshift(x, allAxes(x));
  }

  /// The same along some axes.
  public static NDArray ifftshift(NDArray x, int... axes) {
    return shift(x, axes, -1);
  }

  private static NDArray shift(NDArray x, int[] axes, int sign) {
    long[] shifts = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      shifts[i] = sign * (x.shape(axes[i]) / 2);
    }
    return Manipulation.roll(x, shifts, axes);
  }
}
