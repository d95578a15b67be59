package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What one call left on the other side.
///
/// @param error its type and text, or null
record Answer(String error, List<Result> results, List<byte[]> memories) {
  /// An array.
  record Result(String dtype, String shape, String strides, byte[] bytes) {}

  static Answer parse(String line) {
    String[] fields = line.split("\t", -1);
    int count = Integer.parseInt(fields[0]);
    List<byte[]> memories =
        Arrays.stream(fields, 1 + count, fields.length).map(Base64.getDecoder()::decode).toList();
    if (fields[1].startsWith("error ")) {
      return new Answer(fields[1].substring(6), List.of(), memories);
    }
    List<Result> results =
        Arrays.stream(fields, 1, 1 + count)
            .map(field -> field.split(" ", -1))
            .map(f -> new Result(f[0], f[1], f[2], Base64.getDecoder().decode(f[3])))
            .toList();
    return new Answer(null, results, memories);
  }

  /// Where elements of `dtype` differ by more than is allowed, in words, or null.
  ///
  /// @param slack more units in the last place for each of them, infinite where they do not count
  static String difference(
      DType dtype, byte[] here, byte[] there, Nearness nearness, double... slack) {
    if (Arrays.equals(here, there)) {
      return null;
    }
    if (here.length != there.length) {
      return here.length + " bytes and not " + there.length;
    }
    ByteBuffer a = ByteBuffer.wrap(here).order(ByteOrder.nativeOrder());
    ByteBuffer b = ByteBuffer.wrap(there).order(ByteOrder.nativeOrder());
    int width = dtype.itemSize();
    for (int i = 0; i < here.length; i += width) {
      double more = slack.length == 0 ? 0 : slack[i / width];
      if (more == Double.POSITIVE_INFINITY) {
        continue;
      }
      Nearness near = more == 0 ? nearness : nearness.with(more);
      String difference =
          dtype.isComplex() ? complex(dtype, a, b, i, near) : real(dtype, a, b, i, near);
      if (difference != null) {
        return "element " + i / width + ": " + difference;
      }
    }
    return null;
  }

  private static String real(DType dtype, ByteBuffer a, ByteBuffer b, int i, Nearness nearness) {
    if (!dtype.isFloating()) {
      long x = integer(dtype, a, i);
      long y = integer(dtype, b, i);
      return x == y || nearness.isApproximate() && Math.abs(x - y) <= 1
          ? null
          : x + " and not " + y;
    }
    double x = number(dtype, a, i);
    double y = number(dtype, b, i);
    double size = Math.max(Math.abs(x), Math.abs(y));
    return nearness.near(x, y, size) ? null : x + " and not " + y;
  }

  /// Parts may differ by what is the last place of the larger one.
  private static String complex(DType dtype, ByteBuffer a, ByteBuffer b, int i, Nearness nearness) {
    DType part = dtype.part();
    int j = i + part.itemSize();
    double re = number(part, a, i);
    double im = number(part, a, j);
    double otherRe = number(part, b, i);
    double otherIm = number(part, b, j);
    double size = Math.max(Math.abs(re), Math.abs(im));
    boolean near = nearPart(nearness, re, otherRe, size) && nearPart(nearness, im, otherIm, size);
    return near ? null : re + "+" + im + "j and not " + otherRe + "+" + otherIm + "j";
  }

  private static boolean nearPart(Nearness nearness, double x, double y, double size) {
    return nearness.near(x, y, size) || nearness.isApproximate() && Differences.isOverflow(x, y);
  }

  private static long integer(DType dtype, ByteBuffer bytes, int at) {
    return switch (dtype.itemSize()) {
      case 1 -> bytes.get(at);
      case 2 -> bytes.getShort(at);
      case 4 -> bytes.getInt(at);
      default -> bytes.getLong(at);
    };
  }

  private static double number(DType dtype, ByteBuffer bytes, int at) {
    return switch (dtype) {
      case FLOAT16 -> Float.float16ToFloat(bytes.getShort(at));
      case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
      case FLOAT32 -> bytes.getFloat(at);
      default -> bytes.getDouble(at);
    };
  }
}
