package io.lanewise.ndarray;

import java.util.ArrayList;
import java.util.List;

/// Arrays taken apart into views.
final class Splitting {
  private Splitting() {}

  static List<NDArray> sections(NDArray a, long sections, int axis, boolean equal) {
    if (sections <= 0) {
      throw new ShapeException("number sections must be larger than 0.");
    }
    int along = Shapes.axis(axis, a.ndim());
    long length = a.shape(along);
    if (equal && length % sections != 0) {
      throw new ShapeException(
          "array split does not result in an equal division: "
              + length
              + " into "
              + sections
              + " along axis "
              + along);
    }
    List<NDArray> parts = new ArrayList<>();
    long from = 0;
    for (long i = 0; i < sections; i++) {
      long to = from + length / sections + (i < length % sections ? 1 : 0);
      parts.add(Joining.slice(a, along, from, to));
      from = to;
    }
    return List.copyOf(parts);
  }

  static List<NDArray> at(NDArray a, long[] positions, int axis) {
    int along = Shapes.axis(axis, a.ndim());
    long length = a.shape(along);
    List<NDArray> parts = new ArrayList<>();
    Long from = null;
    for (int i = 0; i <= positions.length; i++) {
      Long to = i < positions.length ? Long.valueOf(positions[i]) : null;
      Index.Slice slice = new Index.Slice(from, to, 1);
      long first = slice.first(length);
      parts.add(Joining.slice(a, along, first, first + slice.count(length)));
      from = to;
    }
    return List.copyOf(parts);
  }

  static List<NDArray> unstack(NDArray a, int axis) {
    if (a.ndim() == 0) {
      throw new ShapeException("Input array must be at least 1-d.");
    }
    NDArray first = Views.moveaxis(a, axis, 0);
    List<NDArray> parts = new ArrayList<>();
    for (long i = 0; i < first.shape(0); i++) {
      parts.add(first.get(i));
    }
    return List.copyOf(parts);
  }

  static void requireDimensions(NDArray a, String function, int ndim) {
    if (a.ndim() < ndim) {
      throw new ShapeException(
          function
              + " only works on arrays of "
              + ndim
              + " or more dimensions, not "
              + Shapes.toString(a.shape()));
    }
  }
}
