package io.lanewise.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.linalg.TriangularAccumulator;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The small parts of a step, on the cases of SciPy's test_lsq_common.py and on random systems with
/// a printed seed.
class TrustRegionPartsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static double[] v(double... values) {
    return values;
  }

  @Test
  void theFirstBoundAlongAStep() {
    Bounds box = new Bounds(v(-1, 2.5, 10), v(1, 5, 100));
    double[] x = v(0, 2.5, 12);
    assertThat(box.stepTo(x, v(.1, 0, 0))).isCloseTo(10, within(1e-12));
    assertThat(box.stepTo(x, v(.01, .05, -1))).isCloseTo(2, within(1e-12));
    assertThat(box.stepTo(x, v(10, -1e-4, 100))).isZero();
    assertThat(box.stepTo(x, v(1, .5, -2))).isCloseTo(1, within(1e-12));
    assertThat(box.stepTo(x, v(0, 0, 0))).isInfinite();
  }

  @Test
  void activeBounds() {
    Bounds box = new Bounds(v(0, -10, 1), v(1, 0, 100));
    assertThat(box.active(v(0, 0, 10), 1e-10)).containsExactly(-1, 1, 0);
    assertThat(box.active(v(0, 0, 10), 0)).containsExactly(-1, 1, 0);
    double[] near = v(1e-9, -1e-8, 100 - 1e-9);
    assertThat(box.active(near, 1e-12)).containsExactly(0, 0, 0);
    assertThat(box.active(near, 1.5e-9)).containsExactly(-1, 0, 1);
    assertThat(new Bounds(v(1, -INF, -INF), v(INF, 10, INF)).active(v(1, 10, 5), 1e-10))
        .containsExactly(-1, 1, 0);
  }

  @Test
  void pointsOnABoundMoveInside() {
    double[] x = v(-.5, 0, 3);
    new Bounds(v(-.5, -.8, 2), v(.8, 1, 3)).nudgeInside(x);
    assertThat(x).containsExactly(Math.nextUp(-.5), 0, Math.nextDown(3.0));
    double[] start = v(-.5, 0, 3);
    new Bounds(v(-.5, -.8, 2), v(.8, 1, 3)).pullInside(start);
    assertThat(start).containsExactly(v(-.5 + 1e-10, 0, 3 - 3e-10), within(1e-15));
    double[] narrow = v(100);
    new Bounds(v(100), v(100 + 1e-10)).pullInside(narrow);
    assertThat(narrow[0]).isStrictlyBetween(100.0, 100 + 1e-10);
  }

  @Test
  void colemanLiMeasuresTheDistanceThatDescentPointsAt() {
    ColemanLi scaling = new ColemanLi(4);
    Bounds box = new Bounds(v(-INF, -5, 1, -INF), v(1, INF, 10, INF));
    double optimality = scaling.measure(v(.5, 2, 5, 0), v(1, .1, -10, 0), box);
    assertThat(optimality).isEqualTo(50);
    double[] distances = {1, 7, 5, 1};
    boolean[] bounded = {false, true, true, false};
    for (int j = 0; j < 4; j++) {
      assertThat(scaling.distance(j)).isEqualTo(distances[j]);
      assertThat(scaling.pointsAtBound(j)).isEqualTo(bounded[j]);
    }
    scaling.scale(v(1, .1, -10, 0), v(1, 1, 1, 1));
    assertThat(scaling.c).containsExactly(v(0, .1, 10, 0), within(1e-15));
  }

  @Test
  void theMinimumOfAParabolaOnAnInterval() {
    assertThat(StepChoice.minimiser(5, -1, 1, 2)).isEqualTo(1);
    assertThat(StepChoice.minimiser(5, -1, -2, -1)).isEqualTo(-1);
    assertThat(StepChoice.minimiser(5, -1, -1, 1)).isCloseTo(.1, within(1e-15));
    assertThat(StepChoice.minimiser(-1, .2, -1, 1)).isEqualTo(-1);
    assertThat(StepChoice.minimiser(0, -1, 0, 3)).isEqualTo(3);
  }

  @Test
  void theWayToTheEdgeOfTheRegion() {
    assertThat(StepChoice.toRegion(v(0, 0, 0), v(-1, 1, -1), 1))
        .isCloseTo(1 / Math.sqrt(3), within(1e-15));
    assertThat(StepChoice.toRegion(v(.5, -.5, 0), v(0, 0, 1), 1))
        .isCloseTo(1 / Math.sqrt(2), within(1e-15));
    assertThat(StepChoice.toRegion(v(1e-9, 0, 0), v(1, 0, 0), 1)).isCloseTo(1, within(1e-8));
  }

  private static TriangularSystem system(double[][] rows) {
    int columns = rows[0].length;
    TriangularSystem system = new TriangularSystem(columns - 1);
    double[] block = new double[columns * rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        block[j * rows.length + i] = rows[i][j];
      }
    }
    TriangularAccumulator factor = new TriangularAccumulator(columns);
    factor.add(block, 0, rows.length, rows.length);
    system.load(factor.triangle());
    return system;
  }

  private static double[][] randomRows(Random random, int rows, int columns) {
    double[][] a = new double[rows][columns];
    for (double[] row : a) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return a;
  }

  @Test
  void aTriangleKnowsGradientNormsAndProducts() {
    long seed = 11;
    double[][] rows = randomRows(new Random(seed), 700, 5);
    TriangularSystem system = system(rows);
    double[] gradient = new double[4];
    double[] norms = new double[4];
    system.gradient(gradient);
    system.columnNorms(norms);
    double product = system.product(v(1, 0, 2, 0), v(0, 1, 0, 3));
    double expectedProduct = 0;
    for (double[] row : rows) {
      expectedProduct += (row[0] + 2 * row[2]) * (row[1] + 3 * row[3]);
    }
    assertThat(product).as("seed %d", seed).isCloseTo(expectedProduct, within(1e-10));
    for (int j = 0; j < 4; j++) {
      double slope = 0;
      double square = 0;
      for (double[] row : rows) {
        slope += row[j] * row[4];
        square += row[j] * row[j];
      }
      assertThat(gradient[j]).as("seed %d", seed).isCloseTo(slope, within(1e-10));
      assertThat(norms[j]).isCloseTo(Math.sqrt(square), within(1e-11));
    }
  }

  @Test
  void dampedStepsSolveTheNormalEquations() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(7);
      int m = n + random.nextInt(20);
      double[][] rows = randomRows(random, m, n + 1);
      TriangularSystem system = system(rows);
      double[] d = new double[n];
      double[] c = new double[n];
      for (int j = 0; j < n; j++) {
        d[j] = Math.exp(random.nextGaussian());
        c[j] = random.nextBoolean() ? 0 : random.nextDouble();
      }
      system.scale(d, c);
      double damping = random.nextBoolean() ? 0 : random.nextDouble();
      double[] p = new double[n];
      if (damping == 0 && !system.fullRank()) {
        continue;
      }
      system.solve(damping, p);
      for (int j = 0; j < n; j++) {
        double left = (c[j] + damping) * p[j];
        for (double[] row : rows) {
          double image = row[n];
          for (int k = 0; k < n; k++) {
            image += row[k] * d[k] * p[k];
          }
          left += d[j] * row[j] * image;
        }
        assertThat(left).as("seed %d", seed).isCloseTo(0, within(1e-9));
      }
    }
  }

  @Test
  void theSubproblemEndsInsideOrOnTheRegion() {
    TrustRegionSubproblem subproblem = new TrustRegionSubproblem();
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(6);
      int m = 1 + random.nextInt(12);
      TriangularSystem system = system(randomRows(random, m, n + 1));
      double[] ones = new double[n];
      java.util.Arrays.fill(ones, 1);
      system.scale(ones, new double[n]);
      double[] g = new double[n];
      system.gradient(g);
      double[] p = new double[n];
      double radius = Math.exp(3 * random.nextGaussian());
      subproblem.solve(system, Sums.norm(g), radius, random.nextBoolean() ? 0 : 1, p);
      double value = model(system, g, p);
      assertThat(Sums.norm(p)).as("seed %d", seed).isLessThanOrEqualTo(radius * (1 + 1e-12));
      for (int trial = 0; trial < 50; trial++) {
        double[] other = new double[n];
        for (int j = 0; j < n; j++) {
          other[j] = random.nextGaussian();
        }
        double factor = radius * random.nextDouble() / Sums.norm(other);
        for (int j = 0; j < n; j++) {
          other[j] *= factor;
        }
        // the radius is met to one per cent
        assertThat(value)
            .as("seed %d", seed)
            .isLessThanOrEqualTo(.97 * model(system, g, other) + 1e-9);
      }
    }
  }

  private static double model(TriangularSystem system, double[] g, double[] s) {
    return Sums.dot(g, s) + .5 * system.product(s, s);
  }

  @Test
  void theInverseKeepsSmallParametersApart() {
    // columns of size 1e-150 and 1e150: unscaled, one of them would be cut off
    TriangularSystem system =
        system(new double[][] {{3e-150, 0, 1}, {4e-150, 2e150, 1}, {0, 1e150, 1}});
    double[] inverse = new double[4];
    assertThat(system.inverse(inverse, 3)).isEqualTo(2);
    // J'J = [[25e-300, 8], [8, 5e300]], determinant 61
    assertThat(inverse[0] * 1e-300).isCloseTo(5.0 / 61, within(1e-14));
    assertThat(inverse[1]).isCloseTo(-8.0 / 61, within(1e-14));
    assertThat(inverse[3] * 1e300).isCloseTo(25.0 / 61, within(1e-14));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    int m = 300_000;
    double[] x = new double[m];
    double[] y = new double[m];
    Random random = new Random(5);
    for (int i = 0; i < m; i++) {
      x[i] = random.nextDouble();
      y[i] = Math.exp(-x[i]) + random.nextGaussian();
    }
    FitData data = new FitData(NDArray.of(x), NDArray.of(y), null);
    ExprSurface model = (t, p) -> p[0].multiply(p[1].multiply(t[0]).negative().exp());
    double[][] answers = new double[3][];
    int before = Lanewise.parallelism();
    try {
      for (int threads = 1; threads <= 3; threads++) {
        Lanewise.parallelism(threads);
        answers[threads - 1] =
            new SolverOptions().solve(new ExprResiduals(model, data, 2, 8_192), v(2, 2)).x();
      }
    } finally {
      Lanewise.parallelism(before);
    }
    assertThat(answers[1]).isEqualTo(answers[0]);
    assertThat(answers[2]).isEqualTo(answers[0]);
  }

  @Test
  void aPointwiseModelMayRunOnSeveralThreadsWithTheSameBits() {
    int m = 50_000;
    double[] x = new double[m];
    double[] y = new double[m];
    double[] sigma = new double[m];
    for (int i = 0; i < m; i++) {
      x[i] = i / (double) m;
      y[i] = Math.exp(-x[i]) + 0.1 * Math.sin(1000.0 * i);
      sigma[i] = 1 + x[i];
    }
    int before = Lanewise.parallelism();
    try {
      Lanewise.parallelism(3);
      CurveFit fit =
          CurveFit.pointwise((t, p) -> p[0] * StrictMath.exp(-p[1] * t)).start(2, 2).sigma(sigma);
      FitResult alone = fit.fit(x, y);
      FitResult together = fit.concurrent(true).fit(x, y);
      assertThat(together.parameters()).isEqualTo(alone.parameters());
      assertThat(together.covariance()).isEqualTo(alone.covariance());
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @Test
  void residualsAloneHaveTheBitsOfResidualsWithDerivatives() {
    Fixture data = new Fixture("offset1000");
    NDArray x = NDArray.of(data.get("x"));
    NDArray y = NDArray.of(data.get("y"));
    ExprSurface model = (t, p) -> p[0].multiply(p[1].multiply(t[0]).negative().exp());
    ExprResiduals residuals = new ExprResiduals(model, new FitData(x, y, y), 2, 1000);
    double[] alone = new double[1000];
    double[] block = new double[4000];
    residuals.residuals(v(2, .5), 0, 1000, alone, 0);
    residuals.linearise(v(2, .5), 0, 1000, block, 1000);
    assertThat(alone).isEqualTo(java.util.Arrays.copyOfRange(block, 2000, 3000));
  }
}
