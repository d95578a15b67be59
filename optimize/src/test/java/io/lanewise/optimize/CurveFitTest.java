package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Curve fits against SciPy 1.17.1 (`make_scipy_fixtures.py`; test_minpack.py for the small ones).
class CurveFitTest {
  private static final ExprModel DECAY = (x, p) -> p[0].multiply(p[1].multiply(x).negative().exp());
  private static final double TIGHT = 1e-15;

  /// The same model in every form it can be given in.
  static Stream<CurveFit> forms() {
    return Stream.of(
        CurveFit.model(DECAY),
        CurveFit.surface((x, p) -> p[0].multiply(p[1].multiply(x[0]).negative().exp())),
        CurveFit.pointwise((x, p) -> p[0] * Math.exp(-p[1] * x))
            .gradient(
                (x, p, out) -> {
                  out[0] = Math.exp(-p[1] * x);
                  out[1] = -p[0] * x * out[0];
                }),
        CurveFit.pointwise((x, p) -> p[0] * Math.exp(-p[1] * x))
            .differences(DifferenceScheme.THREE_POINT),
        CurveFit.function(CurveFitTest::decayOf).differences(DifferenceScheme.THREE_POINT),
        CurveFit.function(CurveFitTest::decayOf)
            .jacobian(
                (x, p) -> {
                  double[] t = x.toDoubleArray();
                  double[][] rows = new double[t.length][];
                  for (int i = 0; i < t.length; i++) {
                    double e = Math.exp(-p[1] * t[i]);
                    rows[i] = new double[] {e, -p[0] * t[i] * e};
                  }
                  return NDArray.of(rows);
                }));
  }

  private static NDArray decayOf(NDArray x, double[] p) {
    double[] t = x.toDoubleArray();
    for (int i = 0; i < t.length; i++) {
      t[i] = p[0] * Math.exp(-p[1] * t[i]);
    }
    return NDArray.of(t);
  }

