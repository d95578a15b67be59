package io.lanewise.linalg.kernel;

import io.lanewise.ndarray.kernel.Hardware;
import io.lanewise.ndarray.kernel.KernelMode;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// Plain loops first, lanes when they are compiled. A lane loop that C2 has not compiled yet
/// allocates a vector per operation and is a hundred times slower than the plain one, so each
/// family of kernels starts plain; once it has done some work, a daemon thread runs its lanes on
/// scratch until a call allocates nothing, and lanes take over if they are then faster. Both work
/// on the same packed panels and give the same bits, so they may change places in the middle of a
/// product. With `lanewise.kernels=lanes` the first use waits instead.
final class WarmedKernels implements Kernels {
  /// Multiply-adds in plain loops before lanes are warmed: some 10 ms.
  private static final long WORK = 30_000_000L;

  private static final int BATCH = 1_000;
  private static final long LIMIT_NANOSECONDS = 10_000_000_000L;
  private static final long PAUSE_NANOSECONDS = 5_000_000L;
  private static final int RACES = 3;
  private static final int ROUNDS = 9;
  private static final boolean WAIT = KernelMode.current() == KernelMode.LANES;

  private final Kernels plain;
  private final Kernels lanes;
  private final Family doubleTile = new Family("float64 products", this::doubleTileTrial);
  private final Family floatTile = new Family("float32 products", this::floatTileTrial);
  private final Family doubleDots = new Family("float64 vectors", this::doubleDotsTrial);
  private final Family floatDots = new Family("float32 vectors", this::floatDotsTrial);
  private final Family sweeps = new Family("Householder sweeps", this::sweepTrial);

  WarmedKernels(Kernels lanes) {
    this.lanes = lanes;
    this.plain =
        new PlainKernels(
            lanes.doubleTileRows(),
            lanes.doubleTileColumns(),
            lanes.floatTileRows(),
            lanes.floatTileColumns());
  }

  /// A short or a long call of one family on scratch.
  private interface Trial {
    void run(Kernels kernels, int n);
  }

  /// Kernels that are warmed together.
  private final class Family {
    private final String name;
    private final Trial trial;
    private long work;
    private boolean started;
    private volatile boolean ready;

    Family(String name, Trial trial) {
      this.name = name;
      this.trial = trial;
    }

    /// The kernels to use for `amount` more multiply-adds.
    Kernels choose(long amount) {
      if (ready) {
        return lanes;
      }
      // a lost update between threads only delays the change
      work += amount;
      if ((WAIT || work > WORK) && start()) {
        if (WAIT) {
          compile();
          ready = true;
          return lanes;
        }
        Thread thread = new Thread(this::compete, "lanewise-linalg-lanes");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
      }
      return plain;
    }

    private synchronized boolean start() {
      boolean first = !started;
      started = true;
      return first;
    }

    private void compete() {
      boolean compiled = compile();
      boolean wins = false;
      // a race on a busy machine may be lost by chance
      for (int race = 0; race < RACES && compiled && !wins; race++) {
        wins = time(lanes) < time(plain);
      }
      System.getLogger("io.lanewise")
          .log(
              System.Logger.Level.DEBUG,
              "{0}: {1}",
              name,
              wins ? "lanes" : compiled ? "plain loops are faster" : "lanes allocate");
      ready = wins;
    }

    /// Runs the lanes until two batches allocate nothing; false where that takes too long.
    private boolean compile() {
      return quiet(8, BATCH) && quiet(64, BATCH / 10);
    }

