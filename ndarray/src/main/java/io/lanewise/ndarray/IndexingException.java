package io.lanewise.ndarray;

/// An index that does not fit the array or is malformed.
public final class IndexingException extends IndexOutOfBoundsException {
  private static final long serialVersionUID = 1L;

  public IndexingException(String message) {
    super(message);
  }

  /// Of an element, which needs one index for each axis.
  static IndexingException notOneForEachAxis(int ndim, int indexed) {
    if (indexed < ndim) {
      return new IndexingException(
          "an element of a "
              + ndim
              + "-dimensional array needs "
              + ndim
              + " indices, not "
              + indexed);
    }
    return tooMany(ndim, indexed);
  }

  static IndexingException tooMany(int ndim, int indexed) {
    return new IndexingException(
        "too many indices for array: array is "
            + ndim
            + "-dimensional, but "
            + indexed
            + " were indexed");
  }
}