  private static double[] flat(double[][] m) {
    return Stream.of(m).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  private static Offset<Double> near(double size) {
    return within(size);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormOfAModelAgreesWithScipy(CurveFit fit) {
    Fixture data = new Fixture("decay50");
    FitResult r = fit.start(1, 1).tolerances(TIGHT, TIGHT, TIGHT).fit(data.get("x"), data.get("y"));
    assertThat(r.success()).isTrue();
    assertThat(r.parameters()).containsExactly(data.get("popt"), near(1e-8));
    assertThat(flat(r.covariance())).containsExactly(data.get("pcov"), near(1e-8));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void standardDeviationsOfTheDataWeighThePoints(CurveFit fit) {
    Fixture data = new Fixture("decay50_sigma");
    FitResult r =
        fit.start(1, 1)
            .sigma(data.get("sigma"))
            .absoluteSigma(true)
            .tolerances(TIGHT, TIGHT, TIGHT)
            .fit(data.get("x"), data.get("y"));
    assertThat(r.parameters()).containsExactly(data.get("popt"), near(1e-8));
    assertThat(flat(r.covariance())).containsExactly(data.get("pcov"), near(1e-8));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aCovarianceOfTheDataWhitensThePoints(CurveFit fit) {
    Fixture data = new Fixture("decay50_covariance");
    FitResult r =
        fit.start(1, 1)
            .sigma(square(data.get("sigma")))
            .absoluteSigma(true)
            .tolerances(TIGHT, TIGHT, TIGHT)
            .fit(data.get("x"), data.get("y"));
    assertThat(r.parameters()).containsExactly(data.get("popt"), near(1e-7));
    assertThat(flat(r.covariance())).containsExactly(data.get("pcov"), near(1e-7));
  }

  private static NDArray square(double[] flat) {
    int n = (int) Math.sqrt(flat.length);
    double[][] rows = new double[n][n];
    for (int i = 0; i < flat.length; i++) {
      rows[i / n][i % n] = flat[i];
    }
    return NDArray.of(rows);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aSigmaVectorEqualsItsDiagonalCovariance(CurveFit fit) {
    Fixture data = new Fixture("decay50_sigma");
    double[] sigma = data.get("sigma");
    double[][] diagonal = new double[50][50];
    for (int i = 0; i < 50; i++) {
      diagonal[i][i] = sigma[i] * sigma[i];
    }
    for (boolean absolute : new boolean[] {false, true}) {
      fit.start(1, 1).absoluteSigma(absolute);
      FitResult vector = fit.sigma(sigma).fit(data.get("x"), data.get("y"));
      FitResult matrix = fit.sigma(NDArray.of(diagonal)).fit(data.get("x"), data.get("y"));
      assertThat(matrix.parameters()).isEqualTo(vector.parameters());
      assertThat(matrix.covariance()).isEqualTo(vector.covariance());
    }
  }

  @Test
  void rotatedDataWithTheirCovarianceGiveTheSameFit() {
    double[] x = {0, 1, 2};
    double[] y = {1, 2.2, 2.9};
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    double[][] q = {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
    double[][] covariance = new double[3][3];
    double[] sigma = {0.1, 0.3, 0.2};
    double[] rotated = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rotated[i] += q[i][j] * y[j];
        for (int k = 0; k < 3; k++) {
          covariance[i][j] += q[i][k] * sigma[k] * sigma[k] * q[j][k];
        }
      }
    }
    FitResult plain =
        CurveFit.pointwise((t, p) -> p[0] * t + p[1])
            .start(1, 1)
            .sigma(sigma)
            .absoluteSigma(true)
            .fit(x, y);
    FitResult turned =
        CurveFit.function(
                (t, p) -> {
                  double[] v = new double[3];
                  for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                      v[i] += q[i][j] * (p[0] * x[j] + p[1]);
                    }
                  }
                  return NDArray.of(v);
                })
            .start(1, 1)
            .sigma(NDArray.of(covariance))
            .absoluteSigma(true)
            .fit(x, rotated);
    assertThat(turned.parameters()).containsExactly(plain.parameters(), near(1e-7));
    assertThat(flat(turned.covariance())).containsExactly(flat(plain.covariance()), near(1e-8));
  }

  @Test
  void anExponentIsFound() {
    double[] x = {1, 2, 3, 4};
    double[] y = {1, 3.2, 9.5, 13.7};
    FitResult one = CurveFit.pointwise((t, p) -> Math.pow(t, p[0])).parameters(1).fit(x, y);
    assertThat(one.parameters()[0]).isCloseTo(1.91490662, near(1e-6));
    assertThat(one.covariance()[0][0]).isCloseTo(0.001604975, near(1e-7));
    FitResult two =
        CurveFit.model((t, p) -> p[1].multiply(t.power(p[0])))
            .parameters(2)
            .tolerances(TIGHT, TIGHT, TIGHT)
            .fit(x, y);
    assertThat(two.parameters())
        .containsExactly(new double[] {1.79894303629, 1.16423652844}, near(1e-9));
    assertThat(flat(two.covariance()))
        .containsExactly(
            new double[] {.0852444711, -.1259797009, -.1259797009, .1911750884}, near(1e-9));
  }

  @Test
  void onlyTheProportionsOfSigmaCountUnlessItIsAbsolute() {
    double[] x = {0, 1, 2, 3, 4, 5};
    double[] y = {1, 1, 5, 7, 8, 12};
    for (double factor : new double[] {1, 3}) {
      double[] sigma = {factor, 2 * factor, factor, 2 * factor, factor, 2 * factor};
      CurveFit line = CurveFit.model((t, p) -> p[0].multiply(t).add(p[1])).start(2, 0).sigma(sigma);
      FitResult relative = line.fit(x, y);
      assertThat(relative.parameters())
          .containsExactly(new double[] {1.9528301886792452, .770440251572327}, near(1e-10));
      assertThat(relative.standardDeviations())
          .containsExactly(new double[] {.2065980298446307, .5720440415797563}, near(1e-9));
      FitResult absolute = line.absoluteSigma(true).fit(x, y);
      assertThat(absolute.standardDeviations())
          .containsExactly(
              new double[] {.3071475584169756 * factor, .8504530793944904 * factor}, near(1e-8));
    }
  }

  @Test
  void aBoundHoldsAParameter() {
    double[] x = new double[11];
    double[] y = new double[11];
    for (int i = 0; i < 11; i++) {
      x[i] = i / 10.0;
      y[i] = 2 * Math.exp(-2 * x[i]);
    }
    CurveFit fit = CurveFit.model(DECAY).tolerances(TIGHT, TIGHT, TIGHT);
    FitResult free = fit.start(1, 1).fit(x, y);
    assertThat(free.parameters()).containsExactly(new double[] {2, 2}, near(1e-9));
    FitResult upper =
        CurveFit.model(DECAY)
            .tolerances(1e-12, 1e-12, 1e-12)
            .bounds(new double[] {1, 0}, new double[] {1.5, 3})
            .fit(x, y);
    assertThat(upper.parameters()).containsExactly(new double[] {1.5, 1.413845091877}, near(1e-8));
    assertThat(upper.activeMask()).containsExactly(1, 0);
    FitResult half =
        CurveFit.model(DECAY)
            .tolerances(TIGHT, TIGHT, TIGHT)
            .bounds(new double[] {0, 0}, new double[] {.6, Double.POSITIVE_INFINITY})
            .fit(x, y);
    assertThat(half.parameters()).containsExactly(new double[] {.6, .081066493355}, near(1e-7));
  }

  @Test
  void aStartDecidesWhichOptimumIsFound() {
    double[] x = new double[40];
    double[] y = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = -2 * Math.PI + 4 * Math.PI * i / 39;
      y[i] = Math.sin(x[i] + 0.2);
    }
    double start = 2.1 * Math.PI;
    double free =
        CurveFit.model((t, p) -> t.add(p[0]).sin()).start(start).fit(x, y).parameters()[0];
    double boxed =
        CurveFit.model((t, p) -> t.add(p[0]).sin())
            .bounds(new double[] {-3 * Math.PI}, new double[] {3 * Math.PI})
            .start(start)
            .fit(x, y)
            .parameters()[0];
    assertThat(free).isCloseTo(2 * Math.PI + 0.2, near(1e-6));
    assertThat(boxed).isCloseTo(free, near(1e-6));
  }

  @Test
  void theUnitsOfTheDataDoNotMatter() {
    Fixture data = new Fixture("decay50");
    double[] y = data.get("y");
    double[] tiny = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      tiny[i] = y[i] * 0x1p-80;
    }
    double[] expected = CurveFit.model(DECAY).start(1, 1).fit(data.get("x"), y).parameters();
    FitResult fit = CurveFit.model(DECAY).start(0x1p-80, 1).fit(data.get("x"), tiny);
    assertThat(fit.parameters()[0] * 0x1p80).isCloseTo(expected[0], near(1e-6));
    assertThat(fit.parameters()[1]).isCloseTo(expected[1], near(1e-6));
  }

