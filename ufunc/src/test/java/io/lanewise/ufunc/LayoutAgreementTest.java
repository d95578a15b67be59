package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An element's value depends on the elements it is computed from, not on strides, storage,
/// neighbours, output or threads: each function is compared with itself one element at a time.
class LayoutAgreementTest {
  private static final List<DType> DTYPES =
      Arrays.stream(DType.values()).filter(dtype -> !dtype.isComplex()).toList();

  static Stream<String> functions() {
    return Fixtures.FUNCTIONS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyDtypeInEveryLayoutAndStorage(String name) {
    UFunc function = Fixtures.FUNCTIONS.get(name);
    List<String> wrong = new ArrayList<>();
    int loops = 0;
    for (DType dtype : DTYPES) {
      long seed = 31 * name.hashCode() + dtype.ordinal();
      Random random = new Random(seed);
      NDArray x = Layouts.random(random, dtype, 3, 5, 7);
      NDArray y = Layouts.random(random, dtype, 3, 5, 7);
      if (name.equals("power") && !dtype.isFloating()) {
        y = exponents(y);
      }
      NDArray expected;
      try {
        expected = oneByOne(function, x, y);
      } catch (NoLoopException e) {
        continue;
      }
      loops++;
      Map<String, NDArray> left = Layouts.of(x);
      Map<String, NDArray> right = Layouts.of(y);
      Map<String, NDArray> outputs = Layouts.of(expected);
      for (String a : left.keySet()) {
        for (String b : function.nin() == 1 ? List.of("C") : right.keySet()) {
          NDArray fresh = call(function, left.get(a), right.get(b), null);
          check(wrong, "seed " + seed + " " + dtype + " " + a + ", " + b, fresh, expected);
        }
        for (String out : outputs.keySet()) {
          NDArray to = outputs.get(out);
          to.fill(1);
          check(
              wrong,
              "seed " + seed + " " + dtype + " " + a + " to " + out,
              call(function, left.get(a), right.get("C"), to),
              expected);
        }
      }
    }
    assertThat(loops).isPositive();
    assertThat(wrong.stream().limit(5)).as("%d differ", wrong.size()).isEmpty();
  }

  /// Long rows are cut into tiles and chunks, short ones are gathered, and large arrays are split
  /// over threads.
  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"BOOL", "INT8", "UINT32", "INT64", "FLOAT16", "FLOAT32", "FLOAT64"})
  void longAndShortRows(DType dtype) {
    Random random = new Random(7);
    for (long[] shape :
        new long[][] {{1}, {2500}, {20_001}, {1030, 3}, {3, 1030}, {61, 47}, {2, 1, 900}}) {
      NDArray x = Layouts.random(random, dtype, shape);
      for (UFunc function : List.of(Ufuncs.MULTIPLY, Ufuncs.EXP, Ufuncs.LESS)) {
        NDArray expected = call(function, x.reshape(-1), x.reshape(-1).copy(), null).reshape(shape);
        for (NDArray a : Layouts.of(x).values()) {
          assertThat(Fixtures.difference(call(function, a, x, null), expected))
              .as("%s of %s, strides %s", function, dtype, Arrays.toString(a.strides()))
              .isNull();
        }
      }
    }
  }

  /// A short row beside many rows is repeated in a tile that stays filled.
  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"BOOL", "INT8", "INT32", "INT64", "FLOAT16", "FLOAT32", "FLOAT64"})
  void shortRowsBesideManyRows(DType dtype) {
    Random random = new Random(13);
    for (int n : new int[] {1, 2, 3, 5, 16, 47}) {
      for (int rows : new int[] {2, 17, 161, 1_000}) {
        NDArray x = Layouts.random(random, dtype, rows, n);
        NDArray row = Layouts.random(random, dtype, n);
        NDArray many = NDArray.empty(dtype, rows, n);
        many.set(row);
        NDArray expected = call(Ufuncs.ADD, x.reshape(-1), many.reshape(-1), null).reshape(rows, n);
        for (NDArray a : Layouts.of(x).values()) {
          for (NDArray b : Layouts.of(row).values()) {
            NDArray out = NDArray.empty(expected.dtype(), n, rows).T();
            assertThat(Fixtures.difference(Ufuncs.ADD.apply(a, b, null), expected)).isNull();
            assertThat(Fixtures.difference(Ufuncs.ADD.apply(b, a, out), expected)).isNull();
          }
        }
      }
    }
  }

  @Test
  void theNumberOfThreadsDoesNotChangeBits() {
    Random random = new Random(11);
    NDArray x = NDArray.empty(DType.FLOAT64, 700, 1001);
    double[] values = (double[]) x.storage().array();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * 10;
    }
    int before = Lanewise.parallelism();
    try {
      List<NDArray> results = new ArrayList<>();
      for (int threads : new int[] {1, 2, 5}) {
        Lanewise.parallelism(threads);
        results.add(x.sin());
        results.add(x.T().get("::-1").multiply(x.T()).T().get(":, ::-1"));
        results.add(x.sum(0));
        results.add(x.sum());
        results.add(x.var(1));
      }
      for (int i = 5; i < results.size(); i++) {
        assertThat(Fixtures.bits(results.get(i))).isEqualTo(Fixtures.bits(results.get(i % 5)));
      }
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void arraysWithoutElementsAndWithoutAxes(String name) {
    UFunc function = Fixtures.FUNCTIONS.get(name);
    for (DType dtype : DTYPES) {
      for (long[] shape : new long[][] {{0}, {0, 3}, {3, 0, 2}}) {
        NDArray empty = NDArray.empty(dtype, shape);
        NDArray scalar = NDArray.full(dtype, 1);
        try {
          NDArray result = call(function, empty, empty, null);
          assertThat(result.shape()).isEqualTo(shape);
          assertThat(call(function, empty.T(), empty.T(), result.T()).size()).isZero();
          assertThat(call(function, scalar, scalar, null).ndim()).isZero();
          if (function.nin() == 2) {
            assertThat(function.apply(empty, scalar, null).shape()).isEqualTo(shape);
            assertThat(function.apply(scalar, empty, result)).isSameAs(result);
          }
        } catch (NoLoopException e) {
          assertThat(dtype).isIn(DType.BOOL, DType.UINT64);
        }
      }
    }
  }

  @Test
  void whereTakesEveryLayout() {
    Random random = new Random(3);
    NDArray c = Layouts.random(random, DType.INT8, 4, 6);
    NDArray x = Layouts.random(random, DType.FLOAT32, 4, 6);
    NDArray y = Layouts.random(random, DType.INT16, 4, 6);
    NDArray expected = NDArray.empty(DType.FLOAT32, 4, 6);
    for (long i = 0; i < 4; i++) {
      for (long j = 0; j < 6; j++) {
        expected.setDouble(c.getBoolean(i, j) ? x.getDouble(i, j) : y.getDouble(i, j), i, j);
      }
    }
    for (NDArray a : Layouts.of(c).values()) {
      for (NDArray b : Layouts.of(x).values()) {
        assertThat(Fixtures.difference(Ufuncs.where(a, b, y), expected)).isNull();
        assertThat(Fixtures.difference(Ufuncs.where(a, b, y, b), expected)).isNull();
        b.set(x);
      }
    }
  }

  private static NDArray exponents(NDArray y) {
    NDArray result = y.copy();
    for (long i = 0; i < result.reshape(-1).size(); i++) {
      result.reshape(-1).setLong(result.dtype() == DType.BOOL ? i % 2 : i % 11, i);
    }
    return result;
  }

  private static NDArray oneByOne(UFunc function, NDArray x, NDArray y) {
    NDArray a = x.reshape(-1);
    NDArray b = y.reshape(-1);
    NDArray result = null;
    for (long i = 0; i < a.size(); i++) {
      NDArray one = call(function, a.get(i), b.get(i), null);
      if (result == null) {
        result = NDArray.empty(one.dtype(), a.size());
      }
      result.get(i).set(one);
    }
    return result.reshape(x.shape());
  }

  private static NDArray call(UFunc function, NDArray a, NDArray b, NDArray out) {
    return function.nin() == 1 ? function.apply(a, out) : function.apply(a, b, out);
  }

  private static void check(List<String> wrong, String what, NDArray actual, NDArray expected) {
    String difference = Fixtures.difference(actual, expected);
    if (difference != null) {
      wrong.add(what + ": " + difference);
    }
  }
}
