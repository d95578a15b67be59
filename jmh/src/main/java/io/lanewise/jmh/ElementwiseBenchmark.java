package io.lanewise.jmh;

import io.lanewise.ndarray.NDArray;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A cheap and a dear operation beside their plain loops: the place to start a profile from, for
/// example with `./lanewise jmh -prof gc ElementwiseBenchmark`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ElementwiseBenchmark {
  /// Elements per operand.
  @Param({"10", "1000", "100000"})
  public int n;

  private double[] plainA;
  private double[] plainB;
  private double[] plainOut;
  private NDArray a;
  private NDArray b;
  private NDArray out;

  /// Made by JMH.
  public ElementwiseBenchmark() {}

  /// Makes the data and checks that a loop and its operation agree.
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    plainA = random.doubles(n, -9, 9).toArray();
    plainB = random.doubles(n, -9, 9).toArray();
    plainOut = new double[n];
    a = NDArray.of(plainA);
    b = NDArray.of(plainB);
    out = NDArray.of(new double[n]);
    agree(addPlain(), add(), 0);
    agree(expPlain(), exp(), 2);
  }

  /// `a + b` as a loop.
  @Benchmark
  public double[] addPlain() {
    for (int i = 0; i < plainOut.length; i++) {
      plainOut[i] = plainA[i] + plainB[i];
    }
    return plainOut;
  }

  /// `a + b` as an operation.
  @Benchmark
  public NDArray add() {
    return a.add(b, out);
  }

  /// `exp(a)` as a loop.
  @Benchmark
  public double[] expPlain() {
    for (int i = 0; i < plainOut.length; i++) {
      plainOut[i] = Math.exp(plainA[i]);
    }
    return plainOut;
  }

  /// `exp(a)` as an operation.
  @Benchmark
  public NDArray exp() {
    return a.exp(out);
  }

  private static void agree(double[] plain, NDArray array, double ulps) {
    double[] values = array.toDoubleArray();
    for (int i = 0; i < plain.length; i++) {
      if (!(Math.abs(plain[i] - values[i]) <= ulps * Math.ulp(plain[i]))) {
        throw new IllegalStateException(
            "element %d: loop %s, operation %s".formatted(i, plain[i], values[i]));
      }
    }
  }
}
