package io.lanewise.ufunc;

import static io.lanewise.ndarray.Axes.axis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Order;
import org.junit.jupiter.api.Test;

/// Corners of keywords, folds and mixed dtypes, with NumPy's answers.
class UFuncProtocolTest {
  private static final float NAN = Float.NaN;

  @Test
  void aReductionComputesInTheDtypeThatItsOutputAndElementsMeetIn() {
    NDArray tenths = NDArray.full(DType.FLOAT32, 0.1, 5);
    NDArray wide = NDArray.empty(DType.FLOAT64);
    Ufuncs.ADD.reduce(tenths, axis(0), wide);
    assertThat(wide.item()).isEqualTo(0.5000000074505806);
    NDArray running = NDArray.empty(DType.FLOAT64, 5);
    Ufuncs.ADD.accumulate(tenths, 0, null, running);
    assertThat(running.getDouble(4)).isEqualTo(0.5000000074505806);
    NDArray bytes = NDArray.full(DType.INT8, 100L, 3);
    NDArray narrow = NDArray.empty(DType.INT8);
    assertThat(Ufuncs.ADD.reduce(bytes, axis(0), narrow).item()).isEqualTo(44);
    NDArray words = NDArray.empty(DType.INT16, 1);
    assertThat(Ufuncs.ADD.reduceat(bytes, new long[] {0}, 0, null, words).getLong(0))
        .isEqualTo(300);
    assertThatThrownBy(
            () -> Ufuncs.BITWISE_AND.reduce(bytes, axis(0), NDArray.empty(DType.FLOAT64)))
        .isInstanceOf(NoLoopException.class);
  }

  @Test
  void aNumberBesideComplexOnesIsAsWideAsFloatPowerComputes() {
    NDArray narrow = NDArray.ofComplex(-0.25f, 0, -0.5f, 0.5f);
    NDArray wide = narrow.astype(DType.COMPLEX128);
    for (double number : new double[] {0.1, 1e39}) {
      NDArray expected = Ufuncs.FLOAT_POWER.call(number, wide).run();
      assertThat(Ufuncs.FLOAT_POWER.call(number, narrow).run().equal(expected).all().getBoolean())
          .isTrue();
      Expr fused = Expr.apply(Ufuncs.FLOAT_POWER, Expr.constant(number), Expr.of(narrow));
      assertThat(fused.eval().equal(expected).all().getBoolean()).isTrue();
    }
    assertThat(Ufuncs.FLOAT_POWER.apply(narrow, 1.0 / 3, null).dtype()).isEqualTo(DType.COMPLEX128);
  }

  @Test
  void foldsFromTheLeftPassOverWhatAMaskLeavesOut() {
    NDArray mask = NDArray.of(true, false, true);
    NDArray a = NDArray.arange(6).reshape(2, 3);
    for (NDArray x : new NDArray[] {a, a.copy().T().copy().T(), a.get(":, ::-1").get(":, ::-1")}) {
      assertThat(Ufuncs.SUBTRACT.reduce(x, axis(1).where(mask).initial(10L)).toLongArray())
          .containsExactly(8, 2);
      assertThat(
              Ufuncs.SUBTRACT.reduce(x, axis(0).keepdims().where(mask).initial(10L)).toLongArray())
          .containsExactly(7, 10, 3);
      assertThat(Ufuncs.SUBTRACT.reduce(x, axis().where(mask).initial(10L)).toLongArray())
          .containsExactly(10, 10, 8, 7, 10, 5);
    }
    assertThatThrownBy(() -> Ufuncs.SUBTRACT.reduce(a, axis(1).where(mask)))
        .hasMessageContaining("one has to specify 'initial'");
  }

  @Test
  void aMaskedNegativeExponentStopsNoPowerOfIntegers() {
    NDArray a = NDArray.of(new int[] {5, 3, 2});
    NDArray b = NDArray.of(new int[] {-1, 2, -1});
    NDArray out = NDArray.full(DType.INT32, 7L, 3);
    Ufuncs.POWER.call(a, b).where(NDArray.of(false, true, false)).out(out).run();
    assertThat(out.toLongArray()).containsExactly(7, 9, 7);
    assertThatThrownBy(
            () -> Ufuncs.POWER.call(a, b).where(NDArray.of(true, true, false)).out(out).run())
        .isInstanceOf(ArithmeticException.class);
    assertThat(out.toLongArray()).containsExactly(7, 9, 7);
  }

  @Test
  void ofTwoComplexNansTheFirstCounts() {
    NDArray a = NDArray.ofComplex(NAN, 1, 1, NAN);
    NDArray b = NDArray.ofComplex(2, NAN, NAN, 3);
    for (UFunc f : new UFunc[] {Ufuncs.FMAX, Ufuncs.FMIN, Ufuncs.MAXIMUM, Ufuncs.MINIMUM}) {
      assertThat(f.apply(a, b, null).repr()).as(f.name()).isEqualTo(a.repr());
    }
  }

  @Test
  void comparisonsInPlaceCompareNumbersAndNotTruth() {
    NDArray a = NDArray.of(true, false, true);
    Ufuncs.GREATER_EQUAL.at(a, NDArray.of(0L, 0L, 1L, 2L), NDArray.of(2L, 0L, 0L, 5L));
    assertThat(a.repr()).isEqualTo(NDArray.of(true, true, false).repr());
  }

