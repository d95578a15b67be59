package io.lanewise.linalg.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A float64 matrix as the products see it: heap array or segment, an element offset and two
/// strides of any sign, zero included. It carries no shape; the products are told it.
public final class DoubleMatrix {
  final double[] array;
  final MemorySegment segment;
  final long offset;
  final long rowStride;
  final long columnStride;

  private DoubleMatrix(
      double[] array, MemorySegment segment, long offset, long rowStride, long columnStride) {
    this.array = array;
    this.segment = segment;
    this.offset = offset;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /// A view of a heap array.
  public static DoubleMatrix of(double[] array, long offset, long rowStride, long columnStride) {
    return new DoubleMatrix(array, null, offset, rowStride, columnStride);
  }

  /// A view of off-heap memory in native byte order; offset and strides count elements.
  public static DoubleMatrix of(
      MemorySegment segment, long offset, long rowStride, long columnStride) {
    return new DoubleMatrix(null, segment, offset, rowStride, columnStride);
  }

  /// The transposed view.
  public DoubleMatrix transposed() {
    return new DoubleMatrix(array, segment, offset, columnStride, rowStride);
  }

  DoubleMatrix at(long row, long column) {
    long start = offset + row * rowStride + column * columnStride;
    return new DoubleMatrix(array, segment, start, rowStride, columnStride);
  }

  double get(long row, long column) {
    long i = offset + row * rowStride + column * columnStride;
    return array != null
        ? array[(int) i]
        : segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i);
  }

  void set(long row, long column, double value) {
    long i = offset + row * rowStride + column * columnStride;
    if (array != null) {
      array[(int) i] = value;
    } else {
      segment.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i, value);
    }
  }

  /// A copy of the first `count` elements of the first column.
  public double[] column(int count) {
    double[] copy = new double[count];
    if (array != null && rowStride == 1) {
      System.arraycopy(array, (int) offset, copy, 0, count);
      return copy;
    }
    for (int i = 0; i < count; i++) {
      copy[i] = get(i, 0);
    }
    return copy;
  }

  /// Writes the first elements of the first column.
  public void setColumn(double[] values) {
    for (int i = 0; i < values.length; i++) {
      set(i, 0, values[i]);
    }
  }
}
