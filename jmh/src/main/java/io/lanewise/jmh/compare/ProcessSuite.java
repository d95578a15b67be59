package io.lanewise.jmh.compare;

import io.lanewise.memmap.NpyFiles;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Ufuncs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// `compare process`: whole processes, from the start of `java` or `python3` to their end, which
/// read two files of 10^6 float64 and print the sum of `exp(a) + b`. Medians over runs in turns.
///
/// An AOT cache takes classes from jars only, so the suite packs the modules into jars first, and
/// makes the caches by a run with `-XX:AOTCacheOutput`. Where `jdk.incubator.vector` is on, the JDK
/// keeps no linked classes in the cache; a run that ends before lanes are compiled is better off
/// without the module.
final class ProcessSuite {
  private static final int N = 1_000_000;
  private static final double SAME = 1e-12;
  private static final List<String> NONE = List.of();
  private static final List<String> LANES = List.of("--add-modules=jdk.incubator.vector");

  /// What suits a run that ends before C2 has compiled anything.
  private static final List<String> SHORT_RUN =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages");

  private final Session session;
  private final Path folder;
  private final String classPath;
  private final List<String> files;

  /// The interpreter itself: `python3` may be a script that looks for it, which takes its time.
  private final String python;

  private ProcessSuite(Session session) throws IOException {
    this.session = session;
    this.folder = session.inputs().folder();
    this.classPath = classPath();
    this.files = List.of(file(1), file(2));
    this.python = answer(List.of("python3", "-c", "import sys; print(sys.executable)"));
  }

  static void run(Session session) throws IOException {
    if (session.numpy().isEmpty()) {
      session.report().note("process: no Java peer");
      return;
    }
    ProcessSuite suite = new ProcessSuite(session);
    suite.compare("start and end, AOT cache", NONE, true, NONE);
    suite.compare("exp(a) + b, AOT cache", NONE, true, suite.files);
    suite.compare("exp(a) + b, AOT cache, short run", SHORT_RUN, true, suite.files);
    suite.compare("exp(a) + b", NONE, false, suite.files);
    suite.compare("exp(a) + b, AOT cache, lanes", LANES, true, suite.files);
    suite.compare("exp(a) + b, lanes", LANES, false, suite.files);
  }

  private void compare(String name, List<String> flags, boolean cached, List<String> arguments)
      throws IOException {
    if (!session.wants(name, "float64", N)) {
      return;
    }
    List<String> java = new ArrayList<>(java(flags));
    if (cached) {
      java.add(1, "-XX:AOTCache=" + cache(flags));
    }
    java.addAll(arguments);
    List<String> other = new ArrayList<>(List.of(python, script().toString()));
    other.addAll(arguments);
    String difference = difference(answer(java), answer(other));
    if (difference != null) {
      session.report().fail("process " + name, difference);
      return;
    }
    int rounds = session.options().quick() ? 15 : 41;
    double[] ours = new double[rounds];
    double[] peer = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      ours[round] = nanos(java);
      peer[round] = nanos(other);
    }
    String numpy = session.numpy().orElseThrow().name();
    session
        .report()
        .add("fresh process", name, "float64", N, numpy, Match.median(ours), Match.median(peer));
  }

  private List<String> java(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dlanewise.threads=" + session.options().threads());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, ProcessProbe.class.getName()));
    return command;
  }

  /// The cache for these flags, made at first need by one run of the program.
  private Path cache(List<String> flags) throws IOException {
    Path cache = folder.resolve(flags.hashCode() + ".aot");
    if (!Files.exists(cache)) {
      List<String> training = new ArrayList<>(java(flags));
      training.add(1, "-XX:AOTCacheOutput=" + cache);
      training.addAll(files);
      double seconds = nanos(training) * 1e-9;
      session
          .report()
          .note(
              "made an AOT cache of %.1f MB in %.1f s by -XX:AOTCacheOutput%s"
                  .formatted(
                      Files.size(cache) * 1e-6,
                      seconds,
                      flags.isEmpty() ? "" : " " + String.join(" ", flags)));
    }
    return cache;
  }

  private Path script() throws IOException {
    Path script = folder.resolve("process.py");
    if (!Files.exists(script)) {
      try (InputStream source = ProcessSuite.class.getResourceAsStream("process.py")) {
        Files.copy(source, script);
      }
    }
    return script;
  }

  private String file(int seed) {
    Path file = folder.resolve(seed + ".npy");
    NpyFiles.write(file, NDArray.of(Inputs.uniform(seed, N, -9, 9)));
    return file.toString();
  }

  /// Says what differs between the two answers, or null.
  private static String difference(String ours, String peer) {
    if (ours.equals(peer)) {
      return null;
    }
    Agreement agreement = new Agreement.Relative(SAME);
    return agreement.complaint(
        new double[] {Double.parseDouble(ours)},
        new double[] {Double.parseDouble(peer)},
        "float64");
  }

  private double nanos(List<String> command) throws IOException {
    long start = System.nanoTime();
    answer(command);
    return System.nanoTime() - start;
  }

  /// What a process prints, once it has ended.
  private String answer(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    String threads = Integer.toString(session.options().threads());
    builder.environment().putAll(Map.of("OPENBLAS_NUM_THREADS", threads));
    Path errors = folder.resolve("process.log");
    Process process = builder.redirectError(errors.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + Files.readString(errors).strip());
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// The jars with the program and what it needs of the library.
  private String classPath() throws IOException {
    List<String> jars = new ArrayList<>();
    for (Class<?> type : List.of(ProcessProbe.class, NDArray.class, Ufuncs.class, NpyFiles.class)) {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
      jars.add((Files.isDirectory(place) ? pack(place, jars.size()) : place).toString());
    }
    return String.join(File.pathSeparator, jars);
  }

  private Path pack(Path classes, int number) throws IOException {
    Path jar = folder.resolve(number + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
