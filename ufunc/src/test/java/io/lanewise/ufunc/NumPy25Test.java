package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Endpoint;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What NumPy 2.5 and its development version changed after 2.4, from whose answers the fixtures
/// are. The numbers are those of NumPy's pull requests.
class NumPy25Test {
  private static final double NAN = Double.NaN;

  @Test
  void whereRefusesAnIntegerThatDoesNotFit() {
    // 30803
    NDArray condition = NDArray.of(true, false);
    NDArray bytes = NDArray.of(1L, 2).astype(DType.UINT8);
    assertThat(Ufuncs.where(condition, bytes, 255L).dtype()).isEqualTo(DType.UINT8);
    assertThat(Ufuncs.where(condition, bytes, 255L).toLongArray()).containsExactly(1, 255);
    assertThat(Ufuncs.where(condition, 7L, bytes).toLongArray()).containsExactly(7, 2);
    assertThatThrownBy(() -> Ufuncs.where(condition, bytes, 300L))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value 300 out of bounds for uint8");
    assertThatThrownBy(() -> Ufuncs.where(condition, -1L, bytes))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value -1 out of bounds for uint8");
  }

  @Test
  void whereTakesNumbersThatAreWeak() {
    NDArray condition = NDArray.of(true, false);
    NDArray singles = NDArray.of(1f, 2f);
    assertThat(Ufuncs.where(condition, singles, 0.5).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(Ufuncs.where(condition, 0.5, singles).toDoubleArray()).containsExactly(0.5, 2);
    assertThat(Ufuncs.where(condition, NDArray.of(1, 2), 0.5).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(Ufuncs.where(condition, NDArray.of(true, true), 3L).dtype()).isEqualTo(DType.INT64);
  }

  @Test
  void sortsDescendWithNanLast() {
    // 31345
    NDArray a = NDArray.of(2, NAN, 3, 1);
    assertThat(Sorting.sort(a, -1, SortKind.STABLE, true).toDoubleArray())
        .containsExactly(3, 2, 1, NAN);
    assertThat(Sorting.argsort(a, -1, SortKind.STABLE, true).toLongArray())
        .containsExactly(2, 0, 3, 1);
  }

  @Test
  void bincountRefusesFloats() {
    assertThatThrownBy(() -> Histograms.bincount(NDArray.of(1.0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void insertChecksEveryPosition() {
    // 31782
    NDArray a = NDArray.arange(3);
    for (long[] positions : new long[][] {{1, 4}, {4, 1}, {-4, 0}, {0, -4}}) {
      assertThatThrownBy(() -> Manipulation.insert(a, NDArray.of(positions), NDArray.of(8L, 9), 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    NDArray inserted = Manipulation.insert(a, NDArray.of(3L, -3), NDArray.of(8L, 9), 0);
    assertThat(inserted.toLongArray()).containsExactly(9, 0, 1, 2, 8);
  }

  @Test
  void linspaceBetweenEqualInfinitiesIsInfinite() {
    // 31620
    double inf = Double.POSITIVE_INFINITY;
    assertThat(NDArray.linspace(inf, inf, 3).toDoubleArray()).containsExactly(inf, inf, inf);
    NDArray ends = NDArray.of(-inf, 0);
    assertThat(
            ArrayCreation.linspace(ends, NDArray.of(-inf, 1), 2, Endpoint.INCLUDE, -1)
                .get(Index.at(0))
                .toDoubleArray())
        .containsExactly(-inf, -inf);
  }

  @Test
  void partitionsDescendToo() {
    NDArray a = NDArray.of(2, NAN, 3, 1);
    NDArray parted = Sorting.partition(a, new long[] {0}, -1, true);
    assertThat(parted.getDouble(0)).isEqualTo(3);
    assertThat(List.of(Sorting.topK(a, 2).values().getDouble(0))).containsExactly(3.0);
  }
}
