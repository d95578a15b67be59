package io.lanewise.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Every method gives NumPy's numbers and leaves the stream where NumPy does.
class StreamTest {
  private static final long SEED = 20260801;

  /// Units in the last place that elementary functions may cost.
  private static final double TOLERANCE = 2;

  /// Calls in which a power or an arc cosine raises the error of what it is taken of, and how far
  /// off some of their samples are, in ULP.
  private static final Map<String, Double> STEEP =
      Map.ofEntries(
          Map.entry("g.vonmises(0.5, 2, 99)", 4.0),
          Map.entry("g.standard_gamma([0.0, 0.5, 1.0, 3.0, 1000.0], (20, 5))", 4.0),
          Map.entry("g.noncentral_chisquare(0.5, 2.5, 99)", 4.0),
          Map.entry("g.zipf(1.01, 99)", 4.0),
          Map.entry("r.standard_gamma(2.5, 99)", 4.0),
          Map.entry("r.gamma(2.5, 3, 99)", 5.0),
          Map.entry("r.f(3, 7, 99)", 4.0),
          Map.entry("r.noncentral_f(3, 7, 1.5, 99)", 4.0),
          Map.entry("r.dirichlet([0.01, 0.05, 0.09], 33)", 4.0),
          Map.entry("r.vonmises(0.5, 2, 99)", 9.0));

  /// Methods whose results are sums, near zero sometimes: digits count from where the terms' do.
  private static final Map<String, Double> TERMS =
      Map.ofEntries(
          Map.entry("g.laplace", 4.0),
          Map.entry("g.gumbel", 4.0),
          Map.entry("g.logistic", 4.0),
          Map.entry("g.vonmises", Math.PI),
          Map.entry("g.multivariate_normal", 8.0),
          Map.entry("r.laplace", 4.0),
          Map.entry("r.gumbel", 4.0),
          Map.entry("r.logistic", 4.0),
          Map.entry("r.vonmises", Math.PI),
          Map.entry("r.multivariate_normal", 8.0),
          // an exponential function less 1
          Map.entry("r.pareto", 2.0));

  /// Methods whose numbers are integers or exact arithmetic.
  private static final Set<String> EXACT =
      Set.of("g.random", "g.uniform", "g.integers", "g.choice", "g.permutation", "r.uniform");

  @Test
  void callsGiveNumPysNumbersAndLeaveItsStream() {
    List<String> wrong = new ArrayList<>();
    TreeMap<String, Double> distances = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (String[] fields : RandomFixtures.read("calls.tsv")) {
      String key = fields[0];
      seen.add(key);
      BitGenerator bits =
          fields[1].equals("legacy")
              ? MT19937.legacy(SEED)
              : BitGeneratorTest.generator(fields[1], SEED);
      NDArray actual;
      try {
        actual = run(key, bits);
      } catch (RuntimeException e) {
        wrong.add(key + " threw " + e);
        continue;
      }
      NDArray expected = RandomFixtures.array(fields[2], fields[3], fields[4]);
      String problem = compare(key, actual, expected, distances);
      if (problem == null && bits.randomRaw() != RandomFixtures.hexadecimal(fields[5])) {
        problem = "left the stream at another position";
      }
      if (problem != null) {
        wrong.add(key + " on " + fields[1] + " " + problem);
      }
    }
    assertThat(wrong).as("of %s calls; distances in ULP: %s", seen.size(), distances).isEmpty();
    assertThat(seen).containsAll(Calls.GENERATOR.keySet()).containsAll(Calls.LEGACY.keySet());
  }

  @Test
  void callsAfterOneAnotherStayAtNumPysPosition() {
    Map<String, Generator> generators = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String[] fields : RandomFixtures.read("chain.tsv")) {
      Generator g =
          generators.computeIfAbsent(
              fields[0], name -> new Generator(BitGeneratorTest.generator(name, SEED)));
      Calls.GENERATOR.get(fields[1]).apply(g);
      if (g.bitGenerator().randomRaw() != RandomFixtures.hexadecimal(fields[2])) {
        wrong.add(fields[0] + " after " + fields[1]);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(generators).hasSize(2);
  }

  private static NDArray run(String key, BitGenerator bits) {
    if (key.startsWith("old binomial")) {
      String[] words = key.split(" ");
      long n = Long.parseLong(words[2]);
      double p = Double.parseDouble(words[3]);
      return Fill.longs(new long[] {400}, () -> Binomial.OLD.next(bits, n, p));
    }
    Function<RandomState, NDArray> legacy = Calls.LEGACY.get(key);
    if (legacy != null) {
      return legacy.apply(new RandomState(bits));
    }
    return Calls.GENERATOR.get(key).apply(new Generator(bits));
  }

  private static String compare(
      String key, NDArray actual, NDArray expected, TreeMap<String, Double> distances) {
    if (actual.dtype() != expected.dtype()) {
      return "is " + actual.dtype() + ", not " + expected.dtype();
    }
    if (!actual.layout().sameShape(expected.layout())) {
      return "has layout " + actual.layout() + ", not " + expected.layout();
    }
    String method = key.substring(0, key.indexOf(key.startsWith("old") ? ' ' : '('));
    double distance = RandomFixtures.distance(actual, expected, TERMS.getOrDefault(method, 0.0));
    if (distance > 0) {
      distances.merge(key, distance, Math::max);
    }
    double tolerance = STEEP.getOrDefault(key, TOLERANCE);
    boolean close = distance <= (EXACT.contains(method) ? 0 : tolerance);
    return close ? null : "is " + distance + " ULP off: " + actual.reshape(-1);
  }
}
