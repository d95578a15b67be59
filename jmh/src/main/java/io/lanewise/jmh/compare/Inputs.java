package io.lanewise.jmh.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Random operands that both sides see: made here from a fixed seed, and written to a file for
/// Python.
final class Inputs implements AutoCloseable {
  private final Path folder;
  private final Set<String> written = new HashSet<>();

  Inputs() throws IOException {
    folder = Files.createTempDirectory("lanewise-compare");
  }

  /// Where the files lie.
  Path folder() {
    return folder;
  }

  /// `n` numbers between two limits; equal arguments give equal numbers.
  static double[] uniform(int seed, int n, double low, double high) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextDouble(low, high);
    }
    return values;
  }

  /// The numbers rounded to float32.
  static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /// Writes a `double[]`, `float[]` or `boolean[]` where no file of that name was written yet, and
  /// gives the Python expression that loads it in this shape.
  String share(String name, Object array, long... shape) {
    String dtype;
    MemorySegment bytes;
    switch (array) {
      case double[] doubles -> {
        dtype = "float64";
        bytes = MemorySegment.ofArray(doubles);
      }
      case float[] floats -> {
        dtype = "float32";
        bytes = MemorySegment.ofArray(floats);
      }
      case boolean[] booleans -> {
        dtype = "bool";
        byte[] bits = new byte[booleans.length];
        for (int i = 0; i < bits.length; i++) {
          bits[i] = (byte) (booleans[i] ? 1 : 0);
        }
        bytes = MemorySegment.ofArray(bits);
      }
      default -> throw new IllegalArgumentException("no raw form of " + array.getClass());
    }
    if (written.add(name)) {
      write(folder.resolve(name), bytes);
    }
    StringBuilder expression = new StringBuilder("load('" + name + "', '" + dtype + "'");
    for (long length : shape) {
      expression.append(", ").append(length);
    }
    return expression.append(')').toString();
  }

  private static void write(Path file, MemorySegment heap) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long step = 1 << 20;
      byte[] block = new byte[(int) step];
      for (long at = 0; at < heap.byteSize(); at += step) {
        int length = (int) Math.min(step, heap.byteSize() - at);
        MemorySegment.ofArray(block).asSlice(0, length).copyFrom(heap.asSlice(at, length));
        channel.write(java.nio.ByteBuffer.wrap(block, 0, length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
