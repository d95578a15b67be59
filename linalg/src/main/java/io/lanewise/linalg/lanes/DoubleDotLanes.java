package io.lanewise.linalg.lanes;

// Dot products of one contiguous vector with one or four others, 8 partial sums each, whatever the
// lane count: 8/L vectors per product hold them. Element i goes to partial sum i mod 8, always by
// fma; the caller adds the sums in its fixed tree. Four products share the loads of x and hide the
// latency of fma.

import io.lanewise.linalg.kernel.DotOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

final class DoubleDotLanes {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int A = DotOrder.DOUBLE_SUMS;
  private static final int V = A / L;

  private DoubleDotLanes() {}

  /// Writes the partial sums of the first `n` (a multiple of 8) elements of four products to
  /// `sums`.
  static void four(double[] x, int xo, double[] y, int y0, int ld, int n, double[] sums) {
    int y1 = y0 + ld;
    int y2 = y1 + ld;
    int y3 = y2 + ld;
    DoubleVector s0a = DoubleVector.zero(S);
    DoubleVector s0b = DoubleVector.zero(S);
    DoubleVector s0c = DoubleVector.zero(S);
    DoubleVector s0d = DoubleVector.zero(S);
    DoubleVector s1a = DoubleVector.zero(S);
    DoubleVector s1b = DoubleVector.zero(S);
    DoubleVector s1c = DoubleVector.zero(S);
    DoubleVector s1d = DoubleVector.zero(S);
    DoubleVector s2a = DoubleVector.zero(S);
    DoubleVector s2b = DoubleVector.zero(S);
    DoubleVector s2c = DoubleVector.zero(S);
    DoubleVector s2d = DoubleVector.zero(S);
    DoubleVector s3a = DoubleVector.zero(S);
    DoubleVector s3b = DoubleVector.zero(S);
    DoubleVector s3c = DoubleVector.zero(S);
    DoubleVector s3d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += A) {
      DoubleVector xa = DoubleVector.fromArray(S, x, xo + i);
      s0a = xa.fma(DoubleVector.fromArray(S, y, y0 + i), s0a);
      s1a = xa.fma(DoubleVector.fromArray(S, y, y1 + i), s1a);
      s2a = xa.fma(DoubleVector.fromArray(S, y, y2 + i), s2a);
      s3a = xa.fma(DoubleVector.fromArray(S, y, y3 + i), s3a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, x, xo + i + L);
        s0b = xb.fma(DoubleVector.fromArray(S, y, y0 + i + L), s0b);
        s1b = xb.fma(DoubleVector.fromArray(S, y, y1 + i + L), s1b);
        s2b = xb.fma(DoubleVector.fromArray(S, y, y2 + i + L), s2b);
        s3b = xb.fma(DoubleVector.fromArray(S, y, y3 + i + L), s3b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, x, xo + i + 2 * L);
        s0c = xc.fma(DoubleVector.fromArray(S, y, y0 + i + 2 * L), s0c);
        s1c = xc.fma(DoubleVector.fromArray(S, y, y1 + i + 2 * L), s1c);
        s2c = xc.fma(DoubleVector.fromArray(S, y, y2 + i + 2 * L), s2c);
        s3c = xc.fma(DoubleVector.fromArray(S, y, y3 + i + 2 * L), s3c);
        DoubleVector xd = DoubleVector.fromArray(S, x, xo + i + 3 * L);
        s0d = xd.fma(DoubleVector.fromArray(S, y, y0 + i + 3 * L), s0d);
        s1d = xd.fma(DoubleVector.fromArray(S, y, y1 + i + 3 * L), s1d);
        s2d = xd.fma(DoubleVector.fromArray(S, y, y2 + i + 3 * L), s2d);
        s3d = xd.fma(DoubleVector.fromArray(S, y, y3 + i + 3 * L), s3d);
      }
    }
    s0a.intoArray(sums, 0);
    s1a.intoArray(sums, A);
    s2a.intoArray(sums, 2 * A);
    s3a.intoArray(sums, 3 * A);
    if (V > 1) {
      s0b.intoArray(sums, L);
      s1b.intoArray(sums, A + L);
      s2b.intoArray(sums, 2 * A + L);
      s3b.intoArray(sums, 3 * A + L);
    }
    if (V > 2) {
      s0c.intoArray(sums, 2 * L);
      s1c.intoArray(sums, A + 2 * L);
      s2c.intoArray(sums, 2 * A + 2 * L);
      s3c.intoArray(sums, 3 * A + 2 * L);
      s0d.intoArray(sums, 3 * L);
      s1d.intoArray(sums, A + 3 * L);
      s2d.intoArray(sums, 2 * A + 3 * L);
      s3d.intoArray(sums, 3 * A + 3 * L);
    }
  }

  /// Writes the partial sums of the first `n` (a multiple of 8) elements of one product to `sums`.
  static void one(double[] x, int xo, double[] y, int y0, int n, double[] sums) {
    DoubleVector s0a = DoubleVector.zero(S);
    DoubleVector s0b = DoubleVector.zero(S);
    DoubleVector s0c = DoubleVector.zero(S);
    DoubleVector s0d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += A) {
      DoubleVector xa = DoubleVector.fromArray(S, x, xo + i);
      s0a = xa.fma(DoubleVector.fromArray(S, y, y0 + i), s0a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, x, xo + i + L);
        s0b = xb.fma(DoubleVector.fromArray(S, y, y0 + i + L), s0b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, x, xo + i + 2 * L);
        s0c = xc.fma(DoubleVector.fromArray(S, y, y0 + i + 2 * L), s0c);
        DoubleVector xd = DoubleVector.fromArray(S, x, xo + i + 3 * L);
        s0d = xd.fma(DoubleVector.fromArray(S, y, y0 + i + 3 * L), s0d);
      }
    }
    s0a.intoArray(sums, 0);
    if (V > 1) {
      s0b.intoArray(sums, L);
    }
    if (V > 2) {
      s0c.intoArray(sums, 2 * L);
      s0d.intoArray(sums, 3 * L);
    }
  }
}
