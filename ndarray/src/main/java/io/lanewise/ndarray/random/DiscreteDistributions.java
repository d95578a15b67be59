package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ABOVE_1;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE;
import static io.lanewise.ndarray.random.Parameters.Condition.POSITIVE_PROBABILITY;
import static io.lanewise.ndarray.random.Parameters.Condition.PROBABILITY;
import static io.lanewise.ndarray.random.Parameters.Condition.PROBABILITY_BELOW_1;
import static io.lanewise.ndarray.random.Parameters.check;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.random.Laws.Counting;
import java.util.Arrays;

/// The discrete distributions of [Generator], which shows them as its own.
abstract sealed class DiscreteDistributions extends ContinuousDistributions permits Generator {
  /// NumPy's limit for the numbers in an urn.
  private static final long MAX_URN = 1_000_000_000;

  /// What rounding may add to a sum of probabilities, as in NumPy.
  private static final double SUM_TOLERANCE = 1e-12;

  private static final Counting POISSON =
      new Counting("lam", Parameters.Condition.POISSON, (d, lam) -> Poisson.next(d.bits, lam));
  private static final Counting GEOMETRIC =
      new Counting("p", POSITIVE_PROBABILITY, (d, p) -> Counts.geometric(d.bits, p));
  private static final Counting LOGSERIES =
      new Counting("p", PROBABILITY_BELOW_1, (d, p) -> Counts.logseries(d.bits, p));
  private static final Counting ZIPF = new Counting("a", ABOVE_1, (d, a) -> Counts.zipf(d.bits, a));

  DiscreteDistributions(BitGenerator bits) {
    super(bits);
  }

  /// A count of events of which `lam` are expected. (`poisson`)
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

  /// How many trials it takes to succeed, each with probability `p`. (`geometric`)
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

  /// A positive integer k with probability proportional to p^k / k. (`logseries`)
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

  /// A positive integer k with probability proportional to k^-a. (`zipf`)
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

  /// How many of `n` trials succeed, each with probability `p`. The stream is NumPy 2.5's, which
  /// differs from 2.4's where n p is above 30.
  ///
  /// @throws IllegalArgumentException if `n` is negative, or `p` not in [0, 1]
  public long binomial(long n, double p) {
    requireTrials(n);
    return Binomial.CURRENT.next(bits, n, check(PROBABILITY, "p", p));
  }

