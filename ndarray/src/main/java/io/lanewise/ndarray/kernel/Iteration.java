package io.lanewise.ndarray.kernel;

import static io.lanewise.ndarray.kernel.Elementwise.CHUNK;
import static io.lanewise.ndarray.kernel.Elementwise.COLD_CHUNK;
import static io.lanewise.ndarray.kernel.Elementwise.TILE;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Layout;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;

/// One loop nest, ready to run, and the memory for it. Each thread has one and reuses it.
final class Iteration {
  /// Rows shorter than this are gathered into tiles: a call per row would cost more than the copy.
  private static final int SHORT_ROW = 48;

  /// Rows that fill whole vectors of any element, whatever their length.
  private static final int ALIGNED_ROWS = 16;

  /// Bodies below this many operations have a strided loop of their own: staging would cost more
  /// than they do.
  private static final int CHEAP = 8;

  /// For the parts of a nest that is split: a thread may run a part while it owns a nest.
  private static final ThreadLocal<Iteration> PART = ThreadLocal.withInitial(Iteration::new);

  private static final int OPERANDS = KernelFamily.MAX_OPERANDS;

  final WholeCall whole = new WholeCall();

  boolean busy;

  /// The caller has made sure that operands do not overlap.
  boolean separate;

  // arguments of small calls, so that they cost no allocation
  final NDArray[] two = new NDArray[2];
  final NDArray[] three = new NDArray[3];
  final long[] scalars = new long[3];

  private KernelFamily family;
  private int operands;
  private int inputs;
  private int ndim;
  private final long[] shape = new long[Layout.MAX_DIMENSIONS];
  private final long[][] stride = new long[OPERANDS][];
  private final Object[] base = new Object[OPERANDS];
  private final long[] offset = new long[OPERANDS];
  private final Operand[] operand = new Operand[OPERANDS];
  private final long[] index = new long[Layout.MAX_DIMENSIONS];

  /// Whether an operand is the real part of what the next one is the imaginary part of.
  private final boolean[] pair = new boolean[OPERANDS];

  // what a kernel is called with
  private final Object[] callBase = new Object[OPERANDS];
  private final long[] callOffset = new long[OPERANDS];
  private final long[] callRow = new long[OPERANDS];
  private final long[] callColumn = new long[OPERANDS];
  private final Tiles tiles = new Tiles();

  private Parts job;

  Iteration() {
    for (int k = 0; k < OPERANDS; k++) {
      stride[k] = new long[Layout.MAX_DIMENSIONS];
      operand[k] = new Operand();
    }
  }

  /// Takes over the operands; false where there is no element.
  boolean load(KernelFamily newFamily, NDArray[] arrays, long[] scalars) {
    family = newFamily;
    operands = arrays.length;
    inputs = family.program().inputs().size();
    Layout loop = arrays[inputs].layout();
    if (loop.size() == 0) {
      return false;
    }
    ndim = loop.ndim();
    for (int d = 0; d < ndim; d++) {
      shape[d] = loop.shape(d);
    }
    for (int k = 0; k < operands; k++) {
      operand[k].set(arrays[k], family.program().operandType(k));
      if (arrays[k] == null) {
        base[k] = null;
        offset[k] = scalars[k];
        Arrays.fill(stride[k], 0, ndim, 0);
        continue;
      }
      Layout layout = arrays[k].layout();
      base[k] = arrays[k].storage().base();
      offset[k] = layout.offset();
      int extra = ndim - layout.ndim();
      for (int d = 0; d < ndim; d++) {
        boolean stretched = d < extra || layout.shape(d - extra) == 1;
        stride[k][d] = stretched ? 0 : layout.stride(d - extra);
      }
    }
    normalise();
    return true;
  }

  /// Forgets the operands, so that they can be collected.
  void release() {
    Arrays.fill(base, 0, operands, null);
    Arrays.fill(callBase, 0, operands, null);
  }

  /// Whether elements of an output coincide, so that the order of writes counts.
  boolean coincides() {
    for (int k = inputs; k < operands; k++) {
      for (int d = 0; d < ndim; d++) {
        if (stride[k][d] == 0) {
          return true;
        }
      }
    }
    return false;
  }

