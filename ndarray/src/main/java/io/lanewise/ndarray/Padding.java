package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.function.Consumer;

/// Arrays with more elements around them. Axis by axis: the ends of the first axis beside the
/// original elements, those of the next beside all that is there then, so that corners are filled
/// last.
final class Padding {
  private final PadMode mode;
  private final long[][] widths;
  private final long[] original;
  private final NDArray padded;

  private Padding(NDArray a, long[][] widths, PadMode mode, NDArray padded) {
    this.mode = mode;
    this.widths = widths;
    this.padded = padded;
    original = a.shape();
    NDArray middle = padded;
    for (int axis = 0; axis < original.length; axis++) {
      middle = Joining.slice(middle, axis, widths[axis][0], widths[axis][0] + original[axis]);
    }
    middle.set(a);
  }

  static NDArray pad(NDArray a, long[][] widths, PadMode mode, NDArray out) {
    int ndim = a.ndim();
    long[][] pairs = pairs(widths, ndim);
    boolean fills = !(mode instanceof PadMode.Constant) && !(mode instanceof PadMode.Empty);
    for (int axis = 0; axis < ndim && fills && !(mode instanceof PadMode.Custom); axis++) {
      if (a.shape(axis) == 0 && (pairs[axis][0] > 0 || pairs[axis][1] > 0)) {
        throw new ShapeException(
            "pad: can't extend empty axis "
                + axis
                + " using modes other than 'constant' or 'empty'");
      }
    }
    // read before anything is written
    long[][] lengths =
        mode instanceof PadMode.Statistic s && s.lengths().length > 0
            ? pairs(s.lengths(), ndim)
            : null;
    NDArray values =
        switch (mode) {
          case PadMode.Constant constant -> constant.values().broadcastTo(ndim, 2);
          case PadMode.LinearRamp ramp -> rampEnds(a, ramp.endValues()).broadcastTo(ndim, 2);
          default -> null;
        };
    Consumer<NDArray> writer =
        padded -> {
          Padding padding = new Padding(a, pairs, mode, padded);
          if (padded.size() > 0 && (a.size() > 0 || !fills || mode instanceof PadMode.Custom)) {
            padding.fill(values, lengths);
          }
        };
    long[] shape = a.shape();
    for (int axis = 0; axis < ndim; axis++) {
      shape[axis] =
          Shapes.sum("pad", Shapes.sum("pad", shape[axis], pairs[axis][0]), pairs[axis][1]);
    }
    if (out != null) {
      return Outputs.write("pad", out, a.dtype(), shape, writer, a);
    }
    NDArray padded = MemoryPool.empty(a.dtype(), MemoryOrder.readingOrder(a, Order.A), shape);
    writer.accept(padded);
    return padded;
  }

  /// As NumPy computes: one value or pair for all axes is strong, which means in float64, and one
  /// for each is weak.
  private static NDArray rampEnds(NDArray a, NDArray ends) {
    boolean strong = ends.size() == 1 || ends.size() == 2 && ends.shape(-1) == 2;
    if (ends.dtype().isComplex()) {
      return ends.astype(a.dtype().isComplex() && !strong ? a.dtype() : DType.COMPLEX128);
    }
    boolean weak = !strong && (a.dtype().isFloating() || a.dtype().isComplex());
    return ends.astype(weak ? a.dtype() : DType.FLOAT64);
  }

  /// One pair for each axis.
  private static long[][] pairs(long[][] given, int ndim) {
    boolean fits = given.length == 1 || given.length == ndim;
    for (long[] pair : given) {
      fits &= pair.length == 1 || pair.length == 2;
      for (long n : pair) {
        if (n < 0) {
          throw new IllegalArgumentException("pad: index can't contain negative values: " + n);
        }
      }
    }
    if (!fits) {
      long columns = given.length == 0 ? 0 : given[0].length;
      throw new BroadcastException(
          "pad: operands could not be broadcast together with remapped shapes"
              + " [original->remapped]: "
              + Shapes.toString(given.length, columns)
              + "  and requested shape "
              + Shapes.toString(ndim, 2));
    }
    long[][] pairs = new long[ndim][];
    for (int axis = 0; axis < ndim; axis++) {
      long[] pair = given[given.length == 1 ? 0 : axis];
      pairs[axis] = new long[] {pair[0], pair[pair.length - 1]};
    }
    return pairs;
  }

