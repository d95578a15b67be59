package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Flags;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Views;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fluent method is the function of its name.
class ArrayMethodsTest {
  private static final NDArray PLACES = NDArray.of(2L, 0, 1);
  private static final NDArray FLAGS = NDArray.of(true, false, true);

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair("reshape", a -> a.reshape(Order.F, 4, 6), a -> Views.reshape(a, Order.F, 4, 6)),
        pair("ravel", NDArray::ravel, Views::ravel),
        pair("ravel F", a -> a.ravel(Order.F), a -> Views.ravel(a, Order.F)),
        pair("flatten", NDArray::flatten, Views::flatten),
        pair("flatten F", a -> a.flatten(Order.F), a -> Views.flatten(a, Order.F)),
        pair("swapaxes", a -> a.swapaxes(0, 2), a -> Views.swapaxes(a, 0, 2)),
        pair("moveaxis", a -> a.moveaxis(0, -1), a -> Views.moveaxis(a, 0, -1)),
        pair("squeeze", a -> a.get("0:1").squeeze(0), a -> Views.squeeze(a.get("0:1"), 0)),
        pair("expandDims", a -> a.expandDims(0, 2), a -> Views.expandDims(a, 0, 2)),
        pair("flip", a -> a.flip(1), a -> Views.flip(a, 1)),
        pair("diagonal", NDArray::diagonal, Views::diagonal),
        pair("diagonal 1", a -> a.diagonal(1, 2, 0), a -> Views.diagonal(a, 1, 2, 0)),
        pair("mT", NDArray::mT, Views::matrixTranspose),
        pair("view", a -> a.view(DType.INT32), a -> Views.view(a, DType.INT32)),
        pair("repeat", a -> a.repeat(2), a -> Manipulation.repeat(a, 2)),
        pair("repeat 1", a -> a.repeat(2, 1), a -> Manipulation.repeat(a, 2, 1)),
        pair("tile", a -> a.tile(2, 1), a -> Manipulation.tile(a, 2, 1)),
        pair("roll", a -> a.roll(5), a -> Manipulation.roll(a, 5)),
        pair("roll 1", a -> a.roll(1, 1), a -> Manipulation.roll(a, 1, 1)),
        pair("byteswap", NDArray::byteswap, Manipulation::byteswap),
        pair("take", a -> a.take(PLACES), a -> Indexing.take(a, PLACES)),
        pair("take 1", a -> a.take(PLACES, 1), a -> Indexing.take(a, PLACES, 1)),
        pair("compress", a -> a.compress(FLAGS, 1), a -> Indexing.compress(FLAGS, a, 1)),
        pair(
            "choose",
            a -> PLACES.choose(a.get("0, 0, :3"), a.get("1, 1, 1:"), a.get("0, 2, :3")),
            a -> Indexing.choose(PLACES, a.get("0, 0, :3"), a.get("1, 1, 1:"), a.get("0, 2, :3"))),
        pair("nonzero", a -> a.nonzero()[2], a -> Indexing.nonzero(a)[2]),
        pair("argsort", NDArray::argsort, Sorting::argsort),
        pair("argsort 0", a -> a.argsort(0), a -> Sorting.argsort(a, 0)),
        pair("argpartition", a -> a.argpartition(1), a -> Sorting.argpartition(a, 1)),
        pair("sort", a -> changed(a, NDArray::sort), Sorting::sort),
        pair("sort 1", a -> changed(a, b -> b.sort(1)), a -> Sorting.sort(a, 1)),
        pair("partition", a -> changed(a, b -> b.partition(2)), a -> Sorting.partition(a, 2)),
        pair(
            "put",
            a -> changed(a, b -> b.put(PLACES, NDArray.of(-1L, -2, -3))),
            a -> changed(a, b -> Indexing.put(b, PLACES, NDArray.of(-1L, -2, -3)))),
        pair(
            "searchsorted",
            a -> NDArray.arange(24).searchsorted(a),
            a -> Searching.searchsorted(NDArray.arange(24), a)));
  }

  private static Arguments pair(
      String name, UnaryOperator<NDArray> fluent, UnaryOperator<NDArray> function) {
    return Arguments.of(name, fluent, function);
  }

  private static NDArray changed(NDArray a, java.util.function.Consumer<NDArray> change) {
    NDArray copy = a.copy();
    change.accept(copy);
    return copy;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void areTheFunctionsOfTheirNames(
      String name, UnaryOperator<NDArray> fluent, UnaryOperator<NDArray> function) {
    NDArray a = NDArray.arange(24).multiply(7).reshape(2, 3, 4).subtract(60);
    NDArray expected = function.apply(a);
    NDArray actual = fluent.apply(a);
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.strides()).isEqualTo(expected.strides());
    assertThat(actual.base() == null).isEqualTo(expected.base() == null);
    assertThat(actual.equal(expected).all().getBoolean()).isTrue();
  }

  @Test
  void sizesCountBytes() {
    NDArray a = NDArray.zeros(DType.COMPLEX64, 3, 5);
    assertThat(a.itemSize()).isEqualTo(8);
    assertThat(a.nbytes()).isEqualTo(120);
    assertThat(a.T().flags()).isEqualTo(new Flags(false, true, false, true));
  }

  @Test
  void sortingInPlaceRefusesReadOnlyArrays() {
    NDArray fixed = NDArray.of(3.0, 1, 2).readOnly();
    assertThatThrownBy(fixed::sort).isInstanceOf(ReadOnlyArrayException.class);
    assertThatThrownBy(() -> fixed.partition(1)).isInstanceOf(ReadOnlyArrayException.class);
    assertThat(fixed.toDoubleArray()).containsExactly(3, 1, 2);
  }
}
