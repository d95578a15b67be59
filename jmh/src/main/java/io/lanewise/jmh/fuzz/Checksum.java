package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// What both sides say of an array: dtype, shape and a checksum of its elements in C order, all
/// NaNs made one.
final class Checksum {
  private Checksum() {}

  static String describe(NDArray a) {
    String shape =
        Arrays.stream(a.shape()).mapToObj(Long::toString).collect(Collectors.joining(","));
    return a.dtype() + " " + shape + " " + of(a);
  }

  static long of(NDArray a) {
    Object elements = a.copy().storage().array();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(a.size() * a.dtype().itemSize()))
            .order(ByteOrder.LITTLE_ENDIAN);
    switch (elements) {
      case boolean[] e -> {
        for (boolean flag : e) {
          bytes.put((byte) (flag ? 1 : 0));
        }
      }
      case byte[] e -> bytes.put(e);
      case short[] e -> {
        for (short value : e) {
          boolean nan = a.dtype().isFloating() && Float.isNaN(Float.float16ToFloat(value));
          bytes.putShort(nan ? (short) 0x7e00 : value);
        }
      }
      case int[] e -> bytes.asIntBuffer().put(e);
      case long[] e -> bytes.asLongBuffer().put(e);
      case float[] e -> {
        for (float value : e) {
          bytes.putInt(Float.floatToIntBits(value));
        }
      }
      default -> {
        for (double value : (double[]) elements) {
          bytes.putLong(Double.doubleToLongBits(value));
        }
      }
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return crc.getValue();
  }
}
