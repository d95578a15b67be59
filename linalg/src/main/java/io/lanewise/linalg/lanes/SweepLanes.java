package io.lanewise.linalg.lanes;

// The inner pass of the triangular accumulator: adds a multiple of the pivot column x to the
// columns after it and, while they are in registers, takes the dot products of the first of them, z
// (the next pivot), with all of them: one walk over the L1-resident block per pivot instead of two.
// `lead` updates z and up to three more columns, `follow` further ones against the z that `lead`
// has updated. Each product has eight partial sums, row i in sum i mod 8, whatever the lane count.

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

final class SweepLanes {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int V = 8 / L;

  private SweepLanes() {}

  /// Updates z alone over `n` (a multiple of 8) rows.
  static void lead0(double[] w, int x, int z, int ld, int n, double[] c, int ci, double[] sums) {
    DoubleVector cz = DoubleVector.broadcast(S, c[ci]);
    DoubleVector s0a = DoubleVector.zero(S);
    DoubleVector s0b = DoubleVector.zero(S);
    DoubleVector s0c = DoubleVector.zero(S);
    DoubleVector s0d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = xa.fma(cz, DoubleVector.fromArray(S, w, z + i));
      za.intoArray(w, z + i);
      s0a = za.fma(za, s0a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = xb.fma(cz, DoubleVector.fromArray(S, w, z + i + L));
        zb.intoArray(w, z + i + L);
        s0b = zb.fma(zb, s0b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = xc.fma(cz, DoubleVector.fromArray(S, w, z + i + 2 * L));
        zc.intoArray(w, z + i + 2 * L);
        s0c = zc.fma(zc, s0c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = xd.fma(cz, DoubleVector.fromArray(S, w, z + i + 3 * L));
        zd.intoArray(w, z + i + 3 * L);
        s0d = zd.fma(zd, s0d);
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

  /// Updates z and the one column after it over `n` (a multiple of 8) rows.
  static void lead1(double[] w, int x, int z, int ld, int n, double[] c, int ci, double[] sums) {
    int y1 = z + ld;
    DoubleVector cz = DoubleVector.broadcast(S, c[ci]);
    DoubleVector c1 = DoubleVector.broadcast(S, c[ci + 1]);
    DoubleVector s0a = DoubleVector.zero(S);
    DoubleVector s0b = DoubleVector.zero(S);
    DoubleVector s0c = DoubleVector.zero(S);
    DoubleVector s0d = DoubleVector.zero(S);
    DoubleVector s1a = DoubleVector.zero(S);
    DoubleVector s1b = DoubleVector.zero(S);
    DoubleVector s1c = DoubleVector.zero(S);
    DoubleVector s1d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = xa.fma(cz, DoubleVector.fromArray(S, w, z + i));
      za.intoArray(w, z + i);
      s0a = za.fma(za, s0a);
      DoubleVector y1a = xa.fma(c1, DoubleVector.fromArray(S, w, y1 + i));
      y1a.intoArray(w, y1 + i);
      s1a = za.fma(y1a, s1a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = xb.fma(cz, DoubleVector.fromArray(S, w, z + i + L));
        zb.intoArray(w, z + i + L);
        s0b = zb.fma(zb, s0b);
        DoubleVector y1b = xb.fma(c1, DoubleVector.fromArray(S, w, y1 + i + L));
        y1b.intoArray(w, y1 + i + L);
        s1b = zb.fma(y1b, s1b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = xc.fma(cz, DoubleVector.fromArray(S, w, z + i + 2 * L));
        zc.intoArray(w, z + i + 2 * L);
        s0c = zc.fma(zc, s0c);
        DoubleVector y1c = xc.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 2 * L));
        y1c.intoArray(w, y1 + i + 2 * L);
        s1c = zc.fma(y1c, s1c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = xd.fma(cz, DoubleVector.fromArray(S, w, z + i + 3 * L));
        zd.intoArray(w, z + i + 3 * L);
        s0d = zd.fma(zd, s0d);
        DoubleVector y1d = xd.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 3 * L));
        y1d.intoArray(w, y1 + i + 3 * L);
        s1d = zd.fma(y1d, s1d);
      }
    }
    s0a.intoArray(sums, 0);
    s1a.intoArray(sums, 8);
    if (V > 1) {
      s0b.intoArray(sums, L);
      s1b.intoArray(sums, 8 + L);
    }
    if (V > 2) {
      s0c.intoArray(sums, 2 * L);
      s1c.intoArray(sums, 8 + 2 * L);
      s0d.intoArray(sums, 3 * L);
      s1d.intoArray(sums, 8 + 3 * L);
    }
  }

  /// Updates z and the two columns after it over `n` (a multiple of 8) rows.
  static void lead2(double[] w, int x, int z, int ld, int n, double[] c, int ci, double[] sums) {
    int y1 = z + ld;
    int y2 = y1 + ld;
    DoubleVector cz = DoubleVector.broadcast(S, c[ci]);
    DoubleVector c1 = DoubleVector.broadcast(S, c[ci + 1]);
    DoubleVector c2 = DoubleVector.broadcast(S, c[ci + 2]);
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
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = xa.fma(cz, DoubleVector.fromArray(S, w, z + i));
      za.intoArray(w, z + i);
      s0a = za.fma(za, s0a);
      DoubleVector y1a = xa.fma(c1, DoubleVector.fromArray(S, w, y1 + i));
      y1a.intoArray(w, y1 + i);
      s1a = za.fma(y1a, s1a);
      DoubleVector y2a = xa.fma(c2, DoubleVector.fromArray(S, w, y2 + i));
      y2a.intoArray(w, y2 + i);
      s2a = za.fma(y2a, s2a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = xb.fma(cz, DoubleVector.fromArray(S, w, z + i + L));
        zb.intoArray(w, z + i + L);
        s0b = zb.fma(zb, s0b);
        DoubleVector y1b = xb.fma(c1, DoubleVector.fromArray(S, w, y1 + i + L));
        y1b.intoArray(w, y1 + i + L);
        s1b = zb.fma(y1b, s1b);
        DoubleVector y2b = xb.fma(c2, DoubleVector.fromArray(S, w, y2 + i + L));
        y2b.intoArray(w, y2 + i + L);
        s2b = zb.fma(y2b, s2b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = xc.fma(cz, DoubleVector.fromArray(S, w, z + i + 2 * L));
        zc.intoArray(w, z + i + 2 * L);
        s0c = zc.fma(zc, s0c);
        DoubleVector y1c = xc.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 2 * L));
        y1c.intoArray(w, y1 + i + 2 * L);
        s1c = zc.fma(y1c, s1c);
        DoubleVector y2c = xc.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 2 * L));
        y2c.intoArray(w, y2 + i + 2 * L);
        s2c = zc.fma(y2c, s2c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = xd.fma(cz, DoubleVector.fromArray(S, w, z + i + 3 * L));
        zd.intoArray(w, z + i + 3 * L);
        s0d = zd.fma(zd, s0d);
        DoubleVector y1d = xd.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 3 * L));
        y1d.intoArray(w, y1 + i + 3 * L);
        s1d = zd.fma(y1d, s1d);
        DoubleVector y2d = xd.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 3 * L));
        y2d.intoArray(w, y2 + i + 3 * L);
        s2d = zd.fma(y2d, s2d);
      }
    }
    s0a.intoArray(sums, 0);
    s1a.intoArray(sums, 8);
    s2a.intoArray(sums, 16);
    if (V > 1) {
      s0b.intoArray(sums, L);
      s1b.intoArray(sums, 8 + L);
      s2b.intoArray(sums, 16 + L);
    }
    if (V > 2) {
      s0c.intoArray(sums, 2 * L);
      s1c.intoArray(sums, 8 + 2 * L);
      s2c.intoArray(sums, 16 + 2 * L);
      s0d.intoArray(sums, 3 * L);
      s1d.intoArray(sums, 8 + 3 * L);
      s2d.intoArray(sums, 16 + 3 * L);
    }
  }

  /// Updates z and the three columns after it over `n` (a multiple of 8) rows.
  static void lead3(double[] w, int x, int z, int ld, int n, double[] c, int ci, double[] sums) {
    int y1 = z + ld;
    int y2 = y1 + ld;
    int y3 = y2 + ld;
    DoubleVector cz = DoubleVector.broadcast(S, c[ci]);
    DoubleVector c1 = DoubleVector.broadcast(S, c[ci + 1]);
    DoubleVector c2 = DoubleVector.broadcast(S, c[ci + 2]);
    DoubleVector c3 = DoubleVector.broadcast(S, c[ci + 3]);
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
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = xa.fma(cz, DoubleVector.fromArray(S, w, z + i));
      za.intoArray(w, z + i);
      s0a = za.fma(za, s0a);
      DoubleVector y1a = xa.fma(c1, DoubleVector.fromArray(S, w, y1 + i));
      y1a.intoArray(w, y1 + i);
      s1a = za.fma(y1a, s1a);
      DoubleVector y2a = xa.fma(c2, DoubleVector.fromArray(S, w, y2 + i));
      y2a.intoArray(w, y2 + i);
      s2a = za.fma(y2a, s2a);
      DoubleVector y3a = xa.fma(c3, DoubleVector.fromArray(S, w, y3 + i));
      y3a.intoArray(w, y3 + i);
      s3a = za.fma(y3a, s3a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = xb.fma(cz, DoubleVector.fromArray(S, w, z + i + L));
        zb.intoArray(w, z + i + L);
        s0b = zb.fma(zb, s0b);
        DoubleVector y1b = xb.fma(c1, DoubleVector.fromArray(S, w, y1 + i + L));
        y1b.intoArray(w, y1 + i + L);
        s1b = zb.fma(y1b, s1b);
        DoubleVector y2b = xb.fma(c2, DoubleVector.fromArray(S, w, y2 + i + L));
        y2b.intoArray(w, y2 + i + L);
        s2b = zb.fma(y2b, s2b);
        DoubleVector y3b = xb.fma(c3, DoubleVector.fromArray(S, w, y3 + i + L));
        y3b.intoArray(w, y3 + i + L);
        s3b = zb.fma(y3b, s3b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = xc.fma(cz, DoubleVector.fromArray(S, w, z + i + 2 * L));
        zc.intoArray(w, z + i + 2 * L);
        s0c = zc.fma(zc, s0c);
        DoubleVector y1c = xc.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 2 * L));
        y1c.intoArray(w, y1 + i + 2 * L);
        s1c = zc.fma(y1c, s1c);
        DoubleVector y2c = xc.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 2 * L));
        y2c.intoArray(w, y2 + i + 2 * L);
        s2c = zc.fma(y2c, s2c);
        DoubleVector y3c = xc.fma(c3, DoubleVector.fromArray(S, w, y3 + i + 2 * L));
        y3c.intoArray(w, y3 + i + 2 * L);
        s3c = zc.fma(y3c, s3c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = xd.fma(cz, DoubleVector.fromArray(S, w, z + i + 3 * L));
        zd.intoArray(w, z + i + 3 * L);
        s0d = zd.fma(zd, s0d);
        DoubleVector y1d = xd.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 3 * L));
        y1d.intoArray(w, y1 + i + 3 * L);
        s1d = zd.fma(y1d, s1d);
        DoubleVector y2d = xd.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 3 * L));
        y2d.intoArray(w, y2 + i + 3 * L);
        s2d = zd.fma(y2d, s2d);
        DoubleVector y3d = xd.fma(c3, DoubleVector.fromArray(S, w, y3 + i + 3 * L));
        y3d.intoArray(w, y3 + i + 3 * L);
        s3d = zd.fma(y3d, s3d);
      }
    }
    s0a.intoArray(sums, 0);
    s1a.intoArray(sums, 8);
    s2a.intoArray(sums, 16);
    s3a.intoArray(sums, 24);
    if (V > 1) {
      s0b.intoArray(sums, L);
      s1b.intoArray(sums, 8 + L);
      s2b.intoArray(sums, 16 + L);
      s3b.intoArray(sums, 24 + L);
    }
    if (V > 2) {
      s0c.intoArray(sums, 2 * L);
      s1c.intoArray(sums, 8 + 2 * L);
      s2c.intoArray(sums, 16 + 2 * L);
      s3c.intoArray(sums, 24 + 2 * L);
      s0d.intoArray(sums, 3 * L);
      s1d.intoArray(sums, 8 + 3 * L);
      s2d.intoArray(sums, 16 + 3 * L);
      s3d.intoArray(sums, 24 + 3 * L);
    }
  }

  /// Updates the column at `y1` against an updated z.
  static void follow1(double[] w, int x, int z, int y1, int n, double[] c, int ci, double[] sums) {
    DoubleVector c1 = DoubleVector.broadcast(S, c[ci]);
    DoubleVector s1a = DoubleVector.zero(S);
    DoubleVector s1b = DoubleVector.zero(S);
    DoubleVector s1c = DoubleVector.zero(S);
    DoubleVector s1d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = DoubleVector.fromArray(S, w, z + i);
      DoubleVector y1a = xa.fma(c1, DoubleVector.fromArray(S, w, y1 + i));
      y1a.intoArray(w, y1 + i);
      s1a = za.fma(y1a, s1a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = DoubleVector.fromArray(S, w, z + i + L);
        DoubleVector y1b = xb.fma(c1, DoubleVector.fromArray(S, w, y1 + i + L));
        y1b.intoArray(w, y1 + i + L);
        s1b = zb.fma(y1b, s1b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = DoubleVector.fromArray(S, w, z + i + 2 * L);
        DoubleVector y1c = xc.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 2 * L));
        y1c.intoArray(w, y1 + i + 2 * L);
        s1c = zc.fma(y1c, s1c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = DoubleVector.fromArray(S, w, z + i + 3 * L);
        DoubleVector y1d = xd.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 3 * L));
        y1d.intoArray(w, y1 + i + 3 * L);
        s1d = zd.fma(y1d, s1d);
      }
    }
    s1a.intoArray(sums, 0);
    if (V > 1) {
      s1b.intoArray(sums, L);
    }
    if (V > 2) {
      s1c.intoArray(sums, 2 * L);
      s1d.intoArray(sums, 3 * L);
    }
  }

  /// Updates four columns at `y1` and after against an updated z.
  static void follow4(
      double[] w, int x, int z, int y1, int ld, int n, double[] c, int ci, double[] sums) {
    int y2 = y1 + ld;
    int y3 = y2 + ld;
    int y4 = y3 + ld;
    DoubleVector c1 = DoubleVector.broadcast(S, c[ci]);
    DoubleVector c2 = DoubleVector.broadcast(S, c[ci + 1]);
    DoubleVector c3 = DoubleVector.broadcast(S, c[ci + 2]);
    DoubleVector c4 = DoubleVector.broadcast(S, c[ci + 3]);
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
    DoubleVector s4a = DoubleVector.zero(S);
    DoubleVector s4b = DoubleVector.zero(S);
    DoubleVector s4c = DoubleVector.zero(S);
    DoubleVector s4d = DoubleVector.zero(S);
    for (int i = 0; i < n; i += 8) {
      DoubleVector xa = DoubleVector.fromArray(S, w, x + i);
      DoubleVector za = DoubleVector.fromArray(S, w, z + i);
      DoubleVector y1a = xa.fma(c1, DoubleVector.fromArray(S, w, y1 + i));
      y1a.intoArray(w, y1 + i);
      s1a = za.fma(y1a, s1a);
      DoubleVector y2a = xa.fma(c2, DoubleVector.fromArray(S, w, y2 + i));
      y2a.intoArray(w, y2 + i);
      s2a = za.fma(y2a, s2a);
      DoubleVector y3a = xa.fma(c3, DoubleVector.fromArray(S, w, y3 + i));
      y3a.intoArray(w, y3 + i);
      s3a = za.fma(y3a, s3a);
      DoubleVector y4a = xa.fma(c4, DoubleVector.fromArray(S, w, y4 + i));
      y4a.intoArray(w, y4 + i);
      s4a = za.fma(y4a, s4a);
      if (V > 1) {
        DoubleVector xb = DoubleVector.fromArray(S, w, x + i + L);
        DoubleVector zb = DoubleVector.fromArray(S, w, z + i + L);
        DoubleVector y1b = xb.fma(c1, DoubleVector.fromArray(S, w, y1 + i + L));
        y1b.intoArray(w, y1 + i + L);
        s1b = zb.fma(y1b, s1b);
        DoubleVector y2b = xb.fma(c2, DoubleVector.fromArray(S, w, y2 + i + L));
        y2b.intoArray(w, y2 + i + L);
        s2b = zb.fma(y2b, s2b);
        DoubleVector y3b = xb.fma(c3, DoubleVector.fromArray(S, w, y3 + i + L));
        y3b.intoArray(w, y3 + i + L);
        s3b = zb.fma(y3b, s3b);
        DoubleVector y4b = xb.fma(c4, DoubleVector.fromArray(S, w, y4 + i + L));
        y4b.intoArray(w, y4 + i + L);
        s4b = zb.fma(y4b, s4b);
      }
      if (V > 2) {
        DoubleVector xc = DoubleVector.fromArray(S, w, x + i + 2 * L);
        DoubleVector zc = DoubleVector.fromArray(S, w, z + i + 2 * L);
        DoubleVector y1c = xc.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 2 * L));
        y1c.intoArray(w, y1 + i + 2 * L);
        s1c = zc.fma(y1c, s1c);
        DoubleVector y2c = xc.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 2 * L));
        y2c.intoArray(w, y2 + i + 2 * L);
        s2c = zc.fma(y2c, s2c);
        DoubleVector y3c = xc.fma(c3, DoubleVector.fromArray(S, w, y3 + i + 2 * L));
        y3c.intoArray(w, y3 + i + 2 * L);
        s3c = zc.fma(y3c, s3c);
        DoubleVector y4c = xc.fma(c4, DoubleVector.fromArray(S, w, y4 + i + 2 * L));
        y4c.intoArray(w, y4 + i + 2 * L);
        s4c = zc.fma(y4c, s4c);
        DoubleVector xd = DoubleVector.fromArray(S, w, x + i + 3 * L);
        DoubleVector zd = DoubleVector.fromArray(S, w, z + i + 3 * L);
        DoubleVector y1d = xd.fma(c1, DoubleVector.fromArray(S, w, y1 + i + 3 * L));
        y1d.intoArray(w, y1 + i + 3 * L);
        s1d = zd.fma(y1d, s1d);
        DoubleVector y2d = xd.fma(c2, DoubleVector.fromArray(S, w, y2 + i + 3 * L));
        y2d.intoArray(w, y2 + i + 3 * L);
        s2d = zd.fma(y2d, s2d);
        DoubleVector y3d = xd.fma(c3, DoubleVector.fromArray(S, w, y3 + i + 3 * L));
        y3d.intoArray(w, y3 + i + 3 * L);
        s3d = zd.fma(y3d, s3d);
        DoubleVector y4d = xd.fma(c4, DoubleVector.fromArray(S, w, y4 + i + 3 * L));
        y4d.intoArray(w, y4 + i + 3 * L);
        s4d = zd.fma(y4d, s4d);
      }
    }
    s1a.intoArray(sums, 0);
    s2a.intoArray(sums, 8);
    s3a.intoArray(sums, 16);
    s4a.intoArray(sums, 24);
    if (V > 1) {
      s1b.intoArray(sums, L);
      s2b.intoArray(sums, 8 + L);
      s3b.intoArray(sums, 16 + L);
      s4b.intoArray(sums, 24 + L);
    }
    if (V > 2) {
      s1c.intoArray(sums, 2 * L);
      s2c.intoArray(sums, 8 + 2 * L);
      s3c.intoArray(sums, 16 + 2 * L);
      s4c.intoArray(sums, 24 + 2 * L);
      s1d.intoArray(sums, 3 * L);
      s2d.intoArray(sums, 8 + 3 * L);
      s3d.intoArray(sums, 16 + 3 * L);
      s4d.intoArray(sums, 24 + 3 * L);
    }
  }
}
