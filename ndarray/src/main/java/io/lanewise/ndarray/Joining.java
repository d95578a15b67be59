package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Arrays put together.
final class Joining {
  private Joining() {}

  static NDArray concatenate(
      List<NDArray> arrays, int axis, DType dtype, Casting casting, NDArray out) {
    NDArray[] parts = required(arrays);
    int ndim = parts[0].ndim();
    if (ndim == 0) {
      throw new ShapeException("zero-dimensional arrays cannot be concatenated");
    }
    int along = Shapes.axis(axis, ndim);
    long[] shape = parts[0].shape();
    for (int k = 1; k < parts.length; k++) {
      requireSameDimensions(parts, k, along);
      shape[along] = Shapes.sum("concatenate", shape[along], parts[k].shape(along));
    }
    DType type = resultType(parts, dtype, casting, out);
    NDArray result =
        out == null
            ? MemoryPool.empty(type, MemoryOrder.common(shape, parts))
            : checkedOut(out, shape);
    long from = 0;
    for (NDArray part : out == null ? parts : apart(parts, out)) {
      long n = part.shape(along);
      if (part.size() > 0) {
        slice(result, along, from, from + n).set(part);
      }
      from += n;
    }
    return result;
  }

  /// The elements of all arrays in C order, one array after the other.
  static NDArray flattened(List<NDArray> arrays, DType dtype, Casting casting, NDArray out) {
    NDArray[] parts = required(arrays);
    long size = 0;
    for (NDArray part : parts) {
      size = Shapes.sum("concatenate", size, part.size());
    }
    DType type = resultType(parts, dtype, casting, out);
    if (out != null && out.ndim() != 1) {
      throw new ShapeException("concatenate: Output array must be 1D");
    }
    if (out != null && out.size() != size) {
      throw new ShapeException("concatenate: Output array is the wrong size");
    }
    NDArray result =
        out == null ? MemoryPool.empty(type, size) : checkedOut(out, new long[] {size});
    long from = 0;
    for (NDArray part : out == null ? parts : apart(parts, out)) {
      long n = part.size();
      if (n > 0 && result.layout().stride(0) == 1) {
        result.slice(from, n).reshape(part.shape()).set(part);
      } else {
        slice(result, 0, from, from + n).set(Views.ravel(part));
      }
      from += n;
    }
    return result;
  }

  private static NDArray[] required(List<NDArray> arrays) {
    if (arrays.isEmpty()) {
      throw new ShapeException("need at least one array to concatenate");
    }
    NDArray[] parts = arrays.toArray(NDArray[]::new);
    for (int k = 0; k < parts.length; k++) {
      if (parts[k] == null) {
        throw new NullPointerException("array " + k + " of " + parts.length + " is null");
      }
    }
    return parts;
  }

  private static void requireSameDimensions(NDArray[] parts, int k, int along) {
    int ndim = parts[0].ndim();
    if (parts[k].ndim() != ndim) {
      throw new ShapeException(
          "all the input arrays must have same number of dimensions, but the array at index 0 has "
              + ndim
              + " dimension(s) and the array at index "
              + k
              + " has "
              + parts[k].ndim()
              + " dimension(s)");
    }
    for (int axis = 0; axis < ndim; axis++) {
      if (axis != along && parts[k].shape(axis) != parts[0].shape(axis)) {
        throw new ShapeException(
            "all the input array dimensions except for the concatenation axis must match exactly,"
                + " but along dimension "
                + axis
                + ", the array at index 0 has size "
                + parts[0].shape(axis)
                + " and the array at index "
                + k
                + " has size "
                + parts[k].shape(axis));
      }
    }
  }

  private static DType resultType(NDArray[] parts, DType dtype, Casting casting, NDArray out) {
    DType type = dtype;
    if (out != null) {
      type = out.dtype();
    } else if (type == null) {
      type = Promotion.resultType(parts);
    }
    for (NDArray part : parts) {
      casting.require(part.dtype(), type);
    }
    return type;
  }

