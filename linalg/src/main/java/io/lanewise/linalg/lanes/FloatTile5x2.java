package io.lanewise.linalg.lanes;

// The float32 GEMM micro-kernel for machines with 16 vector registers: an outer product of a column
// of 5 elements of A with a row of two vectors of B per step of k, after Goto and van de Geijn,
// "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3), 2008. 10 accumulators and
// two vectors of B leave four registers for elements of A: C2 loads several ahead, and with 6 rows,
// the usual shape, it spills in the loop (23 against 54 GF/s in float64 with AVX2 on Zen 4; 4 rows:
// 45). Every element of C is one chain of fma over k, in order, so its value does not depend on the
// lane count or the shape of the tile.

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

final class FloatTile5x2 {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  static final int ROWS = 5;
  static final int COLUMNS = 2 * L;

  private FloatTile5x2() {}

  static void run(
      float[] a,
      int ao,
      float[] b,
      int bo,
      int ldb,
      int kc,
      float[] c,
      int co,
      int ldc,
      boolean accumulate) {
    FloatVector c0x = FloatVector.zero(S);
    FloatVector c0y = FloatVector.zero(S);
    FloatVector c1x = FloatVector.zero(S);
    FloatVector c1y = FloatVector.zero(S);
    FloatVector c2x = FloatVector.zero(S);
    FloatVector c2y = FloatVector.zero(S);
    FloatVector c3x = FloatVector.zero(S);
    FloatVector c3y = FloatVector.zero(S);
    FloatVector c4x = FloatVector.zero(S);
    FloatVector c4y = FloatVector.zero(S);
    if (accumulate) {
      c0x = FloatVector.fromArray(S, c, co);
      c0y = FloatVector.fromArray(S, c, co + L);
      int r1 = co + ldc;
      c1x = FloatVector.fromArray(S, c, r1);
      c1y = FloatVector.fromArray(S, c, r1 + L);
      int r2 = co + 2 * ldc;
      c2x = FloatVector.fromArray(S, c, r2);
      c2y = FloatVector.fromArray(S, c, r2 + L);
      int r3 = co + 3 * ldc;
      c3x = FloatVector.fromArray(S, c, r3);
      c3y = FloatVector.fromArray(S, c, r3 + L);
      int r4 = co + 4 * ldc;
      c4x = FloatVector.fromArray(S, c, r4);
      c4y = FloatVector.fromArray(S, c, r4 + L);
    }
    for (int p = 0; p < kc; p++) {
      int q = bo + p * ldb;
      int r = ao + p * ROWS;
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector y = FloatVector.fromArray(S, b, q + L);
      FloatVector a0 = FloatVector.broadcast(S, a[r]);
      c0x = a0.fma(x, c0x);
      c0y = a0.fma(y, c0y);
      FloatVector a1 = FloatVector.broadcast(S, a[r + 1]);
      c1x = a1.fma(x, c1x);
      c1y = a1.fma(y, c1y);
      FloatVector a2 = FloatVector.broadcast(S, a[r + 2]);
      c2x = a2.fma(x, c2x);
      c2y = a2.fma(y, c2y);
      FloatVector a3 = FloatVector.broadcast(S, a[r + 3]);
      c3x = a3.fma(x, c3x);
      c3y = a3.fma(y, c3y);
      FloatVector a4 = FloatVector.broadcast(S, a[r + 4]);
      c4x = a4.fma(x, c4x);
      c4y = a4.fma(y, c4y);
    }
    c0x.intoArray(c, co);
    c0y.intoArray(c, co + L);
    int s1 = co + ldc;
    c1x.intoArray(c, s1);
    c1y.intoArray(c, s1 + L);
    int s2 = co + 2 * ldc;
    c2x.intoArray(c, s2);
    c2y.intoArray(c, s2 + L);
    int s3 = co + 3 * ldc;
    c3x.intoArray(c, s3);
    c3y.intoArray(c, s3 + L);
    int s4 = co + 4 * ldc;
    c4x.intoArray(c, s4);
    c4y.intoArray(c, s4 + L);
  }
}
