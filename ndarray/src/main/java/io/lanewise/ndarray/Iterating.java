package io.lanewise.ndarray;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/// Walking through arrays: elements, indices, sub-arrays and blocks. No element is ever an object.
///
/// Elements come in C order (the last index moves fastest) whatever the layout, as from NumPy's
/// `flat`. Where the order does not matter, `Order.K` reads them as they lie in memory, which is
/// what NumPy's `nditer` does. Elements are read a tile of 1,024 at a time: a consumer that writes
/// to the array it walks through may or may not see its own writes. Arithmetic on whole arrays is
/// faster than any walk.
///
/// Source: NumPy's chapter "Iterating over arrays".
public final class Iterating {
  private Iterating() {}

  /// Gives each element as a double to `action`, in C order.
  ///
  /// @throws CastingException if the dtype is complex
  /// @throws IllegalStateException if the array's arena is closed
  public static void forEachDouble(NDArray a, DoubleConsumer action) {
    doubleSpliterator(a).forEachRemaining(action);
  }

  /// The same in another order; K is the order in memory.
  public static void forEachDouble(NDArray a, Order order, DoubleConsumer action) {
    forEachDouble(inOrder(a, order), action);
  }

  /// Gives each element as a long to `action`, in C order; floating-point elements are truncated as
  /// by [NDArray#getLong(long...)], and those of uint64 come as their bits.
  ///
  /// @throws CastingException if the dtype is complex
  /// @throws IllegalStateException if the array's arena is closed
  public static void forEachLong(NDArray a, LongConsumer action) {
    longSpliterator(a).forEachRemaining(action);
  }

  /// The same in another order; K is the order in memory.
  public static void forEachLong(NDArray a, Order order, LongConsumer action) {
    forEachLong(inOrder(a, order), action);
  }

  /// Gives the two parts of each element to `action`, in C order; of a real array the imaginary
  /// parts are 0.
  public static void forEachComplex(NDArray a, ComplexConsumer action) {
    if (!a.dtype().isComplex()) {
      forEachDouble(a, real -> action.accept(real, 0));
      return;
    }
    NDArray parts = a.viewAsReal();
    double[] values = new double[ElementReader.TILE];
    ElementReader reader = new ElementReader(parts, NDArray.of(values));
    for (long at = 0; at < parts.size(); at += values.length) {
      int n = (int) Math.min(values.length, parts.size() - at);
      reader.read(at, n);
      for (int i = 0; i < n; i += 2) {
        action.accept(values[i], values[i + 1]);
      }
    }
  }

  /// The elements as doubles, in C order.
  ///
  /// @throws CastingException if the dtype is complex
  public static PrimitiveIterator.OfDouble doubleIterator(NDArray a) {
    return Spliterators.iterator(doubleSpliterator(a));
  }

  /// The elements as longs, in C order; see [#forEachLong(NDArray, LongConsumer)].
  ///
  /// @throws CastingException if the dtype is complex
  public static PrimitiveIterator.OfLong longIterator(NDArray a) {
    return Spliterators.iterator(longSpliterator(a));
  }

  static Spliterator.OfDouble doubleSpliterator(NDArray a) {
    requireReal(a, "double");
    return new ElementSpliterator.Doubles(a, 0, a.size());
  }

  static Spliterator.OfLong longSpliterator(NDArray a) {
    requireReal(a, "long");
    return new ElementSpliterator.Longs(a, 0, a.size());
  }

  private static void requireReal(NDArray a, String target) {
    if (a.dtype().isComplex()) {
      throw new CastingException(
          "cannot convert elements of " + a.dtype() + " to " + target + "; take real() or imag()");
    }
  }

  /// A view whose C order is the given order of `a`.
  static NDArray inOrder(NDArray a, Order order) {
    return switch (MemoryOrder.readingOrder(a, order)) {
      case F -> a.T();
      case K -> inMemoryOrder(a);
      default -> a;
    };
  }

  private static NDArray inMemoryOrder(NDArray a) {
    NDArray ordered = a.transpose(MemoryOrder.iterated(a.ndim(), a));
    for (int axis = 0; axis < ordered.ndim(); axis++) {
      if (ordered.layout().stride(axis) < 0) {
        ordered = Views.flip(ordered, axis);
      }
    }
    return ordered;
  }

  /// The indices of an array of this shape, in C order. Source: `numpy.ndindex`.
  ///
  /// @throws ShapeException if a length is negative
  public static IndexCursor ndindex(long... shape) {
    return new IndexCursor(Layout.of(shape, Order.C));
  }

  /// The elements of `a` with their indices, in C order. Source: `numpy.ndenumerate`.
  public static ElementCursor ndenumerate(NDArray a) {
    return new ElementCursor(a);
  }

  /// The elements of `a` by their numbers in C order. Source: `numpy.ndarray.flat`.
  public static FlatElements flat(NDArray a) {
    return new FlatElements(a);
  }

  /// The sub-arrays along the first axis, as views: `for (NDArray row : Iterating.along(a, 0))` is
  /// NumPy's `for row in a`.
  ///
  /// @throws UnsupportedOperationException if `a` is 0-d
  public static Iterator<NDArray> iterator(NDArray a) {
    if (a.ndim() == 0) {
      throw new UnsupportedOperationException("iteration over a 0-d array");
    }
    return along(a, 0).iterator();
  }

  /// The sub-arrays along an axis, as views of one dimension less.
  ///
  /// @throws AxisException if there is no such axis
  public static Iterable<NDArray> along(NDArray a, int axis) {
    int named = Shapes.axis(axis, a.ndim());
    Layout layout = a.layout();
    long[] shape = without(layout.shape(), named);
    long[] strides = without(layout.strides(), named);
    long length = layout.shape(named);
    long step = layout.stride(named);
    return () ->
        new Iterator<>() {
          private long next;

          @Override
          public boolean hasNext() {
            return next < length;
          }

          @Override
          public NDArray next() {
            if (next >= length) {
              throw new NoSuchElementException("axis " + named + " has " + length + " elements");
            }
            return a.withLayout(Layout.owning(layout.offset() + next++ * step, shape, strides));
          }
        };
  }

  private static long[] without(long[] values, int axis) {
    long[] result = new long[values.length - 1];
    System.arraycopy(values, 0, result, 0, axis);
    System.arraycopy(values, axis + 1, result, axis, result.length - axis);
    return result;
  }

  /// Blocks of the given lengths that tile `a`; see [Blocks].
  ///
  /// @throws ShapeException if there is not one length for each axis
  /// @throws IllegalArgumentException if a length is not positive
  public static Blocks blocks(NDArray a, long... shape) {
    return new Blocks(a, shape, new long[a.ndim()]);
  }

  /// Blocks that tile `a`, each also with `overlap` elements more on both sides of each axis, as
  /// far as the array goes.
  ///
  /// @throws ShapeException if there is not one length and one overlap for each axis
  /// @throws IllegalArgumentException if a length is not positive or an overlap negative
  public static Blocks blocks(NDArray a, long[] shape, long... overlap) {
    return new Blocks(a, shape, overlap);
  }
}
