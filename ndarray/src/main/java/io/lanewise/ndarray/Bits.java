package io.lanewise.ndarray;

/// Bits packed into bytes along one axis.
final class Bits {
  private Bits() {}

  static NDArray pack(NDArray a, int axis, BitOrder order) {
    if (a.dtype() != DType.BOOL && !a.dtype().isInteger()) {
      throw new IllegalArgumentException(
          "packbits: Expected an input array of integer or boolean data type, not " + a.dtype());
    }
    NDArray last = Views.moveaxis(Views.atleast1d(a), axis, -1);
    long[] shape = last.shape();
    int n = Shapes.javaLength("packbits", shape[shape.length - 1]);
    boolean[] truth = Masks.truth(last);
    int width = Math.ceilDiv(n, 8);
    shape[shape.length - 1] = width;
    byte[] packed = new byte[Shapes.javaLength("packbits", Shapes.size(shape))];
    for (int i = 0; i < packed.length; i++) {
      int first = i / width * n + i % width * 8;
      int count = Math.min(8, n - i % width * 8);
      int bits = 0;
      for (int bit = 0; bit < count; bit++) {
        bits = bits << 1 | (truth[first + bit] ? 1 : 0);
      }
      bits <<= 8 - count;
      packed[i] = (byte) (order == BitOrder.BIG ? bits : Integer.reverse(bits) >>> 24);
    }
    return back(Creation.wrap(DType.UINT8, packed, packed.length), shape, axis);
  }

  static NDArray unpack(NDArray a, int axis, Long count, BitOrder order) {
    if (a.dtype() != DType.UINT8) {
      throw new IllegalArgumentException(
          "unpackbits: Expected an input array of unsigned byte data type, not " + a.dtype());
    }
    NDArray last = Views.moveaxis(Views.atleast1d(a), axis, -1);
    long[] shape = last.shape();
    int width = Shapes.javaLength("unpackbits", shape[shape.length - 1]);
    long n = 8L * width;
    if (count != null) {
      n = count >= 0 ? count : n + count;
      if (n < 0) {
        throw new IllegalArgumentException(
            "unpackbits: -count larger than number of elements: " + count + " of " + 8L * width);
      }
    }
    byte[] packed = new byte[Shapes.javaLength("unpackbits", last.size())];
    Creation.wrap(DType.UINT8, packed, packed.length).reshape(shape).set(last);
    shape[shape.length - 1] = n;
    byte[] bits = new byte[Shapes.javaLength("unpackbits", Shapes.size(shape))];
    int rows = n == 0 ? 0 : (int) (bits.length / n);
    for (int row = 0; row < rows; row++) {
      // a longer count than there are bits adds zeros
      for (int i = 0; i < Math.min(n, 8L * width); i++) {
        int bit = order == BitOrder.BIG ? 7 - i % 8 : i % 8;
        bits[(int) (row * n + i)] = (byte) (packed[row * width + i / 8] >> bit & 1);
      }
    }
    return back(Creation.wrap(DType.UINT8, bits, bits.length), shape, axis);
  }

  private static NDArray back(NDArray flat, long[] shape, int axis) {
    NDArray result = Views.moveaxis(flat.reshape(shape), -1, axis);
    return result.isContiguous() ? result : result.copy();
  }
}
