package io.lanewise.ufunc.fft.engine;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.Workers;
import java.util.Arrays;

/// Discrete Fourier transforms of many lines. A line is read whole before its result is written, so
/// that `in` and `out` may be the same lines.
public final class Transforms extends Workers.Job {
  /// What comes in and goes out.
  public enum Kind {
    /// Complex numbers to complex numbers.
    COMPLEX,
    /// Real numbers to all of their transform.
    REAL_TO_ALL,
    /// Real numbers to the half of their transform that is not the mirror of the rest.
    REAL_TO_HALF,
    /// That half to real numbers, by the inverse transform; the forward one takes the conjugates.
    HALF_TO_REAL
  }

  /// Lines side by side where they are short, so that their loads and stores do not dominate.
  private static final int MANY = 64;

  /// Lines side by side where each fills a part of the first-level cache: a cache line of complex
  /// numbers is four of them.
  private static final int SOME = 16;

  private static final int SHORT = 32;
  private static final int MIDDLE = 1 << 10;
  private static final int LONG = 1 << 13;

  /// From this many points times passes on a second thread pays for its wake-up.
  private static final long PARALLEL = 1 << 18;

  private final Kind kind;
  private final Lines in;
  private final Lines out;
  private final int n;
  private final boolean inverse;
  private final double scale;
  private final Plan plan;

  /// Null where all numbers are complex.
  private final RealLength real;

  private final Passes passes;
  private final long lines;
  private final int width;

  private Transforms(Kind kind, Lines in, Lines out, int n, boolean inverse, double scale) {
    boolean halved = kind != Kind.COMPLEX && n % 2 == 0;
    this.kind = kind;
    this.in = in;
    this.out = out;
    this.n = n;
    this.inverse = inverse;
    this.scale = scale;
    plan = Plans.COMPLEX.get(halved ? n / 2 : n);
    real = halved ? Plans.REAL.get(n) : null;
    lines = in.count();
    passes = PassLoops.passes(n, lines);
    width = width(plan.n, lines, in.step() <= 2 && out.step() <= 2 && in.step() > 0);
  }

  /// Transforms `n` points of each line of `in`, zeros where there are fewer, into `out`; the
  /// numbers of other lines are equal. `inverse` takes the exponent's sign as plus; `scale`
  /// multiplies the result.
  public static void run(Kind kind, Lines in, Lines out, int n, boolean inverse, double scale) {
    Transforms job = new Transforms(kind, in, out, n, inverse, scale);
    if (job.lines == 0) {
      return;
    }
    long blocks = (job.lines + job.width - 1) / job.width;
    boolean large = job.lines * n * (32 - Integer.numberOfLeadingZeros(n)) >= PARALLEL;
    if (large && blocks > 1 && Lanewise.parallelism() > 1) {
      // parts of several blocks, so that taking one costs nothing
      job.blocksPerPart = Math.max(1, blocks / 64);
      long parts = (blocks + job.blocksPerPart - 1) / job.blocksPerPart;
      Workers.run(job, Math.toIntExact(parts));
    } else {
      job.blocksPerPart = blocks;
      job.run(0);
    }
  }

  private long blocksPerPart;

  /// How many lines are transformed side by side, depending on nothing but speed.
  private static int width(int n, long lines, boolean consecutive) {
    if (lines == 1 || consecutive && n > SHORT || n > LONG) {
      return 1;
    }
    int most = n <= SHORT ? MANY : n <= MIDDLE ? SOME : Passes.COLUMNS;
    return (int) Math.min(most, lines + 7 & -8);
  }

  @Override
  protected void run(int part) {
    long from = part * blocksPerPart * width;
    long end = Math.min(lines, from + blocksPerPart * width);
    ArrayPort source = source();
    ArrayPort target = target();
    try (Work work = Work.borrow()) {
      for (long line = from; line < end; line += width) {
        int count = (int) Math.min(width, end - line);
        in.starts(line, count, source.starts());
        out.starts(line, count, target.starts());
        source.rows(count);
        target.rows(count);
        block(source, target, count == 1 ? 1 : Plan.padded(count), work);
      }
    }
  }

  private ArrayPort source() {
    double[] a = in.array();
    int step = in.step();
    return switch (kind) {
      case COMPLEX -> ArrayPort.complex(a, step, Math.min(in.points(), n), 1, width);
      case REAL_TO_ALL, REAL_TO_HALF -> {
        int points = Math.min(in.points(), n);
        yield real == null
            ? ArrayPort.real(a, step, points, 1, width)
            : ArrayPort.pairs(a, step, points, 1, width);
      }
      case HALF_TO_REAL -> {
        int points = Math.min(in.points(), n / 2 + 1);
        yield in.complex()
            ? ArrayPort.complex(a, step, points, 1, width)
            : ArrayPort.real(a, step, points, 1, width);
      }
    };
  }

  private ArrayPort target() {
    double[] a = out.array();
    int step = out.step();
    return switch (kind) {
      case COMPLEX, REAL_TO_ALL -> ArrayPort.complex(a, step, n, scale, width);
      case REAL_TO_HALF -> ArrayPort.complex(a, step, n / 2 + 1, scale, width);
      case HALF_TO_REAL ->
          real == null
              ? ArrayPort.real(a, step, n, scale, width)
              : ArrayPort.pairs(a, step, n, scale, width);
    };
  }

  private void block(ArrayPort source, ArrayPort target, int width, Work work) {
    if (kind == Kind.COMPLEX) {
      plan.run(passes, source, target, width, inverse, work);
      return;
    }
    work.reserveReal(Math.multiplyExact(n + 1, width));
    double[] re = work.realRe;
    double[] im = work.realIm;
    int rows = source.rows();
    int half = n / 2;
    SplitPort all = new SplitPort(rows, plan.n, width, re, im);
    if (kind == Kind.HALF_TO_REAL) {
      source.load(passes, 0, half + 1, re, im, 0, width);
      if (!inverse) {
        negate(im, (half + 1) * width);
      }
      if (real == null) {
        mirror(re, im, width);
        Arrays.fill(im, 0, width, 0);
      } else {
        real.combine(re, im, width);
      }
      plan.run(passes, all, target, width, true, work);
      return;
    }
    plan.run(passes, source, all, width, false, work);
    if (real != null) {
      real.separate(re, im, width);
    } else {
      // exactly, as the half of an even length has it
      Arrays.fill(im, 0, width, 0);
    }
    int points = half + 1;
    if (kind == Kind.REAL_TO_ALL) {
      points = n;
      mirror(re, im, width);
    }
    if (inverse) {
      negate(im, points * width);
    }
    target.store(passes, 0, points, re, im, 0, width);
  }

  private static void negate(double[] im, int count) {
    for (int i = 0; i < count; i++) {
      im[i] = -im[i];
    }
  }

  /// Point n - k becomes the conjugate of point k.
  private void mirror(double[] re, double[] im, int width) {
    for (int k = 1; 2 * k < n; k++) {
      for (int r = 0; r < width; r++) {
        re[(n - k) * width + r] = re[k * width + r];
        im[(n - k) * width + r] = -im[k * width + r];
      }
    }
  }
}
