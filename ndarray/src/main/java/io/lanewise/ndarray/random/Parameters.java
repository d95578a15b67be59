package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;

/// The conditions on the parameters of distributions, in NumPy's words.
final class Parameters {
  /// The largest mean of a Poisson distribution: ten standard deviations below 2^63.
  static final double MAX_POISSON = 0x1p63 - Math.sqrt(0x1p63) * 10;

  private Parameters() {}

  /// What a parameter must be. NaN passes where the text does not name it.
  enum Condition {
    ANY(""),
    NON_NEGATIVE(" < 0"),
    POSITIVE(" <= 0"),
    PROBABILITY(" < 0, %1$s > 1 or %1$s %2$s"),
    POSITIVE_PROBABILITY(" <= 0, %1$s > 1 or %1$s contains NaNs"),
    PROBABILITY_BELOW_1(" < 0, %1$s >= 1 or %1$s %2$s"),
    ABOVE_1(" <= 1 or %1$s %2$s"),
    POISSON(" < 0 or %1$s %2$s");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    boolean holds(double value) {
      return switch (this) {
        case ANY -> true;
        // not -0.0 either, as in NumPy
        case NON_NEGATIVE -> Double.isNaN(value) || Double.doubleToRawLongBits(value) >= 0;
        case POSITIVE -> !(value <= 0);
        case PROBABILITY -> value >= 0 && value <= 1;
        case POSITIVE_PROBABILITY -> value > 0 && value <= 1;
        case PROBABILITY_BELOW_1 -> value >= 0 && value < 1;
        case ABOVE_1 -> value > 1;
        case POISSON -> value >= 0;
      };
    }

    private IllegalArgumentException failure(String name, String nan, Object value) {
      return new IllegalArgumentException(
          String.format("%1$s" + text + ": %3$s", name, nan, value));
    }
  }

  static double check(Condition condition, String name, double value) {
    if (!condition.holds(value)) {
      throw condition.failure(name, "is NaN", value);
    }
    if (condition == Condition.POISSON) {
      require(value <= MAX_POISSON, name + " value too large: ", value);
    }
    return value;
  }

  /// The elements, broadcast to `shape`, after checking each.
  static double[] check(Condition condition, String name, NDArray values, long[] shape) {
    double[] elements = values.broadcastTo(shape).toDoubleArray();
    for (double value : elements) {
      if (!condition.holds(value)) {
        throw condition.failure(name, "contains NaNs", value);
      }
      if (condition == Condition.POISSON) {
        require(value <= MAX_POISSON, name + " value too large: ", value);
      }
    }
    return elements;
  }

  /// Integer elements, broadcast to `shape`.
  static long[] integers(String name, NDArray values, long[] shape) {
    if (!values.dtype().isInteger() && values.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "Cannot cast array data from dtype('"
              + values.dtype()
              + "') to dtype('int64') according to the rule 'safe': "
              + name);
    }
    return (long[])
        values.broadcastTo(shape).astype(DType.INT64, Order.C).reshape(-1).storage().array();
  }

  static void require(boolean condition, String message, long value) {
    if (!condition) {
      throw new IllegalArgumentException(message + value);
    }
  }

  static void require(boolean condition, String message, double value) {
    if (!condition) {
      throw new IllegalArgumentException(message + value);
    }
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
