package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ANY;
import static io.lanewise.ndarray.random.Parameters.Condition.NON_NEGATIVE;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.random.Laws.One;
import io.lanewise.ndarray.random.Laws.Parameter;
import io.lanewise.ndarray.random.Laws.Three;
import io.lanewise.ndarray.random.Laws.Two;

/// The continuous distributions of [RandomState], which shows them as its own. Each has three
/// forms: one number, a new array, and a number for each element of arrays of parameters. Sources:
/// [LegacyLaws], [Gamma] and [Transforms].
abstract sealed class LegacyContinuousDistributions permits LegacyDiscreteDistributions {
  private static final One STANDARD_GAMMA = new One("shape", NON_NEGATIVE, Gamma::standard);
  private static final One EXPONENTIAL =
      new One("scale", NON_NEGATIVE, (d, scale) -> scale * d.exponential());
  private static final One CHISQUARE = new One("df", POSITIVE, Gamma::chisquare);
  private static final One STANDARD_T = new One("df", POSITIVE, Gamma::standardT);
  private static final One RAYLEIGH = new One("scale", NON_NEGATIVE, LegacyLaws::rayleigh);
  private static final One PARETO = new One("a", POSITIVE, LegacyLaws::pareto);
  private static final One WEIBULL = new One("a", NON_NEGATIVE, LegacyLaws::weibull);
  private static final One POWER = new One("a", POSITIVE, LegacyLaws::power);
  private static final Two NORMAL =
      new Two("loc", ANY, "scale", NON_NEGATIVE, (d, loc, scale) -> loc + scale * d.normal());
  private static final Two LOGNORMAL =
      new Two(
          "mean",
          ANY,
          "sigma",
          NON_NEGATIVE,
          (d, mean, sigma) -> Elementary.exp(mean + sigma * d.normal()));
  private static final Two LAPLACE =
      new Two(
          "loc",
          ANY,
          "scale",
          NON_NEGATIVE,
          (d, loc, scale) -> Transforms.laplace(d.bits, loc, scale));
  private static final Two GUMBEL =
      new Two(
          "loc",
          ANY,
          "scale",
          NON_NEGATIVE,
          (d, loc, scale) -> Transforms.gumbel(d.bits, loc, scale));
  private static final Two LOGISTIC =
      new Two(
          "loc",
          ANY,
          "scale",
          NON_NEGATIVE,
          (d, loc, scale) -> Transforms.logistic(d.bits, loc, scale));
  private static final Two GAMMA =
      new Two(
          "shape",
          NON_NEGATIVE,
          "scale",
          NON_NEGATIVE,
          (d, shape, scale) -> scale * Gamma.standard(d, shape));
  private static final Two BETA = new Two("a", POSITIVE, "b", POSITIVE, Gamma::betaOfPowers);
  private static final Two NONCENTRAL_CHISQUARE =
      new Two("df", POSITIVE, "nonc", NON_NEGATIVE, Gamma::noncentralChisquare);
  private static final Two F = new Two("dfnum", POSITIVE, "dfden", POSITIVE, Gamma::f);
  private static final Two VONMISES =
      new Two("mu", ANY, "kappa", NON_NEGATIVE, LegacyLaws::vonmises);
  private static final Two WALD = new Two("mean", POSITIVE, "scale", POSITIVE, LegacyLaws::wald);
  private static final Three NONCENTRAL_F =
      new Three(
          new Parameter("dfnum", POSITIVE),
          new Parameter("dfden", POSITIVE),
          new Parameter("nonc", NON_NEGATIVE),
          Gamma::noncentralF);

  final BitGenerator bits;
  final Deviates.Polar deviates;

  LegacyContinuousDistributions(BitGenerator bits) {
    this.bits = bits;
    deviates = new Deviates.Polar(bits);
  }

  /// A gamma number with scale 1.
  ///
  /// @throws IllegalArgumentException if `shape` is negative
  public double standardGamma(double shape) {
    return STANDARD_GAMMA.next(deviates, shape);
  }

