package io.lanewise.memmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A mapped file that becomes shorter under compiled loops is an error, not the end of the JVM.
@Tag("slow")
class FaultTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"auto", "scalar", "lanes"})
  void memoryThatGoesAwayUnderAnOperationIsAnError(String kernels) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      command.add("--add-modules=jdk.incubator.vector");
    }
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-Dlanewise.kernels=" + kernels,
            "-cp",
            classPath(),
            FaultProgram.class.getName(),
            folder.toString()));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("log.txt").toFile())
            .start();
    int status = process.waitFor();
    List<String> lines = Files.readAllLines(output);

    assertThat(status).as(() -> String.join("\n", lines)).isZero();
    assertThat(lines).endsWith("afterwards none", "alive");
    List<String> faults = lines.subList(0, lines.size() - 2);
    assertThat(faults).hasSizeGreaterThan(70);
    assertThat(faults)
        .allSatisfy(
            line -> {
              if (line.startsWith("close-")) {
                assertThat(line).contains(" IllegalStateException: ");
              } else {
                assertThat(line).contains(" InternalError: ").contains("memory access operation");
              }
            });
  }

  /// Where the classes of this module, of those it needs and of the operations come from; a child
  /// on the class path runs the same code as a parent on the module path.
  private static String classPath() throws Exception {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type :
        List.of(
            FaultProgram.class,
            MappedArray.class,
            NDArray.class,
            Class.forName("io.lanewise.ufunc.Ufuncs"))) {
      places.add(place(type));
    }
    return String.join(File.pathSeparator, places);
  }

  private static String place(Class<?> type) throws Exception {
    String name = type.getName().replace('.', '/') + ".class";
    String resource = type.getResource(type.getSimpleName() + ".class").toString();
    String root = resource.substring(0, resource.length() - name.length());
    if (root.startsWith("jar:")) {
      root = root.substring("jar:".length(), root.length() - "!/".length());
    }
    return Path.of(URI.create(root)).toString();
  }
}
