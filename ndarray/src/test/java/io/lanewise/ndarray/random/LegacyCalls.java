package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The calls of distributions of [RandomState] in `make_random_fixtures.py`, by their text in
/// Python.
final class LegacyCalls {
  private LegacyCalls() {}

  private static void call(
      Map<String, Function<RandomState, NDArray>> calls,
      String key,
      Function<RandomState, NDArray> call) {
    calls.put(key, call);
  }

  static Map<String, Function<RandomState, NDArray>> distributions() {
    Map<String, Function<RandomState, NDArray>> all = new LinkedHashMap<>();
    call(all, "r.standard_gamma(0.0, 9)", r -> r.standardGamma(0.0, 9));
    call(all, "r.standard_gamma(0.3, 99)", r -> r.standardGamma(0.3, 99));
    call(all, "r.standard_gamma(1, 99)", r -> r.standardGamma(1, 99));
    call(all, "r.standard_gamma(2.5, 99)", r -> r.standardGamma(2.5, 99));
    call(
        all,
        "r.standard_gamma([0.5, 1.0, 3.0], (3, 3))",
        r -> r.standardGamma(NDArray.of(0.5, 1.0, 3.0), 3, 3));
    call(all, "r.gamma(2.5, 3, 99)", r -> r.gamma(2.5, 3, 99));
    call(
        all,
        "r.gamma([0.5, 2.0], [1.0, 3.0])",
        r -> r.gamma(NDArray.of(0.5, 2.0), NDArray.of(1.0, 3.0)));
    call(all, "r.beta(0.5, 0.75, 99)", r -> r.beta(0.5, 0.75, 99));
    call(all, "r.beta(2, 0.5, 99)", r -> r.beta(2, 0.5, 99));
    call(all, "r.beta(0.001, 0.0001, 99)", r -> r.beta(0.001, 0.0001, 99));
    call(all, "r.beta([0.5, 3.0], 4.0)", r -> r.beta(NDArray.of(0.5, 3.0), NDArray.scalar(4.0)));
    call(all, "r.chisquare(3, 99)", r -> r.chisquare(3, 99));
    call(all, "r.chisquare([0.5, 30.0], (9, 2))", r -> r.chisquare(NDArray.of(0.5, 30.0), 9, 2));
    call(all, "r.noncentral_chisquare(3, 2.5, 99)", r -> r.noncentralChisquare(3, 2.5, 99));
    call(all, "r.noncentral_chisquare(0.5, 2.5, 99)", r -> r.noncentralChisquare(0.5, 2.5, 99));
    call(
        all,
        "r.noncentral_chisquare([0.5, 3.0], [0.0, 25.0])",
        r -> r.noncentralChisquare(NDArray.of(0.5, 3.0), NDArray.of(0.0, 25.0)));
    call(all, "r.f(3, 7, 99)", r -> r.f(3, 7, 99));
    call(all, "r.f([3.0, 4.0], [7.0, 8.0])", r -> r.f(NDArray.of(3.0, 4.0), NDArray.of(7.0, 8.0)));
    call(all, "r.noncentral_f(3, 7, 1.5, 99)", r -> r.noncentralF(3, 7, 1.5, 99));
    call(
        all,
        "r.noncentral_f([3.0, 4.0], 7.0, 1.5)",
        r -> r.noncentralF(NDArray.of(3.0, 4.0), NDArray.scalar(7.0), NDArray.scalar(1.5)));
    call(all, "r.standard_t(4, 99)", r -> r.standardT(4, 99));
    call(all, "r.standard_t([0.5, 50.0], (9, 2))", r -> r.standardT(NDArray.of(0.5, 50.0), 9, 2));
    call(all, "r.standard_cauchy(99)", r -> r.standardCauchy(99));
    call(all, "r.standard_exponential(99)", r -> r.standardExponential(99));
    call(
        all,
        "r.exponential([1.0, 10.0, 100.0], (3, 3))",
        r -> r.exponential(NDArray.of(1.0, 10.0, 100.0), 3, 3));
    call(
        all,
        "r.normal([0.0, 10.0], [1.0, 2.0], (3, 2))",
        r -> r.normal(NDArray.of(0.0, 10.0), NDArray.of(1.0, 2.0), 3, 2));
    call(all, "r.lognormal(1, 0.5, 99)", r -> r.lognormal(1, 0.5, 99));
    call(
        all,
        "r.lognormal([1.0, 2.0], [3.0, 4.0])",
        r -> r.lognormal(NDArray.of(1.0, 2.0), NDArray.of(3.0, 4.0)));
    call(
        all,
        "r.uniform([1.0, 2.0], [3.0, 9.0], (3, 2))",
        r -> r.uniform(NDArray.of(1.0, 2.0), NDArray.of(3.0, 9.0), 3, 2));
    call(all, "r.laplace(1, 2, 99)", r -> r.laplace(1, 2, 99));
    call(
        all,
        "r.laplace([1.0, 2.0], [3.0, 4.0])",
        r -> r.laplace(NDArray.of(1.0, 2.0), NDArray.of(3.0, 4.0)));
    call(all, "r.gumbel(1, 2, 99)", r -> r.gumbel(1, 2, 99));
    call(
        all,
        "r.gumbel([1.0, 2.0], [3.0, 4.0])",
        r -> r.gumbel(NDArray.of(1.0, 2.0), NDArray.of(3.0, 4.0)));
    call(all, "r.logistic(1, 2, 99)", r -> r.logistic(1, 2, 99));
    call(
        all,
        "r.logistic([1.0, 2.0], [3.0, 4.0])",
        r -> r.logistic(NDArray.of(1.0, 2.0), NDArray.of(3.0, 4.0)));
    call(all, "r.rayleigh(2, 99)", r -> r.rayleigh(2, 99));
    call(all, "r.rayleigh([1.0, 2.0], (5, 2))", r -> r.rayleigh(NDArray.of(1.0, 2.0), 5, 2));
    call(all, "r.wald(2, 3, 99)", r -> r.wald(2, 3, 99));
    call(
        all,
        "r.wald([1.0, 2.0], [3.0, 4.0])",
        r -> r.wald(NDArray.of(1.0, 2.0), NDArray.of(3.0, 4.0)));
    call(all, "r.vonmises(0.5, 2, 99)", r -> r.vonmises(0.5, 2, 99));
    call(all, "r.vonmises(0.5, 1e-09, 99)", r -> r.vonmises(0.5, 1e-09, 99));
    call(all, "r.vonmises(0.5, 3e-06, 99)", r -> r.vonmises(0.5, 3e-06, 99));
    call(all, "r.vonmises(3, 10000000.0, 33)", r -> r.vonmises(3, 10000000.0, 33));
    call(
        all,
        "r.vonmises([-3.0, 2.0], [0.5, 400.0])",
        r -> r.vonmises(NDArray.of(-3.0, 2.0), NDArray.of(0.5, 400.0)));
    call(all, "r.pareto(3, 99)", r -> r.pareto(3, 99));
    call(all, "r.pareto([1.0, 30.0], (5, 2))", r -> r.pareto(NDArray.of(1.0, 30.0), 5, 2));
    call(all, "r.weibull(1.5, 99)", r -> r.weibull(1.5, 99));
    call(all, "r.weibull([0.0, 3.0], (5, 2))", r -> r.weibull(NDArray.of(0.0, 3.0), 5, 2));
    call(all, "r.power(2.5, 99)", r -> r.power(2.5, 99));
    call(all, "r.power([0.1, 30.0], (5, 2))", r -> r.power(NDArray.of(0.1, 30.0), 5, 2));
    call(all, "r.triangular(-1, 0.5, 3, 99)", r -> r.triangular(-1, 0.5, 3, 99));
    call(
        all,
        "r.triangular([-1.0, 0.0], [0.0, 0.0], [1.0, 2.0])",
        r -> r.triangular(NDArray.of(-1.0, 0.0), NDArray.of(0.0, 0.0), NDArray.of(1.0, 2.0)));
    call(all, "r.poisson([0.5, 50.0], (9, 2))", r -> r.poisson(NDArray.of(0.5, 50.0), 9, 2));
    call(all, "r.geometric(0.1, 99)", r -> r.geometric(0.1, 99));
    call(all, "r.geometric(0.5, 99)", r -> r.geometric(0.5, 99));
    call(all, "r.geometric(1e-18, 9)", r -> r.geometric(1e-18, 9));
    call(all, "r.geometric([0.1, 1.0], (9, 2))", r -> r.geometric(NDArray.of(0.1, 1.0), 9, 2));
    call(all, "r.logseries(0.9, 400)", r -> r.logseries(0.9, 400));
    call(
        all,
        "r.logseries([0.1, 0.999999], (9, 2))",
        r -> r.logseries(NDArray.of(0.1, 0.999999), 9, 2));
    call(all, "r.zipf(1.5, 99)", r -> r.zipf(1.5, 99));
    call(all, "r.zipf(1.01, 99)", r -> r.zipf(1.01, 99));
    call(all, "r.zipf([2.0, 50.0], (9, 2))", r -> r.zipf(NDArray.of(2.0, 50.0), 9, 2));
    call(all, "r.negative_binomial(3.5, 0.4, 99)", r -> r.negativeBinomial(3.5, 0.4, 99));
    call(
        all,
        "r.negative_binomial([1.0, 100.0], [0.5, 0.01])",
        r -> r.negativeBinomial(NDArray.of(1.0, 100.0), NDArray.of(0.5, 0.01)));
    call(
        all,
        "r.binomial([5, 50], [0.1, 0.4], (9, 2))",
        r -> r.binomial(NDArray.of(5L, 50L), NDArray.of(0.1, 0.4), 9, 2));
    call(all, "r.hypergeometric(15, 13, 9, 99)", r -> r.hypergeometric(15, 13, 9, 99));
    call(all, "r.hypergeometric(15, 13, 10, 99)", r -> r.hypergeometric(15, 13, 10, 99));
    call(all, "r.hypergeometric(13, 15, 10, 99)", r -> r.hypergeometric(13, 15, 10, 99));
    call(all, "r.hypergeometric(15, 13, 11, 99)", r -> r.hypergeometric(15, 13, 11, 99));
    call(all, "r.hypergeometric(15, 13, 25, 99)", r -> r.hypergeometric(15, 13, 25, 99));
    call(all, "r.hypergeometric(15, 13, 28, 9)", r -> r.hypergeometric(15, 13, 28, 9));
    call(all, "r.hypergeometric(0, 13, 5, 9)", r -> r.hypergeometric(0, 13, 5, 9));
    call(all, "r.hypergeometric(150, 130, 90, 400)", r -> r.hypergeometric(150, 130, 90, 400));
    call(all, "r.hypergeometric(130, 150, 190, 400)", r -> r.hypergeometric(130, 150, 190, 400));
    call(
        all,
        "r.hypergeometric(100000000, 10000000, 1000000, 400)",
        r -> r.hypergeometric(100000000, 10000000, 1000000, 400));
    call(
        all,
        "r.hypergeometric([15, 150], [13, 1300], [9, 900])",
        r -> r.hypergeometric(NDArray.of(15L, 150L), NDArray.of(13L, 1300L), NDArray.of(9L, 900L)));
    call(
        all,
        "r.multinomial(20, [0.2, 0.3, 0.5], (3, 4))",
        r -> r.multinomial(20, NDArray.of(0.2, 0.3, 0.5), 3, 4));
    call(
        all,
        "r.multinomial(20, [0.2, 0.8, 0.0], 9)",
        r -> r.multinomial(20, NDArray.of(0.2, 0.8, 0.0), 9));
    call(
        all,
        "r.multinomial(1000, [0.3, 0.3, 0.4], 33)",
        r -> r.multinomial(1000, NDArray.of(0.3, 0.3, 0.4), 33));
    call(
        all, "r.dirichlet([1.0, 2.5, 10.0], 33)", r -> r.dirichlet(NDArray.of(1.0, 2.5, 10.0), 33));
    call(
        all,
        "r.dirichlet([0.01, 0.05, 0.09], 33)",
        r -> r.dirichlet(NDArray.of(0.01, 0.05, 0.09), 33));
    call(
        all,
        "r.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33)",
        r ->
            r.multivariateNormal(
                NDArray.of(1.0, -2.0), NDArray.of(4.0, 0.0, 0.0, 9.0).reshape(2, 2), 33));
    call(
        all,
        "r.multivariate_normal([0.0, 0.0, 5.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0,"
            + " 1.0]], (2, 4))",
        r ->
            r.multivariateNormal(
                NDArray.of(0.0, 0.0, 5.0),
                NDArray.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0).reshape(3, 3),
                2,
                4));
    call(
        all,
        "r.randint([0, 5, -9], [[10], [2**40]])",
        r ->
            r.randint(NDArray.of(0L, 5, -9), NDArray.of(10L, 1L << 40).reshape(2, 1), DType.INT64));
    call(
        all,
        "r.randint([0, 5, -9], [[10], [100]], dtype='int8')",
        r -> r.randint(NDArray.of(0L, 5, -9), NDArray.of(10L, 100).reshape(2, 1), DType.INT8));
    call(
        all,
        "r.randint([0, 5, 9], [[10], [60000]], dtype='uint16')",
        r -> r.randint(NDArray.of(0L, 5, 9), NDArray.of(10L, 60000).reshape(2, 1), DType.UINT16));
    call(
        all,
        "r.randint([0, 5, 9], 256, (5, 3), dtype='uint8')",
        r -> r.randint(NDArray.of(0L, 5, 9), NDArray.scalar(256L), DType.UINT8, 5, 3));
    return all;
  }
}