  @Test
  void float32DataAreFittedAsDoubles() {
    Fixture data = new Fixture("offset1000");
    double[] x = data.get("x");
    double[] y = data.get("y");
    float[] xs = new float[x.length];
    float[] ys = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      xs[i] = (float) x[i];
      ys[i] = (float) y[i];
      x[i] = xs[i];
      y[i] = ys[i];
    }
    ExprModel model = (t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()).add(p[2]);
    CurveFit fit = CurveFit.model(model).start(2, .5, .3).tolerances(TIGHT, TIGHT, TIGHT);
    assertThat(fit.fit(NDArray.of(xs), NDArray.of(ys)).parameters())
        .containsExactly(fit.fit(x, y).parameters(), near(1e-12));
  }

  @Test
  void aReversedViewIsFittedAsItIs() {
    Fixture data = new Fixture("offset1000");
    ExprModel model = (t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()).add(p[2]);
    PointModel plain = (t, p) -> p[0] * Math.exp(-p[1] * t) + p[2];
    NDArray x = NDArray.of(data.get("x")).get("::-1");
    NDArray y = NDArray.of(data.get("y")).get("::-1");
    for (CurveFit fit : new CurveFit[] {CurveFit.model(model), CurveFit.pointwise(plain)}) {
      FitResult r = fit.start(2, .5, .3).tolerances(1e-12, 1e-12, 1e-12).fit(x, y);
      assertThat(r.parameters()).containsExactly(data.get("popt"), near(1e-6));
      assertThat(flat(r.covariance())).containsExactly(data.get("pcov"), near(1e-8));
    }
  }

  @Test
  void theSizeOfABlockChangesRoundingOnly() {
    int m = 100_003;
    long seed = 20250101;
    Random random = new Random(seed);
    double[] x = new double[m];
    double[] y = new double[m];
    for (int i = 0; i < m; i++) {
      x[i] = 4 * random.nextDouble();
      y[i] = 2.5 * Math.exp(-1.3 * x[i]) + 0.1 * random.nextGaussian();
    }
    PointModel model = (t, p) -> p[0] * Math.exp(-p[1] * t);
    FitResult whole = CurveFit.pointwise(model).start(1, 1).blockRows(m).fit(x, y);
    for (int rows : new int[] {64, 1000, 4096, 0}) {
      CurveFit fit = CurveFit.pointwise(model).start(1, 1);
      FitResult r = (rows == 0 ? fit : fit.blockRows(rows)).fit(x, y);
      assertThat(r.nfev()).isEqualTo(whole.nfev());
      for (int j = 0; j < 2; j++) {
        assertThat(r.parameters()[j] / whole.parameters()[j])
            .as("blocks of %d, seed %d", rows, seed)
            .isCloseTo(1, near(1e-10));
        assertThat(r.standardDeviations()[j] / whole.standardDeviations()[j])
            .isCloseTo(1, near(1e-8));
      }
    }
  }

  @Test
  void asManyParametersAsPointsGiveNoCovariance() {
    FitResult r =
        CurveFit.model((t, p) -> p[0].multiply(t).add(p[1]))
            .start(0, 0)
            .fit(new double[] {1, 2}, new double[] {3, 5});
    assertThat(r.parameters()).containsExactly(new double[] {2, 1}, near(1e-10));
    assertThat(r.covariance()[0]).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void aParameterThatTheDataCannotTellHasNoCovariance() {
    FitResult r =
        CurveFit.model((t, p) -> p[0].add(p[1]).multiply(t))
            .start(1, 1)
            .fit(new double[] {1, 2, 3}, new double[] {2.1, 3.9, 6});
    assertThat(r.parameters()[0] + r.parameters()[1]).isCloseTo(2, near(0.01));
    assertThat(r.solution().rank()).isEqualTo(1);
    assertThat(r.covariance()[1]).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void robustLossesGiveTheirOwnOptima() {
    double[] t = new double[21];
    double[] y = new double[21];
    for (int i = 0; i < 21; i++) {
      t[i] = i / 2.0;
      y[i] = .5 + 2 * Math.exp(-t[i]) + .05 * Math.sin(7 * t[i]);
    }
    y[3] += 3;
    y[12] -= 4;
    // optima by 40-digit arithmetic
    double[][] optima = {
      {.080307966164, 2.593736036051, -.443641682008, 11.221192738211},
      {.493018644815, 1.988901746798, -.923598694025, .696980564635},
      {.491742001827, 1.989550000919, -.914704801696, .686536185757},
      {.504451693976, 1.988106644132, -.979211567849, .079670990895},
      {.504551465202, 1.988631523357, -.983111726891, .025170668464}
    };
    for (Loss loss : Loss.values()) {
      FitResult r =
          CurveFit.model((x, p) -> p[0].add(p[1].multiply(p[2].multiply(x).exp())))
              .start(1, 1, -.5)
              .loss(loss, loss == Loss.LINEAR ? 1 : .1)
              .tolerances(TIGHT, TIGHT, TIGHT)
              .maxEvaluations(2000)
              .fit(t, y);
      double[] optimum = optima[loss.ordinal()];
      assertThat(r.success()).as(loss + " " + r).isTrue();
      assertThat(r.parameters())
          .as("%s", loss)
          .containsExactly(new double[] {optimum[0], optimum[1], optimum[2]}, near(1e-8));
      assertThat(r.cost()).as("%s", loss).isCloseTo(optimum[3], near(1e-9));
    }
  }

  @Test
  void aFitThatRunsOutOfEvaluationsIsNoSuccess() {
    FitResult r =
        CurveFit.model(NistProblem.MGH17.expression())
            .start(NistProblem.MGH17.start(1))
            .maxEvaluations(5)
            .fit(NistProblem.MGH17.x(), NistProblem.MGH17.y());
    assertThat(r.success()).isFalse();
    assertThat(r.status()).isEqualTo(Status.MAX_EVALUATIONS);
    assertThat(r.nfev()).isEqualTo(5);
    assertThat(r.message()).contains("maximum number of function evaluations");
    org.assertj.core.api.Assertions.assertThatThrownBy(r::orThrow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Optimal parameters not found: The maximum number of function");
  }

  @Test
  void dataOffTheHeapGiveTheSameBits() {
    Fixture data = new Fixture("offset1000");
    ExprModel model = (t, p) -> p[0].multiply(p[1].multiply(t).negative().exp()).add(p[2]);
    PointModel plain = (t, p) -> p[0] * Math.exp(-p[1] * t) + p[2];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment x = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, data.get("x"));
      MemorySegment y = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, data.get("y"));
      for (CurveFit fit : new CurveFit[] {CurveFit.model(model), CurveFit.pointwise(plain)}) {
        fit.start(2, .5, .3).tolerances(TIGHT, TIGHT, TIGHT);
        FitResult heap = fit.fit(data.get("x"), data.get("y"));
        FitResult off =
            fit.fit(NDArray.of(x, DType.FLOAT64, 1000), NDArray.of(y, DType.FLOAT64, 1000));
        assertThat(off.parameters()).isEqualTo(heap.parameters());
        assertThat(off.covariance()).isEqualTo(heap.covariance());
      }
    }
  }

  @Test
  void integersAreFittedAsDoubles() {
    FitResult r =
        CurveFit.model((t, p) -> p[0].multiply(t).add(p[1]))
            .start(0, 0)
            .fit(NDArray.of(1, 2, 3, 4), NDArray.of(3L, 5L, 7L, 9L));
    assertThat(r.parameters()).containsExactly(new double[] {2, 1}, near(1e-9));
  }

  @Test
  void twoPeaksThatOverlapAreTakenApart() {
    double[] x = {.142, .154, .165, .177, .188, .199, .211, .222, .234, .245};
    for (int i = 0; i < x.length; i++) {
      x[i] += 574;
    }
    double[] y = {859, 997, 1699, 2604, 2013, 1964, 2435, 1550, 949, 841};
    FitResult r =
        CurveFit.model(
                (t, p) -> {
                  Expr left = t.subtract(p[0]).divide(p[4]).square().multiply(-.5).exp();
                  Expr right = t.subtract(p[1]).divide(p[4]).square().multiply(-.5).exp();
                  return p[2].multiply(left).add(p[3].multiply(right)).add(p[5]);
                })
            .start(574.1861428571428, 574.2155714285715, 1302, 1302, .0035019999999983615, 859)
            .fit(x, y);
    double[] expected = {574.17715, 574.209188, 1741.87044, 1586.46166, .010068462, 857.450661};
    for (int j = 0; j < 6; j++) {
      assertThat(r.parameters()[j] / expected[j]).as(r.toString()).isCloseTo(1, near(1e-5));
    }
  }

  @Test
  void parametersOfVeryDifferentSizeAreFound() {
    double[] x = new double[100];
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      x[i] = 10 * i;
      y[i] = 1e6 * Math.exp(1e-3 * x[i]) + 1e-3;
    }
    FitResult r =
        CurveFit.model((t, p) -> p[0].multiply(p[1].multiply(t).exp()).add(p[2]))
            .start(5e5, 2e-3, 0)
            .tolerances(TIGHT, TIGHT, TIGHT)
            .fit(x, y);
    assertThat(r.parameters()[0] / 1e6).isCloseTo(1, near(1e-10));
    assertThat(r.parameters()[1] / 1e-3).isCloseTo(1, near(1e-10));
  }

  @Test
  void aLevelLineHasNoSlope() {
    FitResult r =
        CurveFit.model((t, p) -> p[0].multiply(t).add(p[1]))
            .start(1, 1)
            .fit(new double[] {0, 1, 2, 3}, new double[] {5, 5, 5, 5});
    assertThat(r.success()).isTrue();
    assertThat(r.parameters()).containsExactly(new double[] {0, 5}, near(1e-7));
    assertThat(r.cost()).isLessThan(1e-14);
  }

  @Test
  void moreParametersThanARowOfABlockHasRoomFor() {
    int n = 60;
    int m = 4000;
    double[] x = new double[m];
    double[] y = new double[m];
    for (int i = 0; i < m; i++) {
      x[i] = -1 + 2.0 * i / (m - 1);
    }
    // a sum of Chebyshev polynomials T_k with coefficients 1 / (k + 1), linear in its parameters
    PointModel series =
        (t, p) -> {
          double before = 1;
          double now = t;
          double sum = p[0];
          for (int k = 1; k < p.length; k++) {
            sum += p[k] * now;
            double after = 2 * t * now - before;
            before = now;
            now = after;
          }
          return sum;
        };
    double[] truth = new double[n];
    for (int k = 0; k < n; k++) {
      truth[k] = 1.0 / (k + 1);
    }
    for (int i = 0; i < m; i++) {
      y[i] = series.value(x[i], truth);
    }
    FitResult r = CurveFit.pointwise(series).parameters(n).fit(x, y);
    assertThat(r.parameters()).containsExactly(truth, near(1e-7));
  }
}