  private void fill(NDArray values, long[][] lengths) {
    for (int axis = 0; axis < original.length; axis++) {
      if (mode instanceof PadMode.Custom custom) {
        runFunction(custom.function(), axis);
      } else if (widths[axis][0] > 0 || widths[axis][1] > 0) {
        fill(axis, region(axis), values, lengths == null ? null : lengths[axis]);
      }
    }
  }

  /// All that is there along the axes before, the original elements along those after.
  private NDArray region(int axis) {
    NDArray region = padded;
    for (int k = axis + 1; k < original.length; k++) {
      region = Joining.slice(region, k, widths[k][0], widths[k][0] + original[k]);
    }
    return region;
  }

  private void fill(int axis, NDArray region, NDArray values, long[] lengths) {
    long before = widths[axis][0];
    long end = before + original[axis];
    long all = region.shape(axis);
    NDArray left = Joining.slice(region, axis, 0, before);
    NDArray right = Joining.slice(region, axis, end, all);
    switch (mode) {
      case PadMode.Constant constant -> {
        left.set(values.get(axis, 0));
        right.set(values.get(axis, 1));
      }
      case PadMode.Edge edge -> fillEdge(axis, region);
      case PadMode.LinearRamp ramp -> {
        NDArray first = Views.squeeze(Joining.slice(region, axis, before, before + 1), axis);
        NDArray last = Views.squeeze(Joining.slice(region, axis, end - 1, end), axis);
        left.set(ramp(values.get(axis, 0), first, before, axis));
        right.set(Views.flip(ramp(values.get(axis, 1), last, all - end, axis), axis));
      }
      case PadMode.Mirror mirror -> {
        if (original[axis] == 1 && !mirror.edgeRepeated()) {
          // nothing to mirror
          fillEdge(axis, region);
        } else {
          fillMirror(mirror, axis, region);
        }
      }
      case PadMode.Wrap wrap -> fillWrap(axis, region);
      case PadMode.Statistic statistic -> {
        NDArray middle = Joining.slice(region, axis, before, end);
        long n = original[axis];
        long fromLeft = lengths == null ? n : Math.min(lengths[0], n);
        long fromRight = lengths == null ? n : Math.min(lengths[1], n);
        if (fromLeft == 0 || fromRight == 0) {
          throw new IllegalArgumentException("pad: stat_length of 0 yields no value for padding");
        }
        NDArray head = statistic(statistic.kind(), Joining.slice(middle, axis, 0, fromLeft), axis);
        left.set(head);
        right.set(
            fromLeft == n && fromRight == n
                ? head
                : statistic(statistic.kind(), Joining.slice(middle, axis, n - fromRight, n), axis));
      }
      case PadMode.Empty empty -> {}
      case PadMode.Custom custom -> {}
    }
  }

  private void fillEdge(int axis, NDArray region) {
    long before = widths[axis][0];
    long end = before + original[axis];
    Joining.slice(region, axis, 0, before).set(Joining.slice(region, axis, before, before + 1));
    Joining.slice(region, axis, end, region.shape(axis))
        .set(Joining.slice(region, axis, end - 1, end));
  }

  /// From the value at the end up to, not including, the edge.
  private NDArray ramp(NDArray end, NDArray edge, long n, int axis) {
    return Ranges.linspace(end, edge, n, Endpoint.EXCLUDE, padded.dtype(), axis);
  }

  /// Mirrors what is there at both ends until all is filled. Whole periods only, so that each end
  /// goes on as it would without the other.
  private void fillMirror(PadMode.Mirror mirror, int axis, NDArray region) {
    int shared = mirror.edgeRepeated() ? 0 : 1;
    long period = original[axis] - shared;
    long from = widths[axis][0];
    long to = from + original[axis];
    long all = region.shape(axis);
    while (from > 0 || to < all) {
      long whole = (to - from - shared) / period * period;
      long start = from;
      long left = Math.min(whole, from);
      if (left > 0) {
        NDArray source = Joining.slice(region, axis, from + shared, from + shared + left);
        NDArray edge = Joining.slice(region, axis, from, from + 1);
        Joining.slice(region, axis, from - left, from).set(mirrored(mirror, source, edge, axis));
        start = from - left;
      }
      long right = Math.min(whole, all - to);
      if (right > 0) {
        NDArray source = Joining.slice(region, axis, to - shared - right, to - shared);
        NDArray edge = Joining.slice(region, axis, to - 1, to);
        Joining.slice(region, axis, to, to + right).set(mirrored(mirror, source, edge, axis));
        to += right;
      }
      from = start;
    }
  }

