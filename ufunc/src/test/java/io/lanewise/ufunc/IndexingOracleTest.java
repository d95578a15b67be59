package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.CopyMode;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Advanced indexing and the indexing routines, as NumPy has them.
class IndexingOracleTest {
  static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    calls.put("get", x -> x.array(0).get(index(x.text(1))));
    calls.put("set", x -> changed(x, a -> a.at(index(x.text(1))).set(x.array(2))));
    calls.put("take flat", x -> Indexing.take(x.array(0), x.array(1)));
    calls.put("take", x -> Indexing.take(x.array(0), x.array(1), x.axis(2), mode(x.text(3))));
    calls.put("takeAlongAxis", x -> Indexing.takeAlongAxis(x.array(0), x.array(1), x.axis(2)));
    calls.put(
        "putAlongAxis",
        x -> changed(x, a -> Indexing.putAlongAxis(a, x.array(1), x.array(2), x.axis(3))));
    calls.put(
        "put", x -> changed(x, a -> Indexing.put(a, x.array(1), x.array(2), mode(x.text(3)))));
    calls.put("putmask", x -> changed(x, a -> Indexing.putmask(a, x.array(1), x.array(2))));
    calls.put("place", x -> changed(x, a -> Indexing.place(a, x.array(1), x.array(2))));
    calls.put("choose", x -> Indexing.choose(x.array(0), mode(x.text(1)), x.arrays(2)));
    calls.put("select", x -> Indexing.select(x.arrays(0), x.arrays(1), x.array(2)));
    calls.put("compress", x -> Indexing.compress(x.array(0), x.array(1), x.axis(2)));
    calls.put("compress flat", x -> Indexing.compress(x.array(0), x.array(1)));
    calls.put("extract", x -> Indexing.extract(x.array(0), x.array(1)));
    calls.put("nonzero", x -> Indexing.nonzero(x.array(0)));
    calls.put(
        "ravelMultiIndex",
        x ->
            Indexing.ravelMultiIndex(
                x.arrays(0), mode(x.text(1)), Order.valueOf(x.text(2)), x.integers(3)));
    calls.put(
        "unravelIndex",
        x -> Indexing.unravelIndex(x.array(0), Order.valueOf(x.text(1)), x.integers(2)));
    calls.put(
        "fillDiagonal", x -> changed(x, a -> Indexing.fillDiagonal(a, x.array(1), x.flag(2))));
    calls.put("diagIndices", x -> Indexing.diagIndices(x.integer(0), x.axis(1)));
    calls.put("diagIndicesFrom", x -> Indexing.diagIndicesFrom(x.array(0)));
    calls.put("maskIndices", x -> Indexing.maskIndices(x.integer(0), ArrayCreation::triu));
    List<UnaryOperator<NDArray>> functions =
        List.of(v -> v, v -> v.flip(), v -> v.get("0:1"), v -> v.add(v));
    calls.put(
        "piecewise",
        x ->
            Indexing.piecewise(
                x.array(0),
                List.of(x.arrays(1)),
                Arrays.stream(x.axes(2)).mapToObj(functions::get).toList()));
    calls.put(
        "asarray",
        x ->
            ArrayCreation.asarray(
                x.array(0),
                DType.named(x.text(1)),
                x.isNone(2) ? CopyMode.IF_NEEDED : x.flag(2) ? CopyMode.ALWAYS : CopyMode.NEVER));
    return calls;
  }

  private interface Change {
    void apply(NDArray a);
  }

  /// The first argument after the change; in case of an error it must be as before.
  private static NDArray changed(Oracle.Arguments x, Change change) {
    NDArray a = x.array(0);
    try {
      change.apply(a);
    } catch (RuntimeException e) {
      String difference = Fixtures.difference(a, x.array(0));
      if (difference != null) {
        throw new AssertionError("half-written: " + difference, e);
      }
      throw e;
    }
    return a;
  }

  private static IndexMode mode(String name) {
    return IndexMode.valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  /// An index in the notation of the fixtures.
  private static Index[] index(String text) {
    return Arrays.stream(text.split("; ", -1)).map(IndexingOracleTest::part).toArray(Index[]::new);
  }

  private static Index part(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return text.equals("...")
          ? Index.ellipsis()
          : text.equals("None")
              ? Index.newAxis()
              : text.contains(":") ? slice(text) : Index.at(Long.parseLong(text));
    }
    long[] shape = Fixtures.shape(text.substring(1, equals));
    NDArray values = NDArray.of(Fixtures.shape(text.substring(equals + 1))).reshape(shape);
    return text.charAt(0) == 'm' ? Index.mask(values.notEqual(0)) : Index.ints(values);
  }

  private static Index slice(String text) {
    Long[] numbers =
        Arrays.stream(text.split(":", -1))
            .map(n -> n.isEmpty() ? null : Long.valueOf(n))
            .toArray(Long[]::new);
    long step = numbers.length < 3 || numbers[2] == null ? 1 : numbers[2];
    return new Index.Slice(numbers[0], numbers[1], step);
  }

  @Test
  void indexingAgreesWithNumPy() {
    Oracle.replay(
        "indexing",
        calls(),
        new Oracle.Rules() {
          @Override
          public String words(String function, String words) {
            return switch (function) {
              // NumPy goes on with advice on its versions
              case "asarray" -> words.lines().findFirst().orElseThrow();
              case "choose", "select" ->
                  words.replaceAll(
                      "shape mismatch: objects cannot be broadcast.*", "could not be broadcast");
              // to NumPy a 0-d array of positions is an integer, here one array among others
              case "set" ->
                  words.replaceAll(
                      "could not broadcast input array.*|setting an array element.*",
                      "could not be broadcast");
              default -> words;
            };
          }

          @Override
          public boolean isError(String type, RuntimeException error) {
            // to Java a position that does not exist is out of bounds; NumPy's type is ValueError
            return Oracle.Rules.super.isError(type, error)
                || error instanceof IndexOutOfBoundsException
                    && error
                        .getMessage()
                        .matches("invalid entry in .* array.*|index .* for array with size .*");
          }
        });
  }
}