  long elements() {
    long n = 1;
    for (int d = 0; d < ndim; d++) {
      n *= shape[d];
    }
    return n;
  }

  /// Drops axes of length 1, walks forwards in memory, sorts axes into memory order and merges what
  /// can be merged.
  private void normalise() {
    int kept = 0;
    for (int d = 0; d < ndim; d++) {
      if (shape[d] != 1) {
        move(d, kept++);
      }
    }
    ndim = kept;
    for (int d = 0; d < ndim; d++) {
      if (allBackwards(d)) {
        for (int k = 0; k < operands; k++) {
          offset[k] += base[k] == null ? 0 : (shape[d] - 1) * stride[k][d];
          stride[k][d] = -stride[k][d];
        }
      }
    }
    // insertion sort, stable, so that C order stays where strides do not decide
    for (int d = 1; d < ndim; d++) {
      for (int e = d; e > 0 && outer(e, e - 1); e--) {
        swap(e, e - 1);
      }
    }
    int last = 0;
    for (int d = 1; d < ndim; d++) {
      if (mergeable(last, d)) {
        shape[last] *= shape[d];
        for (int k = 0; k < operands; k++) {
          stride[k][last] = stride[k][d];
        }
      } else {
        move(d, ++last);
      }
    }
    ndim = ndim == 0 ? 0 : last + 1;
  }

  private void move(int from, int to) {
    shape[to] = shape[from];
    for (int k = 0; k < operands; k++) {
      stride[k][to] = stride[k][from];
    }
  }

  private void swap(int d, int e) {
    long length = shape[d];
    shape[d] = shape[e];
    shape[e] = length;
    for (int k = 0; k < operands; k++) {
      long step = stride[k][d];
      stride[k][d] = stride[k][e];
      stride[k][e] = step;
    }
  }

  private boolean allBackwards(int d) {
    boolean any = false;
    for (int k = 0; k < operands; k++) {
      if (stride[k][d] > 0) {
        return false;
      }
      any |= stride[k][d] < 0;
    }
    return any;
  }

  /// Whether axis `d` should be outside axis `e`: outputs decide first, then inputs; broadcast axes
  /// have no vote.
  private boolean outer(int d, int e) {
    for (int j = 0; j < operands; j++) {
      int k = (j + inputs) % operands;
      long a = Math.abs(stride[k][d]);
      long b = Math.abs(stride[k][e]);
      if (a != 0 && b != 0 && a != b) {
        return a > b;
      }
    }
    return false;
  }

  private boolean mergeable(int outerAxis, int inner) {
    for (int k = 0; k < operands; k++) {
      if (stride[k][outerAxis] != shape[inner] * stride[k][inner]) {
        return false;
      }
    }
    return true;
  }

  private long columnStride(int k) {
    return ndim == 0 ? 0 : stride[k][ndim - 1];
  }

  private long rowStride(int k) {
    return ndim < 2 ? 0 : stride[k][ndim - 2];
  }

  /// The step along a row of `n`. One element of an array counts as a row like any other, so that
  /// small calls need no kernels of their own.
  private long step(int k, long n) {
    return n == 1 && operand[k].direct ? 1 : columnStride(k);
  }

  /// Runs the whole nest on this thread.
  void run() {
    long n = ndim == 0 ? 1 : shape[ndim - 1];
    long rows = ndim < 2 ? 1 : shape[ndim - 2];
    boolean staged = findPairs();
    boolean stepped = false;
    for (int k = 0; k < operands; k++) {
      if (isPaired(k)) {
        continue;
      }
      long step = step(k, n);
      // only an input can be one value; an output of one element that cannot be reached is staged
      boolean one = k < inputs && step == 0 && operand[k].repeatable;
      staged |= !operand[k].direct && !one;
      // an output whose elements coincide is no row: a flat kernel would write beside it
      stepped |= step != 1 && (step != 0 || k >= inputs && n > 1);
    }
    boolean shortRows = rows > 1 && n < SHORT_ROW;
    if (stepped && family.computations() >= CHEAP) {
      staged = true;
    }
    Arrays.fill(index, 0, Math.max(ndim, 1), 0);
    do {
      if (staged || shortRows) {
        runStaged(rows, n);
      } else {
        runDirect(rows, n, stepped);
      }
    } while (advance());
  }

