package io.lanewise.memmap;

import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// How a file is mapped; NumPy's four modes, whose names [#of(String)] knows.
public enum MapMode {
  /// `r`: the file exists and the array refuses writes.
  READ_ONLY("r", FileChannel.MapMode.READ_ONLY),

  /// `r+`: the file exists and the array's elements are the file's.
  READ_WRITE("r+", FileChannel.MapMode.READ_WRITE),

  /// `w+`: the file is new, its elements zero; one of that name is replaced.
  CREATE("w+", FileChannel.MapMode.READ_WRITE),

  /// `c`: writes stay in memory, and the file as it is. The JDK wants a file that may be written
  /// all the same.
  COPY_ON_WRITE("c", FileChannel.MapMode.PRIVATE);

  private final String symbol;
  private final FileChannel.MapMode channelMode;

  MapMode(String symbol, FileChannel.MapMode channelMode) {
    this.symbol = symbol;
    this.channelMode = channelMode;
  }

  /// The mode with NumPy's name: `r`, `r+`, `w+` or `c`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static MapMode of(String symbol) {
    for (MapMode mode : values()) {
      if (mode.symbol.equals(symbol)) {
        return mode;
      }
    }
    String all =
        Arrays.stream(values()).map(m -> "'" + m.symbol + "'").collect(Collectors.joining(", "));
    throw new IllegalArgumentException("mode must be one of [" + all + "] (got '" + symbol + "')");
  }

  /// NumPy's name.
  @Override
  public String toString() {
    return symbol;
  }

  FileChannel.MapMode channelMode() {
    return channelMode;
  }

  /// Whether what is written reaches the file.
  boolean writesFile() {
    return channelMode == FileChannel.MapMode.READ_WRITE;
  }

  /// With what a file that exists is opened.
  Set<OpenOption> openOptions() {
    return this == READ_ONLY
        ? Set.of(StandardOpenOption.READ)
        : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
