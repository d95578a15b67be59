package io.lanewise.linalg.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Float64 matrix products C (+)= A B and C -= A B, packed and cache-blocked.
///
/// The design is that of Goto and van de Geijn, "Anatomy of high-performance matrix
/// multiplication", ACM TOMS 34(3), 2008, in the five-loop form of Van Zee and van de Geijn, "BLIS:
/// a framework for rapidly instantiating BLAS functionality", ACM TOMS 41(3), 2015: a KC x NC panel
/// of B lies packed in L3, an MC x KC block of A in L2, and the micro-kernel of [Kernels]
/// multiplies one panel of each into a tile of C held in registers. Packing absorbs strides,
/// transposition and storage, so one micro-kernel serves every view.
///
/// Element (i, j) is the chain `c = fma(a[i,p], b[p,j], c)` for p = 0 .. k-1, from zero or from the
/// old value. A tile loads C before its part of the chain and stores it after, so the chain is the
/// same for any blocking, tile shape, lane count, thread count and for the simple loop of small
/// sizes: the bits depend on the two matrices alone.
public final class DoubleGemm {
  /// Greatest depth of a panel; k is cut into equal parts up to it. Each part loads and stores C
  /// once: 52.7 GF/s at 384 to 512 steps against 51 at 192 for n = 1500 on Zen 4, L2 feeding what
  /// L1 cannot hold.
  static final int KC = 512;

  /// Bytes of a packed block of A: half of a common L2 of 1 MiB.
  private static final int A_BYTES = 512 << 10;

  /// Bytes of a packed panel of B, a share of L3.
  private static final int B_BYTES = 6 << 20;

  /// Elements of B up to which its rows are read in place: it stays in L2, and packing would cost
  /// more than it gains.
  private static final long B_IN_PLACE = 128 * 128;

  /// Products m n k up to this run the simple loop: packing costs more than it gains.
  static final long SIMPLE = 10L * 10 * 10;

  /// Multiply-adds from which a product is split over threads (2e7 flop).
  static final long PARALLEL = 10_000_000L;

  private static final class Workspace {
    double[] a = new double[0];
    double[] b = new double[0];
    double[] stage = new double[0];
    double[] tile = new double[0];
  }

  private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

  private final Kernels kernels;
  private final int mr;
  private final int nr;

  /// Products on the given kernels.
  public DoubleGemm(Kernels kernels) {
    this.kernels = kernels;
    this.mr = kernels.doubleTileRows();
    this.nr = kernels.doubleTileColumns();
  }

  /// C = A B, or C += A B with `accumulate`, or C -= A B with `accumulate` and `negate`; A is m x
  /// k, B is k x n. C must not overlap A or B.
  public void multiply(
      long m,
      long n,
      long k,
      DoubleMatrix a,
      DoubleMatrix b,
      boolean accumulate,
      boolean negate,
      DoubleMatrix c,
      Tasks tasks) {
    if (m == 0 || n == 0) {
      return;
    }
    boolean sideways =
        c.rowStride == 1 && c.columnStride != 1 ? n > nr / 2 || m >= nr : n < nr / 2 && m > n;
    if (sideways) {
      oriented(n, m, k, b.transposed(), a.transposed(), accumulate, negate, c.transposed(), tasks);
    } else {
      oriented(m, n, k, a, b, accumulate, negate, c, tasks);
    }
  }

  private void oriented(
      long m,
      long n,
      long k,
      DoubleMatrix a,
      DoubleMatrix b,
      boolean accumulate,
      boolean negate,
      DoubleMatrix c,
      Tasks tasks) {
    boolean heap = a.array != null && b.array != null && c.array != null;
    if (heap && (double) m * n * k <= SIMPLE || k == 0) {
      simple(m, n, k, a, b, accumulate, negate, c);
      return;
    }
    int width = (double) m * n * k < PARALLEL ? 1 : tasks.width();
    if (width == 1) {
      blocked(m, n, k, a, b, accumulate, negate, c);
      return;
    }
    // pieces about as wide as high, so that little is packed twice
    int down = 1;
    while (2 * down <= width && (double) m / down > (double) n * down / width) {
      down *= 2;
    }
    int rows = down;
    int columns = (width + rows - 1) / rows;
    long rowStep = roundUp((m + rows - 1) / rows, mr);
    long columnStep = roundUp((n + columns - 1) / columns, nr);
    tasks.run(
        rows * columns,
        piece -> {
          long i = piece % rows * rowStep;
          long j = piece / rows * columnStep;
          if (i < m && j < n) {
            blocked(
                Math.min(rowStep, m - i),
                Math.min(columnStep, n - j),
                k,
                a.at(i, 0),
                b.at(0, j),
                accumulate,
                negate,
                c.at(i, j));
          }
        });
  }

