package io.lanewise.linalg.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A float32 matrix as the products see it: heap array or segment, an element offset and two
/// strides of any sign, zero included. It carries no shape; the products are told it.
public final class FloatMatrix {
  final float[] array;
  final MemorySegment segment;
  final long offset;
  final long rowStride;
  final long columnStride;

  private FloatMatrix(
      float[] array, MemorySegment segment, long offset, long rowStride, long columnStride) {
    this.array = array;
    this.segment = segment;
    this.offset = offset;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /// A view of a heap array.
  public static FloatMatrix of(float[] array, long offset, long rowStride, long columnStride) {
    return new FloatMatrix(array, null, offset, rowStride, columnStride);
  }

  /// A view of off-heap memory in native byte order; offset and strides count elements.
  public static FloatMatrix of(
      MemorySegment segment, long offset, long rowStride, long columnStride) {
    return new FloatMatrix(null, segment, offset, rowStride, columnStride);
  }

  /// The transposed view.
  public FloatMatrix transposed() {
    return new FloatMatrix(array, segment, offset, columnStride, rowStride);
  }

  FloatMatrix at(long row, long column) {
    long start = offset + row * rowStride + column * columnStride;
    return new FloatMatrix(array, segment, start, rowStride, columnStride);
  }

  float get(long row, long column) {
    long i = offset + row * rowStride + column * columnStride;
    return array != null ? array[(int) i] : segment.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i);
  }

  void set(long row, long column, float value) {
    long i = offset + row * rowStride + column * columnStride;
    if (array != null) {
      array[(int) i] = value;
    } else {
      segment.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i, value);
    }
  }

  /// A copy of the first `count` elements of the first column.
  public float[] column(int count) {
    float[] copy = new float[count];
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
  public void setColumn(float[] values) {
    for (int i = 0; i < values.length; i++) {
      set(i, 0, values[i]);
    }
  }
}
