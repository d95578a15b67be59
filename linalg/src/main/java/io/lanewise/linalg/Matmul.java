package io.lanewise.linalg;

import io.lanewise.linalg.kernel.DotProducts;
import io.lanewise.linalg.kernel.DoubleMatrix;
import io.lanewise.linalg.kernel.FloatMatrix;
import io.lanewise.linalg.kernel.IntegerProducts;
import io.lanewise.linalg.kernel.KernelChoice;
import io.lanewise.linalg.kernel.PoolTasks;
import io.lanewise.linalg.kernel.Products;
import io.lanewise.linalg.kernel.Tasks;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.Workers;
import java.util.Arrays;

/// One call of matmul: NumPy's rules for shapes and dtypes, then a product per matrix of the
/// stacks.
///
/// A 1-D first operand is a row, a 1-D second one a column, and that dimension is missing in the
/// result; leading dimensions broadcast. With a 1-D operand every element is a dot product in the
/// module's fixed order; between matrices it is a chain of fma over k.
final class Matmul {
  private static final String SIGNATURE = "(n?,k),(k,m?)->(n?,m?)";

  private final NDArray a;
  private final NDArray b;
  private final boolean row;
  private final boolean column;
  private final long m;
  private final long n;
  private final long k;
  private final long[] lead;
  private final long[] shape;
  private final DType type;

  Matmul(NDArray a, NDArray b) {
    requireDimension(a, 0);
    requireDimension(b, 1);
    this.a = a;
    this.b = b;
    this.row = a.ndim() == 1;
    this.column = b.ndim() == 1;
    this.m = row ? 1 : a.shape(-2);
    this.k = a.shape(-1);
    this.n = column ? 1 : b.shape(-1);
    long depth = column ? b.shape(0) : b.shape(-2);
    if (depth != k) {
      throw new ShapeException(
          "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
              + SIGNATURE
              + (" (size %d is different from %d): shapes %s and %s not aligned:"
                      + " %d (dim %d) != %d (dim %d)")
                  .formatted(
                      depth,
                      k,
                      Shapes.toString(a.shape()),
                      Shapes.toString(b.shape()),
                      k,
                      a.ndim() - 1,
                      depth,
                      column ? 0 : b.ndim() - 2));
    }
    this.lead = Shapes.broadcast(leading(a), leading(b));
    this.shape = resultShape();
    this.type = Promotion.promoteTypes(a.dtype(), b.dtype());
    if (type.isComplex()) {
      throw new NoLoopException(
          "ufunc 'matmul' not supported for the input types: dtypes %s and %s"
              .formatted(a.dtype(), b.dtype()));
    }
  }

  private static void requireDimension(NDArray x, int operand) {
    if (x.ndim() == 0) {
      throw new ShapeException(
          ("matmul: Input operand %d does not have enough dimensions"
                  + " (has 0, gufunc core with signature %s requires 1)")
              .formatted(operand, SIGNATURE));
    }
  }

  private static long[] leading(NDArray x) {
    return Arrays.copyOf(x.shape(), Math.max(0, x.ndim() - 2));
  }

  private long[] resultShape() {
    long[] result = Arrays.copyOf(lead, lead.length + (row ? 0 : 1) + (column ? 0 : 1));
    int at = lead.length;
    if (!row) {
      result[at++] = m;
    }
    if (!column) {
      result[at] = n;
    }
    return result;
  }

  /// Into a new array in C order.
  NDArray run() {
    NDArray result = computed();
    return result.dtype() == type ? result : result.astype(type);
  }

  private NDArray computed() {
    NDArray result = NDArray.empty(computing(), shape);
    compute(result);
    return result;
  }

  /// Into `out`, which may overlap the operands.
  NDArray run(NDArray out) {
    check(out);
    if (out.dtype() == computing() && !overlaps(out, a) && !overlaps(out, b)) {
      compute(out);
    } else {
      out.set(computed());
    }
    return out;
  }

