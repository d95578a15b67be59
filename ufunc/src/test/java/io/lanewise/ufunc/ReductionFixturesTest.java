package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.NDArray;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReductionFixturesTest {
  @Test
  void reductionsOverAxesAgreeWithNumPy() {
    Fixtures.replay("reductions", ReductionFixturesTest::check);
  }

  private static String check(String... fields) {
    NDArray a = Fixtures.view(Fixtures.array(fields[1]), fields[2]);
    Axes axes =
        switch (fields[3]) {
          case "all" -> Axes.all();
          case "none" -> Axes.axis();
          default ->
              Axes.axis(Arrays.stream(fields[3].split(",")).mapToInt(Integer::parseInt).toArray());
        };
    Axes wanted = fields[4].equals("True") ? axes.keepdims() : axes;
    NDArray result;
    try {
      result = reduce(fields[0], a, wanted, null);
    } catch (AxisException e) {
      return expected(fields[5], "!AxisError: ", e);
    } catch (EmptyReductionException e) {
      return expected(fields[5], "!ValueError: ", e);
    } catch (IllegalArgumentException e) {
      return expected(fields[5], "!ValueError: ", e);
    }
    if (fields[5].startsWith("!")) {
      return "no error but " + result.repr();
    }
    NDArray right = Fixtures.array(fields[5]);
    boolean anyZero = fields[0].equals("min") || fields[0].equals("max");
    String difference = Fixtures.difference(result, right, 0, anyZero);
    if (difference == null) {
      NDArray out = NDArray.empty(right.dtype(), right.shape());
      difference = Fixtures.difference(reduce(fields[0], a, wanted, out), right, 0, anyZero);
    }
    return difference;
  }

  private static String expected(String text, String type, RuntimeException e) {
    return text.startsWith(type) && e.getMessage().contains(text.substring(type.length()))
        ? null
        : "threw " + e + " for " + text;
  }

  private static NDArray reduce(String name, NDArray a, Axes axes, NDArray out) {
    return switch (name) {
      case "min" -> Reductions.min(a, axes, out);
      case "max" -> Reductions.max(a, axes, out);
      case "all" -> Reductions.all(a, axes, out);
      case "any" -> Reductions.any(a, axes, out);
      case "sum" -> Reductions.sum(a, axes, out);
      case "mean" -> Reductions.mean(a, axes, out);
      case "var" -> Reductions.var(a, 0, axes, out);
      default -> Reductions.std(a, 0, axes, out);
    };
  }
}
