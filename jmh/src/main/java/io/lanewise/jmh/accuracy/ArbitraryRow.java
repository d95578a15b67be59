package io.lanewise.jmh.accuracy;

import java.util.List;

/// What was found of one function in arbitrary precision, and of its float32 form.
///
/// @param name NumPy's name
/// @param random float64 at random arguments
/// @param hard float64 at hard arguments
/// @param narrow float32 at every n-th number; no cases where there are two arguments
record ArbitraryRow(String name, Worst random, Worst hard, Worst narrow) implements Row {
  /// How many random points are asked for at once.
  private static final long BATCH = 50_000;

  static ArbitraryRow measure(PythonSide side, Function function, Accuracy.Options options) {
    Worst random = new Worst();
    for (long start = 0; start < options.random(); start += BATCH) {
      long n = Math.min(BATCH, options.random() - start);
      side.random(function, start, n).compare(function, random);
    }
    Worst hard = new Worst();
    side.hard(function, options.hard()).compare(function, hard);
    Worst narrow = Float32Sweep.run(function, options.step());
    return new ArbitraryRow(function.name(), random, hard, narrow);
  }

  @Override
  public boolean isGood() {
    return random.ulp() <= 1 && hard.ulp() <= 1 && narrow.ulp() <= 1;
  }

  @Override
  public String line() {
    return "%-12s float64 random %s; hard %s%s"
        .formatted(name, random, hard, narrow.count() == 0 ? "" : "; float32 " + narrow);
  }

  @Override
  public List<String> cells() {
    Worst worst = hard.ulp() > random.ulp() ? hard : random;
    return List.of(random.cell(), hard.cell(), worst.where(), narrow.cell(), narrow.where());
  }

  @Override
  public int column() {
    return 1;
  }
}
