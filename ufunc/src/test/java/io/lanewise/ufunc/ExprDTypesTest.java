package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Expressions in every dtype, with several outputs, and reduced.
class ExprDTypesTest {
  private static NDArray values(DType dtype) {
    NDArray a = NDArray.arange(60).multiply(37).remainder(101).subtract(40);
    return (dtype.isComplex() ? a.astype(dtype).multiply(0.25) : a.astype(dtype)).reshape(12, 5);
  }

  private static void assertSame(NDArray fused, NDArray plain) {
    assertThat(fused.dtype()).isEqualTo(plain.dtype());
    assertThat(fused.shape()).isEqualTo(plain.shape());
    assertThat(Fixtures.bits(fused)).isEqualTo(Fixtures.bits(plain));
  }

  @ParameterizedTest
  @EnumSource(names = "BOOL", mode = EnumSource.Mode.EXCLUDE)
  void narrowAndComplexNumbersAreRoundedAfterEveryOperation(DType dtype) {
    NDArray a = values(dtype);
    NDArray b = values(dtype).get("::-1").get("0");
    Expr x = Expr.of(a);
    Expr y = Expr.of(b);
    assertSame(x.multiply(y).add(x).multiply(x).eval(), a.multiply(b).add(a).multiply(a));
    assertSame(
        Expr.where(x.less(y), x.square(), y.subtract(x)).eval(),
        Ufuncs.where(a.less(b), a.square(), b.subtract(a)));
    assertSame(x.divide(y).add(x).eval(), a.divide(b).add(a));
    assertSame(x.multiply(y).astype(DType.FLOAT32).eval(), a.multiply(b).astype(DType.FLOAT32));
    NDArray out = NDArray.zeros(DType.COMPLEX128, 12, 5);
    x.multiply(y).eval(out);
    assertSame(out, a.multiply(b).astype(DType.COMPLEX128));
  }

  @ParameterizedTest
  @EnumSource(names = {"INT8", "FLOAT16", "FLOAT32", "FLOAT64", "COMPLEX64", "COMPLEX128"})
  void severalExpressionsInOnePassAreWhatTheyAreAlone(DType dtype) {
    NDArray a = values(dtype);
    Expr x = Expr.of(a);
    Expr shared = x.multiply(x).add(x);
    List<NDArray> both =
        Expr.evalAll(List.of(shared.add(1), shared.less(Expr.constant(3L)), shared.negative()));
    NDArray plain = a.multiply(a).add(a);
    assertSame(both.get(0), plain.add(1.0).astype(both.get(0).dtype()));
    assertSame(both.get(1), plain.less(3));
    assertSame(both.get(2), plain.negative());
  }

  @Test
  void outputsOfSeveralExpressionsMayBeTheirInputs() {
    NDArray a = values(DType.COMPLEX128);
    NDArray b = values(DType.COMPLEX128).get("::-1").copy();
    NDArray sum = a.add(b);
    NDArray difference = a.subtract(b);
    Expr x = Expr.of(a);
    Expr y = Expr.of(b);
    Expr.evalAll(List.of(x.add(y), x.subtract(y)), b, a);
    assertSame(b, sum);
    assertSame(a, difference);
  }

  @Test
  void complexInputsThatOverlapTheOutputAreReadBeforeItIsWritten() {
    NDArray all = values(DType.COMPLEX64).reshape(-1);
    NDArray expected = all.get(":-1").add(all.get("1:")).copy();
    NDArray out = all.get("1:");
    Expr.of(all.get(":-1")).add(Expr.of(all.get("1:"))).eval(out);
    assertSame(out.copy(), expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"INT16", "FLOAT32", "FLOAT64", "COMPLEX128"})
  void reductionsAlongEveryAxisHaveTheBitsOfThePlainOnes(DType dtype) {
    NDArray a =
        NDArray.arange(300_000).remainder(1013).subtract(500).astype(dtype).reshape(50, 60, 100);
    NDArray row = a.get("0, 0").copy();
    Expr e = Expr.of(a).multiply(Expr.of(row)).subtract(Expr.of(a));
    NDArray plain = a.multiply(row).subtract(a);
    for (Axes axes :
        List.of(
            Axes.axis(0),
            Axes.axis(1),
            Axes.axis(2),
            Axes.axis(0, 2),
            Axes.axis(1, 2).keepdims(),
            Axes.all(),
            Axes.all().keepdims())) {
      assertSame(e.sum(axes), Ufuncs.ADD.reduce(plain, axes));
      assertSame(e.reduce(Ufuncs.MAXIMUM, axes), Ufuncs.MAXIMUM.reduce(plain, axes));
    }
  }

  @Test
  void functionsThatUsersMakeAreUniversal() {
    NDArray a = NDArray.linspace(-2, 2, 9);
    UFunc twice = UFunc.of("twice", x -> 2 * x);
    UFunc distance = UFunc.of("distance", (x, y) -> Math.abs(x - y));
    UFunc square = UFunc.of("square_distance", 2, x -> x.get(0).subtract(x.get(1)).square());
    assertSame(twice.apply(a), a.multiply(2.0));
    assertSame(twice.apply(NDArray.arange(3)), NDArray.of(0.0, 2, 4));
    assertSame(distance.apply(a, 0.5, null), a.subtract(0.5).abs());
    assertSame(distance.reduce(NDArray.of(1.0, 4, 9)), NDArray.scalar(6.0));
    assertSame(square.outer(a, a), a.reshape(-1, 1).subtract(a).square());
    NDArray narrow = a.astype(DType.FLOAT32);
    assertSame(
        square.apply(narrow, narrow.get("::-1"), null),
        narrow.subtract(narrow.get("::-1")).square());
    Expr x = Expr.of(a);
    assertSame(
        Expr.apply(square, x, Expr.constant(1.0)).derivative(x).eval(),
        a.subtract(1.0).multiply(2.0));
    assertSame(Expr.apply(twice, x.sin()).eval(), a.sin().multiply(2.0));
    assertThat(square.types()).contains("float64,float64->float64");
  }

  @Test
  void bitsOfWideIntegersAreCountedInsideAnExpression() {
    for (DType dtype : List.of(DType.INT64, DType.UINT64, DType.UINT32, DType.INT8)) {
      NDArray a = NDArray.arange(9).multiply(7).astype(dtype);
      assertSame(
          Expr.apply(Ufuncs.BITWISE_COUNT, Expr.of(a)).add(Expr.of(a)).eval(),
          Ufuncs.BITWISE_COUNT.apply(a).add(a));
    }
  }

  @Test
  void aRealExpressionOfComplexArraysHasASum() {
    NDArray a = NDArray.ofComplex(3.0, 4, 5, 12);
    assertThat(Expr.of(a).abs().sum()).isEqualTo(18);
    assertThatThrownBy(() -> Expr.of(a).sum()).isInstanceOf(NoLoopException.class);
  }

  @Test
  void operationsWithoutCostAreCutOffLargeFunctions() {
    NDArray a = NDArray.linspace(1, 2, 6).astype(DType.FLOAT16);
    Expr large = Expr.apply(Ufuncs.LGAMMA, Expr.apply(Ufuncs.CONJUGATE, Expr.of(a)));
    assertSame(
        Expr.apply(Ufuncs.LOGADDEXP, large, Expr.apply(Ufuncs.CONJUGATE, large)).eval(),
        Ufuncs.LOGADDEXP.apply(Ufuncs.LGAMMA.apply(a), Ufuncs.LGAMMA.apply(a), null));
  }
}
