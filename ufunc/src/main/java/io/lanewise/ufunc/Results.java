package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.MemoryOrder;
import io.lanewise.ndarray.MemoryPool;
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
      return MemoryPool.empty(dtype, shape);
    }
    int[] axes = MemoryOrder.iterated(shape.length, inputs);
    long[] inMemory = new long[shape.length];
    int[] back = new int[shape.length];
    for (int i = 0; i < axes.length; i++) {
      inMemory[i] = shape[axes[i]];
      back[axes[i]] = i;
    }
    return MemoryPool.empty(dtype, Order.C, inMemory).transpose(back);
  }

  /// The same in the memory order that a call asks for.
  static NDArray allocate(DType dtype, String name, Order order, NDArray... inputs) {
    return switch (order) {
      case K -> allocate(dtype, name, inputs);
      case C -> MemoryPool.empty(dtype, shape(name, inputs));
      case F -> MemoryPool.empty(dtype, Order.F, shape(name, inputs));
      case A -> MemoryPool.empty(dtype, allF(inputs) ? Order.F : Order.C, shape(name, inputs));
    };
  }

  private static boolean allF(NDArray... inputs) {
    for (NDArray input : inputs) {
      if (input != null && !input.layout().isContiguousF()) {
        return false;
      }
    }
    return true;
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
    checkTarget(name, result, Casting.SAME_KIND, out);
    if (a != null && !a.layout().broadcastsTo(out.layout())
        || b != null && !b.layout().broadcastsTo(out.layout())) {
      checkShape(name, out, a, b);
    }
  }

  /// The same for any number of inputs; nulls are scalars.
  static void check(String name, DType result, NDArray out, NDArray... inputs) {
    check(name, result, Casting.SAME_KIND, out, inputs);
  }

  /// The same by a given rule for casts.
  static void check(String name, DType result, Casting casting, NDArray out, NDArray... inputs) {
    checkTarget(name, result, casting, out);
    for (NDArray input : inputs) {
      if (input != null && !input.layout().broadcastsTo(out.layout())) {
        checkShape(name, out, inputs);
      }
    }
  }

  private static void checkTarget(String name, DType result, Casting casting, NDArray out) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
    requireCast(name, "output", result, out.dtype(), casting);
  }

  /// Refuses a cast that the rule forbids; `what` is `output` or `input 0`.
  static void requireCast(String name, String what, DType from, DType to, Casting casting) {
    if (!casting.allows(from, to)) {
      throw new CastingException(
          "Cannot cast ufunc '"
              + name
              + "' "
              + what
              + " from dtype('"
              + from
              + "') to dtype('"
              + to
              + "') with casting rule '"
              + casting
              + "'");
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
