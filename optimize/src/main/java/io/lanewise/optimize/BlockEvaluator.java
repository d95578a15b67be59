package io.lanewise.optimize;

import io.lanewise.linalg.TriangularAccumulator;
import io.lanewise.ndarray.kernel.Workers;

/// Evaluates residuals block by block, so that memory does not depend on their number.
///
/// The rows are cut into at most [#SEGMENTS] runs of blocks; each run reduces its blocks one after
/// the other to a triangle ([TriangularAccumulator]) and a cost, and the runs are merged as a
/// binary tree. The shape of this tree depends on the number of rows and the block size alone, so
/// any number of threads gives the same bits.
final class BlockEvaluator implements Evaluator {
  /// Enough runs to keep many threads busy evenly, few enough that their triangles stay small.
  static final int SEGMENTS = 64;

  /// The triangles of all runs take at most this many numbers (32 MiB).
  private static final long FACTOR_NUMBERS = 1L << 22;

  /// A block of this many numbers (256 KiB) stays in a second-level cache between the model and the
  /// reduction.
  private static final int BLOCK_NUMBERS = 32_768;

  /// Keeps columns of a power of two from sharing cache sets.
  private static final int STAGGER = 8;

  /// Rows reduced at once. Fewer cost more calls than the first-level cache saves: 4 columns take
  /// 6.9 ns a row with 64 rows, 4.8 with 256, 4.4 with 1,024 (AVX-512, JDK 25).
  private static final int LEAF_ROWS = 1_024;

  /// Blocks are at least this high, and twice as high as wide: reducing a low one costs as much as
  /// its triangle.
  private static final int MIN_BLOCK = 64;

  private static final int MAX_BLOCK = 8_192;

  private final ResidualBlocks source;
  private final Loss loss;
  private final double lossScale;
  private final int n;
  private final long rows;
  private final int blockRows;
  private final int stride;
  private final long blocks;
  private final int segments;
  private final TriangularAccumulator[] factors;
  private final double[] costs;
  private final Worker[] idle;
  private final boolean concurrent;
  private final Job job = new Job();
  private int idleCount;

  private TriangularSystem current;
  private TriangularSystem next;
  private boolean linearised;
  private double[] passPoint;
  private boolean passDerivatives;
  private long evaluations;
  private long linearisations;

  /// @param blockRows rows per block, or 0 to choose by the number of parameters
  BlockEvaluator(ResidualBlocks source, Loss loss, double lossScale, int blockRows) {
    this.source = source;
    this.loss = loss;
    this.lossScale = lossScale;
    n = source.parameters();
    rows = source.rows();
    this.blockRows = blockRows(rows, n, blockRows);
    stride = this.blockRows + STAGGER;
    blocks = (rows + this.blockRows - 1) / this.blockRows;
    segments = Math.clamp(blocks, 1, segments(n));
    factors = new TriangularAccumulator[segments];
    for (int s = 0; s < segments; s++) {
      factors[s] = new TriangularAccumulator(n + 1);
    }
    costs = new double[segments];
    idle = new Worker[segments];
    idle[0] = new Worker(source);
    idleCount = 1;
    ResidualBlocks second = segments > 1 ? source.fork() : null;
    concurrent = second != null;
    if (concurrent) {
      idle[idleCount++] = new Worker(second);
    }
    current = new TriangularSystem(n);
    next = new TriangularSystem(n);
  }

  /// The rows per block.
  ///
  /// @param wanted 0 to choose by the number of parameters
  static int blockRows(long rows, int parameters, int wanted) {
    int fitting = BLOCK_NUMBERS / (parameters + 2) / 8 * 8;
    int tall = Math.max(MIN_BLOCK, 2 * parameters);
    int chosen = Math.max(tall, Math.min(fitting, MAX_BLOCK));
    return Math.clamp(rows, 1, wanted > 0 ? wanted : chosen);
  }

  /// The largest number of runs whose triangles take no more than [#FACTOR_NUMBERS].
  private static int segments(int parameters) {
    long triangle = (parameters + 1L) * (parameters + 1L);
    return Math.clamp(FACTOR_NUMBERS / triangle, 1, SEGMENTS);
  }

  @Override
  public int parameters() {
    return n;
  }

  @Override
  public long residuals() {
    return rows;
  }

  @Override
  public double cost(double[] x) {
    evaluations++;
    linearised = source.derivativesComeAlong();
    return pass(x, linearised);
  }

  @Override
  public boolean linearise(double[] x) {
    if (!linearised) {
      pass(x, true);
      linearised = true;
    }
    linearisations++;
    return next.load(factors[0].triangle());
  }

  @Override
  public LinearisedSystem candidate() {
    return next;
  }

  @Override
  public LinearisedSystem accept() {
    TriangularSystem before = current;
    current = next;
    next = before;
    return current;
  }

  @Override
  public long evaluations() {
    return evaluations;
  }

  @Override
  public long linearisations() {
    return linearisations;
  }

  private double pass(double[] x, boolean derivatives) {
    source.begin(x, derivatives);
    passPoint = x;
    passDerivatives = derivatives;
    if (concurrent) {
      Workers.run(job, segments);
    } else {
      for (int s = 0; s < segments; s++) {
        segment(s, idle[0]);
      }
    }
    for (int step = 1; step < segments; step *= 2) {
      for (int s = 0; s + step < segments; s += 2 * step) {
        costs[s] += costs[s + step];
        if (derivatives) {
          factors[s].merge(factors[s + step]);
        }
      }
    }
    return 0.5 * costs[0];
  }

  /// One segment after the other on each thread of the pool.
  private final class Job extends Workers.Job {
    @Override
    protected void run(int segment) {
      Worker worker = borrow();
      segment(segment, worker);
      giveBack(worker);
    }
  }

  private synchronized Worker borrow() {
    return idleCount > 0 ? idle[--idleCount] : new Worker(source.fork());
  }

  private synchronized void giveBack(Worker worker) {
    idle[idleCount++] = worker;
  }

  private void segment(int s, Worker worker) {
    double total = 0;
    TriangularAccumulator factor = factors[s];
    if (passDerivatives) {
      factor.clear();
    }
    long end = blocks * (s + 1) / segments;
    for (long b = blocks * s / segments; b < end; b++) {
      long from = b * blockRows;
      int count = (int) Math.min(blockRows, rows - from);
      double[] block = worker.block;
      if (passDerivatives) {
        worker.source.linearise(passPoint, from, count, block, stride);
        total += loss.sum(block, n * stride, count, lossScale);
        loss.weigh(block, stride, n, count, lossScale);
        for (int leaf = 0; leaf < count; leaf += LEAF_ROWS) {
          factor.add(block, leaf, Math.min(LEAF_ROWS, count - leaf), stride);
        }
      } else {
        worker.source.residuals(passPoint, from, count, block, 0);
        total += loss.sum(block, 0, count, lossScale);
      }
    }
    costs[s] = total;
  }

  /// What one thread needs: a source of its own and a block.
  private final class Worker {
    private final ResidualBlocks source;
    private final double[] block;

    Worker(ResidualBlocks source) {
      this.source = source;
      this.block = new double[Math.multiplyExact(stride, n + 2)];
    }
  }
}
