package io.lanewise.ndarray;

/// The elements of an array numbered in C order, whatever its layout. Source: `numpy.ndarray.flat`.
public final class FlatElements {
  private final NDArray array;

  FlatElements(NDArray array) {
    this.array = array;
  }

  /// The number of elements.
  public long size() {
    return array.size();
  }

  /// The position in the storage of an element, which may be counted from the end.
  private long position(long index) {
    long size = array.size();
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException("index " + index + " is out of bounds for size " + size);
    }
    long rest = index < 0 ? index + size : index;
    Layout layout = array.layout();
    long position = layout.offset();
    for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
      position += rest % layout.shape(axis) * layout.stride(axis);
      rest /= layout.shape(axis);
    }
    return position;
  }

  /// One element, counted from the end where `index` is negative; see [NDArray#getDouble(long...)].
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  public double getDouble(long index) {
    return Elements.getDouble(array.dtype(), array.storage().base(), position(index));
  }

  /// One element; see [#getDouble(long)].
  public long getLong(long index) {
    return Elements.getLong(array.dtype(), array.storage().base(), position(index));
  }

  /// One element, not zero being true; see [#getDouble(long)].
  public boolean getBoolean(long index) {
    return Elements.getBoolean(array.dtype(), array.storage().base(), position(index));
  }

  /// One element as a complex number; see [#getDouble(long)].
  public Complex getComplex(long index) {
    return Elements.getComplex(array.dtype(), array.storage().base(), position(index));
  }

  /// Writes one element; see [NDArray#setDouble(double, long...)].
  ///
  /// @throws IndexOutOfBoundsException if there is no such element
  /// @throws ReadOnlyArrayException if the array is read-only
  public void setDouble(double value, long index) {
    array.requireWriteable();
    Elements.setDouble(array.dtype(), array.storage().base(), position(index), value);
  }

  /// Writes one element; see [#setDouble(double, long)].
  public void setLong(long value, long index) {
    array.requireWriteable();
    Elements.setLong(array.dtype(), array.storage().base(), position(index), value);
  }

  /// Writes one element; see [#setDouble(double, long)].
  public void setComplex(Complex value, long index) {
    array.requireWriteable();
    Elements.setComplex(array.dtype(), array.storage().base(), position(index), value);
  }

  /// A copy of the elements that an index names: a slice, positions or a mask.
  ///
  /// @throws IndexOutOfBoundsException if a position is out of range
  public NDArray get(Index index) {
    NDArray positions = NDArray.arange(array.size()).get(index);
    return Indexing.take(array, positions);
  }

  /// Writes `values` in C order to the elements that an index names, from the beginning again where
  /// there are fewer; more than are needed are ignored, and no values write nothing.
  ///
  /// @throws IndexOutOfBoundsException if a position is out of range
  /// @throws ReadOnlyArrayException if the array is read-only
  public void set(Index index, NDArray values) {
    array.requireWriteable();
    NDArray positions = NDArray.arange(array.size()).get(index);
    if (values.size() > 0 && positions.size() > 0) {
      Indexing.put(array, positions, values);
    }
  }
}
