package io.lanewise.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A file of the NIST Statistical Reference Datasets for nonlinear regression.
///
/// @param parameterRows start 1, start 2, certified value and standard deviation of each parameter
/// @param dataRows response and predictors of each point
record NistTable(List<double[]> parameterRows, List<double[]> dataRows, double residualSum) {
  private static final Pattern PARAMETER = Pattern.compile("\\s*b\\d+\\s*=.*");
  private static final String RESIDUAL_SUM = "Residual Sum of Squares:";

  static NistTable read(String name) {
    String file = "/nist/" + name + ".dat";
    List<String> lines;
    try (InputStream in = NistTable.class.getResourceAsStream(file)) {
      lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    List<String> head = lines.subList(40, 60);
    return new NistTable(
        head.stream()
            .filter(line -> PARAMETER.matcher(line).matches())
            .map(line -> numbers(line.substring(line.indexOf('=') + 1)))
            .toList(),
        lines.subList(60, lines.size()).stream()
            .filter(line -> !line.isBlank())
            .map(NistTable::numbers)
            .toList(),
        head.stream()
            .filter(line -> line.startsWith(RESIDUAL_SUM))
            .mapToDouble(line -> Double.parseDouble(line.substring(RESIDUAL_SUM.length()).trim()))
            .findFirst()
            .orElseThrow());
  }

  private static double[] numbers(String words) {
    String[] parts = words.trim().split("\\s+");
    double[] values = new double[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.parseDouble(parts[i]);
    }
    return values;
  }

  /// @param kind 0 and 1 the starts, 2 the certified values, 3 their standard deviations
  double[] parameters(int kind) {
    return column(parameterRows, kind);
  }

  /// @param kind 0 the response, then the predictors
  double[] data(int kind) {
    return column(dataRows, kind);
  }

  private static double[] column(List<double[]> table, int k) {
    return table.stream().mapToDouble(row -> row[k]).toArray();
  }
}
