package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CopyMode;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Views;
import io.lanewise.ndarray.random.Generator;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is read and what is written may share memory in any way: the result is that of copies.
class OverlapTest {
  private static final int N = 12;

  /// Calls that read the first array and write to the second one, both of `N` elements.
  private static Map<String, BiConsumer<NDArray, NDArray>> calls() {
    NDArray mask = NDArray.arange(N).astype(DType.FLOAT64).sin().greater(0.0);
    NDArray shuffled = NDArray.of(3L, 0, 11, 7, 1, 2, 9, 5, 10, 4, 8, 6);
    Map<String, BiConsumer<NDArray, NDArray>> all = new LinkedHashMap<>();
    all.put("set", (in, out) -> out.set(in));
    all.put("set a slice", (in, out) -> out.set("2:", in.get(":-2")));
    all.put("set as a matrix", (in, out) -> matrix(out).set(matrix(in).reshape(4, 3).T()));
    all.put("copyto", (in, out) -> Manipulation.copyto(out, in));
    all.put(
        "copyto with where", (in, out) -> Manipulation.copyto(out, in, Casting.SAME_KIND, mask));
    all.put("add", (in, out) -> in.add(in, out));
    all.put("add to a slice", (in, out) -> in.get("1:").add(in.get(":-1"), out.get("1:")));
    all.put("where", (in, out) -> Ufuncs.where(mask, in, in.get("::-1"), out));
    all.put("take", (in, out) -> Indexing.take(in, shuffled, 0, IndexMode.RAISE, out));
    all.put("put", (in, out) -> Indexing.put(out, shuffled, in));
    all.put("put few", (in, out) -> Indexing.put(out, shuffled, in.get(":5")));
    all.put("putAlongAxis", (in, out) -> Indexing.putAlongAxis(out, shuffled, in, 0));
    all.put("putmask", (in, out) -> Indexing.putmask(out, mask, in));
    all.put("putmask with few", (in, out) -> Indexing.putmask(out, mask, in.get(":5")));
    all.put("putmask with one", (in, out) -> Indexing.putmask(out, mask, in.get("4:5")));
    all.put("place", (in, out) -> Indexing.place(out, mask, in));
    all.put("place with few", (in, out) -> Indexing.place(out, mask, in.get("3:5")));
    all.put("index array", (in, out) -> out.set(shuffled, in));
    all.put("index array, one value", (in, out) -> out.set(shuffled, in.get("7")));
    all.put(
        "index array on a matrix",
        (in, out) -> matrix(out).at(Index.ints(2, 0, 1)).set(matrix(in)));
    all.put(
        "index array on columns",
        (in, out) -> matrix(out).at(Index.all(), Index.ints(3, 1, 0, 2)).set(matrix(in)));
    all.put("mask", (in, out) -> out.set(mask, in.get(":" + Searching.countNonzero(mask))));
    all.put("mask, one value", (in, out) -> out.set(mask, in.get("6")));
    all.put(
        "mask of rows",
        (in, out) ->
            matrix(out).at(Index.mask(NDArray.of(true, false, true))).set(matrix(in).get("1:")));
    all.put("fillDiagonal", (in, out) -> Indexing.fillDiagonal(matrix(out), in));
    all.put(
        "concatenate",
        (in, out) -> Manipulation.concatenate(List.of(in.get("5:"), in.get(":5")), 0, out));
    all.put(
        "concatenateFlattened",
        (in, out) -> Manipulation.concatenateFlattened(List.of(matrix(in).T(), in.get(":0")), out));
    all.put(
        "stack",
        (in, out) ->
            Manipulation.stack(
                List.of(in.get("6:"), in.get(":6")),
                1,
                Views.reshape(out, Order.C, CopyMode.NEVER, 6, 2)));
    all.put("permuted", (in, out) -> Generator.of(7).permuted(in, 0, out));
    return all;
  }

  private static NDArray matrix(NDArray a) {
    return Views.reshape(a, Order.C, CopyMode.NEVER, 3, 4);
  }

  private static final String[][] VIEWS = {
    {"0:12", "0:12"},
    {"0:12", "1:13"},
    {"1:13", "0:12"},
    {"0:12", "5:17"},
    {"5:17", "0:12"},
    {"0:12", "11::-1"},
    {"11::-1", "0:12"},
    {"0:24:2", "0:12"},
    {"0:12", "0:24:2"},
    {"1:24:2", "0:24:2"},
    {"23:0:-2", "2:14"},
    {"12:24", "0:12"},
  };

  static List<Arguments> callsAndViews() {
    List<Arguments> all = new ArrayList<>();
    calls()
        .forEach(
            (name, call) -> {
              for (String[] views : VIEWS) {
                all.add(Arguments.of(name, views[0], views[1], call));
              }
            });
    return all;
  }

  @ParameterizedTest(name = "{0} from {1} to {2}")
  @MethodSource("callsAndViews")
  void changesNothing(String name, String from, String to, BiConsumer<NDArray, NDArray> call) {
    for (DType dtype :
        List.of(DType.FLOAT64, DType.INT8, DType.FLOAT32, DType.COMPLEX128, DType.FLOAT16)) {
      boolean arithmetic = name.startsWith("add") || name.equals("where");
      if (dtype.isComplex() && arithmetic && name.equals("where")) {
        continue;
      }
      NDArray expected = numbers(dtype, null);
      call.accept(expected.get(from).copy(), expected.get(to));
      NDArray heap = numbers(dtype, null);
      call.accept(heap.get(from), heap.get(to));
      assertThat(Fixtures.bits(heap))
          .as("%s of %s", name, dtype)
          .isEqualTo(Fixtures.bits(expected));
      NDArray off = numbers(dtype, Arena.ofAuto());
      call.accept(off.get(from), off.get(to));
      assertThat(Fixtures.bits(off))
          .as("%s of native %s", name, dtype)
          .isEqualTo(Fixtures.bits(expected));
    }
  }

