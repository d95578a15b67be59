package io.lanewise.ndarray.random;

import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// Random orders, by exchanging each element, from the last, with one that is not behind it: R.
/// Durstenfeld, *Algorithm 235*, Communications of the ACM 7(7) (1964), after Fisher and Yates.
final class Shuffle {
  private Shuffle() {}

  /// A random order of 0 .. n - 1.
  static long[] order(BitGenerator bits, long n) {
    long[] order = arange(n);
    for (int i = order.length - 1; i > 0; i--) {
      swap(order, i, (int) BoundedIntegers.interval(bits, i));
    }
    return order;
  }

  /// The numbers 0 .. n - 1.
  static long[] arange(long n) {
    long[] numbers = new long[Shapes.javaLength("random order", Math.max(n, 0))];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  static void swap(long[] a, int i, int j) {
    long moved = a[i];
    a[i] = a[j];
    a[j] = moved;
  }

  /// Puts the sub-arrays of `x` along an axis in a random order.
  static void inPlace(BitGenerator bits, NDArray x, int axis) {
    int checked = Shapes.axis(axis, x.ndim());
    if (!x.isWriteable()) {
      throw new ReadOnlyArrayException("array is read-only");
    }
    if (x.size() > 0) {
      x.set(take(x, order(bits, x.shape(checked)), checked));
    }
  }

  /// Puts the elements of each 1-D part of `x` along an axis in a random order of its own.
  static void eachInPlace(BitGenerator bits, NDArray x, int axis) {
    int last = x.ndim() - 1;
    NDArray rows = x.transpose(movedToLast(axis, x.ndim()));
    long[] position = new long[last];
    boolean more = x.size() > 0;
    while (more) {
      inPlace(bits, rows.get(position), 0);
      more = false;
      for (int d = last - 1; d >= 0 && !more; d--) {
        more = ++position[d] < rows.shape(d);
        if (!more) {
          position[d] = 0;
        }
      }
    }
  }

  /// The axes in order with one of them behind all others.
  private static int[] movedToLast(int axis, int ndim) {
    int[] axes = new int[ndim];
    for (int d = 0; d < ndim; d++) {
      axes[d] = d == ndim - 1 ? axis : d < axis ? d : d + 1;
    }
    return axes;
  }

  /// A new array of the sub-arrays of `x` at `positions` of an axis.
  static NDArray take(NDArray x, long[] positions, int axis) {
    return Indexing.take(x, NDArray.of(positions), axis);
  }
}
