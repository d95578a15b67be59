package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Views;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Targets whose elements are the same memory, which only strides made by hand give: the last value
/// in C order stays, and nothing beside the target is touched.
class CoincidingElementsTest {
  private static final Map<String, BiConsumer<NDArray, NDArray>> CALLS = calls();

  private static Map<String, BiConsumer<NDArray, NDArray>> calls() {
    Map<String, BiConsumer<NDArray, NDArray>> all = new LinkedHashMap<>();
    all.put("set", (from, to) -> to.set(from));
    all.put("cast", (from, to) -> to.set(from.astype(DType.FLOAT64)));
    all.put("add", (from, to) -> from.add(0, to));
    all.put(
        "add a slice",
        (from, to) -> Manipulation.repeat(from, 2, from.ndim() - 1).get("..., ::2").add(0, to));
    all.put("where", (from, to) -> Ufuncs.where(NDArray.of(true), from, from, to));
    all.put("index arrays", (from, to) -> to.at(Index.ints(NDArray.arange(to.shape(0)))).set(from));
    all.put(
        "mask", (from, to) -> to.set(NDArray.full(DType.BOOL, 1, to.shape()), from.reshape(-1)));
    all.put("copyto", (from, to) -> Manipulation.copyto(to, from));
    return all;
  }

  static List<String> names() {
    return List.copyOf(CALLS.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void takeTheLastValue(String name) {
    long[][] layouts = {
      {3, 0},
      {300, 0},
      {9_000, 0},
      {4, 3, 0, 1},
      {4, 3, 1, 0},
      {2, 100, 0, 0},
      {100, 2, 2, 0},
      {3, 100, 100, 0},
      {2, 3, 2, 0, 0, 1},
      {5, 60, 1, 1},
    };
    for (long[] layout : layouts) {
      int ndim = layout.length / 2;
      long[] shape = java.util.Arrays.copyOf(layout, ndim);
      long[] strides = java.util.Arrays.copyOfRange(layout, ndim, 2 * ndim);
      for (DType dtype : List.of(DType.FLOAT64, DType.INT32, DType.FLOAT32, DType.INT16)) {
        for (boolean heap : new boolean[] {true, false}) {
          if (name.equals("add") && dtype == DType.INT16 && !heap) {
            continue;
          }
          check(name, dtype, heap, shape, strides);
        }
      }
    }
  }

  @Test
  void takeTheLastValueOfLargeResults() {
    NDArray memory = NDArray.zeros(40);
    NDArray target = Views.asStrided(memory.get("20:"), new long[] {2, 300_000}, 1, 0);
    NDArray.arange(600_000).reshape(2, 300_000).add(0.5, target);
    assertThat(memory.get("19:23").toDoubleArray()).containsExactly(0, 299_999.5, 599_999.5, 0);
  }

  @Test
  void takeTheLastValueOfLargeCopies() {
    short[] memory = new short[700];
    NDArray target =
        Views.asStrided(
            NDArray.of(MemorySegment.ofArray(memory), DType.INT16), new long[] {600, 500}, 1, 0);
    NDArray source = NDArray.arange(300_000).reshape(600, 500).astype(DType.INT16);
    for (int i = 0; i < 20; i++) {
      target.set(source);
      for (int row = 0; row < 600; row++) {
        assertThat(memory[row]).isEqualTo((short) (row * 500 + 499));
      }
    }
  }

  private static void check(String name, DType dtype, boolean heap, long[] shape, long... strides) {
    long reach = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      reach += (shape[axis] - 1) * strides[axis];
    }
    long n = reach + 40;
    NDArray memory =
        heap
            ? NDArray.empty(dtype, n)
            : NDArray.of(Arena.ofAuto().allocate(n * dtype.itemSize(), 64), dtype);
    NDArray expected = NDArray.zeros(dtype, n);
    NDArray target = Views.asStrided(memory.get("20:"), shape, strides);
    NDArray from = NDArray.arange(target.size()).add(1).astype(dtype).reshape(shape);
    long[] index = new long[shape.length];
    for (long i = 0; i < target.size(); i++) {
      long rest = i;
      long at = 20;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        index[axis] = rest % shape[axis];
        rest /= shape[axis];
        at += index[axis] * strides[axis];
      }
      expected.setLong(from.getLong(index), at);
    }
    CALLS.get(name).accept(from, target);
    assertThat(Fixtures.bits(memory))
        .as("%s of %s, %s", name, dtype, target.layout())
        .isEqualTo(Fixtures.bits(expected));
  }
}
