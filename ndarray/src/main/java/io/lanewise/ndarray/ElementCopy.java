package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import io.lanewise.ndarray.kernel.Moves;
import io.lanewise.ndarray.kernel.Overlap;
import io.lanewise.ndarray.kernel.Workers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies elements that need no conversion. Axes are put into the order of the target's memory and
/// merged; what is left is one of
/// - runs: both sides have consecutive elements: bulk copies;
/// - a transposition: source and target are consecutive along different axes: blocks that stay in
///   the first-level cache;
/// - rows with steps.
///
/// Keyed by the Java array's type, never by dtype; complex elements are copied as their parts.
final class ElementCopy {
  /// Consecutive elements below which a loop is quicker than a bulk copy, whose call costs some 5
  /// ns.
  private static final int SHORT_RUN = 8;

  /// Rows in segments below this length are gathered into tiles by kernels: a bulk copy of a
  /// segment costs some 15 ns.
  private static final int SHORT_SEGMENT_RUN = 16;

  /// Bytes of a row of the target in a block of a transposition: a cache line. More rows of the
  /// source than the cache has ways would push each other out, because rows of a matrix often lie a
  /// power of two apart.
  private static final int LINE = 64;

  /// Rows of the target whose blocks are done together, so that their pages stay in the first-level
  /// translation buffer.
  private static final int BAND = 64;

  /// Rows that are copied column by column where they are short.
  private static final int STRETCH = 512;

  /// Below this many elements a second thread costs more than it gives.
  private static final long PARALLEL_ELEMENTS = 1 << 18;

  private static final ThreadLocal<ElementCopy> NEST = ThreadLocal.withInitial(ElementCopy::new);

  // the nest; the parts of complex numbers have an axis more than their arrays may have
  private int ndim;
  private final long[] shape = new long[Layout.MAX_DIMENSIONS + 1];
  private final long[] step = new long[Layout.MAX_DIMENSIONS + 1];
  private final long[] toStep = new long[Layout.MAX_DIMENSIONS + 1];
  private Object from;
  private Object to;
  private long at;
  private long toAt;
  private int width;
  private Parts parts;

  private ElementCopy() {}

  /// Copies `source`, which broadcasts to `target`, unless the two need a kernel: then false.
  static boolean run(NDArray source, NDArray target) {
    if (source.dtype() == target.dtype() && source.dtype().isComplex()) {
      return target.ndim() < Layout.MAX_DIMENSIONS && run(source.viewAsReal(), target.viewAsReal());
    }
    Object from = source.storage().base();
    Object to = target.storage().base();
    boolean heap = source.storage().array() != null && target.storage().array() != null;
    if (source.dtype() != target.dtype() || heap && from.getClass() != to.getClass()) {
      return false;
    }
    if (from instanceof boolean[] != to instanceof boolean[]) {
      return false;
    }
    NDArray apart = source;
    if (Overlap.mayShareMemory(source, target)
        && !(from == to && source.layout().sameElements(target.layout()))) {
      if (source.dtype() == DType.BOOL && !heap) {
        // a copy would be a boolean[], from which nothing is copied to a segment
        return false;
      }
      Events.hiddenCopy("copy", "the source overlaps the target", source.size());
      apart = source.copy();
    }
    long start = Events.evaluations() ? System.nanoTime() : 0;
    ElementCopy nest = NEST.get();
    boolean done;
    try {
      done = nest.load(apart, target);
      if (done) {
        nest.move(apart, target);
      }
    } finally {
      nest.release();
    }
    if (done && start != 0) {
      Events.evaluation("copy_" + target.dtype(), target.size(), System.nanoTime() - start);
    }
    return done;
  }

  private void release() {
    from = null;
    to = null;
  }

  /// Takes over the arrays; false where their elements need a kernel.
  private boolean load(NDArray source, NDArray target) {
    from = source.storage().base();
    to = target.storage().base();
    boolean heap = !(from instanceof MemorySegment) && !(to instanceof MemorySegment);
    width = target.dtype().itemSize();
    Layout a = source.layout();
    Layout b = target.layout();
    at = a.offset();
    toAt = b.offset();
    int extra = b.ndim() - a.ndim();
    ndim = 0;
    for (int axis = 0; axis < b.ndim(); axis++) {
      if (b.shape(axis) != 1) {
        boolean stretched = axis < extra || a.shape(axis - extra) == 1;
        add(b.shape(axis), stretched ? 0 : a.stride(axis - extra), b.stride(axis));
      }
    }
    merge();
    return heap
        || ndim > 0
            && step[ndim - 1] == 1
            && toStep[ndim - 1] == 1
            && (ndim == 1 || shape[ndim - 1] >= SHORT_SEGMENT_RUN);
  }

