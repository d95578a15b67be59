package io.lanewise.ndarray;

import io.lanewise.ndarray.kernel.Moves;
import java.util.ArrayList;
import java.util.List;

/// Elements of an array at positions along some of its axes, all elements along the others: the
/// loops behind [AdvancedIndexing] and `take`. The selection's axes are the first `before` of the
/// others, those of the positions, and the rest of the others. Arrays are real; complex ones come
/// as their parts.
final class Scattered {
  /// Offsets computed at once: they stay in the first-level cache between their computation and
  /// their use.
  private static final int TILE = 1_024;

  /// Positions followed in one call: long calls would compile by on-stack replacement only.
  private static final int CHUNK = 16_384;

  /// From this many consecutive elements on, a call of arraycopy is faster than a loop over their
  /// offsets.
  private static final int RUN = 8;

  /// The positions along one axis.
  private record Indexed(long[] positions, int from, int axis, int named) {}

  private final NDArray memory;
  private final Layout layout;
  private final int[] others;
  private final int before;
  private final long count;
  private final List<Indexed> indexed = new ArrayList<>();
  private final int[] offsets = new int[TILE];

  // the other axes behind the selection's, as the positions of their elements from the first
  private final long behind;
  private final boolean run;
  private int[] behindOffsets;

  Scattered(NDArray memory, int[] others, int before, long... selected) {
    this.memory = memory;
    this.layout = memory.layout();
    this.others = others;
    this.before = before;
    this.count = Shapes.size(selected);
    long size = 1;
    boolean contiguous = true;
    for (int i = others.length - 1; i >= before; i--) {
      long length = layout.shape(others[i]);
      contiguous &= length == 1 || layout.stride(others[i]) == size;
      size *= length;
    }
    behind = size;
    run = contiguous && size >= RUN;
  }

  /// Adds the positions along an axis, of the shape of the selection. `named` is what an error
  /// calls the axis.
  void index(NDArray positions, int axis, int named) {
    NDArray flat = positions;
    if (positions.dtype() != DType.INT64
        || !positions.isContiguous()
        || positions.storage().array() == null) {
      flat = positions.astype(DType.INT64, Order.C);
    }
    indexed.add(new Indexed((long[]) flat.storage().array(), (int) flat.offset(), axis, named));
  }

  /// Checks every position, which must come before anything is written to an array of the user's.
  ///
  /// @throws IndexOutOfBoundsException if one is out of range
  void check() {
    check(0, (int) count);
  }

  private void check(int from, int n) {
    for (Indexed one : indexed) {
      long length = layout.shape(one.axis);
      int start = one.from + from;
      if (isOutside(one.positions, start, start + n, length)) {
        for (int i = 0; i < n; i++) {
          Shapes.index(one.positions[start + i], one.named, length);
        }
      }
    }
  }

  private static boolean isOutside(long[] positions, int from, int to, long length) {
    long wrong = 0;
    for (int i = from; i < to; i++) {
      wrong |= positions[i] + length | length - 1 - positions[i];
    }
    return wrong < 0;
  }

  /// Copies the selection to `result`, a new array in C order. Positions are checked a tile at a
  /// time, while they are in the first-level cache.
  void get(NDArray result) {
    if (result.size() == 0) {
      check();
      return;
    }
    walk(new Gather(result));
  }

  /// Writes `elements`, broadcast to the shape of the selection, to it.
  void set(NDArray elements) {
    check();
    if (elements.size() == 0) {
      return;
    }
    boolean one = isOneValue(elements);
    NDArray flat = elements;
    if (!one && (!elements.isContiguous() || elements.storage().array() == null)) {
      flat = elements.copy();
    }
    walk(new Scatter(flat, one));
  }

  private static boolean isOneValue(NDArray a) {
    for (int axis = 0; axis < a.ndim(); axis++) {
      if (a.layout().shape(axis) > 1 && a.layout().stride(axis) != 0) {
        return false;
      }
    }
    return true;
  }

