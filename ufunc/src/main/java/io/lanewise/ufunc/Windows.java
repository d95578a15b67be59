package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.function.UnaryOperator;

/// Window functions of signal processing, 1-D float64 arrays of `m` points that are symmetric about
/// the middle. No points give an empty array, one point gives 1.
public final class Windows {
  private Windows() {}

  /// A triangle that is 0 at both ends. Source: `numpy.bartlett`.
  public static NDArray bartlett(long m) {
    return window(m, x -> x.abs().negative().add(1.0));
  }

  /// 0.42 + 0.5 cos(pi x) + 0.08 cos(2 pi x) for x from -1 to 1. Source: `numpy.blackman`.
  public static NDArray blackman(long m) {
    return window(m, x -> cosine(x, Math.PI, 0.5).add(0.42).add(cosine(x, 2 * Math.PI, 0.08)));
  }

  /// 0.54 + 0.46 cos(pi x) for x from -1 to 1. Source: `numpy.hamming`.
  public static NDArray hamming(long m) {
    return window(m, x -> cosine(x, Math.PI, 0.46).add(0.54));
  }

  /// 0.5 + 0.5 cos(pi x) for x from -1 to 1. Source: `numpy.hanning`.
  public static NDArray hanning(long m) {
    return window(m, x -> cosine(x, Math.PI, 0.5).add(0.5));
  }

  /// I0(beta sqrt(1 - x^2)) / I0(beta) for x from -1 to 1. Source: `numpy.kaiser`.
  public static NDArray kaiser(long m, double beta) {
    NDArray whole = Numbers.i0(NDArray.scalar(beta));
    return window(
        m, x -> Numbers.i0(x.square().negative().add(1.0).sqrt().multiply(beta)).divide(whole));
  }

  private static NDArray cosine(NDArray x, double angle, double size) {
    return x.multiply(angle).cos().multiply(size);
  }

  private static NDArray window(long m, UnaryOperator<NDArray> of) {
    if (m < 1) {
      return NDArray.empty(DType.FLOAT64, 0);
    }
    if (m == 1) {
      return NDArray.ones(1);
    }
    NDArray x = NDArray.arange(m).multiply(2.0).subtract(m - 1.0).divide(m - 1.0);
    return of.apply(x);
  }
}
