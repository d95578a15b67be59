package io.lanewise.ndarray.random;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Draws with arrays of parameters: these are broadcast together, and one number is drawn for each
/// element in C order.
final class Broadcast {
  private final long[] shape;
  private final int size;

  private Broadcast(long[] shape) {
    this.shape = shape;
    this.size = Fill.javaSize(shape);
  }

  /// Broadcasts to `size`, or to the parameters' common shape where no size is given.
  static Broadcast of(long[] size, NDArray... parameters) {
    long[][] shapes = new long[parameters.length][];
    for (int k = 0; k < shapes.length; k++) {
      NDArray parameter = parameters[k];
      shapes[k] = parameter.shape();
    }
    long[] common = Shapes.broadcast(shapes);
    if (size.length == 0) {
      return new Broadcast(common);
    }
    // negative lengths are refused as such, not as ones that do not broadcast
    Shapes.size(size);
    long[] all = Shapes.broadcast(size, common);
    if (!Arrays.equals(all, size)) {
      throw new BroadcastException(
          "Output size "
              + Shapes.toString(size)
              + " is not compatible with broadcast dimensions of inputs "
              + Shapes.toString(all)
              + ".");
    }
    return new Broadcast(size.clone());
  }

  long[] shape() {
    return shape;
  }

  double[] values(Parameters.Condition condition, String name, NDArray parameter) {
    return Parameters.check(condition, name, parameter, shape);
  }

  long[] integers(String name, NDArray parameter) {
    return Parameters.integers(name, parameter, shape);
  }

  NDArray doubles(IntToDoubleFunction draw) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = draw.applyAsDouble(i);
    }
    return NDArray.of(values).reshape(shape);
  }

  NDArray longs(IntToLongFunction draw) {
    return integers(DType.INT64, draw);
  }

  /// Integers that fit `dtype`, UINT64 ones as their bits.
  NDArray integers(DType dtype, IntToLongFunction draw) {
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = draw.applyAsLong(i);
    }
    NDArray result = NDArray.of(values).reshape(shape);
    return dtype == DType.INT64 ? result : result.astype(dtype);
  }
}
