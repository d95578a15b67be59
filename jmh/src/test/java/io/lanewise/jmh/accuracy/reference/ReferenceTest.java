package io.lanewise.jmh.accuracy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The double-double functions against the values that make_reference_fixtures.py has from mpmath.
class ReferenceTest {
  private static final Map<String, List<Point>> POINTS = points();

  private record Point(double[] arguments, TrueValue value) {
    /// From the words behind the function's name.
    static Point of(String[] words) {
      int arity = words.length - 4;
      double[] numbers =
          Arrays.stream(words, 1, 1 + arity).mapToDouble(Double::parseDouble).toArray();
      return new Point(
          numbers,
          new TrueValue(
              Long.parseLong(words[arity + 1]),
              Double.parseDouble(words[arity + 2]),
              Double.parseDouble(words[arity + 3])));
    }
  }

  private static Map<String, List<Point>> points() {
    try (InputStream stream = ReferenceTest.class.getResourceAsStream("true_values.txt.gz");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII))) {
      return reader
          .lines()
          .map(line -> line.split(" "))
          .collect(
              Collectors.groupingBy(
                  words -> words[0], Collectors.mapping(Point::of, Collectors.toList())));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static Stream<String> names() {
    return Reference.ALL.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void valuesAreThoseOfArbitraryPrecision(String name) {
    // cancellation beside the negative zeros
    double bound = name.equals("lgamma") ? 0x1p-30 : 0x1p-40;
    Reference reference = Reference.of(name).orElseThrow();
    assertThat(POINTS.get(name))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            point ->
                assertThat(reference.at(point.arguments).position().error(point.value))
                    .as(Arrays.toString(point.arguments))
                    .isLessThan(bound));
  }

  @Test
  void everyFunctionHasAReference() {
    assertThat(Reference.ALL).containsOnlyKeys(POINTS.keySet());
    assertThat(Reference.of("none")).isEmpty();
  }
}
