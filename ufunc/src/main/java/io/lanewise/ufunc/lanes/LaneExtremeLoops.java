package io.lanewise.ufunc.lanes;

import static io.lanewise.ufunc.lanes.PreferredLanes.D;
import static io.lanewise.ufunc.lanes.PreferredLanes.F;
import static io.lanewise.ufunc.lanes.PreferredLanes.load;
import static io.lanewise.ufunc.lanes.PreferredLanes.repeat;

import io.lanewise.ufunc.reduce.ExtremeLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The loops of [ExtremeLoops] with lanes. Order does not matter for extremes, so these have four
/// accumulators against the latency, and a horizontal end.
///
/// Java's minimum of vectors, which knows NaN and the signs of zeros, takes five instructions where
/// a comparison and a blend take two. So these come first, and beside them a sum of products of two
/// numbers, which is NaN where one of them is. Where it is (infinities and huge numbers do that,
/// too) the exact minimum decides, and where the result is a zero, whose sign it knows. (10^6
/// float64: 0.17 ns an element with the exact one, 0.10 so.) A loop of its own for the signs, over
/// the numbers as integers, boxed in processes that had compiled many kernels.
///
/// The main loops load by [PreferredLanes], the rare exact ones do not: with its casts C2 boxed in
/// those.
public final class LaneExtremeLoops implements ExtremeLoops {
  @Override
  public double min(double[] a, int from, int n) {
    int length = D.length();
    if (n < 4 * length) {
      return exactMin(a, from, n);
    }
    DoubleVector r = load(a, from);
    DoubleVector s = load(a, from + length);
    DoubleVector t = load(a, from + 2 * length);
    DoubleVector u = load(a, from + 3 * length);
    DoubleVector products = r.mul(s);
    DoubleVector others = t.mul(u);
    int i = from + 4 * length;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      DoubleVector x = load(a, i);
      DoubleVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.LT, r));
      s = s.blend(y, y.compare(VectorOperators.LT, s));
      products = x.fma(y, products);
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.LT, t));
      u = u.blend(y, y.compare(VectorOperators.LT, u));
      others = x.fma(y, others);
    }
    DoubleVector sum = products.add(others);
    if (sum.compare(VectorOperators.NE, sum).anyTrue()) {
      return exactMin(a, from, n);
    }
    double result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result != 0 ? result : exactMin(a, from, n);
  }

  private static double exactMin(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = DoubleVector.broadcast(D, Double.POSITIVE_INFINITY);
    DoubleVector s = r;
    int i = from;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      r = r.min(DoubleVector.fromArray(D, a, i));
      s = s.min(DoubleVector.fromArray(D, a, i + length));
    }
    double result = r.min(s).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public double minNumber(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = repeat(Double.POSITIVE_INFINITY);
    DoubleVector s = r;
    DoubleVector t = r;
    DoubleVector u = r;
    int i = from;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      // false beside NaN
      DoubleVector x = load(a, i);
      DoubleVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.LT, r));
      s = s.blend(y, y.compare(VectorOperators.LT, s));
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.LT, t));
      u = u.blend(y, y.compare(VectorOperators.LT, u));
    }
    double result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = a[i] < result ? a[i] : result;
    }
    return result != 0 ? result : exactMinNumber(a, from, n);
  }

  private static double exactMinNumber(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = DoubleVector.broadcast(D, Double.POSITIVE_INFINITY);
    int i = from;
    for (; i <= from + n - length; i += length) {
      DoubleVector x = DoubleVector.fromArray(D, a, i);
      r = r.min(x.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.NE, x)));
    }
    double result = r.reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = a[i] == a[i] ? Math.min(result, a[i]) : result;
    }
    return result;
  }

  @Override
  public double max(double[] a, int from, int n) {
    int length = D.length();
    if (n < 4 * length) {
      return exactMax(a, from, n);
    }
    DoubleVector r = load(a, from);
    DoubleVector s = load(a, from + length);
    DoubleVector t = load(a, from + 2 * length);
    DoubleVector u = load(a, from + 3 * length);
    DoubleVector products = r.mul(s);
    DoubleVector others = t.mul(u);
    int i = from + 4 * length;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      DoubleVector x = load(a, i);
      DoubleVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.GT, r));
      s = s.blend(y, y.compare(VectorOperators.GT, s));
      products = x.fma(y, products);
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.GT, t));
      u = u.blend(y, y.compare(VectorOperators.GT, u));
      others = x.fma(y, others);
    }
    DoubleVector sum = products.add(others);
    if (sum.compare(VectorOperators.NE, sum).anyTrue()) {
      return exactMax(a, from, n);
    }
    double result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result != 0 ? result : exactMax(a, from, n);
  }

  private static double exactMax(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = DoubleVector.broadcast(D, Double.NEGATIVE_INFINITY);
    DoubleVector s = r;
    int i = from;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      r = r.max(DoubleVector.fromArray(D, a, i));
      s = s.max(DoubleVector.fromArray(D, a, i + length));
    }
    double result = r.max(s).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public double maxNumber(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = repeat(Double.NEGATIVE_INFINITY);
    DoubleVector s = r;
    DoubleVector t = r;
    DoubleVector u = r;
    int i = from;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      // false beside NaN
      DoubleVector x = load(a, i);
      DoubleVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.GT, r));
      s = s.blend(y, y.compare(VectorOperators.GT, s));
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.GT, t));
      u = u.blend(y, y.compare(VectorOperators.GT, u));
    }
    double result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = a[i] > result ? a[i] : result;
    }
    return result != 0 ? result : exactMaxNumber(a, from, n);
  }

  private static double exactMaxNumber(double[] a, int from, int n) {
    int length = D.length();
    DoubleVector r = DoubleVector.broadcast(D, Double.NEGATIVE_INFINITY);
    int i = from;
    for (; i <= from + n - length; i += length) {
      DoubleVector x = DoubleVector.fromArray(D, a, i);
      r = r.max(x.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.NE, x)));
    }
    double result = r.reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = a[i] == a[i] ? Math.max(result, a[i]) : result;
    }
    return result;
  }

  @Override
  public float min(float[] a, int from, int n) {
    int length = F.length();
    if (n < 4 * length) {
      return exactMin(a, from, n);
    }
    FloatVector r = load(a, from);
    FloatVector s = load(a, from + length);
    FloatVector t = load(a, from + 2 * length);
    FloatVector u = load(a, from + 3 * length);
    FloatVector products = r.mul(s);
    FloatVector others = t.mul(u);
    int i = from + 4 * length;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      FloatVector x = load(a, i);
      FloatVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.LT, r));
      s = s.blend(y, y.compare(VectorOperators.LT, s));
      products = x.fma(y, products);
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.LT, t));
      u = u.blend(y, y.compare(VectorOperators.LT, u));
      others = x.fma(y, others);
    }
    FloatVector sum = products.add(others);
    if (sum.compare(VectorOperators.NE, sum).anyTrue()) {
      return exactMin(a, from, n);
    }
    float result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result != 0 ? result : exactMin(a, from, n);
  }

  private static float exactMin(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = FloatVector.broadcast(F, Float.POSITIVE_INFINITY);
    FloatVector s = r;
    int i = from;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      r = r.min(FloatVector.fromArray(F, a, i));
      s = s.min(FloatVector.fromArray(F, a, i + length));
    }
    float result = r.min(s).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public float minNumber(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = repeat(Float.POSITIVE_INFINITY);
    FloatVector s = r;
    FloatVector t = r;
    FloatVector u = r;
    int i = from;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      // false beside NaN
      FloatVector x = load(a, i);
      FloatVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.LT, r));
      s = s.blend(y, y.compare(VectorOperators.LT, s));
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.LT, t));
      u = u.blend(y, y.compare(VectorOperators.LT, u));
    }
    float result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = a[i] < result ? a[i] : result;
    }
    return result != 0 ? result : exactMinNumber(a, from, n);
  }

  private static float exactMinNumber(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = FloatVector.broadcast(F, Float.POSITIVE_INFINITY);
    int i = from;
    for (; i <= from + n - length; i += length) {
      FloatVector x = FloatVector.fromArray(F, a, i);
      r = r.min(x.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.NE, x)));
    }
    float result = r.reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = a[i] == a[i] ? Math.min(result, a[i]) : result;
    }
    return result;
  }

  @Override
  public float max(float[] a, int from, int n) {
    int length = F.length();
    if (n < 4 * length) {
      return exactMax(a, from, n);
    }
    FloatVector r = load(a, from);
    FloatVector s = load(a, from + length);
    FloatVector t = load(a, from + 2 * length);
    FloatVector u = load(a, from + 3 * length);
    FloatVector products = r.mul(s);
    FloatVector others = t.mul(u);
    int i = from + 4 * length;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      FloatVector x = load(a, i);
      FloatVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.GT, r));
      s = s.blend(y, y.compare(VectorOperators.GT, s));
      products = x.fma(y, products);
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.GT, t));
      u = u.blend(y, y.compare(VectorOperators.GT, u));
      others = x.fma(y, others);
    }
    FloatVector sum = products.add(others);
    if (sum.compare(VectorOperators.NE, sum).anyTrue()) {
      return exactMax(a, from, n);
    }
    float result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result != 0 ? result : exactMax(a, from, n);
  }

  private static float exactMax(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = FloatVector.broadcast(F, Float.NEGATIVE_INFINITY);
    FloatVector s = r;
    int i = from;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      r = r.max(FloatVector.fromArray(F, a, i));
      s = s.max(FloatVector.fromArray(F, a, i + length));
    }
    float result = r.max(s).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public float maxNumber(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = repeat(Float.NEGATIVE_INFINITY);
    FloatVector s = r;
    FloatVector t = r;
    FloatVector u = r;
    int i = from;
    for (; i <= from + n - 4 * length; i += 4 * length) {
      // false beside NaN
      FloatVector x = load(a, i);
      FloatVector y = load(a, i + length);
      r = r.blend(x, x.compare(VectorOperators.GT, r));
      s = s.blend(y, y.compare(VectorOperators.GT, s));
      x = load(a, i + 2 * length);
      y = load(a, i + 3 * length);
      t = t.blend(x, x.compare(VectorOperators.GT, t));
      u = u.blend(y, y.compare(VectorOperators.GT, u));
    }
    float result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = a[i] > result ? a[i] : result;
    }
    return result != 0 ? result : exactMaxNumber(a, from, n);
  }

  private static float exactMaxNumber(float[] a, int from, int n) {
    int length = F.length();
    FloatVector r = FloatVector.broadcast(F, Float.NEGATIVE_INFINITY);
    int i = from;
    for (; i <= from + n - length; i += length) {
      FloatVector x = FloatVector.fromArray(F, a, i);
      r = r.max(x.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.NE, x)));
    }
    float result = r.reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = a[i] == a[i] ? Math.max(result, a[i]) : result;
    }
    return result;
  }
}
