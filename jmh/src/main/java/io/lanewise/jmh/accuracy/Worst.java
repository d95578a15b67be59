package io.lanewise.jmh.accuracy;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The worst of many errors, in units in the last place of the true value, and where it is.
final class Worst {
  private double ulp = -1;
  private double[] arguments = {};
  private long count;

  /// Takes in an error; infinity stands for a result that is wrong altogether.
  void add(double error, double... x) {
    count++;
    if (error > ulp) {
      ulp = error;
      arguments = x.clone();
    }
  }

  double ulp() {
    return Math.max(ulp, 0);
  }

  long count() {
    return count;
  }

  double[] arguments() {
    return arguments;
  }

  /// For the table of the documentation; empty where nothing was tried.
  String cell() {
    return count == 0 ? "" : "%.3f of %,d".formatted(ulp(), count);
  }

  /// The arguments of the worst one.
  String where() {
    return Arrays.stream(arguments).mapToObj(Double::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "%.4f at %s of %,d".formatted(ulp(), Arrays.toString(arguments), count);
  }
}
