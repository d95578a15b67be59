package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.check;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.random.Parameters.Condition;

/// Distributions with one, two or three parameters: what each parameter must be, and how a number
/// is drawn, said once for the three forms that every distribution has.
final class Laws {
  private Laws() {}

  /// Draws a real number with one parameter.
  interface Real1 {
    double draw(Deviates deviates, double a);
  }

  /// Draws a real number with two parameters.
  interface Real2 {
    double draw(Deviates deviates, double a, double b);
  }

  /// Draws a real number with three parameters.
  interface Real3 {
    double draw(Deviates deviates, double a, double b, double c);
  }

  /// Draws an integer with one parameter.
  interface Integer1 {
    long draw(Deviates deviates, double a);
  }

  /// A parameter: its name, and what it must be.
  record Parameter(String name, Condition condition) {
    double checked(double value) {
      return check(condition, name, value);
    }

    double[] checked(Broadcast each, NDArray values) {
      return each.values(condition, name, values);
    }
  }

  record One(Parameter a, Real1 law) {
    One(String name, Condition condition, Real1 law) {
      this(new Parameter(name, condition), law);
    }

    double next(Deviates deviates, double x) {
      return law.draw(deviates, a.checked(x));
    }

    NDArray fill(Deviates deviates, double x, long... size) {
      a.checked(x);
      return Fill.doubles(size, () -> law.draw(deviates, x));
    }

    NDArray each(Deviates deviates, NDArray x, long... size) {
      Broadcast each = Broadcast.of(size, x);
      double[] xs = a.checked(each, x);
      return each.doubles(i -> law.draw(deviates, xs[i]));
    }
  }

  record Two(Parameter a, Parameter b, Real2 law) {
    Two(String a, Condition ofA, String b, Condition ofB, Real2 law) {
      this(new Parameter(a, ofA), new Parameter(b, ofB), law);
    }

    double next(Deviates deviates, double x, double y) {
      return law.draw(deviates, a.checked(x), b.checked(y));
    }

    NDArray fill(Deviates deviates, double x, double y, long... size) {
      a.checked(x);
      b.checked(y);
      return Fill.doubles(size, () -> law.draw(deviates, x, y));
    }

    NDArray each(Deviates deviates, NDArray x, NDArray y, long... size) {
      Broadcast each = Broadcast.of(size, x, y);
      double[] xs = a.checked(each, x);
      double[] ys = b.checked(each, y);
      return each.doubles(i -> law.draw(deviates, xs[i], ys[i]));
    }
  }

  record Three(Parameter a, Parameter b, Parameter c, Real3 law) {
    double next(Deviates deviates, double x, double y, double z) {
      return law.draw(deviates, a.checked(x), b.checked(y), c.checked(z));
    }

    NDArray fill(Deviates deviates, double x, double y, double z, long... size) {
      a.checked(x);
      b.checked(y);
      c.checked(z);
      return Fill.doubles(size, () -> law.draw(deviates, x, y, z));
    }

    NDArray each(Deviates deviates, NDArray x, NDArray y, NDArray z, long... size) {
      Broadcast each = Broadcast.of(size, x, y, z);
      double[] xs = a.checked(each, x);
      double[] ys = b.checked(each, y);
      double[] zs = c.checked(each, z);
      return each.doubles(i -> law.draw(deviates, xs[i], ys[i], zs[i]));
    }
  }

  record Counting(Parameter a, Integer1 law) {
    Counting(String name, Condition condition, Integer1 law) {
      this(new Parameter(name, condition), law);
    }

    long next(Deviates deviates, double x) {
      return law.draw(deviates, a.checked(x));
    }

    NDArray fill(Deviates deviates, double x, long... size) {
      a.checked(x);
      return Fill.longs(size, () -> law.draw(deviates, x));
    }

    NDArray each(Deviates deviates, NDArray x, long... size) {
      Broadcast each = Broadcast.of(size, x);
      double[] xs = a.checked(each, x);
      return each.longs(i -> law.draw(deviates, xs[i]));
    }
  }
}
