package io.lanewise.jmh.fuzz;

import io.lanewise.jmh.fuzz.RandomArrays.Operand;
import io.lanewise.jmh.fuzz.RandomArrays.Style;
import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ufunc.Reductions;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random calls that combine elements: the methods of universal functions, and the reductions with
/// names of their own. Numbers are such that sums and products are exact, because their order is
/// ours to choose.
final class RandomReductions {
  /// Products of this many powers of two stay within every format.
  private static final int FACTORS = 12;

  private static final List<UFunc> FUNCTIONS =
      Ufuncs.all().values().stream()
          .filter(f -> f.nin() == 2 && f.nout() == 1)
          .filter(f -> !Differences.isUnsteady(f))
          .distinct()
          .toList();

  private static final List<String> NAMED =
      List.of("sum", "prod", "mean", "var", "std", "min", "max", "all", "any", "cumsum", "cumprod");

  private final RandomArrays arrays;

  RandomReductions(RandomArrays arrays) {
    this.arrays = arrays;
  }

  /// The next call, or null where this one made no sense.
  Call next() {
    int kind = arrays.from(0, 12);
    if (kind >= 7) {
      return named(NAMED.get(arrays.from(0, NAMED.size())));
    }
    UFunc f = arrays.chance(0.4) ? Ufuncs.ADD : FUNCTIONS.get(arrays.from(0, FUNCTIONS.size()));
    return switch (kind) {
      case 0, 1, 2 -> reduce(f);
      case 3 -> accumulate(f);
      case 4 -> reduceat(f);
      case 5 -> outer(f);
      default -> at(f);
    };
  }

  /// An array whose elements `name` combines without rounding; null where they are too many.
  private Operand input(String name, boolean stretched) {
    Style style =
        switch (name) {
          case "multiply", "prod", "cumprod" -> Style.POWERS;
          // NumPy rounds float16 once for all elements or for each, as they lie
          case "divide" -> Style.POWERS;
          case "subtract", "add", "sum", "cumsum", "mean", "var", "std" ->
              arrays.chance(0.2) ? Style.SUMS : Style.SMALL;
          default ->
              Tolerances.isApproximate(name)
                  ? Style.SMALL
                  : Style.values()[arrays.from(0, Style.values().length)];
        };
    DType dtype = RandomCalls.dtype(arrays);
    Operand a = arrays.array(dtype, style, stretched, arrays.shape());
    // of integers, too, for which a dtype may be asked that rounds
    boolean many = style == Style.POWERS || Tolerances.isApproximate(name);
    return many && a.array().size() > FACTORS ? null : a;
  }

  private Call call(String kind, String function, String python, Call.Action java, NDArray a) {
    return call(kind, function, python, null, java, a);
  }

  private Call call(
      String kind, String function, String python, DType dtype, Call.Action java, NDArray a) {
    return new Call(
        kind, function, arrays, python, java, false, FACTORS, 0, null, dtype, excuse(function, a));
  }

  private static String excuse(String function, NDArray a) {
    UFunc f = Ufuncs.all().get(function);
    return f == null ? null : Differences.excuse(f, null, a);
  }

  private Call reduce(UFunc f) {
    Operand a = input(f.name(), true);
    if (a == null) {
      return null;
    }
    Keywords keywords = new Keywords(f.name(), a.array(), true);
    if (keywords.makesNoSense()) {
      return null;
    }
    return call(
        "reduce",
        f.name(),
        "r=np.%s.reduce(%s%s)".formatted(f.name(), a.name(), keywords.text),
        keywords.axes.dtype(),
        () -> List.of(f.reduce(a.array(), keywords.axes, keywords.out)),
        a.array());
  }

  private Call accumulate(UFunc f) {
    Operand a = input(f.name(), true);
    if (a == null) {
      return null;
    }
    int axis = axis(a.array());
    DType dtype = arrays.chance(0.3) ? RandomCalls.dtype(arrays) : null;
    NDArray out = null;
    String text = dtype == null ? "" : ",dtype='" + dtype + "'";
    if (arrays.chance(0.3)) {
      Operand target = target(a, a.array().shape());
      out = target.array();
      text += ",out=" + target.name();
    }
    if (Differences.fold(f.name(), a.array(), dtype, out)) {
      return null;
    }
    NDArray to = out;
    return call(
        "accumulate",
        f.name(),
        "r=np.%s.accumulate(%s,%d%s)".formatted(f.name(), a.name(), axis, text),
        dtype,
        () -> List.of(f.accumulate(a.array(), axis, dtype, to)),
        a.array());
  }

  private int axis(NDArray a) {
    return arrays.chance(0.03) ? 5 : a.ndim() == 0 ? 0 : arrays.from(-a.ndim(), a.ndim());
  }

