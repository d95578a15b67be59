package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ANY;
import static io.lanewise.ndarray.random.Parameters.Condition.NON_NEGATIVE;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE;
import static io.lanewise.ndarray.random.Parameters.check;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.random.Laws.One;
import io.lanewise.ndarray.random.Laws.Parameter;
import io.lanewise.ndarray.random.Laws.Three;
import io.lanewise.ndarray.random.Laws.Two;
import java.util.Arrays;

/// The continuous distributions of [Generator], which shows them as its own. Each has three forms:
/// one number, a new array, and a number for each element of arrays of parameters.
abstract sealed class ContinuousDistributions permits DiscreteDistributions {
  private static final One EXPONENTIAL =
      new One("scale", NON_NEGATIVE, (d, scale) -> scale * d.exponential());
  private static final One STANDARD_GAMMA = new One("shape", NON_NEGATIVE, Gamma::standard);
  private static final Two GAMMA =
      new Two(
          "shape",
          NON_NEGATIVE,
          "scale",
          NON_NEGATIVE,
          (d, shape, scale) -> scale * Gamma.standard(d, shape));
  private static final Two BETA = new Two("a", POSITIVE, "b", POSITIVE, Gamma::beta);
  private static final One CHISQUARE = new One("df", POSITIVE, Gamma::chisquare);
  private static final Two NONCENTRAL_CHISQUARE =
      new Two("df", POSITIVE, "nonc", NON_NEGATIVE, Gamma::noncentralChisquare);
  private static final Two F = new Two("dfnum", POSITIVE, "dfden", POSITIVE, Gamma::f);
  private static final Three NONCENTRAL_F =
      new Three(
          new Parameter("dfnum", POSITIVE),
          new Parameter("dfden", POSITIVE),
          new Parameter("nonc", NON_NEGATIVE),
          Gamma::noncentralF);
  private static final One STANDARD_T = new One("df", POSITIVE, Gamma::standardT);
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
  private static final Two LOGNORMAL =
      new Two(
          "mean",
          ANY,
          "sigma",
          NON_NEGATIVE,
          (d, mean, sigma) -> Transforms.lognormal(d.bits, mean, sigma));
  private static final One RAYLEIGH =
      new One("scale", NON_NEGATIVE, (d, scale) -> Transforms.rayleigh(d.bits, scale));
  private static final Two WALD =
      new Two(
          "mean",
          POSITIVE,
          "scale",
          POSITIVE,
          (d, mean, scale) -> Transforms.wald(d.bits, mean, scale));
  private static final Two VONMISES =
      new Two(
          "mu",
          ANY,
          "kappa",
          NON_NEGATIVE,
          (d, mu, kappa) -> Transforms.vonmises(d.bits, mu, kappa));
  private static final One PARETO = new One("a", POSITIVE, (d, a) -> Transforms.pareto(d.bits, a));
  private static final One WEIBULL =
      new One("a", NON_NEGATIVE, (d, a) -> Transforms.weibull(d.bits, a));
  private static final One POWER = new One("a", POSITIVE, (d, a) -> Transforms.power(d.bits, a));

  final BitGenerator bits;
  final Deviates deviates;

  ContinuousDistributions(BitGenerator bits) {
    this.bits = bits;
    deviates = new Deviates.Layered(bits);
  }

  /// A normal number with mean `loc` and standard deviation `scale`. (`normal`)
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double normal(double loc, double scale) {
    check(NON_NEGATIVE, "scale", scale);
    return loc + scale * Ziggurat.normal(bits);
  }