  /// A new float64 array of such numbers.
  public NDArray standardGamma(double shape, long... size) {
    return STANDARD_GAMMA.fill(deviates, shape, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray standardGamma(NDArray shape, long... size) {
    return STANDARD_GAMMA.each(deviates, shape, size);
  }

  /// An exponential number with mean `scale`.
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double exponential(double scale) {
    return EXPONENTIAL.next(deviates, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray exponential(double scale, long... size) {
    return EXPONENTIAL.fill(deviates, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray exponential(NDArray scale, long... size) {
    return EXPONENTIAL.each(deviates, scale, size);
  }

  /// A chi-square number with `df` degrees of freedom.
  ///
  /// @throws IllegalArgumentException if `df` is not positive
  public double chisquare(double df) {
    return CHISQUARE.next(deviates, df);
  }

  /// A new float64 array of such numbers.
  public NDArray chisquare(double df, long... size) {
    return CHISQUARE.fill(deviates, df, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray chisquare(NDArray df, long... size) {
    return CHISQUARE.each(deviates, df, size);
  }

  /// A number of Student's t distribution with `df` degrees of freedom.
  ///
  /// @throws IllegalArgumentException if `df` is not positive
  public double standardT(double df) {
    return STANDARD_T.next(deviates, df);
  }

  /// A new float64 array of such numbers.
  public NDArray standardT(double df, long... size) {
    return STANDARD_T.fill(deviates, df, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray standardT(NDArray df, long... size) {
    return STANDARD_T.each(deviates, df, size);
  }

  /// A Rayleigh number.
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double rayleigh(double scale) {
    return RAYLEIGH.next(deviates, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray rayleigh(double scale, long... size) {
    return RAYLEIGH.fill(deviates, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray rayleigh(NDArray scale, long... size) {
    return RAYLEIGH.each(deviates, scale, size);
  }

  /// A Pareto (Lomax) number: density a (1 + x)^(-a - 1).
  ///
  /// @throws IllegalArgumentException if `a` is not positive
  public double pareto(double a) {
    return PARETO.next(deviates, a);
  }

  /// A new float64 array of such numbers.
  public NDArray pareto(double a, long... size) {
    return PARETO.fill(deviates, a, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray pareto(NDArray a, long... size) {
    return PARETO.each(deviates, a, size);
  }

  /// A Weibull number with shape `a` and scale 1.
  ///
  /// @throws IllegalArgumentException if `a` is negative
  public double weibull(double a) {
    return WEIBULL.next(deviates, a);
  }

  /// A new float64 array of such numbers.
  public NDArray weibull(double a, long... size) {
    return WEIBULL.fill(deviates, a, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray weibull(NDArray a, long... size) {
    return WEIBULL.each(deviates, a, size);
  }

  /// A number in [0, 1] with density a x^(a - 1).
  ///
  /// @throws IllegalArgumentException if `a` is not positive
  public double power(double a) {
    return POWER.next(deviates, a);
  }

  /// A new float64 array of such numbers.
  public NDArray power(double a, long... size) {
    return POWER.fill(deviates, a, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray power(NDArray a, long... size) {
    return POWER.each(deviates, a, size);
  }

  /// A normal number with mean `loc` and standard deviation `scale`.
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double normal(double loc, double scale) {
    return NORMAL.next(deviates, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray normal(double loc, double scale, long... size) {
    return NORMAL.fill(deviates, loc, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray normal(NDArray loc, NDArray scale, long... size) {
    return NORMAL.each(deviates, loc, scale, size);
  }

  /// A number whose logarithm is normal with mean `mean` and standard deviation `sigma`.
  ///
  /// @throws IllegalArgumentException if `sigma` is negative
  public double lognormal(double mean, double sigma) {
    return LOGNORMAL.next(deviates, mean, sigma);
  }

  /// A new float64 array of such numbers.
  public NDArray lognormal(double mean, double sigma, long... size) {
    return LOGNORMAL.fill(deviates, mean, sigma, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray lognormal(NDArray mean, NDArray sigma, long... size) {
    return LOGNORMAL.each(deviates, mean, sigma, size);
  }

  /// A Laplace number: density proportional to e^(-|x - loc| / scale).
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double laplace(double loc, double scale) {
    return LAPLACE.next(deviates, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray laplace(double loc, double scale, long... size) {
    return LAPLACE.fill(deviates, loc, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray laplace(NDArray loc, NDArray scale, long... size) {
    return LAPLACE.each(deviates, loc, scale, size);
  }

  /// A Gumbel number.
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double gumbel(double loc, double scale) {
    return GUMBEL.next(deviates, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray gumbel(double loc, double scale, long... size) {
    return GUMBEL.fill(deviates, loc, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray gumbel(NDArray loc, NDArray scale, long... size) {
    return GUMBEL.each(deviates, loc, scale, size);
  }

  /// A logistic number.
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double logistic(double loc, double scale) {
    return LOGISTIC.next(deviates, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray logistic(double loc, double scale, long... size) {
    return LOGISTIC.fill(deviates, loc, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray logistic(NDArray loc, NDArray scale, long... size) {
    return LOGISTIC.each(deviates, loc, scale, size);
  }

  /// A gamma number: density proportional to x^(shape - 1) e^(-x / scale).
  ///
  /// @throws IllegalArgumentException if `shape` is negative or `scale` is negative
  public double gamma(double shape, double scale) {
    return GAMMA.next(deviates, shape, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray gamma(double shape, double scale, long... size) {
    return GAMMA.fill(deviates, shape, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray gamma(NDArray shape, NDArray scale, long... size) {
    return GAMMA.each(deviates, shape, scale, size);
  }

  /// A beta number: density proportional to x^(a - 1) (1 - x)^(b - 1).
  ///
  /// @throws IllegalArgumentException if `a` is not positive or `b` is not positive
  public double beta(double a, double b) {
    return BETA.next(deviates, a, b);
  }

  /// A new float64 array of such numbers.
  public NDArray beta(double a, double b, long... size) {
    return BETA.fill(deviates, a, b, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray beta(NDArray a, NDArray b, long... size) {
    return BETA.each(deviates, a, b, size);
  }

  /// A chi-square number with `df` degrees of freedom and non-centrality `nonc`.
  ///
  /// @throws IllegalArgumentException if `df` is not positive or `nonc` is negative
  public double noncentralChisquare(double df, double nonc) {
    return NONCENTRAL_CHISQUARE.next(deviates, df, nonc);
  }

  /// A new float64 array of such numbers.
  public NDArray noncentralChisquare(double df, double nonc, long... size) {
    return NONCENTRAL_CHISQUARE.fill(deviates, df, nonc, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray noncentralChisquare(NDArray df, NDArray nonc, long... size) {
    return NONCENTRAL_CHISQUARE.each(deviates, df, nonc, size);
  }

  /// An F number with `dfnum` and `dfden` degrees of freedom.
  ///
  /// @throws IllegalArgumentException if `dfnum` is not positive or `dfden` is not positive
  public double f(double dfnum, double dfden) {
    return F.next(deviates, dfnum, dfden);
  }

  /// A new float64 array of such numbers.
  public NDArray f(double dfnum, double dfden, long... size) {
    return F.fill(deviates, dfnum, dfden, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray f(NDArray dfnum, NDArray dfden, long... size) {
    return F.each(deviates, dfnum, dfden, size);
  }

  /// An angle in [-pi, pi] around `mu` with concentration `kappa`.
  ///
  /// @throws IllegalArgumentException if `kappa` is negative
  public double vonmises(double mu, double kappa) {
    return VONMISES.next(deviates, mu, kappa);
  }

  /// A new float64 array of such numbers.
  public NDArray vonmises(double mu, double kappa, long... size) {
    return VONMISES.fill(deviates, mu, kappa, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray vonmises(NDArray mu, NDArray kappa, long... size) {
    return VONMISES.each(deviates, mu, kappa, size);
  }

  /// An inverse Gaussian number.
  ///
  /// @throws IllegalArgumentException if `mean` is not positive or `scale` is not positive
  public double wald(double mean, double scale) {
    return WALD.next(deviates, mean, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray wald(double mean, double scale, long... size) {
    return WALD.fill(deviates, mean, scale, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray wald(NDArray mean, NDArray scale, long... size) {
    return WALD.each(deviates, mean, scale, size);
  }

  /// An F number with `dfnum` and `dfden` degrees of freedom and non-centrality `nonc`.
  ///
  /// @throws IllegalArgumentException if `dfnum` is not positive or `dfden` is not positive or
  ///   `nonc` is negative
  public double noncentralF(double dfnum, double dfden, double nonc) {
    return NONCENTRAL_F.next(deviates, dfnum, dfden, nonc);
  }

  /// A new float64 array of such numbers.
  public NDArray noncentralF(double dfnum, double dfden, double nonc, long... size) {
    return NONCENTRAL_F.fill(deviates, dfnum, dfden, nonc, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray noncentralF(NDArray dfnum, NDArray dfden, NDArray nonc, long... size) {
    return NONCENTRAL_F.each(deviates, dfnum, dfden, nonc, size);
  }

  /// A standard exponential number.
  public double standardExponential() {
    return deviates.exponential();
  }

  /// A new float64 array of such numbers.
  public NDArray standardExponential(long... size) {
    return Fill.doubles(size, deviates::exponential);
  }

  /// The quotient of two standard normal numbers.
  public double standardCauchy() {
    double x = deviates.normal();
    return x / deviates.normal();
  }

  /// A new float64 array of such numbers.
  public NDArray standardCauchy(long... size) {
    return Fill.doubles(size, this::standardCauchy);
  }

  /// A number of the triangular distribution from `left` to `right` with its peak at `mode`.
  ///
  /// @throws IllegalArgumentException if these do not rise, or `left` is `right`
  public double triangular(double left, double mode, double right) {
    ContinuousDistributions.requireTriangle(left, mode, right);
    return Transforms.triangular(bits, left, mode, right);
  }

  /// A new float64 array of such numbers.
  public NDArray triangular(double left, double mode, double right, long... size) {
    ContinuousDistributions.requireTriangle(left, mode, right);
    return Fill.doubles(size, () -> Transforms.triangular(bits, left, mode, right));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray triangular(NDArray left, NDArray mode, NDArray right, long... size) {
    Broadcast each = Broadcast.of(size, left, mode, right);
    double[] lefts = each.values(ANY, "left", left);
    double[] modes = each.values(ANY, "mode", mode);
    double[] rights = each.values(ANY, "right", right);
    for (int i = 0; i < lefts.length; i++) {
      ContinuousDistributions.requireTriangle(lefts[i], modes[i], rights[i]);
    }
    return each.doubles(i -> Transforms.triangular(bits, lefts[i], modes[i], rights[i]));
  }

  /// A number uniform in [low, high).
  ///
  /// @throws ArithmeticException if the difference is not finite
  public double uniform(double low, double high) {
    return low + range(low, high) * bits.nextDouble();
  }

  /// A new float64 array of numbers uniform in [low, high).
  public NDArray uniform(double low, double high, long... size) {
    double range = range(low, high);
    return Fill.doubles(size, () -> low + range * bits.nextDouble());
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray uniform(NDArray low, NDArray high, long... size) {
    Broadcast each = Broadcast.of(size, low, high);
    double[] lows = each.values(ANY, "low", low);
    double[] ranges = each.values(ANY, "high", high);
    for (int i = 0; i < lows.length; i++) {
      ranges[i] = range(lows[i], ranges[i]);
    }
    return each.doubles(i -> lows[i] + ranges[i] * bits.nextDouble());
  }

  private static double range(double low, double high) {
    double range = high - low;
    if (!Double.isFinite(range)) {
      throw new ArithmeticException("Range exceeds valid bounds: " + high + " - " + low);
    }
    return range;
  }
}
