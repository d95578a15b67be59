package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsOracleTest {
  /// A reduction with nothing but axes.
  private interface Reduction {
    NDArray apply(NDArray a, Axes axes, NDArray out);
  }

  static final Map<String, Oracle.Call> CALLS =
      Map.ofEntries(
          Map.entry("argmax", reduction(Locations::argmax)),
          Map.entry("argmin", reduction(Locations::argmin)),
          Map.entry("ptp", reduction(Statistics::ptp)),
          Map.entry("median", reduction(Quantiles::median)),
          Map.entry("quantile", a -> quantile(a, Quantiles::quantile, Quantiles::quantile)),
          Map.entry("percentile", a -> quantile(a, Quantiles::percentile, Quantiles::percentile)),
          Map.entry("nanmedian", reduction(NanReductions::nanmedian)),
          Map.entry(
              "nanquantile",
              a -> quantile(a, NanReductions::nanquantile, NanReductions::nanquantile)),
          Map.entry(
              "nanpercentile",
              a -> quantile(a, NanReductions::nanpercentile, NanReductions::nanpercentile)),
          Map.entry(
              "weighted_quantile",
              a ->
                  Quantiles.weightedQuantile(a.array(0), a.array(1), a.array(2), axes(a, 3), null)),
          Map.entry(
              "weighted_percentile",
              a ->
                  Quantiles.weightedPercentile(
                      a.array(0), a.array(1), a.array(2), axes(a, 3), null)),
          Map.entry(
              "weighted_nanquantile",
              a ->
                  NanReductions.weightedNanquantile(
                      a.array(0), a.array(1), a.array(2), axes(a, 3), null)),
          Map.entry("average", StatisticsOracleTest::average),
          Map.entry("nansum", reduction(NanReductions::nansum)),
          Map.entry("nanprod", reduction(NanReductions::nanprod)),
          Map.entry(
              "nancumsum",
              a ->
                  a.isNone(1)
                      ? NanReductions.nancumsum(a.array(0))
                      : NanReductions.nancumsum(a.array(0), a.axis(1))),
          Map.entry(
              "nancumprod",
              a ->
                  a.isNone(1)
                      ? NanReductions.nancumprod(a.array(0))
                      : NanReductions.nancumprod(a.array(0), a.axis(1))),
          Map.entry(
              "unwrap",
              a ->
                  a.kind(3) == 'i'
                      ? Differences.unwrap(a.array(0), a.number(1), a.axis(2), a.integer(3))
                      : Differences.unwrap(a.array(0), a.number(1), a.axis(2), a.number(3))),
          Map.entry("nanmean", reduction(NanReductions::nanmean)),
          Map.entry("nanmin", reduction(NanReductions::nanmin)),
          Map.entry("nanmax", reduction(NanReductions::nanmax)),
          Map.entry("nanvar", a -> NanReductions.nanvar(a.array(0), a.axis(2), axes(a, 1), null)),
          Map.entry("nanstd", a -> NanReductions.nanstd(a.array(0), a.axis(2), axes(a, 1), null)),
          Map.entry("nanargmax", reduction(NanReductions::nanargmax)),
          Map.entry("nanargmin", reduction(NanReductions::nanargmin)),
          Map.entry(
              "diff",
              a ->
                  Differences.diff(
                      a.array(0), a.axis(1), a.axis(2), optional(a, 3), optional(a, 4))),
          Map.entry(
              "ediff1d", a -> Differences.ediff1d(a.array(0), optional(a, 1), optional(a, 2))),
          Map.entry(
              "cross",
              a -> Differences.cross(a.array(0), a.array(1), a.axis(2), a.axis(3), a.axis(4))),
          Map.entry("gradients", a -> Gradients.gradient(a.array(0))),
          Map.entry("gradient", StatisticsOracleTest::gradient),
          Map.entry(
              "trapezoid",
              a ->
                  a.kind(1) == 'a'
                      ? Differences.trapezoid(a.array(0), a.array(1), a.axis(2))
                      : Differences.trapezoid(a.array(0), a.number(1), a.axis(2))),
          Map.entry("convolve", a -> Signals.convolve(a.array(0), a.array(1), mode(a))),
          Map.entry("correlate", a -> Signals.correlate(a.array(0), a.array(1), mode(a))),
          Map.entry("interp", StatisticsOracleTest::interp),
          Map.entry(
              "interp_period",
              a -> Interpolation.interpPeriodic(a.array(0), a.array(1), a.array(2), a.number(3))),
          Map.entry("round", a -> Numbers.round(a.array(0), a.axis(1))),
          Map.entry("fix", a -> Numbers.fix(a.array(0))),
          Map.entry(
              "nan_to_num",
              a ->
                  a.count() == 1
                      ? Numbers.nanToNum(a.array(0))
                      : Numbers.nanToNum(a.array(0), a.number(1), a.number(2), a.number(3))),
          Map.entry("i0", a -> Numbers.i0(a.array(0))),
          Map.entry("angle", a -> Numbers.angle(a.array(0), a.flag(1))),
          Map.entry("iscomplex", a -> Numbers.iscomplex(a.array(0))),
          Map.entry("isreal", a -> Numbers.isreal(a.array(0))),
          Map.entry("iscomplexobj", a -> Numbers.iscomplexobj(a.array(0))),
          Map.entry("isrealobj", a -> Numbers.isrealobj(a.array(0))),
          Map.entry("isposinf", a -> Numbers.isposinf(a.array(0))),
          Map.entry("isneginf", a -> Numbers.isneginf(a.array(0))),
          Map.entry("real_if_close", a -> Numbers.realIfClose(a.array(0))));

  private static final Oracle.Rules RULES =
      new Oracle.Rules() {
        @Override
        public long ulps(String function) {
          return switch (function) {
            // sums of products and of squares, whose order is not NumPy's along all axes: at most
            // eight terms, each rounded twice
            case "average", "nanvar", "nanstd" -> 8;
            // the fixture is mpmath's, rounded; see Bessel
            case "i0" -> 4;
            // an ulp of each arctangent, and one of the product with 180 / pi
            case "angle" -> 3;
            default -> 0;
          };
        }

        @Override
        public String words(String function, String words) {
          if (words.equals("repeated axis")) {
            return "duplicate value in 'axis'";
          }
          // which of the places that are not there NumPy meets first
          return words.startsWith("index ")
              ? words.substring(words.indexOf(" is out"))
              : words.replace("Python integer", "value");
        }
      };

  @Test
  void statisticsAgreeWithNumPy() {
    Oracle.replay("statistics", CALLS, RULES);
  }

  private static Axes axes(Oracle.Arguments a, int i) {
    return a.isNone(i) ? Axes.all() : Axes.axis(a.axes(i));
  }

  private static NDArray optional(Oracle.Arguments a, int i) {
    return a.isNone(i) ? null : a.array(i);
  }

  private static Oracle.Call reduction(Reduction function) {
    return a -> {
      Axes axes = axes(a, 1);
      boolean keepdims = a.count() > 2 && a.flag(2);
      return function.apply(a.array(0), keepdims ? axes.keepdims() : axes, null);
    };
  }

  private interface Weak {
    NDArray apply(NDArray a, double q, Axes axes, QuantileMethod method, NDArray out);
  }

  private interface Strong {
    NDArray apply(NDArray a, NDArray q, Axes axes, QuantileMethod method, NDArray out);
  }

  private static NDArray quantile(Oracle.Arguments a, Weak weak, Strong strong) {
    Axes axes = a.flag(4) ? axes(a, 2).keepdims() : axes(a, 2);
    QuantileMethod method = QuantileMethod.valueOf(a.text(3).toUpperCase(Locale.ROOT));
    return a.kind(1) == 'a'
        ? strong.apply(a.array(0), a.array(1), axes, method, null)
        : weak.apply(a.array(0), a.number(1), axes, method, null);
  }

  private static Object average(Oracle.Arguments a) {
    Statistics.Average result =
        Statistics.averageWithWeights(a.array(0), optional(a, 2), axes(a, 1));
    return List.of(result.average(), result.sumOfWeights());
  }

  private static NDArray gradient(Oracle.Arguments a) {
    int edge = a.axis(3);
    return a.kind(2) == 'a'
        ? Gradients.gradient(a.array(0), a.axis(1), a.array(2), edge)
        : Gradients.gradient(a.array(0), a.axis(1), a.number(2), edge);
  }

  private static ConvolveMode mode(Oracle.Arguments a) {
    return ConvolveMode.valueOf(a.text(2).toUpperCase(Locale.ROOT));
  }

  private static NDArray interp(Oracle.Arguments a) {
    return a.isNone(3)
        ? Interpolation.interp(a.array(0), a.array(1), a.array(2))
        : Interpolation.interp(a.array(0), a.array(1), a.array(2), a.number(3), a.number(4));
  }
}
