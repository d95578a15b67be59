package io.lanewise.ufunc;

/// The kinds of floating-point errors that are told apart. Underflow is none of them: its results
/// are rounded as all others are.
public enum FloatingError {
  /// An infinite result of finite numbers that is exact, as 1/0 is, and any division of integers by
  /// 0.
  DIVIDE("divide by zero"),
  /// NaN from numbers that are none.
  INVALID("invalid value"),
  /// An infinite result of finite numbers that is not exact.
  OVERFLOW("overflow");

  private final String words;

  FloatingError(String words) {
    this.words = words;
  }

  /// NumPy's words, such as `divide by zero encountered in log`.
  String in(String operation) {
    return words + " encountered in " + operation;
  }
}
