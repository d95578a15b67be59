package io.lanewise.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Bad input is refused in NumPy's words, before anything is drawn.
class ErrorsTest {
  private static final Map<String, BiConsumer<Generator, RandomState>> CALLS =
      new LinkedHashMap<>();

  static {
    call("g.integers(5, 5)", (g, r) -> g.integers(5, 5));
    call(
        "g.integers(6, 5, endpoint=True)",
        (g, r) -> g.integers(IntegerRange.closed(6, 5), DType.INT64));
    call("g.integers(0)", (g, r) -> g.integers(0));
    call(
        "g.integers(0, 300, dtype='int8')",
        (g, r) -> g.integers(IntegerRange.of(0, 300), DType.INT8));
    call(
        "g.integers(-200, 3, dtype='int8')",
        (g, r) -> g.integers(IntegerRange.of(-200, 3), DType.INT8));
    call(
        "g.integers(-2, 3, dtype='uint8')",
        (g, r) -> g.integers(IntegerRange.of(-2, 3), DType.UINT8));
    call("g.integers(0, 3, dtype='bool')", (g, r) -> g.integers(IntegerRange.of(0, 3), DType.BOOL));
    call(
        "g.integers([5, 1], [5, 2])",
        (g, r) -> g.integers(NDArray.of(5L, 1L), NDArray.of(5L, 2L), DType.INT64));
    call(
        "g.integers([0, 1], [5, 500], dtype='int8')",
        (g, r) -> g.integers(NDArray.of(0L, 1L), NDArray.of(5L, 500L), DType.INT8));
    call(
        "g.integers([1], [-1], dtype='uint64')",
        (g, r) -> g.integers(NDArray.of(1L), NDArray.of(-1L), DType.UINT64));
    call(
        "g.integers([-5], [5], dtype='uint64')",
        (g, r) -> g.integers(NDArray.of(-5L), NDArray.of(5L), DType.UINT64));
    call(
        "g.integers([-5], [-2], dtype='uint64')",
        (g, r) -> g.integers(NDArray.of(-5L), NDArray.of(-2L), DType.UINT64));
    call(
        "g.integers(np.uint64([2**63 + 1]), np.uint64([2**63]), dtype='uint64')",
        (g, r) -> g.integers(uint64(Long.MIN_VALUE + 1), uint64(Long.MIN_VALUE), DType.UINT64));
    call(
        "g.integers(np.uint64([2**63]), np.uint64([2**63 + 1]))",
        (g, r) -> g.integers(uint64(Long.MIN_VALUE), uint64(Long.MIN_VALUE + 1), DType.INT64));
    call(
        "g.integers([1], np.uint64([2**63 + 1]))",
        (g, r) -> g.integers(NDArray.of(1L), uint64(Long.MIN_VALUE + 1), DType.INT64));
    call(
        "g.integers(0, 5, dtype='float64')",
        (g, r) -> g.integers(IntegerRange.of(0, 5), DType.FLOAT64));
    call("g.uniform(1, 0)", (g, r) -> g.uniform(1, 0));
    call("g.uniform(0, np.inf)", (g, r) -> g.uniform(0, Double.POSITIVE_INFINITY));
    call("g.normal(0, -1)", (g, r) -> g.normal(0, -1));
    call("g.normal(0, -0.0)", (g, r) -> g.normal(0, -0.0));
    call("g.normal(0, [1, -1])", (g, r) -> g.normal(NDArray.of(0L).reshape(), NDArray.of(1L, -1L)));
    call("g.exponential(-1)", (g, r) -> g.exponential(-1));
    call("g.standard_gamma(-1)", (g, r) -> g.standardGamma(-1));
    call("g.gamma(1, -1)", (g, r) -> g.gamma(1, -1));
    call("g.beta(0, 1)", (g, r) -> g.beta(0, 1));
    call("g.beta(1, -0.0)", (g, r) -> g.beta(1, -0.0));
    call("g.chisquare(0)", (g, r) -> g.chisquare(0));
    call("g.f(0, 1)", (g, r) -> g.f(0, 1));
    call("g.f(1, 0)", (g, r) -> g.f(1, 0));
    call("g.noncentral_f(1, 1, -1)", (g, r) -> g.noncentralF(1, 1, -1));
    call("g.noncentral_chisquare(1, -1)", (g, r) -> g.noncentralChisquare(1, -1));
    call("g.standard_t(0)", (g, r) -> g.standardT(0));
    call("g.vonmises(0, -1)", (g, r) -> g.vonmises(0, -1));
    call("g.pareto(0)", (g, r) -> g.pareto(0));
    call("g.weibull(-1)", (g, r) -> g.weibull(-1));
    call("g.power(0)", (g, r) -> g.power(0));
    call("g.laplace(0, -1)", (g, r) -> g.laplace(0, -1));
    call("g.gumbel(0, -1)", (g, r) -> g.gumbel(0, -1));
    call("g.logistic(0, -1)", (g, r) -> g.logistic(0, -1));
    call("g.lognormal(0, -1)", (g, r) -> g.lognormal(0, -1));
    call("g.rayleigh(-1)", (g, r) -> g.rayleigh(-1));
    call("g.wald(0, 1)", (g, r) -> g.wald(0, 1));
    call("g.wald(1, 0)", (g, r) -> g.wald(1, 0));
    call("g.triangular(1, 0, 2)", (g, r) -> g.triangular(1, 0, 2));
    call("g.triangular(0, 3, 2)", (g, r) -> g.triangular(0, 3, 2));
    call("g.triangular(1, 1, 1)", (g, r) -> g.triangular(1, 1, 1));
    call("g.binomial(-1, 0.5)", (g, r) -> g.binomial(-1, 0.5));
    call("g.binomial(1, 1.5)", (g, r) -> g.binomial(1, 1.5));
    call("g.binomial(1, np.nan)", (g, r) -> g.binomial(1, Double.NaN));
    call(
        "g.binomial(1, [0.5, np.nan])",
        (g, r) -> g.binomial(NDArray.of(1L), NDArray.of(0.5, Double.NaN)));
    call("g.negative_binomial(0, 0.5)", (g, r) -> g.negativeBinomial(0, 0.5));
    call("g.negative_binomial(1, 0)", (g, r) -> g.negativeBinomial(1, 0));
    call(
        "g.negative_binomial(2**62, 1e-10)",
        (g, r) -> g.negativeBinomial(4611686018427387904L, 1e-10));
    call("g.poisson(-1)", (g, r) -> g.poisson(-1));
    call("g.poisson(np.nan)", (g, r) -> g.poisson(Double.NaN));
    call("g.poisson(1e30)", (g, r) -> g.poisson(1e+30));
    call("g.poisson([1, -1])", (g, r) -> g.poisson(NDArray.of(1L, -1L)));
    call("g.zipf(1)", (g, r) -> g.zipf(1));
    call("g.zipf([2, 1])", (g, r) -> g.zipf(NDArray.of(2L, 1L)));
    call("g.geometric(0)", (g, r) -> g.geometric(0));
    call("g.geometric(1.5)", (g, r) -> g.geometric(1.5));
    call("g.hypergeometric(1, 1, -1)", (g, r) -> g.hypergeometric(1, 1, -1));
    call("g.hypergeometric(1, 1, 3)", (g, r) -> g.hypergeometric(1, 1, 3));
    call("g.hypergeometric(2 * 10**9, 1, 3)", (g, r) -> g.hypergeometric(2_000_000_000, 1, 3));
    call("g.logseries(1)", (g, r) -> g.logseries(1));
    call("g.logseries([0.5, 1])", (g, r) -> g.logseries(NDArray.of(0.5, 1.0)));
    call(
        "g.multinomial(5, [0.5, -0.1, 0.6])",
        (g, r) -> g.multinomial(5, NDArray.of(0.5, -0.1, 0.6)));
    call(
        "g.multinomial(5, [0.75, 0.5, 0.25])",
        (g, r) -> g.multinomial(5, NDArray.of(0.75, 0.5, 0.25)));
    call("g.multinomial(-1, [0.5, 0.5])", (g, r) -> g.multinomial(-1, NDArray.of(0.5, 0.5)));
    call("g.multinomial(5, [])", (g, r) -> g.multinomial(5, NDArray.of(new double[0])));
    call("g.multinomial(5, 0.5)", (g, r) -> g.multinomial(5, NDArray.scalar(0.5)));
    call("g.dirichlet([0.5, -1])", (g, r) -> g.dirichlet(NDArray.of(0.5, -1.0)));
    call("g.choice(0)", (g, r) -> g.choice(0, 1));
    call("g.choice([])", (g, r) -> g.choice(NDArray.of(new double[0]), 1));
    call("g.choice(5, 6, replace=False)", (g, r) -> g.choice(5, Choice.withoutReplacement(), 6));
    call(
        "g.choice(5, 2, p=[0.5, 0.5])",
        (g, r) -> g.choice(5, Choice.withReplacement().p(0.5, 0.5), 2));
    call(
        "g.choice(2, 2, p=[[0.5, 0.5]])",
        (g, r) ->
            g.choice(2, Choice.withReplacement().p(NDArray.of(new double[][] {{0.5, 0.5}})), 2));
    call(
        "g.choice(2, 2, p=[0.5, 0.6])",
        (g, r) -> g.choice(2, Choice.withReplacement().p(0.5, 0.6), 2));
    call(
        "g.choice(2, 2, p=[-0.5, 1.5])",
        (g, r) -> g.choice(2, Choice.withReplacement().p(-0.5, 1.5), 2));
    call(
        "g.choice(2, 2, p=[np.nan, 1.5])",
        (g, r) -> g.choice(2, Choice.withReplacement().p(Double.NaN, 1.5), 2));
    call(
        "g.choice(3, 3, p=[0.5, 0.5, 0], replace=False)",
        (g, r) -> g.choice(3, Choice.withoutReplacement().p(0.5, 0.5, 0), 3));
    call("g.permuted([1, 2], axis=3)", (g, r) -> g.permuted(NDArray.of(1L, 2L), 3));
    call("g.shuffle(np.arange(3), axis=1)", (g, r) -> g.shuffle(NDArray.arange(3), 1));
    call("g.random(3, dtype='int64')", (g, r) -> g.random(DType.INT64, 3));
    call(
        "g.permuted(np.arange(4), axis=0, out=np.zeros(3, int))",
        (g, r) -> g.permuted(NDArray.arange(4), 0, NDArray.zeros(DType.INT64, 3)));
    call(
        "g.permuted(np.arange(4.), axis=0, out=np.zeros(4, int))",
        (g, r) -> g.permuted(NDArray.zeros(4), 0, NDArray.zeros(DType.INT64, 4)));
    call(
        "g.normal([0, 1], 1, (2, 1))",
        (g, r) -> g.normal(NDArray.of(0L, 1L), NDArray.of(1L).reshape(), 2, 1));
    call(
        "g.multivariate_hypergeometric([1, 2], 4)",
        (g, r) -> g.multivariateHypergeometric(NDArray.of(1L, 2L), 4));
    call(
        "g.multivariate_hypergeometric([1, 2], -1)",
        (g, r) -> g.multivariateHypergeometric(NDArray.of(1L, 2L), -1));
    call(
        "g.multivariate_hypergeometric([10**9, 2], 1)",
        (g, r) -> g.multivariateHypergeometric(NDArray.of(1000000000L, 2L), 1));
    call("np.random.default_rng(-1)", (g, r) -> Generator.of(-1));
    call(
        "np.random.SeedSequence(1, pool_size=3)",
        (g, r) -> SeedSequence.of(new BigInteger[] {BigInteger.ONE}, new long[0], 3));
    call("np.random.RandomState(-1)", (g, r) -> new RandomState(-1));
    call("np.random.RandomState(2**32)", (g, r) -> new RandomState(1L << 32));
    call("np.random.RandomState([])", (g, r) -> new RandomState(new long[0]));
    call("r.randint(5, 5)", (g, r) -> r.randint(5, 5));
    call(
        "r.randint(0, 300, dtype='int8')",
        (g, r) -> r.randint(IntegerRange.of(0, 300), DType.INT8));
    call("r.uniform(0, np.inf)", (g, r) -> r.uniform(0, Double.POSITIVE_INFINITY));
    call("r.normal(0, -1)", (g, r) -> r.normal(0, -1));
    call("r.choice(0)", (g, r) -> r.choice(0, Choice.withReplacement(), 1));
    call("r.choice(3, 4, replace=False)", (g, r) -> r.choice(3, Choice.withoutReplacement(), 4));
    call("r.choice(5, -1)", (g, r) -> r.choice(5, Choice.withReplacement(), -1));
    call(
        "r.randint([1], [-1], dtype='uint64')",
        (g, r) -> r.randint(NDArray.of(1L), NDArray.of(-1L), DType.UINT64));
    call("r.normal([0, 1], 1, -1)", (g, r) -> r.normal(NDArray.of(0L, 1L), NDArray.scalar(1), -1));
    call("g.choice(5, -1)", (g, r) -> g.choice(5, -1));
    call("g.choice([5, 6], (0, -1))", (g, r) -> g.choice(NDArray.of(5L, 6L), 0, -1));
    call("g.normal([0, 1], 1, -1)", (g, r) -> g.normal(NDArray.of(0L, 1L), NDArray.scalar(1), -1));
    call("g.poisson([1, 2], -2)", (g, r) -> g.poisson(NDArray.of(1L, 2L), -2));
    call(
        "np.random.SeedSequence(1).generate_state(-1)",
        (g, r) -> SeedSequence.of(1).generateState(-1));
    call("r.exponential(-1)", (g, r) -> r.exponential(-1));
    call("r.hypergeometric(1, 1, 0)", (g, r) -> r.hypergeometric(1, 1, 0));
    call("r.hypergeometric(1, 1, 3)", (g, r) -> r.hypergeometric(1, 1, 3));
    call("r.dirichlet([0.5, 0])", (g, r) -> r.dirichlet(NDArray.of(0.5, 0)));
    call(
        "g.multivariate_normal([[1]], [[1]])",
        (g, r) -> g.multivariateNormal(NDArray.ones(1, 1), NDArray.ones(1, 1)));
    call(
        "g.multivariate_normal([1], [1])",
        (g, r) -> g.multivariateNormal(NDArray.ones(1), NDArray.ones(1)));
    call(
        "g.multivariate_normal([1, 2], [[1]])",
        (g, r) -> g.multivariateNormal(NDArray.of(1.0, 2), NDArray.ones(1, 1)));
    call(
        "g.multivariate_normal([1, 2], [[1, 2], [2, 1]], check_valid='raise')",
        (g, r) -> g.multivariateNormal(NDArray.of(1.0, 2), NDArray.of(1.0, 2, 2, 1).reshape(2, 2)));
  }

