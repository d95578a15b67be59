package io.lanewise.optimize.samebits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Operations, linear algebra and fits have the same bits in plain loops and in lanes of any width,
/// on one thread and on two: [SameBitsProbe] runs in JVMs that differ in these, and all print the
/// same hashes. It stands in the highest module of the core, which sees all of them.
@Tag("slow")
class SameBitsTest {
  private record Run(
      Map<String, String> hashes, Map<String, Long> laneCalls, List<String> kernels) {}

  /// Kernels of all functions take half a minute to compile: in float64 at every lane width, in
  /// float32 at one, and on one thread.
  private static String dtypes(int threads, String... flags) {
    return threads > 1 ? "" : flags.length == 0 ? "float64,float32" : "float64";
  }

  @Test
  void allLaneWidthsThreadsAndPlainLoopsGiveTheSameBits() throws Exception {
    Assumptions.assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "needs the incubator module");
    Map<String, Run> runs = new LinkedHashMap<>();
    // two JVMs at a time
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Map<String, Future<Run>> started = new LinkedHashMap<>();
      for (int count = 1; count <= 2; count++) {
        int threads = count;
        String and = ", " + threads + (threads == 1 ? " thread" : " threads");
        started.put("plain" + and, pool.submit(() -> run(threads, "scalar")));
        started.put("512 bits" + and, pool.submit(() -> run(threads, "lanes")));
        started.put("256 bits" + and, pool.submit(() -> run(threads, "lanes", "-XX:UseAVX=2")));
        started.put(
            "128 bits" + and, pool.submit(() -> run(threads, "lanes", "-XX:MaxVectorSize=16")));
      }
      for (var run : started.entrySet()) {
        runs.put(run.getKey(), run.getValue().get());
      }
    }
    Map<String, String> expected = runs.get("plain, 1 thread").hashes;
    assertThat(expected).hasSizeGreaterThan(250);
    runs.forEach(
        (name, run) -> {
          Map<String, String> wanted = new TreeMap<>(expected);
          if (name.endsWith("2 threads")) {
            wanted.keySet().removeIf(key -> key.startsWith(MoreUfuncBits.PREFIX));
          } else if (name.startsWith("256") || name.startsWith("128")) {
            wanted
                .keySet()
                .removeIf(key -> key.startsWith(MoreUfuncBits.PREFIX) && key.endsWith("_float32"));
          }
          assertThat(wanted).hasSizeGreaterThan(80);
          assertThat(run.hashes).as(name).isEqualTo(wanted);
        });
    runs.forEach(
        (name, run) -> {
          if (name.contains("plain")) {
            assertThat(run.laneCalls.values()).as(name).allMatch(calls -> calls == 0);
          } else {
            System.out.println(name + ": lane calls " + run.laneCalls);
            assertThat(run.laneCalls).as(name).hasSizeGreaterThan(50);
            assertThat(run.laneCalls)
                .as(name)
                .allSatisfy((kernel, calls) -> assertThat(calls).as(kernel).isPositive());
          }
        });
  }

  private static Run run(int threads, String kernels, String... flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-Xmx1g",
            // compile at once and early: a kernel is used only once its lanes are compiled
            "-Xbatch",
            "-XX:CompileThresholdScaling=0.05",
            "-Dlanewise.threads=" + threads,
            "-Dlanewise.kernels=" + kernels,
            "-D" + MoreUfuncBits.DTYPES + "=" + dtypes(threads, flags),
            "-cp",
            ChildClassPath.get(),
            SameBitsProbe.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Map<String, String> hashes = new TreeMap<>();
    Map<String, Long> lanes = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    }
    assertThat(process.waitFor()).as("exit status of " + command + ": " + lines).isZero();
    for (String line : lines) {
      String[] words = line.split(" ", 4);
      if (words[0].equals("hash")) {
        hashes.put(words[1], words[2]);
      } else if (words[0].equals("kernel") && hasLanes(words[3])) {
        // the ways to reach operands of one program are added up
        String kernel = words[3].replaceAll("[\\[ ].*", "");
        lanes.merge(kernel, Long.valueOf(words[1]), Long::sum);
      }
    }
    return new Run(hashes, lanes, lines);
  }

  /// Strided loops have no lanes, nor have kernels of bools alone.
  private static boolean hasLanes(String kernel) throws RuntimeException {
    return !kernel.endsWith(" NONE");
  }

  /// The class path of a child JVM: where this JVM's classes come from, modules or not.
  private static final class ChildClassPath {
    static String get() throws IOException {
      String modules = System.getProperty("jdk.module.path", "");
      String classes = System.getProperty("java.class.path", "");
      String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
      return String.join(java.io.File.pathSeparator, tests, modules, classes);
    }
  }
}
