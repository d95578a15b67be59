package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
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
    int[] axes = memoryOrder(shape, inputs);
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

  /// Axes from the slowest to the fastest, as NumPy's iterator sorts them: starting from the last
  /// axis, each finds its place among those after it. Stretched axes have no vote, and where inputs
  /// disagree, C order wins.
  private static int[] memoryOrder(long[] shape, NDArray... inputs) {
    int n = shape.length;
    int[] axes = new int[n];
    for (int axis = n - 1; axis >= 0; axis--) {
      // the axes after this one are sorted; move those before it that must be outside of it
      int place = axis;
      for (int i = axis + 1; i < n; i++) {
        int outside = outside(axis, axes[i], n, inputs);
        if (outside > 0) {
          break;
        }
        if (outside < 0) {
          place = i;
        }
      }
      System.arraycopy(axes, axis + 1, axes, axis, place - axis);
      axes[place] = axis;
    }
    return axes;
  }

  /// Whether axis `a` stays outside of the later axis `b` (1) or goes inside (-1); 0 where no input
  /// has a say.
  private static int outside(int a, int b, int ndim, NDArray... inputs) {
    int result = 0;
    for (NDArray input : inputs) {
      if (input != null) {
        long x = stride(input, a - ndim + input.ndim());
        long y = stride(input, b - ndim + input.ndim());
        if (x != 0 && y != 0) {
          if (x >= y) {
            return 1;
          }
          result = -1;
        }
      }
    }
    return result;
  }

  private static long stride(NDArray a, int axis) {
    return axis < 0 || a.layout().shape(axis) == 1 ? 0 : Math.abs(a.layout().stride(axis));
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
