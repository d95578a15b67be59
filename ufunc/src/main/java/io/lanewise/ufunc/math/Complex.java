package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import java.util.Collections;
import java.util.List;

/// A complex number in a kernel's body, both parts FLOAT64: the functions of complex numbers
/// compute complex64 there too, and round once.
///
/// The functions with a period in the real direction are those with one in the imaginary direction,
/// of the number turned by a right angle: sin(z) = -i sinh(i z). As all of them are odd or even and
/// give conjugates for conjugates, turning comes down to exchanging the parts, which is exact for
/// zeros, infinities and NaN too.
///
/// @param real the real part
/// @param imag the imaginary part
public record Complex(Value real, Value imag) {
  /// The parts exchanged.
  Complex swapped() {
    return new Complex(imag, real);
  }

  /// This where `rare` does not hold; there the methods `nameReal` and `nameImag` of `owner`, which
  /// take the numbers' parts.
  Complex rare(Body b, Value rare, Class<?> owner, String name, Value... numbers) {
    return new Complex(
        rare(b, rare, real, owner, name + "Real", numbers),
        rare(b, rare, imag, owner, name + "Imag", numbers));
  }

  /// `part` where `rare` does not hold; there the method `name` of `owner`.
  static Value rare(Body b, Value rare, Value part, Class<?> owner, String name, Value... numbers) {
    List<LaneType> types = Collections.nCopies(numbers.length, LaneType.FLOAT64);
    return b.rare(rare, part, new ScalarFunction(owner, name, LaneType.FLOAT64, types), numbers);
  }
}
