package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;

/// Copies elements between arrays, converting dtypes.
final class Assignment {
  private static final KernelFamily[][] FAMILIES =
      new KernelFamily[DType.values().length][DType.values().length];

  private Assignment() {}

  static void assign(NDArray from, NDArray to) {
    NDArray source = withoutLeadingOnes(from, to);
    if (to.size() == 0) {
      return;
    }
    if (Moves.run(source, to)) {
      return;
    }
    Elementwise.run(family(from.dtype(), to.dtype()), source, to);
  }

  /// Assignment ignores leading axes of length 1 that the target does not have.
  private static NDArray withoutLeadingOnes(NDArray from, NDArray to) {
    long[] shape = from.shape();
    int extra = Math.max(0, shape.length - to.ndim());
    long[] rest = java.util.Arrays.copyOfRange(shape, extra, shape.length);
    boolean fits = true;
    for (int axis = 0; axis < extra; axis++) {
      fits &= shape[axis] == 1;
    }
    int offset = to.ndim() - rest.length;
    for (int axis = 0; fits && axis < rest.length; axis++) {
      fits = rest[axis] == 1 || rest[axis] == to.shape(axis + offset);
    }
    if (!fits) {
      throw new BroadcastException(
          "could not broadcast input array from shape "
              + Shapes.toString(shape)
              + " into shape "
              + Shapes.toString(to.shape()));
    }
    return extra == 0 ? from : from.reshape(rest);
  }

  static void fill(NDArray to, double value) {
    // through one element of the target's dtype, so that its range is checked before anything is
    // written
    NDArray element = NDArray.empty(to.dtype());
    Elements.setDouble(to.dtype(), element.storage().base(), 0, value);
    assign(element, to);
  }

  private static KernelFamily family(DType from, DType to) {
    KernelFamily family = FAMILIES[from.ordinal()][to.ordinal()];
    if (family == null) {
      Body body = new Body();
      Body.Value value = Casts.convert(body, body.input(Casts.carrier(from)), from, to);
      body.output(value);
      family = Kernels.family(body.build(from == to ? "copy_" + from : "cast_" + from + "_" + to));
      FAMILIES[from.ordinal()][to.ordinal()] = family;
    }
    return family;
  }
}
