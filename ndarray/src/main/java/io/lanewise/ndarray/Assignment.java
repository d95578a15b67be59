package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;

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
    if (ElementCopy.run(source, to)) {
      return;
    }
    if (from.dtype().isComplex() || to.dtype().isComplex()) {
      assignComplex(source, to);
    } else {
      Elementwise.run(family(from.dtype(), to.dtype()), source, to);
    }
  }

  /// Complex numbers move as pairs of real ones; a real number has an imaginary part of 0, and the
  /// real part is what is left of a complex one.
  private static void assignComplex(NDArray from, NDArray to) {
    if (!from.dtype().isComplex()) {
      assign(from, to.real());
      fill(to.imag(), 0);
    } else if (to.dtype().isComplex() && to.ndim() < Layout.MAX_DIMENSIONS) {
      assign(from.viewAsReal(), to.viewAsReal());
    } else if (to.dtype().isComplex()) {
      // no room for an axis of parts
      assign(from.real(), to.real());
      assign(from.imag(), to.imag());
    } else if (to.dtype() == DType.BOOL) {
      Elementwise.run(nonzero(from.dtype()), from.real(), from.imag(), 0, to);
    } else {
      assign(from.real(), to);
    }
  }

  private static KernelFamily nonzero(DType complex) {
    Body body = new Body();
    LaneType part = LaneType.carrier(complex.part());
    Body.Value zero = body.constant(part, 0);
    Body.Value real = body.ne(body.input(part), zero);
    Body.Value imag = body.ne(body.input(part), zero);
    body.output(body.or(real, imag));
    return Kernels.family(body.build("cast_" + complex + "_bool"));
  }

  /// Writes `value` to the elements of `to` where `mask` is true, both broadcast to it.
  static void assignWhere(NDArray value, NDArray mask, NDArray to) {
    if (to.dtype().isComplex()) {
      NDArray complex = value.dtype().isComplex() ? value : value.astype(to.dtype());
      assignWhere(complex.viewAsReal(), mask.get("..., None"), to.viewAsReal());
      return;
    }
    NDArray real = value;
    if (value.dtype().isComplex()) {
      // an imaginary number is true
      real = to.dtype() == DType.BOOL ? value.astype(DType.BOOL) : value.real();
    }
    Body body = new Body();
    Body.Value test = body.input(LaneType.BOOL);
    Body.Value chosen = body.input(Casts.carrier(real.dtype()));
    Body.Value old = body.input(Casts.carrier(to.dtype()));
    body.output(body.select(test, Casts.convert(body, chosen, real.dtype(), to.dtype()), old));
    Elementwise.run(
        Kernels.family(body.build("copyto_" + real.dtype() + "_" + to.dtype())),
        new NDArray[] {mask, real, to, to},
        new long[4]);
  }

  /// Assignment ignores leading axes of length 1 that the target does not have.
  static NDArray withoutLeadingOnes(NDArray from, NDArray to) {
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

  static void fill(NDArray to, Complex value) {
    NDArray element = NDArray.empty(to.dtype());
    Elements.setComplex(to.dtype(), element.storage().base(), 0, value);
    assign(element, to);
  }

  static void fill(NDArray to, double value) {
    // through one element of the target's dtype, so that its range is checked before anything is
    // written
    NDArray element = NDArray.empty(to.dtype());
    Elements.setDouble(to.dtype(), element.storage().base(), 0, value);
    assign(element, to);
  }

  static void fill(NDArray to, long value) {
    NDArray element = NDArray.empty(to.dtype());
    Elements.setLong(to.dtype(), element.storage().base(), 0, value);
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
