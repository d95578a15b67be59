package io.lanewise.testing;

import static io.lanewise.testing.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Printing;
import io.lanewise.ndarray.ShapeException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NDArrayAssertTest {
  private static final NDArray A = NDArray.of(1.0, 2, 3, 4, 5, 6).reshape(2, 3);

  @Test
  void whatHoldsPasses() {
    assertThat(A)
        .hasShape(2, 3)
        .hasNdim(2)
        .hasSize(6)
        .hasDType(DType.FLOAT64)
        .isEqualTo(A.copy())
        .isSameAs(A)
        .isNotNull()
        .hasSameElementsAs(A.astype(DType.INT8))
        .isCloseTo(A.multiply(1 + 1e-9))
        .isCloseTo(A.add(0.5), 0, 0.5)
        .isWithinUlps(A.multiply(1 + 2.3e-16), 2)
        .isLessThan(A.add(1))
        .sharesMemoryWith(A.T());
    assertThat(NDArray.zeros(3)).hasAllElementsEqualTo(0).isCloseTo(1, 0, 1);
    assertThat(NDArray.zeros(0)).isEmpty();
  }

  @Test
  void reportIsNumPysBehindTheDescription() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(A).as("the 100% case").isCloseTo(A.add(1), 0.001, 0))
        .withMessageContaining("[the 100% case]")
        .withMessageContaining(
            """
            Not equal to tolerance rtol=0.001, atol=0

            Mismatched elements: 6 / 6 (100%)
            First 5 mismatches are at indices:
             [0, 0]: 1.0 (ACTUAL), 2.0 (DESIRED)
            """);
  }

  @Test
  void whatDoesNotHoldFails() {
    assertFails(() -> assertThat(A).hasShape(3, 2), "shape (3,2), not (2,3)");
    assertFails(() -> assertThat(A).hasNdim(1), "1 dimensions, not 2");
    assertFails(() -> assertThat(A).hasSize(1), "size 1, not 6");
    assertFails(() -> assertThat(A).hasDType(DType.INT32), "dtype int32, not float64");
    assertFails(
        () -> assertThat(A).isEqualTo(A.astype(DType.FLOAT32)),
        "(dtypes float64, float32 mismatch)");
    assertFails(() -> assertThat(A).isEqualTo("A"), "\"A\"");
    assertFails(() -> assertThat(A).isEqualTo(NDArray.zeros(2)), "(shapes (2, 3), (2,) mismatch)");
    assertFails(() -> assertThat(A).isLessThan(A), "not strictly ordered");
    assertFails(() -> assertThat(A).isWithinUlps(A.add(1), 3), "ULP");
    assertFails(() -> assertThat(A).sharesMemoryWith(A.copy()), "share");
    assertFails(() -> assertThat((NDArray) null).hasShape(1), "not to be null");
  }

  private static void assertFails(Runnable assertion, String words) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion::run)
        .withMessageContaining(words);
  }

  @ParameterizedTest
  @EnumSource
  void everyDTypeAndLayoutIsCompared(DType dtype) {
    NDArray a = NDArray.of(new double[][] {{0, 1, 0}, {1, 1, 0}}).astype(dtype);
    NDArray b = NDArray.of(new double[][] {{0, 1, 0}, {1, 0, 0}}).astype(dtype);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(a.size() * dtype.itemSize(), 64);
      NDArray native_ = NDArray.of(memory, dtype, 2, 3);
      native_.set(a);
      for (NDArray same :
          new NDArray[] {native_, a.T().copy().T(), a.get("::-1").copy().get("::-1")}) {
        ArrayAssertions.assertArrayEqual(same, a);
        ArrayAssertions.assertAllclose(a, same);
        assertFails(
            () -> ArrayAssertions.assertArrayEqual(same, b),
            "Mismatched elements: 1 / 6 (16.7%)\nMismatch at index:\n [1, 1]: ");
      }
    }
  }

  @Test
  void complexNumbersAreComparedByParts() {
    ArrayAssertions.assertEqual(new Complex(1, Double.NaN), new Complex(1, Double.NaN));
    assertFails(
        () -> ArrayAssertions.assertEqual(new Complex(1, 2), new Complex(0, 2)),
        "Items are not equal:\n ACTUAL: (1+2j)\n DESIRED: 2j");
  }

  @Test
  void reportFollowsThePrintOptions() {
    try (var scope = Printing.with(Printing.getPrintoptions().withNanstr("NaN"))) {
      assertThat(scope).isNotNull();
      assertFails(
          () -> ArrayAssertions.assertArrayEqual(NDArray.of(Double.NaN), NDArray.of(1.0)),
          " ACTUAL: array([NaN])");
    }
  }

  @Test
  void ulpsOfOtherShapesOrDTypesAreErrors() {
    assertThatThrownBy(() -> ArrayAssertions.assertArrayMaxUlp(A, A.T(), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessage("Arrays do not have the same shape: (2, 3) - (3, 2)");
    assertThatThrownBy(
            () ->
                ArrayAssertions.assertArrayMaxUlp(
                    A.astype(DType.COMPLEX64), A.astype(DType.COMPLEX64), 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ArrayAssertions.assertArrayMaxUlp(A.greater(0), A.greater(0), 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(ArrayAssertions.assertArrayMaxUlp(A, A, 0, DType.FLOAT32)).hasDType(DType.FLOAT32);
  }
}
