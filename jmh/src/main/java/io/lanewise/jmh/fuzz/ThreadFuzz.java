package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Interop;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;

/// `./lanewise fuzz threads`: many threads compile and run the same and different kernels at once,
/// while lanes take over: functions, reductions, folds and expressions, in pools and without, over
/// arrays they share. The result of a job depends on its number alone, so every thread must get the
/// same hash for it.
final class ThreadFuzz {
  static final int THREADS = 16;

  /// Different jobs; few enough that threads meet in them, and most structures are new at first.
  private static final int JOBS = 2_000;

  private static final List<UFunc> FUNCTIONS =
      Ufuncs.all().values().stream().filter(f -> f.nout() == 1).distinct().toList();

  private static final int[] SIZES = {1, 7, 100, 1_001, 5_000, 40_000};

  private final List<NDArray> shared = new ArrayList<>();
  private final AtomicReferenceArray<Long> hashes = new AtomicReferenceArray<>(JOBS);

  private ThreadFuzz() {
    for (int n : SIZES) {
      NDArray a = NDArray.linspace(-3, 3, n);
      shared.add(a);
      shared.add(a.astype(DType.FLOAT32));
      shared.add(NDArray.linspace(-3, 3, 2L * n).get("::2"));
      shared.add(a.multiply(9).astype(DType.INT32));
      shared.add(a.astype(DType.FLOAT16));
    }
  }

  /// Runs until `goesOn`, which every thread asks before each of its jobs, says no.
  static Fuzz.Outcome run(long seed, BooleanSupplier goesOn, PrintStream out) {
    ThreadFuzz fuzz = new ThreadFuzz();
    Map<String, Long> counts = new TreeMap<>();
    int differences = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<String>>> threads = new ArrayList<>();
      long[] jobs = new long[THREADS];
      for (int t = 0; t < THREADS; t++) {
        int thread = t;
        threads.add(pool.submit(() -> fuzz.work(seed, thread, goesOn, jobs)));
      }
      for (int t = 0; t < THREADS; t++) {
        for (String difference : threads.get(t).get()) {
          differences++;
          out.println("thread " + t + ": " + difference);
        }
        counts.put("thread %2d".formatted(t), jobs[t]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread failed", e.getCause());
    }
    return new Fuzz.Outcome(counts, Map.of(), differences);
  }

  private List<String> work(long seed, int thread, BooleanSupplier goesOn, long... jobs) {
    List<String> differences = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed + thread);
    while (goesOn.getAsBoolean() && differences.size() < 5) {
      // close to each other, so that threads meet in what is new
      int job = (int) ((jobs[thread] + random.nextInt(40)) % JOBS);
      long hash = hash(seed, job);
      Long known = hashes.compareAndExchange(job, null, hash);
      if (known != null && known != hash) {
        differences.add("job %d of seed %d: %x and not %x".formatted(job, seed, hash, known));
      }
      jobs[thread]++;
    }
    return differences;
  }

  private long hash(long seed, int job) {
    SplittableRandom random = new SplittableRandom(seed * JOBS + job);
    if (random.nextInt(4) > 0) {
      return operations(random);
    }
    MemoryPool.Scope scope = MemoryPool.scope();
    try {
      return operations(random);
    } finally {
      scope.close();
    }
  }

  private long operations(SplittableRandom random) {
    NDArray a = shared.get(random.nextInt(shared.size()));
    return switch (random.nextInt(4)) {
      case 0 -> function(random, a);
      case 1 -> reduction(random, a);
      case 2 -> hash(random(random, a).eval());
      default -> {
        RandomExpr mixed = new RandomExpr(new RandomArrays(random), 1 + random.nextInt(30));
        yield hash(mixed.root().eval());
      }
    };
  }

  /// Functions that lanes take over in, over arrays that all threads read.
  private long function(SplittableRandom random, NDArray a) {
    UFunc f = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    try {
      NDArray result = f.nin() == 1 ? f.apply(a) : f.apply(a, a, null);
      return f.name().equals("signbit") || f.name().equals("copysign") ? 0 : hash(result);
    } catch (UnsupportedOperationException | ArithmeticException e) {
      // no loop for the dtype
      return e.getMessage().hashCode();
    }
  }

  private static long reduction(SplittableRandom random, NDArray a) {
    NDArray rows = a.size() % 5 == 0 ? a.reshape(5, -1) : a.reshape(1, -1);
    Axes axes = random.nextBoolean() ? Axes.all() : Axes.axis(random.nextInt(2));
    NDArray result =
        switch (random.nextInt(6)) {
          case 0 -> Reductions.sum(rows, axes, null);
          case 1 -> Reductions.var(rows, 0, axes, null);
          case 2 -> Reductions.max(rows, axes, null);
          case 3 -> Ufuncs.HYPOT.reduce(rows, axes);
          case 4 -> Ufuncs.ADD.accumulate(rows, 1);
          default -> Ufuncs.LOGADDEXP.reduce(rows, axes);
        };
    return hash(result);
  }

  private static Expr random(SplittableRandom random, NDArray a) {
    Expr e = Expr.of(a).add(0.5);
    for (int i = random.nextInt(8); i > 0; i--) {
      e =
          switch (random.nextInt(5)) {
            case 0 -> e.multiply(a);
            case 1 -> e.sin();
            case 2 -> e.abs().sqrt();
            case 3 -> e.add(1.5 * i);
            default -> e.minimum(Expr.of(a).square());
          };
    }
    return e;
  }

  private static long hash(NDArray a) {
    NDArray numbers = a.dtype().isComplex() ? a.viewAsReal() : a;
    boolean floating = numbers.dtype().isFloating();
    // toDoubleArray keeps NaNs apart, the hash does not
    return floating
        ? Arrays.hashCode(numbers.toDoubleArray())
        : Arrays.hashCode(Interop.tobytes(a));
  }
}
