package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Halves;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.Unsigned;
import io.lanewise.ufunc.sort.ElementKeys;
import io.lanewise.ufunc.sort.Flat;

/// The bins of a histogram along one dimension: so many of equal width, or given edges, or as many
/// as an estimator finds.
///
/// ```java
/// Histograms.histogram(a, Bins.count(50).range(0, 1));
/// ```
public final class Bins {
  private final long count;
  private final NDArray edges;
  private final BinEstimator estimator;
  private final boolean ranged;
  private final double low;
  private final double high;

  private Bins(
      long count, NDArray edges, BinEstimator estimator, boolean ranged, double low, double high) {
    this.count = count;
    this.edges = edges;
    this.estimator = estimator;
    this.ranged = ranged;
    this.low = low;
    this.high = high;
  }

  /// So many bins of equal width, from the smallest element to the largest one.
  public static Bins count(long count) {
    return new Bins(count, null, null, false, 0, 0);
  }

  /// Bins between given edges, which must not fall; all are half open but the last one, to which
  /// its right edge belongs.
  public static Bins edges(NDArray edges) {
    return new Bins(0, edges, null, false, 0, 0);
  }

  /// As many bins of equal width as a rule finds.
  public static Bins estimated(BinEstimator estimator) {
    return new Bins(0, null, estimator, false, 0, 0);
  }

  /// These bins from `low` to `high`, elements outside being left out. Given edges have their range
  /// already, and keep it.
  public Bins range(double newLow, double newHigh) {
    return new Bins(count, edges, estimator, true, newLow, newHigh);
  }

  boolean areEqual() {
    return edges == null;
  }

  boolean areEstimated() {
    return estimator != null;
  }

  /// The edges for the histogram of a 1-D array.
  NDArray edgesFor(NDArray a) {
    if (edges != null) {
      if (edges.ndim() != 1) {
        throw new ShapeException(
            "`bins` must be 1d, when an array, not of shape " + Shapes.toString(edges.shape()));
      }
      requireRising(edges, "`bins` must increase monotonically, when an array");
      return edges;
    }
    if (estimator == null && count < 1) {
      throw new IllegalArgumentException("`bins` must be positive, when an integer: " + count);
    }
    double[] ends = ends(a);
    long n = estimator == null ? count : estimate(a, ends[0], ends[1]);
    DType dtype = a.dtype().isFloating() ? a.dtype() : DType.FLOAT64;
    DType computed = ranged || a.size() == 0 ? DType.FLOAT64 : dtype;
    NDArray result = linspace(ends[0], ends[1], n, computed).astype(dtype);
    double[] values = result.toDoubleArray();
    for (int i = 0; i < n; i++) {
      if (values[i] >= values[i + 1]) {
        throw new IllegalArgumentException(
            "Too many bins for data range. Cannot create " + n + " finite-sized bins.");
      }
    }
    return result;
  }

