package io.lanewise.ndarray;

/// Masks as Java code reads them.
final class Selections {
  private Selections() {}

  /// The truth of each element in C order, in an array of its own.
  static boolean[] truth(NDArray a) {
    boolean[] result = new boolean[Shapes.javaLength("index", a.size())];
    NDArray flags = Creation.wrap(DType.BOOL, result, result.length);
    flags.reshape(a.shape()).set(a);
    return result;
  }

  /// The positions of the true elements of a 1-D mask.
  static long[] truePositions(NDArray mask) {
    return (long[]) Masks.nonzero(mask)[0].storage().array();
  }

  /// The elements of an integer array in C order.
  ///
  /// @throws IndexingException if it is none
  static long[] integers(NDArray a) {
    if (!a.dtype().isInteger() && a.size() > 0) {
      throw new IndexingException(
          "arrays used as indices must be of integer (or boolean) type, not " + a.dtype());
    }
    long[] result = new long[Shapes.javaLength("index", a.size())];
    NDArray.of(result).reshape(a.shape()).set(a);
    return result;
  }
}
