package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ufunc.fft.Fft;
import io.lanewise.ufunc.fft.FftNorm;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
  private static NDArray complex(int seed, long... shape) {
    NDArray a = NDArray.empty(DType.COMPLEX128, shape);
    double[] parts = new Random(seed).doubles(2 * a.size(), -1, 1).toArray();
    return NDArray.ofComplex(parts).reshape(shape);
  }

  private static double[] parts(NDArray a) {
    return (a.dtype().isComplex() ? a.copy().viewAsReal() : a).toDoubleArray();
  }

  private static double energy(NDArray a) {
    double sum = 0;
    for (double part : parts(a)) {
      sum += part * part;
    }
    return sum;
  }

  private static void assertNear(NDArray actual, NDArray expected) {
    assertThat(parts(actual)).containsExactly(parts(expected), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 64, 101, 1_000, 4_096, 10_007, 65_536})
  void transformsHaveTheirProperties(int n) {
    NDArray a = complex(1, n);
    NDArray b = complex(2, n);
    NDArray fa = Fft.fft(a, n, 0, FftNorm.ORTHO);
    assertThat(energy(fa)).as("Parseval").isCloseTo(energy(a), within(1e-12 * energy(a)));
    assertNear(Fft.ifft(fa, n, 0, FftNorm.ORTHO), a);
    NDArray sum = Fft.fft(a.multiply(3.0).add(b), n, 0, FftNorm.ORTHO);
    assertNear(sum, fa.multiply(3.0).add(Fft.fft(b, n, 0, FftNorm.ORTHO)));
    NDArray shifted = Fft.fft(Manipulation.roll(a, 1), n, 0, FftNorm.ORTHO);
    NDArray turn = NDArray.arange(n).astype(DType.FLOAT64).multiply(-2 * Math.PI / n);
    NDArray rotation = NDArray.empty(DType.COMPLEX128, n);
    rotation.real().set(Ufuncs.cos(turn));
    rotation.imag().set(Ufuncs.sin(turn));
    assertNear(shifted, fa.multiply(rotation));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 32, 99, 1_024, 4_098})
  void realTransformsAreHalvesOfComplexOnes(int n) {
    NDArray a = complex(3, n).real().copy();
    NDArray half = Fft.rfft(a);
    NDArray all = Fft.fft(a.astype(DType.COMPLEX128));
    assertNear(half, all.get(":" + (n / 2 + 1)));
    assertNear(Fft.fft(a), all);
    assertNear(Fft.irfft(half, n), a);
    NDArray mirrored = Manipulation.roll(Fft.fft(a).get("::-1"), 1);
    assertThat(parts(mirrored.real())).isEqualTo(parts(Fft.fft(a).real()));
    assertThat(half.imag().getDouble(0)).isZero();
  }

  @Test
  void everyLayoutGivesTheSameBits() {
    for (DType dtype :
        new DType[] {DType.COMPLEX128, DType.COMPLEX64, DType.FLOAT64, DType.INT32}) {
      NDArray base = complex(4, 9, 40);
      NDArray a =
          dtype.isComplex() ? base.astype(dtype) : base.real().multiply(100.0).astype(dtype);
      for (int axis = 0; axis < 2; axis++) {
        double[] expected = parts(Fft.fft(a, Fft.WHOLE, axis));
        double[] inverse = parts(Fft.irfft(a, Fft.WHOLE, axis));
        for (Map.Entry<String, NDArray> layout : Layouts.of(a).entrySet()) {
          NDArray x = layout.getValue();
          assertThat(parts(Fft.fft(x, Fft.WHOLE, axis))).as(layout.getKey()).isEqualTo(expected);
          assertThat(parts(Fft.irfft(x, Fft.WHOLE, axis))).as(layout.getKey()).isEqualTo(inverse);
        }
      }
    }
  }

  @Test
  void threadsDoNotChangeBits() {
    NDArray a = complex(5, 1_000, 128);
    int before = Lanewise.parallelism();
    try {
      Lanewise.parallelism(1);
      double[] expected = parts(Fft.fft2(a));
      Lanewise.parallelism(4);
      assertThat(parts(Fft.fft2(a))).isEqualTo(expected);
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @Test
  void outMayBeTheInputOrOverlapIt() {
    NDArray a = complex(6, 6, 50);
    double[] expected = parts(Fft.fft(a));
    NDArray itself = a.copy();
    assertThat(Fft.fft(itself, Fft.WHOLE, -1, FftNorm.BACKWARD, itself)).isSameAs(itself);
    assertThat(parts(itself)).isEqualTo(expected);
    NDArray wide = NDArray.zeros(DType.COMPLEX128, 7, 50);
    NDArray in = wide.get("1:");
    in.set(a);
    NDArray out = wide.get(":6");
    Fft.fft(in, Fft.WHOLE, -1, FftNorm.BACKWARD, out);
    assertThat(parts(out)).isEqualTo(expected);
    NDArray turned = a.copy().reshape(50, 6).T();
    turned.set(a);
    Fft.fft2(turned, null, new int[] {0, 1}, FftNorm.BACKWARD, turned);
    assertThat(parts(turned)).isEqualTo(parts(Fft.fft2(a)));
    NDArray single = NDArray.empty(DType.COMPLEX64, 6, 50);
    Fft.fft(a, Fft.WHOLE, -1, FftNorm.BACKWARD, single);
    assertThat(parts(single)).isEqualTo(parts(Fft.fft(a).astype(DType.COMPLEX64)));
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT16", "BFLOAT16", "FLOAT32", "COMPLEX64"})
  void smallDtypesAreTransformedInFloat64AndRoundedOnce(DType dtype) {
    NDArray a = complex(7, 24).real().astype(dtype);
    NDArray wide = a.astype(dtype.isComplex() ? DType.COMPLEX128 : DType.FLOAT64);
    NDArray actual = Fft.fft(a);
    assertThat(actual.dtype()).isEqualTo(DType.COMPLEX64);
    assertThat(parts(actual)).isEqualTo(parts(Fft.fft(wide).astype(DType.COMPLEX64)));
    assertThat(Fft.irfft(a).dtype()).isEqualTo(dtype.isComplex() ? DType.FLOAT32 : dtype);
  }

  @Test
  void resultsKeepTheMemoryOrderOfTheInput() {
    NDArray a = complex(8, 3, 4, 5).transpose(2, 0, 1);
    assertThat(Fft.fft(a).strides()).isEqualTo(a.strides());
    assertThat(Fft.fft(a.T(), 2, 0).transpose(1, 2, 0).isContiguous()).isFalse();
  }

  @Test
  void badArgumentsAreNamedBeforeAnythingIsWritten() {
    NDArray a = complex(9, 4);
    NDArray out = NDArray.zeros(DType.COMPLEX128, 3);
    assertThatThrownBy(() -> Fft.fft(a, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Invalid number of FFT data points (0) specified.");
    assertThatThrownBy(() -> Fft.fft(a, 4, 0, FftNorm.BACKWARD, out))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("output array has wrong shape.");
    assertThatThrownBy(() -> Fft.fft(a, 3, 0, FftNorm.BACKWARD, NDArray.zeros(3)))
        .isInstanceOf(CastingException.class)
        .hasMessageContaining("Cannot cast ufunc 'fft' output");
    assertThatThrownBy(() -> Fft.fft(a, 3, 0, FftNorm.BACKWARD, out.readOnly()))
        .isInstanceOf(ReadOnlyArrayException.class);
    assertThatThrownBy(() -> Fft.fft(a, 1L << 40)).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Fft.rfftn(a, null, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fft.fftfreq(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(parts(out)).containsOnly(0);
    assertThat(Fft.fftn(a, null, new int[0])).isSameAs(a);
  }
}
