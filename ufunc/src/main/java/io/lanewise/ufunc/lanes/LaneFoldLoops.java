package io.lanewise.ufunc.lanes;

import io.lanewise.ufunc.reduce.FoldLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The loops of reductions with lanes. A leaf of a sum keeps the eight accumulators of NumPy's
/// order in one, two or four vectors, whichever makes eight lanes on this machine; the leaves of a
/// tree do not depend on each other, so the processor overlaps them without more accumulators.
public final class LaneFoldLoops implements FoldLoops {
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

  /// A vector for the eight accumulators, or part of it where vectors are shorter.
  private static final VectorSpecies<Double> D8 =
      VectorSpecies.of(
          double.class,
          VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));

  private static final VectorSpecies<Float> F8 =
      VectorSpecies.of(
          float.class,
          VectorShape.forBitSize(Math.min(256, FloatVector.SPECIES_PREFERRED.vectorBitSize())));

  private static final int DL = D8.length();
  private static final int FL = F8.length();

  @Override
  public double sum(double[] a, int from, int n) {
    if (n > LEAF) {
      int half = (int) FoldLoops.half(n);
      return sum(a, from, half) + sum(a, from + half, n - half);
    }
    double sum;
    int i;
    if (n < 8) {
      sum = -0.0;
      i = from;
    } else if (DL == 8) {
      sum = leaf8(a, from, n);
      i = from + (n & -8);
    } else if (DL == 4) {
      sum = leaf4(a, from, n);
      i = from + (n & -8);
    } else {
      sum = leaf2(a, from, n);
      i = from + (n & -8);
    }
    for (; i < from + n; i++) {
      sum += a[i];
    }
    return sum;
  }

  private static double leaf8(double[] a, int from, int n) {
    DoubleVector r = DoubleVector.fromArray(D8, a, from);
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r = r.add(DoubleVector.fromArray(D8, a, i));
    }
    return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
        + ((r.lane(4) + r.lane(5)) + (r.lane(6) + r.lane(7)));
  }

  private static double leaf4(double[] a, int from, int n) {
    DoubleVector r = DoubleVector.fromArray(D8, a, from);
    DoubleVector s = DoubleVector.fromArray(D8, a, from + 4);
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r = r.add(DoubleVector.fromArray(D8, a, i));
      s = s.add(DoubleVector.fromArray(D8, a, i + 4));
    }
    return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
        + ((s.lane(0) + s.lane(1)) + (s.lane(2) + s.lane(3)));
  }

  private static double leaf2(double[] a, int from, int n) {
    DoubleVector r = DoubleVector.fromArray(D8, a, from);
    DoubleVector s = DoubleVector.fromArray(D8, a, from + 2);
    DoubleVector t = DoubleVector.fromArray(D8, a, from + 4);
    DoubleVector u = DoubleVector.fromArray(D8, a, from + 6);
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r = r.add(DoubleVector.fromArray(D8, a, i));
      s = s.add(DoubleVector.fromArray(D8, a, i + 2));
      t = t.add(DoubleVector.fromArray(D8, a, i + 4));
      u = u.add(DoubleVector.fromArray(D8, a, i + 6));
    }
    return ((r.lane(0) + r.lane(1)) + (s.lane(0) + s.lane(1)))
        + ((t.lane(0) + t.lane(1)) + (u.lane(0) + u.lane(1)));
  }

  @Override
  public float sum(float[] a, int from, int n) {
    if (n > LEAF) {
      int half = (int) FoldLoops.half(n);
      return sum(a, from, half) + sum(a, from + half, n - half);
    }
    float sum;
    int i;
    if (n < 8) {
      sum = -0.0f;
      i = from;
    } else {
      sum = FL == 8 ? leaf8(a, from, n) : leaf4(a, from, n);
      i = from + (n & -8);
    }
    for (; i < from + n; i++) {
      sum += a[i];
    }
    return sum;
  }

  private static float leaf8(float[] a, int from, int n) {
    FloatVector r = FloatVector.fromArray(F8, a, from);
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r = r.add(FloatVector.fromArray(F8, a, i));
    }
    return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
        + ((r.lane(4) + r.lane(5)) + (r.lane(6) + r.lane(7)));
  }

  private static float leaf4(float[] a, int from, int n) {
    FloatVector r = FloatVector.fromArray(F8, a, from);
    FloatVector s = FloatVector.fromArray(F8, a, from + 4);
    int end = from + (n & -8);
    for (int i = from + 8; i < end; i += 8) {
      r = r.add(FloatVector.fromArray(F8, a, i));
      s = s.add(FloatVector.fromArray(F8, a, i + 4));
    }
    return ((r.lane(0) + r.lane(1)) + (r.lane(2) + r.lane(3)))
        + ((s.lane(0) + s.lane(1)) + (s.lane(2) + s.lane(3)));
  }

  @Override
  public void accumulate(double[] a, int from, int n, int rows, double[] acc, int at) {
    int bound = D.loopBound(n);
    for (int k = 0; k < rows; k++) {
      int row = from + k * n;
      int x = 0;
      for (; x < bound; x += D.length()) {
        DoubleVector.fromArray(D, acc, at + x)
            .add(DoubleVector.fromArray(D, a, row + x))
            .intoArray(acc, at + x);
      }
      for (; x < n; x++) {
        acc[at + x] += a[row + x];
      }
    }
  }

  @Override
  public void accumulate(float[] a, int from, int n, int rows, float[] acc, int at) {
    int bound = F.loopBound(n);
    for (int k = 0; k < rows; k++) {
      int row = from + k * n;
      int x = 0;
      for (; x < bound; x += F.length()) {
        FloatVector.fromArray(F, acc, at + x)
            .add(FloatVector.fromArray(F, a, row + x))
            .intoArray(acc, at + x);
      }
      for (; x < n; x++) {
        acc[at + x] += a[row + x];
      }
    }
  }

  @Override
  public void accumulate4(double[] a, int from, int step, int n, double[] acc, int at) {
    int bound = D.loopBound(n);
    int x = 0;
    for (; x < bound; x += D.length()) {
      int i = from + x;
      DoubleVector.fromArray(D, acc, at + x)
          .add(DoubleVector.fromArray(D, a, i))
          .add(DoubleVector.fromArray(D, a, i + step))
          .add(DoubleVector.fromArray(D, a, i + 2 * step))
          .add(DoubleVector.fromArray(D, a, i + 3 * step))
          .intoArray(acc, at + x);
    }
    for (; x < n; x++) {
      int i = from + x;
      acc[at + x] = acc[at + x] + a[i] + a[i + step] + a[i + 2 * step] + a[i + 3 * step];
    }
  }

  @Override
  public void accumulate4(float[] a, int from, int step, int n, float[] acc, int at) {
    int bound = F.loopBound(n);
    int x = 0;
    for (; x < bound; x += F.length()) {
      int i = from + x;
      FloatVector.fromArray(F, acc, at + x)
          .add(FloatVector.fromArray(F, a, i))
          .add(FloatVector.fromArray(F, a, i + step))
          .add(FloatVector.fromArray(F, a, i + 2 * step))
          .add(FloatVector.fromArray(F, a, i + 3 * step))
          .intoArray(acc, at + x);
    }
    for (; x < n; x++) {
      int i = from + x;
      acc[at + x] = acc[at + x] + a[i] + a[i + step] + a[i + 2 * step] + a[i + 3 * step];
    }
  }
}
