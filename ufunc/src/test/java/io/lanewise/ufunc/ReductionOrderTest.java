package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Results of reductions lie in memory as what is left of their input.
class ReductionOrderTest {
  /// Strides in elements, from `numpy.sum` of `arange(60).reshape(5, 3, 4)` after the
  /// transposition.
  @ParameterizedTest
  @CsvSource({
    "2 1 0, 2, 1 4",
    "2 1 0, 1, 1 4",
    "2 1 0, 0, 1 3",
    "0 1 2, 0, 4 1",
    "1 0 2, 2, 1 3",
    "1 2 0, 0, 1 4",
    "1 2 0, 1, 1 3",
    "1 2 0, 2, 4 1"
  })
  void keepTheOrderOfTheRemainingAxes(String order, int axis, String strides) {
    NDArray a = NDArray.arange(60).reshape(5, 3, 4).transpose(ints(order));
    String[] names = {"sum", "max", "mean", "var", "std", "any"};
    NDArray[] results = {
      a.sum(axis), a.max(axis), a.mean(axis), a.var(axis), a.std(axis), a.any(axis)
    };
    for (int i = 0; i < names.length; i++) {
      assertThat(results[i].strides()).as(names[i]).isEqualTo(longs(strides));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void areTheSameInEveryOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(2 * 3 * 40 * 5).toArray();
    NDArray a = NDArray.of(values).reshape(2, 3, 40, 5);
    int[] order = {0, 1, 2, 3};
    for (int i = 3; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    NDArray turned = a.transpose(order);
    NDArray copy = turned.copy();
    for (int axis = 0; axis < 4; axis++) {
      for (Axes axes : new Axes[] {Axes.axis(axis), Axes.axis(axis).keepdims()}) {
        same(Reductions.sum(turned, axes, null), Reductions.sum(copy, axes, null));
        same(Reductions.var(turned, 1, axes, null), Reductions.var(copy, 1, axes, null));
        same(Reductions.min(turned, axes, null), Reductions.min(copy, axes, null));
      }
    }
    Axes two = Axes.axis(0, 2);
    same(Reductions.max(turned, two, null), Reductions.max(copy, two, null));
  }

  @Test
  void stretchedAxesDoNotMoveResults() {
    NDArray turned =
        NDArray.of(new double[] {1, 4, 2, 8, 5, 7}).reshape(3, 1, 2).transpose(2, 1, 0);
    NDArray a = turned.broadcastTo(2, 5, 3);
    for (int axis = 0; axis < 3; axis++) {
      same(a.var(axis), a.copy().var(axis));
      same(a.sum(axis), a.copy().sum(axis));
      same(a.all(axis).astype(DType.INT8), a.copy().all(axis).astype(DType.INT8));
    }
  }

  private static void same(NDArray actual, NDArray expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.toDoubleArray()).isEqualTo(expected.toDoubleArray());
  }

  private static int[] ints(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static long[] longs(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
