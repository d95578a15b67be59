package io.lanewise.docs;

import io.lanewise.docs.lanes.DampedLanes;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A damped wave, y = exp(-x/2) cos(6x), computed in five ways. Each writes to the same array.
final class FiveWays {
  /// One of the five.
  enum Way {
    PLAIN_LOOP("plain loop", "plainLoop"),
    STREAM("stream", "stream"),
    LANES("lanes by hand", "lanes"),
    UFUNCS("ufuncs", "ufuncs"),
    FUSED("fused", "fused");

    private final String title;
    private final String method;

    Way(String title, String method) {
      this.title = title;
      this.method = method;
    }

    String title() {
      return title;
    }

    /// The code that runs.
    List<String> code() {
      return this == LANES
          ? Source.body(DampedLanes.class, "run")
          : Source.body(FiveWays.class, method);
    }

    /// The ways that this JVM offers: without the incubator module there are no lanes by hand.
    static List<Way> present() {
      boolean lanes = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
      return Arrays.stream(values()).filter(way -> way != LANES || lanes).toList();
    }
  }

  private final double[] x;
  private final double[] y;
  private final NDArray xs;
  private final NDArray ys;
  private NDArray decay;
  private Expr expression;

  FiveWays(int n) {
    xs = NDArray.linspace(0, 10, n);
    x = xs.toDoubleArray();
    y = new double[n];
    ys = NDArray.of(y);
  }

  /// The output of the last run.
  double[] y() {
    return y;
  }

  void run(Way way) {
    switch (way) {
      case PLAIN_LOOP -> plainLoop();
      case STREAM -> stream();
      case LANES -> lanes();
      case UFUNCS -> ufuncs();
      case FUSED -> fused();
    }
  }

  private void plainLoop() {
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(-0.5 * x[i]) * Math.cos(6.0 * x[i]);
    }
  }

  private void stream() {
    IntStream.range(0, x.length).forEach(i -> y[i] = Math.exp(-0.5 * x[i]) * Math.cos(6.0 * x[i]));
  }

  private void lanes() {
    DampedLanes.run(x, y);
  }

  private void ufuncs() {
    if (decay == null) {
      decay = NDArray.zeros(x.length);
    }
    xs.multiply(-0.5, decay).exp(decay);
    xs.multiply(6.0, ys).cos(ys);
    decay.multiply(ys, ys);
  }

  private void fused() {
    if (expression == null) {
      Expr v = Expr.of(xs);
      expression = v.multiply(-0.5).exp().multiply(v.multiply(6.0).cos());
    }
    expression.eval(ys);
  }
}
