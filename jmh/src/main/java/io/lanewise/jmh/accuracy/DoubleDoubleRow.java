package io.lanewise.jmh.accuracy;

import io.lanewise.jmh.accuracy.reference.Reference;
import io.lanewise.jmh.accuracy.reference.TrueValue;
import java.util.List;

/// What was found of one function in double-double arithmetic.
///
/// @param name NumPy's name
/// @param worst float64 at random arguments
/// @param proof the double-double function itself against mpmath, in the same units
record DoubleDoubleRow(String name, Worst worst, Worst proof) implements Row {
  /// How many arguments of the reference are compared with mpmath.
  private static final long PROVEN = 20_000;

  /// How many arguments are asked for at once.
  private static final long BATCH = 50_000;

  /// What the reference may add to an error.
  private static final double NOTHING = 0x1p-22;

  static DoubleDoubleRow measure(PythonSide side, Function function, long count) {
    Reference reference = Reference.of(function.name()).orElseThrow();
    Worst proof = proof(side.random(function, 0, PROVEN), reference);
    Worst worst = new Worst();
    ask(side, function, 0, count);
    for (long start = 0; start < count; start += BATCH) {
      double[][] x = side.takeArguments(function);
      ask(side, function, start + BATCH, count);
      values(reference, x).compare(function, worst);
    }
    return new DoubleDoubleRow(function.name(), worst, proof);
  }

  /// Asks for the next batch, if there is one.
  private static void ask(PythonSide side, Function function, long start, long count) {
    if (start < count) {
      side.askForArguments(function, start, Math.min(BATCH, count - start));
    }
  }

  private static Points values(Reference reference, double[][] x) {
    Points points = new Points(x, new TrueValue[x[0].length]);
    for (int i = 0; i < x[0].length; i++) {
      points.values()[i] = reference.at(points.at(i)).position();
    }
    return points;
  }

  /// The worst error of the reference at points in arbitrary precision.
  static Worst proof(Points points, Reference reference) {
    Worst worst = new Worst();
    for (int i = 0; i < points.values().length; i++) {
      double[] x = points.at(i);
      worst.add(points.values()[i].error(reference.at(x).position()), x);
    }
    return worst;
  }

  @Override
  public boolean isGood() {
    return worst.ulp() <= 1 && proof.ulp() <= NOTHING;
  }

  @Override
  public String line() {
    return "%-12s float64 random %s; double-double itself %.1e at %s of %,d"
        .formatted(name, worst, proof.ulp(), proof.where(), proof.count());
  }

  @Override
  public List<String> cells() {
    return List.of(worst.cell(), worst.where());
  }

  @Override
  public int column() {
    return 6;
  }
}
