package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.polynomial.Polynomials;
import io.lanewise.ufunc.polynomial.Series;
import io.lanewise.ufunc.polynomial.SeriesDivision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolynomialOracleTest {
  private static final Map<String, Series> FAMILIES =
      Map.of(
          "poly", Series.POWER,
          "cheb", Series.CHEBYSHEV,
          "leg", Series.LEGENDRE,
          "herm", Series.HERMITE,
          "herme", Series.HERMITE_E,
          "lag", Series.LAGUERRE);

  private static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    FAMILIES.forEach((name, series) -> family(calls, name, series));
    calls.put("trimcoef", a -> Series.trimcoef(a.array(0), a.number(1)));
    calls.put("np_polyadd", a -> Polynomials.polyadd(a.array(0), a.array(1)));
    calls.put("np_polysub", a -> Polynomials.polysub(a.array(0), a.array(1)));
    calls.put("np_polymul", a -> Polynomials.polymul(a.array(0), a.array(1)));
    calls.put("np_polyval", a -> Polynomials.polyval(a.array(0), a.array(1)));
    calls.put("np_polydiv", a -> list(Polynomials.polydiv(a.array(0), a.array(1))));
    calls.put("np_polyder", a -> Polynomials.polyder(a.array(0), a.axis(1)));
    calls.put("np_polyint", a -> Polynomials.polyint(a.array(0), a.axis(1), a.numbers(2)));
    calls.put("poly", a -> Polynomials.poly(a.array(0)));
    return calls;
  }

  private static void family(Map<String, Oracle.Call> calls, String name, Series series) {
    calls.put(name + "val", a -> series.val(a.array(0), a.array(1), a.flag(2)));
    calls.put(name + "val2d", a -> series.val2d(a.array(0), a.array(1), a.array(2)));
    calls.put(name + "val3d", a -> series.val3d(a.array(0), a.array(1), a.array(2), a.array(3)));
    calls.put(name + "grid2d", a -> series.grid2d(a.array(0), a.array(1), a.array(2)));
    calls.put(name + "grid3d", a -> series.grid3d(a.array(0), a.array(1), a.array(2), a.array(3)));
    calls.put(name + "add", a -> series.add(a.array(0), a.array(1)));
    calls.put(name + "sub", a -> series.sub(a.array(0), a.array(1)));
    calls.put(name + "mul", a -> series.mul(a.array(0), a.array(1)));
    calls.put(name + "div", a -> list(series.div(a.array(0), a.array(1))));
    calls.put(name + "mulx", a -> series.mulx(a.array(0)));
    calls.put(name + "pow", a -> series.pow(a.array(0), a.axis(1)));
    calls.put(name + "der", a -> series.der(a.array(0), a.axis(1), a.number(2), a.axis(3)));
    calls.put(
        name + "int",
        a ->
            series.integ(
                a.array(0),
                a.axis(1),
                a.kind(2) == 'D' ? a.numbers(2) : new double[0],
                a.number(3),
                a.number(4),
                a.axis(5)));
    if (series != Series.POWER) {
      calls.put(name + "2poly", a -> series.toPower(a.array(0)));
      calls.put("poly2" + name, a -> series.fromPower(a.array(0)));
    }
    calls.put(name + "fromroots", a -> series.fromroots(a.array(0)));
    calls.put(name + "vander", a -> series.vander(a.array(0), a.axis(1)));
    calls.put(
        name + "vander2d", a -> series.vander2d(a.array(0), a.array(1), a.axis(2), a.axis(3)));
    calls.put(
        name + "vander3d",
        a -> series.vander3d(a.array(0), a.array(1), a.array(2), a.axis(3), a.axis(4), a.axis(5)));
    calls.put(name + "line", a -> series.line(a.number(0), a.number(1)));
    calls.put(name + "zero", a -> series.zero());
    calls.put(name + "one", a -> series.one());
    calls.put(name + "x", a -> series.x());
    calls.put(name + "domain", a -> series.domain());
  }

  private static List<NDArray> list(SeriesDivision division) {
    return List.of(division.quotient(), division.remainder());
  }

  @Test
  void polynomialsAgreeWithNumPy() {
    Oracle.replay(
        "polynomial",
        calls(),
        new Oracle.Rules() {
          /// NumPy computes in the dtype of the result, a few dozen operations; a sum may cancel to
          /// a sixteenth of its terms.
          @Override
          public double ofLargest(String function, DType dtype, long n) {
            return switch (dtype) {
              case FLOAT16 -> 0x1p-6;
              case FLOAT32, COMPLEX64 -> 0x1p-17;
              case FLOAT64, COMPLEX128 -> 0x1p-46;
              default -> 0;
            };
          }
        });
  }
}
