package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;

/// When two numbers count as one.
///
/// @param dtype whose last place
/// @param ulps units in the last place between them
/// @param scale the least size whose last place counts
/// @param zerosAlike whether signs of zeros do not count
record Nearness(DType dtype, double ulps, double scale, boolean zerosAlike) {
  boolean isApproximate() {
    return ulps > 0;
  }

  /// The same with more units in the last place.
  Nearness with(double more) {
    return new Nearness(dtype, ulps + more, scale, zerosAlike);
  }

  /// Whether `x` and `y`, parts of numbers of about `size`, count as one.
  boolean near(double x, double y, double size) {
    if (Double.doubleToLongBits(x) == Double.doubleToLongBits(y)) {
      return true;
    }
    if (x == y) {
      return zerosAlike || ulps > 0;
    }
    if (ulps == 0 || Double.isNaN(x) || Double.isNaN(y)) {
      return false;
    }
    double most = largest(dtype);
    double a = Math.clamp(x, -most, most);
    double b = Math.clamp(y, -most, most);
    return Math.abs(a - b) <= ulps * ulp(dtype, Math.max(Math.min(size, most), scale));
  }

  private static double largest(DType dtype) {
    return dtype == DType.FLOAT16
        ? 65_504
        : dtype == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  private static double ulp(DType dtype, double size) {
    return switch (dtype) {
      case FLOAT16 -> Math.max(0x1p-24, Math.scalb(1.0, Math.getExponent(size) - 10));
      case FLOAT32 -> Math.ulp((float) size);
      default -> Math.ulp(size);
    };
  }
}
