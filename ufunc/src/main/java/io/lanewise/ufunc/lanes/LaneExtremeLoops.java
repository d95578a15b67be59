package io.lanewise.ufunc.lanes;

import static io.lanewise.ufunc.lanes.PreferredLanes.D;
import static io.lanewise.ufunc.lanes.PreferredLanes.F;
import static io.lanewise.ufunc.lanes.PreferredLanes.I;
import static io.lanewise.ufunc.lanes.PreferredLanes.L;
import static io.lanewise.ufunc.lanes.PreferredLanes.load;
import static io.lanewise.ufunc.lanes.PreferredLanes.repeat;

import io.lanewise.ufunc.reduce.ExtremeLoops;
import io.lanewise.ufunc.reduce.PlainExtremeLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// The loops of [ExtremeLoops] with lanes. Order does not matter for extremes, so these have four
/// accumulators against the latency, and a horizontal end. Their first vectors may overlap, which
/// does not matter either.
///
/// Java's minimum of vectors, which knows NaN and the signs of zeros, takes five instructions where
/// a comparison and a blend take two. So these do it, and beside them a sum of products of two
/// numbers, which is NaN where one of them is. Where it is (infinities and huge numbers do that,
/// too) a NaN is looked for, and where the result is a zero, one with the sign that counts: both
/// one by one. Vectors for that, of numbers or of their bits, boxed in processes that had compiled
/// many kernels: C2 inlined their loops before these had profiles. (10^6 float64: 0.17 ns an
/// element with Java's minimum, 0.10 so.)
public final class LaneExtremeLoops implements ExtremeLoops {
  private static final ExtremeLoops SHORT = new PlainExtremeLoops();

  @Override
  public double min(double[] a, int from, int n) {
    int length = D.length();
    if (n < 2 * length) {
      return SHORT.min(a, from, n);
    }
    DoubleVector r = load(a, from);
    DoubleVector s = load(a, from + length);
    DoubleVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    DoubleVector u = load(a, from + Math.min(3 * length, n - length));
    DoubleVector products = r.mul(s);
    DoubleVector others = t.mul(u);
    int i = from + Math.min(4 * length, n);
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
    if (sum.compare(VectorOperators.NE, sum).anyTrue() && hasNan(a, from, n)) {
      return Double.NaN;
    }
    double result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result != 0 ? result : has(a, from, n, -0.0) ? -0.0 : 0.0;
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
    return result != 0 ? result : has(a, from, n, -0.0) ? -0.0 : 0.0;
  }

  @Override
  public double max(double[] a, int from, int n) {
    int length = D.length();
    if (n < 2 * length) {
      return SHORT.max(a, from, n);
    }
    DoubleVector r = load(a, from);
    DoubleVector s = load(a, from + length);
    DoubleVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    DoubleVector u = load(a, from + Math.min(3 * length, n - length));
    DoubleVector products = r.mul(s);
    DoubleVector others = t.mul(u);
    int i = from + Math.min(4 * length, n);
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
    if (sum.compare(VectorOperators.NE, sum).anyTrue() && hasNan(a, from, n)) {
      return Double.NaN;
    }
    double result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result != 0 ? result : has(a, from, n, 0.0) ? 0.0 : -0.0;
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
    return result != 0 ? result : has(a, from, n, 0.0) ? 0.0 : -0.0;
  }

  @Override
  public float min(float[] a, int from, int n) {
    int length = F.length();
    if (n < 2 * length) {
      return SHORT.min(a, from, n);
    }
    FloatVector r = load(a, from);
    FloatVector s = load(a, from + length);
    FloatVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    FloatVector u = load(a, from + Math.min(3 * length, n - length));
    FloatVector products = r.mul(s);
    FloatVector others = t.mul(u);
    int i = from + Math.min(4 * length, n);
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
    if (sum.compare(VectorOperators.NE, sum).anyTrue() && hasNan(a, from, n)) {
      return Float.NaN;
    }
    float result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result != 0 ? result : has(a, from, n, -0f) ? -0f : 0f;
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
    return result != 0 ? result : has(a, from, n, -0f) ? -0f : 0f;
  }

  @Override
  public float max(float[] a, int from, int n) {
    int length = F.length();
    if (n < 2 * length) {
      return SHORT.max(a, from, n);
    }
    FloatVector r = load(a, from);
    FloatVector s = load(a, from + length);
    FloatVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    FloatVector u = load(a, from + Math.min(3 * length, n - length));
    FloatVector products = r.mul(s);
    FloatVector others = t.mul(u);
    int i = from + Math.min(4 * length, n);
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
    if (sum.compare(VectorOperators.NE, sum).anyTrue() && hasNan(a, from, n)) {
      return Float.NaN;
    }
    float result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result != 0 ? result : has(a, from, n, 0f) ? 0f : -0f;
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
    return result != 0 ? result : has(a, from, n, 0f) ? 0f : -0f;
  }

