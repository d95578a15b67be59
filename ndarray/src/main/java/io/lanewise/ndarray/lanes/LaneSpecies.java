package io.lanewise.ndarray.lanes;

import java.util.stream.IntStream;
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

  /// Positions in two vectors, as numbers, for `selectFrom`: every second element from `first` on.
  public static double[] apart64(VectorSpecies<Double> species, int first) {
    return IntStream.range(0, species.length()).mapToDouble(i -> 2 * i + first).toArray();
  }

  /// Positions that take elements of two vectors in turn: from their lower halves where `half` is
  /// 0, from their upper halves where it is 1.
  public static double[] together64(VectorSpecies<Double> species, int half) {
    int lanes = species.length();
    return IntStream.range(half * lanes, (half + 1) * lanes)
        .mapToDouble(i -> i / 2 + i % 2 * lanes)
        .toArray();
  }

  /// [#apart64] for float32.
  public static float[] apart32(VectorSpecies<Float> species, int first) {
    float[] positions = new float[species.length()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = 2 * i + first;
    }
    return positions;
  }

  /// [#together64] for float32.
  public static float[] together32(VectorSpecies<Float> species, int half) {
    int lanes = species.length();
    float[] positions = new float[lanes];
    for (int i = 0; i < lanes; i++) {
      positions[i] = (half * lanes + i) / 2 + i % 2 * lanes;
    }
    return positions;
  }

  public static VectorSpecies<Integer> int32(int lanes) {
    return VectorSpecies.of(int.class, VectorShape.forBitSize(32 * lanes));
  }
}
