package io.lanewise.ndarray;

/// How the precision of [PrintOptions] is taken for floating-point numbers. Source: `floatmode` of
/// `numpy.set_printoptions`.
public enum FloatMode {
  /// Exactly as many decimals as the precision, even where they are more or fewer than needed.
  FIXED,
  /// For each number as many decimals as make it unique; the precision does not count.
  UNIQUE,
  /// At most as many decimals as the precision, for each number no more than make it unique.
  MAXPREC,
  /// The same, all numbers with as many decimals as the longest one.
  MAXPREC_EQUAL
}
