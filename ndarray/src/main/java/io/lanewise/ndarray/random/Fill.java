package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.Index.slice;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Fills arrays with random numbers in C order.
final class Fill {
  /// Elements drawn at a time for memory that is no Java array.
  private static final int CHUNK = 1 << 16;

  private Fill() {}

  /// Draws the elements `from` to `to - 1` of a Java array.
  interface Draws {
    void into(Object array, int from, int to);
  }

  static NDArray doubles(long[] shape, DoubleSupplier draw) {
    return run(NDArray.empty(DType.FLOAT64, shape), doubles(draw));
  }

  static Draws doubles(DoubleSupplier draw) {
    return (array, from, to) -> {
      double[] a = (double[]) array;
      for (int i = from; i < to; i++) {
        a[i] = draw.getAsDouble();
      }
    };
  }

  static NDArray longs(long[] shape, LongSupplier draw) {
    return run(
        NDArray.empty(DType.INT64, shape),
        (array, from, to) -> {
          long[] a = (long[]) array;
          for (int i = from; i < to; i++) {
            a[i] = draw.getAsLong();
          }
        });
  }

  /// Fills `out` and returns it.
  static NDArray run(NDArray out, Draws draws) {
    long size = out.size();
    Object array = out.storage().array();
    if (size == 0) {
      return out;
    }
    if (!out.isContiguous()) {
      out.set(run(NDArray.empty(out.dtype(), out.shape()), draws));
    } else if (array != null) {
      int from = (int) out.offset();
      draws.into(array, from, from + (int) size);
    } else {
      NDArray flat = out.reshape(-1);
      NDArray chunk = NDArray.empty(out.dtype(), Math.min(size, CHUNK));
      for (long at = 0; at < size; at += CHUNK) {
        long n = Math.min(CHUNK, size - at);
        draws.into(chunk.storage().array(), 0, (int) n);
        flat.get(slice(at, at + n)).set(chunk.get(slice(0, n)));
      }
    }
    return out;
  }

  /// Checks an array that a method was given for its result.
  static NDArray requireOut(NDArray out, DType dtype) {
    if (out.dtype() != dtype) {
      throw new IllegalArgumentException(
          "Supplied output array has the wrong type. Expected " + dtype + ", got " + out.dtype());
    }
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only");
    }
    return out;
  }

  /// Checks that a method has the two real types it can draw.
  static DType requireReal(DType dtype, String method) {
    if (dtype != DType.FLOAT64 && dtype != DType.FLOAT32) {
      throw new IllegalArgumentException("Unsupported dtype dtype('" + dtype + "') for " + method);
    }
    return dtype;
  }

  /// The number of elements of a result that must be a Java array.
  ///
  /// @throws ShapeException if there are more, or a length is negative
  static int javaSize(long[] shape) {
    return Shapes.javaLength("random numbers", Shapes.size(shape));
  }
}
