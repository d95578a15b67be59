package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Views;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Triangles below and above any diagonal, those far outside of the matrix included.
class TrianglesTest {
  @ParameterizedTest
  @ValueSource(
      longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -5, -3, -1, 0, 2, 3, 4, 5, Long.MAX_VALUE})
  void triangleAndIndicesNameTheSameElements(long k) {
    long[][] shapes = {{3, 4}, {4, 3}, {1, 5}, {5, 1}, {0, 3}, {3, 0}};
    for (long[] shape : shapes) {
      NDArray expected = NDArray.zeros(DType.BOOL, shape);
      for (long i = 0; i < shape[0]; i++) {
        for (long j = 0; j < shape[1]; j++) {
          // j - i <= k without a sum that may overflow
          expected.setLong(j - i <= k ? 1 : 0, i, j);
        }
      }
      NDArray ones = NDArray.full(DType.BOOL, 1, shape);
      NDArray tri = ArrayCreation.tri(shape[0], shape[1], k, DType.BOOL);
      assertThat(Fixtures.bits(tri)).isEqualTo(Fixtures.bits(expected));
      assertThat(Fixtures.bits(ArrayCreation.tril(ones, k))).isEqualTo(Fixtures.bits(expected));
      NDArray[] lower = ArrayCreation.trilIndices(shape[0], shape[1], k).toArray(NDArray[]::new);
      assertThat(lower[0].size()).isEqualTo(Searching.countNonzero(expected));
      assertThat(Searching.countNonzero(ArrayCreation.triu(ones, k)))
          .isEqualTo(countAtLeast(k, shape));
      assertThat(ArrayCreation.triuIndices(shape[0], shape[1], k).getFirst().size())
          .isEqualTo(Searching.countNonzero(ArrayCreation.triu(ones, k)));
      assertThat(Views.diagonal(ones, k, 0, 1).size())
          .isEqualTo(Searching.countNonzero(ArrayCreation.eye(shape[0], shape[1], k, DType.BOOL)));
    }
  }

  private static long countAtLeast(long k, long... shape) {
    long count = 0;
    for (long i = 0; i < shape[0]; i++) {
      for (long j = 0; j < shape[1]; j++) {
        count += j - i >= k ? 1 : 0;
      }
    }
    return count;
  }
}
