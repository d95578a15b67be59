package io.lanewise.docs;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.Order;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// Noisy points of a decaying exponential in a mapped .npy file: row 0 holds x, row 1 holds y. They
/// are written and read through views of the mapping, never as a whole on the heap.
final class MappedPoints {
  /// y = b0 exp(-b1 x) + b2, with normal noise.
  static final double[] TRUTH = {2.5, 1.3, 0.5};

  static final double NOISE = 0.2;

  private static final double X_END = 4;
  private static final int BLOCK = 1 << 16;
  private static final long SEED = 20_000_000;

  private MappedPoints() {}

  /// Writes `n` points.
  static void write(Path file, long n) throws IOException {
    byte[] header = Npy.headerBytes(DType.FLOAT64, Order.C, 2, n);
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofShared()) {
      MemorySegment map =
          channel.map(
              FileChannel.MapMode.READ_WRITE, 0, header.length + 2 * n * Double.BYTES, arena);
      MemorySegment.copy(header, 0, map, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, header.length);
      fill(NDArray.of(map.asSlice(header.length), DType.FLOAT64, 2, n));
    }
  }

  private static void fill(NDArray points) {
    long n = points.shape(1);
    SplittableRandom random = new SplittableRandom(SEED);
    NDArray noise = NDArray.zeros(BLOCK);
    for (long from = 0; from < n; from += BLOCK) {
      long end = Math.min(n, from + BLOCK);
      NDArray x = points.get("0, " + from + ":" + end);
      NDArray y = points.get("1, " + from + ":" + end);
      NDArray e = noise.get(":" + (end - from));
      double[] normal = (double[]) noise.storage().array();
      for (int i = 0; i < end - from; i++) {
        normal[i] = random.nextGaussian();
      }
      x.set(NDArray.arange(from, end, 1));
      x.multiply(X_END / n, x);
      x.multiply(-TRUTH[1], y).exp(y);
      y.multiply(TRUTH[0], y).add(TRUTH[2], y);
      y.add(e.multiply(NOISE, e), y);
    }
  }

  /// The points of a file, mapped for reading until `arena` is closed.
  static NDArray map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Npy.Header header = Npy.readHeader(java.nio.channels.Channels.newInputStream(channel));
      MemorySegment map =
          channel.map(
              FileChannel.MapMode.READ_ONLY, header.dataOffset(), header.dataBytes(), arena);
      return NDArray.of(map, header.dtype(), header.shape()).readOnly();
    }
  }
}