  @Test
  void aComplexNumberIsTrueWhereEitherPartIsNotZero() {
    NDArray a = NDArray.ofComplex(0f, 1, 1, 0, 0, 0, 2, 3);
    NDArray zero = NDArray.ofComplex(0f, 0);
    NDArray out = NDArray.empty(DType.BOOL, 4);
    Ufuncs.ADD.call(a, zero).out(out).casting(Casting.UNSAFE).run();
    assertThat(out.repr()).isEqualTo(NDArray.of(true, true, false, true).repr());
  }

  @Test
  void aDTypeIsThatOfAllResultsAndOfNumbersThatFitIt() {
    NDArray a = NDArray.arange(3);
    assertThatThrownBy(() -> Ufuncs.FREXP.call(a).dtype(DType.FLOAT64).runAll())
        .isInstanceOf(NoLoopException.class)
        .hasMessageContaining("No loop matching the specified signature");
    assertThat(Ufuncs.MODF.call(a).dtype(DType.FLOAT64).runAll().get(1).dtype())
        .isEqualTo(DType.FLOAT64);
    assertThatThrownBy(() -> Ufuncs.MULTIPLY.call(a, -1.0).dtype(DType.INT64).run())
        .isInstanceOf(CastingException.class);
    NDArray bytes = a.astype(DType.UINT8);
    assertThat(Ufuncs.MULTIPLY.call(bytes, 3).dtype(DType.UINT8).run().toLongArray())
        .containsExactly(0, 3, 6);
  }

  @Test
  void functionsOfFloatingPointTakeIntegersThatUnsignedOnesDoNotHold() {
    NDArray a = NDArray.ones(DType.UINT8, 1);
    assertThat(Ufuncs.ARCTAN2.apply(a, -1L, null).repr()).contains("2.355").contains("float16");
    assertThat(Ufuncs.COPYSIGN.apply(NDArray.ones(DType.UINT16, 1), -70_000L, null).repr())
        .isEqualTo(NDArray.of(-1f).repr());
    assertThat(Ufuncs.HYPOT.apply(NDArray.ones(DType.BOOL, 1), -7L, null).dtype())
        .isEqualTo(DType.FLOAT64);
    assertThatThrownBy(() -> Ufuncs.ADD.apply(a, -1L, null))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void comparisonsKeepToTheCastingRule() {
    NDArray a = NDArray.arange(3);
    NDArray b = a.astype(DType.FLOAT32);
    assertThatThrownBy(() -> Ufuncs.LESS.call(a, b).casting(Casting.NO).run())
        .isInstanceOf(CastingException.class)
        .hasMessageContaining("input 0 from dtype('int64') to dtype('float64')");
    NDArray unsigned = a.astype(DType.UINT64);
    assertThat(Ufuncs.LESS.call(a, unsigned).casting(Casting.NO).run().any().getBoolean())
        .isFalse();
    NDArray bytes = a.astype(DType.UINT8);
    assertThat(Ufuncs.LESS.call(bytes, 70_000).casting(Casting.NO).run().all().getBoolean())
        .isTrue();
    assertThat(
            Ufuncs.LOGICAL_AND.call(a, NDArray.ofComplex(1f, 0)).casting(Casting.NO).run().repr())
        .isEqualTo(NDArray.of(false, true, true).repr());
  }

  @Test
  void extremesOfNoElementsAreErrorsEvenWhereNoneAreAskedFor() {
    assertThatThrownBy(() -> NDArray.zeros(0, 0).min(axis(1)))
        .isInstanceOf(EmptyReductionException.class);
    assertThat(NDArray.zeros(0, 3).min(axis(1)).shape()).containsExactly(0);
  }

  @Test
  void theMeanOfComplexNumbersSpreadsNanOverBothParts() {
    NDArray mean = Reductions.mean(NDArray.ofComplex(NAN, 1, 1, 2), Axes.all(), null);
    assertThat(mean.real().item()).isNaN();
    assertThat(mean.imag().item()).isNaN();
  }

  @Test
  void ofNumbersFarApartTheLargerIsTheSumOfTheirExponentials() {
    for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
      double huge = dtype == DType.FLOAT64 ? 1e300 : 1e38;
      NDArray a = NDArray.of(-huge, 1.3 * huge, huge, -1e30).astype(dtype);
      NDArray b = NDArray.of(1e30, huge, -0.7 * huge, -huge).astype(dtype);
      for (UFunc f : new UFunc[] {Ufuncs.LOGADDEXP, Ufuncs.LOGADDEXP2}) {
        assertThat(f.apply(a, b, null).repr()).as(f.name()).isEqualTo(a.maximum(b).repr());
      }
    }
  }

  @Test
  void orderAIsFOnlyWhereAllInputsAreContiguousThatWay() {
    NDArray column = NDArray.ones(3, 1, 1);
    NDArray row = NDArray.ones(2);
    assertThat(Ufuncs.ADD.call(row, column).order(Order.A).run().strides())
        .containsExactly(1, 3, 3);
    assertThat(Ufuncs.ADD.call(row, NDArray.ones(3, 2)).order(Order.A).run().strides())
        .containsExactly(2, 1);
  }

  @Test
  void theSizeOfComplexNumbersIsNotNarrowedUnasked() {
    NDArray a = NDArray.ofComplex(3.0, 4);
    assertThatThrownBy(() -> Ufuncs.ABSOLUTE.call(a).dtype(DType.FLOAT32).run())
        .isInstanceOf(CastingException.class);
    assertThat(Ufuncs.ABSOLUTE.call(a.astype(DType.COMPLEX64)).dtype(DType.FLOAT64).run().repr())
        .isEqualTo(NDArray.of(5.0).repr());
  }
}
