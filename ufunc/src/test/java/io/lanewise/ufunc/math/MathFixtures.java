package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.LaneType;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

/// The reference values of make_math_fixtures.py, which explains their format, and the errors
/// against them.
final class MathFixtures {
  static final int RANDOM = 1_000_000;

  private static final long SEED = 20250917;
  private static final int BLOCK = 10_000;

  private final MathFunction function;
  private final double[][] hard;
  private final byte[] hardCodes;
  private final byte[] randomCodes = new byte[RANDOM];

  MathFixtures(MathFunction function) {
    this.function = function;
    String name = function.name().toLowerCase(Locale.ROOT) + ".bin";
    try (InputStream stream = MathFixtures.class.getResourceAsStream(name);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(stream))) {
      int count = in.readInt();
      hard = new double[function.arity()][count];
      for (int i = 0; i < count; i++) {
        for (double[] argument : hard) {
          argument[i] = in.readDouble();
        }
      }
      hardCodes = in.readNBytes(count);
      in.readFully(randomCodes);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// A result and how far it is from the true value.
  record Error(double ulp, double[] arguments, double result) {
    @Override
    public String toString() {
      return ulp + " ULP at " + Arrays.toString(arguments) + " -> " + result;
    }
  }

  /// The worst of the hard cases.
  Error worstHard(Evaluator evaluator) {
    return worst(evaluator, hard, hardCodes, 0);
  }

  /// The worst of `count` random cases, evenly spread.
  Error worstRandom(Evaluator evaluator, int count) {
    Error worst = new Error(0, new double[0], 0);
    for (int start = 0; start < count; start += BLOCK) {
      int n = Math.min(BLOCK, count - start);
      double[][] arguments = new double[function.arity()][n];
      byte[] codes = new byte[n];
      for (int i = 0; i < n; i++) {
        int index = (int) ((long) (start + i) * RANDOM / count);
        double[] x = arguments(index);
        for (int j = 0; j < x.length; j++) {
          arguments[j][i] = x[j];
        }
        codes[i] = randomCodes[index];
      }
      Error block = worst(evaluator, arguments, codes, worst.ulp);
      worst = block.ulp > worst.ulp ? block : worst;
    }
    return worst;
  }

  private Error worst(Evaluator evaluator, double[][] arguments, byte[] codes, double least) {
    double[] out = new double[codes.length];
    evaluator.run(function.program(LaneType.FLOAT64), arguments, out);
    Error worst = new Error(least, new double[0], 0);
    double[] x = new double[arguments.length];
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j] = arguments[j][i];
      }
      double ulp = error(out[i], codes[i], function.approximate(x));
      if (ulp > worst.ulp) {
        worst = new Error(ulp, x.clone(), out[i]);
      }
    }
    return worst;
  }

  /// The largest error that `result` may have, in units of the last place of the true value; the
  /// code alone tells it only modulo 8, so the JDK's value must be near.
  private static double error(double result, byte code, double approximate) {
    long bits = Double.doubleToRawLongBits(result);
    long near = bits - Double.doubleToRawLongBits(approximate);
    if (result != result || Math.abs(near) > 2) {
      return Double.POSITIVE_INFINITY;
    }
    int distance = (byte) ((int) (bits << 5) - code);
    // The true value lies up to 1/32 above what the code says; code 0 with result 0 is exact.
    return distance == 0 ? 0 : Math.max(Math.abs(distance), Math.abs(distance - 1)) / 32.0;
  }

  private double[] arguments(int index) {
    long a = splitMix(2L * index);
    long b = splitMix(2L * index + 1);
    int third = index % 3;
    double sign = (b & 1) != 0 ? 1 : -1;
    return switch (function) {
      case EXP -> one(third != 0 ? -746 + 1456 * uniform(a) : sign * spread(a, -60, 9));
      case LOG ->
          one(
              third == 0
                  ? spread(a, -1022, 1024)
                  : third == 1 ? 0.5 + 1.5 * uniform(a) : spread(a, -8, 8));
      case SIN, COS ->
          one(
              third == 0
                  ? sign * spread(a, -40, 1024)
                  : third == 1 ? -10 + 20 * uniform(a) : sign * spread(a, -4, 25));
      case POWER ->
          switch (third) {
            case 0 -> new double[] {spread(a, -1022, 1024), -3 + 6 * uniform(b)};
            case 1 -> new double[] {0.25 + 3.75 * uniform(a), -500 + 1000 * uniform(b)};
            default ->
                new double[] {-spread(a, -30, 30), Long.remainderUnsigned(b >>> 1, 61) - 30.0};
          };
    };
  }

  private static double[] one(double x) {
    return new double[] {x};
  }

  private static long splitMix(long index) {
    long z = SEED + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static double uniform(long word) {
    return (word >>> 11) * 0x1p-53;
  }

  private static double spread(long word, int low, int high) {
    long exponent = 1023 + low + (word >>> 52) % (high - low);
    return Double.longBitsToDouble(exponent << 52 | word & 0x000FFFFFFFFFFFFFL);
  }
}
