package io.lanewise.ndarray;

/// Elements of an array that an index names: what [NDArray#at] gives. They are read and written
/// through the array, which may change in between.
public final class Selection {
  private final NDArray array;
  private final Index[] index;

  Selection(NDArray array, Index... index) {
    this.array = array;
    this.index = index.clone();
  }

  /// The elements; see [NDArray#get(Index...)].
  public NDArray get() {
    return array.get(index);
  }

  /// Writes `value`, broadcast to the shape of the selection and converted to the array's dtype. Of
  /// two equal positions the later one counts. Everything is checked before anything is written.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws IndexOutOfBoundsException as [NDArray#get(Index...)]
  /// @throws BroadcastException if the shape of `value` does not fit
  public void set(NDArray value) {
    array.requireWriteable();
    if (AdvancedIndexing.isAdvanced(index)) {
      AdvancedIndexing.set(array, value, index);
    } else {
      array.get(index).set(value);
    }
  }

  /// Writes one value to all of them.
  ///
  /// @throws ReadOnlyArrayException if the array is read-only
  /// @throws ArithmeticException if an integer dtype cannot hold it
  public void fill(double value) {
    set(NDArray.full(array.dtype(), value));
  }

  /// The same with an integer, which no double need hold.
  public void fill(long value) {
    set(NDArray.full(array.dtype(), value));
  }
}
