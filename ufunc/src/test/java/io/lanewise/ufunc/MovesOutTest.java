package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.ReadOnlyArrayException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Operations that move elements, with an `out`.
class MovesOutTest {
  /// An operation on an array of shape (4, 6), `out` null for a new result.
  @FunctionalInterface
  interface Move {
    NDArray apply(NDArray a, NDArray out);
  }

  static final NDArray PLACES = NDArray.of(5L, -1, 0, 2, 2, 1);

  enum Named {
    TAKE(
        (a, out) ->
            out == null
                ? Indexing.take(a, PLACES, 1)
                : Indexing.take(a, PLACES, 1, IndexMode.RAISE, out)),
    REPEAT(
        (a, out) -> out == null ? Manipulation.repeat(a, 3, 0) : Manipulation.repeat(a, 3, 0, out)),
    TILE(
        (a, out) ->
            out == null
                ? Manipulation.tile(a, 2, 1)
                : Manipulation.tile(a, new long[] {2, 1}, out)),
    ROLL(
        (a, out) -> {
          long[] shifts = {1, -2};
          int[] axes = {0, 1};
          return out == null
              ? Manipulation.roll(a, shifts, axes)
              : Manipulation.roll(a, shifts, axes, out);
        }),
    PAD(
        (a, out) -> {
          long[][] widths = {{1, 2}, {3, 0}};
          return out == null
              ? Manipulation.pad(a, widths, PadMode.reflect())
              : Manipulation.pad(a, widths, PadMode.reflect(), out);
        });

    private final Move move;

    Named(Move move) {
      this.move = move;
    }
  }

  static Stream<Arguments> everyDType() {
    return Stream.of(Named.values())
        .flatMap(named -> Stream.of(DType.values()).map(dtype -> Arguments.of(named, dtype)));
  }

  private static NDArray source(DType dtype) {
    return NDArray.arange(24).reshape(4, 6).astype(dtype);
  }

  @ParameterizedTest
  @MethodSource("everyDType")
  void writesWhatItWouldReturn(Named named, DType dtype) {
    NDArray a = source(dtype);
    NDArray expected = named.move.apply(a, null);
    NDArray sparse = NDArray.empty(dtype, expected.shape(0), 2 * expected.shape(1));
    for (NDArray out :
        new NDArray[] {
          NDArray.empty(dtype, expected.shape()),
          NDArray.empty(dtype, Order.F, expected.shape()),
          sparse.get("..., ::2"),
          sparse.get("::-1, 1::2")
        }) {
      assertThat(named.move.apply(a, out)).isSameAs(out);
      assertThat(out.equal(expected).all().getBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Named.class)
  void readsAnOverlappingInputBeforeItIsOverwritten(Named named) {
    NDArray expected = named.move.apply(source(DType.INT32), null);
    NDArray memory = NDArray.zeros(DType.INT32, expected.size() + 24);
    NDArray a = memory.get("5:29").reshape(4, 6);
    a.set(source(DType.INT32));
    NDArray out = memory.get("3:" + (3 + expected.size())).reshape(expected.shape());
    named.move.apply(a, out);
    assertThat(out.equal(expected).all().getBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Named.class)
  void convertsWithinTheKind(Named named) {
    NDArray expected = named.move.apply(source(DType.FLOAT32), null);
    NDArray out = NDArray.empty(DType.FLOAT64, expected.shape());
    named.move.apply(source(DType.FLOAT32), out);
    assertThat(out.equal(expected).all().getBoolean()).isTrue();
    NDArray integers = NDArray.empty(DType.INT64, expected.shape());
    assertThatThrownBy(() -> named.move.apply(source(DType.FLOAT32), integers))
        .isInstanceOf(CastingException.class);
  }

  @ParameterizedTest
  @EnumSource(Named.class)
  void refusesAnOutputThatDoesNotFit(Named named) {
    NDArray a = source(DType.INT64);
    NDArray expected = named.move.apply(a, null);
    NDArray wide = NDArray.empty(DType.INT64, expected.shape(0), expected.shape(1) + 1);
    assertThatThrownBy(() -> named.move.apply(a, wide))
        .isInstanceOf(BroadcastException.class)
        .hasMessageContaining(named.name().toLowerCase(java.util.Locale.ROOT));
    NDArray fixed = NDArray.empty(DType.INT64, expected.shape()).readOnly();
    assertThatThrownBy(() -> named.move.apply(a, fixed)).isInstanceOf(ReadOnlyArrayException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"INT64", "COMPLEX128", "BOOL"})
  void takeWritesNothingWhereAPositionIsOutOfRange(DType dtype) {
    NDArray out = NDArray.ones(dtype, 3000L);
    NDArray places = NDArray.zeros(DType.INT64, 3000);
    places.setLong(6, 2999);
    assertThatThrownBy(() -> Indexing.take(source(dtype).get(0), places, 0, IndexMode.RAISE, out))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 6 is out of bounds for axis 0 with size 6");
    assertThat(out.equal(NDArray.ones(dtype, 3000L)).all().getBoolean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"INT64"})
  void takeReadsPositionsThatTheOutputOverwrites(DType dtype) {
    NDArray places = NDArray.of(3L, 2, 1, 0);
    NDArray a = NDArray.of(10L, 11, 12, 13);
    Indexing.take(a, places, 0, IndexMode.RAISE, places);
    assertThat(places.toDoubleArray()).containsExactly(13, 12, 11, 10);
  }
}
