package io.lanewise.jmh.fuzz;

import io.lanewise.jmh.fuzz.RandomArrays.Operand;
import io.lanewise.jmh.fuzz.RandomArrays.Style;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.UFuncCall;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Random calls of universal functions on elements. Most of them make sense, some do not: then both
/// sides must refuse. [Differences] says what is left out and why.
final class RandomCalls {
  static final DType[] DTYPES =
      Arrays.stream(DType.values()).filter(d -> d != DType.BFLOAT16).toArray(DType[]::new);

  /// Those that NumPy has not as ufuncs, by what stands for them. They are tried on floating-point
  /// numbers, without keywords.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "sinc", "np.sinc",
          "sigmoid", "sp.expit",
          "erf", "sp.erf",
          "erfc", "sp.erfc",
          "gamma", "sp.gamma",
          "lgamma", "sp.gammaln",
          "digamma", "sp.digamma");

  private static final List<UFunc> FUNCTIONS =
      Ufuncs.all().values().stream().filter(f -> !f.name().equals("softplus")).distinct().toList();

  private final SplittableRandom random;
  private final boolean scipy;

  RandomCalls(long seed, boolean scipy) {
    random = new SplittableRandom(seed);
    this.scipy = scipy;
  }

  /// The next call, or null where this one made no sense.
  Call next() {
    RandomArrays arrays = new RandomArrays(random);
    if (arrays.chance(0.4)) {
      return new RandomReductions(arrays).next();
    }
    UFunc f = FUNCTIONS.get(arrays.from(0, FUNCTIONS.size()));
    if (ELSEWHERE.containsKey(f.name())) {
      return elsewhere(arrays, f);
    }
    DType dtype = dtype(arrays);
    Style style = style(arrays);
    long[] shape = arrays.shape();
    Operand a = arrays.array(dtype, style, true, shape);
    if (f.nin() == 1) {
      return keywords(arrays, f, f.call(a.array()), Inputs.of(List.of(a)), shape);
    }
    if (arrays.chance(0.2)) {
      return weak(arrays, f, a);
    }
    DType other = arrays.chance(0.6) ? dtype : dtype(arrays);
    Operand b = null;
    if (other == dtype && arrays.chance(0.2)) {
      b = arrays.sharing(a, shape);
    }
    if (b == null) {
      b =
          arrays.array(
              other, arrays.chance(0.8) ? style : style(arrays), true, arrays.partner(shape));
    }
    boolean swapped = arrays.chance(0.3);
    Operand first = swapped ? b : a;
    Operand second = swapped ? a : b;
    return keywords(
        arrays, f, f.call(first.array(), second.array()), Inputs.of(List.of(first, second)), shape);
  }

  static DType dtype(RandomArrays arrays) {
    return arrays.chance(0.3)
        ? arrays.chance(0.5) ? DType.FLOAT64 : DType.FLOAT32
        : DTYPES[arrays.from(0, DTYPES.length)];
  }

  private static Style style(RandomArrays arrays) {
    return Style.values()[arrays.from(0, Style.values().length)];
  }

  private Call elsewhere(RandomArrays arrays, UFunc f) {
    String python = ELSEWHERE.get(f.name());
    if (python.startsWith("sp.") && !scipy) {
      return null;
    }
    DType dtype = arrays.chance(0.5) ? DType.FLOAT64 : DType.FLOAT32;
    Operand a = arrays.array(dtype, style(arrays), true, arrays.shape());
    if (Differences.isInaccurate(f, a.array())) {
      return null;
    }
    return new Call(
        "apply",
        f.name(),
        arrays,
        "r=" + python + "(" + a.name() + ")",
        () -> List.of(f.apply(a.array())),
        false,
        1,
        0,
        null,
        dtype,
        null);
  }

  /// A number of Java and Python beside an array.
  private Call weak(RandomArrays arrays, UFunc f, Operand a) {
    boolean integer = arrays.chance(0.5);
    long whole = arrays.chance(0.15) ? arrays.from(-400, 70_000) : arrays.from(-4, 9);
    double number = arrays.chance(0.1) ? 1e39 : arrays.from(-12, 13) / 4.0;
    String text = integer ? Long.toString(whole) : Double.toString(number);
    boolean last = arrays.chance(0.6);
    UFuncCall call;
    if (last) {
      call = integer ? f.call(a.array(), whole) : f.call(a.array(), number);
    } else {
      call = integer ? f.call(whole, a.array()) : f.call(number, a.array());
    }
    NDArray single = integer ? NDArray.scalar(whole) : NDArray.scalar(number);
    Inputs inputs =
        new Inputs(
            List.of(a),
            last ? List.of(a.array(), single) : List.of(single, a.array()),
            last ? a.name() + "," + text : text + "," + a.name(),
            integer ? a.array().dtype() : Promotion.withFloating(a.array().dtype()));
    if (last && f.nout() == 1 && arrays.chance(0.5)) {
      if (Differences.call(f, List.of(a.array()), null, null, null, integer ? whole : number)) {
        return null;
      }
      return new Call(
          "weak apply",
          f.name(),
          arrays,
          "r=np.%s(%s)".formatted(f.name(), inputs.text),
          () ->
              List.of(integer ? f.apply(a.array(), whole, null) : f.apply(a.array(), number, null)),
          true,
          1,
          0,
          Slack.of(f, loop(f, inputs.dtype), inputs.values),
          loop(f, inputs.dtype),
          Differences.excuse(f, null, a.array()));
    }
    return keywords(arrays, f, call, inputs, a.array().shape(), integer ? whole : number);
  }

  /// What a call is given.
  ///
  /// @param values with numbers as arrays
  /// @param text the same in Python
  /// @param dtype their common dtype
  private record Inputs(List<Operand> operands, List<NDArray> values, String text, DType dtype) {
    static Inputs of(List<Operand> operands) {
      return new Inputs(
          operands,
          operands.stream().map(Operand::array).toList(),
          operands.stream().map(Operand::name).collect(Collectors.joining(",")),
          Promotion.resultType(operands.stream().map(Operand::array).toArray(NDArray[]::new)));
    }

    List<NDArray> arrays() {
      return operands.stream().map(Operand::array).toList();
    }
  }

  /// The dtype in which `f` computes inputs of this common dtype, if it is approximated.
  static DType loop(UFunc f, DType common) {
    return f.name().equals("float_power")
        ? Promotion.promoteTypes(common, DType.FLOAT64)
        : Promotion.floating(common);
  }

  private Call keywords(
      RandomArrays arrays,
      UFunc f,
      UFuncCall call,
      Inputs inputs,
      long[] shape,
      double... numbers) {
    StringBuilder text = new StringBuilder(inputs.text);
    boolean plain = arrays.chance(0.35);
    NDArray[] outs = new NDArray[f.nout()];
    Operand mask = null;
    DType dtype = null;
    Casting casting = Casting.SAME_KIND;
    Order order = Order.K;
    if (!plain && arrays.chance(0.25)) {
      dtype = arrays.chance(0.5) ? inputs.operands.get(0).array().dtype() : dtype(arrays);
      text.append(",dtype='").append(dtype).append('\'');
      call.dtype(dtype);
    }
    if (!plain && arrays.chance(0.25)) {
      casting = Casting.values()[arrays.from(0, 5)];
      text.append(",casting='").append(casting).append('\'');
      call.casting(casting);
    }
    if (!plain && arrays.chance(0.25)) {
      order = Order.values()[arrays.from(0, 4)];
      text.append(",order='").append(order).append('\'');
      call.order(order);
    }
    if (!plain && arrays.chance(0.25)) {
      mask = arrays.array(DType.BOOL, Style.SMALL, true, arrays.partner(shape));
      text.append(",where=").append(mask.name());
      call.where(mask.array());
    }
    if (!plain && arrays.chance(0.4)) {
      List<String> names = new ArrayList<>();
      for (int j = 0; j < outs.length; j++) {
        // two outputs on one memory: which is written first is not defined
        Operand out = out(arrays, inputs.operands, j == 0, shape);
        outs[j] = out.array();
        names.add(out.name());
      }
      text.append(",out=").append(names.size() == 1 ? names.get(0) : tuple(names));
      call.out(outs);
    }
    List<NDArray> all = inputs.arrays();
    NDArray where = mask == null ? null : mask.array();
    if (Differences.call(f, all, dtype, casting, outs, numbers)
        || Differences.masked(f, outs, all, where, numbers)) {
      return null;
    }
    boolean fresh = outs[0] == null;
    String python = "np.%s(%s)".formatted(f.name(), text);
    if (mask != null && fresh) {
      python = "masked(%s,%s)".formatted(python, mask.name());
    }
    boolean immediate = plain && f.nout() == 1 && numbers.length == 0 && arrays.chance(0.6);
    DType loop = dtype != null ? dtype : loop(f, inputs.dtype);
    NDArray[] excused = all.toArray(NDArray[]::new);
    return new Call(
        plain ? "call" : "keywords",
        f.name(),
        arrays,
        "r=" + python,
        immediate
            ? () ->
                List.of(
                    excused.length == 1
                        ? f.apply(excused[0])
                        : f.apply(excused[0], excused[1], null))
            : call::runAll,
        fresh,
        1,
        0,
        Slack.of(f, loop, inputs.values),
        loop,
        Differences.excuse(f, dtype, excused));
  }

  private static String tuple(List<String> names) {
    return "(" + String.join(",", names) + ",)";
  }

  private static Operand out(
      RandomArrays arrays, List<Operand> inputs, boolean mayShare, long... shape) {
    Operand like = inputs.get(arrays.from(0, inputs.size()));
    if (mayShare && arrays.chance(0.35)) {
      Operand shared = arrays.sharing(like, shape);
      if (shared != null) {
        return shared;
      }
    }
    DType dtype = arrays.chance(0.6) ? like.array().dtype() : dtype(arrays);
    long[] target = shape;
    if (arrays.chance(0.1)) {
      target = arrays.partner(shape);
    } else if (arrays.chance(0.1) && shape.length < 4) {
      target = new long[shape.length + 1];
      target[0] = 2;
      System.arraycopy(shape, 0, target, 1, shape.length);
    }
    return arrays.array(dtype, Style.SMALL, false, target);
  }
}
