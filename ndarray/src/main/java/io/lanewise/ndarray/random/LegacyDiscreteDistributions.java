package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ABOVE_1;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE_PROBABILITY;
import static io.lanewise.ndarray.random.Parameters.Condition.PROBABILITY;
import static io.lanewise.ndarray.random.Parameters.Condition.PROBABILITY_BELOW_1;
import static io.lanewise.ndarray.random.Parameters.check;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.random.Laws.Counting;
import java.util.Arrays;

/// The discrete distributions of [RandomState], and those of vectors.
abstract sealed class LegacyDiscreteDistributions extends LegacyContinuousDistributions
    permits RandomState {
  private static final Counting POISSON =
      new Counting("lam", Parameters.Condition.POISSON, (d, lam) -> Poisson.next(d.bits, lam));
  private static final Counting GEOMETRIC =
      new Counting("p", POSITIVE_PROBABILITY, LegacyLaws::geometric);
  private static final Counting LOGSERIES =
      new Counting("p", PROBABILITY_BELOW_1, LegacyLaws::logseries);
  private static final Counting ZIPF = new Counting("a", ABOVE_1, LegacyLaws::zipf);

  LegacyDiscreteDistributions(BitGenerator bits) {
    super(bits);
  }

  /// A count of events of which `lam` are expected.
  ///
  /// @throws IllegalArgumentException if `lam` is negative, NaN or too large for an int64
  public long poisson(double lam) {
    return POISSON.next(deviates, lam);
  }

  /// A new int64 array of such numbers.
  public NDArray poisson(double lam, long... size) {
    return POISSON.fill(deviates, lam, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray poisson(NDArray lam, long... size) {
    return POISSON.each(deviates, lam, size);
  }

  /// How many trials it takes to succeed, each with probability `p`.
  ///
  /// @throws IllegalArgumentException if `p` is not in (0, 1]
  public long geometric(double p) {
    return GEOMETRIC.next(deviates, p);
  }

  /// A new int64 array of such numbers.
  public NDArray geometric(double p, long... size) {
    return GEOMETRIC.fill(deviates, p, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray geometric(NDArray p, long... size) {
    return GEOMETRIC.each(deviates, p, size);
  }

  /// A positive integer k with probability proportional to p^k / k.
  ///
  /// @throws IllegalArgumentException if `p` is not in [0, 1)
  public long logseries(double p) {
    return LOGSERIES.next(deviates, p);
  }

  /// A new int64 array of such numbers.
  public NDArray logseries(double p, long... size) {
    return LOGSERIES.fill(deviates, p, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray logseries(NDArray p, long... size) {
    return LOGSERIES.each(deviates, p, size);
  }

  /// A positive integer k with probability proportional to k^-a.
  ///
  /// @throws IllegalArgumentException if `a` is not above 1
  public long zipf(double a) {
    return ZIPF.next(deviates, a);
  }

  /// A new int64 array of such numbers.
  public NDArray zipf(double a, long... size) {
    return ZIPF.fill(deviates, a, size);
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray zipf(NDArray a, long... size) {
    return ZIPF.each(deviates, a, size);
  }

  /// How many of `n` trials succeed, each with probability `p`.
  ///
  /// @throws IllegalArgumentException if `n` is negative, or `p` not in [0, 1]
  public long binomial(long n, double p) {
    DiscreteDistributions.requireTrials(n);
    return Binomial.OLD.drawn(bits, n, check(PROBABILITY, "p", p));
  }

  /// A new int64 array of such numbers.
  public NDArray binomial(long n, double p, long... size) {
    DiscreteDistributions.requireTrials(n);
    check(PROBABILITY, "p", p);
    return Fill.longs(size, () -> Binomial.OLD.drawn(bits, n, p));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray binomial(NDArray n, NDArray p, long... size) {
    Broadcast each = Broadcast.of(size, n, p);
    long[] ns = each.integers("n", n);
    double[] ps = each.values(PROBABILITY, "p", p);
    Arrays.stream(ns).forEach(DiscreteDistributions::requireTrials);
    return each.longs(i -> Binomial.OLD.drawn(bits, ns[i], ps[i]));
  }

  /// How many trials fail before `n`, which need not be an integer, succeed, each with probability
  /// `p`.
  ///
  /// @throws IllegalArgumentException if `n` is not positive, `p` is not in (0, 1], or the number
  ///   may not fit an int64
  public long negativeBinomial(double n, double p) {
    DiscreteDistributions.requireFailures(n, p);
    return Counts.negativeBinomial(deviates, n, p);
  }

  /// A new int64 array of such numbers.
  public NDArray negativeBinomial(double n, double p, long... size) {
    DiscreteDistributions.requireFailures(n, p);
    return Fill.longs(size, () -> Counts.negativeBinomial(deviates, n, p));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray negativeBinomial(NDArray n, NDArray p, long... size) {
    Broadcast each = Broadcast.of(size, n, p);
    double[] ns = each.values(POSITIVE, "n", n);
    double[] ps = each.values(POSITIVE_PROBABILITY, "p", p);
    for (int i = 0; i < ns.length; i++) {
      DiscreteDistributions.requireFailures(ns[i], ps[i]);
    }
    return each.longs(i -> Counts.negativeBinomial(deviates, ns[i], ps[i]));
  }

  /// How many of `nsample` items, drawn without replacement from `ngood` good and `nbad` bad ones,
  /// are good.
  ///
  /// @throws IllegalArgumentException if a number is negative, or `nsample` below 1 or above ngood
  ///   + nbad
  public long hypergeometric(long ngood, long nbad, long nsample) {
    requireUrn(ngood, nbad, nsample);
    return LegacyLaws.hypergeometric(deviates, ngood, nbad, nsample);
  }

  /// A new int64 array of such numbers.
  public NDArray hypergeometric(long ngood, long nbad, long nsample, long... size) {
    requireUrn(ngood, nbad, nsample);
    return Fill.longs(size, () -> LegacyLaws.hypergeometric(deviates, ngood, nbad, nsample));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray hypergeometric(NDArray ngood, NDArray nbad, NDArray nsample, long... size) {
    Broadcast each = Broadcast.of(size, ngood, nbad, nsample);
    long[] good = each.integers("ngood", ngood);
    long[] bad = each.integers("nbad", nbad);
    long[] sample = each.integers("nsample", nsample);
    for (int i = 0; i < good.length; i++) {
      requireUrn(good[i], bad[i], sample[i]);
    }
    return each.longs(i -> LegacyLaws.hypergeometric(deviates, good[i], bad[i], sample[i]));
  }

  private static void requireUrn(long ngood, long nbad, long nsample) {
    Parameters.require(ngood >= 0, "ngood < 0: ", ngood);
    Parameters.require(nbad >= 0, "nbad < 0: ", nbad);
    Parameters.require(nsample >= 1, "nsample < 1 or nsample is NaN: ", nsample);
    Parameters.require(nsample - ngood <= nbad, "ngood + nbad < nsample: ", nsample);
  }

  /// Counts of the outcomes of `n` draws with probabilities `pvals`, of which the last is taken to
  /// be what the others leave: an int64 array of shape size + (k,).
  ///
  /// @throws IllegalArgumentException if `n` is negative, `pvals` is not 1-D, a probability is not
  ///   in [0, 1], or those before the last sum to more than 1
  public NDArray multinomial(long n, NDArray pvals, long... size) {
    ContinuousDistributions.requireVector(pvals, "pvals");
    Parameters.require(pvals.size() > 0, "pvals must not be empty");
    DiscreteDistributions.requireTrials(n);
    double[] p = check(PROBABILITY, "pvals", pvals, pvals.shape());
    int k = p.length;
    DiscreteDistributions.requireSum(p, 0, k);
    NDArray result = NDArray.zeros(DType.INT64, ContinuousDistributions.joined(size, k));
    long[] out = (long[]) result.storage().array();
    for (int at = 0; at < out.length; at += k) {
      Multivariate.multinomial(Binomial.OLD, bits, n, p, 0, k, out, at);
    }
    return result;
  }

  /// A new array of points of the simplex, of shape size + (k,), with the concentrations `alpha` of
  /// shape (k,).
  ///
  /// @throws IllegalArgumentException if `alpha` is not 1-D, or an element not positive
  public NDArray dirichlet(NDArray alpha, long... size) {
    ContinuousDistributions.requireVector(alpha, "alpha");
    double[] concentrations = check(POSITIVE, "alpha", alpha, alpha.shape());
    int k = concentrations.length;
    NDArray result = NDArray.empty(DType.FLOAT64, ContinuousDistributions.joined(size, k));
    double[] out = (double[]) result.storage().array();
    for (int at = 0; at < out.length; at += k) {
      Multivariate.normalised(deviates, concentrations, out, at);
    }
    return result;
  }

  /// Normal vectors with the given mean and covariance, of shape size + (k,); see
  /// [Generator#multivariateNormal(NDArray, NDArray, long...)].
  public NDArray multivariateNormal(NDArray mean, NDArray cov, long... size) {
    return MultivariateNormal.of(mean, cov, Factorization.SVD).draw(deviates, size);
  }
}
