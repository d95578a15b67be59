package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A random index for arrays of one shape, in both languages.
///
/// @param java the parts
/// @param python what stands between the brackets
record RandomIndex(Index[] java, String python) {
  /// Integers, slices, new axes and an ellipsis. An ellipsis at the end keeps NumPy from giving a
  /// scalar, which would be no view.
  static RandomIndex basic(Variables v, long... shape) {
    List<Index> parts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    int axis = 0;
    boolean ellipsis = false;
    while (axis < shape.length && !v.chance(0.1)) {
      long n = shape[axis];
      if (v.chance(0.08) && parts.size() < 6) {
        parts.add(Index.newAxis());
        texts.add("None");
      } else if (v.chance(0.08) && !ellipsis) {
        parts.add(Index.ellipsis());
        texts.add("...");
        ellipsis = true;
        axis += v.from(0, shape.length - axis + 1);
      } else if (v.chance(0.25) && n > 0) {
        long at = v.from((int) -n, (int) n) + (v.chance(0.02) ? n : 0);
        parts.add(Index.at(at));
        texts.add(Long.toString(at));
        axis++;
      } else {
        slice(v, n, parts, texts);
        axis++;
      }
    }
    if (!ellipsis) {
      parts.add(Index.ellipsis());
      texts.add("...");
    }
    return new RandomIndex(parts.toArray(Index[]::new), String.join(", ", texts));
  }

  private static void slice(Variables v, long n, List<Index> parts, List<String> texts) {
    Long start = v.chance(0.4) ? null : (long) v.from((int) -n - 1, (int) n + 2);
    Long stop = v.chance(0.4) ? null : (long) v.from((int) -n - 1, (int) n + 2);
    long step = new long[] {1, 1, 2, -1, -2, 3}[v.from(0, 6)];
    parts.add(new Index.Slice(start, stop, step));
    texts.add((start == null ? "" : start) + ":" + (stop == null ? "" : stop) + ":" + step);
  }

  /// One array of positions or mask at least, and anything beside it.
  static RandomIndex advanced(Variables v, long... shape) {
    List<Index> parts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    long[] common = new long[v.from(1, 3)];
    for (int d = 0; d < common.length; d++) {
      common[d] = v.from(v.chance(0.1) ? 0 : 1, 4);
    }
    boolean array = false;
    for (int axis = 0; axis < shape.length && !(array && v.chance(0.15)); axis++) {
      long n = shape[axis];
      double kind = v.random.nextDouble();
      if (kind < 0.08 && parts.size() < 6) {
        parts.add(Index.newAxis());
        texts.add("None");
        axis--;
      } else if (kind < 0.2 && n > 0) {
        long at = v.from((int) -n, (int) n);
        parts.add(Index.at(at));
        texts.add(Long.toString(at));
      } else if (kind < 0.4) {
        slice(v, n, parts, texts);
      } else if (kind < 0.8) {
        long[] own = common.clone();
        for (int d = 0; d < own.length; d++) {
          own[d] = v.chance(0.2) ? 1 : own[d];
        }
        NDArray positions = positions(v, n + (v.chance(0.02) ? 1 : 0), own);
        parts.add(Index.ints(positions));
        texts.add(python(positions));
        array = true;
      } else {
        int rank = Math.min(v.from(1, 3), shape.length - axis);
        NDArray mask = flags(v, Arrays.copyOfRange(shape, axis, axis + rank));
        parts.add(Index.mask(mask));
        texts.add(python(mask));
        axis += rank - 1;
        array = true;
      }
    }
    if (!array) {
      NDArray mask = NDArray.of(v.chance(0.5)).reshape();
      parts.add(Index.mask(mask));
      texts.add(python(mask));
    }
    return new RandomIndex(parts.toArray(Index[]::new), String.join(", ", texts) + ",");
  }

  /// Positions on an axis of length `n`, counting from either end.
  static NDArray positions(Variables v, long n, long... shape) {
    NDArray result = NDArray.empty(DType.INT64, shape);
    NDArray flat = result.reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      flat.setLong(n == 0 ? 0 : v.from((int) -n, (int) n), i);
    }
    return result;
  }

  /// Random bools.
  static NDArray flags(Variables v, long... shape) {
    NDArray result = NDArray.empty(DType.BOOL, shape);
    NDArray flat = result.reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      flat.setLong(v.from(0, 2), i);
    }
    return result;
  }

  /// An array of int64 or bools as an expression.
  static String python(NDArray a) {
    NDArray flat = a.reshape(-1);
    StringBuilder text = new StringBuilder("np.array([");
    for (long i = 0; i < flat.size(); i++) {
      text.append(flat.getLong(i)).append(", ");
    }
    String shape = Arrays.stream(a.shape()).mapToObj(n -> n + ",").collect(Collectors.joining());
    return text + "], '" + a.dtype() + "').reshape((" + shape + "))";
  }

  /// The shape of what it names, or null where that is an error.
  long[] shape(NDArray a) {
    try {
      return a.get(java).shape();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return null;
    }
  }

  /// The number of elements that it names, 0 where that is an error.
  long size(NDArray a) {
    long[] shape = shape(a);
    return shape == null ? 0 : Arrays.stream(shape).reduce(1, (x, y) -> x * y);
  }
}