  /// Finds operands that are the real and the imaginary parts of the same numbers: a kernel reaches
  /// both at once. Returns whether some of them are not in an array on the heap, so that they need
  /// a tile.
  private boolean findPairs() {
    boolean staged = false;
    for (int k = 0; k < operands; k++) {
      pair[k] = k + 1 < operands && k + 1 != inputs && !(k > 0 && pair[k - 1]) && isPair(k);
      staged |= pair[k] && !(operand[k].direct && operand[k].access == Access.ARRAY);
    }
    return staged;
  }

  private boolean isPair(int k) {
    DType dtype = operand[k].dtype;
    if (base[k] != base[k + 1]
        || offset[k + 1] != offset[k] + 1
        || columnStride(k) != 2
        || dtype != operand[k + 1].dtype
        || dtype != DType.FLOAT64 && dtype != DType.FLOAT32) {
      return false;
    }
    for (int d = 0; d < ndim; d++) {
      if (stride[k][d] != stride[k + 1][d]) {
        return false;
      }
    }
    return true;
  }

  /// Whether operand `k` is one of a pair.
  private boolean isPaired(int k) {
    return pair[k] || k > 0 && pair[k - 1];
  }

  /// Moves to the next pair of row and column axes; the odometer of the outer axes.
  private boolean advance() {
    for (int d = ndim - 3; d >= 0; d--) {
      for (int k = 0; k < operands; k++) {
        offset[k] += base[k] == null ? 0 : stride[k][d];
      }
      if (++index[d] < shape[d]) {
        return true;
      }
      for (int k = 0; k < operands; k++) {
        offset[k] -= base[k] == null ? 0 : stride[k][d] * shape[d];
      }
      index[d] = 0;
    }
    return false;
  }

  private void runDirect(long rows, long n, boolean stepped) {
    long code = 0;
    boolean literal = stepped && hasLiteralSteps(n);
    for (int k = 0; k < operands; k++) {
      long step = step(k, n);
      Operand o = operand[k];
      callBase[k] = base[k];
      callOffset[k] = offset[k] * o.unit;
      callRow[k] = rowStride(k) * o.unit;
      callColumn[k] = step * o.unit;
      Access access = step == 0 && k < inputs ? Access.REPEATED : o.access;
      if (isPaired(k) && !stepped) {
        access = Access.PAIRED;
      } else if (literal && access == Access.ARRAY && step > 1) {
        access = step == 2 ? Access.EVERY_SECOND : Access.EVERY_FOURTH;
      }
      code = KernelFamily.code(code, k, access);
    }
    if (stepped && !literal) {
      code = KernelFamily.strided(code);
    }
    KernelSlot slot = family.slot(code);
    if (n <= 2 * CHUNK) {
      slot.rows(callBase, callOffset, callRow, callColumn, rows, (int) n);
      return;
    }
    // a long row: its chunks are rows of the kernel
    for (long row = 0; row < rows; row++) {
      for (int k = 0; k < operands; k++) {
        callOffset[k] =
            base[k] == null ? offset[k] : (offset[k] + row * rowStride(k)) * operand[k].unit;
      }
      boolean cold = slot.calls() == 0;
      if (cold) {
        runPieces(slot, CHUNK / COLD_CHUNK, COLD_CHUNK);
      }
      runPieces(slot, n / CHUNK - (cold ? 1 : 0), CHUNK);
      if (n % CHUNK > 0) {
        runPieces(slot, 1, (int) (n % CHUNK));
      }
    }
  }

  /// Runs the next `pieces` times `length` elements of a row.
  private void runPieces(KernelSlot slot, long pieces, int length) {
    for (int k = 0; k < operands; k++) {
      callRow[k] = base[k] == null ? 0 : length * callColumn[k];
    }
    slot.rows(callBase, callOffset, callRow, callColumn, pieces, length);
    for (int k = 0; k < operands; k++) {
      callOffset[k] += pieces * callRow[k];
    }
  }

