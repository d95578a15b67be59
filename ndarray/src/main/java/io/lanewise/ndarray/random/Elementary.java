package io.lanewise.ndarray.random;

/// The one place where random numbers meet elementary functions. They are those of [StrictMath],
/// whose results the Java specification fixes as those of fdlibm 5.3: a stream of random numbers
/// must be the same on every machine and in every release, and neither [Math], whose last digits
/// depend on the virtual machine, nor this library's own kernels, which may be improved, promise
/// that. **This decision is for ever.**
///
/// NumPy uses the C library's functions, which differ in the last digit from machine to machine.
/// Where they decide whether a candidate is taken, a difference there could in principle make
/// another choice; no test has seen it.
final class Elementary {
  private Elementary() {}

  static double log(double x) {
    return StrictMath.log(x);
  }

  static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  static double exp(double x) {
    return StrictMath.exp(x);
  }

  static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  static double pow(double x, double y) {
    return StrictMath.pow(x, y);
  }

  static double cos(double x) {
    return StrictMath.cos(x);
  }

  static double acos(double x) {
    return StrictMath.acos(x);
  }

  static float log(float x) {
    return (float) StrictMath.log(x);
  }

  static float log1p(float x) {
    return (float) StrictMath.log1p(x);
  }

  static float pow(float x, float y) {
    return (float) StrictMath.pow(x, y);
  }
}
