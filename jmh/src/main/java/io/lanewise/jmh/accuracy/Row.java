package io.lanewise.jmh.accuracy;

import java.util.List;

/// What was found of one function.
sealed interface Row permits ArbitraryRow, DoubleDoubleRow {
  /// NumPy's name.
  String name();

  /// Whether no result is off by more than 1 ULP.
  boolean isGood();

  /// For the terminal.
  String line();

  /// The cells of the documentation's table that it renews.
  List<String> cells();

  /// Where they start in the function's row.
  int column();
}
