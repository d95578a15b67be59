package io.lanewise.ndarray;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.Consumer;

/// Elements repeated, moved around in a circle, or taken again and again.
final class Repeating {
  private Repeating() {}

  static NDArray repeat(NDArray a, long count, int axis, NDArray out) {
    int along = Shapes.axis(axis, a.ndim());
    if (count < 0) {
      throw new ShapeException("repeat: negative dimensions are not allowed: " + count);
    }
    long[] shape = a.shape();
    shape[along] = Shapes.product("repeat", shape[along], count);
    if (a.ndim() == Layout.MAX_DIMENSIONS) {
      // no room for an axis more
      long outer = Shapes.size(Arrays.copyOf(shape, along));
      long inner = Shapes.size(Arrays.copyOfRange(a.shape(), along + 1, a.ndim()));
      NDArray rows = repeat(a.reshape(outer, a.shape(along), inner), count, 1, null).reshape(shape);
      return written("repeat", a, shape, out, result -> result.set(rows));
    }
    // one assignment: the repeated axis is stretched over an axis of its own
    NDArray source = Views.expandDims(a, along + 1);
    long[] apart = source.shape();
    apart[along + 1] = count;
    return written("repeat", a, shape, out, result -> result.reshape(apart).set(source));
  }

  private static NDArray written(
      String operation, NDArray a, long[] shape, NDArray out, Consumer<NDArray> writer) {
    Consumer<NDArray> some =
        result -> {
          if (result.size() > 0) {
            writer.accept(result);
          }
        };
    if (out != null) {
      return Outputs.write(operation, out, a.dtype(), shape, some, a);
    }
    NDArray result = MemoryPool.empty(a.dtype(), shape);
    some.accept(result);
    return result;
  }

