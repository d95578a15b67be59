package io.lanewise.ufunc.reduce;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ndarray.kernel.Workers;
import io.lanewise.ufunc.lanes.LaneCorrelateLoops;

/// Correlations of two rows: the sums of products of one with parts of the other. Each sum adds its
/// products in order, whatever the lanes and threads.
public final class Correlation {
  private static final int BLOCK = CorrelateLoops.BLOCK;

  /// Products below which one thread does all: some 50 us of work.
  private static final long SHARED_FROM = 1 << 18;

  private static final double[] DOUBLES = new double[2 * BLOCK];
  private static final float[] FLOATS = new float[2 * BLOCK];
  private static final double[] DOUBLE_SUMS = new double[BLOCK];
  private static final float[] FLOAT_SUMS = new float[BLOCK];

  // A lambda, not LaneCorrelateLoops::new, which would link that class at once: see Folds
  private static final Twin<CorrelateLoops> LOOPS =
      new Twin<>(
          "correlate",
          new PlainCorrelateLoops(),
          () -> new LaneCorrelateLoops(),
          Correlation::exercise);

  private Correlation() {}

  private static void exercise(CorrelateLoops loops) {
    loops.add(DOUBLES, 1, DOUBLES, 3, 40, DOUBLE_SUMS);
    loops.add(FLOATS, 1, FLOATS, 3, 40, FLOAT_SUMS);
  }

  /// A block of sums.
  private interface Block {
    void run(int first, int count);
  }

  private static void share(int count, long products, Block block) {
    int blocks = (count + BLOCK - 1) / BLOCK;
    if (products < SHARED_FROM || Lanewise.parallelism() == 1 || blocks == 1) {
      for (int from = 0; from < count; from += BLOCK) {
        block.run(from, Math.min(BLOCK, count - from));
      }
      return;
    }
    int parts = Math.min(blocks, 8 * Lanewise.parallelism());
    Workers.run(
        new Workers.Job() {
          @Override
          protected void run(int part) {
            int last = (int) ((long) blocks * (part + 1) / parts);
            for (int i = (int) ((long) blocks * part / parts); i < last; i++) {
              block.run(i * BLOCK, Math.min(BLOCK, count - i * BLOCK));
            }
          }
        },
        parts);
  }

  /// `out[i]` is the sum of `a[k + j - (v.length - 1)] v[j]` with k = `start` + i, over all j for
  /// which there is such an element.
  public static void run(double[] a, double[] v, int start, double[] out) {
    share(
        out.length,
        (long) out.length * v.length,
        (first, count) -> block(a, v, start + first, count, out, first));
  }

  private static void block(double[] a, double[] v, int k, int count, double[] out, int at) {
    double[] sums = new double[BLOCK];
    int m = v.length;
    int from = k - (m - 1);
    // all sums have these products; the first ones come earlier and the last ones later
    int first = Math.max(0, -from);
    int last = count < BLOCK ? first : Math.max(first, Math.min(m, a.length - from - (BLOCK - 1)));
    for (int x = 0; x < count && first > 0; x++) {
      sums[x] = add(a, from + x, v, Math.max(0, -from - x), Math.min(first, m), sums[x]);
    }
    if (last > first) {
      LOOPS.get((last - first) * (BLOCK / 8)).add(a, from, v, first, last, sums);
    }
    if (last == m) {
      System.arraycopy(sums, 0, out, at, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      int end = Math.min(m, a.length - from - x);
      out[at + x] = add(a, from + x, v, Math.max(last, Math.max(0, -from - x)), end, sums[x]);
    }
  }

  private static double add(double[] a, int from, double[] v, int first, int last, double sum) {
    double result = sum;
    int end = Math.min(last, a.length - from);
    for (int j = first; j < end; j++) {
      result += a[from + j] * v[j];
    }
    return result;
  }

  /// `out[i]` is the sum of `a[k + j - (v.length - 1)] v[j]` with k = `start` + i, over all j for
  /// which there is such an element.
  public static void run(float[] a, float[] v, int start, float[] out) {
    share(
        out.length,
        (long) out.length * v.length,
        (first, count) -> block(a, v, start + first, count, out, first));
  }

  private static void block(float[] a, float[] v, int k, int count, float[] out, int at) {
    float[] sums = new float[BLOCK];
    int m = v.length;
    int from = k - (m - 1);
    // all sums have these products; the first ones come earlier and the last ones later
    int first = Math.max(0, -from);
    int last = count < BLOCK ? first : Math.max(first, Math.min(m, a.length - from - (BLOCK - 1)));
    for (int x = 0; x < count && first > 0; x++) {
      sums[x] = add(a, from + x, v, Math.max(0, -from - x), Math.min(first, m), sums[x]);
    }
    if (last > first) {
      LOOPS.get((last - first) * (BLOCK / 8)).add(a, from, v, first, last, sums);
    }
    if (last == m) {
      System.arraycopy(sums, 0, out, at, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      int end = Math.min(m, a.length - from - x);
      out[at + x] = add(a, from + x, v, Math.max(last, Math.max(0, -from - x)), end, sums[x]);
    }
  }

  private static float add(float[] a, int from, float[] v, int first, int last, float sum) {
    float result = sum;
    int end = Math.min(last, a.length - from);
    for (int j = first; j < end; j++) {
      result += a[from + j] * v[j];
    }
    return result;
  }

  /// The same for integers, which wrap.
  public static void run(long[] a, long[] v, int start, long[] out) {
    int m = v.length;
    for (int i = 0; i < out.length; i++) {
      int from = start + i - (m - 1);
      long sum = 0;
      for (int j = Math.max(0, -from); j < Math.min(m, a.length - from); j++) {
        sum += a[from + j] * v[j];
      }
      out[i] = sum;
    }
  }
}
