package io.lanewise.ndarray;

/// Walks the indices of a shape in C order, without an object for each: [#index()] is one array
/// that [#next()] changes. Source: `numpy.ndindex`.
///
/// ```java
/// IndexCursor cursor = Iterating.ndindex(2, 3);
/// while (cursor.next()) {
///   double value = a.getDouble(cursor.index());
/// }
/// ```
public final class IndexCursor {
  private final long[] shape;
  private final long[] strides;
  private final long[] index;
  private final long size;
  private long position;
  private long done;

  IndexCursor(Layout layout) {
    this.shape = layout.shape();
    this.strides = layout.strides();
    this.index = new long[shape.length];
    this.size = layout.size();
    this.position = layout.offset();
  }

  /// Goes to the next index, the first time to the first one; false where there is none.
  public boolean next() {
    if (done >= size) {
      return false;
    }
    if (done++ == 0) {
      return true;
    }
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      position += strides[axis];
      if (++index[axis] < shape[axis]) {
        break;
      }
      position -= shape[axis] * strides[axis];
      index[axis] = 0;
    }
    return true;
  }

  /// The index, in an array that the next step changes; a caller that keeps it must copy it.
  public long[] index() {
    return index;
  }

  /// How many indices come before this one, in C order.
  public long flat() {
    return done - 1;
  }

  /// Where the element lies in the storage.
  long position() {
    if (done == 0) {
      throw new IllegalStateException("the cursor is before the first element; call next() first");
    }
    return position;
  }
}
