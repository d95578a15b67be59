package io.lanewise.jmh.compare;

import io.lanewise.memmap.NpyFiles;
import io.lanewise.ndarray.NDArray;
import java.io.PrintStream;
import java.nio.file.Path;

/// The program of `compare process`: reads two .npy files and prints the sum of `exp(a) + b`;
/// without arguments it ends at once.
final class ProcessProbe {
  private ProcessProbe() {}

  /// See above.
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      return;
    }
    NDArray a = NpyFiles.read(Path.of(arguments[0]));
    NDArray b = NpyFiles.read(Path.of(arguments[1]));
    PrintStream out = System.out;
    out.println(a.exp().add(b).sum().item());
  }
}
