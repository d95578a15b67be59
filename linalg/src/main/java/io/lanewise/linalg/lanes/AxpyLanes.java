package io.lanewise.linalg.lanes;

// Adds a multiple of one contiguous vector to another. Written with lanes because C2 in JDK 25
// leaves a loop whose arrays have different offsets scalar.

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

final class AxpyLanes {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

  private AxpyLanes() {}

  /// Does the first elements and returns how many, the greatest multiple of the lane count.
  static int run(double x, double[] a, int ao, double[] y, int yo, int n) {
    int bound = D.loopBound(n);
    DoubleVector factor = DoubleVector.broadcast(D, x);
    for (int i = 0; i < bound; i += D.length()) {
      DoubleVector sum = DoubleVector.fromArray(D, y, yo + i);
      factor.fma(DoubleVector.fromArray(D, a, ao + i), sum).intoArray(y, yo + i);
    }
    return bound;
  }

  /// The same in float32.
  static int run(float x, float[] a, int ao, float[] y, int yo, int n) {
    int bound = F.loopBound(n);
    FloatVector factor = FloatVector.broadcast(F, x);
    for (int i = 0; i < bound; i += F.length()) {
      FloatVector sum = FloatVector.fromArray(F, y, yo + i);
      factor.fma(FloatVector.fromArray(F, a, ao + i), sum).intoArray(y, yo + i);
    }
    return bound;
  }
}