  /// What happens at the places of the selection, one after the other in C order.
  private abstract static class Visitor {
    /// `n` elements at positions along the only axis that is indexed.
    abstract void positions(long base, Indexed one, int from, int n);

    /// `n` elements at `base` plus each of `offsets`.
    abstract void elements(long base, int[] offsets, int n);

    /// `n` consecutive elements.
    abstract void run(long base, int n);

    /// One element.
    abstract void single(long base);
  }

  private void walk(Visitor visitor) {
    boolean near = memory.storage().array() != null;
    long[] index = new long[before];
    long base = layout.offset();
    while (true) {
      if (near) {
        walkTiles(visitor, base);
      } else {
        walkSingles(visitor, base);
      }
      int d = before - 1;
      for (; d >= 0; d--) {
        base += layout.stride(others[d]);
        if (++index[d] < layout.shape(others[d])) {
          break;
        }
        base -= layout.stride(others[d]) * layout.shape(others[d]);
        index[d] = 0;
      }
      if (d < 0) {
        return;
      }
    }
  }

  private void walkTiles(Visitor visitor, long base) {
    if (behind == 1 && indexed.size() == 1) {
      Indexed one = indexed.getFirst();
      for (int from = 0; from < count; from += CHUNK) {
        visitor.positions(base, one, from, (int) Math.min(CHUNK, count - from));
      }
      return;
    }
    for (int from = 0; from < count; from += TILE) {
      int n = (int) Math.min(TILE, count - from);
      check(from, n);
      offsets(from, n);
      if (behind == 1) {
        visitor.elements(base, offsets, n);
      } else if (run && behind <= Integer.MAX_VALUE) {
        for (int i = 0; i < n; i++) {
          visitor.run(base + offsets[i], (int) behind);
        }
      } else {
        if (behindOffsets == null) {
          behindOffsets = new int[(int) Math.min(behind, TILE)];
        }
        for (int i = 0; i < n; i++) {
          walkBehind(visitor, base + offsets[i]);
        }
      }
    }
  }

  /// All elements of the axes behind the selection, a tile of offsets at a time.
  private void walkBehind(Visitor visitor, long base) {
    int axes = others.length - before;
    long[] index = new long[axes];
    long offset = 0;
    int n = 0;
    for (long done = 0; done < behind; done++) {
      behindOffsets[n++] = (int) offset;
      if (n == behindOffsets.length) {
        visitor.elements(base, behindOffsets, n);
        n = 0;
      }
      for (int d = axes - 1; d >= 0; d--) {
        int axis = others[before + d];
        offset += layout.stride(axis);
        if (++index[d] < layout.shape(axis)) {
          break;
        }
        offset -= layout.stride(axis) * layout.shape(axis);
        index[d] = 0;
      }
    }
    if (n > 0) {
      visitor.elements(base, behindOffsets, n);
    }
  }

  private void offsets(int from, int n) {
    for (int k = 0; k < indexed.size(); k++) {
      Indexed one = indexed.get(k);
      int length = (int) layout.shape(one.axis);
      int stride = (int) layout.stride(one.axis);
      if (k == 0) {
        setOffsets(one.positions, one.from + from, length, stride, n, offsets);
      } else {
        addOffsets(one.positions, one.from + from, length, stride, n, offsets);
      }
    }
  }

  // a negative position counts from the end

  private static void setOffsets(
      long[] positions, int from, int length, int stride, int n, int[] offsets) {
    for (int i = 0; i < n; i++) {
      int position = (int) positions[from + i];
      offsets[i] = (position + (position >> 31 & length)) * stride;
    }
  }

  private static void addOffsets(
      long[] positions, int from, int length, int stride, int n, int[] offsets) {
    for (int i = 0; i < n; i++) {
      int position = (int) positions[from + i];
      offsets[i] += (position + (position >> 31 & length)) * stride;
    }
  }

