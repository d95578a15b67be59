package io.lanewise.ufunc.math.scalar;

/// Division of floating-point numbers with a remainder, as Python has it: the exact remainder comes
/// first, and the quotient follows from it, so that a = b * floorDivide(a, b) + remainder(a, b) as
/// far as rounding allows. Generated kernels call it.
public final class FloatDivisions {
  private FloatDivisions() {}

  /// The exact remainder, which has the sign of `a`.
  public static double fmod(double a, double b) {
    return a % b;
  }

  /// See [#fmod(double, double)].
  public static float fmod(float a, float b) {
    return a % b;
  }

  /// The remainder with the sign of `b`, zeros too; NaN where `b` is 0.
  public static double remainder(double a, double b) {
    double rest = a % b;
    if (rest == 0) {
      return Math.copySign(0, b);
    }
    return rest < 0 != b < 0 ? rest + b : rest;
  }

  /// See [#remainder(double, double)].
  public static float remainder(float a, float b) {
    float rest = a % b;
    if (rest == 0) {
      return Math.copySign(0f, b);
    }
    return rest < 0 != b < 0 ? rest + b : rest;
  }

  /// The largest integer not above a / b; what a / b is where `b` is 0.
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      return a / b;
    }
    double rest = a % b;
    double quotient = (a - rest) / b;
    if (rest != 0 && rest < 0 != b < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /// See [#floorDivide(double, double)]; every step is rounded to float.
  public static float floorDivide(float a, float b) {
    if (b == 0) {
      return a / b;
    }
    float rest = a % b;
    float quotient = (a - rest) / b;
    if (rest != 0 && rest < 0 != b < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0f, a / b);
    }
    float floor = (float) Math.floor(quotient);
    return quotient - floor > 0.5f ? floor + 1 : floor;
  }
}
