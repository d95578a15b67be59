package io.lanewise.ndarray;

/// Conversion that keeps every value: converted back, each element is what it was.
final class SameValue {
  private SameValue() {}

  static NDArray astype(NDArray a, DType target) {
    NDArray result = a.astype(target);
    // as in NumPy, every number has a truth value
    boolean same =
        a.dtype() == target
            || target == DType.BOOL
            || (sameReal(a, result) && (!a.dtype().isComplex() || sameImaginary(a, result)));
    if (!same) {
      throw new CastingException(
          "could not cast 'same_value' " + a.dtype() + " to " + target + ": a value would change");
    }
    return result;
  }

  private static boolean sameReal(NDArray a, NDArray result) {
    NDArray from = a.real();
    NDArray to = result.real();
    return isSame(from, to.astype(from.dtype()))
        && !saturates(from, to)
        && !saturates(to, from)
        && !changesSign(from, to);
  }

  private static boolean sameImaginary(NDArray a, NDArray result) {
    NDArray kept = result.dtype().isComplex() ? result.imag() : NDArray.zeros(a.dtype().part());
    return isSame(a.imag(), kept.astype(a.dtype().part()));
  }

  private static boolean isSame(NDArray a, NDArray b) {
    NDArray bothNan = a.notEqual(a).multiply(b.notEqual(b));
    return a.equal(b).add(bothNan).all().getBoolean();
  }

  /// Whether a float is beyond all integers: saturated and rounded back it may look unchanged, as
  /// the power of two next to the largest one does, or an infinity.
  private static boolean saturates(NDArray floats, NDArray integers) {
    if (!floats.dtype().isFloating() || !integers.dtype().isInteger()) {
      return false;
    }
    int bits = 8 * integers.dtype().itemSize();
    double limit = Math.scalb(1.0, integers.dtype().kind() == DType.Kind.SIGNED ? bits - 1 : bits);
    NDArray values = floats.astype(DType.FLOAT64);
    return values.greaterEqual(limit).any().getBoolean() || values.less(-limit).any().getBoolean();
  }

  /// Whether a signed integer wraps to an unsigned one or back.
  private static boolean changesSign(NDArray from, NDArray to) {
    if (!from.dtype().isInteger() || !to.dtype().isInteger()) {
      return false;
    }
    return from.less(0).notEqual(to.less(0)).any().getBoolean();
  }
}
