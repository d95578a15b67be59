package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// FLOAT32 functions that are one polynomial on each of 32 intervals, whose coefficients lanes find
/// by one instruction (P. T. P. Tang, Table-lookup algorithms for elementary functions and their
/// error analysis, ARITH 10, 1991, has the method): with d the distance to the interval's centre, f
/// = high + share x + (low + d (c1 + c2 d + ...)). Of the first two terms one is 0, and the others
/// are small beside them, so that the last addition rounds and little else. The share is 1 where f
/// is nearly its argument, and 0 elsewhere.
///
/// The tables are a resource, `piecewise.txt`: a row of high, low, share, c1, c2, ... an interval.
final class Piecewise {
  /// tanh: four intervals from each power of 2 to the next one between 1/16 and 10, and one around
  /// 0, in the order of the low five bits of what [Hyperbolic] leaves of x.
  private static final double[][] TANH = table("tanh");

  private static final double[][] TANH_CENTRES = table("tanh-centres");

  /// arctan in intervals around multiples of 1/15, and as many complements to pi/2.
  private static final double[][] ARCTAN = table("arctan");

  private static final int ARCTAN_INTERVALS = 16;

  /// arctan alone.
  private static final double[][] ARCTAN_ONLY = Arrays.copyOf(ARCTAN, ARCTAN_INTERVALS);

  private Piecewise() {}

  private static double[][] table(String name) {
    try (InputStream in = Piecewise.class.getResourceAsStream("piecewise.txt")) {
      InputStreamReader reader =
          new InputStreamReader(
              Objects.requireNonNull(in, "piecewise.txt is missing"), StandardCharsets.US_ASCII);
      return new BufferedReader(reader)
          .lines()
          .map(line -> line.split(" "))
          .filter(words -> words[0].equals(name))
          .map(words -> Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// tanh(x) of a number that is not negative.
  ///
  /// @param index INT32, the low five bits are the interval
  static Value tanh(Body b, Value x, Value index) {
    Value d = b.sub(x, column(b, TANH_CENTRES, 0, index));
    return b.add(high(b, TANH, x, index), rest(b, TANH, d, index));
  }

  /// arctan(q + low), or its complement to pi/2 where `complement` holds and q is not below 1/30; q
  /// from 0 to 1.
  ///
  /// @param low what q has lost; 0 but in complements
  static Value arctan(Body b, Value q, Value low, Value complement) {
    Value behind = b.constant((float) Lanes.ROUND_FLOAT32 + ARCTAN_INTERVALS);
    Value round = b.select(complement, behind, Lanes.round(b, LaneType.FLOAT32));
    Interval interval = interval(b, q, round);
    Value high = high(b, ARCTAN, q, interval.index);
    return b.add(high, rest(b, ARCTAN, b.add(interval.d, low), interval.index));
  }

  /// arctan(q + low) as a number and a small rest; q from 0 to 1.
  ///
  /// @param low what q has lost
  static Doubled arctan(Body b, Value q, Value low) {
    Interval interval = interval(b, q, Lanes.round(b, LaneType.FLOAT32));
    Value index = interval.index;
    Value rest = rest(b, ARCTAN_ONLY, b.add(interval.d, low), index);
    rest = b.fma(column(b, ARCTAN_ONLY, 2, index), low, rest);
    return new Doubled(high(b, ARCTAN_ONLY, q, index), rest);
  }

  /// The interval of arctan in which a number lies, in the low bits, and the distance to its
  /// centre.
  private record Interval(Value index, Value d) {}

  private static Interval interval(Body b, Value q, Value round) {
    Value t = b.fma(q, b.constant(15f), round);
    return new Interval(Lanes.bits(b, t), b.fma(b.sub(t, round), b.constant(-1 / 15f), q));
  }

  private static Value high(Body b, double[][] rows, Value x, Value index) {
    return b.fma(column(b, rows, 2, index), x, column(b, rows, 0, index));
  }

  private static Value rest(Body b, double[][] rows, Value d, Value index) {
    int last = rows[0].length - 1;
    Value sum = column(b, rows, last, index);
    for (int k = last - 1; k > 2; k--) {
      sum = b.fma(sum, d, column(b, rows, k, index));
    }
    return b.fma(sum, d, column(b, rows, 1, index));
  }

  private static Value column(Body b, double[][] rows, int k, Value index) {
    long[] bits = new long[rows.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits((float) rows[i][k]);
    }
    return b.reinterpret(b.lookup(index, bits), LaneType.FLOAT32);
  }
}
