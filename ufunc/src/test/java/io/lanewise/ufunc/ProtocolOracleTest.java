package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolOracleTest {
  private static final List<String> BINARY =
      List.of(
          "add",
          "subtract",
          "multiply",
          "divide",
          "minimum",
          "maximum",
          "fmin",
          "fmax",
          "logical_and",
          "logical_or",
          "logical_xor",
          "bitwise_and",
          "bitwise_or",
          "bitwise_xor",
          "left_shift",
          "right_shift",
          "floor_divide",
          "remainder",
          "fmod",
          "gcd",
          "lcm",
          "copysign",
          "heaviside",
          "nextafter",
          "float_power",
          "less",
          "equal",
          "not_equal",
          "power");

  private static final List<String> UNARY =
      List.of(
          "negative",
          "absolute",
          "square",
          "invert",
          "logical_not",
          "isnan",
          "rint",
          "floor",
          "sign",
          "reciprocal",
          "signbit",
          "conjugate");

  private interface Reduce {
    NDArray apply(NDArray a, Axes axes, NDArray out);
  }

  private static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    for (String name : BINARY) {
      UFunc function = Ufuncs.all().get(name);
      calls.put("reduce " + name, x -> function.reduce(x.array(0), axes(x)));
      calls.put(
          "accumulate " + name, x -> function.accumulate(x.array(0), x.axis(1), dtype(x, 2), null));
      calls.put("outer " + name, x -> function.outer(x.array(0), x.array(1)));
      calls.put("reduceat " + name, x -> function.reduceat(x.array(0), x.integers(1), x.axis(2)));
      calls.put(
          "at " + name,
          x -> {
            NDArray a = x.array(0);
            function.at(a, new Index[] {Index.of(x.array(1))}, x.array(2));
            return a;
          });
      calls.put("call " + name, x -> call(function.call(x.array(0), x.array(1)), x));
    }
    for (String name : UNARY) {
      UFunc function = Ufuncs.all().get(name);
      calls.put("call " + name, x -> call(function.call(x.array(0)), x));
    }
    calls.put("divmod", x -> Ufuncs.DIVMOD.call(x.array(0), x.array(1)).runAll());
    calls.put("modf", x -> Ufuncs.MODF.call(x.array(0)).runAll());
    calls.put("frexp", x -> Ufuncs.FREXP.call(x.array(0)).runAll());
    calls.put("ldexp", x -> Ufuncs.LDEXP.apply(x.array(0), x.array(1), null));
    calls.put(
        "clip",
        x ->
            Ufuncs.clip(
                x.array(0), x.isNone(1) ? null : x.array(1), x.isNone(2) ? null : x.array(2)));
    calls.put("clip_integers", x -> Ufuncs.clip(x.array(0), x.integer(1), x.integer(2)));
    calls.put("clip_numbers", x -> Ufuncs.clip(x.array(0), x.number(1), x.number(2)));
    Map<String, Reduce> reductions =
        Map.of(
            "sum",
            Reductions::sum,
            "prod",
            Reductions::prod,
            "mean",
            Reductions::mean,
            "var",
            (a, axes, out) -> Reductions.var(a, 0, axes, out),
            "std",
            (a, axes, out) -> Reductions.std(a, 0, axes, out),
            "min",
            Reductions::min,
            "max",
            Reductions::max,
            "all",
            Reductions::all,
            "any",
            Reductions::any);
    reductions.forEach(
        (name, reduce) -> {
          calls.put(name, x -> reduce.apply(x.array(0), axes(x), null));
          if (List.of("mean", "var", "std").contains(name)) {
            calls.put("rounded " + name, calls.get(name));
          }
        });
    calls.put(
        "cumsum",
        x ->
            x.isNone(1)
                ? Reductions.cumsum(x.array(0))
                : Reductions.cumsum(x.array(0), x.axis(1), dtype(x, 2), null));
    calls.put(
        "cumprod",
        x ->
            x.isNone(1)
                ? Reductions.cumprod(x.array(0))
                : Reductions.cumprod(x.array(0), x.axis(1), dtype(x, 2), null));
    calls.put("cumulative_sum", x -> Reductions.cumulativeSum(x.array(0), x.axis(1), x.flag(2)));
    calls.put("cumulative_prod", x -> Reductions.cumulativeProd(x.array(0), x.axis(1), x.flag(2)));
    return calls;
  }

  /// Arguments 1 to 5: axes, keepdims, where, initial, dtype.
  private static Axes axes(Oracle.Arguments x) {
    Axes axes = x.isNone(1) ? Axes.all() : Axes.axis(x.axes(1));
    axes = x.flag(2) ? axes.keepdims() : axes;
    axes = x.isNone(3) ? axes : axes.where(x.array(3));
    axes = x.isNone(4) ? axes : axes.initial(x.integer(4));
    return x.isNone(5) ? axes : axes.dtype(dtype(x, 5));
  }

  private static DType dtype(Oracle.Arguments x, int i) {
    return x.isNone(i) ? null : DType.named(x.text(i));
  }

  /// Arguments 2 to 6: out, where, dtype, casting, order.
  private static NDArray call(UFuncCall call, Oracle.Arguments x) {
    if (!x.isNone(2)) {
      call.out(x.array(2));
    }
    if (!x.isNone(3)) {
      call.where(x.array(3));
    }
    if (!x.isNone(4)) {
      call.dtype(dtype(x, 4));
    }
    return call.casting(Casting.valueOf(x.text(5).toUpperCase(Locale.ROOT)))
        .order(Order.valueOf(x.text(6)))
        .run();
  }

  @Test
  void protocolAgreesWithNumPy() {
    Oracle.replay(
        "protocol",
        calls(),
        new Oracle.Rules() {
          @Override
          public long ulps(String function) {
            // powers are within 1 ULP, and so are NumPy's; the sizes of complex numbers are too
            return switch (function) {
              case "call absolute" -> 1;
              // of complex numbers, where NumPy multiplies by 1/n, and of float16, where it rounds
              // every step
              case "rounded mean", "rounded var", "rounded std" -> 2;
              default -> function.contains("float_power") ? 2 : 0;
            };
          }

          @Override
          public String words(String function, String words) {
            // NumPy goes on with the names of Python's classes
            return words.replaceAll("(matching types) .*", "$1 ");
          }
        });
  }
}
