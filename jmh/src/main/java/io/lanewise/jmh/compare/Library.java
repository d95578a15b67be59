package io.lanewise.jmh.compare;

/// Another Java library with arrays of double, for `compare libraries`. Those that are no
/// dependency of this module are in `peers` and found as services.
public interface Library {
  /// What is compared. `NEW` gives a new array, the others write to one that is there.
  enum Operation {
    ADD("add"),
    MULTIPLY("multiply"),
    EXP("exp"),
    SCALED_ADD("2.5 * a + b"),
    ADD_NEW("add (new)"),
    MULTIPLY_NEW("multiply (new)"),
    EXP_NEW("exp (new)"),
    SCALED_ADD_NEW("2.5 * a + b (new)"),
    SUM("sum"),
    MIN("min"),
    MAX("max");

    private final String title;

    Operation(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// The artifact's name and version.
  String name();

  /// The library's own best call for `operation` on copies of `a` and `b`, or null where it has
  /// none. Each is a lambda of its own, so that a call site sees one operation.
  Call call(Operation operation, double[] a, double[] b);

  /// What a call returned, as numbers: a [Number] is read without this.
  double[] numbers(Object result);

  /// Holds the library to `count` threads, where it has more.
  default void threads(int count) {}
}
