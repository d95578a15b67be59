package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.CopyMode;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Flags;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Requirement;
import io.lanewise.ndarray.Views;
import io.lanewise.ufunc.Oracle.Arguments;
import io.lanewise.ufunc.Oracle.Call;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewFunctionsOracleTest {
  static Map<String, Call> calls() {
    Map<String, Call> calls = new HashMap<>(shapes());
    calls.putAll(axes());
    calls.putAll(memory());
    return calls;
  }

  @Test
  void viewsAgreeWithNumPy() {
    Oracle.replay("view_functions", calls(), new Rules());
  }

  private static Map<String, Call> shapes() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("ravel", x -> Views.ravel(x.array(0), order(x, 1)));
    calls.put("flatten", x -> Views.flatten(x.array(0), order(x, 1)));
    calls.put("reshape", x -> Views.reshape(x.array(0), order(x, 1), x.integers(2)));
    calls.put(
        "reshape_view", x -> Views.reshape(x.array(0), order(x, 1), CopyMode.NEVER, x.integers(2)));
    calls.put("expand_dims", x -> Views.expandDims(x.array(0), x.axes(1)));
    calls.put("squeeze", x -> Views.squeeze(x.array(0), x.count() == 1 ? new int[0] : x.axes(1)));
    calls.put("atleast_1d", x -> Views.atleast1d(x.array(0)));
    calls.put("atleast_2d", x -> Views.atleast2d(x.array(0)));
    calls.put("atleast_3d", x -> Views.atleast3d(x.array(0)));
    calls.put("zeros_like", x -> ArrayCreation.zerosLike(x.array(0)));
    calls.put("broadcast_arrays", x -> Views.broadcastArrays(x.arrays(0)));
    calls.put(
        "broadcast_shapes",
        x ->
            Views.broadcastShapes(
                Arrays.stream(x.arrays(0)).map(NDArray::shape).toArray(long[][]::new)));
    return calls;
  }

  private static Map<String, Call> axes() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("swapaxes", x -> Views.swapaxes(x.array(0), x.axis(1), x.axis(2)));
    calls.put("permute_dims", x -> Views.permuteDims(x.array(0), x.axes(1)));
    calls.put("rollaxis", x -> Views.rollaxis(x.array(0), x.axis(1), x.axis(2)));
    calls.put("moveaxis", x -> Views.moveaxis(x.array(0), x.axes(1), x.axes(2)));
    calls.put("matrix_transpose", x -> Views.matrixTranspose(x.array(0)));
    calls.put("flip", x -> Views.flip(x.array(0), x.count() == 1 ? new int[0] : x.axes(1)));
    calls.put("fliplr", x -> Views.fliplr(x.array(0)));
    calls.put("flipud", x -> Views.flipud(x.array(0)));
    calls.put("rot90", x -> Views.rot90(x.array(0), x.axis(1), x.axis(2), x.axis(3)));
    calls.put("diagonal", x -> Views.diagonal(x.array(0), x.integer(1), x.axis(2), x.axis(3)));
    calls.put(
        "sliding_window_view",
        x ->
            x.count() == 2
                ? Views.slidingWindowView(x.array(0), x.integers(1))
                : Views.slidingWindowView(x.array(0), x.integers(1), x.axes(2)));
    return calls;
  }

  private static Map<String, Call> memory() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("as_strided", x -> Views.asStrided(x.array(0), x.integers(1), x.integers(2)));
    calls.put("ascontiguousarray", x -> Views.ascontiguousarray(x.array(0)));
    calls.put("asfortranarray", x -> Views.asfortranarray(x.array(0)));
    calls.put("require", x -> Views.require(x.array(0), requirements(x.text(1))));
    calls.put("view", x -> Views.view(x.array(0), DType.named(x.text(1))));
    calls.put(
        "flags",
        x -> {
          Flags flags = Flags.of(x.array(0));
          return new long[] {flags.cContiguous() ? 1 : 0, flags.fContiguous() ? 1 : 0};
        });
    calls.put(
        "shares_memory",
        x -> {
          NDArray base = x.array(0);
          return Views.sharesMemory(Fixtures.view(base, x.text(1)), Fixtures.view(base, x.text(2)));
        });
    calls.put(
        "may_share_memory",
        x -> {
          NDArray base = x.array(0);
          return Views.mayShareMemory(
              Fixtures.view(base, x.text(1)), Fixtures.view(base, x.text(2)));
        });
    return calls;
  }

  private static Requirement[] requirements(String letters) {
    return letters
        .chars()
        .filter(letter -> letter != 'A')
        .mapToObj(
            letter ->
                switch (letter) {
                  case 'C' -> Requirement.C_CONTIGUOUS;
                  case 'F' -> Requirement.F_CONTIGUOUS;
                  case 'W' -> Requirement.WRITEABLE;
                  default -> Requirement.OWN_DATA;
                })
        .toArray(Requirement[]::new);
  }

  private static Order order(Arguments x, int i) {
    return Order.valueOf(x.text(i));
  }

  /// NumPy's words with shapes as the library prints them: `(2,3)`.
  static String javaWords(String words) {
    return words.replaceAll("(?<=[(\\d]), ?(?=\\d)", ",");
  }

  private static final class Rules implements Oracle.Rules {
    @Override
    public String words(String function, String words) {
      return javaWords(words);
    }
  }
}