  /// Adds an axis, walked forwards in the target, where the order of the target's memory has it.
  private void add(long length, long by, long toBy) {
    if (toBy < 0) {
      at += (length - 1) * by;
      toAt += (length - 1) * toBy;
      add(length, -by, -toBy);
      return;
    }
    int place = ndim++;
    while (place > 0
        && (toStep[place - 1] < toBy
            || toStep[place - 1] == toBy && Math.abs(step[place - 1]) < Math.abs(by))) {
      set(place, shape[place - 1], step[place - 1], toStep[place - 1]);
      place--;
    }
    set(place, length, by, toBy);
  }

  private void set(int axis, long length, long by, long toBy) {
    shape[axis] = length;
    step[axis] = by;
    toStep[axis] = toBy;
  }

  private void merge() {
    int last = 0;
    for (int axis = 1; axis < ndim; axis++) {
      boolean follows =
          step[last] == shape[axis] * step[axis] && toStep[last] == shape[axis] * toStep[axis];
      if (follows) {
        set(last, shape[last] * shape[axis], step[axis], toStep[axis]);
      } else {
        set(++last, shape[axis], step[axis], toStep[axis]);
      }
    }
    ndim = Math.min(ndim, last + 1);
    transposed();
  }

  /// Where another axis than the last is the source's densest, puts it before the last: the two are
  /// then copied in blocks.
  private void transposed() {
    int last = ndim - 1;
    int densest = last;
    for (int axis = last - 1; axis >= 0; axis--) {
      long by = Math.abs(step[axis]);
      if (by != 0 && step[last] != 0 && by < Math.abs(step[densest])) {
        densest = axis;
      }
    }
    if (densest < last - 1) {
      long length = shape[densest];
      long by = step[densest];
      long toBy = toStep[densest];
      for (int axis = densest; axis < last - 1; axis++) {
        set(axis, shape[axis + 1], step[axis + 1], toStep[axis + 1]);
      }
      set(last - 1, length, by, toBy);
    }
  }

  private void move(NDArray source, NDArray target) {
    int threads = Lanewise.parallelism();
    if (threads > 1
        && target.size() >= PARALLEL_ELEMENTS
        && Workers.mayShare(source)
        && Workers.mayShare(target)
        && !coincides(target)) {
      if (parts == null) {
        parts = new Parts(this);
      }
      Workers.run(parts, parts.split(4L * threads));
    } else if (ndim == 0) {
      leaf(at, 0, 0, toAt, 0, 0, 1, 1);
    } else {
      walk(0, at, toAt, shape[0]);
    }
  }

  /// Whether elements of the target lie in one place: on several threads any of their values could
  /// stay.
  private boolean coincides(NDArray target) {
    if (target.size() > target.high() - target.low() + 1) {
      return true;
    }
    for (int axis = 0; axis < ndim; axis++) {
      if (toStep[axis] == 0 && shape[axis] > 1) {
        return true;
      }
    }
    return false;
  }

  /// Runs axis `axis` over its first `count` positions and all axes behind it.
  private void walk(int axis, long a, long b, long count) {
    if (axis == ndim - 1) {
      leaf(a, 0, step[axis], b, 0, toStep[axis], 1, count);
    } else if (axis == ndim - 2) {
      leaf(
          a, step[axis], step[axis + 1], b, toStep[axis], toStep[axis + 1], count, shape[axis + 1]);
    } else {
      for (long i = 0; i < count; i++) {
        walk(axis + 1, a + i * step[axis], b + i * toStep[axis], shape[axis + 1]);
      }
    }
  }

