package io.lanewise.ufunc.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Vectors of the machine's preferred width whose class C2 knows. What the loads and broadcasts of
/// the Vector API return is a `DoubleVector` to it; which one it takes from profiles that all code
/// of a JVM shares, and in a process that has run for a while it keeps the branch for a vector of
/// another width, for which every vector is boxed (the smallest of 10^4 numbers took 5 us and not
/// 1). A cast to the class, which is not exported, by `Class.cast` of a constant tells it.
final class PreferredLanes {
  static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final Class<?> D_CLASS = D.vectorType();
  private static final Class<?> F_CLASS = F.vectorType();
  private static final Class<?> L_CLASS = L.vectorType();
  private static final Class<?> I_CLASS = I.vectorType();

  private PreferredLanes() {}

  /// The vector at `a[i]`.
  static DoubleVector load(double[] a, int i) {
    return (DoubleVector) D_CLASS.cast(DoubleVector.fromArray(D, a, i));
  }

  /// The vector at `a[i]`.
  static FloatVector load(float[] a, int i) {
    return (FloatVector) F_CLASS.cast(FloatVector.fromArray(F, a, i));
  }

  /// The vector at `a[i]`.
  static LongVector load(long[] a, int i) {
    return (LongVector) L_CLASS.cast(LongVector.fromArray(L, a, i));
  }

  /// The vector at `a[i]`.
  static IntVector load(int[] a, int i) {
    return (IntVector) I_CLASS.cast(IntVector.fromArray(I, a, i));
  }

  /// `value` in every lane.
  static DoubleVector repeat(double value) {
    return (DoubleVector) D_CLASS.cast(DoubleVector.broadcast(D, value));
  }

  /// `value` in every lane.
  static FloatVector repeat(float value) {
    return (FloatVector) F_CLASS.cast(FloatVector.broadcast(F, value));
  }

  /// `value` in every lane.
  static LongVector repeat(long value) {
    return (LongVector) L_CLASS.cast(LongVector.broadcast(L, value));
  }
}
