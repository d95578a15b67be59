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

  /// The number of an element, which may be counted from the end, from the start.
  private long checked(long index) {
    long size = array.size();
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException("index " + index + " is out of bounds for size " + size);
    }
    return index < 0 ? index + size : index;
  }

  /// The position in the storage of an element, which may be counted from the end.
  private long position(long index) {
    long rest = checked(index);
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
    check(index);
    if (array.isContiguous()) {
      NDArray chosen = array.reshape(-1).get(index);
      return chosen.base() == null ? chosen : chosen.copy();
    }
    NDArray positions = positions(index);
    long[] places = positions.toLongArray();
    Layout layout = array.layout();
    if (places.length == 0) {
      return NDArray.empty(array.dtype(), positions.shape());
    }
    long low = layout.low();
    for (int i = 0; i < places.length; i++) {
      places[i] = position(places[i]) - low;
    }
    NDArray memory = array.slice(low - layout.offset(), layout.high() - low + 1);
    return memory.get(Index.ints(NDArray.of(places).reshape(positions.shape())));
  }

  private void check(Index index) {
    if (index instanceof Index.At at) {
      checked(at.position());
    } else if (index instanceof Index.Positions positions) {
      for (long position : positions.positions().toLongArray()) {
        checked(position);
      }
    }
  }

  /// The positions that an index names, at the cost of those alone where it is no mask.
  private NDArray positions(Index index) {
    long size = array.size();
    return switch (index) {
      case Index.Slice slice -> {
        long[] positions = new long[Shapes.javaLength("flat", slice.count(size))];
        long first = slice.first(size);
        for (int i = 0; i < positions.length; i++) {
          positions[i] = first + i * slice.step();
        }
        yield NDArray.of(positions);
      }
      case Index.At at -> NDArray.scalar(at.position());
      case Index.Positions positions -> positions.positions();
      case Index.Mask mask -> NDArray.arange(size).get(mask);
      case Index.Ellipsis ellipsis -> NDArray.arange(size);
      case Index.NewAxis axis -> NDArray.arange(size).get(axis);
    };
  }

  /// Writes `values` in C order to the elements that an index names, from the beginning again where
  /// there are fewer; more than are needed are ignored, and no values write nothing.
  ///
  /// @throws IndexOutOfBoundsException if a position is out of range
  /// @throws ReadOnlyArrayException if the array is read-only
  public void set(Index index, NDArray values) {
    array.requireWriteable();
    check(index);
    NDArray positions = positions(index);
    if (values.size() > 0 && positions.size() > 0) {
      Indexing.put(array, positions, values);
    }
  }
}