  private void leaf(
      long a, long row, long column, long b, long toRow, long toColumn, long rows, long n) {
    if (from instanceof MemorySegment || to instanceof MemorySegment) {
      for (long i = 0; i < rows; i++) {
        bytes(a + i * row, b + i * toRow, n);
      }
    } else if (column == 1 && toColumn == 1 && n >= SHORT_RUN) {
      for (long i = 0; i < rows; i++) {
        System.arraycopy(from, (int) (a + i * row), to, (int) (b + i * toRow), (int) n);
      }
    } else if (column == 0 && toColumn == 1 && n >= SHORT_RUN) {
      for (long i = 0; i < rows; i++) {
        repeat((int) (a + i * row), (int) (b + i * toRow), (int) n);
      }
    } else if (toColumn == 1 && rows > 1 && row != 0 && Math.abs(row) < Math.abs(column)) {
      blocks(a, row, column, b, toRow, rows, n);
    } else if (n < SHORT_RUN && n < rows) {
      // along the longer axis, in stretches that stay in the first-level cache
      for (long i = 0; i < rows; i += STRETCH) {
        long count = Math.min(STRETCH, rows - i);
        strided(a + i * row, column, row, b + i * toRow, toColumn, toRow, n, count);
      }
    } else {
      strided(a, row, column, b, toRow, toColumn, rows, n);
    }
  }

  private void strided(
      long a, long row, long column, long b, long toRow, long toColumn, long rows, long n) {
    Moves.of(from)
        .rows(
            from,
            (int) a,
            (int) row,
            (int) column,
            to,
            (int) b,
            (int) toRow,
            (int) toColumn,
            (int) rows,
            (int) n);
  }

  /// One element, `n` times: the filled part doubles.
  private void repeat(int a, int b, int n) {
    System.arraycopy(from, a, to, b, 1);
    for (int filled = 1; filled < n; filled *= 2) {
      System.arraycopy(to, b, to, b + filled, Math.min(filled, n - filled));
    }
  }

  private void blocks(long a, long row, long column, long b, long toRow, long rows, long n) {
    int side = Math.max(LINE / width, Moves.STRIP);
    Moves moves = Moves.of(from);
    for (long top = 0; top < rows; top += BAND) {
      int height = (int) Math.min(rows - top, BAND);
      for (long left = 0; left < n; left += side) {
        moves.transpose(
            from,
            (int) (a + top * row + left * column),
            (int) row,
            (int) column,
            to,
            (int) (b + top * toRow + left),
            (int) toRow,
            height,
            (int) Math.min(side, n - left));
      }
    }
  }

  /// A run between memory of which at least one side is a segment.
  private void bytes(long a, long b, long n) {
    if (!(from instanceof MemorySegment source)) {
      MemorySegment.copy(from, (int) a, (MemorySegment) to, layout(), b * width, (int) n);
    } else if (to instanceof MemorySegment target) {
      MemorySegment.copy(source, a * width, target, b * width, n * width);
    } else {
      MemorySegment.copy(source, layout(), a * width, to, (int) b, (int) n);
    }
  }

  /// The layout of the elements of the Java array of the two.
  private ValueLayout layout() {
    return switch (from instanceof MemorySegment ? to : from) {
      case byte[] array -> ValueLayout.JAVA_BYTE;
      case short[] array -> ValueLayout.JAVA_SHORT_UNALIGNED;
      case int[] array -> ValueLayout.JAVA_INT_UNALIGNED;
      case long[] array -> ValueLayout.JAVA_LONG_UNALIGNED;
      case float[] array -> ValueLayout.JAVA_FLOAT_UNALIGNED;
      default -> ValueLayout.JAVA_DOUBLE_UNALIGNED;
    };
  }

  /// The nest split along its longest axis that is not the last.
  private static final class Parts extends Workers.Job {
    private final ElementCopy nest;
    private long length;

    Parts(ElementCopy nest) {
      this.nest = nest;
    }

    int split(long wanted) {
      long grain = nest.ndim == 1 ? PARALLEL_ELEMENTS / 16 : BAND;
      long all = nest.shape[0];
      length = Math.ceilDiv(Math.ceilDiv(all, wanted), grain) * grain;
      if (nest.ndim > 2) {
        length = Math.ceilDiv(all, wanted);
      }
      return (int) Math.ceilDiv(all, length);
    }

    @Override
    protected void run(int part) {
      long first = part * length;
      nest.walk(
          0,
          nest.at + first * nest.step[0],
          nest.toAt + first * nest.toStep[0],
          Math.min(length, nest.shape[0] - first));
    }
  }
}