  private static NDArray mirrored(PadMode.Mirror mirror, NDArray source, NDArray edge, int axis) {
    NDArray turned = Views.flip(source, axis);
    return mirror.type() == PadMode.Reflection.EVEN ? turned : edge.multiply(2).subtract(turned);
  }

  private void fillWrap(int axis, NDArray region) {
    long n = original[axis];
    long from = widths[axis][0];
    while (from > 0) {
      long count = Math.min(n, from);
      Joining.slice(region, axis, from - count, from)
          .set(Joining.slice(region, axis, from + n - count, from + n));
      from -= count;
    }
    long all = region.shape(axis);
    for (long to = widths[axis][0] + n; to < all; ) {
      long count = Math.min(n, all - to);
      Joining.slice(region, axis, to, to + count)
          .set(Joining.slice(region, axis, to - n, to - n + count));
      to += count;
    }
  }

  private NDArray statistic(PadMode.Statistic.Kind kind, NDArray a, int axis) {
    Axes along = Axes.axis(axis).keepdims();
    boolean complex = a.dtype().isComplex();
    NDArray value =
        switch (kind) {
          case MAXIMUM -> complex ? ComplexParts.extreme(a, axis, true) : a.max(along);
          case MINIMUM -> complex ? ComplexParts.extreme(a, axis, false) : a.min(along);
          case MEAN -> complex ? ComplexParts.mean(a, axis) : a.mean(along);
          case MEDIAN -> median(a, axis);
        };
    if (padded.dtype().isInteger() && value.dtype().isFloating()) {
      NDArray rounded = value.copy();
      for (long i = 0; i < rounded.size(); i++) {
        double nearest = Math.rint(rounded.reshape(-1).getDouble(i));
        rounded.reshape(-1).setDouble(nearest, i);
      }
      return rounded;
    }
    return value;
  }

  /// The mean of the two elements in the middle; NaN where there is one. Integers give float64.
  private static NDArray median(NDArray a, int axis) {
    boolean complex = a.dtype().isComplex();
    DType dtype = complex || a.dtype().isFloating() ? a.dtype() : DType.FLOAT64;
    NDArray vectors = Views.moveaxis(a, axis, -1);
    long[] shape = a.shape();
    shape[axis] = 1;
    NDArray result = NDArray.empty(dtype, shape);
    NDArray targets = Views.moveaxis(result, axis, -1).reshape(-1);
    NDArray medians = targets.base() == null ? targets : targets.copy();
    NDArray rows = vectors.reshape(medians.size(), a.shape(axis));
    for (long i = 0; i < medians.size(); i++) {
      NDArray row = rows.get(i);
      if (complex) {
        medians.setComplex(ComplexParts.median(row), i);
      } else {
        medians.setDouble(median(row.toDoubleArray(), dtype), i);
      }
    }
    Views.moveaxis(result, axis, -1).set(medians.reshape(Views.moveaxis(result, axis, -1).shape()));
    return result;
  }

  /// The median of values that become sorted, as one of a dtype.
  private static double median(double[] values, DType dtype) {
    Arrays.sort(values);
    double low = values[(values.length - 1) / 2];
    double high = values[values.length / 2];
    if (Double.isNaN(values[values.length - 1])) {
      return Double.NaN;
    }
    if (values.length % 2 == 1) {
      return low;
    }
    return dtype == DType.FLOAT64 ? (low + high) / 2 : ((float) low + (float) high) / 2;
  }

  private void runFunction(PadFunction function, int axis) {
    NDArray vectors = Views.moveaxis(padded, axis, -1);
    int outer = vectors.ndim() - 1;
    long[] shape = Arrays.copyOf(vectors.shape(), outer);
    long[] index = new long[outer];
    for (long i = Shapes.size(shape); i > 0; i--) {
      function.pad(vectors.get(index), widths[axis][0], widths[axis][1], axis);
      for (int k = outer - 1; k >= 0 && ++index[k] == shape[k]; k--) {
        index[k] = 0;
      }
    }
  }
}
