package io.lanewise.jmh.compare;

import java.util.Optional;

/// What a suite works with while it runs.
///
/// @param numpy the Python side, where there is one
record Session(Options options, Inputs inputs, Optional<NumPy> numpy, Match match, Report report) {

  /// Whether `--filter` lets a case through; it looks at name, dtype and size, as in `add float64
  /// 1000`.
  boolean wants(String name, String dtype, long n) {
    return options.filter().matcher(name + " " + dtype + " " + n).find();
  }

  /// A case of this suite.
  Comparison comparison(String group, String name, String dtype, long n) {
    return new Comparison(this, group, name, dtype, n);
  }
}