  private static NDArray uint64(long bits) {
    return NDArray.of(bits).astype(DType.UINT64);
  }

  private static void call(String key, BiConsumer<Generator, RandomState> call) {
    CALLS.put(key, call);
  }

  @Test
  void badInputIsRefusedInNumPysWordsAndDrawsNothing() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String[] fields : RandomFixtures.read("errors.tsv")) {
      count++;
      Generator g = Generator.of(1);
      RandomState r = new RandomState(1);
      BitGenerator.State before = g.bitGenerator().state();
      RandomState.State beforeLegacy = r.state();
      Throwable thrown = catchThrowable(() -> CALLS.get(fields[0]).accept(g, r));
      boolean right =
          (thrown instanceof IllegalArgumentException
                  || thrown instanceof ArithmeticException
                  || thrown instanceof AxisException)
              && normal(thrown.getMessage()).startsWith(normal(fields[1]));
      if (!right) {
        wrong.add(fields[0] + " should say '" + fields[1] + "' but " + thrown);
      } else if (!g.bitGenerator().state().equals(before) || !r.state().equals(beforeLegacy)) {
        wrong.add(fields[0] + " drew before it failed");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(CALLS.size());
  }

  /// Shapes are printed without blanks here, and the full stop at the end may be followed by
  /// values.
  private static String normal(String message) {
    String text = message.replace(", ", ",");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  @Test
  void moreThanAJavaArrayHoldsIsRefusedInWords() {
    Generator g = Generator.of(1);
    RandomState r = new RandomState(1);
    NDArray wide = NDArray.scalar(0.0).broadcastTo(1L << 40);
    List<Runnable> calls =
        List.of(
            () -> g.permutation(5_000_000_000L),
            () -> r.permutation(5_000_000_000L),
            () -> g.choice(5_000_000_000L, Choice.withoutReplacement(), 200_000_000),
            () -> g.normal(wide, NDArray.scalar(1.0)),
            () -> g.choice(3, 1L << 40),
            () -> SeedSequence.of(1).generateLongState(1 << 30));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(ShapeException.class)
          .hasMessageContaining("array is too big");
    }
  }

  @Test
  void sampleTooLargeForItsSetIsRefusedBeforeAnythingIsDrawn() {
    Generator g = Generator.of(1);
    BitGenerator.State before = g.bitGenerator().state();
    for (int size : new int[] {1 << 29, 1 << 30}) {
      assertThatThrownBy(() -> g.choice(1L << 40, Choice.withoutReplacement(), size))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most 536870911 elements, not " + size);
    }
    assertThat(g.bitGenerator().state()).isEqualTo(before);
  }

  @Test
  void olderChoiceRefusesWhatItDoesNotHave() {
    RandomState r = new RandomState(1);
    for (Choice how :
        List.of(Choice.withReplacement().axis(7), Choice.withoutReplacement().shuffle(false))) {
      assertThatThrownBy(() -> r.choice(NDArray.arange(3), how, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("neither axis nor shuffle");
    }
  }
}
