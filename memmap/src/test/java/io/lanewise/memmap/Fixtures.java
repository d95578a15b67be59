package io.lanewise.memmap;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The files that `make_npy_fixtures.py` made, and the arrays that are in them.
final class Fixtures {
  private static final double NAN = Double.NaN;

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no fixture " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The six values of a dtype, shape (2, 3).
  static NDArray values(DType dtype) {
    NDArray flat =
        switch (dtype) {
          case BOOL -> NDArray.of(true, false, false, true, true, false);
          case INT32 -> NDArray.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456, -7);
          case INT64 -> NDArray.of(0L, -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, -7);
          case FLOAT32 ->
              NDArray.of(0f, -0f, 1.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE);
          case FLOAT64 ->
              NDArray.of(0.0, -0.0, 1.5, NAN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
          case COMPLEX64 ->
              NDArray.ofComplex(
                  0f,
                  0f,
                  -0f,
                  1f,
                  1.5f,
                  -2f,
                  Float.NaN,
                  3f,
                  Float.POSITIVE_INFINITY,
                  -4f,
                  Float.MIN_VALUE,
                  7f);
          case COMPLEX128 ->
              NDArray.ofComplex(
                  0.0,
                  0.0,
                  -0.0,
                  1.0,
                  1.5,
                  -2.0,
                  NAN,
                  3.0,
                  Double.POSITIVE_INFINITY,
                  -4.0,
                  Double.MIN_VALUE,
                  7.0);
          default -> throw new IllegalArgumentException("no fixture of " + dtype);
        };
    return flat.reshape(2, 3);
  }

  /// The array in `<dtype>-<kind>.npy`.
  static NDArray array(DType dtype, String kind) {
    NDArray values = values(dtype);
    return switch (kind) {
      case "c", "swapped", "swapped-f", "version2", "version3" -> values;
      case "f" -> inFortranOrder(values);
      case "0d" -> values.get(1, 1);
      case "empty" -> values.get(":0");
      case "empty-f" -> NDArray.zeros(dtype, 3, 0, 2);
      case "1d" -> values.reshape(-1);
      default -> throw new IllegalArgumentException("no fixture " + kind);
    };
  }

  private static NDArray inFortranOrder(NDArray a) {
    return a.T().copy().T();
  }

  /// Every element as its bits, so that NaN and -0 count.
  static long[] bits(NDArray a) {
    NDArray flat = (a.dtype().isComplex() ? a.viewAsReal() : a).reshape(-1);
    long[] bits = new long[Math.toIntExact(flat.size())];
    for (int i = 0; i < bits.length; i++) {
      bits[i] =
          flat.dtype().isFloating() ? Double.doubleToLongBits(flat.getDouble(i)) : flat.getLong(i);
    }
    return bits;
  }
}
