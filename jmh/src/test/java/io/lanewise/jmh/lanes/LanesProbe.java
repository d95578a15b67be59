package io.lanewise.jmh.lanes;

import io.lanewise.linalg.Linalg;
import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.KernelSlot.LaneState;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Twin;
import io.lanewise.ufunc.NanReductions;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.Signals;
import io.lanewise.ufunc.Sorting;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import io.lanewise.ufunc.fft.Fft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Calls every universal function in float64 and float32, and asks for the loops written by hand,
/// until all have lanes or lost the race, then prints where each stands: `kernel` or `twin`, state,
/// failed attempts, name. Nothing forces lanes. It ends without an answer from those that have none
/// after so many seconds.
public final class LanesProbe {
  /// Two tiles and a tail: long enough to run mostly in loops, short for functions of many
  /// operations.
  private static final int ELEMENTS = 2_051;

  /// What a use of a loop written by hand is said to take.
  private static final long USE_NANOSECONDS = 1_000_000;

  private LanesProbe() {}

  /// A call, and the kernels that it runs.
  private record Job(Runnable call, Set<KernelSlot> kernels) {
    static Job of(Runnable call) {
      Map<KernelSlot, Long> before = new HashMap<>();
      Kernels.all().forEach(kernel -> before.put(kernel, kernel.calls()));
      call.run();
      Set<KernelSlot> ran = new LinkedHashSet<>(Kernels.all());
      ran.removeIf(kernel -> kernel.calls() == before.getOrDefault(kernel, 0L));
      return new Job(call, ran);
    }

    boolean isSettled() {
      return kernels.stream().allMatch(kernel -> LanesProbe.isSettled(kernel.state()));
    }
  }

  /// @param arguments how many seconds all may take together
  public static void main(String... arguments) {
    long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
    makeTwins();
    List<Job> jobs = jobs();
    List<Job> open = new ArrayList<>(jobs);
    List<Twin<?>> twins = new ArrayList<>(Twin.all());
    while (!(open.isEmpty() && twins.isEmpty()) && System.nanoTime() < end) {
      open.forEach(job -> job.call.run());
      twins.forEach(twin -> twin.get(USE_NANOSECONDS));
      open.removeIf(Job::isSettled);
      twins.removeIf(twin -> isSettled(twin.state()));
    }
    jobs.stream()
        .flatMap(job -> job.kernels.stream())
        .distinct()
        .sorted(Comparator.comparing(KernelSlot::toString))
        .forEach(k -> print("kernel", k.state(), k.attempts(), k.toString()));
    Twin.all().forEach(t -> print("twin", t.state(), t.attempts(), t.name()));
  }

  private static boolean isSettled(LaneState state) {
    return state != LaneState.SCALAR && state != LaneState.WARMING;
  }

  private static void print(String kind, LaneState state, int attempts, String name) {
    System.out.printf("%s %s %d %s%n", kind, state, attempts, name);
  }

  private static List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      NDArray a = NDArray.linspace(0.1, 0.9, ELEMENTS).astype(dtype);
      NDArray b = NDArray.linspace(0.9, 0.2, ELEMENTS).astype(dtype);
      for (UFunc f : new LinkedHashSet<>(Ufuncs.all().values())) {
        if (takes(f, a, b)) {
          List<NDArray> outs = run(f, a, b);
          NDArray[] out = outs.toArray(NDArray[]::new);
          jobs.add(Job.of(call(f, a, b, out)));
        }
      }
    }
    return jobs;
  }

  /// Functions of bits and integers do not.
  private static boolean takes(UFunc f, NDArray a, NDArray b) {
    try {
      run(f, a, b);
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private static List<NDArray> run(UFunc f, NDArray a, NDArray b) {
    return (f.nin() == 1 ? f.call(a) : f.call(a, b)).runAll();
  }

  private static Runnable call(UFunc f, NDArray a, NDArray b, NDArray... out) {
    if (f.nout() > 1) {
      return f.nin() == 1
          ? () -> f.call(a).out(out).runAll()
          : () -> f.call(a, b).out(out).runAll();
    }
    return f.nin() == 1 ? () -> f.apply(a, out[0]) : () -> f.apply(a, b, out[0]);
  }

  /// One small call of each kind: a loop written by hand exists from its first use on.
  private static void makeTwins() {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      NDArray a = NDArray.linspace(1, 2, 4_096).astype(dtype);
      List<Function<NDArray, Object>> uses =
          List.of(
              x -> Reductions.sum(x),
              x -> Reductions.max(x, Axes.all(), null),
              x -> Reductions.cumsum(x),
              x -> NanReductions.nansum(x),
              x -> Ufuncs.ADD.reduceat(x, new long[] {0, 9}, 0, null, null),
              Fft::fft,
              x -> Signals.correlate(x, x));
      uses.forEach(use -> use.apply(a));
      Linalg.matmul(a.reshape(64, 64), a.reshape(64, 64));
    }
    Sorting.sort(NDArray.arange(100_000));
  }
}
