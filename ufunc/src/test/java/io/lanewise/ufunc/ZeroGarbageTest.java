package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Hardware;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// In steady state a call with an output allocates nothing, by the thread's allocation counter.
class ZeroGarbageTest {
  private static final int WARM = 30_000;
  private static final int CALLS = 1_000;

  private int threads;

  private record Case(String name, Runnable call) {}

  @BeforeEach
  void oneThread() {
    threads = Lanewise.parallelism();
    Lanewise.parallelism(1);
  }

  @AfterEach
  void threadsAsBefore() {
    Lanewise.parallelism(threads);
  }

  @TestFactory
  Stream<DynamicTest> callsWithAnOutputAllocateNothing() {
    NDArray a = NDArray.linspace(0.5, 3, 200);
    NDArray b = NDArray.linspace(1, 2, 200);
    NDArray out = NDArray.zeros(200);
    NDArray matrix = NDArray.linspace(0.5, 3, 600).reshape(200, 3);
    NDArray row = NDArray.of(1.0, 2.0, 3.0);
    NDArray matrixOut = NDArray.zeros(200, 3);
    NDArray singles = a.astype(DType.FLOAT32);
    NDArray flags = NDArray.zeros(DType.BOOL, 200);
    NDArray strided = NDArray.linspace(0.5, 3, 400).get("::2");
    NDArray nativeIn = NDArray.of(Arena.ofAuto().allocate(1_600, 64), DType.FLOAT64);
    NDArray nativeOut = NDArray.of(Arena.ofAuto().allocate(1_600, 64), DType.FLOAT64);
    Expr fused = Expr.of(a).multiply(2.5).add(Expr.of(b).sin());
    Expr p = Expr.scalar();
    Expr x = Expr.array(DType.FLOAT64);
    Expr model = p.multiply(x).negative().exp();
    Fused both = Fused.of(List.of(model, model.derivative(p)), List.of(x), List.of(p));
    NDArray[] arrays = {a};
    double[] scalars = {0.7};
    double[] columns = new double[400];
    return Stream.of(
            new Case("add", () -> Ufuncs.ADD.apply(a, b, out)),
            new Case("fluent add", () -> a.add(b, out)),
            new Case("exp", () -> Ufuncs.EXP.apply(a, out)),
            new Case("power", () -> Ufuncs.POWER.apply(a, b, out)),
            new Case("add of a scalar", () -> Ufuncs.ADD.apply(a, 2.5, out)),
            new Case("in place", () -> Ufuncs.MULTIPLY.apply(out, b, out)),
            new Case("less", () -> Ufuncs.LESS.apply(a, b, flags)),
            new Case("off the heap", () -> Ufuncs.ADD.apply(nativeIn, b, nativeOut)),
            new Case("broadcast row", () -> Ufuncs.ADD.apply(matrix, row, matrixOut)),
            new Case("strided", () -> Ufuncs.ADD.apply(strided, b, out)),
            new Case("strided exp through tiles", () -> Ufuncs.EXP.apply(strided, out)),
            new Case("mixed dtypes", () -> Ufuncs.ADD.apply(singles, b, out)),
            new Case("fused", () -> fused.eval(out)),
            new Case(
                "fused model and derivative",
                () -> both.run(arrays, 0, 200, scalars, columns, 0, 200)))
        .map(c -> DynamicTest.dynamicTest(c.name, () -> assertAllocatesNothing(c.call)));
  }

  private static void assertAllocatesNothing(Runnable call) {
    for (int i = 0; i < WARM; i++) {
      call.run();
    }
    // a change to lanes or a compilation may fall into one measurement, not into all
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 1_000 && least != 0; attempt++) {
      long before = Hardware.allocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      least = Math.min(least, Hardware.allocatedBytes() - before);
    }
    assertThat(least).as("bytes in %d calls", CALLS).isZero();
  }
}