  static NDArray repeat(NDArray a, long[] counts, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long n = a.shape(along);
    if (counts.length == 1) {
      return repeat(a, counts[0], axis, null);
    }
    if (counts.length != n) {
      throw new BroadcastException(
          "repeat: operands could not be broadcast together with shape ("
              + n
              + ",) ("
              + counts.length
              + ",)");
    }
    long total = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("repeats may not contain negative values.");
      }
      total = Shapes.sum("repeat", total, count);
    }
    long[] shape = a.shape();
    shape[along] = total;
    NDArray result = MemoryPool.empty(a.dtype(), shape);
    if (result.size() == 0) {
      return result;
    }
    if (isByElement(a, along, result)) {
      writeEach(a, counts, result);
      return result;
    }
    NDArray source = Views.ascontiguousarray(a);
    long chunk = 1;
    for (int k = along + 1; k < shape.length; k++) {
      chunk *= shape[k];
    }
    long from = source.offset();
    long to = 0;
    for (long outer = a.size() / (n * chunk); outer > 0; outer--) {
      for (long count : counts) {
        for (long i = 0; i < count; i++) {
          run(source, from, result, to, chunk);
          to += chunk;
        }
        from += chunk;
      }
    }
    return result;
  }

  /// Whether single elements of Java arrays are repeated, not stretches of them.
  private static boolean isByElement(NDArray a, int axis, NDArray result) {
    long chunk = 1;
    for (int k = axis + 1; k < a.ndim(); k++) {
      chunk *= a.shape(k);
    }
    return chunk == 1
        && !a.dtype().isComplex()
        && a.storage().array() != null
        && result.storage().array() != null;
  }

  /// The counts hold for each row of the axis.
  private static void writeEach(NDArray a, long[] counts, NDArray result) {
    NDArray source = Views.ascontiguousarray(a);
    int n = counts.length;
    long each = 0;
    for (long count : counts) {
      each += count;
    }
    for (int row = 0, rows = (int) (source.size() / n); row < rows; row++) {
      EachRepeated.write(
          source.storage().array(),
          (int) source.offset() + row * n,
          n,
          counts,
          result.storage().array(),
          (int) (row * each));
    }
  }

  /// Copies `n` consecutive elements.
  private static void run(NDArray source, long from, NDArray result, long to, long n) {
    Object a = source.storage().base();
    Object b = result.storage().base();
    if (!(a instanceof MemorySegment) && !(b instanceof MemorySegment)) {
      int parts = source.dtype().isComplex() ? 2 : 1;
      System.arraycopy(a, (int) from * parts, b, (int) to * parts, (int) n * parts);
    } else {
      NDArray view = source.withLayout(Layout.of(from, new long[] {n}, new long[] {1}));
      result.withLayout(Layout.of(to, new long[] {n}, new long[] {1})).set(view);
    }
  }

  static NDArray tile(NDArray a, NDArray out, long... counts) {
    int ndim = Math.max(a.ndim(), counts.length);
    long[] shape = new long[ndim];
    long[] apart = new long[2 * ndim];
    long[] source = new long[2 * ndim];
    for (int axis = 0; axis < ndim; axis++) {
      int own = axis - ndim + a.ndim();
      int given = axis - ndim + counts.length;
      long length = own < 0 ? 1 : a.shape(own);
      long count = given < 0 ? 1 : counts[given];
      if (count < 0) {
        throw new ShapeException("tile: negative dimensions are not allowed: " + count);
      }
      shape[axis] = Shapes.product("tile", count, length);
      apart[2 * axis] = count;
      apart[2 * axis + 1] = length;
      source[2 * axis] = 1;
      source[2 * axis + 1] = length;
    }
    boolean many = 2 * ndim > Layout.MAX_DIMENSIONS;
    long[][] blocks = many ? merged(apart, source) : new long[][] {apart, source};
    return written(
        "tile", a, shape, out, result -> result.reshape(blocks[0]).set(a.reshape(blocks[1])));
  }

  /// The pairs of counts and lengths with those that are not repeated as part of the one before.
  private static long[][] merged(long[] apart, long[] source) {
    long[] counts = new long[apart.length];
    long[] lengths = new long[apart.length];
    int n = 0;
    for (int i = 0; i < apart.length; i += 2) {
      if (n > 0 && apart[i] == 1) {
        counts[n - 1] *= apart[i + 1];
        lengths[n - 1] *= source[i + 1];
      } else {
        counts[n] = apart[i];
        lengths[n++] = 1;
        counts[n] = apart[i + 1];
        lengths[n++] = source[i + 1];
      }
    }
    return new long[][] {Arrays.copyOf(counts, n), Arrays.copyOf(lengths, n)};
  }

  static NDArray roll(NDArray a, long[] shifts, int[] axes, NDArray out) {
    int count = Math.max(shifts.length, axes.length);
    boolean fits =
        (shifts.length == 1 || shifts.length == count)
            && (axes.length == 1 || axes.length == count);
    if (!fits) {
      throw new BroadcastException(
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg"
              + " 0 with shape ("
              + shifts.length
              + ",) and arg 1 with shape ("
              + axes.length
              + ",).");
    }
    long[] shift = new long[a.ndim()];
    for (int i = 0; i < count; i++) {
      int axis = Shapes.axis(axes[axes.length == 1 ? 0 : i], a.ndim());
      long length = Math.max(1, a.shape(axis));
      long by = Math.floorMod(shifts[shifts.length == 1 ? 0 : i], length);
      shift[axis] = Math.floorMod(shift[axis] + by, length);
    }
    if (out != null) {
      return Outputs.write(
          "roll", out, a.dtype(), a.shape(), result -> roll(a, result, shift, 0), a);
    }
    NDArray result = MemoryPool.empty(a.dtype(), MemoryOrder.like(a, Order.K));
    roll(a, result, shift, 0);
    return result;
  }

  private static void roll(NDArray from, NDArray to, long[] shift, int axis) {
    if (from.size() == 0) {
      return;
    }
    if (axis == shift.length) {
      to.set(from);
      return;
    }
    long n = from.shape(axis);
    long by = shift[axis];
    if (by == 0) {
      roll(from, to, shift, axis + 1);
    } else {
      roll(Joining.slice(from, axis, 0, n - by), Joining.slice(to, axis, by, n), shift, axis + 1);
      roll(Joining.slice(from, axis, n - by, n), Joining.slice(to, axis, 0, by), shift, axis + 1);
    }
  }

  static NDArray resize(NDArray a, long... shape) {
    for (long length : shape) {
      if (length < 0) {
        throw new ShapeException(
            "resize: all elements of `new_shape` must be non-negative: " + Shapes.toString(shape));
      }
    }
    NDArray result = MemoryPool.empty(a.dtype(), shape);
    long n = result.size();
    if (n == 0 || a.size() == 0) {
      return result;
    }
    NDArray flat = result.reshape(-1);
    long filled = Math.min(a.size(), n);
    flat.slice(0, filled)
        .set(filled == a.size() ? Views.ravel(a) : Views.ravel(a).slice(0, filled));
    while (filled < n) {
      long more = Math.min(filled, n - filled);
      flat.slice(filled, more).set(flat.slice(0, more));
      filled += more;
    }
    return result;
  }
}
