package io.lanewise.ndarray;

/// What can be said about an array's memory: NumPy's `a.flags`.
///
/// Axes of length 1 do not count, and an empty array is contiguous in both orders.
///
/// @param cContiguous whether elements follow each other in C order without gaps
/// @param fContiguous whether they do in Fortran order
/// @param ownData whether the array is no view of another
/// @param writeable whether elements may be written
public record Flags(boolean cContiguous, boolean fContiguous, boolean ownData, boolean writeable) {
  /// The flags of `a`.
  public static Flags of(NDArray a) {
    return new Flags(
        a.layout().isContiguousC(), a.layout().isContiguousF(), a.base() == null, a.isWriteable());
  }
}