  /// Whether every operand is one value, or in an array with a step for which there are loops.
  private boolean hasLiteralSteps(long n) {
    if (operands > KernelFamily.MAX_WITH_STEPS) {
      return false;
    }
    for (int k = 0; k < operands; k++) {
      long step = step(k, n);
      boolean one = step == 0 && k < inputs;
      boolean known = step == 1 || step == 2 || step == 4;
      if (!one && !(known && operand[k].access == Access.ARRAY)) {
        return false;
      }
    }
    return true;
  }

  private void runStaged(long rows, long n) {
    if (n > TILE / 2) {
      for (long row = 0; row < rows; row++) {
        for (long column = 0; column < n; column += TILE) {
          runTiles(row, 1, 1, column, (int) Math.min(TILE, n - column), false);
        }
      }
      return;
    }
    int height = (int) Math.min(rows, TILE / n);
    long row = 0;
    if (tilesStay(n)) {
      // whole vectors, and half a tile: with the stores of more between two of its loads, memory
      // takes a tenth longer
      int half = height / 2;
      height = half > ALIGNED_ROWS ? half / ALIGNED_ROWS * ALIGNED_ROWS : Math.max(half, 1);
      runTiles(0, height, rows / height, 0, (int) n, false);
      row = rows / height * height;
    }
    for (; row < rows; row += height) {
      runTiles(row, (int) Math.min(height, rows - row), 1, 0, (int) n, row > 0);
    }
  }

  /// Whether one filling of the tiles serves all rows: every operand is reached in place, is one
  /// value, or is the same row again and again. The kernel then walks over all tiles by itself; a
  /// call for each costs 0.6 us.
  private boolean tilesStay(long n) {
    for (int k = 0; k < operands; k++) {
      boolean flat = operand[k].direct && (columnStride(k) == 1 || n == 1) && rowStride(k) == n;
      flat |= isPaired(k) && isPairedInPlace(k, 2, (int) n);
      if (!flat && (k >= inputs || rowStride(k) != 0)) {
        return false;
      }
    }
    return true;
  }

  /// Runs `count` times over `height` rows of `n` columns as one flat row. `again` says that tiles
  /// which depend on neither row nor column are still filled from the tile before. With a `count`
  /// above 1, [#tilesStay] holds.
  private void runTiles(long row, int height, long count, long column, int n, boolean again) {
    long code = 0;
    for (int k = 0; k < operands; k++) {
      Operand o = operand[k];
      long step = columnStride(k);
      long rowStep = rowStride(k);
      boolean one = step == 0 && (height == 1 || rowStep == 0);
      boolean flat = (step == 1 || n == 1) && (height == 1 || rowStep == n);
      long at = base[k] == null ? 0 : offset[k] + row * rowStep + column * step;
      callRow[k] = 0;
      if (one && k < inputs && o.repeatable) {
        callBase[k] = base[k];
        callOffset[k] = base[k] == null ? offset[k] : at * o.unit;
        code = KernelFamily.code(code, k, Access.REPEATED);
      } else if (flat && o.direct) {
        callBase[k] = base[k];
        callOffset[k] = at * o.unit;
        callRow[k] = height * rowStep * o.unit;
        code = KernelFamily.code(code, k, o.access);
      } else if (pair[k]) {
        boolean inPlace = isPairedInPlace(k, height, n);
        Object array = inPlace ? base[k] : tiles.pairedTile(k, family.program().operandType(k));
        if (k < inputs && !inPlace && !(again && rowStep == 0)) {
          Tiles.load(o.dtype, base[k], at, rowStep, 1, height, 2 * n, array);
        }
        for (int part = 0; part < 2; part++) {
          callBase[k + part] = array;
          callOffset[k + part] = (inPlace ? at : 0) + part;
          callRow[k + part] = inPlace ? height * rowStep : 0;
          code = KernelFamily.code(code, k + part, Access.PAIRED);
        }
        k++;
      } else {
        Object tile = tiles.tile(k, family.program().operandType(k));
        if (k < inputs && !(again && rowStep == 0)) {
          Tiles.load(o.dtype, base[k], at, rowStep, step, height, n, tile);
        }
        callBase[k] = tile;
        callOffset[k] = 0;
        code = KernelFamily.code(code, k, Access.ARRAY);
      }
    }
    family.slot(code).rows(callBase, callOffset, callRow, callRow, count, height * n);
    for (int k = inputs; k < operands; k++) {
      if (callBase[k] != base[k]) {
        DType dtype = operand[k].dtype;
        long at = offset[k] + row * rowStride(k) + column * columnStride(k);
        if (pair[k]) {
          Tiles.store(dtype, callBase[k], base[k], at, rowStride(k), 1, height, 2 * n);
          k++;
        } else {
          Tiles.store(dtype, callBase[k], base[k], at, rowStride(k), columnStride(k), height, n);
        }
      }
    }
  }

