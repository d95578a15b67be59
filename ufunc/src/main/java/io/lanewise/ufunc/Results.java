package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.MemoryOrder;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// Outputs of operations: new ones in the memory order of the inputs, and the checks of given ones.
final class Results {
  private Results() {}

  /// A new array for the broadcast shape of the inputs (nulls are scalars), its axes in the order
  /// in which the inputs' strides fall: NumPy's K order.
  static NDArray allocate(DType dtype, String name, NDArray... inputs) {
    long[] shape = shape(name, inputs);
    if (shape.length < 2 || allC(inputs)) {
      return NDArray.empty(dtype, shape);
    }
    int[] axes = MemoryOrder.iterated(shape.length, inputs);
    long[] inMemory = new long[shape.length];
    int[] back = new int[shape.length];
    for (int i = 0; i < axes.length; i++) {
      inMemory[i] = shape[axes[i]];
      back[axes[i]] = i;
    }
    return NDArray.empty(dtype, Order.C, inMemory).transpose(back);
  }

  private static long[] shape(String name, NDArray... inputs) {
    NDArray only = null;
    for (NDArray input : inputs) {
      if (input != null) {
        if (only != null) {
          return broadcast(name, inputs);
        }
        only = input;
      }
    }
    return only.shape();
  }

  private static long[] broadcast(String name, NDArray... inputs) {
    long[][] shapes =
        Arrays.stream(inputs).filter(a -> a != null).map(NDArray::shape).toArray(long[][]::new);
    try {
      return Shapes.broadcast(shapes);
    } catch (BroadcastException e) {
      throw new BroadcastException(e.getMessage() + "in " + name);
    }
  }

  private static boolean allC(NDArray... inputs) {
    for (NDArray input : inputs) {
      if (input != null && !input.isContiguous()) {
        return false;
      }
    }
    return true;
  }

  /// Checks a given output before anything is computed. Without an array of the inputs, so that a
  /// call allocates nothing.
  static void check(String name, DType result, NDArray out, NDArray a, NDArray b) {
    checkTarget(name, result, out);
    if (a != null && !a.layout().broadcastsTo(out.layout())
        || b != null && !b.layout().broadcastsTo(out.layout())) {
      checkShape(name, out, a, b);
    }
  }

  /// The same for any number of inputs; nulls are scalars.
  static void check(String name, DType result, NDArray out, NDArray... inputs) {
    checkTarget(name, result, out);
    for (NDArray input : inputs) {
      if (input != null && !input.layout().broadcastsTo(out.layout())) {
        checkShape(name, out, inputs);
      }
    }
  }

  private static void checkTarget(String name, DType result, NDArray out) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
    if (!Casting.SAME_KIND.allows(result, out.dtype())) {
      throw new CastingException(
          "Cannot cast ufunc '"
              + name
              + "' output from dtype('"
              + result
              + "') to dtype('"
              + out.dtype()
              + "') with casting rule 'same_kind'");
    }
  }

  /// Names what does not fit: the inputs with each other, or their shape with the output's.
  private static void checkShape(String name, NDArray out, NDArray... inputs) {
    long[] shape = broadcast(name, inputs);
    long[] wanted = out.shape();
    boolean fits = shape.length <= wanted.length;
    for (int i = 0; fits && i < shape.length; i++) {
      long length = shape[shape.length - 1 - i];
      fits = length == 1 || length == wanted[wanted.length - 1 - i];
    }
    if (!fits) {
      throw new BroadcastException(
          "non-broadcastable output operand with shape "
              + Shapes.toString(wanted)
              + " doesn't match the broadcast shape "
              + Shapes.toString(shape)
              + " in "
              + name);
    }
  }
}