    private boolean quiet(int n, int calls) {
      long limit = System.nanoTime() + LIMIT_NANOSECONDS;
      int quiet = 0;
      while (quiet < 2 && System.nanoTime() < limit) {
        long before = Hardware.allocatedBytes();
        for (int i = 0; i < calls; i++) {
          trial.run(lanes, n);
        }
        if (Hardware.allocatedBytes() == before) {
          quiet++;
        } else {
          quiet = 0;
          // leaves the processor to the compiler, which is what this waits for
          LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
      }
      return quiet == 2;
    }

    private long time(Kernels kernels) {
      long[] times = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
          trial.run(kernels, 64);
        }
        times[round] = System.nanoTime() - start;
      }
      Arrays.sort(times);
      return times[ROUNDS / 2];
    }
  }

  private final double[] doubles = new double[5 * 64 * 64];
  private final float[] floats = new float[5 * 64 * 64];

  private void doubleTileTrial(Kernels k, int n) {
    int half = doubles.length / 2;
    k.tile(
        doubles,
        0,
        doubles,
        0,
        k.doubleTileColumns(),
        n,
        doubles,
        half,
        k.doubleTileColumns(),
        (n & 8) == 0);
  }

  private void floatTileTrial(Kernels k, int n) {
    int half = floats.length / 2;
    k.tile(
        floats,
        0,
        floats,
        0,
        k.floatTileColumns(),
        n,
        floats,
        half,
        k.floatTileColumns(),
        (n & 8) == 0);
  }

  private void doubleDotsTrial(Kernels k, int n) {
    k.dots(doubles, 0, doubles, 64, 64, 7, n, doubles, 1024, 1, doubles2);
    k.axpy(0.5, doubles, 0, doubles, 2048, n);
  }

  private void floatDotsTrial(Kernels k, int n) {
    k.dots(floats, 0, floats, 64, 64, 7, 2 * n, floats, 1024, 1, floats2);
    k.axpy(0.5f, floats, 0, floats, 2048, 2 * n);
  }

  private final double[] doubles2 = new double[64];
  private final float[] floats2 = new float[64];

  private void sweepTrial(Kernels k, int n) {
    for (int columns = 2; columns <= 7; columns++) {
      k.sweep(doubles, 0, 64, n, 0, columns, doubles2, doubles2, doubles2);
    }
  }

  @Override
  public int doubleTileRows() {
    return lanes.doubleTileRows();
  }

  @Override
  public int doubleTileColumns() {
    return lanes.doubleTileColumns();
  }

  @Override
  public int floatTileRows() {
    return lanes.floatTileRows();
  }

  @Override
  public int floatTileColumns() {
    return lanes.floatTileColumns();
  }

  @Override
  public void tile(
      double[] a,
      int ao,
      double[] b,
      int bo,
      int ldb,
      int kc,
      double[] c,
      int co,
      int ldc,
      boolean accumulate) {
    Kernels k = doubleTile.choose((long) kc * doubleTileRows() * doubleTileColumns());
    if (k == lanes) {
      lanes.tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    } else {
      plain.tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    }
  }

  @Override
  public void tile(
      float[] a,
      int ao,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      int ldc,
      boolean accumulate) {
    Kernels k = floatTile.choose((long) kc * floatTileRows() * floatTileColumns());
    if (k == lanes) {
      lanes.tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    } else {
      plain.tile(a, ao, b, bo, ldb, kc, c, co, ldc, accumulate);
    }
  }

  @Override
  public void dots(
      double[] x,
      int xo,
      double[] y,
      int yo,
      int ld,
      int count,
      int n,
      double[] out,
      int oo,
      int os,
      double[] sums) {
    if (doubleDots.choose((long) count * n) == lanes) {
      lanes.dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
    } else {
      plain.dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
    }
  }

  @Override
  public void dots(
      float[] x,
      int xo,
      float[] y,
      int yo,
      int ld,
      int count,
      int n,
      float[] out,
      int oo,
      int os,
      float[] sums) {
    if (floatDots.choose((long) count * n) == lanes) {
      lanes.dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
    } else {
      plain.dots(x, xo, y, yo, ld, count, n, out, oo, os, sums);
    }
  }

  @Override
  public void sweep(
      double[] w,
      int base,
      int ld,
      int rows,
      int pivot,
      int columns,
      double[] c,
      double[] out,
      double[] sums) {
    if (sweeps.choose(2L * (columns - pivot) * rows) == lanes) {
      lanes.sweep(w, base, ld, rows, pivot, columns, c, out, sums);
    } else {
      plain.sweep(w, base, ld, rows, pivot, columns, c, out, sums);
    }
  }

  @Override
  public void axpy(double x, double[] a, int ao, double[] y, int yo, int n) {
    if (doubleDots.choose(n) == lanes) {
      lanes.axpy(x, a, ao, y, yo, n);
    } else {
      plain.axpy(x, a, ao, y, yo, n);
    }
  }

  @Override
  public void axpy(float x, float[] a, int ao, float[] y, int yo, int n) {
    if (floatDots.choose(n) == lanes) {
      lanes.axpy(x, a, ao, y, yo, n);
    } else {
      plain.axpy(x, a, ao, y, yo, n);
    }
  }
}
