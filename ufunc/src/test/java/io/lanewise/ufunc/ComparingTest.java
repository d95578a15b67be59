package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparingTest {
  /// NumPy's answers are replayed for short arrays; long ones go through a fused kernel.
  @ParameterizedTest
  @EnumSource
  void longArraysAreComparedAsTheirRowsAre(DType dtype) {
    Random random = new Random(8);
    NDArray a = Layouts.random(random, DType.FLOAT64, 6, 900).astype(dtype);
    for (DType other : new DType[] {dtype, DType.FLOAT32, DType.FLOAT64}) {
      if (dtype.isComplex() && !other.isComplex()) {
        continue;
      }
      NDArray b = a.astype(other);
      b.set("::2", b.get("1::2"));
      b.set(":, ::3", a.get(":, ::3").astype(other).multiply(1.0000001));
      for (boolean equalNan : new boolean[] {true, false}) {
        NDArray whole = Comparing.isclose(a, b, 1e-6, 1e-9, equalNan);
        NDArray turned = Comparing.isclose(a.T(), b.T(), 1e-6, 1e-9, equalNan);
        for (long row = 0; row < a.shape(0); row++) {
          NDArray one = Comparing.isclose(a.get(row), b.get(row), 1e-6, 1e-9, equalNan);
          assertThat(Fixtures.difference(whole.get(row), one)).isNull();
          assertThat(Fixtures.difference(turned.T().get(row), one)).isNull();
        }
        assertThat(whole.any().getBoolean()).isTrue();
        if (dtype != DType.BOOL) {
          assertThat(whole.all().getBoolean()).isFalse();
        }
      }
    }
  }

  @Test
  void longArraysBroadcastAndNameTheirShapes() {
    NDArray a = NDArray.linspace(0, 1, 4000).reshape(2, 2000);
    assertThat(Comparing.isclose(a, a.get(0L)).shape()).containsExactly(2, 2000);
    assertThat(Comparing.allclose(a, NDArray.scalar(0.5), 0, 0.5, false)).isTrue();
    assertThatThrownBy(() -> Comparing.isclose(a, NDArray.zeros(3)))
        .isInstanceOf(BroadcastException.class)
        .hasMessage("operands could not be broadcast together with shapes (2,2000) (3,) ");
  }
}
