package io.lanewise.ndarray;

/// One complex number, for reading and writing single elements; arrays of them hold no such
/// objects.
///
/// @param real the real part
/// @param imag the imaginary part
public record Complex(double real, double imag) {
  /// As Python prints it, such as `(1+2j)`.
  @Override
  public String toString() {
    return Printer.python(Digits.ofDouble(real), Digits.ofDouble(imag), 1e16);
  }
}
