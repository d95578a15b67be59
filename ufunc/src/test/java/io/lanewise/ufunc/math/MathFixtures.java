package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.LaneType;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The reference values of make_math_fixtures.py, which explains their format, and the errors
/// against them.
final class MathFixtures {
  static final int RANDOM = 20_000;

  private static final int HARD_PRIME = 65_521;
  private static final int RANDOM_PRIME = 251;
  private static final int NO_CASE = 255;
  private static final long SEED = 20250917;

  private final MathFunction function;
  private final Draw[][] draws;
  private final double[][] hard;
  private final int[] hardCodes;
  private final byte[] randomCodes = new byte[RANDOM];

  /// How an argument is drawn.
  private record Draw(char kind, double low, double high) {
    double of(long word, long other) {
      if (kind == 'U') {
        return low + (high - low) * ((word >>> 11) * 0x1p-53);
      }
      if (kind == 'I') {
        return low + Long.remainderUnsigned(word, (long) (high - low) + 1);
      }
      long exponent = 1023 + (long) low + (word >>> 52) % (long) (high - low);
      double x = Double.longBitsToDouble(exponent << 52 | word & 0x000FFFFFFFFFFFFFL);
      return kind == 'N' || kind == 'B' && (other & 1) != 0 ? -x : x;
    }
  }

  MathFixtures(MathFunction function) {
    this.function = function;
    String name = function.file() + ".bin.gz";
    try (InputStream stream = MathFixtures.class.getResourceAsStream(name);
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream))) {
      int arity = in.readByte();
      draws = new Draw[in.readByte()][arity];
      for (Draw[] one : draws) {
        for (int j = 0; j < arity; j++) {
          one[j] = new Draw((char) in.readByte(), in.readDouble(), in.readDouble());
        }
      }
      int count = in.readInt();
      hard = new double[arity][count];
      for (int i = 0; i < count; i++) {
        for (double[] argument : hard) {
          argument[i] = in.readDouble();
        }
      }
      hardCodes = new int[count];
      for (int i = 0; i < count; i++) {
        hardCodes[i] = in.readUnsignedShort();
      }
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
    return worst(evaluator, hard, hardCodes, HARD_PRIME);
  }

  /// The worst of the random cases.
  Error worstRandom(Evaluator evaluator) {
    double[][] arguments = new double[function.arity()][RANDOM];
    int[] codes = new int[RANDOM];
    for (int i = 0; i < RANDOM; i++) {
      Draw[] draw = draws[i % draws.length];
      for (int j = 0; j < draw.length; j++) {
        long word = 2 * ((long) i * draw.length + j);
        arguments[j][i] = draw[j].of(splitMix(word), splitMix(word + 1));
      }
      codes[i] = randomCodes[i] & 0xFF;
    }
    return worst(evaluator, arguments, codes, RANDOM_PRIME);
  }

  private Error worst(Evaluator evaluator, double[][] arguments, int[] codes, int prime) {
    double[] out = new double[codes.length];
    evaluator.run(function.program(LaneType.FLOAT64), arguments, out);
    Error worst = new Error(0, new double[0], 0);
    for (int i = 0; i < out.length; i++) {
      boolean counts = prime == HARD_PRIME || codes[i] != NO_CASE;
      double ulp = counts ? error(out[i], codes[i], prime) : 0;
      if (ulp > worst.ulp) {
        int at = i;
        double[] x = Arrays.stream(arguments).mapToDouble(argument -> argument[at]).toArray();
        worst = new Error(ulp, x, out[i]);
      }
    }
    return worst;
  }

  /// The largest error that `result` may have, in units in the last place of the true value.
  private static double error(double result, int code, int prime) {
    if (result != result) {
      return Double.POSITIVE_INFINITY;
    }
    long bits = Double.doubleToRawLongBits(result);
    int sign = bits < 0 ? -1 : 1;
    long position = (bits & Long.MAX_VALUE) % prime * 32;
    int distance = (int) Math.floorMod(position - (long) sign * code, (long) prime);
    if (distance > prime / 2) {
      distance -= prime;
    }
    // The true value lies up to 1/32 above what the code says; code 0 with result 0 is exact.
    return distance == 0 ? 0 : Math.max(Math.abs(distance), Math.abs(distance - 1)) / 32.0;
  }

  private static long splitMix(long index) {
    long z = SEED + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