  /// Off the heap, where offsets do not fit an int: element by element.
  private void walkSingles(Visitor visitor, long base) {
    check();
    int axes = others.length - before;
    for (int i = 0; i < count; i++) {
      long at = base;
      for (Indexed one : indexed) {
        long position = one.positions[one.from + i];
        at +=
            (position < 0 ? position + layout.shape(one.axis) : position) * layout.stride(one.axis);
      }
      long[] index = new long[axes];
      for (long done = 0; done < behind; done++) {
        visitor.single(at);
        for (int d = axes - 1; d >= 0; d--) {
          int axis = others[before + d];
          at += layout.stride(axis);
          if (++index[d] < layout.shape(axis)) {
            break;
          }
          at -= layout.stride(axis) * layout.shape(axis);
          index[d] = 0;
        }
      }
    }
  }

  private final class Gather extends Visitor {
    private final Object from = memory.storage().base();
    private final Object to;
    private final DType dtype;
    private final Moves moves;
    private long at;

    Gather(NDArray result) {
      to = result.storage().base();
      dtype = result.dtype();
      at = result.offset();
      boolean heap = memory.storage().array() != null && result.storage().array() != null;
      moves = heap ? Moves.of(from) : null;
    }

    @Override
    void positions(long base, Indexed one, int first, int n) {
      int length = (int) layout.shape(one.axis);
      int stride = (int) layout.stride(one.axis);
      if (moves == null) {
        for (int i = first; i < first + n; i++) {
          single(base + Shapes.index(one.positions[one.from + i], one.named, length) * stride);
        }
        return;
      }
      int start = one.from + first;
      int done =
          moves.take(from, (int) base, stride, length, one.positions, start, n, to, (int) at);
      if (done < n) {
        Shapes.index(one.positions[start + done], one.named, length);
      }
      at += n;
    }

    @Override
    void elements(long base, int[] places, int n) {
      if (moves == null) {
        for (int i = 0; i < n; i++) {
          single(base + places[i]);
        }
      } else {
        moves.gather(from, (int) base, places, n, to, (int) at);
        at += n;
      }
    }

    @Override
    void run(long base, int n) {
      if (moves == null) {
        for (int i = 0; i < n; i++) {
          single(base + i);
        }
      } else {
        System.arraycopy(from, (int) base, to, (int) at, n);
        at += n;
      }
    }

    @Override
    void single(long base) {
      Elements.copy(dtype, from, base, to, at++);
    }
  }

  private final class Scatter extends Visitor {
    private final Object from;
    private final Object to = memory.storage().base();
    private final DType dtype = memory.dtype();
    private final Moves moves;

    /// The same element goes everywhere.
    private final boolean one;

    private long at;

    Scatter(NDArray elements, boolean one) {
      from = elements.storage().base();
      at = elements.offset();
      this.one = one;
      boolean heap = memory.storage().array() != null && elements.storage().array() != null;
      moves = heap ? Moves.of(to) : null;
    }

    @Override
    void positions(long base, Indexed one, int first, int n) {
      if (moves == null || this.one) {
        for (int at = first; at < first + n; at += TILE) {
          int few = Math.min(TILE, first + n - at);
          offsets(at, few);
          elements(base, offsets, few);
        }
        return;
      }
      int length = (int) layout.shape(one.axis);
      int stride = (int) layout.stride(one.axis);
      moves.put(from, (int) at, one.positions, one.from + first, n, to, (int) base, stride, length);
      at += n;
    }

    @Override
    void elements(long base, int[] places, int n) {
      if (moves == null) {
        for (int i = 0; i < n; i++) {
          single(base + places[i]);
        }
      } else if (one) {
        moves.spread(from, (int) at, places, n, to, (int) base);
      } else {
        moves.scatter(from, (int) at, places, n, to, (int) base);
        at += n;
      }
    }

    @Override
    void run(long base, int n) {
      if (moves == null || one) {
        for (int i = 0; i < n; i++) {
          single(base + i);
        }
      } else {
        System.arraycopy(from, (int) at, to, (int) base, n);
        at += n;
      }
    }

    @Override
    void single(long base) {
      Elements.copy(dtype, from, at, to, base);
      at += one ? 0 : 1;
    }
  }
}
