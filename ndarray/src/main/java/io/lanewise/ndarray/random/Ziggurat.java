package io.lanewise.ndarray.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Standard normal and exponential numbers by the ziggurat method: the density is covered by 256
/// layers of one area; a layer and an abscissa are drawn from one word, and where the abscissa is
/// inside the next narrower layer, as in 99 % of all draws, the number is found. Elsewhere the
/// density decides, and beyond the last layer the tail is sampled.
///
/// G. Marsaglia and W. W. Tsang, *The Ziggurat Method for Generating Random Variables*, Journal of
/// Statistical Software 5(8) (2000); bits of layer and abscissa kept apart after J. A. Doornik, *An
/// Improved Ziggurat Method to Generate Normal Random Samples* (2005); the tail of the normal
/// density after G. Marsaglia, *Generating a Variable from the Tail of the Normal Distribution*,
/// Technometrics 6 (1964). The layers are resources that `src/main/scripts/ziggurat_tables.py`
/// computes.
final class Ziggurat {
  private static final int LAYERS = 256;
  private static final Ziggurat NORMAL = read("ziggurat_normal.txt");
  private static final Ziggurat EXPONENTIAL = read("ziggurat_exponential.txt");

  /// Where the tails begin.
  private static final double NORMAL_EDGE = 3.654152885361009;

  private static final double NORMAL_EDGE_INVERSE = 0.2736612373297583;
  private static final double EXPONENTIAL_EDGE = 7.69711747013105;

  private static final long ABSCISSA = (1L << 52) - 1;
  private static final int FLOAT_ABSCISSA = (1 << 23) - 1;

  /// Below these, the abscissa is inside.
  private final long[] inside = new long[LAYERS];

  /// What one step of the abscissa is worth.
  private final double[] width = new double[LAYERS];

  /// The density at the layer's edge.
  private final double[] density = new double[LAYERS];

  private final int[] insideFloat = new int[LAYERS];
  private final float[] widthFloat = new float[LAYERS];
  private final float[] densityFloat = new float[LAYERS];

  private Ziggurat() {}

  private static Ziggurat read(String resource) {
    Ziggurat table = new Ziggurat();
    try (InputStream stream = Ziggurat.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      for (int i = 0; i < LAYERS; i++) {
        String[] fields = reader.readLine().split(" ");
        table.inside[i] = Long.parseUnsignedLong(fields[0], 16);
        table.width[i] = Double.longBitsToDouble(Long.parseUnsignedLong(fields[1], 16));
        table.density[i] = Double.longBitsToDouble(Long.parseUnsignedLong(fields[2], 16));
        table.insideFloat[i] = Integer.parseUnsignedInt(fields[3], 16);
        table.widthFloat[i] = Float.intBitsToFloat(Integer.parseUnsignedInt(fields[4], 16));
        table.densityFloat[i] = Float.intBitsToFloat(Integer.parseUnsignedInt(fields[5], 16));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  static double normal(BitGenerator bits) {
    Ziggurat table = NORMAL;
    long word = bits.nextLong();
    int layer = (int) word & LAYERS - 1;
    long abscissa = word >>> 9 & ABSCISSA;
    double x = abscissa * table.width[layer];
    double signed = (word & LAYERS) == 0 ? x : -x;
    return abscissa < table.inside[layer] ? signed : outerNormal(bits, layer, abscissa, signed);
  }

  private static double outerNormal(BitGenerator bits, int layer, long abscissa, double x) {
    if (layer == 0) {
      while (true) {
        double beyond = -NORMAL_EDGE_INVERSE * Elementary.log1p(-bits.nextDouble());
        double y = -Elementary.log1p(-bits.nextDouble());
        if (y + y > beyond * beyond) {
          double tail = NORMAL_EDGE + beyond;
          return (abscissa >>> 8 & 1) == 0 ? tail : -tail;
        }
      }
    }
    double[] f = NORMAL.density;
    double height = (f[layer - 1] - f[layer]) * bits.nextDouble() + f[layer];
    return height < Elementary.exp(-0.5 * x * x) ? x : normal(bits);
  }

  static float normalFloat(BitGenerator bits) {
    Ziggurat table = NORMAL;
    int word = bits.nextInt();
    int layer = word & LAYERS - 1;
    int abscissa = word >>> 9 & FLOAT_ABSCISSA;
    float x = abscissa * table.widthFloat[layer];
    float signed = (word & LAYERS) == 0 ? x : -x;
    return abscissa < table.insideFloat[layer]
        ? signed
        : outerNormalFloat(bits, layer, abscissa, signed);
  }

  private static float outerNormalFloat(BitGenerator bits, int layer, int abscissa, float x) {
    if (layer == 0) {
      while (true) {
        float beyond = -(float) NORMAL_EDGE_INVERSE * Elementary.log1p(-bits.nextFloat());
        float y = -Elementary.log1p(-bits.nextFloat());
        if (y + y > beyond * beyond) {
          float tail = (float) NORMAL_EDGE + beyond;
          return (abscissa >>> 8 & 1) == 0 ? tail : -tail;
        }
      }
    }
    float[] f = NORMAL.densityFloat;
    float height = (f[layer - 1] - f[layer]) * bits.nextFloat() + f[layer];
    return height < Elementary.exp(-0.5 * x * x) ? x : normalFloat(bits);
  }

  static double exponential(BitGenerator bits) {
    Ziggurat table = EXPONENTIAL;
    long word = bits.nextLong();
    int layer = (int) (word >>> 3) & LAYERS - 1;
    long abscissa = word >>> 11;
    double x = abscissa * table.width[layer];
    return abscissa < table.inside[layer] ? x : outerExponential(bits, layer, x);
  }

  private static double outerExponential(BitGenerator bits, int layer, double x) {
    if (layer == 0) {
      return EXPONENTIAL_EDGE - Elementary.log1p(-bits.nextDouble());
    }
    double[] f = EXPONENTIAL.density;
    double height = (f[layer - 1] - f[layer]) * bits.nextDouble() + f[layer];
    return height < Elementary.exp(-x) ? x : exponential(bits);
  }

  static float exponentialFloat(BitGenerator bits) {
    Ziggurat table = EXPONENTIAL;
    int word = bits.nextInt();
    int layer = word >>> 1 & LAYERS - 1;
    int abscissa = word >>> 9;
    float x = abscissa * table.widthFloat[layer];
    return abscissa < table.insideFloat[layer] ? x : outerExponentialFloat(bits, layer, x);
  }

  private static float outerExponentialFloat(BitGenerator bits, int layer, float x) {
    if (layer == 0) {
      return (float) EXPONENTIAL_EDGE - Elementary.log1p(-bits.nextFloat());
    }
    float[] f = EXPONENTIAL.densityFloat;
    float height = (f[layer - 1] - f[layer]) * bits.nextFloat() + f[layer];
    return height < Elementary.exp(-x) ? x : exponentialFloat(bits);
  }
}