  @Override
  public int min(int[] a, int from, int n) {
    int length = I.length();
    if (n < 2 * length) {
      return SHORT.min(a, from, n);
    }
    IntVector r = load(a, from);
    IntVector s = load(a, from + length);
    IntVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    IntVector u = load(a, from + Math.min(3 * length, n - length));
    int i = from + Math.min(4 * length, n);
    for (; i <= from + n - 4 * length; i += 4 * length) {
      r = r.min(load(a, i));
      s = s.min(load(a, i + length));
      t = t.min(load(a, i + 2 * length));
      u = u.min(load(a, i + 3 * length));
    }
    int result = r.min(s).min(t.min(u)).reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  @Override
  public int max(int[] a, int from, int n) {
    int length = I.length();
    if (n < 2 * length) {
      return SHORT.max(a, from, n);
    }
    IntVector r = load(a, from);
    IntVector s = load(a, from + length);
    IntVector t = load(a, from + Math.min(2 * length, n - 2 * length));
    IntVector u = load(a, from + Math.min(3 * length, n - length));
    int i = from + Math.min(4 * length, n);
    for (; i <= from + n - 4 * length; i += 4 * length) {
      r = r.max(load(a, i));
      s = s.max(load(a, i + length));
      t = t.max(load(a, i + 2 * length));
      u = u.max(load(a, i + 3 * length));
    }
    int result = r.max(s).max(t.max(u)).reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  @Override
  public long min(long[] a, int from, int n, long flip) {
    int length = L.length();
    if (n < 4 * length) {
      return SHORT.min(a, from, n, flip);
    }
    LongVector flips = repeat(flip);
    LongVector r = load(a, from).lanewise(VectorOperators.XOR, flips);
    LongVector s = load(a, from + length).lanewise(VectorOperators.XOR, flips);
    int i = from + 2 * length;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      LongVector x = load(a, i).lanewise(VectorOperators.XOR, flips);
      LongVector y = load(a, i + length).lanewise(VectorOperators.XOR, flips);
      r = r.blend(x, x.compare(VectorOperators.LT, r));
      s = s.blend(y, y.compare(VectorOperators.LT, s));
    }
    r = r.blend(s, s.compare(VectorOperators.LT, r));
    long result = r.reduceLanes(VectorOperators.MIN);
    for (; i < from + n; i++) {
      result = Math.min(result, a[i] ^ flip);
    }
    return result;
  }

  @Override
  public long max(long[] a, int from, int n, long flip) {
    int length = L.length();
    if (n < 4 * length) {
      return SHORT.max(a, from, n, flip);
    }
    LongVector flips = repeat(flip);
    LongVector r = load(a, from).lanewise(VectorOperators.XOR, flips);
    LongVector s = load(a, from + length).lanewise(VectorOperators.XOR, flips);
    int i = from + 2 * length;
    for (; i <= from + n - 2 * length; i += 2 * length) {
      LongVector x = load(a, i).lanewise(VectorOperators.XOR, flips);
      LongVector y = load(a, i + length).lanewise(VectorOperators.XOR, flips);
      r = r.blend(x, x.compare(VectorOperators.GT, r));
      s = s.blend(y, y.compare(VectorOperators.GT, s));
    }
    r = r.blend(s, s.compare(VectorOperators.GT, r));
    long result = r.reduceLanes(VectorOperators.MAX);
    for (; i < from + n; i++) {
      result = Math.max(result, a[i] ^ flip);
    }
    return result;
  }

  /// Whether one of the numbers is `zero`, with its sign.
  private static boolean has(double[] a, int from, int n, double zero) {
    long bits = Double.doubleToRawLongBits(zero);
    for (int i = from; i < from + n; i++) {
      if (Double.doubleToRawLongBits(a[i]) == bits) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(float[] a, int from, int n, float zero) {
    int bits = Float.floatToRawIntBits(zero);
    for (int i = from; i < from + n; i++) {
      if (Float.floatToRawIntBits(a[i]) == bits) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNan(double[] a, int from, int n) {
    for (int i = from; i < from + n; i++) {
      if (a[i] != a[i]) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNan(float[] a, int from, int n) {
    for (int i = from; i < from + n; i++) {
      if (a[i] != a[i]) {
        return true;
      }
    }
    return false;
  }
}
