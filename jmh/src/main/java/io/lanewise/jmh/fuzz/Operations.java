package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Random operations, each for both sides. Most of them make sense for the arrays at hand, some do
/// not: then both sides must refuse. [Differences] says what is left out and why.
final class Operations {
  private static final DType[] DTYPES =
      Arrays.stream(DType.values()).filter(d -> d != DType.BFLOAT16).toArray(DType[]::new);

  private static final List<UFunc> FUNCTIONS =
      List.of(
          Ufuncs.ADD,
          Ufuncs.SUBTRACT,
          Ufuncs.MULTIPLY,
          Ufuncs.LESS,
          Ufuncs.GREATER_EQUAL,
          Ufuncs.EQUAL,
          Ufuncs.LOGICAL_AND);

  private static final int MOST_ELEMENTS = 800;

  private final Variables v;
  private final ShapeOperations shapes;
  private final OrderOperations order;

  Operations(Variables v) {
    this.v = v;
    shapes = new ShapeOperations(v);
    order = new OrderOperations(v);
  }

  /// A new array in variable `i`.
  Step create(int i) {
    DType dtype = DTYPES[v.from(0, DTYPES.length)];
    long[] shape = new long[v.chance(0.1) ? 0 : v.from(1, 6)];
    for (int d = 0; d < shape.length; d++) {
      shape[d] = v.chance(0.05) ? 0 : v.from(1, shape.length > 3 ? 4 : 6);
    }
    NDArray a = NDArray.empty(dtype, shape);
    NDArray flat = (dtype.isComplex() ? a.viewAsReal() : a).reshape(-1);
    for (long k = 0; k < flat.size(); k++) {
      fill(flat, k);
    }
    return new Step(
        "create",
        i,
        "v[%d] = array('%s', %s, '%s')".formatted(i, dtype, python(shape), base64(a)),
        () -> a);
  }

