package io.lanewise.ndarray.lanes;

import io.lanewise.ndarray.kernel.PairLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The loops of [PairLoops] with lanes: two vectors in, two out, each chosen from both by one
/// permutation where the machine has it.
public final class LanePairLoops implements PairLoops {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int DL = D.length();
  private static final int FL = F.length();

  // Positions as numbers, for selectFrom: those below the length are lanes of the first vector.
  private static final double[] EVEN = positions(DL, 0);
  private static final double[] ODD = positions(DL, 1);
  private static final double[] LOW = woven(DL, 0);
  private static final double[] HIGH = woven(DL, DL / 2);
  private static final float[] EVEN_FLOATS = floats(positions(FL, 0));
  private static final float[] ODD_FLOATS = floats(positions(FL, 1));
  private static final float[] LOW_FLOATS = floats(woven(FL, 0));
  private static final float[] HIGH_FLOATS = floats(woven(FL, FL / 2));

  private static double[] positions(int lanes, int first) {
    double[] positions = new double[lanes];
    for (int i = 0; i < lanes; i++) {
      positions[i] = 2 * i + first;
    }
    return positions;
  }

  private static double[] woven(int lanes, int first) {
    double[] positions = new double[lanes];
    for (int i = 0; i < lanes; i++) {
      positions[i] = first + i / 2 + (i % 2) * lanes;
    }
    return positions;
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void split(double[] a, int from, double[] real, double[] imag, int n) {
    DoubleVector even = DoubleVector.fromArray(D, EVEN, 0);
    DoubleVector odd = DoubleVector.fromArray(D, ODD, 0);
    int i = 0;
    for (; i <= n - DL; i += DL) {
      DoubleVector x = DoubleVector.fromArray(D, a, from + 2 * i);
      DoubleVector y = DoubleVector.fromArray(D, a, from + 2 * i + DL);
      even.selectFrom(x, y).intoArray(real, i);
      odd.selectFrom(x, y).intoArray(imag, i);
    }
    for (; i < n; i++) {
      real[i] = a[from + 2 * i];
      imag[i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void split(float[] a, int from, float[] real, float[] imag, int n) {
    FloatVector even = FloatVector.fromArray(F, EVEN_FLOATS, 0);
    FloatVector odd = FloatVector.fromArray(F, ODD_FLOATS, 0);
    int i = 0;
    for (; i <= n - FL; i += FL) {
      FloatVector x = FloatVector.fromArray(F, a, from + 2 * i);
      FloatVector y = FloatVector.fromArray(F, a, from + 2 * i + FL);
      even.selectFrom(x, y).intoArray(real, i);
      odd.selectFrom(x, y).intoArray(imag, i);
    }
    for (; i < n; i++) {
      real[i] = a[from + 2 * i];
      imag[i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void join(double[] real, double[] imag, double[] a, int from, int n) {
    DoubleVector low = DoubleVector.fromArray(D, LOW, 0);
    DoubleVector high = DoubleVector.fromArray(D, HIGH, 0);
    int i = 0;
    for (; i <= n - DL; i += DL) {
      DoubleVector x = DoubleVector.fromArray(D, real, i);
      DoubleVector y = DoubleVector.fromArray(D, imag, i);
      low.selectFrom(x, y).intoArray(a, from + 2 * i);
      high.selectFrom(x, y).intoArray(a, from + 2 * i + DL);
    }
    for (; i < n; i++) {
      a[from + 2 * i] = real[i];
      a[from + 2 * i + 1] = imag[i];
    }
  }

  @Override
  public void join(float[] real, float[] imag, float[] a, int from, int n) {
    FloatVector low = FloatVector.fromArray(F, LOW_FLOATS, 0);
    FloatVector high = FloatVector.fromArray(F, HIGH_FLOATS, 0);
    int i = 0;
    for (; i <= n - FL; i += FL) {
      FloatVector x = FloatVector.fromArray(F, real, i);
      FloatVector y = FloatVector.fromArray(F, imag, i);
      low.selectFrom(x, y).intoArray(a, from + 2 * i);
      high.selectFrom(x, y).intoArray(a, from + 2 * i + FL);
    }
    for (; i < n; i++) {
      a[from + 2 * i] = real[i];
      a[from + 2 * i + 1] = imag[i];
    }
  }
}
