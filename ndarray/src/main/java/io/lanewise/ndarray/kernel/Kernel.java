package io.lanewise.ndarray.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A compiled loop over the operands of a [Program]: inputs first, then outputs. Instances are
/// generated, stateless and safe for use by many threads; callers have checked bounds, types and
/// overlap.
///
/// An offset counts elements for an array and bytes for a segment. For a repeated operand (see
/// [Access#REPEATED]) a null base means that the offset holds the value's raw bits, so a scalar
/// argument costs no allocation.
public abstract class Kernel {
  /// Runs a kernel of two operands over `n` consecutive elements, `n` at least 1.
  public void flat2(Object a, long ao, Object b, long bo, int n) {
    throw new UnsupportedOperationException(getClass().getName() + " has not two operands");
  }

  /// Runs a kernel of three operands over `n` consecutive elements, `n` at least 1.
  public void flat3(Object a, long ao, Object b, long bo, Object c, long co, int n) {
    throw new UnsupportedOperationException(getClass().getName() + " has not three operands");
  }

  /// Runs over `rows` rows of `n` columns. `rowStep` is added to every offset after a row;
  /// `columnStep` is read by strided kernels only. Nothing is written to the arguments' arrays.
  public abstract void rows(
      Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n);

  /// The same by the loop that computes also what is seldom taken ([OpCode#SELDOM]), if there is
  /// one: the warming of lanes compiles both.
  public void completeRows(
      Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n) {
    rows(base, offset, rowStep, columnStep, rows, n);
  }

  // Plain tests of the type: a pattern switch allocates until it is compiled.

  /// A repeated FLOAT64 operand.
  public static double float64(Object base, long offset) {
    if (base == null) {
      return Double.longBitsToDouble(offset);
    }
    return base instanceof double[] array
        ? array[(int) offset]
        : ((MemorySegment) base).get(ValueLayout.JAVA_DOUBLE_UNALIGNED, offset);
  }

  /// A repeated FLOAT32 operand.
  public static float float32(Object base, long offset) {
    if (base == null) {
      return Float.intBitsToFloat((int) offset);
    }
    return base instanceof float[] array
        ? array[(int) offset]
        : ((MemorySegment) base).get(ValueLayout.JAVA_FLOAT_UNALIGNED, offset);
  }

  /// A repeated INT64 operand.
  public static long int64(Object base, long offset) {
    if (base == null) {
      return offset;
    }
    return base instanceof long[] array
        ? array[(int) offset]
        : ((MemorySegment) base).get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
  }

  /// A repeated INT32 operand.
  public static int int32(Object base, long offset) {
    if (base == null) {
      return (int) offset;
    }
    return base instanceof int[] array
        ? array[(int) offset]
        : ((MemorySegment) base).get(ValueLayout.JAVA_INT_UNALIGNED, offset);
  }

  /// A repeated BOOL operand.
  public static boolean bool(Object base, long offset) {
    if (base == null) {
      return offset != 0;
    }
    return base instanceof boolean[] array
        ? array[(int) offset]
        : ((MemorySegment) base).get(ValueLayout.JAVA_BYTE, offset) != 0;
  }
}
