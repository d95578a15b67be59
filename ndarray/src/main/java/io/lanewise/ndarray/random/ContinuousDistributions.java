package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ANY;
import static io.lanewise.ndarray.random.Parameters.Condition.NON_NEGATIVE;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE;
import static io.lanewise.ndarray.random.Parameters.check;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// The continuous distributions of [Generator], which shows them as its own. Each has three forms:
/// one number, a new array, and a number for each element of arrays of parameters.
abstract sealed class ContinuousDistributions permits DiscreteDistributions {
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
    check(NON_NEGATIVE, "scale", scale);
    return scale * Ziggurat.exponential(bits);
  }

  /// A new float64 array of such numbers.
  public NDArray exponential(double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> scale * Ziggurat.exponential(bits));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray exponential(NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, scale);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> scales[i] * Ziggurat.exponential(bits));
  }

  /// A gamma number with scale 1. (`standard_gamma`)
  ///
  /// @throws IllegalArgumentException if `shape` is negative
  public double standardGamma(double shape) {
    check(NON_NEGATIVE, "shape", shape);
    return Gamma.standard(deviates, shape);
  }

  /// A new float64 array of such numbers.
  public NDArray standardGamma(double shape, long... size) {
    check(NON_NEGATIVE, "shape", shape);
    return Fill.doubles(size, () -> Gamma.standard(deviates, shape));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray standardGamma(NDArray shape, long... size) {
    Broadcast each = Broadcast.of(size, shape);
    double[] shapes = each.values(NON_NEGATIVE, "shape", shape);
    return each.doubles(i -> Gamma.standard(deviates, shapes[i]));
  }

  /// A gamma number: density proportional to x^(shape - 1) e^(-x / scale). (`gamma`)
  ///
  /// @throws IllegalArgumentException if `shape` is negative or `scale` is negative
  public double gamma(double shape, double scale) {
    check(NON_NEGATIVE, "shape", shape);
    check(NON_NEGATIVE, "scale", scale);
    return scale * Gamma.standard(deviates, shape);
  }

  /// A new float64 array of such numbers.
  public NDArray gamma(double shape, double scale, long... size) {
    check(NON_NEGATIVE, "shape", shape);
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> scale * Gamma.standard(deviates, shape));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray gamma(NDArray shape, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, shape, scale);
    double[] shapes = each.values(NON_NEGATIVE, "shape", shape);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> scales[i] * Gamma.standard(deviates, shapes[i]));
  }

  /// A beta number: density proportional to x^(a - 1) (1 - x)^(b - 1). (`beta`)
  ///
  /// @throws IllegalArgumentException if `a` is not positive or `b` is not positive
  public double beta(double a, double b) {
    check(POSITIVE, "a", a);
    check(POSITIVE, "b", b);
    return Gamma.beta(deviates, a, b);
  }

  /// A new float64 array of such numbers.
  public NDArray beta(double a, double b, long... size) {
    check(POSITIVE, "a", a);
    check(POSITIVE, "b", b);
    return Fill.doubles(size, () -> Gamma.beta(deviates, a, b));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray beta(NDArray a, NDArray b, long... size) {
    Broadcast each = Broadcast.of(size, a, b);
    double[] as = each.values(POSITIVE, "a", a);
    double[] bs = each.values(POSITIVE, "b", b);
    return each.doubles(i -> Gamma.beta(deviates, as[i], bs[i]));
  }

  /// A chi-square number with `df` degrees of freedom. (`chisquare`)
  ///
  /// @throws IllegalArgumentException if `df` is not positive
  public double chisquare(double df) {
    check(POSITIVE, "df", df);
    return Gamma.chisquare(deviates, df);
  }

  /// A new float64 array of such numbers.
  public NDArray chisquare(double df, long... size) {
    check(POSITIVE, "df", df);
    return Fill.doubles(size, () -> Gamma.chisquare(deviates, df));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray chisquare(NDArray df, long... size) {
    Broadcast each = Broadcast.of(size, df);
    double[] dfs = each.values(POSITIVE, "df", df);
    return each.doubles(i -> Gamma.chisquare(deviates, dfs[i]));
  }

  /// A noncentral chi-square number, `nonc` being the sum of the squared means.
  /// (`noncentral_chisquare`)
  ///
  /// @throws IllegalArgumentException if `df` is not positive or `nonc` is negative
  public double noncentralChisquare(double df, double nonc) {
    check(POSITIVE, "df", df);
    check(NON_NEGATIVE, "nonc", nonc);
    return Gamma.noncentralChisquare(deviates, df, nonc);
  }

  /// A new float64 array of such numbers.
  public NDArray noncentralChisquare(double df, double nonc, long... size) {
    check(POSITIVE, "df", df);
    check(NON_NEGATIVE, "nonc", nonc);
    return Fill.doubles(size, () -> Gamma.noncentralChisquare(deviates, df, nonc));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray noncentralChisquare(NDArray df, NDArray nonc, long... size) {
    Broadcast each = Broadcast.of(size, df, nonc);
    double[] dfs = each.values(POSITIVE, "df", df);
    double[] noncs = each.values(NON_NEGATIVE, "nonc", nonc);
    return each.doubles(i -> Gamma.noncentralChisquare(deviates, dfs[i], noncs[i]));
  }

  /// A number of the F distribution. (`f`)
  ///
  /// @throws IllegalArgumentException if `dfnum` is not positive or `dfden` is not positive
  public double f(double dfnum, double dfden) {
    check(POSITIVE, "dfnum", dfnum);
    check(POSITIVE, "dfden", dfden);
    return Gamma.f(deviates, dfnum, dfden);
  }

  /// A new float64 array of such numbers.
  public NDArray f(double dfnum, double dfden, long... size) {
    check(POSITIVE, "dfnum", dfnum);
    check(POSITIVE, "dfden", dfden);
    return Fill.doubles(size, () -> Gamma.f(deviates, dfnum, dfden));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray f(NDArray dfnum, NDArray dfden, long... size) {
    Broadcast each = Broadcast.of(size, dfnum, dfden);
    double[] dfnums = each.values(POSITIVE, "dfnum", dfnum);
    double[] dfdens = each.values(POSITIVE, "dfden", dfden);
    return each.doubles(i -> Gamma.f(deviates, dfnums[i], dfdens[i]));
  }

  /// A number of the noncentral F distribution. (`noncentral_f`)
  ///
  /// @throws IllegalArgumentException if `dfnum` is not positive or `dfden` is not positive or
  ///   `nonc` is negative
  public double noncentralF(double dfnum, double dfden, double nonc) {
    check(POSITIVE, "dfnum", dfnum);
    check(POSITIVE, "dfden", dfden);
    check(NON_NEGATIVE, "nonc", nonc);
    return Gamma.noncentralF(deviates, dfnum, dfden, nonc);
  }

  /// A new float64 array of such numbers.
  public NDArray noncentralF(double dfnum, double dfden, double nonc, long... size) {
    check(POSITIVE, "dfnum", dfnum);
    check(POSITIVE, "dfden", dfden);
    check(NON_NEGATIVE, "nonc", nonc);
    return Fill.doubles(size, () -> Gamma.noncentralF(deviates, dfnum, dfden, nonc));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray noncentralF(NDArray dfnum, NDArray dfden, NDArray nonc, long... size) {
    Broadcast each = Broadcast.of(size, dfnum, dfden, nonc);
    double[] dfnums = each.values(POSITIVE, "dfnum", dfnum);
    double[] dfdens = each.values(POSITIVE, "dfden", dfden);
    double[] noncs = each.values(NON_NEGATIVE, "nonc", nonc);
    return each.doubles(i -> Gamma.noncentralF(deviates, dfnums[i], dfdens[i], noncs[i]));
  }

  /// A number of Student's t distribution with `df` degrees of freedom. (`standard_t`)
  ///
  /// @throws IllegalArgumentException if `df` is not positive
  public double standardT(double df) {
    check(POSITIVE, "df", df);
    return Gamma.standardT(deviates, df);
  }

  /// A new float64 array of such numbers.
  public NDArray standardT(double df, long... size) {
    check(POSITIVE, "df", df);
    return Fill.doubles(size, () -> Gamma.standardT(deviates, df));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray standardT(NDArray df, long... size) {
    Broadcast each = Broadcast.of(size, df);
    double[] dfs = each.values(POSITIVE, "df", df);
    return each.doubles(i -> Gamma.standardT(deviates, dfs[i]));
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
    check(NON_NEGATIVE, "scale", scale);
    return Transforms.laplace(bits, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray laplace(double loc, double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> Transforms.laplace(bits, loc, scale));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray laplace(NDArray loc, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, loc, scale);
    double[] locs = each.values(ANY, "loc", loc);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> Transforms.laplace(bits, locs[i], scales[i]));
  }

  /// A number of the Gumbel distribution, of the largest of many. (`gumbel`)
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double gumbel(double loc, double scale) {
    check(NON_NEGATIVE, "scale", scale);
    return Transforms.gumbel(bits, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray gumbel(double loc, double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> Transforms.gumbel(bits, loc, scale));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray gumbel(NDArray loc, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, loc, scale);
    double[] locs = each.values(ANY, "loc", loc);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> Transforms.gumbel(bits, locs[i], scales[i]));
  }

  /// A number of the logistic distribution. (`logistic`)
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double logistic(double loc, double scale) {
    check(NON_NEGATIVE, "scale", scale);
    return Transforms.logistic(bits, loc, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray logistic(double loc, double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> Transforms.logistic(bits, loc, scale));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray logistic(NDArray loc, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, loc, scale);
    double[] locs = each.values(ANY, "loc", loc);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> Transforms.logistic(bits, locs[i], scales[i]));
  }

  /// e to the power of a normal number. (`lognormal`)
  ///
  /// @throws IllegalArgumentException if `sigma` is negative
  public double lognormal(double mean, double sigma) {
    check(NON_NEGATIVE, "sigma", sigma);
    return Transforms.lognormal(bits, mean, sigma);
  }

  /// A new float64 array of such numbers.
  public NDArray lognormal(double mean, double sigma, long... size) {
    check(NON_NEGATIVE, "sigma", sigma);
    return Fill.doubles(size, () -> Transforms.lognormal(bits, mean, sigma));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray lognormal(NDArray mean, NDArray sigma, long... size) {
    Broadcast each = Broadcast.of(size, mean, sigma);
    double[] means = each.values(ANY, "mean", mean);
    double[] sigmas = each.values(NON_NEGATIVE, "sigma", sigma);
    return each.doubles(i -> Transforms.lognormal(bits, means[i], sigmas[i]));
  }

  /// A number of the Rayleigh distribution: the length of a vector of two normal numbers.
  /// (`rayleigh`)
  ///
  /// @throws IllegalArgumentException if `scale` is negative
  public double rayleigh(double scale) {
    check(NON_NEGATIVE, "scale", scale);
    return Transforms.rayleigh(bits, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray rayleigh(double scale, long... size) {
    check(NON_NEGATIVE, "scale", scale);
    return Fill.doubles(size, () -> Transforms.rayleigh(bits, scale));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray rayleigh(NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, scale);
    double[] scales = each.values(NON_NEGATIVE, "scale", scale);
    return each.doubles(i -> Transforms.rayleigh(bits, scales[i]));
  }

  /// A number of the inverse Gaussian distribution. (`wald`)
  ///
  /// @throws IllegalArgumentException if `mean` is not positive or `scale` is not positive
  public double wald(double mean, double scale) {
    check(POSITIVE, "mean", mean);
    check(POSITIVE, "scale", scale);
    return Transforms.wald(bits, mean, scale);
  }

  /// A new float64 array of such numbers.
  public NDArray wald(double mean, double scale, long... size) {
    check(POSITIVE, "mean", mean);
    check(POSITIVE, "scale", scale);
    return Fill.doubles(size, () -> Transforms.wald(bits, mean, scale));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray wald(NDArray mean, NDArray scale, long... size) {
    Broadcast each = Broadcast.of(size, mean, scale);
    double[] means = each.values(POSITIVE, "mean", mean);
    double[] scales = each.values(POSITIVE, "scale", scale);
    return each.doubles(i -> Transforms.wald(bits, means[i], scales[i]));
  }

  /// An angle in [-pi, pi], in radians, of the von Mises distribution: the normal one of the
  /// circle. (`vonmises`)
  ///
  /// @throws IllegalArgumentException if `kappa` is negative
  public double vonmises(double mu, double kappa) {
    check(NON_NEGATIVE, "kappa", kappa);
    return Transforms.vonmises(bits, mu, kappa);
  }

  /// A new float64 array of such numbers.
  public NDArray vonmises(double mu, double kappa, long... size) {
    check(NON_NEGATIVE, "kappa", kappa);
    return Fill.doubles(size, () -> Transforms.vonmises(bits, mu, kappa));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray vonmises(NDArray mu, NDArray kappa, long... size) {
    Broadcast each = Broadcast.of(size, mu, kappa);
    double[] mus = each.values(ANY, "mu", mu);
    double[] kappas = each.values(NON_NEGATIVE, "kappa", kappa);
    return each.doubles(i -> Transforms.vonmises(bits, mus[i], kappas[i]));
  }

  /// A number of the Pareto II (Lomax) distribution. (`pareto`)
  ///
  /// @throws IllegalArgumentException if `a` is not positive
  public double pareto(double a) {
    check(POSITIVE, "a", a);
    return Transforms.pareto(bits, a);
  }

  /// A new float64 array of such numbers.
  public NDArray pareto(double a, long... size) {
    check(POSITIVE, "a", a);
    return Fill.doubles(size, () -> Transforms.pareto(bits, a));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray pareto(NDArray a, long... size) {
    Broadcast each = Broadcast.of(size, a);
    double[] as = each.values(POSITIVE, "a", a);
    return each.doubles(i -> Transforms.pareto(bits, as[i]));
  }

  /// A number of the Weibull distribution with scale 1. (`weibull`)
  ///
  /// @throws IllegalArgumentException if `a` is negative
  public double weibull(double a) {
    check(NON_NEGATIVE, "a", a);
    return Transforms.weibull(bits, a);
  }

  /// A new float64 array of such numbers.
  public NDArray weibull(double a, long... size) {
    check(NON_NEGATIVE, "a", a);
    return Fill.doubles(size, () -> Transforms.weibull(bits, a));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray weibull(NDArray a, long... size) {
    Broadcast each = Broadcast.of(size, a);
    double[] as = each.values(NON_NEGATIVE, "a", a);
    return each.doubles(i -> Transforms.weibull(bits, as[i]));
  }

  /// A number in [0, 1] with density a x^(a - 1). (`power`)
  ///
  /// @throws IllegalArgumentException if `a` is not positive
  public double power(double a) {
    check(POSITIVE, "a", a);
    return Transforms.power(bits, a);
  }

  /// A new float64 array of such numbers.
  public NDArray power(double a, long... size) {
    check(POSITIVE, "a", a);
    return Fill.doubles(size, () -> Transforms.power(bits, a));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray power(NDArray a, long... size) {
    Broadcast each = Broadcast.of(size, a);
    double[] as = each.values(POSITIVE, "a", a);
    return each.doubles(i -> Transforms.power(bits, as[i]));
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
