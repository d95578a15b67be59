package io.lanewise.ndarray;

/// Walks the elements of an array in C order with their indices, and reads and writes them, without
/// an object for each. Source: `numpy.ndenumerate`.
///
/// ```java
/// ElementCursor cursor = Iterating.ndenumerate(a);
/// while (cursor.next()) {
///   if (cursor.getDouble() < 0) {
///     cursor.setDouble(cursor.index()[0]);
///   }
/// }
/// ```
public final class ElementCursor {
  private final NDArray array;
  private final DType dtype;
  private final Object base;
  private final IndexCursor cursor;

  ElementCursor(NDArray array) {
    this.array = array;
    this.dtype = array.dtype();
    this.base = array.storage().base();
    this.cursor = new IndexCursor(array.layout());
  }

  /// Goes to the next element, the first time to the first one; false where there is none.
  public boolean next() {
    return cursor.next();
  }

  /// The index of the element, in an array that the next step changes.
  public long[] index() {
    return cursor.index();
  }

  /// How many elements come before this one, in C order.
  public long flat() {
    return cursor.flat();
  }

  /// The element; see [NDArray#getDouble(long...)].
  public double getDouble() {
    return Elements.getDouble(dtype, base, cursor.position());
  }

  /// The element; see [NDArray#getLong(long...)].
  public long getLong() {
    return Elements.getLong(dtype, base, cursor.position());
  }

  /// The element, not zero being true.
  public boolean getBoolean() {
    return Elements.getBoolean(dtype, base, cursor.position());
  }

  /// The element as a complex number.
  public Complex getComplex() {
    return Elements.getComplex(dtype, base, cursor.position());
  }

  /// Writes the element; see [NDArray#setDouble(double, long...)].
  public void setDouble(double value) {
    array.requireWriteable();
    Elements.setDouble(dtype, base, cursor.position(), value);
  }

  /// Writes the element; see [NDArray#setLong(long, long...)].
  public void setLong(long value) {
    array.requireWriteable();
    Elements.setLong(dtype, base, cursor.position(), value);
  }

  /// Writes the element; see [NDArray#setComplex(Complex, long...)].
  public void setComplex(Complex value) {
    array.requireWriteable();
    Elements.setComplex(dtype, base, cursor.position(), value);
  }
}
