package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// The same elements in every kind of memory order and storage.
final class Layouts {
  private Layouts() {}

  /// Copies of `a` that differ in strides and storage only, by name.
  static Map<String, NDArray> of(NDArray a) {
    Map<String, NDArray> all = new LinkedHashMap<>();
    long[] shape = a.shape();
    all.put("C", a.copy());
    all.put("F", filled(NDArray.empty(a.dtype(), reversed(shape)).T(), a));
    all.put("native", filled(NDArray.of(segment(a, Arena.ofAuto()), a.dtype(), shape), a));
    if (a.ndim() == 0) {
      return all;
    }
    long[] twice = shape.clone();
    twice[shape.length - 1] = 2 * twice[shape.length - 1] + 1;
    all.put("sliced", filled(NDArray.empty(a.dtype(), twice).get("..., 1::2"), a));
    all.put("backwards", filled(NDArray.empty(a.dtype(), shape).get("..., ::-1"), a));
    all.put(
        "F backwards", filled(NDArray.empty(a.dtype(), reversed(shape)).T().get("..., ::-1"), a));
    all.put("rows", filled(NDArray.empty(a.dtype(), doubled(shape)).get("::2"), a));
    NDArray bytes =
        NDArray.of(
            MemorySegment.ofArray(new byte[Math.toIntExact(a.size()) * a.dtype().itemSize()]),
            a.dtype(),
            shape);
    all.put("bytes", filled(bytes, a));
    NDArray apart = NDArray.of(segment(a, Arena.ofAuto(), 3), a.dtype());
    NDArray every = apart.get("1::3").reshape(shape);
    all.put("native sliced", every.base() == null ? a : filled(every, a));
    return all;
  }

  static NDArray filled(NDArray to, NDArray from) {
    to.set(from);
    return to;
  }

  static MemorySegment segment(NDArray a, Arena arena, long... times) {
    long n = Math.max(1, a.size()) * a.dtype().itemSize() * (times.length == 0 ? 1 : times[0]);
    return times.length == 0
        ? arena.allocate(n, 64).asSlice(0, a.size() * a.dtype().itemSize())
        : arena.allocate(n, 64);
  }

  static long[] reversed(long... shape) {
    long[] result = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      result[i] = shape[shape.length - 1 - i];
    }
    return result;
  }

  private static long[] doubled(long... shape) {
    long[] result = shape.clone();
    result[0] = 2 * result[0];
    return result;
  }

  /// Random elements, the awkward ones among them.
  static NDArray random(Random random, DType dtype, long... shape) {
    NDArray flat = NDArray.empty(dtype, shape).reshape(-1);
    for (long i = 0; i < flat.size(); i++) {
      if (dtype.isFloating()) {
        double value =
            switch (random.nextInt(12)) {
              case 0 -> 0.0;
              case 1 -> -0.0;
              case 2 -> Double.NaN;
              case 3 -> Double.POSITIVE_INFINITY;
              case 4 -> Double.NEGATIVE_INFINITY;
              case 5 -> Double.MIN_VALUE;
              case 6 -> random.nextInt(9) - 4;
              default -> random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
            };
        flat.setDouble(value, i);
      } else if (dtype == DType.BOOL) {
        flat.setLong(random.nextInt(2), i);
      } else {
        int bits = Math.min(62, 8 * dtype.itemSize() - 1);
        long value = random.nextBoolean() ? random.nextInt(13) : random.nextLong(1L << bits);
        flat.setLong(dtype.kind() == DType.Kind.SIGNED && random.nextBoolean() ? -value : value, i);
      }
    }
    return flat.reshape(shape);
  }
}
