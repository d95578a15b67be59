package io.lanewise.ufunc.fft;

/// Which of a transform and its inverse is divided by the number of points. Source: the `norm` of
/// `numpy.fft`.
public enum FftNorm {
  /// The inverse.
  BACKWARD,
  /// Both, by its square root.
  ORTHO,
  /// The transform.
  FORWARD;

  double scale(long n, boolean inverse) {
    return switch (this) {
      case ORTHO -> 1 / Math.sqrt(n);
      case BACKWARD -> inverse ? 1.0 / n : 1;
      case FORWARD -> inverse ? 1 : 1.0 / n;
    };
  }
}
