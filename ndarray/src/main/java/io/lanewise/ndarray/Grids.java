package io.lanewise.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Coordinates of grids.
final class Grids {
  private Grids() {}

  /// Each coordinate along its own axis of `x.length` axes, broadcastable together.
  static List<NDArray> sparse(MeshIndexing indexing, NDArray... x) {
    List<NDArray> result = new ArrayList<>();
    for (int k = 0; k < x.length; k++) {
      int axis = indexing == MeshIndexing.XY && k < 2 && x.length > 1 ? 1 - k : k;
      long[] shape = new long[x.length];
      Arrays.fill(shape, 1);
      shape[axis] = x[k].size();
      result.add(x[k].reshape(shape));
    }
    return result;
  }

  static List<NDArray> copies(List<NDArray> views) {
    return views.stream().map(NDArray::copy).toList();
  }

  static NDArray indices(DType dtype, long... shape) {
    long[] all = new long[shape.length + 1];
    all[0] = shape.length;
    System.arraycopy(shape, 0, all, 1, shape.length);
    NDArray result = NDArray.empty(dtype, all);
    List<NDArray> axes = sparse(MeshIndexing.IJ, counters(dtype, shape));
    for (int axis = 0; axis < shape.length; axis++) {
      result.get(axis).set(axes.get(axis));
    }
    return result;
  }

  static NDArray[] counters(DType dtype, long... shape) {
    return Arrays.stream(shape)
        .mapToObj(n -> NDArray.arange(n).astype(dtype))
        .toArray(NDArray[]::new);
  }

  static NDArray dense(NDArray... x) {
    if (x.length == 0) {
      return NDArray.empty(DType.FLOAT64, 0);
    }
    DType dtype = Promotion.resultType(x);
    long[] shape = new long[x.length + 1];
    shape[0] = x.length;
    for (int k = 0; k < x.length; k++) {
      shape[k + 1] = x[k].size();
    }
    NDArray result = NDArray.empty(dtype, shape);
    List<NDArray> axes = sparse(MeshIndexing.IJ, x);
    for (int k = 0; k < x.length; k++) {
      result.get(k).set(axes.get(k));
    }
    return result;
  }

  static List<NDArray> ix(NDArray... sequences) {
    NDArray[] positions = new NDArray[sequences.length];
    for (int k = 0; k < sequences.length; k++) {
      NDArray one = sequences[k];
      if (one.ndim() != 1) {
        throw new ShapeException(
            "Cross index must be 1 dimensional, not of shape " + Shapes.toString(one.shape()));
      }
      positions[k] = one.dtype() == DType.BOOL ? NDArray.of(Masks.truePositions(one)) : one;
    }
    return sparse(MeshIndexing.IJ, positions);
  }
}
