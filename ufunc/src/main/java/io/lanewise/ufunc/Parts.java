package io.lanewise.ufunc;

import io.lanewise.ndarray.kernel.Body.Value;

/// A complex number in a kernel's body.
///
/// @param real the real part; alone it is a real number or a bool
/// @param imag the imaginary part, or null
record Parts(Value real, Value imag) {
  static Parts real(Value value) {
    return new Parts(value, null);
  }
}
