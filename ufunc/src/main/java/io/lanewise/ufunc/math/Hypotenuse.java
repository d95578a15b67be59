package io.lanewise.ufunc.math;

import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.LaneType;

/// The length of a vector of two components.
///
/// FLOAT64: both are scaled by a power of two where squares would leave the format. The sum of the
/// squares, with what the squares and the sum lost (T. J. Dekker, A floating-point technique for
/// extending the available precision, 1971), corrects its own root by one Newton step (C. F.
/// Borges, An improved algorithm for hypot(a, b), ACM TOMS 47, 2021). FLOAT32: the squares are
/// exact in FLOAT64, and their sum and its root are rounded there.
///
/// Error bound: 0.501 ULP in the normal range, in FLOAT32 too; exact where the length is a number
/// of the format.
public final class Hypotenuse {
  private Hypotenuse() {}

  /// sqrt(x^2 + y^2) for FLOAT64 or FLOAT32; infinite where x or y is.
  public static Value hypot(Body b, Value x, Value y) {
    return Lanes.isFloat64(x) ? wide(b, x, y) : narrow(b, x, y);
  }

  private static Value wide(Body b, Value x, Value y) {
    Value one = b.constant(1.0);
    Value zero = b.constant(0.0);
    Value infinity = b.constant(Double.POSITIVE_INFINITY);
    Value width = b.abs(x);
    Value height = b.abs(y);
    Value steep = b.gt(height, width);
    Value larger = b.select(steep, height, width);
    Value smaller = b.select(steep, width, height);
    Value big = b.gt(larger, b.constant(0x1p500));
    Value small = b.lt(larger, b.constant(0x1p-400));
    Value down = b.constant(0x1p-600);
    Value up = b.constant(0x1p600);
    Value scale = b.select(big, down, b.select(small, up, one));
    Value back = b.select(big, up, b.select(small, down, one));
    Value p = b.mul(larger, scale);
    Value q = b.mul(smaller, scale);

    Value pp = b.mul(p, p);
    Value qq = b.mul(q, q);
    Value sum = b.add(pp, qq);
    Value lost = b.add(b.sub(qq, b.sub(sum, pp)), b.fma(p, p, b.neg(pp)));
    lost = b.add(lost, b.fma(q, q, b.neg(qq)));
    Value root = b.sqrt(sum);
    Value rest = b.add(b.fma(b.neg(root), root, sum), lost);
    Value twice = b.add(root, root);
    Value length = b.mul(b.add(root, b.div(rest, twice)), back);
    length = b.select(b.eq(root, zero), zero, length);
    Value infinite = b.or(b.eq(width, infinity), b.eq(height, infinity));
    return b.select(infinite, infinity, length);
  }

  private static Value narrow(Body b, Value x32, Value y32) {
    Value x = b.convert(x32, LaneType.FLOAT64);
    Value y = b.convert(y32, LaneType.FLOAT64);
    Value length = b.convert(b.sqrt(b.fma(x, x, b.mul(y, y))), LaneType.FLOAT32);
    Value infinity = b.constant(Float.POSITIVE_INFINITY);
    Value infinite = b.or(b.eq(b.abs(x32), infinity), b.eq(b.abs(y32), infinity));
    return b.select(infinite, infinity, length);
  }
}