  /// The edges along dimension `d` of a histogram of samples, as NumPy's histogramdd checks them.
  NDArray edgesFor(NDArray a, int d) {
    if (edges != null) {
      if (edges.ndim() != 1) {
        throw new ShapeException("`bins[" + d + "]` must be a scalar or 1d array");
      }
      requireRising(edges, "`bins[" + d + "]` must be monotonically increasing, when an array");
      return edges;
    }
    if (estimator != null) {
      throw new IllegalArgumentException("`bins[" + d + "]` must be an integer, when a scalar");
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "`bins[" + d + "]` must be positive, when an integer: " + count);
    }
    double[] ends = ends(a);
    boolean floats = a.dtype().isFloating() && !ranged && a.size() > 0;
    return linspace(ends[0], ends[1], count, floats ? a.dtype() : DType.FLOAT64);
  }

  private static void requireRising(NDArray edges, String words) {
    ElementKeys elements = ElementKeys.of(Flat.of(edges));
    long[] keys = elements.of(0);
    for (int i = 1; i < keys.length; i++) {
      // NaN compares with nothing, so it neither rises nor falls
      if (keys[i - 1] > keys[i] && !elements.isNan(keys[i - 1])) {
        throw new IllegalArgumentException(words + ": " + edges);
      }
    }
  }

  private double[] ends(NDArray a) {
    if (a.dtype().isComplex()) {
      throw new NoLoopException(
          "bins of equal width need real numbers, not " + a.dtype() + "; give their edges");
    }
    double first = ranged ? low : 0;
    double last = ranged ? high : 1;
    if (ranged) {
      if (low > high) {
        throw new IllegalArgumentException(
            "max must be larger than min in range parameter.: " + low + " and " + high);
      }
      requireFinite("supplied", low, high);
    } else if (a.size() > 0) {
      double[] extremes = extremes(a);
      first = extremes[0];
      last = extremes[1];
      requireFinite("autodetected", first, last);
    }
    if (first == last) {
      first -= 0.5;
      last += 0.5;
    }
    return new double[] {first, last};
  }

  /// The smallest and the largest element; NaN where one is NaN.
  static double[] extremes(NDArray a) {
    if (a.dtype() == DType.UINT64) {
      long[] extremes = integerExtremes(a);
      return new double[] {
        Unsigned.toDouble(extremes[0] ^ Long.MIN_VALUE),
        Unsigned.toDouble(extremes[1] ^ Long.MIN_VALUE)
      };
    }
    return new double[] {
      Reductions.min(a, Axes.all(), null).item(), Reductions.max(a, Axes.all(), null).item()
    };
  }

  private static long[] integerExtremes(NDArray a) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long key : Flat.of(a).keys()) {
      min = Math.min(min, key);
      max = Math.max(max, key);
    }
    return new long[] {min, max};
  }

  /// The distance between the smallest and the largest element.
  static double span(NDArray a) {
    if (a.dtype().isInteger()) {
      long[] extremes = integerExtremes(a);
      return Unsigned.toDouble(extremes[1] - extremes[0]);
    }
    double[] extremes = extremes(a);
    return round(a.dtype(), extremes[1] - extremes[0]);
  }

  private static void requireFinite(String what, double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          what + " range of [" + text(low) + ", " + text(high) + "] is not finite");
    }
  }

  private static String text(double value) {
    return Double.isNaN(value)
        ? "nan"
        : Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
  }

  private long estimate(NDArray a, double first, double last) {
    NDArray inside = a;
    if (ranged) {
      NDArray wide = Searching.as(a, DType.FLOAT64);
      NDArray above = wide.greaterEqual(round(a.dtype(), first));
      NDArray keep = above.logicalAnd(wide.lessEqual(round(a.dtype(), last)));
      NDArray positions = Searching.flatnonzero(keep);
      int[] kept = new int[Math.toIntExact(positions.size())];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = (int) positions.getLong(i);
      }
      inside = Flat.of(a).take(kept, kept.length);
    }
    if (inside.size() == 0) {
      return 1;
    }
    double width = estimator.width(inside, first, last);
    if (width == 0 || Double.isNaN(width)) {
      return 1;
    }
    if (a.dtype().isInteger() && width < 1) {
      width = 1;
    }
    // NumPy computes in the array's dtype what Python's numbers do not widen
    boolean narrow = !ranged && a.dtype().isFloating();
    double span = narrow ? round(a.dtype(), last - first) : last - first;
    double number = span / width;
    return (long)
        Math.ceil(narrow && round(a.dtype(), width) == width ? round(a.dtype(), number) : number);
  }

  /// `n + 1` equally spaced numbers, each operation rounded to `dtype` (`numpy.linspace`).
  private static NDArray linspace(double first, double last, long n, DType dtype) {
    NDArray result = NDArray.empty(dtype, Shapes.sum("histogram", n, 1));
    double start = round(dtype, first);
    double delta = round(dtype, round(dtype, last) - start);
    double step = round(dtype, delta / n);
    for (long i = 0; i < n; i++) {
      double at = round(dtype, i);
      double along =
          step == 0 ? round(dtype, round(dtype, at / n) * delta) : round(dtype, at * step);
      result.setDouble(round(dtype, along + start), i);
    }
    result.setDouble(last, n);
    return result;
  }

  /// `value` in the precision of a floating-point dtype.
  static double round(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT32 -> (float) value;
      case FLOAT16 -> Float.float16ToFloat(Halves.toFloat16(value));
      case BFLOAT16 -> Halves.fromBfloat16(Halves.toBfloat16(value));
      default -> value;
    };
  }
}
