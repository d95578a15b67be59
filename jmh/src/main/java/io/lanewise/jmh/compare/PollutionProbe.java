package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Runs in a fresh JVM for `compare pollution` and times an add of 1,024 float64 elements.
///
/// Arguments: a file to map, `clean` or `polluted`, and the kinds of storage to time, of `heap`,
/// `native` and `mapped`. A polluted JVM first runs the same operations over every mixture of
/// kinds. Prints one time in nanoseconds for each kind.
final class PollutionProbe {
  static final int N = 1_024;
  static final List<String> KINDS = List.of("heap", "native", "mapped");

  /// Patient: a loop over segments is slow before its lanes take over, and that is late.
  private static final Match MATCH = new Match(1_500_000_000, 8_000_000, 11);

  private static final int POLLUTING_CALLS = 3_000;

  private PollutionProbe() {}

  /// See above.
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (Arena arena = Arena.ofConfined();
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      MemorySegment mapped =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, 3L * N * Double.BYTES, arena);
      if (arguments[1].equals("polluted")) {
        pollute(arena, mapped);
      }
      PrintStream out = System.out;
      for (int i = 2; i < arguments.length; i++) {
        NDArray[] arrays = arrays(arguments[i], arena, mapped);
        Batch batch = Loop.of(() -> arrays[0].add(arrays[1], arrays[2]));
        out.println(MATCH.alone(batch));
      }
    }
  }

  private static void pollute(Arena arena, MemorySegment mapped) {
    for (String first : KINDS) {
      for (String second : KINDS) {
        for (String third : KINDS) {
          NDArray a = arrays(first, arena, mapped)[0];
          NDArray b = arrays(second, arena, mapped)[1];
          NDArray out = arrays(third, arena, mapped)[2];
          for (int call = 0; call < POLLUTING_CALLS; call++) {
            a.add(b, out);
            a.multiply(b, out);
            a.exp(out);
            a.divide(b, out);
          }
          a.sum();
        }
      }
    }
  }

  /// Two operands and a target in storage of one kind.
  private static NDArray[] arrays(String kind, Arena arena, MemorySegment mapped) {
    NDArray[] arrays = new NDArray[3];
    for (int i = 0; i < arrays.length; i++) {
      double[] values = Inputs.uniform(i, N, 0, 9);
      long bytes = (long) N * Double.BYTES;
      arrays[i] =
          switch (kind) {
            case "heap" -> NDArray.of(values);
            case "native" -> NDArray.of(arena.allocate(bytes, Double.BYTES), DType.FLOAT64, N);
            default -> NDArray.of(mapped.asSlice(i * bytes, bytes), DType.FLOAT64, N);
          };
      for (int at = 0; at < N; at++) {
        arrays[i].setDouble(values[at], at);
      }
    }
    return arrays;
  }
}
