package io.lanewise.optimize.samebits;

import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.CurveFit;
import io.lanewise.optimize.DifferenceScheme;
import io.lanewise.optimize.FitResult;
import io.lanewise.optimize.Loss;
import java.util.Map;
import java.util.SplittableRandom;

/// Fits with and without bounds, with derivatives and differences, over enough points for many
/// blocks and threads, a hash of all that comes out for each.
final class FitBits {
  private static final long SEED = 20_261_128;
  private static final int POINTS = 100_003;

  private FitBits() {}

  static void run(Map<String, Long> hashes) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] noise = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      noise[i] = random.nextDouble(-0.05, 0.05);
    }
    NDArray x = NDArray.linspace(0, 4, POINTS);
    NDArray y =
        x.multiply(-1.3).exp().multiply(2.5).add(x.multiply(5).sin()).add(NDArray.of(noise));
    hashes.put("fit", fit(expression(), x, y));
    hashes.put(
        "fit_bounds",
        fit(
            expression()
                .bounds(new double[] {0, 1.5, 0, 4}, new double[] {2, 3, 2, 6})
                .start(1, 2, 0.5, 5.5),
            x,
            y));
    hashes.put("fit_robust", fit(expression().loss(Loss.SOFT_L1, 0.1), x, y));
    hashes.put("fit_sigma", fit(expression().sigma(NDArray.linspace(0.5, 2, POINTS)), x, y));
    hashes.put(
        "fit_differences",
        fit(
            CurveFit.function(
                    (t, p) -> t.multiply(-p[1]).exp().multiply(p[0]).add(t.multiply(p[2]).sin()))
                .differences(DifferenceScheme.TWO_POINT)
                .start(1, 1, 4.9),
            x,
            y));
  }

  private static CurveFit expression() {
    return CurveFit.model(
            (t, p) ->
                p[0].multiply(p[1].multiply(t).negative().exp())
                    .add(p[2].multiply(p[3].multiply(t).sin())))
        .start(1, 1, 0.5, 4.9);
  }

  private static long fit(CurveFit fit, NDArray x, NDArray y) {
    FitResult result = fit.fit(x, y).orThrow();
    BitHash hash = new BitHash();
    hash.add(result.parameters());
    for (double[] row : result.covariance()) {
      hash.add(row);
    }
    hash.add(result.cost(), result.optimality(), result.nfev());
    return hash.value();
  }
}
