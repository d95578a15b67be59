package io.lanewise.ufunc.lanes;

import static io.lanewise.ufunc.lanes.PreferredLanes.D;
import static io.lanewise.ufunc.lanes.PreferredLanes.F;
import static io.lanewise.ufunc.lanes.PreferredLanes.load;

import io.lanewise.ufunc.reduce.ScanLoops;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The loops that look for elements with lanes.
public final class LaneScanLoops implements ScanLoops {
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;

  @Override
  public int replaceNan(double[] a, int from, int n, double value, double[] to, int at) {
    int count = 0;
    int i = 0;
    for (; i <= n - D.length(); i += D.length()) {
      DoubleVector x = load(a, from + i);
      VectorMask<Double> nan = x.compare(VectorOperators.NE, x);
      x.blend(value, nan).intoArray(to, at + i);
      count += nan.trueCount();
    }
    for (; i < n; i++) {
      double x = a[from + i];
      boolean nan = x != x;
      to[at + i] = nan ? value : x;
      count += nan ? 1 : 0;
    }
    return count;
  }

  @Override
  public int replaceNan(float[] a, int from, int n, float value, float[] to, int at) {
    int count = 0;
    int i = 0;
    for (; i <= n - F.length(); i += F.length()) {
      FloatVector x = load(a, from + i);
      VectorMask<Float> nan = x.compare(VectorOperators.NE, x);
      x.blend(value, nan).intoArray(to, at + i);
      count += nan.trueCount();
    }
    for (; i < n; i++) {
      float x = a[from + i];
      boolean nan = x != x;
      to[at + i] = nan ? value : x;
      count += nan ? 1 : 0;
    }
    return count;
  }

  @Override
  public int countNan(double[] a, int from, int n) {
    int count = 0;
    int i = from;
    for (; i <= from + n - D.length(); i += D.length()) {
      DoubleVector x = load(a, i);
      count += x.compare(VectorOperators.NE, x).trueCount();
    }
    for (; i < from + n; i++) {
      count += a[i] != a[i] ? 1 : 0;
    }
    return count;
  }

  @Override
  public int countNan(float[] a, int from, int n) {
    int count = 0;
    int i = from;
    for (; i <= from + n - F.length(); i += F.length()) {
      FloatVector x = load(a, i);
      count += x.compare(VectorOperators.NE, x).trueCount();
    }
    for (; i < from + n; i++) {
      count += a[i] != a[i] ? 1 : 0;
    }
    return count;
  }

  @Override
  public int indexOf(double[] a, int from, int n, double value) {
    int i = 0;
    for (; i <= n - D.length(); i += D.length()) {
      VectorMask<Double> equal = load(a, from + i).compare(VectorOperators.EQ, value);
      if (equal.anyTrue()) {
        return i + equal.firstTrue();
      }
    }
    for (; i < n; i++) {
      if (a[from + i] == value) {
        return i;
      }
    }
    return n;
  }

  @Override
  public int indexOf(float[] a, int from, int n, float value) {
    int i = 0;
    for (; i <= n - F.length(); i += F.length()) {
      VectorMask<Float> equal = load(a, from + i).compare(VectorOperators.EQ, value);
      if (equal.anyTrue()) {
        return i + equal.firstTrue();
      }
    }
    for (; i < n; i++) {
      if (a[from + i] == value) {
        return i;
      }
    }
    return n;
  }

  @Override
  public void improve(
      double[] a,
      int from,
      int n,
      boolean min,
      int position,
      double[] best,
      long[] positions,
      int at) {
    int i = 0;
    for (; i <= n - D.length(); i += D.length()) {
      DoubleVector x = load(a, from + i);
      DoubleVector y = load(best, i);
      // not (x >= y) holds for NaN too; beside a NaN that is best already nothing improves
      VectorMask<Double> better =
          min ? x.compare(VectorOperators.GE, y).not() : x.compare(VectorOperators.LE, y).not();
      better = better.and(y.compare(VectorOperators.EQ, y));
      if (better.anyTrue()) {
        y.blend(x, better).intoArray(best, i);
        LongVector.fromArray(L, positions, at + i)
            .blend(position, better.cast(L))
            .intoArray(positions, at + i);
      }
    }
    for (; i < n; i++) {
      double x = a[from + i];
      double y = best[i];
      if ((min ? x < y : x > y) || x != x && y == y) {
        best[i] = x;
        positions[at + i] = position;
      }
    }
  }

  @Override
  public void improve(
      float[] a, int from, int n, boolean min, int position, float[] best, int[] positions) {
    int i = 0;
    for (; i <= n - F.length(); i += F.length()) {
      FloatVector x = load(a, from + i);
      FloatVector y = load(best, i);
      // not (x >= y) holds for NaN too; beside a NaN that is best already nothing improves
      VectorMask<Float> better =
          min ? x.compare(VectorOperators.GE, y).not() : x.compare(VectorOperators.LE, y).not();
      better = better.and(y.compare(VectorOperators.EQ, y));
      if (better.anyTrue()) {
        y.blend(x, better).intoArray(best, i);
        IntVector.fromArray(I, positions, i)
            .blend(position, better.cast(I))
            .intoArray(positions, i);
      }
    }
    for (; i < n; i++) {
      float x = a[from + i];
      float y = best[i];
      if ((min ? x < y : x > y) || x != x && y == y) {
        best[i] = x;
        positions[i] = position;
      }
    }
  }

  @Override
  public void keys(double[] a, int from, int n, long[] keys) {
    int i = 0;
    for (; i <= n - D.length(); i += D.length()) {
      DoubleVector x = load(a, from + i);
      LongVector bits = x.reinterpretAsLongs();
      LongVector turned = bits.lanewise(VectorOperators.ASHR, 63).lanewise(VectorOperators.LSHR, 1);
      bits.lanewise(VectorOperators.XOR, turned)
          .blend(Long.MAX_VALUE, x.compare(VectorOperators.NE, x).cast(L))
          .intoArray(keys, i);
    }
    for (; i < n; i++) {
      double x = a[from + i];
      long bits = Double.doubleToRawLongBits(x);
      keys[i] = x != x ? Long.MAX_VALUE : bits ^ (bits >> 63) >>> 1;
    }
  }

  @Override
  public long keep(long[] keys, int n, long low, long high, long[] kept, int at) {
    int size = at;
    int below = 0;
    int i = 0;
    for (; i <= n - L.length(); i += L.length()) {
      LongVector key = LongVector.fromArray(L, keys, i);
      VectorMask<Long> less = key.compare(VectorOperators.LT, low);
      VectorMask<Long> inside = key.compare(VectorOperators.LE, high).andNot(less);
      key.compress(inside).intoArray(kept, size);
      below += less.trueCount();
      size += inside.trueCount();
    }
    for (; i < n; i++) {
      long key = keys[i];
      if (key < low) {
        below++;
      } else if (key <= high) {
        kept[size++] = key;
      }
    }
    return (long) below << 32 | size - at;
  }
}
