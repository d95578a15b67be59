package io.lanewise.ufunc.lanes;

import io.lanewise.ufunc.reduce.CorrelateLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The loop of correlations with lanes: four vectors of sums stay in registers while the factors
/// pass.
public final class LaneCorrelateLoops implements CorrelateLoops {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

  @Override
  public void add(double[] a, int from, double[] v, int first, int last, double[] sums) {
    int length = D.length();
    for (int x = 0; x < BLOCK; x += 4 * length) {
      DoubleVector r = DoubleVector.fromArray(D, sums, x);
      DoubleVector s = DoubleVector.fromArray(D, sums, x + length);
      DoubleVector t = DoubleVector.fromArray(D, sums, x + 2 * length);
      DoubleVector u = DoubleVector.fromArray(D, sums, x + 3 * length);
      for (int j = first; j < last; j++) {
        DoubleVector factor = DoubleVector.broadcast(D, v[j]);
        int at = from + x + j;
        r = r.add(DoubleVector.fromArray(D, a, at).mul(factor));
        s = s.add(DoubleVector.fromArray(D, a, at + length).mul(factor));
        t = t.add(DoubleVector.fromArray(D, a, at + 2 * length).mul(factor));
        u = u.add(DoubleVector.fromArray(D, a, at + 3 * length).mul(factor));
      }
      r.intoArray(sums, x);
      s.intoArray(sums, x + length);
      t.intoArray(sums, x + 2 * length);
      u.intoArray(sums, x + 3 * length);
    }
  }

  @Override
  public void add(float[] a, int from, float[] v, int first, int last, float[] sums) {
    int length = F.length();
    for (int x = 0; x < BLOCK; x += 4 * length) {
      FloatVector r = FloatVector.fromArray(F, sums, x);
      FloatVector s = FloatVector.fromArray(F, sums, x + length);
      FloatVector t = FloatVector.fromArray(F, sums, x + 2 * length);
      FloatVector u = FloatVector.fromArray(F, sums, x + 3 * length);
      for (int j = first; j < last; j++) {
        FloatVector factor = FloatVector.broadcast(F, v[j]);
        int at = from + x + j;
        r = r.add(FloatVector.fromArray(F, a, at).mul(factor));
        s = s.add(FloatVector.fromArray(F, a, at + length).mul(factor));
        t = t.add(FloatVector.fromArray(F, a, at + 2 * length).mul(factor));
        u = u.add(FloatVector.fromArray(F, a, at + 3 * length).mul(factor));
      }
      r.intoArray(sums, x);
      s.intoArray(sums, x + length);
      t.intoArray(sums, x + 2 * length);
      u.intoArray(sums, x + 3 * length);
    }
  }
}
