package io.lanewise.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatmulTest {
  private static NDArray integers(Random random, DType type, long... shape) {
    double[] values = new double[(int) Shapes.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = type == DType.BOOL ? random.nextInt(2) : random.nextInt(19) - 9;
    }
    return NDArray.of(values).reshape(shape).astype(type);
  }

  private static double[] reference(NDArray a, NDArray b) {
    int m = (int) a.shape(0);
    int k = (int) a.shape(1);
    int n = (int) b.shape(1);
    double[] c = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < k; p++) {
          c[i * n + j] += a.getDouble(i, p) * b.getDouble(p, j);
        }
      }
    }
    return c;
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"INT8", "INT16", "INT32", "INT64", "FLOAT32", "FLOAT64"})
  void productsOfSmallIntegersAreExactForOddSizes(DType type) {
    Random random = new Random(11);
    for (int n = 1; n <= 70; n += type.isFloating() ? 3 : 23) {
      NDArray a = integers(random, type, n, n + 2).get("::-1");
      NDArray b = integers(random, type, n + 1, n + 2).T();
      NDArray c = Linalg.matmul(a, b);
      assertThat(c.dtype()).isEqualTo(type);
      double[] expected = reference(a, b);
      if (type == DType.INT8) {
        for (int i = 0; i < expected.length; i++) {
          expected[i] = (byte) (long) expected[i];
        }
      }
      assertThat(c.toDoubleArray()).as("size %d", n).isEqualTo(expected);
    }
  }

  @Test
  void boolsGiveWhetherAnyPairIsTrue() {
    NDArray a = NDArray.of(true, false, true, false, false, false).reshape(2, 3);
    NDArray b = NDArray.of(true, false, true, true, true, false).reshape(3, 2);
    NDArray c = Linalg.matmul(a, b);
    assertThat(c.dtype()).isEqualTo(DType.BOOL);
    assertThat(c.toDoubleArray()).containsExactly(1, 0, 0, 0);
  }

  @Test
  void integersWrap() {
    NDArray big = NDArray.of(1L << 62).reshape(1, 1);
    assertThat(Linalg.matmul(big, NDArray.of(4L).reshape(1, 1)).getLong(0, 0)).isZero();
    NDArray bytes = NDArray.of(200).reshape(1, 1).astype(DType.UINT8);
    NDArray two = NDArray.of(2).reshape(1, 1).astype(DType.UINT8);
    assertThat(Linalg.matmul(bytes, two).getLong(0, 0)).isEqualTo(144);
  }

  @Test
  void dtypesArePromoted() {
    NDArray a = NDArray.of(1, 2).reshape(1, 2);
    NDArray b = NDArray.of(3f, 4f).reshape(2, 1);
    NDArray c = Linalg.matmul(a, b);
    assertThat(c.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(c.item()).isEqualTo(11);
  }

  @Test
  void shapesFollowTheRulesForVectorsAndStacks() {
    check(new long[] {2, 3}, new long[] {3}, new long[] {2});
    check(new long[] {3}, new long[] {3, 2}, new long[] {2});
    check(new long[] {3}, new long[] {3}, new long[] {});
    check(new long[] {4, 2, 3}, new long[] {3}, new long[] {4, 2});
    check(new long[] {3}, new long[] {4, 3, 2}, new long[] {4, 2});
    check(new long[] {4, 1, 2, 3}, new long[] {5, 3, 2}, new long[] {4, 5, 2, 2});
    check(new long[] {2, 0}, new long[] {0, 3}, new long[] {2, 3});
    check(new long[] {0, 2}, new long[] {2, 3}, new long[] {0, 3});
    check(new long[] {0}, new long[] {0}, new long[] {});
    check(new long[] {4, 4, 3, 3}, new long[] {3}, new long[] {4, 4, 3});
  }

  private static void check(long[] left, long[] right, long[] shape) {
    Random random = new Random(12);
    for (DType type : new DType[] {DType.FLOAT64, DType.FLOAT32, DType.INT32}) {
      NDArray a = integers(random, type, left);
      NDArray b = integers(random, type, right);
      NDArray c = Linalg.matmul(a, b);
      assertThat(c.shape()).isEqualTo(shape);
      NDArray matrices = a.ndim() == 1 ? a.reshape(1, left[0]) : a;
      NDArray others = b.ndim() == 1 ? b.reshape(right[0], 1) : b;
      NDArray full = Linalg.matmul(matrices, others);
      assertThat(c.toDoubleArray()).isEqualTo(full.toDoubleArray());
      if (full.size() > 0) {
        int stacks = full.ndim() - 2;
        NDArray first = full.get(new long[stacks]);
        NDArray x = matrices.get(new long[matrices.ndim() - 2]);
        NDArray y = others.get(new long[others.ndim() - 2]);
        assertThat((stacks == 0 ? full : first).toDoubleArray())
            .isEqualTo(
                reference(matrices.ndim() == 2 ? matrices : x, others.ndim() == 2 ? others : y));
      }
    }
  }

  @Test
  void vectorProductsDoNotDependOnTheLayout() {
    Random random = new Random(13);
    NDArray a = NDArray.of(random.doubles(61 * 83).toArray()).reshape(61, 83);
    NDArray x = NDArray.of(random.doubles(83).toArray());
    double[] c = Linalg.matmul(a, x).toDoubleArray();
    NDArray f = a.T().copy().T();
    assertThat(Linalg.matmul(f, x).toDoubleArray()).isEqualTo(c);
    assertThat(Linalg.matmul(x, a.T()).toDoubleArray()).isEqualTo(c);
    assertThat(Linalg.matmul(x, f.T()).toDoubleArray()).isEqualTo(c);
    NDArray wide = NDArray.zeros(61, 166);
    wide.get(":, ::2").set(a);
    assertThat(Linalg.matmul(wide.get(":, ::2"), x).toDoubleArray()).isEqualTo(c);
  }

  @Test
  void offHeapOperandsAndOutGiveTheSameBits() {
    Random random = new Random(14);
    NDArray a = NDArray.of(random.doubles(40 * 50).toArray()).reshape(40, 50);
    NDArray b = NDArray.of(random.doubles(50 * 30).toArray()).reshape(50, 30);
    NDArray x = NDArray.of(random.doubles(50).toArray());
    try (Arena arena = Arena.ofConfined()) {
      NDArray offA = NDArray.of(arena.allocate(8 * 2000, 8), DType.FLOAT64, 40, 50);
      NDArray offX = NDArray.of(arena.allocate(8 * 50, 8), DType.FLOAT64, 50);
      NDArray offC = NDArray.of(arena.allocate(8 * 1200, 8), DType.FLOAT64, 40, 30);
      offA.set(a);
      offX.set(x);
      assertThat(Linalg.matmul(offA, b, offC)).isSameAs(offC);
      assertThat(offC.toDoubleArray()).isEqualTo(Linalg.matmul(a, b).toDoubleArray());
      assertThat(Linalg.matmul(offA, offX).toDoubleArray())
          .isEqualTo(Linalg.matmul(a, x).toDoubleArray());
    }
  }

  @Test
  void outMayOverlapTheOperands() {
    Random random = new Random(15);
    for (DType type : new DType[] {DType.FLOAT64, DType.INT64}) {
      NDArray a = integers(random, type, 20, 20);
      double[] square = reference(a, a);
      assertThat(Linalg.matmul(a, a, a).toDoubleArray()).isEqualTo(square);
      NDArray memory = integers(random, type, 30, 20);
      NDArray left = memory.get(":20");
      NDArray out = memory.get("10:");
      double[] expected = reference(left, left);
      assertThat(Linalg.matmul(left, left, out).toDoubleArray()).isEqualTo(expected);
    }
  }

  @Test
  void outMayBeStridedOrOfAnotherPrecision() {
    Random random = new Random(16);
    NDArray a = integers(random, DType.FLOAT64, 13, 17);
    NDArray b = integers(random, DType.FLOAT64, 17, 19);
    double[] expected = reference(a, b);
    NDArray memory = NDArray.full(DType.FLOAT64, 7, 26, 38);
    Linalg.matmul(a, b, memory.get("::2, ::-2"));
    assertThat(memory.get("::2, ::-2").toDoubleArray()).isEqualTo(expected);
    assertThat(memory.getDouble(1, 0)).isEqualTo(7);
    assertThat(memory.getDouble(0, 0)).isEqualTo(7);
    NDArray f = NDArray.zeros(19, 13).T();
    assertThat(Linalg.matmul(a, b, f).toDoubleArray()).isEqualTo(expected);
    NDArray floats = NDArray.zeros(DType.FLOAT32, 13, 19);
    assertThat(Linalg.matmul(a, b, floats).toDoubleArray()).isEqualTo(expected);
  }

  @Test
  void dotSumsOverTheLastAxisAndTheLastButOne() {
    Random random = new Random(17);
    NDArray a = integers(random, DType.FLOAT64, 2, 3, 4);
    NDArray b = integers(random, DType.FLOAT64, 5, 4, 6);
    NDArray c = Linalg.dot(a, b);
    assertThat(c.shape()).containsExactly(2, 3, 5, 6);
    double sum = 0;
    for (int p = 0; p < 4; p++) {
      sum += a.getDouble(1, 2, p) * b.getDouble(3, p, 5);
    }
    assertThat(c.getDouble(1, 2, 3, 5)).isEqualTo(sum);
    NDArray x = NDArray.of(1.0, 2, 3);
    assertThat(Linalg.dot(x, x).item()).isEqualTo(14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2,3 | 2,3 | matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc"
            + " signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3): shapes (2,3) and"
            + " (2,3) not aligned: 3 (dim 1) != 2 (dim 0)",
        "3 | 2 | matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc"
            + " signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3): shapes (3,) and (2,)"
            + " not aligned: 3 (dim 0) != 2 (dim 0)",
      })
  void mismatchedDimensionsAreNamed(String left, String right, String message) {
    NDArray a = NDArray.zeros(shape(left));
    NDArray b = NDArray.zeros(shape(right));
    NDArray out = NDArray.full(DType.FLOAT64, 5, 2, 3);
    assertThatThrownBy(() -> Linalg.matmul(a, b, out))
        .isInstanceOf(ShapeException.class)
        .hasMessage(message);
    assertThat(out.toDoubleArray()).containsOnly(5);
  }

  private static long[] shape(String text) {
    String[] parts = text.trim().split(",");
    long[] shape = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      shape[i] = Long.parseLong(parts[i]);
    }
    return shape;
  }

  @Test
  void badOperandsAndOutsLeaveOutUntouched() {
    NDArray a = NDArray.ones(2, 3);
    NDArray b = NDArray.ones(3, 2);
    assertThatThrownBy(() -> Linalg.matmul(NDArray.scalar(1.0), b))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith(
            "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with"
                + " signature");
    assertThatThrownBy(() -> Linalg.matmul(NDArray.ones(2, 2, 3), NDArray.ones(3, 3, 2)))
        .isInstanceOf(BroadcastException.class)
        .hasMessageContaining("could not be broadcast together with shapes (2,) (3,)");
    NDArray wrong = NDArray.full(DType.FLOAT64, 5, 2, 3);
    assertThatThrownBy(() -> Linalg.matmul(a, b, wrong))
        .isInstanceOf(BroadcastException.class)
        .hasMessageContaining("output operand with shape (2,3)")
        .hasMessageContaining("(2,2)");
    assertThat(wrong.toDoubleArray()).containsOnly(5);
    NDArray integers = NDArray.full(DType.INT64, 5, 2, 2);
    assertThatThrownBy(() -> Linalg.matmul(a, b, integers))
        .isInstanceOf(CastingException.class)
        .hasMessage(
            "Cannot cast ufunc 'matmul' output from dtype('float64') to dtype('int64') with casting"
                + " rule 'same_kind'");
    assertThat(integers.toDoubleArray()).containsOnly(5);
    NDArray memory = NDArray.full(DType.FLOAT64, 5, 2, 2);
    assertThatThrownBy(() -> Linalg.matmul(a, b, memory.readOnly()))
        .isInstanceOf(ReadOnlyArrayException.class)
        .hasMessage("output array is read-only");
    assertThat(memory.toDoubleArray()).containsOnly(5);
    assertThatThrownBy(() -> Linalg.dot(a, a))
        .isInstanceOf(ShapeException.class)
        .hasMessage("shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)");
  }
}
