package io.lanewise.ndarray.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The species that generated kernels use: the machine's preferred width for the widest type of a
/// kernel, and for narrower types the shape with as many lanes. Loaded only where the incubator
/// module is present.
public final class LaneSpecies {
  private LaneSpecies() {}

  /// The number of 64-bit lanes of the preferred shape.
  public static int lanes64() {
    return DoubleVector.SPECIES_PREFERRED.length();
  }

  /// The number of 32-bit lanes of the preferred shape.
  public static int lanes32() {
    return FloatVector.SPECIES_PREFERRED.length();
  }

  public static VectorSpecies<Double> float64(int lanes) {
    return VectorSpecies.of(double.class, VectorShape.forBitSize(64 * lanes));
  }

  public static VectorSpecies<Float> float32(int lanes) {
    return VectorSpecies.of(float.class, VectorShape.forBitSize(32 * lanes));
  }

  public static VectorSpecies<Long> int64(int lanes) {
    return VectorSpecies.of(long.class, VectorShape.forBitSize(64 * lanes));
  }

  public static VectorSpecies<Integer> int32(int lanes) {
    return VectorSpecies.of(int.class, VectorShape.forBitSize(32 * lanes));
  }
}
