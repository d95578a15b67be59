package io.lanewise.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A file of the NIST Statistical Reference Datasets for nonlinear regression. Its head says in
/// which lines parameters and data stand; they are the same in all files.
///
/// @param parameters far start, near start, certified value and standard deviation of each
///   parameter
/// @param points response and predictor of each point
record NistFile(List<double[]> parameters, List<double[]> points) {
  private static final Pattern PARAMETER = Pattern.compile("\\s*b\\d+\\s*=.*");
  private static final int PARAMETERS_FROM = 40;
  private static final int DATA_FROM = 60;

  static NistFile read(String name) {
    List<String> lines = lines("/nist/" + name + ".dat");
    return new NistFile(
        lines.subList(PARAMETERS_FROM, DATA_FROM).stream()
            .filter(line -> PARAMETER.matcher(line).matches())
            .map(line -> numbers(line.substring(line.indexOf('=') + 1)))
            .toList(),
        lines.subList(DATA_FROM, lines.size()).stream()
            .filter(line -> !line.isBlank())
            .map(NistFile::numbers)
            .toList());
  }

  double[] parameterColumn(int k) {
    return parameters.stream().mapToDouble(row -> row[k]).toArray();
  }

  double[] pointColumn(int k) {
    return points.stream().mapToDouble(row -> row[k]).toArray();
  }

  private static double[] numbers(String words) {
    String[] parts = words.strip().split("\\s+");
    double[] values = new double[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.parseDouble(parts[i]);
    }
    return values;
  }

  private static List<String> lines(String file) {
    try (InputStream in = NistFile.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
