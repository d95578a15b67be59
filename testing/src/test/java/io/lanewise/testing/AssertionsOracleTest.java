package io.lanewise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Replays what `src/test/scripts/make_oracle.py` wrote.
class AssertionsOracleTest {
  private interface Call {
    void run(Case arguments);
  }

  private record Case(List<String> fields) {
    NDArray array(int i) {
      String[] parts = fields.get(i).substring(2).split("\\|", -1);
      long[] shape =
          Arrays.stream(parts[1].isEmpty() ? new String[0] : parts[1].split(","))
              .mapToLong(Long::parseLong)
              .toArray();
      byte[] bytes = Base64.getDecoder().decode(parts[2]);
      return ArrayCreation.fromBuffer(bytes, DType.named(parts[0])).reshape(shape).copy();
    }

    double number(int i) {
      String text = fields.get(i).substring(2);
      return switch (text) {
        case "nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    }

    int integer(int i) {
      return Integer.parseInt(fields.get(i).substring(2));
    }

    boolean flag(int i) {
      return fields.get(i).equals("b:true");
    }

    String text(int i) {
      return fields.get(i).substring(2).replace("\\n", "\n");
    }
  }

  private static final Map<String, Call> CALLS =
      Map.ofEntries(
          Map.entry(
              "allclose",
              a ->
                  ArrayAssertions.assertAllclose(
                      a.array(1),
                      a.array(2),
                      a.number(3),
                      a.number(4),
                      a.flag(5),
                      AssertOptions.DEFAULT)),
          Map.entry("equal", a -> ArrayAssertions.assertEqual(a.array(1), a.array(2))),
          Map.entry(
              "strict",
              a ->
                  ArrayAssertions.assertArrayEqual(
                      a.array(1), a.array(2), AssertOptions.DEFAULT.withStrict(true))),
          Map.entry("less", a -> ArrayAssertions.assertArrayLess(a.array(1), a.array(2))),
          Map.entry(
              "array almost equal",
              a -> ArrayAssertions.assertArrayAlmostEqual(a.array(1), a.array(2), a.integer(3))),
          Map.entry(
              "almost equal",
              a -> ArrayAssertions.assertAlmostEqual(a.array(1), a.array(2), a.integer(3))),
          Map.entry(
              "max ulp",
              a -> ArrayAssertions.assertArrayMaxUlp(a.array(1), a.array(2), a.integer(3))),
          Map.entry(
              "nulp",
              a ->
                  ArrayAssertions.assertArrayAlmostEqualNulp(a.array(1), a.array(2), a.integer(3))),
          Map.entry(
              "message",
              a ->
                  ArrayAssertions.assertArrayEqual(
                      a.array(1),
                      a.array(2),
                      AssertOptions.DEFAULT.withMessage(a.text(3)).withVerbose(a.flag(4)))),
          Map.entry("equal numbers", a -> ArrayAssertions.assertEqual(a.number(1), a.number(2))),
          Map.entry(
              "almost equal numbers",
              a -> ArrayAssertions.assertAlmostEqual(a.number(1), a.number(2), a.integer(3))));

  @Test
  void reportsAreThoseOfNumPy() throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> replayed = new HashSet<>();
    int count = 0;
    for (String line : lines()) {
      Case one = new Case(List.of(line.split("\t", -1)));
      count++;
      replayed.add(one.fields().getFirst());
      String expected = one.fields().getLast();
      String report = report(one);
      String wanted = expected.equals("n:") ? null : one.text(one.fields().size() - 1);
      if (wanted == null || report == null ? wanted != report : !agree(wanted, report)) {
        wrong.add(
            line.substring(0, Math.min(200, line.length()))
                + "\n--- expected\n"
                + wanted
                + "\n--- is\n"
                + report);
      }
    }
    assertThat(wrong.stream().limit(8)).as("%d of %d cases", wrong.size(), count).isEmpty();
    assertThat(replayed).isEqualTo(CALLS.keySet());
  }

  /// The size of a complex number is the exact one here and up to 2 ULP off in NumPy, and of zeros
  /// the largest is 0 here and may be -0 in NumPy.
  private static boolean agree(String wanted, String report) {
    if (wanted.equals(report)) {
      return true;
    }
    List<String> a = wanted.lines().toList();
    List<String> b = report.lines().toList();
    boolean complex = wanted.contains("j,") || wanted.contains("j]");
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        String[] left = a.get(i).split(": ");
        String[] right = b.get(i).split(": ");
        if (!left[0].startsWith("Max ") || !left[0].equals(right[0])) {
          return false;
        }
        double x = Double.parseDouble(left[1]);
        double y = Double.parseDouble(right[1]);
        if (x != y && !(complex && Math.abs(x - y) < 2 * Math.ulp((float) x))) {
          return false;
        }
      }
    }
    return a.size() == b.size();
  }

  private static String report(Case one) {
    try {
      CALLS.get(one.fields().getFirst()).run(one);
      return null;
    } catch (AssertionError e) {
      return e.getMessage();
    } catch (RuntimeException e) {
      return "threw " + e;
    }
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    AssertionsOracleTest.class.getResourceAsStream("assertions.txt.gz")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