  private static NDArray numbers(DType dtype, Arena arena) {
    NDArray a =
        arena == null
            ? NDArray.empty(dtype, 24)
            : NDArray.of(arena.allocate(24L * dtype.itemSize(), 64), dtype);
    a.set(NDArray.arange(1, 25, 1L));
    return a;
  }

  @Test
  void positionsMayBeTheElementsThemselves() {
    NDArray a = NDArray.arange(4);
    a.set(a, a.get("::-1"));
    assertThat(a.toDoubleArray()).containsExactly(3, 2, 1, 0);
    a = NDArray.of(2L, 0, 3, 1);
    Indexing.put(a, a, NDArray.of(10L, 11, 12, 13));
    assertThat(a.toDoubleArray()).containsExactly(11, 13, 10, 12);
    a = NDArray.of(2L, 0, 3, 1);
    Indexing.take(a, a, 0, IndexMode.RAISE, a);
    assertThat(a.toDoubleArray()).containsExactly(3, 2, 1, 0);
    a = NDArray.of(2L, 0, 3, 1);
    Indexing.putAlongAxis(a, a, a, 0);
    assertThat(a.toDoubleArray()).containsExactly(0, 1, 2, 3);
    a = NDArray.of(1L, 2, 0);
    a.set(a, NDArray.of(77L, 88, 99));
    assertThat(a.toDoubleArray()).containsExactly(99, 77, 88);
    a = NDArray.of(1L, 2, 0, 1, 2, 0);
    a.get("2:5").set(a.get(":3"), NDArray.of(77L, 88, 99));
    assertThat(a.toDoubleArray()).containsExactly(1, 2, 99, 77, 88, 0);
    a = NDArray.of(0L, 1, 5);
    Indexing.put(a.get(":2"), a.get("1:2"), a.get("2:"));
    assertThat(a.toDoubleArray()).containsExactly(0, 5, 5);
    NDArray big = NDArray.arange(5_000).get("::-1").copy();
    big.set(big, NDArray.arange(5_000));
    assertThat(big.toDoubleArray()).isEqualTo(NDArray.arange(5_000).get("::-1").toDoubleArray());
  }

  @Test
  void masksMayBeTheElementsThemselves() {
    NDArray m = NDArray.of(true, false, true, false, true);
    m.set(m, 0);
    assertThat(Searching.countNonzero(m)).isZero();
    m = NDArray.of(true, false, true, false);
    m.set(m.get("::-1"), NDArray.of(false, false));
    assertThat(m.toDoubleArray()).containsExactly(1, 0, 1, 0);
    m = NDArray.of(true, true, false, false);
    m.get("1:").set(m.get(":-1"), NDArray.of(true, false));
    assertThat(m.toDoubleArray()).containsExactly(1, 1, 0, 0);
    m = NDArray.of(true, false, true, true);
    Manipulation.copyto(m.get("1:"), NDArray.of(false), Casting.SAFE, m.get(":-1"));
    assertThat(m.toDoubleArray()).containsExactly(1, 0, 1, 0);
    m = NDArray.of(true, true, false, true);
    Indexing.putmask(m.get("1:"), m.get(":-1"), m.get("::-1").get(":3"));
    assertThat(m.toDoubleArray()).containsExactly(1, 1, 0, 1);
  }

  @Test
  void reductionsMayGoIntoTheirInput() {
    NDArray a = NDArray.arange(0, 12, 1.0).reshape(3, 4);
    Reductions.sum(a, Axes.axis(0), a.get("1"));
    assertThat(a.get("1").toDoubleArray()).containsExactly(12, 15, 18, 21);
    NDArray b = NDArray.arange(0, 12, 1.0).reshape(3, 4);
    Reductions.max(b, Axes.axis(1), b.get(":, 0"));
    assertThat(b.get(":, 0").toDoubleArray()).containsExactly(3, 7, 11);
  }

  @Test
  void viewsAreSortedInPlace() {
    NDArray a = NDArray.of(3.0, 9, 1, 8, 2, 7);
    Sorting.sortInPlace(a.get("::-1"));
    assertThat(a.toDoubleArray()).containsExactly(9, 8, 7, 3, 2, 1);
    Sorting.sortInPlace(a.get("::2"));
    assertThat(a.toDoubleArray()).containsExactly(2, 8, 7, 3, 9, 1);
    NDArray matrix = NDArray.of(3.0, 1, 2, 9, 8, 7).reshape(2, 3);
    Sorting.sortInPlace(matrix.T());
    assertThat(matrix.toDoubleArray()).containsExactly(3, 1, 2, 9, 8, 7);
    Sorting.sortInPlace(matrix.get(":, ::-1"));
    assertThat(matrix.toDoubleArray()).containsExactly(3, 2, 1, 9, 8, 7);
  }

  @Test
  void rowsAndColumnsOfOneMatrix() {
    NDArray a = NDArray.arange(0, 9, 1.0).reshape(3, 3);
    a.add(a.T(), a);
    assertThat(a.toDoubleArray()).containsExactly(0, 4, 8, 4, 8, 12, 8, 12, 16);
    NDArray b = NDArray.arange(0, 9, 1.0).reshape(3, 3);
    b.set(b.T());
    assertThat(b.toDoubleArray()).containsExactly(0, 3, 6, 1, 4, 7, 2, 5, 8);
    NDArray c = NDArray.arange(0, 9, 1.0).reshape(3, 3);
    c.set(c.get("1"));
    assertThat(c.toDoubleArray()).containsExactly(3, 4, 5, 3, 4, 5, 3, 4, 5);
  }
}