  private void fill(NDArray flat, long k) {
    DType dtype = flat.dtype();
    if (dtype == DType.BOOL) {
      flat.setLong(v.from(0, 2), k);
    } else if (dtype.isInteger()) {
      long low = dtype.kind() == DType.Kind.UNSIGNED ? 0 : -9;
      int bits = 8 * dtype.itemSize() - 1;
      flat.setLong(v.chance(0.1) ? (1L << bits - 1) - 1 + v.from(0, 2) : v.from((int) low, 12), k);
    } else {
      double[] special = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e30, 1e-7};
      flat.setDouble(
          v.chance(0.08) ? special[v.from(0, special.length)] : v.from(-40, 41) / 4.0, k);
    }
  }

  private static String base64(NDArray a) {
    ByteBuffer bytes =
        ByteBuffer.allocate((int) a.size() * a.dtype().itemSize()).order(ByteOrder.LITTLE_ENDIAN);
    switch (a.storage().array()) {
      case boolean[] e -> {
        for (boolean flag : e) {
          bytes.put((byte) (flag ? 1 : 0));
        }
      }
      case byte[] e -> bytes.put(e);
      case short[] e -> bytes.asShortBuffer().put(e);
      case int[] e -> bytes.asIntBuffer().put(e);
      case long[] e -> bytes.asLongBuffer().put(e);
      case float[] e -> bytes.asFloatBuffer().put(e);
      default -> bytes.asDoubleBuffer().put((double[]) a.storage().array());
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static String python(long... shape) {
    return "(" + Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining()) + ")";
  }

  /// The next operation, or null where this one made no sense.
  Step next() {
    int i = v.any();
    return switch (v.from(0, 30)) {
      case 0, 1 -> basicGet(i);
      case 2 -> transpose(i);
      case 3 -> reshape(i);
      case 4 -> broadcast(i);
      case 5, 6 -> advancedGet(i);
      case 7 -> basicSet(i, v.any());
      case 8, 9 -> advancedSet(i, v.any());
      case 10 -> fill(i);
      case 11 -> astype(i);
      case 12 -> copy(i);
      case 13 -> arithmetic(i, v.any());
      case 14 -> arithmeticOut(i, v.any(), v.any());
      case 15 -> part(i);
      case 16 -> routines(i, v.any());
      case 17, 18, 19 -> shapes.view(i);
      case 20, 21, 22 -> shapes.manipulation(i, v.any());
      case 23, 24 -> order.sort(i, v.any());
      case 25 -> order.search(i, v.any());
      case 26, 27 -> order.sets(i, v.any());
      case 28 -> order.count(i, v.any());
      default -> v.chance(0.3) ? create(v.free()) : where(i, v.any(), v.any());
    };
  }

  private Step basicGet(int i) {
    RandomIndex index = RandomIndex.basic(v, v.get(i).shape());
    int to = v.free();
    NDArray a = v.get(i);
    return new Step(
        "basic get",
        to,
        "v[%d] = v[%d][%s]".formatted(to, i, index.python()),
        () -> a.get(index.java()));
  }

  private Step advancedGet(int i) {
    RandomIndex index = RandomIndex.advanced(v, v.get(i).shape());
    int to = v.free();
    NDArray a = v.get(i);
    NDArray[] result = new NDArray[1];
    return index.size(a) > MOST_ELEMENTS
        ? null
        : new Step(
            "advanced get",
            to,
            Differences.ADVANCED_GET.formatted(to, i, index.python()),
            () -> result[0] = a.get(index.java()));
  }

  private Step transpose(int i) {
    NDArray a = v.get(i);
    int to = v.free();
    if (v.chance(0.3)) {
      return new Step("transpose", to, "v[%d] = v[%d].T".formatted(to, i), a::T);
    }
    int[] axes = new int[a.ndim()];
    for (int k = 0; k < axes.length; k++) {
      axes[k] = k;
    }
    for (int k = axes.length - 1; k > 0; k--) {
      int j = v.from(0, k + 1);
      int axis = axes[k];
      axes[k] = axes[j];
      axes[j] = axis;
    }
    if (axes.length == 0) {
      return null;
    }
    String text = Arrays.stream(axes).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return new Step(
        "transpose",
        to,
        "v[%d] = v[%d].transpose(%s)".formatted(to, i, text),
        () -> a.transpose(axes));
  }

  private Step reshape(int i) {
    NDArray a = v.get(i);
    int to = v.free();
    List<Long> lengths = new ArrayList<>();
    long rest = a.size();
    while (rest > 1 && lengths.size() < 4) {
      long factor = v.from(1, (int) Math.min(rest, 6) + 1);
      if (rest % factor == 0) {
        lengths.add(factor);
        rest /= factor;
      }
    }
    lengths.add(v.chance(0.3) ? -1 : rest);
    if (v.chance(0.1)) {
      lengths.add(2L);
    }
    long[] shape = lengths.stream().mapToLong(n -> n).toArray();
    return new Step(
        "reshape",
        to,
        "v[%d] = v[%d].reshape(%s)".formatted(to, i, python(shape)),
        () -> a.reshape(shape));
  }

  /// Stretched views are read-only on both sides.
  private Step broadcast(int i) {
    NDArray a = v.get(i);
    int to = v.free();
    List<Long> shape = new ArrayList<>();
    for (int k = v.from(0, 2); k > 0 && a.ndim() + shape.size() < 5; k--) {
      shape.add((long) v.from(1, 4));
    }
    for (long n : a.shape()) {
      shape.add(n == 1 && v.chance(0.5) ? v.from(0, 5) : v.chance(0.03) ? n + 1 : n);
    }
    long[] target = shape.stream().mapToLong(n -> n).toArray();
    if (Arrays.stream(target).reduce(1, (x, y) -> x * y) > MOST_ELEMENTS) {
      return null;
    }
    return new Step(
        "broadcast",
        to,
        "v[%d] = np.broadcast_to(v[%d], %s)".formatted(to, i, python(target)),
        () -> a.broadcastTo(target));
  }

  private Step basicSet(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    RandomIndex index = RandomIndex.basic(v, a.shape());
    if (Differences.cast(b, a.dtype())) {
      return null;
    }
    NDArray value = suited(b, index.shape(a));
    String text = value == b ? "v[" + j + "]" : "v[" + j + "].reshape(-1)[:1]";
    return new Step(
        "basic set",
        i,
        "v[%d][%s] = %s".formatted(i, index.python(), text),
        () -> {
          a.get(index.java()).set(value);
          return a;
        });
  }

  /// `b` where its shape has a chance, otherwise its first element.
  private NDArray suited(NDArray b, long... shape) {
    if (shape != null && !v.chance(0.1)) {
      int extra = shape.length - b.ndim();
      boolean fits = extra >= 0;
      for (int d = 0; fits && d < b.ndim(); d++) {
        fits = b.shape(d) == 1 || b.shape(d) == shape[d + extra];
      }
      return fits ? b : b.reshape(-1).get(":1");
    }
    return b;
  }

  private Step advancedSet(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    RandomIndex index = RandomIndex.advanced(v, a.shape());
    if (Differences.cast(b, a.dtype()) || Differences.isSharedSet(a, b)) {
      return null;
    }
    NDArray value = suited(b, index.shape(a));
    String text = value == b ? "v[" + j + "]" : "v[" + j + "].reshape(-1)[:1]";
    if (Differences.isLooseSet(a, index, value)) {
      return null;
    }
    return new Step(
        "advanced set",
        i,
        "v[%d][%s] = %s".formatted(i, index.python(), text),
        () -> {
          a.at(index.java()).set(value);
          return a;
        });
  }

  private Step fill(int i) {
    NDArray a = v.get(i);
    int value = v.from(0, 5);
    RandomIndex index =
        v.chance(0.5) ? RandomIndex.basic(v, a.shape()) : RandomIndex.advanced(v, a.shape());
    return new Step(
        "fill",
        i,
        "v[%d][%s] = %d".formatted(i, index.python(), value),
        () -> {
          a.at(index.java()).fill(value);
          return a;
        });
  }

  private Step astype(int i) {
    NDArray a = v.get(i);
    DType dtype = DTYPES[v.from(0, DTYPES.length)];
    int to = v.free();
    if (Differences.cast(a, dtype)) {
      return null;
    }
    return new Step(
        "astype", to, "v[%d] = v[%d].astype('%s')".formatted(to, i, dtype), () -> a.astype(dtype));
  }

  private Step copy(int i) {
    NDArray a = v.get(i);
    int to = v.free();
    return new Step("copy", to, "v[%d] = v[%d].copy()".formatted(to, i), a::copy);
  }

  private Step part(int i) {
    NDArray a = v.get(i);
    int to = v.free();
    if (!a.dtype().isComplex()) {
      return v.chance(0.2)
          ? new Step("part", to, "v[%d] = v[%d].real".formatted(to, i), a::real)
          : null;
    }
    return v.chance(0.5)
        ? new Step("part", to, "v[%d] = v[%d].real".formatted(to, i), a::real)
        : new Step("part", to, "v[%d] = v[%d].imag".formatted(to, i), a::imag);
  }

  private Step arithmetic(int i, int j) {
    UFunc f = FUNCTIONS.get(v.from(0, FUNCTIONS.size()));
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    int to = v.free();
    if (Differences.arithmetic(f, a, b) || tooLarge(a, b)) {
      return null;
    }
    return new Step(
        "arithmetic",
        to,
        "v[%d] = np.%s(v[%d], v[%d])".formatted(to, f.name(), i, j),
        () -> f.apply(a, b, null));
  }

  private static boolean tooLarge(NDArray a, NDArray b) {
    long size = 1;
    for (int d = 1; d <= Math.max(a.ndim(), b.ndim()); d++) {
      size *= Math.max(d > a.ndim() ? 1 : a.shape(-d), d > b.ndim() ? 1 : b.shape(-d));
    }
    return size > MOST_ELEMENTS || Math.max(a.ndim(), b.ndim()) > 5;
  }

  /// Operands and output often share memory.
  private Step arithmeticOut(int i, int j, int k) {
    UFunc f = FUNCTIONS.get(v.from(0, FUNCTIONS.size()));
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    NDArray out = v.get(k);
    if (Differences.arithmetic(f, a, b) || Differences.isSelfOverlapping(out)) {
      return null;
    }
    return new Step(
        "arithmetic out",
        k,
        "np.%s(v[%d], v[%d], out=v[%d])".formatted(f.name(), i, j, k),
        () -> f.apply(a, b, out));
  }

  private Step where(int i, int j, int k) {
    NDArray c = v.get(i);
    NDArray x = v.get(j);
    NDArray y = v.get(k);
    int to = v.free();
    if (tooLarge(c, x) || tooLarge(x, y) || tooLarge(c, y)) {
      return null;
    }
    return new Step(
        "where",
        to,
        "v[%d] = np.where(v[%d], v[%d], v[%d])".formatted(to, i, j, k),
        () -> Ufuncs.where(c, x, y));
  }

  private Step routines(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.get(j);
    int to = v.free();
    long[] shape = new long[v.from(0, 3)];
    for (int d = 0; d < shape.length; d++) {
      shape[d] = v.from(0, 4);
    }
    if (a.ndim() == 0) {
      return null;
    }
    int axis = v.from(0, a.ndim());
    long n = a.shape(axis);
    NDArray indices = RandomIndex.positions(v, n == 0 ? 1 : n, shape);
    String text = RandomIndex.python(indices);
    return switch (v.from(0, 5)) {
      case 0 -> {
        IndexMode mode = IndexMode.values()[v.from(0, 3)];
        yield Differences.isEmptyTake(a)
                || a.size() / Math.max(n, 1) * indices.size() > MOST_ELEMENTS
                || a.ndim() + shape.length > 6
            ? null
            : new Step(
                "take",
                to,
                "v[%d] = np.take(v[%d], %s, %d, mode='%s')"
                    .formatted(to, i, text, axis, mode.name().toLowerCase(java.util.Locale.ROOT)),
                () -> Indexing.take(a, indices, axis, mode));
      }
      case 1 ->
          Differences.cast(b, a.dtype())
                  || Differences.isSelfOverlapping(a)
                  || Differences.isSharedSet(a, b)
              ? null
              : new Step(
                  "put",
                  i,
                  "np.put(v[%d], %s, v[%d])".formatted(i, text, j),
                  () -> {
                    Indexing.put(a, indices, b);
                    return a;
                  });
      case 2 -> {
        NDArray mask = RandomIndex.flags(v, a.shape());
        yield Differences.cast(b, a.dtype())
                || Differences.isSelfOverlapping(a)
                || Differences.isSharedSet(a, b)
            ? null
            : new Step(
                "putmask",
                i,
                "np.putmask(v[%d], %s, v[%d])".formatted(i, RandomIndex.python(mask), j),
                () -> {
                  Indexing.putmask(a, mask, b);
                  return a;
                });
      }
      case 3 -> {
        NDArray mask = RandomIndex.flags(v, n);
        yield new Step(
            "compress",
            to,
            "v[%d] = np.compress(%s, v[%d], %d)".formatted(to, RandomIndex.python(mask), i, axis),
            () -> Indexing.compress(mask, a, axis));
      }
      default -> {
        long[] along = a.shape();
        along[axis] = v.from(0, 4);
        NDArray positions = RandomIndex.positions(v, n == 0 ? 1 : n, along);
        yield positions.size() > MOST_ELEMENTS
            ? null
            : new Step(
                "takeAlongAxis",
                to,
                "v[%d] = np.take_along_axis(v[%d], %s, %d)"
                    .formatted(to, i, RandomIndex.python(positions), axis),
                () -> Indexing.takeAlongAxis(a, positions, axis));
      }
    };
  }
}