  private static NDArray checkedOut(NDArray out, long[] shape) {
    if (out.ndim() != shape.length) {
      throw new ShapeException("concatenate: Output array has wrong dimensionality");
    }
    if (!Arrays.equals(out.shape(), shape)) {
      throw new ShapeException(
          "concatenate: Output array is the wrong shape: "
              + Shapes.toString(out.shape())
              + ", not "
              + Shapes.toString(shape));
    }
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: concatenate");
    }
    return out;
  }

  /// The parts, those that share memory with the output as copies.
  private static NDArray[] apart(NDArray[] parts, NDArray out) {
    NDArray[] apart = parts.clone();
    for (int k = 0; k < parts.length; k++) {
      if (Overlap.mayShareMemory(parts[k], out)) {
        Events.hiddenCopy("concatenate", "an input overlaps the output", parts[k].size());
        apart[k] = parts[k].copy();
      }
    }
    return apart;
  }

  static NDArray stack(List<NDArray> arrays, int axis, DType dtype, Casting casting, NDArray out) {
    if (arrays.isEmpty()) {
      throw new ShapeException("need at least one array to stack");
    }
    NDArray first = arrays.getFirst();
    for (NDArray a : arrays) {
      if (!a.layout().sameShape(first.layout())) {
        throw new ShapeException(
            "all input arrays must have the same shape, not "
                + Shapes.toString(first.shape())
                + " and "
                + Shapes.toString(a.shape()));
      }
    }
    int along = Shapes.axis(axis, first.ndim() + 1);
    List<NDArray> expanded = arrays.stream().map(a -> Views.expandDims(a, along)).toList();
    return concatenate(expanded, along, dtype, casting, out);
  }

  /// Elements `from` up to `to` along one axis.
  static NDArray slice(NDArray a, int axis, long from, long to) {
    long[] shape = a.shape();
    Layout layout = a.layout();
    shape[axis] = to - from;
    long offset = a.size() == 0 || to == from ? 0 : from * layout.stride(axis);
    return a.withLayout(Layout.owning(layout.offset() + offset, shape, layout.strides()));
  }

  /// Arrays and lists of them, put together from the innermost lists, along the last axis, to the
  /// outermost.
  static NDArray block(Object nested) {
    int depth = depth(nested, "arrays");
    List<NDArray> leaves = new ArrayList<>();
    collect(nested, leaves);
    int ndim = depth;
    for (NDArray leaf : leaves) {
      ndim = Math.max(ndim, leaf.ndim());
    }
    NDArray result = block(nested, depth, ndim);
    return depth == 0 ? result.copy() : result;
  }

  private static NDArray block(Object nested, int depth, int ndim) {
    if (nested instanceof NDArray leaf) {
      int[] front = Views.inOrder(ndim - leaf.ndim());
      return Views.expandDims(leaf, front);
    }
    List<NDArray> parts = new ArrayList<>();
    for (Object part : (List<?>) nested) {
      parts.add(block(part, depth - 1, ndim));
    }
    return concatenate(parts, ndim - depth, null, Casting.SAME_KIND, null);
  }

  private static void collect(Object nested, List<NDArray> leaves) {
    if (nested instanceof NDArray leaf) {
      leaves.add(leaf);
    } else {
      ((List<?>) nested).forEach(part -> collect(part, leaves));
    }
  }

  /// How deep the lists are, everywhere.
  private static int depth(Object nested, String path) {
    if (nested instanceof NDArray) {
      return 0;
    }
    if (!(nested instanceof List<?> list)) {
      throw new IllegalArgumentException(
          path + " is a " + nested.getClass().getSimpleName() + ", neither a List nor an NDArray");
    }
    if (list.isEmpty()) {
      throw new ShapeException("List at " + path + " cannot be empty");
    }
    IntFunction<String> part = i -> path + "[" + i + "]";
    int first = depth(list.getFirst(), part.apply(0));
    for (int i = 1; i < list.size(); i++) {
      int depth = depth(list.get(i), part.apply(i));
      if (depth != first) {
        int level = path.length() - path.replace("[", "").length() + 1;
        throw new ShapeException(
            "List depths are mismatched. First element was at depth "
                + (first + level)
                + ", but there is an element at depth "
                + (depth + level)
                + " ("
                + part.apply(i)
                + ")");
      }
    }
    return first + 1;
  }
}
