package io.lanewise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.linalg.Linalg;
import io.lanewise.memmap.MappedArray;
import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.CurveFit;
import io.lanewise.testing.ArrayAssertions;
import io.lanewise.ufunc.Expr;
import java.io.File;
import java.io.InputStream;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a tool of this JDK with the library on its class path.
final class Jdk {
  private Jdk() {}

  /// What `tool` prints for `input`; it must end well.
  static String run(String tool, String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of("--class-path", classPath(), "--add-modules=jdk.incubator.vector"));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("lanewise-" + tool, ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      String printed;
      try (InputStream out = process.getInputStream()) {
        printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      }
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      return printed;
    } finally {
      Files.delete(errors);
    }
  }

  private static String classPath() {
    return Stream.of(
            NDArray.class,
            Expr.class,
            Linalg.class,
            CurveFit.class,
            MappedArray.class,
            ArrayAssertions.class)
        .map(Jdk::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