  /// A new float64 array of such numbers.
  public NDArray normal(double loc, double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.run(
        NDArray.empty(DType.FLOAT64, size),
        (array, from, to) -> {
          double[] a = (double[]) array;
          for (int i = from; i < to; i++) {
            a[i] = loc + scale * Ziggurat.normal(bits);
          }
        });
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray normal(NDArray loc, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, loc, scale);
    double[] locs = each.values(ANY, "loc", loc);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> locs[i] + scales[i] * Ziggurat.normal(bits));
  }

  /// An exponential number with mean `scale`. (`exponential`)
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

  /// A gamma number with scale 1. (`standard_gamma`)
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

  /// A gamma number: density proportional to x^(shape - 1) e^(-x / scale). (`gamma`)
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

  /// A beta number: density proportional to x^(a - 1) (1 - x)^(b - 1). (`beta`)
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

  /// A chi-square number with `df` degrees of freedom. (`chisquare`)
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

  /// A noncentral chi-square number, `nonc` being the sum of the squared means.
  /// (`noncentral_chisquare`)
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

  /// A number of the F distribution. (`f`)
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

  /// A number of the noncentral F distribution. (`noncentral_f`)
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

  /// A number of Student's t distribution with `df` degrees of freedom. (`standard_t`)
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

  /// A number of the Cauchy distribution with location 0 and scale 1. (`standard_cauchy`)
  public double standardCauchy() {
    return Transforms.standardCauchy(bits);
  }

  /// A new float64 array of such numbers.
  public NDArray standardCauchy(long... size) {
    return Fill.doubles(size, () -> Transforms.standardCauchy(bits));
  }

  /// A number of the double exponential distribution. (`laplace`)
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

  /// A number of the Gumbel distribution, of the largest of many. (`gumbel`)
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

  /// A number of the logistic distribution. (`logistic`)
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

  /// e to the power of a normal number. (`lognormal`)
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

  /// A number of the Rayleigh distribution: the length of a vector of two normal numbers.
  /// (`rayleigh`)
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

  /// A number of the inverse Gaussian distribution. (`wald`)
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

  /// An angle in [-pi, pi], in radians, of the von Mises distribution: the normal one of the
  /// circle. (`vonmises`)
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

  /// A number of the Pareto II (Lomax) distribution. (`pareto`)
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

  /// A number of the Weibull distribution with scale 1. (`weibull`)
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

  /// A number in [0, 1] with density a x^(a - 1). (`power`)
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

  /// A number of the triangular distribution on [left, right] with its peak at `mode`.
  ///
  /// @throws IllegalArgumentException if not left <= mode <= right and left < right
  public double triangular(double left, double mode, double right) {
    requireTriangle(left, mode, right);
    return Transforms.triangular(bits, left, mode, right);
  }

  /// A new float64 array of such numbers.
  public NDArray triangular(double left, double mode, double right, long... size) {
    requireTriangle(left, mode, right);
    return Fill.doubles(size, () -> Transforms.triangular(bits, left, mode, right));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray triangular(NDArray left, NDArray mode, NDArray right, long... size) {
    Broadcast each = Broadcast.of(size, left, mode, right);
    double[] lefts = each.values(ANY, "left", left);
    double[] modes = each.values(ANY, "mode", mode);
    double[] rights = each.values(ANY, "right", right);
    for (int i = 0; i < lefts.length; i++) {
      requireTriangle(lefts[i], modes[i], rights[i]);
    }
    return each.doubles(i -> Transforms.triangular(bits, lefts[i], modes[i], rights[i]));
  }

  static void requireTriangle(double left, double mode, double right) {
    Parameters.require(!(left > mode), "left > mode: " + left + " > ", mode);
    Parameters.require(!(mode > right), "mode > right: " + mode + " > ", right);
    Parameters.require(left != right, "left == right: ", left);
  }

  /// A new float64 or float32 array of gamma numbers with scale 1.
  ///
  /// @throws IllegalArgumentException if `shape` is negative, or for another dtype
  public NDArray standardGamma(DType dtype, double shape, long... size) {
    return standardGamma(shape, NDArray.empty(Fill.requireReal(dtype, "standard_gamma"), size));
  }

  /// Fills a float64 or float32 array with gamma numbers of scale 1, and returns it.
  ///
  /// @throws IllegalArgumentException if `shape` is negative, or for another dtype
  public NDArray standardGamma(double shape, NDArray out) {
    check(NON_NEGATIVE, "shape", shape);
    if (isFloat(out, "standard_gamma")) {
      return Fill.run(
          out,
          (array, from, to) -> {
            float[] a = (float[]) array;
            for (int i = from; i < to; i++) {
              a[i] = Gamma.standardFloat(bits, (float) shape);
            }
          });
    }
    return Fill.run(out, Fill.doubles(() -> Gamma.standard(deviates, shape)));
  }

  /// A new array of points of the simplex, of shape size + (k,), with the concentrations `alpha` of
  /// shape (k,).
  ///
  /// @throws IllegalArgumentException if `alpha` is not 1-D, or an element negative
  public NDArray dirichlet(NDArray alpha, long... size) {
    requireVector(alpha, "alpha");
    double[] concentrations = check(NON_NEGATIVE, "alpha", alpha, alpha.shape());
    NDArray result = NDArray.empty(DType.FLOAT64, joined(size, concentrations.length));
    double[] out = (double[]) result.storage().array();
    for (int at = 0; at < out.length; at += concentrations.length) {
      Multivariate.dirichlet(deviates, concentrations, out, at);
    }
    return result;
  }

  /// Normal vectors with mean `mean` of shape (k,) and covariance `cov` of shape (k, k): a new
  /// float64 array of shape size + (k,). NumPy's numbers for diagonal covariances; for others they
  /// depend on the signs of eigenvectors, which NumPy leaves to LAPACK, and here have a rule: the
  /// largest component is positive. [Factorization#CHOLESKY] has no such freedom.
  /// (`multivariate_normal`)
  ///
  /// @throws ShapeException if the shapes are others
  /// @throws IllegalArgumentException if `cov` is not symmetric and positive semidefinite to 8
  ///   digits, which in NumPy is a warning, or not finite
  public NDArray multivariateNormal(NDArray mean, NDArray cov, long... size) {
    return multivariateNormal(mean, cov, Factorization.SVD, size);
  }

  /// The same with another factor of the covariance.
  ///
  /// @throws IllegalArgumentException also if `cov` is not positive definite with CHOLESKY
  public NDArray multivariateNormal(NDArray mean, NDArray cov, Factorization method, long... size) {
    return MultivariateNormal.of(mean, cov, method).draw(deviates, size);
  }

  static boolean isFloat(NDArray out, String method) {
    return Fill.requireOut(out, Fill.requireReal(out.dtype(), method)).dtype() == DType.FLOAT32;
  }

  static void requireVector(NDArray values, String name) {
    if (values.ndim() != 1) {
      throw new ShapeException(
          name + " must be one-dimensional, not of shape " + Shapes.toString(values.shape()));
    }
  }

  static long[] joined(long[] size, int last) {
    long[] shape = Arrays.copyOf(size, size.length + 1);
    shape[size.length] = last;
    return shape;
  }
}