  private Operand target(Operand a, long... shape) {
    if (arrays.chance(0.3)) {
      Operand shared = arrays.sharing(a, shape);
      if (shared != null) {
        return shared;
      }
    }
    DType dtype = arrays.chance(0.6) ? a.array().dtype() : RandomCalls.dtype(arrays);
    // NumPy stretches an array of one element along the axis of a longer output
    boolean wrong = a.array().size() > 1 && arrays.chance(0.05);
    return arrays.array(dtype, Style.SMALL, false, wrong ? new long[] {11, 13} : shape);
  }

  private Call reduceat(UFunc f) {
    Operand a = input(f.name(), true);
    if (a == null || a.array().ndim() == 0) {
      return null;
    }
    int axis = axis(a.array());
    long length = axis == 5 ? 3 : a.array().shape(axis);
    long[] indices = new long[arrays.from(1, 5)];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = length == 0 || arrays.chance(0.02) ? length : arrays.from(0, (int) length);
    }
    DType dtype = arrays.chance(0.2) ? RandomCalls.dtype(arrays) : null;
    if (Differences.fold(f.name(), a.array(), dtype, null)) {
      return null;
    }
    return call(
        "reduceat",
        f.name(),
        "r=np.%s.reduceat(%s,%s,%d%s)"
            .formatted(
                f.name(),
                a.name(),
                RandomArrays.tuple(indices),
                axis,
                dtype == null ? "" : ",dtype='" + dtype + "'"),
        dtype,
        () -> List.of(f.reduceat(a.array(), indices, axis, dtype, null)),
        a.array());
  }

  private Call outer(UFunc f) {
    Operand a = input(f.name(), true);
    Operand b = input(f.name(), true);
    if (a == null
        || b == null
        || a.array().size() * b.array().size() > 2_000
        || Differences.call(f, List.of(a.array(), b.array()), null, null, null)) {
      return null;
    }
    DType loop = RandomCalls.loop(f, Promotion.resultType(a.array(), b.array()));
    return new Call(
        "outer",
        f.name(),
        arrays,
        "r=np.%s.outer(%s,%s)".formatted(f.name(), a.name(), b.name()),
        () -> List.of(f.outer(a.array(), b.array())),
        false,
        1,
        0,
        Slack.of(f, loop, List.of(columns(a.array(), b.array().ndim()), b.array())),
        loop,
        Differences.excuse(f, null, a.array(), b.array()));
  }

  /// With so many more axes of length 1.
  private static NDArray columns(NDArray a, int more) {
    long[] shape = Arrays.copyOf(a.shape(), a.ndim() + more);
    Arrays.fill(shape, a.ndim(), shape.length, 1);
    return a.reshape(shape);
  }

  private Call at(UFunc f) {
    Operand a = input(f.name(), false);
    if (a == null || a.array().ndim() == 0) {
      return null;
    }
    long n = a.array().shape(0);
    Operand index =
        arrays.chance(0.2)
            ? arrays.array(DType.BOOL, Style.SMALL, false, n)
            : arrays.positions(n, arrays.from(0, 6));
    long[] shape = a.array().shape();
    shape[0] = index.array().dtype() == DType.BOOL ? 1 : index.array().size();
    DType dtype = arrays.chance(0.7) ? a.array().dtype() : RandomCalls.dtype(arrays);
    Operand b =
        arrays.array(
            dtype, Style.POWERS, true, arrays.chance(0.4) ? new long[0] : arrays.partner(shape));
    if (Differences.at(f, a.array(), b.array())) {
      return null;
    }
    return new Call(
        "at",
        f.name(),
        arrays,
        "np.%s.at(%s,%s,%s);r=%s".formatted(f.name(), a.name(), index.name(), b.name(), a.name()),
        () -> {
          f.at(a.array(), new Index[] {Index.of(index.array())}, b.array());
          return List.of(a.array());
        },
        false,
        FACTORS,
        0,
        null,
        null,
        Differences.excuse(f, null, a.array(), b.array()));
  }

  private Call named(String name) {
    Operand a = input(name, true);
    if (a == null) {
      return null;
    }
    boolean running = name.startsWith("cum");
    if (running) {
      return running(name, a);
    }
    Keywords keywords = new Keywords(name, a.array(), !name.equals("all") && !name.equals("any"));
    if (keywords.makesNoSense()) {
      return null;
    }
    int ddof = arrays.from(0, 2);
    String text = keywords.text.toString();
    if (name.equals("var") || name.equals("std")) {
      text += ",ddof=" + ddof;
    }
    Axes axes = keywords.axes;
    NDArray out = keywords.out;
    NDArray x = a.array();
    return new Call(
        name,
        name,
        arrays,
        "r=np.%s(%s%s)".formatted(name, a.name(), text),
        () ->
            List.of(
                switch (name) {
                  case "sum" -> Reductions.sum(x, axes, out);
                  case "prod" -> Reductions.prod(x, axes, out);
                  case "mean" -> Reductions.mean(x, axes, out);
                  case "var" -> Reductions.var(x, ddof, axes, out);
                  case "std" -> Reductions.std(x, ddof, axes, out);
                  case "min" -> Reductions.min(x, axes, out);
                  case "max" -> Reductions.max(x, axes, out);
                  case "all" -> Reductions.all(x, axes, out);
                  default -> Reductions.any(x, axes, out);
                }),
        false,
        1,
        // numbers of Style.SMALL are at most 3
        name.equals("var") || name.equals("std") ? 9 : 0,
        null,
        axes.dtype(),
        null);
  }

  private Call running(String name, Operand a) {
    DType dtype = arrays.chance(0.3) ? RandomCalls.dtype(arrays) : null;
    boolean sum = name.equals("cumsum");
    if (Differences.fold(name, a.array(), dtype, null)) {
      return null;
    }
    String last = dtype == null ? "" : ",dtype='" + dtype + "'";
    if (arrays.chance(0.3) && dtype == null) {
      return call(
          name,
          name,
          "r=np.%s(%s)".formatted(name, a.name()),
          () -> List.of(sum ? Reductions.cumsum(a.array()) : Reductions.cumprod(a.array())),
          a.array());
    }
    if (a.array().ndim() == 0) {
      return null;
    }
    int axis = axis(a.array());
    return call(
        name,
        name,
        "r=np.%s(%s,%d%s)".formatted(name, a.name(), axis, last),
        () ->
            List.of(
                sum
                    ? Reductions.cumsum(a.array(), axis, dtype, null)
                    : Reductions.cumprod(a.array(), axis, dtype, null)),
        a.array());
  }

  /// The keywords of a reduction, for both sides.
  private final class Keywords {
    private final StringBuilder text = new StringBuilder();
    private final String name;
    private final NDArray a;
    private Axes axes;
    private NDArray out;

    Keywords(String name, NDArray a, boolean all) {
      this.name = name;
      this.a = a;
      boolean average = name.equals("mean") || name.equals("var") || name.equals("std");
      boolean extreme = name.equals("min") || name.equals("max");
      boolean[] reduced = axes();
      if (arrays.chance(0.3)) {
        axes = axes.keepdims();
        text.append(",keepdims=True");
      }
      if (arrays.chance(0.2)) {
        Operand mask = arrays.array(DType.BOOL, Style.SMALL, true, arrays.partner(a.shape()));
        axes = axes.where(mask.array());
        text.append(",where=").append(mask.name());
      }
      if (all && !average && arrays.chance(0.25)) {
        int initial = arrays.from(0, 4);
        boolean whole = arrays.chance(0.8);
        axes = whole ? axes.initial((long) initial) : axes.initial(initial + 0.5);
        text.append(",initial=").append(whole ? initial + "" : initial + 0.5 + "");
      }
      if (all && !extreme && arrays.chance(0.25)) {
        DType dtype = RandomCalls.dtype(arrays);
        if (!average || dtype.isFloating() || dtype.isComplex()) {
          axes = axes.dtype(dtype);
          text.append(",dtype='").append(dtype).append('\'');
        }
      }
      if (arrays.chance(0.2)) {
        long[] shape = reduced == null ? new long[0] : left(reduced, axes.keepsDims(), a.shape());
        DType dtype =
            average ? a.dtype() : arrays.chance(0.5) ? a.dtype() : RandomCalls.dtype(arrays);
        if (!average || name.equals("mean") && a.dtype().isComplex()) {
          Operand target = arrays.array(dtype, Style.SMALL, false, shape);
          out = target.array();
          text.append(",out=").append(target.name());
        }
      }
    }

    /// Chooses axes; gives them, or null for an error.
    private boolean[] axes() {
      if (arrays.chance(0.3)) {
        axes = Axes.all();
        text.append(",axis=None");
        return axes.reduced(a.ndim());
      }
      int[] chosen =
          IntStream.range(0, a.ndim())
              .filter(d -> arrays.chance(0.5))
              .map(d -> arrays.chance(0.3) ? d - a.ndim() : d)
              .toArray();
      if (chosen.length == 0 && a.ndim() > 0 && arrays.chance(0.7)) {
        chosen = new int[] {0};
      }
      boolean wrong = arrays.chance(0.02);
      if (wrong) {
        chosen = chosen.length == 0 ? new int[] {4} : new int[] {chosen[0], chosen[0]};
      }
      axes = Axes.axis(chosen);
      text.append(",axis=(")
          .append(IntStream.of(chosen).mapToObj(d -> d + ",").collect(Collectors.joining()))
          .append(')');
      return wrong ? null : axes.reduced(a.ndim());
    }

    private static long[] left(boolean[] reduced, boolean keeps, long... shape) {
      List<Long> left = new ArrayList<>();
      for (int d = 0; d < reduced.length; d++) {
        if (keeps || !reduced[d]) {
          left.add(reduced[d] ? 1 : shape[d]);
        }
      }
      return left.stream().mapToLong(n -> n).toArray();
    }

    boolean makesNoSense() {
      boolean average = name.equals("mean") || name.equals("var") || name.equals("std");
      return average && Differences.average(a, axes.dtype())
          || Differences.fold(name, a, axes.dtype(), out);
    }
  }
}
