package io.lanewise.jmh.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.KernelSlot.LaneState;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Loops come to lanes, or lose the race, by being called: no function is stuck on the way, and
/// none is given up because C2 makes vector objects of it. [LanesProbe] does it in a JVM of its
/// own, whose profiles come from it alone. On a busy machine the compiler may not come to a loop
/// before its trials are over, which looks the same: what is given up in one JVM has a second one
/// to do better. It takes less than a minute, of which the compiler has most.
@Tag("slow")
class LanesTest {
  /// Much longer than it takes on busy machines.
  private static final int SECONDS = 600;

  /// A lane loop is tried so often.
  private static final int ATTEMPTS = 3;

  /// Loops written by hand, other than those of products.
  private static final List<String> TWINS =
      List.of("fold", "scan", "extremes", "correlate", "fft", "sort");

  /// What C2 boxes in some processes, whose race decides all the same: see "Not solved" in
  /// docs/architecture/kernel-engine.md.
  private static final Set<String> BOXED_AT_TIMES = Set.of("twin fft");

  private record Loop(String kind, LaneState state, int attempts, String name) {
    static Loop parse(String line) {
      String[] words = line.split(" ", 4);
      return new Loop(words[0], LaneState.valueOf(words[1]), Integer.parseInt(words[2]), words[3]);
    }

    boolean isStuck() {
      return state == LaneState.SCALAR || state == LaneState.WARMING;
    }
  }

  @Test
  void everyFunctionReachesLanesOrLosesTheRace() throws Exception {
    Assumptions.assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "needs the incubator module");
    List<Loop> loops = run();
    assertThat(loops).filteredOn(loop -> loop.kind.equals("kernel")).hasSizeGreaterThan(150);
    assertThat(loops).extracting(Loop::name).containsAll(TWINS);
    assertThat(loops).as("stuck on the way").filteredOn(Loop::isStuck).isEmpty();
    Set<String> givenUp = givenUp(loops);
    if (!givenUp.isEmpty()) {
      System.out.println("given up in the first JVM: " + givenUp);
      givenUp.retainAll(givenUp(run()));
    }
    assertThat(givenUp).as("given up because they allocate, in two JVMs").isEmpty();
  }

  private static Set<String> givenUp(List<Loop> loops) {
    return loops.stream()
        .filter(loop -> loop.attempts >= ATTEMPTS)
        .map(loop -> loop.kind + " " + loop.name)
        .filter(name -> !BOXED_AT_TIMES.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Loop> run() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "-Xmx1g",
            "-cp",
            classPath(),
            LanesProbe.class.getName(),
            Integer.toString(SECONDS));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new ArrayList<>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    }
    assertThat(process.waitFor()).as("exit status of %s: %s", command, lines).isZero();
    return lines.stream().map(Loop::parse).toList();
  }

  /// Where this JVM's classes come from, modules or not.
  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    return String.join(File.pathSeparator, tests, modules, classes);
  }
}