  /// A new int64 array of such numbers.
  public NDArray binomial(long n, double p, long... size) {
    requireTrials(n);
    check(PROBABILITY, "p", p);
    return Fill.longs(size, () -> Binomial.CURRENT.next(bits, n, p));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray binomial(NDArray n, NDArray p, long... size) {
    Broadcast each = Broadcast.of(size, n, p);
    long[] ns = each.integers("n", n);
    double[] ps = each.values(PROBABILITY, "p", p);
    Arrays.stream(ns).forEach(DiscreteDistributions::requireTrials);
    return each.longs(i -> Binomial.CURRENT.next(bits, ns[i], ps[i]));
  }

  static void requireTrials(long n) {
    Parameters.require(n >= 0, "n < 0: ", n);
  }

  /// How many trials fail before `n`, which need not be an integer, succeed, each with probability
  /// `p`.
  ///
  /// @throws IllegalArgumentException if `n` is not positive, `p` is not in (0, 1], or the number
  ///   may not fit an int64
  public long negativeBinomial(double n, double p) {
    requireFailures(n, p);
    return Counts.negativeBinomial(deviates, n, p);
  }

  /// A new int64 array of such numbers.
  public NDArray negativeBinomial(double n, double p, long... size) {
    requireFailures(n, p);
    return Fill.longs(size, () -> Counts.negativeBinomial(deviates, n, p));
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray negativeBinomial(NDArray n, NDArray p, long... size) {
    Broadcast each = Broadcast.of(size, n, p);
    double[] ns = each.values(POSITIVE, "n", n);
    double[] ps = each.values(POSITIVE_PROBABILITY, "p", p);
    for (int i = 0; i < ns.length; i++) {
      requireFailures(ns[i], ps[i]);
    }
    return each.longs(i -> Counts.negativeBinomial(deviates, ns[i], ps[i]));
  }

  static void requireFailures(double n, double p) {
    check(POSITIVE, "n", n);
    check(POSITIVE_PROBABILITY, "p", p);
    Parameters.require(
        !((1 - p) / p * (n + 10 * Math.sqrt(n)) > Parameters.MAX_POISSON),
        "n too large or p too small, see Generator.negative_binomial Notes: n = " + n + ", p = ",
        p);
  }

  /// How many of `nsample` items, drawn without replacement from `ngood` good and `nbad` bad ones,
  /// are good.
  ///
  /// @throws IllegalArgumentException if a number is negative, `nsample` above ngood + nbad, or the
  ///   others not below 10^9
  public long hypergeometric(long ngood, long nbad, long nsample) {
    requireUrn(ngood, nbad, nsample);
    return Hypergeometric.next(bits, ngood, nbad, nsample);
  }

  /// A new int64 array of such numbers.
  public NDArray hypergeometric(long ngood, long nbad, long nsample, long... size) {
    requireUrn(ngood, nbad, nsample);
    return Fill.longs(size, () -> Hypergeometric.next(bits, ngood, nbad, nsample));
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
    return each.longs(i -> Hypergeometric.next(bits, good[i], bad[i], sample[i]));
  }

  private static void requireUrn(long ngood, long nbad, long nsample) {
    Parameters.require(
        ngood < MAX_URN && nbad < MAX_URN, "both ngood and nbad must be less than ", MAX_URN);
    Parameters.require(ngood >= 0, "ngood < 0: ", ngood);
    Parameters.require(nbad >= 0, "nbad < 0: ", nbad);
    Parameters.require(nsample >= 0, "nsample < 0: ", nsample);
    Parameters.require(
        ngood + nbad >= nsample, "ngood + nbad < nsample: " + (ngood + nbad) + " < ", nsample);
  }

  /// Counts of the outcomes of `n` draws with probabilities `pvals`, of which the last is taken to
  /// be what the others leave: an int64 array of shape size + (k,) for `pvals` of shape (k,). Where
  /// `pvals` has more axes, one vector for each of its last axis, and `size` is their shape, if
  /// given. The stream is NumPy 2.5's.
  ///
  /// @throws IllegalArgumentException if `n` is negative, a probability is not in [0, 1], or those
  ///   before the last sum to more than 1
  public NDArray multinomial(long n, NDArray pvals, long... size) {
    requireTrials(n);
    long[] leading =
        pvals.ndim() > 1 && size.length == 0
            ? Arrays.copyOf(pvals.shape(), pvals.ndim() - 1)
            : size;
    return multinomial(NDArray.of(n).reshape().broadcastTo(leading), pvals, leading);
  }

  /// As [#multinomial(long, NDArray, long...)] with a number of draws for each vector, broadcast
  /// with the leading axes of `pvals`.
  public NDArray multinomial(NDArray n, NDArray pvals, long... size) {
    if (pvals.ndim() == 0 || pvals.shape(-1) == 0) {
      throw new ShapeException(
          "pvals must have at least 1 dimension and the last dimension of pvals must be greater"
              + " than 0.");
    }
    int k = Math.toIntExact(pvals.shape(-1));
    NDArray first = pvals.get("..., 0");
    Broadcast each =
        Broadcast.of(size.length == 0 && n.ndim() == 0 ? first.shape() : size, n, first);
    long[] ns = each.integers("n", n);
    Arrays.stream(ns).forEach(DiscreteDistributions::requireTrials);
    long[] shape = joined(each.shape(), k);
    double[] p = check(PROBABILITY, "pvals", pvals, shape);
    for (int at = 0; at < p.length; at += k) {
      requireSum(p, at, k);
    }
    long[] out = new long[p.length];
    for (int i = 0; i < ns.length; i++) {
      Multivariate.multinomial(Binomial.CURRENT, bits, ns[i], p, i * k, k, out, i * k);
    }
    return NDArray.of(out).reshape(shape);
  }

  static void requireSum(double[] p, int at, int k) {
    double sum = Sampling.sum(p, at, at + k - 1);
    Parameters.require(sum <= 1 + SUM_TOLERANCE, "sum(pvals[:-1]) > 1.0: ", sum);
  }

  /// Counts of the colours in a sample of `nsample` balls, drawn without replacement from an urn
  /// with `colors` of each: an int64 array of shape size + (k,). NumPy's method `marginals`, its
  /// default.
  ///
  /// @throws IllegalArgumentException if `colors` is no 1-D array of non-negative integers that sum
  ///   to less than 10^9, or `nsample` is negative or above their sum
  public NDArray multivariateHypergeometric(NDArray colors, long nsample, long... size) {
    requireVector(colors, "colors");
    long[] counts = Parameters.integers("colors", colors, colors.shape());
    long total = 0;
    for (long count : counts) {
      Parameters.require(
          count >= 0,
          "colors must be a one-dimensional sequence of nonnegative integers not exceeding"
              + " 9223372036854775807: ",
          count);
      total = Math.addExact(total, count);
    }
    Parameters.require(
        total < MAX_URN, "When method is \"marginals\", sum(colors) must be less than ", MAX_URN);
    Parameters.require(nsample >= 0, "nsample must be nonnegative: ", nsample);
    Parameters.require(nsample <= total, "nsample > sum(colors): " + nsample + " > ", total);
    NDArray result = NDArray.zeros(DType.INT64, joined(size, counts.length));
    long[] out = (long[]) result.storage().array();
    for (int at = 0; at < out.length; at += counts.length) {
      Multivariate.hypergeometric(bits, counts, total, nsample, out, at);
    }
    return result;
  }
}
