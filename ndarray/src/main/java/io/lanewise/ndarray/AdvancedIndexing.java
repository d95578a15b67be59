package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An index with arrays or masks, made ready for one array: what is left of the array after the
/// basic parts, the positions along its indexed axes, and the shape of the result.
///
/// A mask becomes the positions of its true elements, an integer beside arrays a 0-d array. The
/// arrays broadcast together to the shape of the selection. Its axes stand where the arrays stood
/// if these follow each other, otherwise in front; integers count as arrays, and new axes, slices
/// and an ellipsis between two arrays separate them. Source: NumPy, "Indexing on ndarrays",
/// combining advanced and basic indexing.
final class AdvancedIndexing {
  private final NDArray array;

  /// An array of positions.
  ///
  /// @param axis the axis of what the basic parts have left
  /// @param named the axis of the indexed array, for errors
  private record Positions(NDArray array, int axis, int named) {}

  private final List<Positions> positions = new ArrayList<>();

  /// The shape the position arrays broadcast to.
  private long[] selected;

  /// How many axes that are not indexed come before the selection's.
  private int before;

  /// The other axes of `array`, in order.
  private int[] others;

  private AdvancedIndexing(NDArray array) {
    this.array = array;
  }

  /// Whether the index needs this class.
  static boolean isAdvanced(Index... index) {
    for (Index part : index) {
      if (part instanceof Index.Positions || part instanceof Index.Mask) {
        return true;
      }
    }
    return false;
  }

  static AdvancedIndexing of(NDArray a, Index... index) {
    List<Index> parts = withEllipsis(a, index);
    List<Index> basic = new ArrayList<>();
    List<Positions> arrays = new ArrayList<>();
    boolean together = true;
    boolean open = false;
    int inputAxis = 0;
    int viewAxis = 0;
    int first = -1;
    for (Index part : parts) {
      boolean array =
          !(part instanceof Index.Slice
              || part instanceof Index.NewAxis
              || part instanceof Index.Ellipsis);
      if (array) {
        together &= first < 0 || open;
        first = first < 0 ? viewAxis : first;
      }
      open = array;
      switch (part) {
        case Index.At at -> {
          Shapes.index(at.position(), inputAxis, a.layout().shape(inputAxis));
          arrays.add(new Positions(NDArray.scalar(at.position()), viewAxis++, inputAxis++));
          basic.add(Index.all());
        }
        case Index.Positions p -> {
          arrays.add(new Positions(p.positions(), viewAxis++, inputAxis++));
          basic.add(Index.all());
        }
        case Index.Mask m -> {
          NDArray[] found = positions(m.mask(), a, inputAxis);
          if (found.length == 0) {
            // a mask without axes selects all or nothing, along an axis of its own
            NDArray zeros = NDArray.zeros(DType.INT64, m.mask().getBoolean() ? 1 : 0);
            arrays.add(new Positions(zeros, viewAxis++, inputAxis));
            basic.add(Index.newAxis());
          }
          for (NDArray one : found) {
            arrays.add(new Positions(one, viewAxis++, inputAxis++));
            basic.add(Index.all());
          }
        }
        case Index.Slice slice -> {
          basic.add(slice);
          viewAxis++;
          inputAxis++;
        }
        case Index.NewAxis axis -> {
          basic.add(axis);
          viewAxis++;
        }
        case Index.Ellipsis ellipsis -> {
          int full = a.ndim() - consumed(parts);
          basic.add(ellipsis);
          viewAxis += full;
          inputAxis += full;
        }
      }
    }
    AdvancedIndexing result =
        new AdvancedIndexing(
            a.withLayout(BasicIndexing.apply(a.layout(), basic.toArray(Index[]::new))));
    result.place(arrays, together ? first : 0);
    return result;
  }

  /// The parts with an ellipsis that takes the axes left over, after checking their number.
  private static List<Index> withEllipsis(NDArray a, Index... index) {
    List<Index> parts = new ArrayList<>(Arrays.asList(index));
    long ellipses = parts.stream().filter(Index.Ellipsis.class::isInstance).count();
    if (ellipses > 1) {
      throw new IndexingException("an index can only have a single ellipsis ('...')");
    }
    if (ellipses == 0) {
      parts.add(Index.ellipsis());
    }
    int consumed = consumed(parts);
    if (consumed > a.ndim()) {
      throw IndexingException.tooMany(a.ndim(), consumed);
    }
    return parts;
  }

  private static int consumed(List<Index> parts) {
    int consumed = 0;
    for (Index part : parts) {
      consumed +=
          switch (part) {
            case Index.NewAxis axis -> 0;
            case Index.Ellipsis ellipsis -> 0;
            case Index.Mask mask -> mask.mask().ndim();
            default -> 1;
          };
    }
    return consumed;
  }

  /// The positions of the true elements of a mask over the axes from `axis` on.
  private static NDArray[] positions(NDArray mask, NDArray a, int axis) {
    for (int i = 0; i < mask.ndim(); i++) {
      if (mask.shape(i) != a.shape(axis + i)) {
        throw new IndexingException(
            "boolean index did not match indexed array along axis "
                + (axis + i)
                + "; size of axis is "
                + a.shape(axis + i)
                + " but size of corresponding boolean axis is "
                + mask.shape(i));
      }
    }
    return Masks.nonzero(mask);
  }

