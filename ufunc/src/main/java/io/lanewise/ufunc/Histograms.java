package io.lanewise.ufunc;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ufunc.sort.Flat;
import java.util.Arrays;

/// Counting: how often integers occur, and how many elements fall into the bins between edges. Bins
/// are half open, but for the last one, to which its right edge belongs; elements outside and NaN
/// are not counted.
public final class Histograms {
  private Histograms() {}

  /// A histogram: the counts or sums of weights, and the edges, one more.
  public record Histogram(NDArray counts, NDArray edges) {}

  /// A histogram of points: float64 counts with one axis for each dimension, and the edges along
  /// each.
  public record HistogramDD(NDArray counts, NDArray[] edges) {}

  /// How often each integer from 0 to the largest element occurs, int64 (`numpy.bincount`).
  public static NDArray bincount(NDArray x) {
    return bincount(x, null, 0);
  }

  /// How often each integer occurs, or, float64, the sum of the weights of its occurrences
  /// (`numpy.bincount`).
  ///
  /// @param x 1-D, bool or integers
  /// @param weights as many real numbers, or null
  /// @param minlength the least length of the result
  /// @throws CastingException if `x` is floating-point, or the weights complex
  /// @throws ShapeException if `x` is not 1-D, or the weights have another length
  /// @throws IllegalArgumentException if an element or `minlength` is negative
  public static NDArray bincount(NDArray x, NDArray weights, long minlength) {
    if (!x.dtype().isInteger() && x.dtype() != DType.BOOL) {
      throw cast(x.dtype(), DType.INT64);
    }
    Searching.requireVector("bincount", x);
    if (minlength < 0) {
      throw new IllegalArgumentException("'minlength' must not be negative: " + minlength);
    }
    if (weights != null) {
      if (!Casting.SAFE.allows(weights.dtype(), DType.FLOAT64)) {
        throw cast(weights.dtype(), DType.FLOAT64);
      }
      Searching.requireVector("bincount", weights);
      if (weights.size() != x.size()) {
        throw new ShapeException(
            "The weights and list don't have the same length.: "
                + weights.size()
                + " and "
                + x.size());
      }
    }
    if (x.size() == 0) {
      return NDArray.zeros(DType.INT64, minlength);
    }
    NDArray whole = Searching.as(x, DType.INT64);
    Flat flat = Flat.of(whole.layout().stride(0) == 1 ? whole : whole.copy());
    long[] values = (long[]) flat.array();
    int from = flat.from();
    int to = from + flat.size();
    long min = 0;
    long max = 0;
    for (int i = from; i < to; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    if (min < 0) {
      throw new IllegalArgumentException(
          "'list' argument must have no negative elements, has " + min);
    }
    long length =
        Shapes.javaLength("bincount", Math.max(minlength, Shapes.sum("bincount", max, 1)));
    if (weights == null) {
      NDArray counts = NDArray.zeros(DType.INT64, length);
      long[] into = (long[]) counts.storage().array();
      for (int i = from; i < to; i++) {
        into[(int) values[i]]++;
      }
      return counts;
    }
    NDArray sums = NDArray.zeros(DType.FLOAT64, length);
    double[] into = (double[]) sums.storage().array();
    NDArray real = Searching.as(weights, DType.FLOAT64);
    Flat weight = Flat.of(real.isContiguous() ? real : real.copy());
    double[] w = (double[]) weight.array();
    int offset = weight.from() - from;
    for (int i = from; i < to; i++) {
      into[(int) values[i]] += w[offset + i];
    }
    return sums;
  }

  private static CastingException cast(DType from, DType to) {
    return new CastingException(
        "Cannot cast array data from dtype('"
            + from
            + "') to dtype('"
            + to
            + "') according to the rule 'safe'");
  }

  /// The edges that [#histogram(NDArray, Bins)] would use (`numpy.histogram_bin_edges`).
  ///
  /// @throws IllegalArgumentException as histogram does
  public static NDArray histogramBinEdges(NDArray a, Bins bins) {
    return bins.edgesFor(flat(a));
  }

  /// The histogram of all elements in 10 bins of equal width.
  public static Histogram histogram(NDArray a) {
    return histogram(a, 10);
  }

  /// The histogram of all elements in so many bins of equal width.
  public static Histogram histogram(NDArray a, long bins) {
    return histogram(a, Bins.count(bins));
  }

  /// The histogram of all elements: int64 counts.
  public static Histogram histogram(NDArray a, Bins bins) {
    return histogram(a, bins, null, false);
  }

  /// The histogram of all elements (`numpy.histogram`). Edges of bins of equal width have the
  /// array's dtype if that is floating-point, otherwise float64. Complex elements are ordered by
  /// real part, then by imaginary part, and counted between given edges only.
  ///
  /// @param weights of the array's shape, or null; the sums have their dtype. As in NumPy, integers
  ///   are summed in float64 in bins of equal width and exactly between given edges. Other sums
  ///   between given edges are taken in order of the elements, where NumPy subtracts sums over
  ///   sorted ones
  /// @param density whether counts are divided by their sum and the bins' widths, so that the
  ///   integral is 1
  /// @throws IllegalArgumentException if there is no bin, or too many for the range, edges fall, or
  ///   the range is not finite
  /// @throws ShapeException if edges are not 1-D, or the weights' shape is not the array's
  public static Histogram histogram(NDArray a, Bins bins, NDArray weights, boolean density) {
    if (weights != null && !weights.layout().sameShape(a.layout())) {
      throw new ShapeException(
          "weights should have the same shape as a.: "
              + Shapes.toString(weights.shape())
              + " and "
              + Shapes.toString(a.shape()));
    }
    if (weights != null && bins.areEstimated()) {
      throw new IllegalArgumentException(
          "Automated estimation of the number of bins is not supported for weighted data");
    }
    NDArray values = flat(a);
    NDArray edges = bins.edgesFor(values);
    if (weights != null && weights.dtype().isComplex()) {
      NDArray sums = NDArray.empty(weights.dtype(), Math.max(0, edges.size() - 1));
      sums.real().set(counts(values, edges, bins.areEqual(), weights.real()));
      sums.imag().set(counts(values, edges, bins.areEqual(), weights.imag()));
      return new Histogram(density ? density(sums, edges) : sums, edges);
    }
    NDArray sums = counts(values, edges, bins.areEqual(), weights);
    if (density) {
      NDArray widths = widths(edges);
      return new Histogram(sums.divide(widths).divide(sums.sum()), edges);
    }
    return new Histogram(sums, edges);
  }

  /// Complex sums by the widths and the sum of all, each division after R. L. Smith as NumPy has
  /// it.
  private static NDArray density(NDArray sums, NDArray edges) {
    NDArray widths = widths(edges);
    double real = sums.real().sum().item();
    double imag = sums.imag().sum().item();
    boolean wide = Math.abs(real) >= Math.abs(imag);
    double ratio = wide ? imag / real : real / imag;
    double scale = 1 / (wide ? real + imag * ratio : imag + real * ratio);
    NDArray result = NDArray.empty(DType.COMPLEX128, sums.size());
    for (long i = 0; i < sums.size(); i++) {
      Complex sum = sums.getComplex(i);
      double each = 1 / widths.getDouble(i);
      double x = sum.real() * each;
      double y = sum.imag() * each;
      result.setComplex(
          wide
              ? new Complex((x + y * ratio) * scale, (y - x * ratio) * scale)
              : new Complex((x * ratio + y) * scale, (y * ratio - x) * scale),
          i);
    }
    return result;
  }

  private static NDArray flat(NDArray a) {
    return (a.dtype() == DType.BOOL ? a.astype(DType.UINT8) : a).reshape(-1);
  }

  private static NDArray widths(NDArray edges) {
    return edges.size() < 2
        ? NDArray.empty(DType.FLOAT64, 0)
        : edges.get("1:").subtract(edges.get(":-1")).astype(DType.FLOAT64);
  }

  private static NDArray counts(NDArray values, NDArray edges, boolean equal, NDArray weights) {
    int n = (int) Math.max(0, edges.size() - 1);
    DType dtype = weights == null ? DType.INT64 : weights.dtype();
    NDArray total = NDArray.zeros(dtype, n);
    if (values.size() == 0 || n == 0) {
      return total;
    }
    BinNumbers numbers = new BinNumbers(values, edges, equal);
    NDArray flatWeights = weights == null ? null : weights.reshape(-1);
    boolean exact = weights == null || !equal && dtype.isInteger();
    long[] counts = new long[n];
    int[] bins = new int[(int) Math.min(BinNumbers.BLOCK, values.size())];
    for (long from = 0; from < values.size(); from += BinNumbers.BLOCK) {
      int some = (int) Math.min(BinNumbers.BLOCK, values.size() - from);
      numbers.of(from, some, bins);
      if (weights == null) {
        for (int i = 0; i < some; i++) {
          if (bins[i] >= 0) {
            counts[bins[i]]++;
          }
        }
        continue;
      }
      NDArray block = flatWeights.get(Index.slice(from, from + some));
      if (exact) {
        long[] each = block.astype(DType.INT64).toLongArray();
        for (int i = 0; i < some; i++) {
          if (bins[i] >= 0) {
            counts[bins[i]] += each[i];
          }
        }
      } else {
        NDArray real = Searching.as(block, DType.FLOAT64);
        Flat w = Flat.of(real.isContiguous() ? real : real.copy());
        NDArray sums = NDArray.of(sums(bins, (double[]) w.array(), w.from(), some, n));
        total.add(Searching.as(sums, dtype), total);
      }
    }
    if (exact) {
      // of integers of any dtype, whose sums wrap around, these are the low bits
      total.set(NDArray.of(counts).astype(dtype));
    }
    return total;
  }

  private static double[] sums(int[] bins, double[] weights, int from, int some, int n) {
    // one more, for those outside
    double[] sums = new double[n + 1];
    for (int i = 0; i < some; i++) {
      sums[bins[i] + 1] += weights[from + i];
    }
    return Arrays.copyOfRange(sums, 1, n + 1);
  }

  /// The histogram of the points (x, y) in 10 x 10 bins.
  public static HistogramDD histogram2d(NDArray x, NDArray y) {
    return histogram2d(x, y, Bins.count(10), Bins.count(10), null, false);
  }

  /// The histogram of the points (x, y): float64, x along the first axis (`numpy.histogram2d`).
  ///
  /// @throws ShapeException if `x` and `y` are not 1-D of one length
  /// @throws IllegalArgumentException as [#histogramdd] does
  public static HistogramDD histogram2d(
      NDArray x, NDArray y, Bins xBins, Bins yBins, NDArray weights, boolean density) {
    if (x.size() != y.size()) {
      throw new ShapeException(
          "x and y must have the same length.: " + x.size() + " and " + y.size());
    }
    Searching.requireVector("histogram2d", x);
    Searching.requireVector("histogram2d", y);
    DType common = Promotion.promoteTypes(x.dtype(), y.dtype());
    NDArray points = NDArray.empty(common, x.size(), 2);
    points.get("..., 0").set(x);
    points.get("..., 1").set(y);
    return histogramdd(points, new Bins[] {xBins, yBins}, weights, density);
  }

  /// The histogram of points, the rows of an (n, d) array: float64 counts or sums of weights with d
  /// axes (`numpy.histogramdd`).
  ///
  /// @param bins one for each dimension, or one for all
  /// @param weights 1-D, one for each point, or null
  /// @throws IllegalArgumentException if there are as many bins as neither 1 nor dimensions, there
  ///   is no bin, edges fall, or a range is not finite
  /// @throws ShapeException if `sample` is not 2-D
  public static HistogramDD histogramdd(
      NDArray sample, Bins[] bins, NDArray weights, boolean density) {
    if (sample.ndim() != 2) {
      throw new ShapeException(
          "histogramdd takes points as rows of a 2-D array, not one of shape "
              + Shapes.toString(sample.shape()));
    }
    int dimensions = Math.toIntExact(sample.shape(1));
    if (bins.length != 1 && bins.length != dimensions) {
      throw new ShapeException(
          "The dimension of bins must be equal to the dimension of the sample x.: "
              + bins.length
              + " and "
              + dimensions);
    }
    if (weights != null && !Casting.SAFE.allows(weights.dtype(), DType.FLOAT64)) {
      throw cast(weights.dtype(), DType.FLOAT64);
    }
    if (weights != null && weights.size() != sample.shape(0)) {
      throw new ShapeException(
          "The weights and list don't have the same length.: "
              + weights.size()
              + " and "
              + sample.shape(0));
    }
    NDArray[] edges = new NDArray[dimensions];
    BinNumbers[] numbers = new BinNumbers[dimensions];
    long[] shape = new long[dimensions];
    for (int d = 0; d < dimensions; d++) {
      NDArray column = flat(sample.get("..., " + d));
      Bins own = bins[bins.length == 1 ? 0 : d];
      edges[d] = own.edgesFor(column, d);
      shape[d] = Math.max(0, edges[d].size() - 1);
      numbers[d] = new BinNumbers(column, edges[d], false);
    }
    if (Shapes.size(shape) > Integer.MAX_VALUE - 8) {
      throw new ShapeException(
          "histogramdd: too many bins for a Java array: " + Shapes.toString(shape));
    }
    NDArray counts = NDArray.zeros(DType.FLOAT64, shape);
    if (counts.size() > 0) {
      count(numbers, shape, sample.shape(0), weights, counts);
    }
    if (density) {
      double sum = counts.sum().item();
      for (int d = 0; d < dimensions; d++) {
        long[] along = new long[dimensions];
        Arrays.fill(along, 1);
        along[d] = shape[d];
        counts.set(counts.divide(widths(edges[d]).reshape(along)));
      }
      counts.set(counts.divide(sum));
    }
    return new HistogramDD(counts, edges);
  }

  private static void count(
      BinNumbers[] numbers, long[] shape, long points, NDArray weights, NDArray counts) {
    double[] to = (double[]) counts.storage().array();
    int size = (int) Math.min(BinNumbers.BLOCK, points);
    int[] bins = new int[size];
    int[] places = new int[size];
    for (long from = 0; from < points; from += BinNumbers.BLOCK) {
      int n = (int) Math.min(BinNumbers.BLOCK, points - from);
      Arrays.fill(places, 0);
      for (int d = 0; d < numbers.length; d++) {
        numbers[d].of(from, n, bins);
        int length = (int) shape[d];
        for (int i = 0; i < n; i++) {
          // negative once outside in any dimension
          places[i] = places[i] < 0 || bins[i] < 0 ? -1 : places[i] * length + bins[i];
        }
      }
      double[] w =
          weights == null
              ? null
              : weights.reshape(-1).get(Index.slice(from, from + n)).toDoubleArray();
      for (int i = 0; i < n; i++) {
        if (places[i] >= 0) {
          to[places[i]] += w == null ? 1 : w[i];
        }
      }
    }
  }

  /// The bin of each element, int64 of the shape of `x` (`numpy.digitize`): the `i` with `bins[i-1]
  /// <= x < bins[i]`, or `bins[i-1] < x <= bins[i]` where `right`; for falling bins `bins[i-1] > x
  /// > = bins[i]`, or `bins[i-1] >= x > bins[i]` where `right`.
  ///
  /// @throws IllegalArgumentException if the bins neither rise nor fall
  /// @throws ShapeException if they are not 1-D
  public static NDArray digitize(NDArray x, NDArray bins, boolean right) {
    if (x.dtype().isComplex()) {
      throw new IllegalArgumentException("x may not be complex");
    }
    if (bins.dtype().isComplex()) {
      throw cast(bins.dtype(), DType.FLOAT64);
    }
    Searching.requireVector("digitize", bins);
    long[] keys = Flat.of(bins).keys();
    boolean rising = true;
    boolean falling = true;
    for (int i = 1; i < keys.length; i++) {
      rising &= keys[i - 1] <= keys[i];
      falling &= keys[i - 1] >= keys[i];
    }
    if (rising) {
      return Searching.searchsorted(bins, x, right ? SearchSide.LEFT : SearchSide.RIGHT);
    }
    if (!falling) {
      throw new IllegalArgumentException(
          "bins must be monotonically increasing or decreasing: " + bins);
    }
    NDArray found =
        Searching.searchsorted(bins.get("::-1"), x, right ? SearchSide.LEFT : SearchSide.RIGHT);
    return NDArray.scalar(bins.size()).subtract(found);
  }
}
