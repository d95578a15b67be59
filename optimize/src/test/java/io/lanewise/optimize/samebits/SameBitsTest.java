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
/// on one thread and on several: [SameBitsProbe] runs in JVMs that differ in their lanes, on one
/// number of threads after another, because compiling the kernels is what takes the time; all print
/// the same hashes. It stands in the highest module of the core, which sees all of them.
@Tag("slow")
class SameBitsTest {
  /// The hashes by name for each number of threads, and how often each kernel ran with lanes.
  private record Run(Map<String, Map<String, String>> hashes, Map<String, Long> laneCalls) {}

  private static final List<String> THREADS = List.of("1", "2", "5");

  @Test
  void allLaneWidthsThreadsAndPlainLoopsGiveTheSameBits() throws Exception {
    Assumptions.assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "needs the incubator module");
    Map<String, Run> runs = new LinkedHashMap<>();
    // two JVMs at a time
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Map<String, Future<Run>> started = new LinkedHashMap<>();
      // the longest first: lanes of two doubles box
      started.put("128 bits", pool.submit(() -> run("lanes", "-XX:MaxVectorSize=16")));
      started.put("512 bits", pool.submit(() -> run("lanes")));
      started.put("256 bits", pool.submit(() -> run("lanes", "-XX:UseAVX=2")));
      started.put("plain", pool.submit(() -> run("scalar")));
      for (var run : started.entrySet()) {
        runs.put(run.getKey(), run.getValue().get());
      }
    }
    var plain = runs.get("plain").hashes;
    assertThat(plain.get("any")).hasSizeGreaterThan(170);
    assertThat(plain.get("1")).hasSizeGreaterThan(80);
    runs.forEach(
        (name, run) -> {
          assertThat(run.hashes.get("any")).as(name).isEqualTo(plain.get("any"));
          for (String threads : THREADS) {
            assertThat(run.hashes.get(threads))
                .as("%s, threads: %s", name, threads)
                .isEqualTo(plain.get("1"));
          }
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

  private static Run run(String kernels, String... flags) throws Exception {
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
            "-Dlanewise.kernels=" + kernels,
            "-cp",
            ChildClassPath.get(),
            SameBitsProbe.class.getName()));
    command.addAll(THREADS);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Map<String, Map<String, String>> hashes = new TreeMap<>();
    Map<String, Long> lanes = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    }
    assertThat(process.waitFor()).as("exit status of " + command + ": " + lines).isZero();
    for (String line : lines) {
      String[] words = line.split(" ", 4);
      if (words[0].equals("hash")) {
        hashes.computeIfAbsent(words[1], threads -> new TreeMap<>()).put(words[2], words[3]);
      } else if (words[0].equals("kernel") && hasLanes(words[3])) {
        // the ways to reach operands of one program are added up
        String kernel = words[3].replaceAll("[\\[ ].*", "");
        lanes.merge(kernel, Long.valueOf(words[1]), Long::sum);
      }
    }
    return new Run(hashes, lanes);
  }

  /// Strided loops have no lanes, nor have kernels of bools alone.
  private static boolean hasLanes(String kernel) {
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
