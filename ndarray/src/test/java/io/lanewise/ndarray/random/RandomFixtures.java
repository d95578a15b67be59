package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Reads what `src/test/scripts/make_random_fixtures.py` wrote.
final class RandomFixtures {
  private RandomFixtures() {}

  /// The fields of all lines but the first, which names NumPy's version.
  static List<String[]> read(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RandomFixtures.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long hexadecimal(String text) {
    return Long.parseUnsignedLong(text, 16);
  }

  /// The array in the fields dtype, shape and bytes.
  static NDArray array(String dtype, String shape, String bytes) {
    ByteBuffer little = ByteBuffer.wrap(Base64.getDecoder().decode(bytes));
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new IllegalStateException("these fixtures are read on little-endian machines only");
    }
    long[] lengths =
        shape.isEmpty()
            ? new long[0]
            : Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
    NDArray flat = NDArray.of(MemorySegment.ofBuffer(little), DType.named(dtype));
    return flat.reshape(lengths);
  }

  /// The largest distance in units in the last place of the expected number, or of `least` where
  /// that is larger. Integers beyond 2^53, which doubles made, count as doubles.
  static double distance(NDArray actual, NDArray expected, double least) {
    double worst = 0;
    NDArray a = actual.reshape(-1);
    NDArray e = expected.reshape(-1);
    for (long i = 0; i < a.size(); i++) {
      double x = a.getDouble(i);
      double y = e.getDouble(i);
      boolean integers = !a.dtype().isFloating();
      if (integers ? a.getLong(i) == e.getLong(i) : Double.compare(x, y) == 0) {
        continue;
      }
      double size = Math.max(Math.abs(y), least);
      double ulp = a.dtype() == DType.FLOAT32 ? Math.ulp((float) size) : Math.ulp(size);
      double steps = integers ? Math.abs(a.getLong(i) - e.getLong(i)) / ulp : Math.abs(x - y) / ulp;
      worst = Math.max(worst, Double.isNaN(steps) ? Double.POSITIVE_INFINITY : steps);
    }
    return worst;
  }
}