  private void place(List<Positions> arrays, int front) {
    long[][] shapes = arrays.stream().map(p -> p.array().shape()).toArray(long[][]::new);
    try {
      selected = Shapes.broadcast(shapes);
    } catch (BroadcastException e) {
      StringBuilder all = new StringBuilder();
      for (long[] shape : shapes) {
        // NumPy does not name the integers
        all.append(shape.length == 0 ? "" : Shapes.toString(shape) + " ");
      }
      throw new IndexingException(
          "shape mismatch: indexing arrays could not be broadcast together with shapes " + all);
    }
    boolean[] indexed = new boolean[array.ndim()];
    for (Positions p : arrays) {
      indexed[p.axis()] = true;
      positions.add(new Positions(p.array().broadcastTo(selected), p.axis(), p.named()));
    }
    others = new int[array.ndim() - arrays.size()];
    int k = 0;
    for (int axis = 0; axis < indexed.length; axis++) {
      if (!indexed[axis]) {
        before += axis < front ? 1 : 0;
        others[k++] = axis;
      }
    }
  }

  /// The shape of the selection.
  long[] shape() {
    long[] shape = new long[others.length + selected.length];
    int to = 0;
    for (int i = 0; i < before; i++) {
      shape[to++] = array.layout().shape(others[i]);
    }
    for (long length : selected) {
      shape[to++] = length;
    }
    for (int i = before; i < others.length; i++) {
      shape[to++] = array.layout().shape(others[i]);
    }
    return shape;
  }

  /// A copy of the elements of `a` that `index` names, in C order.
  static NDArray get(NDArray a, Index... index) {
    if (a.ndim() > 0 && isWholeMask(a, index)) {
      return Masks.compress(a, ((Index.Mask) index[0]).mask());
    }
    AdvancedIndexing selection = of(a, index);
    NDArray result = MemoryPool.empty(a.dtype(), selection.shape());
    selection.gather(result, false);
    return result;
  }

  /// The same written to `out`, for the named operation; nothing is written if a position is out of
  /// range.
  static NDArray get(String operation, NDArray a, NDArray out, Index... index) {
    AdvancedIndexing selection = of(a, index);
    NDArray[] inputs = new NDArray[selection.positions.size() + 1];
    inputs[0] = a;
    for (int i = 1; i < inputs.length; i++) {
      inputs[i] = selection.positions.get(i - 1).array();
    }
    return Outputs.write(
        operation,
        out,
        a.dtype(),
        selection.shape(),
        target -> {
          if (target.isContiguous()) {
            selection.gather(target, true);
          } else {
            NDArray result = MemoryPool.empty(a.dtype(), selection.shape());
            selection.gather(result, false);
            target.set(result);
          }
        },
        inputs);
  }

  /// @param first whether all positions are checked before the first element is written
  private void gather(NDArray result, boolean first) {
    boolean complex = result.dtype().isComplex();
    Scattered source = complex ? scattered(array.viewAsReal(), 1) : scattered(array, 0);
    if (first) {
      source.check();
    }
    source.get(complex ? result.viewAsReal() : result);
  }

  /// Writes `value`, broadcast to the shape of the selection and converted to the array's dtype, to
  /// the elements of `a` that `index` names. Every position is checked before the first is written.
  static void set(NDArray a, NDArray value, Index... index) {
    if (isWholeMask(a, index)) {
      Masks.assign(a, ((Index.Mask) index[0]).mask(), value);
    } else {
      of(a, index).set(value);
    }
  }

  private static boolean isWholeMask(NDArray a, Index... index) {
    return index.length == 1 && index[0] instanceof Index.Mask m && m.mask().ndim() == a.ndim();
  }

  private void set(NDArray value) {
    long[] shape = shape();
    if (value.size() == 0 && Shapes.size(shape) == 0) {
      // NumPy does not look at the other lengths of nothing
      scattered(array, 0).check();
      return;
    }
    // positions that are elements of the array would change under the writes
    positions.replaceAll(this::apart);
    NDArray elements = fitting(value, shape);
    if (elements.dtype() != array.dtype() || Overlap.mayShareMemory(elements, array)) {
      elements = elements.astype(array.dtype());
    }
    if (array.dtype().isComplex()) {
      long[] parts = Arrays.copyOf(shape, shape.length + 1);
      parts[shape.length] = 2;
      scattered(array.viewAsReal(), 1).set(elements.viewAsReal().broadcastTo(parts));
    } else {
      scattered(array, 0).set(elements.broadcastTo(shape));
    }
  }

  private Positions apart(Positions p) {
    if (!Overlap.mayShareMemory(p.array(), array)) {
      return p;
    }
    Events.hiddenCopy("set", "positions overlap the target", p.array().size());
    return new Positions(p.array().copy(), p.axis(), p.named());
  }

  /// `value` without leading axes of length 1 that the selection has not.
  private static NDArray fitting(NDArray value, long[] shape) {
    long[] own = value.shape();
    int extra = Math.max(0, own.length - shape.length);
    for (int i = 0; i < extra; i++) {
      if (own[i] != 1) {
        throw mismatch(own, shape);
      }
    }
    NDArray fitting = value;
    if (extra > 0) {
      fitting = value.reshape(Arrays.copyOfRange(own, extra, own.length));
    }
    if (!fitting.layout().broadcastsTo(Layout.of(shape, Order.C))) {
      throw mismatch(own, shape);
    }
    return fitting;
  }

  private static BroadcastException mismatch(long[] value, long[] shape) {
    return new BroadcastException(
        "shape mismatch: value array of shape "
            + Shapes.toString(value)
            + " could not be broadcast to indexing result of shape "
            + Shapes.toString(shape));
  }

  /// The same selection over `memory`, which has `extra` axes more at its end.
  private Scattered scattered(NDArray memory, int extra) {
    int[] rest = Arrays.copyOf(others, others.length + extra);
    for (int i = 0; i < extra; i++) {
      rest[others.length + i] = array.ndim() + i;
    }
    Scattered result = new Scattered(memory, rest, before, selected);
    for (Positions p : positions) {
      result.index(p.array(), p.axis(), p.named());
    }
    return result;
  }
}