  private static long roundUp(long x, int step) {
    return (x + step - 1) / step * step;
  }

  private void simple(
      long rows,
      long columns,
      long depth,
      DoubleMatrix a,
      DoubleMatrix b,
      boolean accumulate,
      boolean negate,
      DoubleMatrix c) {
    if (b.columnStride != 1 || c.columnStride != 1 || columns < 4 || depth == 0) {
      for (long i = 0; i < rows; i++) {
        for (long j = 0; j < columns; j++) {
          double sum = accumulate ? c.get(i, j) : 0;
          for (long p = 0; p < depth; p++) {
            double x = a.get(i, p);
            sum = Fma.fma(negate ? -x : x, b.get(p, j), sum);
          }
          c.set(i, j, sum);
        }
      }
      return;
    }
    int n = (int) columns;
    for (long i = 0; i < rows; i++) {
      int to = (int) (c.offset + i * c.rowStride);
      if (!accumulate) {
        Arrays.fill(c.array, to, to + n, 0);
      }
      for (long p = 0; p < depth; p++) {
        double x = a.get(i, p);
        kernels.axpy(negate ? -x : x, b.array, (int) (b.offset + p * b.rowStride), c.array, to, n);
      }
    }
  }

  private void blocked(
      long m,
      long n,
      long k,
      DoubleMatrix a,
      DoubleMatrix b,
      boolean accumulate,
      boolean negate,
      DoubleMatrix c) {
    long parts = (k + KC - 1) / KC;
    int kcMax = (int) ((k + parts - 1) / parts);
    int mcMax = (int) Math.min(roundUp(m, mr), A_BYTES / (8 * kcMax) / mr * mr);
    int ncMax = (int) Math.min(roundUp(n, nr), B_BYTES / (8 * kcMax) / nr * nr);
    boolean inPlace = b.array != null && b.columnStride == 1 && n * k <= B_IN_PLACE;
    int whole = inPlace ? (int) n / nr * nr : 0;
    Workspace w = WORKSPACE.get();
    w.a = grown(w.a, mcMax * kcMax);
    w.b = grown(w.b, (ncMax - whole) * kcMax);
    w.tile = grown(w.tile, mr * nr);
    for (long jc = 0; jc < n; jc += ncMax) {
      int nc = (int) Math.min(ncMax, n - jc);
      for (long pc = 0; pc < k; pc += kcMax) {
        int kc = (int) Math.min(kcMax, k - pc);
        if (whole < nc) {
          pack(w, b.at(pc, jc + whole).transposed(), nc - whole, kc, nr, w.b);
        }
        for (long ic = 0; ic < m; ic += mcMax) {
          int mc = (int) Math.min(mcMax, m - ic);
          pack(w, a.at(ic, pc), mc, kc, mr, w.a);
          if (negate) {
            negate(w.a, (int) roundUp(mc, mr) * kc);
          }
          boolean add = accumulate || pc > 0;
          if (whole > 0) {
            int ldb = (int) b.rowStride;
            int from = (int) (b.offset + pc * b.rowStride);
            tiles(w, b.array, from, nr, ldb, mc, whole, kc, c.at(ic, 0), add);
          }
          if (whole < nc) {
            tiles(w, w.b, 0, nr * kc, nr, mc, nc - whole, kc, c.at(ic, jc + whole), add);
          }
        }
      }
    }
  }

  private static double[] grown(double[] buffer, int length) {
    return buffer.length >= length ? buffer : new double[length];
  }

  private static void negate(double[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = -x[i];
    }
  }

