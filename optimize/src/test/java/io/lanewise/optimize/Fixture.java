package io.lanewise.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Named vectors that `src/test/python/make_scipy_fixtures.py` wrote.
final class Fixture {
  private final Map<String, double[]> vectors = new HashMap<>();

  Fixture(String name) {
    String file = "/scipy/" + name + ".txt";
    try (InputStream in = Fixture.class.getResourceAsStream(file)) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split(" "))
          .forEach(
              words ->
                  vectors.put(
                      words[0],
                      Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  double[] get(String name) {
    return vectors.get(name);
  }
}
