package io.lanewise.testing;

import java.util.Objects;

/// What an assertion reports and how strict it is. Source: the arguments `err_msg`, `verbose` and
/// `strict` of the assertions of `numpy.testing`.
///
/// @param message a text of the test's own, put into the report
/// @param verbose whether the report shows both arrays
/// @param strict whether shapes and dtypes must be the same; otherwise dtypes may differ, and a 0-d
///   array stands for all elements
public record AssertOptions(String message, boolean verbose, boolean strict) {
  /// No message, with both arrays, not strict.
  public static final AssertOptions DEFAULT = new AssertOptions("", true, false);

  /// Refuses null.
  public AssertOptions {
    Objects.requireNonNull(message, "message");
  }

  /// This with a text of the test's own.
  public AssertOptions withMessage(String value) {
    return new AssertOptions(value, verbose, strict);
  }

  /// This with or without both arrays in the report.
  public AssertOptions withVerbose(boolean value) {
    return new AssertOptions(message, value, strict);
  }

  /// This with shapes and dtypes that must be the same, or not.
  public AssertOptions withStrict(boolean value) {
    return new AssertOptions(message, verbose, value);
  }
}
