package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.ScalarFunction;
import io.lanewise.ufunc.math.scalar.IntegerPowers;
import java.util.List;

/// Powers of integers as functions for [io.lanewise.ndarray.kernel.Body#call]; see [IntegerPowers].
public final class IntegerPower {
  /// [IntegerPowers#power(long, long)].
  public static final ScalarFunction INT64 = function("power", LaneType.INT64);

  /// [IntegerPowers#power(int, int)].
  public static final ScalarFunction INT32 = function("power", LaneType.INT32);

  /// [IntegerPowers#powerUnsigned(long, long)].
  public static final ScalarFunction UINT64 = function("powerUnsigned", LaneType.INT64);

  private IntegerPower() {}

  private static ScalarFunction function(String name, LaneType type) {
    return new ScalarFunction(IntegerPowers.class, name, type, List.of(type, type));
  }
}
