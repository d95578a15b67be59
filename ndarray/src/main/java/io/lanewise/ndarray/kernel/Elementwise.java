package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.Layout;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.events.Events;
import java.util.Arrays;

/// Runs a program over arrays of any shape, stride, dtype and storage.
///
/// The shape of the outputs is the shape of the loop; inputs broadcast to it. Axes are put into
/// memory order and merged; what is left is rows of columns, and one of four ways fits:
/// - flat: every operand has consecutive elements or one value in a row: the kernel runs over the
///   rows;
/// - strided: a cheap body with steps: the strided kernel, without lanes;
/// - staged: another dtype, an odd buffer, or steps under a heavy body: operands are brought into
///   tiles that stay in the first-level cache and the flat kernel runs on those;
/// - short rows: as staged, several rows in a tile.
///
/// An input that overlaps an output without being the same elements is copied first, so the result
/// is as if nothing overlapped.
public final class Elementwise {
  /// Elements in a call of a flat kernel: long calls would compile by on-stack replacement only.
  public static final int CHUNK = 8_192;

  /// The same in the first chunk of a kernel that was never called. A method is compiled after some
  /// hundred calls, a loop in it after 60,000 rounds, which the interpreter takes 30 ms for in an
  /// exponential.
  static final int COLD_CHUNK = 32;

  /// Elements in a tile: four float64 operands fill half of a 64 KB first-level cache, and leave
  /// room in one of 32 KB.
  public static final int TILE = 1_024;

  /// Below this many operations-times-elements a second thread costs more than it gives (its
  /// wake-up takes some 20 us).
  private static final long PARALLEL_WORK = 1 << 18;

  private static final ThreadLocal<Iteration> ITERATION = ThreadLocal.withInitial(Iteration::new);

  private static final NDArray[] NONE = {};

  private Elementwise() {}

  /// Computes a program of one input.
  public static void run(KernelFamily family, NDArray a, NDArray out) {
    Iteration iteration = claim();
    NDArray[] operands = iteration.two;
    operands[0] = a;
    operands[1] = out;
    run(iteration, family, operands, iteration.scalars);
  }

  /// Computes a program of two inputs, the second a scalar with raw bits `scalar` where `b` is
  /// null.
  public static void run(KernelFamily family, NDArray a, NDArray b, long scalar, NDArray out) {
    Iteration iteration = claim();
    NDArray[] operands = iteration.three;
    operands[0] = a;
    operands[1] = b;
    operands[2] = out;
    iteration.scalars[1] = scalar;
    run(iteration, family, operands, iteration.scalars);
  }

  /// Computes `family` over `operands`: inputs, then outputs. A null input is a scalar with its raw
  /// bits in `scalars`.
  ///
  /// @throws BroadcastException if an input does not broadcast to the outputs, which have one shape
  /// @throws ReadOnlyArrayException if an output is read-only
  public static void run(KernelFamily family, NDArray[] operands, long[] scalars) {
    run(claim(), family, operands, scalars);
  }

  /// The same for operands that are known not to overlap, except where an input and an output are
  /// the same elements, or outputs lie between each other's elements, as the parts of complex
  /// numbers do (see [Overlap#separate]).
  public static void runSeparate(KernelFamily family, NDArray... operands) {
    runSeparate(family, operands, new long[operands.length]);
  }

  /// The same with the raw bits of numbers, whose operands are null.
  public static void runSeparate(KernelFamily family, NDArray[] operands, long[] scalars) {
    Iteration iteration = claim();
    iteration.separate = true;
    run(iteration, family, operands, scalars);
  }

  private static Iteration claim() {
    Iteration iteration = ITERATION.get();
    if (iteration.busy) {
      // an evaluation inside another, such as the copy of an overlapping input
      iteration = new Iteration();
    }
    iteration.busy = true;
    return iteration;
  }

  private static void run(
      Iteration iteration, KernelFamily family, NDArray[] operands, long[] scalars) {
    long start = Events.evaluations() ? System.nanoTime() : 0;
    try {
      execute(iteration, family, operands, scalars);
    } finally {
      iteration.release();
      iteration.busy = false;
      iteration.separate = false;
    }
    if (start != 0) {
      Program program = family.program();
      long elements = operands[program.inputs().size()].size();
      Events.evaluation(program.name(), elements, System.nanoTime() - start);
    }
    Arrays.fill(operands == iteration.two || operands == iteration.three ? operands : NONE, null);
  }

  /// Refuses outputs that are read-only or to which an input does not broadcast.
  private static void check(Program program, NDArray[] operands) {
    int inputs = program.inputs().size();
    Layout shape = operands[inputs].layout();
    for (int k = inputs; k < operands.length; k++) {
      if (!operands[k].isWriteable()) {
        throw new ReadOnlyArrayException("output array is read-only: " + program.name());
      }
      if (!operands[k].layout().sameShape(shape)) {
        throw new BroadcastException(
            program.name()
                + ": outputs have different shapes "
                + text(shape)
                + " "
                + text(operands[k].layout()));
      }
    }
    for (int k = 0; k < inputs; k++) {
      if (operands[k] != null && !operands[k].layout().broadcastsTo(shape)) {
        throw new BroadcastException(
            "non-broadcastable output operand with shape "
                + text(shape)
                + " doesn't match the shape "
                + text(operands[k].layout())
                + " of an input of "
                + program.name());
      }
    }
  }

  private static String text(Layout layout) {
    return Shapes.toString(layout.shape());
  }

  private static void execute(
      Iteration iteration, KernelFamily family, NDArray[] operands, long[] scalars) {
    Program program = family.program();
    check(program, operands);
    if (iteration.whole.run(family, operands, scalars)) {
      return;
    }
    NDArray[] separate = iteration.separate ? operands : Overlap.resolve(program, operands);
    if (!iteration.load(family, separate, scalars)) {
      return;
    }
    long work = iteration.elements() * Math.max(1, family.computations());
    int threads = Lanewise.parallelism();
    if (threads > 1
        && work >= PARALLEL_WORK
        && iteration.elements() >= 2 * CHUNK
        && mayShare(separate)
        && !iteration.coincides()) {
      Workers.run(iteration.job(threads), iteration.parts());
    } else {
      iteration.run();
    }
  }

  private static boolean mayShare(NDArray... operands) {
    for (NDArray operand : operands) {
      if (operand != null && !Workers.mayShare(operand)) {
        return false;
      }
    }
    return true;
  }
}