  private void check(NDArray out) {
    if (!out.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only");
    }
    if (!Arrays.equals(out.shape(), shape)) {
      throw new BroadcastException(
          ("matmul: non-broadcastable output operand with shape %s doesn't match the shape %s"
                  + " of the product of %s and %s")
              .formatted(
                  Shapes.toString(out.shape()),
                  Shapes.toString(shape),
                  Shapes.toString(a.shape()),
                  Shapes.toString(b.shape())));
    }
    if (!Casting.SAME_KIND.allows(type, out.dtype())) {
      throw new CastingException(
          ("Cannot cast ufunc 'matmul' output from dtype('%s') to dtype('%s')"
                  + " with casting rule 'same_kind'")
              .formatted(type, out.dtype()));
    }
  }

  private static boolean overlaps(NDArray x, NDArray y) {
    if (x.size() == 0 || y.size() == 0) {
      return false;
    }
    if (x.storage().segment() != null && y.storage().segment() != null) {
      return x.storage().segment().asOverlappingSlice(y.storage().segment()).isPresent();
    }
    if (x.storage().array() != null && y.storage().array() != null) {
      return x.storage().array() == y.storage().array()
          && x.low() <= y.high()
          && y.low() <= x.high();
    }
    // an array may also be under a segment of another view
    NDArray off = x.storage().segment() != null ? x : y;
    NDArray on = off == x ? y : x;
    return off.storage().segment().heapBase().filter(h -> h == on.storage().array()).isPresent();
  }

  /// The dtype the loops work in.
  private DType computing() {
    return switch (type) {
      case BOOL, INT32, INT64, FLOAT32, FLOAT64 -> type;
      case FLOAT16, BFLOAT16 -> DType.FLOAT32;
      // the low bits of a wrapped product are the same in 64 bits
      default -> DType.INT64;
    };
  }

  private void compute(NDArray out) {
    if (out.size() == 0) {
      return;
    }
    DType t = out.dtype();
    boolean exact = !t.isFloating();
    NDArray x = prepared(a, t, exact);
    NDArray y = prepared(b, t, exact);
    Stack left = new Stack(x, Math.max(0, x.ndim() - 2), lead.length);
    Stack right = new Stack(y, Math.max(0, y.ndim() - 2), lead.length);
    Stack to = new Stack(out, lead.length, lead.length);
    long[] index = new long[lead.length];
    do {
      long i = left.position(index);
      long j = right.position(index);
      long o = to.position(index);
      if (exact && out.isContiguous() && out.storage().array() != null) {
        exact(t, x.storage().array(), (int) i, y.storage().array(), (int) j, out, (int) o);
      } else if (exact) {
        NDArray part = NDArray.empty(t, m, n);
        exact(t, x.storage().array(), (int) i, y.storage().array(), (int) j, part, 0);
        at(out, index).set(part.reshape(Arrays.copyOfRange(shape, lead.length, shape.length)));
      } else if (t == DType.FLOAT64) {
        doubles(x, i, y, j, out, o);
      } else {
        floats(x, i, y, j, out, o);
      }
    } while (next(index, lead));
  }

  private static NDArray at(NDArray x, long[] index) {
    return index.length == 0 ? x : x.get(index);
  }

  private static NDArray prepared(NDArray x, DType t, boolean contiguous) {
    boolean fits = !contiguous || x.isContiguous() && x.storage().array() != null;
    return x.dtype() == t && fits ? x : x.astype(t, Order.C);
  }

