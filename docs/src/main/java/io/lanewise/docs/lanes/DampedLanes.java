package io.lanewise.docs.lanes;

import static jdk.incubator.vector.VectorOperators.COS;
import static jdk.incubator.vector.VectorOperators.EXP;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The tour's computation as one writes it by hand with the Vector API. Loaded only where the
/// incubator module is present.
public final class DampedLanes {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  private DampedLanes() {}

  /// y = exp(-x/2) cos(6x); the functions are those of the JDK, each in its own rounding.
  public static void run(double[] x, double[] y) {
    int i = 0;
    for (; i < S.loopBound(x.length); i += S.length()) {
      DoubleVector v = DoubleVector.fromArray(S, x, i);
      DoubleVector decay = v.mul(-0.5).lanewise(EXP);
      decay.mul(v.mul(6.0).lanewise(COS)).intoArray(y, i);
    }
    for (; i < x.length; i++) {
      y[i] = Math.exp(-0.5 * x[i]) * Math.cos(6.0 * x[i]);
    }
  }
}
