package io.lanewise.ufunc;

import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UFuncFixturesTest {
  @Test
  void everyFunctionOfEveryPairOfDtypesGivesNumPysDtypeAndBits() {
    Fixtures.replay(
        "values",
        fields -> {
          NDArray result;
          try {
            result = call(fields[0], fields[1], fields[2], null);
          } catch (NoLoopException e) {
            return fields[3].startsWith("!") ? null : "unexpected " + e;
          }
          return fields[3].startsWith("!")
              ? "no error but " + result
              : Fixtures.difference(result, Fixtures.array(fields[3]));
        });
  }

  @Test
  void transcendentalFunctionsAreWithinOneUlpOfTheCorrectlyRoundedValue() {
    Fixtures.replay(
        "transcendental",
        fields ->
            Fixtures.difference(
                call(fields[0], fields[1], fields[2], null), Fixtures.array(fields[3]), 1, false));
  }

  @Test
  void newOutputsHaveNumPysShapeOrderAndElements() {
    Fixtures.replay("layouts", UFuncFixturesTest::layout);
  }

  private static String layout(String... fields) {
    int n = fields.length - 1;
    while (n > 0 && (fields[n].startsWith("!") || !fields[n].contains(" "))) {
      n--;
    }
    List<NDArray> inputs = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      inputs.add(Fixtures.array(fields[i]));
    }
    NDArray result;
    try {
      result = call(fields[0], inputs, null);
    } catch (IllegalArgumentException e) {
      String expected = fields[fields.length - 1];
      return expected.startsWith("!ValueError: ")
              && e.getMessage().contains(expected.substring("!ValueError: ".length()).strip())
          ? null
          : "threw " + e;
    }
    if (fields[fields.length - 1].startsWith("!")) {
      return "no error but " + result.repr();
    }
    String strides = Fixtures.strides(result);
    if (!strides.equals(fields[n + 2])) {
      return "strides " + strides + ", expected " + fields[n + 2];
    }
    NDArray expected = Fixtures.array(fields[n + 3]);
    String difference = Fixtures.difference(result, expected);
    if (difference != null) {
      return difference;
    }
    // the same into outputs of other orders
    NDArray c = NDArray.empty(expected.dtype(), expected.shape());
    NDArray f = NDArray.empty(expected.dtype(), reversed(expected.shape())).T();
    NDArray back = NDArray.empty(expected.dtype(), reversed(expected.shape())).T();
    if (back.ndim() > 0) {
      back = back.get("..., ::-1");
    }
    for (NDArray out : List.of(c, f, back)) {
      difference = Fixtures.difference(call(fields[0], inputs, out), expected);
      if (difference != null) {
        return "out of strides " + Arrays.toString(out.strides()) + ": " + difference;
      }
    }
    return null;
  }

  private static long[] reversed(long... shape) {
    long[] result = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      result[i] = shape[shape.length - 1 - i];
    }
    return result;
  }

  @Test
  void javaNumbersAreWeak() {
    Fixtures.replay("scalars", UFuncFixturesTest::scalar);
  }

  private static String scalar(String... fields) {
    UFunc function = Fixtures.FUNCTIONS.get(fields[0]);
    NDArray a = Fixtures.array(fields[1]);
    NDArray result;
    try {
      boolean integer = fields[2].matches("-?[0-9]+");
      String number = fields[2].replace("nan", "NaN").replace("inf", "Infinity");
      result =
          integer
              ? function.apply(a, Long.parseLong(number), null)
              : function.apply(a, Double.parseDouble(number), null);
    } catch (ArithmeticException e) {
      boolean expected =
          fields[3].startsWith("!OverflowError: Python integer")
              ? e.getMessage().equals(fields[3].replace("!OverflowError: Python integer", "value"))
              : fields[3].startsWith("!ValueError: ")
                  && e.getMessage().contains(fields[3].substring(13));
      return expected ? null : "unexpected " + e;
    } catch (NoLoopException e) {
      return fields[3].startsWith("!TypeError") ? null : "unexpected " + e;
    }
    return fields[3].startsWith("!")
        ? "no error but " + result.repr()
        : Fixtures.difference(
            result, Fixtures.array(fields[3]), 0, fields[0].matches("minimum|maximum"));
  }

  @Test
  void resultsAreCastToTheDtypeOfTheOutput() {
    Fixtures.replay(
        "outputs",
        fields -> {
          DType dtype = DType.named(fields[3]);
          NDArray out = NDArray.full(dtype, 1, 12);
          try {
            call(fields[0], fields[1], fields[2], out);
          } catch (CastingException | NoLoopException e) {
            if (!Fixtures.bitsAre(out, NDArray.full(dtype, 1, 12))) {
              return "written before it failed: " + out;
            }
            boolean casting = e instanceof CastingException;
            return fields[4].startsWith("!")
                    && (!casting
                        || e.getMessage().equals(fields[4].substring(fields[4].indexOf(": ") + 2)))
                ? null
                : "unexpected " + e;
          }
          return fields[4].startsWith("!")
              ? "no error but " + out.repr()
              : Fixtures.difference(out, Fixtures.array(fields[4]));
        });
  }

  private static NDArray call(String name, String first, String rest, NDArray out) {
    List<NDArray> inputs = new ArrayList<>(List.of(Fixtures.array(first)));
    for (String text : rest.isEmpty() ? new String[0] : rest.split(" ")) {
      inputs.add(Fixtures.array(text));
    }
    return call(name, inputs, out);
  }

  private static NDArray call(String name, List<NDArray> inputs, NDArray out) {
    if (name.equals("where")) {
      return Ufuncs.where(inputs.get(0), inputs.get(1), inputs.get(2), out);
    }
    UFunc function = Fixtures.FUNCTIONS.get(name);
    return inputs.size() == 1
        ? function.apply(inputs.get(0), out)
        : function.apply(inputs.get(0), inputs.get(1), out);
  }
}
