package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Fused;
import java.util.List;

/// Reads a one-dimensional array block by block as doubles, wherever it is stored and whatever its
/// dtype.
final class Column {
  private static final double[] NO_SCALARS = {};

  private final NDArray[] array;
  private final double[] direct;
  private final long offset;
  private final long stride;
  private final Fused reader;

  Column(NDArray a) {
    array = new NDArray[] {a};
    if (a.storage().array() instanceof double[] doubles) {
      direct = doubles;
      offset = a.offset();
      stride = a.strides()[0];
      reader = null;
    } else {
      direct = null;
      offset = 0;
      stride = 0;
      Expr source = Expr.array(a.dtype());
      reader = Fused.of(List.of(source), List.of(source), List.of());
    }
  }

  /// Copies elements [from, from + count) to `out` from `at` on.
  void read(long from, int count, double[] out, int at) {
    if (direct == null) {
      reader.run(array, from, count, NO_SCALARS, out, at, count);
    } else if (stride == 1) {
      System.arraycopy(direct, Math.toIntExact(offset + from), out, at, count);
    } else {
      for (int i = 0; i < count; i++) {
        out[at + i] = direct[(int) (offset + (from + i) * stride)];
      }
    }
  }
}
