package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Blocks;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.ElementCursor;
import io.lanewise.ndarray.FlatElements;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexCursor;
import io.lanewise.ndarray.Iterating;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IteratingTest {
  private static final NDArray A = NDArray.arange(6).reshape(2, 3);

  /// The elements one by one, by their indices.
  private static List<Double> elements(NDArray a) {
    List<Double> all = new ArrayList<>();
    IndexCursor cursor = Iterating.ndindex(a.shape());
    while (cursor.next()) {
      all.add(a.getDouble(cursor.index()));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void elementsComeInCOrderFromEveryLayout(DType dtype) {
    NDArray[] sources = {
      Layouts.random(new Random(5), DType.FLOAT64, 3, 4, 5),
      Layouts.random(new Random(6), DType.FLOAT32, 700, 3),
      Layouts.random(new Random(7), DType.INT16, 2, 1, 1500),
      NDArray.scalar(3)
    };
    for (NDArray source : sources) {
      NDArray real = source.astype(dtype.isComplex() ? dtype.part() : dtype);
      Layouts.of(real)
          .forEach(
              (name, layout) -> {
                List<Double> expected = elements(real);
                List<Double> walked = new ArrayList<>();
                Iterating.forEachDouble(layout, walked::add);
                assertThat(walked).as(name).isEqualTo(expected);
                List<Long> longs = new ArrayList<>();
                Iterating.forEachLong(layout, longs::add);
                assertThat(longs).as(name).isEqualTo(Arrays.stream(longs(real)).boxed().toList());
                List<Double> iterated = new ArrayList<>();
                Iterating.doubleIterator(layout).forEachRemaining((double x) -> iterated.add(x));
                assertThat(iterated).as(name).isEqualTo(expected);
                List<Double> parts = new ArrayList<>();
                Iterating.forEachComplex(
                    dtype.isComplex() ? layout.astype(dtype, Order.K) : layout,
                    (re, im) -> parts.add(im == 0 ? re : Double.valueOf(-99)));
                assertThat(parts).as(name).isEqualTo(expected);
              });
    }
  }

  private static long[] longs(NDArray a) {
    return (long[]) a.astype(DType.INT64, Order.C).storage().array();
  }

  @Test
  void complexElementsComeInTwoParts() {
    NDArray z = NDArray.ofComplex(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0).reshape(2, 2).T();
    List<Double> parts = new ArrayList<>();
    Iterating.forEachComplex(z, (re, im) -> parts.addAll(List.of(re, im)));
    assertThat(parts).containsExactly(1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0);
    assertThatExceptionOfType(CastingException.class)
        .isThrownBy(() -> Iterating.forEachDouble(z, x -> {}))
        .withMessageContaining("real()");
    assertThatExceptionOfType(CastingException.class).isThrownBy(() -> Iterating.longIterator(z));
  }

  @Test
  void ordersOfReadingAreThoseOfNumPy() {
    NDArray f = A.copy(Order.F);
    assertThat(walk(f, Order.C)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(walk(f, Order.F)).containsExactly(0.0, 3.0, 1.0, 4.0, 2.0, 5.0);
    assertThat(walk(f, Order.K)).containsExactly(0.0, 3.0, 1.0, 4.0, 2.0, 5.0);
    assertThat(walk(f, Order.A)).containsExactly(0.0, 3.0, 1.0, 4.0, 2.0, 5.0);
    assertThat(walk(A.get("::-1, ::-1"), Order.K)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(walk(A.get("::-1, ::-1"), Order.A)).containsExactly(5.0, 4.0, 3.0, 2.0, 1.0, 0.0);
    List<Long> longs = new ArrayList<>();
    Iterating.forEachLong(A, Order.F, longs::add);
    assertThat(longs).containsExactly(0L, 3L, 1L, 4L, 2L, 5L);
  }

  private static List<Double> walk(NDArray a, Order order) {
    List<Double> all = new ArrayList<>();
    Iterating.forEachDouble(a, order, all::add);
    return all;
  }

  @Test
  void emptyArraysHaveNoElements() {
    assertThat(walk(NDArray.zeros(3, 0, 2), Order.C)).isEmpty();
    assertThat(walk(NDArray.zeros(3, 0, 2).T(), Order.K)).isEmpty();
    assertThat(Iterating.doubleIterator(NDArray.zeros(0)).hasNext()).isFalse();
  }

  @Test
  void iteratorEndsWithNoSuchElement() {
    PrimitiveIterator.OfLong all = Iterating.longIterator(A);
    all.forEachRemaining((long x) -> {});
    assertThat(all.hasNext()).isFalse();
    assertThatThrownBy(all::nextLong).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void closedArenaIsAClearError() {
    NDArray a;
    try (Arena arena = Arena.ofShared()) {
      a = NDArray.of(arena.allocate(80, 8), DType.FLOAT64);
      assertThat(elements(a)).hasSize(10);
    }
    assertThatThrownBy(() -> Iterating.forEachDouble(a, x -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    ElementCursor cursor = Iterating.ndenumerate(a);
    cursor.next();
    assertThatThrownBy(cursor::getDouble)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> Iterating.flat(a).getDouble(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void indicesAreThoseOfNdindex() {
    IndexCursor cursor = Iterating.ndindex(2, 1, 2);
    List<String> seen = new ArrayList<>();
    while (cursor.next()) {
      seen.add(Arrays.toString(cursor.index()) + cursor.flat());
    }
    assertThat(seen).containsExactly("[0, 0, 0]0", "[0, 0, 1]1", "[1, 0, 0]2", "[1, 0, 1]3");
    assertThat(cursor.next()).isFalse();
    assertThat(Iterating.ndindex(3, 0).next()).isFalse();
    IndexCursor one = Iterating.ndindex();
    assertThat(one.next()).isTrue();
    assertThat(one.next()).isFalse();
    assertThatThrownBy(() -> Iterating.ndindex(-1)).isInstanceOf(ShapeException.class);
  }

  @Test
  void cursorReadsAndWritesElementsOfViews() {
    NDArray a = A.astype(DType.FLOAT32).T().get("::-1");
    ElementCursor cursor = Iterating.ndenumerate(a);
    while (cursor.next()) {
      assertThat(cursor.getDouble()).isEqualTo(a.getDouble(cursor.index()));
      assertThat(cursor.getLong()).isEqualTo(a.getLong(cursor.index()));
      assertThat(cursor.getComplex()).isEqualTo(new Complex(cursor.getDouble(), 0));
      cursor.setDouble(cursor.flat());
    }
    assertThat(elements(a)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    ElementCursor readOnly = Iterating.ndenumerate(a.readOnly());
    readOnly.next();
    assertThatThrownBy(() -> readOnly.setLong(1)).isInstanceOf(ReadOnlyArrayException.class);
    assertThatThrownBy(() -> Iterating.ndenumerate(a).getDouble())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("next()");
  }

  @Test
  void subarraysAlongAnAxisAreViews() {
    NDArray a = A.copy();
    int rows = 0;
    for (Iterator<NDArray> i = Iterating.iterator(a); i.hasNext(); rows++) {
      i.next().fill(rows);
    }
    assertThat(elements(a)).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0, 1.0);
    List<String> columns = new ArrayList<>();
    for (NDArray column : Iterating.along(A, -1)) {
      columns.add(column.toString());
    }
    assertThat(columns).containsExactly("[0 3]", "[1 4]", "[2 5]");
    assertThat(Iterating.along(NDArray.of(1.0, 2), 0).iterator().next().ndim()).isZero();
    assertThatThrownBy(() -> Iterating.iterator(NDArray.scalar(1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("iteration over a 0-d array");
    Iterator<NDArray> none = Iterating.iterator(NDArray.zeros(0, 3));
    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void flatNumbersElementsInCOrder() {
    NDArray a = A.copy(Order.F);
    FlatElements flat = Iterating.flat(a);
    assertThat(flat.size()).isEqualTo(6);
    assertThat(flat.getLong(4)).isEqualTo(4);
    assertThat(flat.getDouble(-1)).isEqualTo(5);
    assertThat(flat.getBoolean(0)).isFalse();
    flat.setDouble(9, 1);
    flat.setLong(8, -1);
    assertThat(a).hasToString("[[0 9 2]\n [3 4 8]]");
    assertThat(flat.get(Index.slice(1, 4))).hasToString("[9 2 3]");
    flat.set(Index.ints(0, 2, 4), NDArray.of(7, 8));
    assertThat(a).hasToString("[[7 9 8]\n [3 7 8]]");
    flat.set(Index.slice(1, Index.END), NDArray.of(1, 2));
    assertThat(a).hasToString("[[7 1 2]\n [1 2 1]]");
    flat.set(Index.all(), NDArray.zeros(0));
    assertThat(a).hasToString("[[7 1 2]\n [1 2 1]]");
    assertThatThrownBy(() -> flat.getDouble(10))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 10 is out of bounds for size 6");
    assertThatThrownBy(() -> Iterating.flat(a.readOnly()).setLong(1, 0))
        .isInstanceOf(ReadOnlyArrayException.class);
  }

  @Test
  void blocksTileTheArray() {
    NDArray a = NDArray.zeros(7, 5, 3);
    Blocks blocks = Iterating.blocks(a, 3, 2, 9);
    assertThat(blocks.grid()).containsExactly(3, 3, 1);
    assertThat(blocks.size()).isEqualTo(9);
    List<String> shapes = new ArrayList<>();
    for (Blocks.Block block : blocks) {
      block.interior().set(block.interior().add(1));
      assertThat(block.extended()).isSameAs(block.interior());
      shapes.add(Arrays.toString(block.index()) + Arrays.toString(block.interior().shape()));
      assertThat(a.get(block.where()).shape()).isEqualTo(block.interior().shape());
    }
    assertThat(shapes).startsWith("[0, 0, 0][3, 2, 3]", "[0, 1, 0][3, 2, 3]", "[0, 2, 0][3, 1, 3]");
    assertThat(shapes).endsWith("[2, 2, 0][1, 1, 3]");
    assertThat(a.equal(1).all().getBoolean()).as("each element is in one block").isTrue();
  }

  @Test
  void overlapReachesToTheBorders() {
    NDArray a = NDArray.arange(35).reshape(5, 7);
    for (Blocks.Block block : Iterating.blocks(a, new long[] {2, 3}, 1, 2)) {
      long[] lead = block.lead();
      NDArray inside =
          block
              .extended()
              .get(
                  Index.slice(lead[0], lead[0] + block.interior().shape(0)),
                  Index.slice(lead[1], lead[1] + block.interior().shape(1)));
      assertThat(inside.layout().sameElements(block.interior().layout())).isTrue();
      assertThat(block.start()[0] - lead[0]).isEqualTo(Math.max(0, block.start()[0] - 1));
      assertThat(block.start()[1] - lead[1]).isEqualTo(Math.max(0, block.start()[1] - 2));
      long end = Math.min(7, block.start()[1] + block.interior().shape(1) + 2);
      assertThat(block.extended().shape(1)).isEqualTo(end - block.start()[1] + lead[1]);
    }
    Blocks.Block middle = Iterating.blocks(a, new long[] {2, 3}, 1, 1).get(1, -2);
    assertThat(middle.index()).containsExactly(1, 1);
    assertThat(middle.extended().get(0L)).hasToString("[ 9 10 11 12 13]");
  }

  @Test
  void blocksOfOddArraysAndBadLengths() {
    assertThat(Iterating.blocks(NDArray.zeros(0, 3), 2, 2)).isEmpty();
    assertThat(Iterating.blocks(NDArray.scalar(1))).hasSize(1);
    assertThat(Iterating.blocks(A, Long.MAX_VALUE, Long.MAX_VALUE)).hasSize(1);
    assertThat(Iterating.blocks(A, new long[] {1, 1}, Long.MAX_VALUE, Long.MAX_VALUE)).hasSize(6);
    assertThatThrownBy(() -> Iterating.blocks(A, 2)).isInstanceOf(ShapeException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> Iterating.blocks(A, 0, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Iterating.blocks(A, new long[] {1, 1}, -1, 0));
    assertThatThrownBy(() -> Iterating.blocks(A, 1, 1).get(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    Iterator<Blocks.Block> end = Iterating.blocks(NDArray.zeros(0), 1).iterator();
    assertThatThrownBy(end::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void flatCostsTheElementsItGives() {
    NDArray wide = NDArray.of(10.0, 20).reshape(2, 1).broadcastTo(2, 1L << 33);
    FlatElements flat = Iterating.flat(wide);
    assertThat(flat.get(Index.slice((1L << 33) - 1, (1L << 33) + 2))).hasToString("[10. 20. 20.]");
    assertThat(flat.get(Index.slice(5, 2).step(-1))).hasToString("[10. 10. 10.]");
    assertThat(flat.get(Index.ints(0, -1))).hasToString("[10. 20.]");
    assertThat(flat.get(Index.at(-1))).hasToString("20.0");
    assertThatThrownBy(() -> flat.get(Index.ints(1L << 34)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 17179869184 is out of bounds for size 17179869184");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void flatTakesTheSameInEveryLayout(DType dtype) {
    NDArray a = Layouts.random(new Random(9), dtype, 4, 6);
    NDArray expected = a.copy().reshape(-1);
    Index[] indices = {
      Index.slice(3, 20).step(4),
      Index.slice(-1, 2).step(-5),
      Index.slice(7, 7),
      Index.all(),
      Index.ints(NDArray.of(3L, -1, 0, 3).reshape(2, 2)),
      Index.ints(NDArray.zeros(DType.INT64, 0, 2)),
      Index.mask(NDArray.arange(24).greater(20)),
      Index.at(-2),
      Index.ellipsis(),
      Index.newAxis()
    };
    Layouts.of(a)
        .forEach(
            (name, b) -> {
              for (Index index : indices) {
                NDArray taken = Iterating.flat(b).get(index);
                assertThat(Fixtures.difference(taken, expected.get(new Index[] {index})))
                    .as("%s of %s", index, name)
                    .isNull();
                assertThat(taken.base()).isNull();
                if (b.isWriteable()) {
                  Iterating.flat(b).set(index, taken);
                  assertThat(Fixtures.difference(b, a)).as(name).isNull();
                }
              }
            });
  }
}