  private static boolean next(long[] index, long[] shape) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) {
        return true;
      }
      index[axis] = 0;
    }
    return false;
  }

  private void exact(DType t, Object x, int i, Object y, int j, NDArray out, int o) {
    int rows = Math.toIntExact(m);
    int columns = Math.toIntExact(n);
    int depth = Math.toIntExact(k);
    Object c = out.storage().array();
    switch (t) {
      case BOOL ->
          IntegerProducts.multiply(
              rows, columns, depth, (boolean[]) x, i, (boolean[]) y, j, (boolean[]) c, o);
      case INT32 ->
          IntegerProducts.multiply(rows, columns, depth, (int[]) x, i, (int[]) y, j, (int[]) c, o);
      default ->
          IntegerProducts.multiply(
              rows, columns, depth, (long[]) x, i, (long[]) y, j, (long[]) c, o);
    }
  }

  /// Memory of a confined arena stays on its thread.
  private static Tasks tasks(NDArray x, NDArray y, NDArray out) {
    boolean shareable = Workers.mayShare(x) && Workers.mayShare(y) && Workers.mayShare(out);
    return shareable ? PoolTasks.SHARED : Tasks.SERIAL;
  }

  private void doubles(NDArray x, long i, NDArray y, long j, NDArray out, long o) {
    DoubleMatrix left = doubleMatrix(x, i, rowStride(x, row), x.layout().stride(x.ndim() - 1));
    DoubleMatrix right =
        doubleMatrix(y, j, y.layout().stride(Math.max(0, y.ndim() - 2)), columnStride(y, column));
    long down = row ? 1 : out.layout().stride(lead.length);
    long across = column ? 1 : out.layout().stride(out.ndim() - 1);
    DoubleMatrix to = doubleMatrix(out, o, down, across);
    if (!row && !column) {
      Products.DOUBLE.multiply(m, n, k, left, right, false, false, to, tasks(x, y, out));
      return;
    }
    // x times B is B' times x
    DoubleMatrix matrix = column ? left : right.transposed();
    long count = column ? m : n;
    double[] sums = new double[Math.toIntExact(count)];
    double[] vector = (column ? right : left.transposed()).column(Math.toIntExact(k));
    DotProducts.multiply(KernelChoice.KERNELS, count, (int) k, matrix, vector, sums);
    (column ? to : to.transposed()).setColumn(sums);
  }

  private void floats(NDArray x, long i, NDArray y, long j, NDArray out, long o) {
    FloatMatrix left = floatMatrix(x, i, rowStride(x, row), x.layout().stride(x.ndim() - 1));
    FloatMatrix right =
        floatMatrix(y, j, y.layout().stride(Math.max(0, y.ndim() - 2)), columnStride(y, column));
    long down = row ? 1 : out.layout().stride(lead.length);
    long across = column ? 1 : out.layout().stride(out.ndim() - 1);
    FloatMatrix to = floatMatrix(out, o, down, across);
    if (!row && !column) {
      Products.FLOAT.multiply(m, n, k, left, right, false, false, to, tasks(x, y, out));
      return;
    }
    FloatMatrix matrix = column ? left : right.transposed();
    long count = column ? m : n;
    float[] sums = new float[Math.toIntExact(count)];
    float[] vector = (column ? right : left.transposed()).column(Math.toIntExact(k));
    DotProducts.multiply(KernelChoice.KERNELS, count, (int) k, matrix, vector, sums);
    (column ? to : to.transposed()).setColumn(sums);
  }

  private static long rowStride(NDArray x, boolean row) {
    return row ? 0 : x.layout().stride(x.ndim() - 2);
  }

  private static long columnStride(NDArray y, boolean column) {
    return column ? 1 : y.layout().stride(y.ndim() - 1);
  }

  private static DoubleMatrix doubleMatrix(NDArray x, long offset, long down, long across) {
    return x.storage().array() instanceof double[] array
        ? DoubleMatrix.of(array, offset, down, across)
        : DoubleMatrix.of(x.storage().segment(), offset, down, across);
  }

  private static FloatMatrix floatMatrix(NDArray x, long offset, long down, long across) {
    return x.storage().array() instanceof float[] array
        ? FloatMatrix.of(array, offset, down, across)
        : FloatMatrix.of(x.storage().segment(), offset, down, across);
  }

  /// The positions of the matrices of a stack, broadcast over the leading dimensions of the result.
  private record Stack(long offset, long[] strides) {
    Stack(NDArray x, int own, int lead) {
      this(x.offset(), broadcastStrides(x, own, lead));
    }

    private static long[] broadcastStrides(NDArray x, int own, int lead) {
      long[] strides = new long[lead];
      for (int axis = 0; axis < own; axis++) {
        strides[lead - own + axis] = x.layout().shape(axis) == 1 ? 0 : x.layout().stride(axis);
      }
      return strides;
    }

    long position(long[] index) {
      long at = offset;
      for (int axis = 0; axis < index.length; axis++) {
        at += index[axis] * strides[axis];
      }
      return at;
    }
  }
}