  /// The tiles of one block, along the rows of C: its lines are then fetched ahead by the hardware
  /// (52 GF/s against 49.6 down its columns for n = 1500 on Zen 4).
  private void tiles(
      Workspace w,
      double[] b,
      int bo,
      int panelStep,
      int ldb,
      int mc,
      int nc,
      int kc,
      DoubleMatrix c,
      boolean accumulate) {
    boolean direct = c.array != null && c.columnStride == 1;
    for (int i = 0; i < mc; i += mr) {
      int rows = Math.min(mr, mc - i);
      for (int j = 0; j < nc; j += nr) {
        int columns = Math.min(nr, nc - j);
        int from = bo + j / nr * panelStep;
        if (direct && rows == mr && columns == nr) {
          int to = (int) (c.offset + i * c.rowStride + j);
          kernels.tile(w.a, i * kc, b, from, ldb, kc, c.array, to, (int) c.rowStride, accumulate);
        } else {
          DoubleMatrix part = c.at(i, j);
          if (accumulate) {
            load(part, rows, columns, w.tile, nr);
          }
          kernels.tile(w.a, i * kc, b, from, ldb, kc, w.tile, 0, nr, accumulate);
          store(w.tile, nr, part, rows, columns);
        }
      }
    }
  }

  private static void load(DoubleMatrix c, int rows, int columns, double[] tile, int nr) {
    for (int i = 0; i < rows; i++) {
      if (c.array != null && c.columnStride == 1) {
        System.arraycopy(c.array, (int) (c.offset + i * c.rowStride), tile, i * nr, columns);
      } else {
        for (int j = 0; j < columns; j++) {
          tile[i * nr + j] = c.get(i, j);
        }
      }
    }
  }

  private static void store(double[] tile, int nr, DoubleMatrix c, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      if (c.array != null && c.columnStride == 1) {
        System.arraycopy(tile, i * nr, c.array, (int) (c.offset + i * c.rowStride), columns);
      } else {
        for (int j = 0; j < columns; j++) {
          c.set(i, j, tile[i * nr + j]);
        }
      }
    }
  }

  /// Packs `across` rows of a matrix, `depth` long, into panels of `width` rows: panel by panel,
  /// and within one the `width` elements of each step of k together; the last panel is padded with
  /// zeros.
  private static void pack(
      Workspace w, DoubleMatrix a, int across, int depth, int width, double[] out) {
    double[] from = a.array;
    int offset = (int) a.offset;
    int acrossStride = (int) a.rowStride;
    int depthStride = (int) a.columnStride;
    if (from == null) {
      w.stage = grown(w.stage, across * depth);
      from = w.stage;
      offset = 0;
      boolean rows = Math.abs(a.columnStride) <= Math.abs(a.rowStride);
      acrossStride = rows ? depth : 1;
      depthStride = rows ? 1 : across;
      stage(rows ? a : a.transposed(), rows ? across : depth, rows ? depth : across, from);
    }
    int to = 0;
    for (int i = 0; i < across; i += width) {
      int full = Math.min(width, across - i);
      int start = offset + i * acrossStride;
      if (acrossStride == 1) {
        for (int p = 0; p < depth; p++) {
          System.arraycopy(from, start + p * depthStride, out, to + p * width, full);
        }
      } else {
        interleave(from, start, acrossStride, depthStride, full, depth, width, out, to);
      }
      for (int r = full; r < width; r++) {
        for (int p = 0; p < depth; p++) {
          out[to + p * width + r] = 0;
        }
      }
      to += width * depth;
    }
  }

  private static void interleave(
      double[] from,
      int start,
      int acrossStride,
      int depthStride,
      int full,
      int depth,
      int width,
      double[] out,
      int to) {
    int r = 0;
    for (; r + 4 <= full; r += 4) {
      int s0 = start + r * acrossStride;
      int s1 = s0 + acrossStride;
      int s2 = s1 + acrossStride;
      int s3 = s2 + acrossStride;
      for (int p = 0; p < depth; p++) {
        int q = to + p * width + r;
        int at = p * depthStride;
        out[q] = from[s0 + at];
        out[q + 1] = from[s1 + at];
        out[q + 2] = from[s2 + at];
        out[q + 3] = from[s3 + at];
      }
    }
    for (; r < full; r++) {
      int s = start + r * acrossStride;
      for (int p = 0; p < depth; p++) {
        out[to + p * width + r] = from[s + p * depthStride];
      }
    }
  }

  private static void stage(DoubleMatrix a, int rows, int columns, double[] out) {
    MemorySegment segment = a.segment;
    for (int i = 0; i < rows; i++) {
      long at = a.offset + i * a.rowStride;
      if (a.columnStride == 1) {
        MemorySegment.copy(
            segment, ValueLayout.JAVA_DOUBLE_UNALIGNED, at * 8, out, i * columns, columns);
      } else {
        for (int j = 0; j < columns; j++) {
          out[i * columns + j] =
              segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, at + j * a.columnStride);
        }
      }
    }
  }
}