  /// Whether a kernel can reach `height` rows of a pair as one row, where they are.
  private boolean isPairedInPlace(int k, int height, int n) {
    return operand[k].direct
        && operand[k].access == Access.ARRAY
        && (height == 1 || rowStride(k) == 2L * n);
  }

  /// The longest axis in parts, each with whole chunks; the parts do not depend on the number of
  /// threads.
  Workers.Job job(int threads) {
    if (job == null) {
      job = new Parts();
    }
    job.source = this;
    job.axis = 0;
    for (int d = 1; d < ndim; d++) {
      if (shape[d] > shape[job.axis]) {
        job.axis = d;
      }
    }
    long length = shape[job.axis];
    long grain = job.axis == ndim - 1 ? CHUNK : 1;
    long part = Math.max(1, length / (4L * threads));
    job.length = (part + grain - 1) / grain * grain;
    return job;
  }

  int parts() {
    return (int) ((shape[job.axis] + job.length - 1) / job.length);
  }

  /// Becomes part `part` of `source`.
  private void copyPart(Iteration source, int axis, long from, long count) {
    family = source.family;
    operands = source.operands;
    inputs = source.inputs;
    ndim = source.ndim;
    System.arraycopy(source.shape, 0, shape, 0, ndim);
    shape[axis] = count;
    for (int k = 0; k < operands; k++) {
      base[k] = source.base[k];
      operand[k].set(source.operand[k]);
      System.arraycopy(source.stride[k], 0, stride[k], 0, ndim);
      offset[k] = source.offset[k] + (base[k] == null ? 0 : from * stride[k][axis]);
    }
  }

  /// What of an operand decides how a kernel reaches it.
  private static final class Operand {
    private DType dtype;

    /// The kernel can read it in place.
    private boolean direct;

    /// One element can be passed as a value.
    private boolean repeatable;

    private Access access;

    /// What an element counts in offsets: 1 in arrays, its bytes in segments.
    private long unit;

    void set(NDArray array, LaneType type) {
      if (array == null) {
        dtype = null;
        direct = false;
        repeatable = true;
        access = Access.REPEATED;
        unit = 1;
        return;
      }
      dtype = array.dtype();
      if (LaneType.carrier(dtype) != type) {
        throw new IllegalArgumentException(
            "operand of dtype " + dtype + " for a kernel of " + type);
      }
      boolean heap = array.storage().array() != null;
      repeatable = LaneType.isDirect(dtype);
      direct = Access.isInPlace(array);
      access = heap ? Access.ARRAY : Access.SEGMENT;
      unit = heap ? 1 : dtype.itemSize();
    }

    void set(Operand other) {
      dtype = other.dtype;
      direct = other.direct;
      repeatable = other.repeatable;
      access = other.access;
      unit = other.unit;
    }
  }

  /// A nest split over threads.
  private static final class Parts extends Workers.Job {
    private Iteration source;
    private int axis;
    private long length;

    @Override
    protected void run(int part) {
      Iteration iteration = PART.get();
      long from = part * length;
      try {
        iteration.copyPart(source, axis, from, Math.min(length, source.shape[axis] - from));
        iteration.run();
      } finally {
        iteration.release();
      }
    }
  }
}
