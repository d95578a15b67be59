package io.lanewise.ufunc.fft;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.MemoryOrder;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ufunc.fft.engine.Lines;
import io.lanewise.ufunc.fft.engine.Transforms;
import io.lanewise.ufunc.fft.engine.Transforms.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One call of a transform over one or more axes: checks everything, then transforms axis after
/// axis in float64, in the result's own memory as soon as the shape is the result's.
final class FftCall {
  /// A transform along one axis.
  private record Stage(Kind kind, int axis, long n) {}

  private final String name;
  private final NDArray a;
  private final boolean inverse;
  private final FftNorm norm;
  private final List<Stage> stages = new ArrayList<>();
  private long[] shape;

  FftCall(String name, NDArray a, boolean inverse, FftNorm norm) {
    this.name = name;
    this.a = a;
    this.inverse = inverse;
    this.norm = norm;
    this.shape = a.shape();
  }

  /// Appends a transform of `n` points along an axis; [Fft#WHOLE] stands for the axis's length.
  FftCall then(Kind kind, long n, int axis) {
    int checked = Shapes.axis(axis, shape.length);
    long length = shape[checked];
    long whole = kind == Kind.HALF_TO_REAL ? 2 * (length - 1) : length;
    long points = n == Fft.WHOLE ? whole : n;
    if (points < 1) {
      throw new IllegalArgumentException(
          "Invalid number of FFT data points ("
              + points
              + ") specified. "
              + name
              + " of an array of shape "
              + Shapes.toString(a.shape()));
    }
    if ((kind == Kind.REAL_TO_HALF || kind == Kind.REAL_TO_ALL) && a.dtype().isComplex()) {
      throw new NoLoopException(
          "ufunc '"
              + name
              + "' not supported for the input types, and the inputs could not be safely coerced to"
              + " any supported types according to the casting rule ''safe'': "
              + a.dtype());
    }
    if (points > 1 << 29) {
      throw new ShapeException(
          name + ": array is too big; at most 2^29 points are transformed, not " + points);
    }
    stages.add(new Stage(kind, checked, points));
    shape = shape.clone();
    shape[checked] = kind == Kind.REAL_TO_HALF ? points / 2 + 1 : points;
    return this;
  }

  /// The first transform of a complex or a real array.
  Kind kind() {
    return stages.isEmpty() && !a.dtype().isComplex() ? Kind.REAL_TO_ALL : Kind.COMPLEX;
  }

  /// Transforms into `out`, or into a new array where that is null.
  NDArray run(NDArray out) {
    boolean real = stages.getLast().kind == Kind.HALF_TO_REAL;
    DType dtype = dtype(real);
    if (out != null) {
      check(out, dtype);
    }
    DType wide = real ? DType.FLOAT64 : DType.COMPLEX128;
    NDArray result = out != null && isDirect(out, wide) ? out : empty(wide, shape);
    NDArray current = a.storage().array() instanceof double[] ? a : wide(a);
    if (a.dtype() != DType.FLOAT64 && a.dtype() != DType.COMPLEX128) {
      current = wide(a);
    }
    if (a.size() > 0 || Shapes.size(shape) > 0) {
      transform(current, result);
    }
    if (result == out) {
      return out;
    }
    if (out != null) {
      out.set(result);
      return out;
    }
    return dtype == wide ? result : result.astype(dtype);
  }

  private void transform(NDArray from, NDArray result) {
    NDArray current = from;
    for (Stage stage : stages) {
      long[] next = current.shape();
      next[stage.axis] = stage.kind == Kind.REAL_TO_HALF ? stage.n / 2 + 1 : stage.n;
      NDArray target = current;
      if (stage == stages.getLast()) {
        target = result;
      } else if (result.dtype().isComplex() && Arrays.equals(next, shape)) {
        target = result;
      } else if (current == from || !Arrays.equals(next, current.shape())) {
        target = empty(DType.COMPLEX128, next);
      }
      double scale = norm.scale(stage.n, inverse);
      Transforms.run(
          stage.kind,
          lines(current, stage.axis, current),
          lines(target, stage.axis, current),
          (int) stage.n,
          inverse,
          scale);
      current = target;
    }
  }

  private DType dtype(boolean real) {
    return switch (a.dtype()) {
      // half precision comes back only where no complex numbers were in between
      case FLOAT16, BFLOAT16 ->
          !real ? DType.COMPLEX64 : stages.size() == 1 ? a.dtype() : DType.FLOAT32;
      case FLOAT32, COMPLEX64 -> real ? DType.FLOAT32 : DType.COMPLEX64;
      default -> real ? DType.FLOAT64 : DType.COMPLEX128;
    };
  }

  private void check(NDArray out, DType dtype) {
    if (!Arrays.equals(out.shape(), shape)) {
      throw new ShapeException(
          "output array has wrong shape. "
              + name
              + " gives "
              + Shapes.toString(shape)
              + ", not "
              + Shapes.toString(out.shape()));
    }
    if (!Casting.SAME_KIND.allows(dtype, out.dtype())) {
      throw new CastingException(
          "Cannot cast ufunc '"
              + name
              + "' output from dtype('"
              + dtype
              + "') to dtype('"
              + out.dtype()
              + "') with casting rule 'same_kind'");
    }
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + name);
    }
  }

  /// Whether transforms may write to `out` itself: the input is elsewhere, or is transformed line
  /// by line in its own place.
  private boolean isDirect(NDArray out, DType wide) {
    if (out.dtype() != wide || !(out.storage().array() instanceof double[])) {
      return false;
    }
    return !Overlap.mayShareMemory(a, out)
        || stages.size() == 1 && a.dtype() == wide && a.layout().sameElements(out.layout());
  }

  /// A new array with its axes in memory as the input has them.
  private NDArray empty(DType dtype, long[] lengths) {
    int[] axes = MemoryOrder.iterated(lengths.length, a);
    long[] inMemory = new long[lengths.length];
    int[] back = new int[lengths.length];
    for (int i = 0; i < axes.length; i++) {
      inMemory[i] = lengths[axes[i]];
      back[axes[i]] = i;
    }
    NDArray result = NDArray.empty(dtype, inMemory).transpose(back);
    if (!(result.storage().array() instanceof double[])) {
      throw new ShapeException(
          name
              + ": array is too big; a transform needs Java arrays, and shape "
              + Shapes.toString(lengths)
              + " does not fit one");
    }
    return result;
  }

  private NDArray wide(NDArray array) {
    NDArray result = empty(array.dtype().isComplex() ? DType.COMPLEX128 : DType.FLOAT64, a.shape());
    result.set(array);
    return result;
  }

  /// The lines along an axis; the other axes from the longest step of `like` to the shortest.
  private static Lines lines(NDArray array, int axis, NDArray like) {
    int[] order = MemoryOrder.iterated(like.ndim(), like);
    int unit = array.dtype().isComplex() ? 2 : 1;
    int[] lengths = new int[order.length - 1];
    int[] strides = new int[order.length - 1];
    int at = 0;
    for (int other : order) {
      if (other != axis) {
        lengths[at] = (int) array.layout().shape(other);
        strides[at++] = (int) array.layout().stride(other) * unit;
      }
    }
    return new Lines(
        (double[]) array.storage().array(),
        unit == 2,
        (int) array.offset() * unit,
        (int) array.layout().shape(axis),
        (int) array.layout().stride(axis) * unit,
        lengths,
        strides);
  }
}
