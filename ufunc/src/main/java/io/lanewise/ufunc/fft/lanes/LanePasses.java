package io.lanewise.ufunc.fft.lanes;

import io.lanewise.ufunc.fft.engine.Passes;
import io.lanewise.ufunc.fft.engine.PlainPasses;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The loops with lanes, which run over the columns of a pass. Expressions are those of
/// [PlainPasses], operation by operation.
///
/// The butterflies are written out without helpers: past 8,000 inlined bytecodes C2 refuses to
/// inline a method that the JDK has not marked, and then vectors are boxed. That makes the file
/// longer than others.
public final class LanePasses implements Passes {
  /// At most 512 bits: the columns of a pass are a multiple of 8.
  private static final VectorSpecies<Double> D =
      VectorSpecies.of(
          double.class,
          VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));

  private static final Passes PLAIN = new PlainPasses();

  private static final int L = D.length();

  /// `0 2 4 .. 1 3 5 ..`
  private static final VectorShuffle<Double> EVEN_FIRST =
      VectorShuffle.fromOp(D, i -> i < L / 2 ? 2 * i : 2 * i - L + 1);

  /// `1 3 5 .. 0 2 4 ..`
  private static final VectorShuffle<Double> ODD_FIRST =
      VectorShuffle.fromOp(D, i -> i < L / 2 ? 2 * i + 1 : 2 * i - L);

  private static final VectorShuffle<Double> HALVES_EXCHANGED =
      VectorShuffle.fromOp(D, i -> (i + L / 2) % L);

  /// `0 0 1 1 ..`
  private static final VectorShuffle<Double> FIRST_TWICE = VectorShuffle.fromOp(D, i -> i / 2);

  private static final VectorShuffle<Double> LAST_TWICE =
      VectorShuffle.fromOp(D, i -> L / 2 + i / 2);

  /// `1 0 3 2 ..`
  private static final VectorShuffle<Double> NEIGHBOURS = VectorShuffle.fromOp(D, i -> i ^ 1);

  /// `2 3 0 1 ..`
  private static final VectorShuffle<Double> PAIRS = VectorShuffle.fromOp(D, i -> (i ^ 2) % L);

  private static final VectorMask<Double> ODD_PAIRS =
      VectorMask.fromLong(D, 0xCCCC_CCCC_CCCC_CCCCL);

  private static final VectorMask<Double> UPPER = VectorMask.fromLong(D, -1L << (L / 2));
  private static final VectorMask<Double> LOWER = UPPER.not();
  private static final VectorMask<Double> ODD = VectorMask.fromLong(D, 0xAAAA_AAAA_AAAA_AAAAL);

  @Override
  public void pass2(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int w = 2 * p;
      int to = 2 * p * s;
      DoubleVector c1 = DoubleVector.broadcast(D, twiddles[w]);
      DoubleVector s1 = DoubleVector.broadcast(D, twiddles[w + 1]);
      for (int x = p * s; x < p * s + s; x += L, to += L) {
        DoubleVector ar = DoubleVector.fromArray(D, xr, x);
        DoubleVector ai = DoubleVector.fromArray(D, xi, x);
        DoubleVector br = DoubleVector.fromArray(D, xr, x + s * m);
        DoubleVector bi = DoubleVector.fromArray(D, xi, x + s * m);
        ar.add(br).intoArray(yr, to);
        ai.add(bi).intoArray(yi, to);
        if (p == 0) {
          ar.sub(br).intoArray(yr, to + s);
          ai.sub(bi).intoArray(yi, to + s);
        } else {
          DoubleVector z1r = ar.sub(br);
          DoubleVector z1i = ai.sub(bi);
          z1r.mul(c1).add(z1i.mul(s1)).intoArray(yr, to + s);
          z1i.mul(c1).sub(z1r.mul(s1)).intoArray(yi, to + s);
        }
      }
    }
  }

  @Override
  public void pass3(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int w = 4 * p;
      int to = 3 * p * s;
      DoubleVector c1 = DoubleVector.broadcast(D, twiddles[w]);
      DoubleVector s1 = DoubleVector.broadcast(D, twiddles[w + 1]);
      DoubleVector c2 = DoubleVector.broadcast(D, twiddles[w + 2]);
      DoubleVector s2 = DoubleVector.broadcast(D, twiddles[w + 3]);
      for (int x = p * s; x < p * s + s; x += L, to += L) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        DoubleVector tr = DoubleVector.fromArray(D, xr, x1).add(DoubleVector.fromArray(D, xr, x2));
        DoubleVector ti = DoubleVector.fromArray(D, xi, x1).add(DoubleVector.fromArray(D, xi, x2));
        DoubleVector ur =
            DoubleVector.fromArray(D, xr, x1)
                .sub(DoubleVector.fromArray(D, xr, x2))
                .mul(PlainPasses.SIN_3);
        DoubleVector ui =
            DoubleVector.fromArray(D, xi, x1)
                .sub(DoubleVector.fromArray(D, xi, x2))
                .mul(PlainPasses.SIN_3);
        DoubleVector ar = DoubleVector.fromArray(D, xr, x).sub(tr.mul(0.5));
        DoubleVector ai = DoubleVector.fromArray(D, xi, x).sub(ti.mul(0.5));
        DoubleVector.fromArray(D, xr, x).add(tr).intoArray(yr, to);
        DoubleVector.fromArray(D, xi, x).add(ti).intoArray(yi, to);
        if (p == 0) {
          ar.add(ui).intoArray(yr, to + s);
          ai.sub(ur).intoArray(yi, to + s);
          ar.sub(ui).intoArray(yr, to + 2 * s);
          ai.add(ur).intoArray(yi, to + 2 * s);
        } else {
          DoubleVector z1r = ar.add(ui);
          DoubleVector z1i = ai.sub(ur);
          z1r.mul(c1).add(z1i.mul(s1)).intoArray(yr, to + s);
          z1i.mul(c1).sub(z1r.mul(s1)).intoArray(yi, to + s);
          DoubleVector z2r = ar.sub(ui);
          DoubleVector z2i = ai.add(ur);
          z2r.mul(c2).add(z2i.mul(s2)).intoArray(yr, to + 2 * s);
          z2i.mul(c2).sub(z2r.mul(s2)).intoArray(yi, to + 2 * s);
        }
      }
    }
  }

  @Override
  public void pass4(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int w = 6 * p;
      int to = 4 * p * s;
      DoubleVector c1 = DoubleVector.broadcast(D, twiddles[w]);
      DoubleVector s1 = DoubleVector.broadcast(D, twiddles[w + 1]);
      DoubleVector c2 = DoubleVector.broadcast(D, twiddles[w + 2]);
      DoubleVector s2 = DoubleVector.broadcast(D, twiddles[w + 3]);
      DoubleVector c3 = DoubleVector.broadcast(D, twiddles[w + 4]);
      DoubleVector s3 = DoubleVector.broadcast(D, twiddles[w + 5]);
      for (int x = p * s; x < p * s + s; x += L, to += L) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        int x3 = x2 + s * m;
        DoubleVector ar = DoubleVector.fromArray(D, xr, x).add(DoubleVector.fromArray(D, xr, x2));
        DoubleVector ai = DoubleVector.fromArray(D, xi, x).add(DoubleVector.fromArray(D, xi, x2));
        DoubleVector br = DoubleVector.fromArray(D, xr, x).sub(DoubleVector.fromArray(D, xr, x2));
        DoubleVector bi = DoubleVector.fromArray(D, xi, x).sub(DoubleVector.fromArray(D, xi, x2));
        DoubleVector cr = DoubleVector.fromArray(D, xr, x1).add(DoubleVector.fromArray(D, xr, x3));
        DoubleVector ci = DoubleVector.fromArray(D, xi, x1).add(DoubleVector.fromArray(D, xi, x3));
        DoubleVector dr = DoubleVector.fromArray(D, xr, x1).sub(DoubleVector.fromArray(D, xr, x3));
        DoubleVector di = DoubleVector.fromArray(D, xi, x1).sub(DoubleVector.fromArray(D, xi, x3));
        ar.add(cr).intoArray(yr, to);
        ai.add(ci).intoArray(yi, to);
        if (p == 0) {
          br.add(di).intoArray(yr, to + s);
          bi.sub(dr).intoArray(yi, to + s);
          ar.sub(cr).intoArray(yr, to + 2 * s);
          ai.sub(ci).intoArray(yi, to + 2 * s);
          br.sub(di).intoArray(yr, to + 3 * s);
          bi.add(dr).intoArray(yi, to + 3 * s);
        } else {
          DoubleVector z1r = br.add(di);
          DoubleVector z1i = bi.sub(dr);
          z1r.mul(c1).add(z1i.mul(s1)).intoArray(yr, to + s);
          z1i.mul(c1).sub(z1r.mul(s1)).intoArray(yi, to + s);
          DoubleVector z2r = ar.sub(cr);
          DoubleVector z2i = ai.sub(ci);
          z2r.mul(c2).add(z2i.mul(s2)).intoArray(yr, to + 2 * s);
          z2i.mul(c2).sub(z2r.mul(s2)).intoArray(yi, to + 2 * s);
          DoubleVector z3r = br.sub(di);
          DoubleVector z3i = bi.add(dr);
          z3r.mul(c3).add(z3i.mul(s3)).intoArray(yr, to + 3 * s);
          z3i.mul(c3).sub(z3r.mul(s3)).intoArray(yi, to + 3 * s);
        }
      }
    }
  }

  @Override
  public void pass5(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int w = 8 * p;
      int to = 5 * p * s;
      DoubleVector c1 = DoubleVector.broadcast(D, twiddles[w]);
      DoubleVector s1 = DoubleVector.broadcast(D, twiddles[w + 1]);
      DoubleVector c2 = DoubleVector.broadcast(D, twiddles[w + 2]);
      DoubleVector s2 = DoubleVector.broadcast(D, twiddles[w + 3]);
      DoubleVector c3 = DoubleVector.broadcast(D, twiddles[w + 4]);
      DoubleVector s3 = DoubleVector.broadcast(D, twiddles[w + 5]);
      DoubleVector c4 = DoubleVector.broadcast(D, twiddles[w + 6]);
      DoubleVector s4 = DoubleVector.broadcast(D, twiddles[w + 7]);
      for (int x = p * s; x < p * s + s; x += L, to += L) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        int x3 = x2 + s * m;
        int x4 = x3 + s * m;
        DoubleVector t1r = DoubleVector.fromArray(D, xr, x1).add(DoubleVector.fromArray(D, xr, x4));
        DoubleVector t1i = DoubleVector.fromArray(D, xi, x1).add(DoubleVector.fromArray(D, xi, x4));
        DoubleVector t2r = DoubleVector.fromArray(D, xr, x2).add(DoubleVector.fromArray(D, xr, x3));
        DoubleVector t2i = DoubleVector.fromArray(D, xi, x2).add(DoubleVector.fromArray(D, xi, x3));
        DoubleVector u1r = DoubleVector.fromArray(D, xr, x1).sub(DoubleVector.fromArray(D, xr, x4));
        DoubleVector u1i = DoubleVector.fromArray(D, xi, x1).sub(DoubleVector.fromArray(D, xi, x4));
        DoubleVector u2r = DoubleVector.fromArray(D, xr, x2).sub(DoubleVector.fromArray(D, xr, x3));
        DoubleVector u2i = DoubleVector.fromArray(D, xi, x2).sub(DoubleVector.fromArray(D, xi, x3));
        DoubleVector.fromArray(D, xr, x).add(t1r.add(t2r)).intoArray(yr, to);
        DoubleVector.fromArray(D, xi, x).add(t1i.add(t2i)).intoArray(yi, to);
        DoubleVector ar =
            DoubleVector.fromArray(D, xr, x)
                .add(t1r.mul(PlainPasses.COS_5).add(t2r.mul(PlainPasses.COS_25)));
        DoubleVector ai =
            DoubleVector.fromArray(D, xi, x)
                .add(t1i.mul(PlainPasses.COS_5).add(t2i.mul(PlainPasses.COS_25)));
        DoubleVector br =
            DoubleVector.fromArray(D, xr, x)
                .add(t1r.mul(PlainPasses.COS_25).add(t2r.mul(PlainPasses.COS_5)));
        DoubleVector bi =
            DoubleVector.fromArray(D, xi, x)
                .add(t1i.mul(PlainPasses.COS_25).add(t2i.mul(PlainPasses.COS_5)));
        DoubleVector cr = u1i.mul(PlainPasses.SIN_5).add(u2i.mul(PlainPasses.SIN_25));
        DoubleVector ci = u1r.mul(PlainPasses.SIN_5).add(u2r.mul(PlainPasses.SIN_25));
        DoubleVector dr = u1i.mul(PlainPasses.SIN_25).sub(u2i.mul(PlainPasses.SIN_5));
        DoubleVector di = u1r.mul(PlainPasses.SIN_25).sub(u2r.mul(PlainPasses.SIN_5));
        if (p == 0) {
          ar.add(cr).intoArray(yr, to + s);
          ai.sub(ci).intoArray(yi, to + s);
          br.add(dr).intoArray(yr, to + 2 * s);
          bi.sub(di).intoArray(yi, to + 2 * s);
          br.sub(dr).intoArray(yr, to + 3 * s);
          bi.add(di).intoArray(yi, to + 3 * s);
          ar.sub(cr).intoArray(yr, to + 4 * s);
          ai.add(ci).intoArray(yi, to + 4 * s);
        } else {
          DoubleVector z1r = ar.add(cr);
          DoubleVector z1i = ai.sub(ci);
          z1r.mul(c1).add(z1i.mul(s1)).intoArray(yr, to + s);
          z1i.mul(c1).sub(z1r.mul(s1)).intoArray(yi, to + s);
          DoubleVector z2r = br.add(dr);
          DoubleVector z2i = bi.sub(di);
          z2r.mul(c2).add(z2i.mul(s2)).intoArray(yr, to + 2 * s);
          z2i.mul(c2).sub(z2r.mul(s2)).intoArray(yi, to + 2 * s);
          DoubleVector z3r = br.sub(dr);
          DoubleVector z3i = bi.add(di);
          z3r.mul(c3).add(z3i.mul(s3)).intoArray(yr, to + 3 * s);
          z3i.mul(c3).sub(z3r.mul(s3)).intoArray(yi, to + 3 * s);
          DoubleVector z4r = ar.sub(cr);
          DoubleVector z4i = ai.add(ci);
          z4r.mul(c4).add(z4i.mul(s4)).intoArray(yr, to + 4 * s);
          z4i.mul(c4).sub(z4r.mul(s4)).intoArray(yi, to + 4 * s);
        }
      }
    }
  }

  @Override
  public void pass8(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    int step = s * m;
    for (int p = 0; p < m; p++) {
      int w = 14 * p;
      int to = 8 * p * s;
      DoubleVector c1 = DoubleVector.broadcast(D, twiddles[w]);
      DoubleVector s1 = DoubleVector.broadcast(D, twiddles[w + 1]);
      DoubleVector c2 = DoubleVector.broadcast(D, twiddles[w + 2]);
      DoubleVector s2 = DoubleVector.broadcast(D, twiddles[w + 3]);
      DoubleVector c3 = DoubleVector.broadcast(D, twiddles[w + 4]);
      DoubleVector s3 = DoubleVector.broadcast(D, twiddles[w + 5]);
      DoubleVector c4 = DoubleVector.broadcast(D, twiddles[w + 6]);
      DoubleVector s4 = DoubleVector.broadcast(D, twiddles[w + 7]);
      DoubleVector c5 = DoubleVector.broadcast(D, twiddles[w + 8]);
      DoubleVector s5 = DoubleVector.broadcast(D, twiddles[w + 9]);
      DoubleVector c6 = DoubleVector.broadcast(D, twiddles[w + 10]);
      DoubleVector s6 = DoubleVector.broadcast(D, twiddles[w + 11]);
      DoubleVector c7 = DoubleVector.broadcast(D, twiddles[w + 12]);
      DoubleVector s7 = DoubleVector.broadcast(D, twiddles[w + 13]);
      for (int x = p * s; x < p * s + s; x += L, to += L) {
        // the transforms of the even and of the odd four
        DoubleVector ar =
            DoubleVector.fromArray(D, xr, x).add(DoubleVector.fromArray(D, xr, x + 4 * step));
        DoubleVector ai =
            DoubleVector.fromArray(D, xi, x).add(DoubleVector.fromArray(D, xi, x + 4 * step));
        DoubleVector br =
            DoubleVector.fromArray(D, xr, x).sub(DoubleVector.fromArray(D, xr, x + 4 * step));
        DoubleVector bi =
            DoubleVector.fromArray(D, xi, x).sub(DoubleVector.fromArray(D, xi, x + 4 * step));
        DoubleVector cr =
            DoubleVector.fromArray(D, xr, x + 2 * step)
                .add(DoubleVector.fromArray(D, xr, x + 6 * step));
        DoubleVector ci =
            DoubleVector.fromArray(D, xi, x + 2 * step)
                .add(DoubleVector.fromArray(D, xi, x + 6 * step));
        DoubleVector dr =
            DoubleVector.fromArray(D, xr, x + 2 * step)
                .sub(DoubleVector.fromArray(D, xr, x + 6 * step));
        DoubleVector di =
            DoubleVector.fromArray(D, xi, x + 2 * step)
                .sub(DoubleVector.fromArray(D, xi, x + 6 * step));
        DoubleVector e0r = ar.add(cr);
        DoubleVector e0i = ai.add(ci);
        DoubleVector e1r = br.add(di);
        DoubleVector e1i = bi.sub(dr);
        DoubleVector e2r = ar.sub(cr);
        DoubleVector e2i = ai.sub(ci);
        DoubleVector e3r = br.sub(di);
        DoubleVector e3i = bi.add(dr);
        ar =
            DoubleVector.fromArray(D, xr, x + step)
                .add(DoubleVector.fromArray(D, xr, x + 5 * step));
        ai =
            DoubleVector.fromArray(D, xi, x + step)
                .add(DoubleVector.fromArray(D, xi, x + 5 * step));
        br =
            DoubleVector.fromArray(D, xr, x + step)
                .sub(DoubleVector.fromArray(D, xr, x + 5 * step));
        bi =
            DoubleVector.fromArray(D, xi, x + step)
                .sub(DoubleVector.fromArray(D, xi, x + 5 * step));
        cr =
            DoubleVector.fromArray(D, xr, x + 3 * step)
                .add(DoubleVector.fromArray(D, xr, x + 7 * step));
        ci =
            DoubleVector.fromArray(D, xi, x + 3 * step)
                .add(DoubleVector.fromArray(D, xi, x + 7 * step));
        dr =
            DoubleVector.fromArray(D, xr, x + 3 * step)
                .sub(DoubleVector.fromArray(D, xr, x + 7 * step));
        di =
            DoubleVector.fromArray(D, xi, x + 3 * step)
                .sub(DoubleVector.fromArray(D, xi, x + 7 * step));
        DoubleVector o0r = ar.add(cr);
        DoubleVector o0i = ai.add(ci);
        DoubleVector o1r = br.add(di);
        DoubleVector o1i = bi.sub(dr);
        DoubleVector o2r = ai.sub(ci);
        DoubleVector o2i = cr.sub(ar);
        DoubleVector o3r = br.sub(di);
        DoubleVector o3i = bi.add(dr);
        DoubleVector f1r = o1r.add(o1i).mul(PlainPasses.COS_8);
        DoubleVector f1i = o1i.sub(o1r).mul(PlainPasses.COS_8);
        DoubleVector f3r = o3i.sub(o3r).mul(PlainPasses.COS_8);
        DoubleVector f3i = o3r.add(o3i).mul(PlainPasses.COS_8);
        e0r.add(o0r).intoArray(yr, to);
        e0i.add(o0i).intoArray(yi, to);
        if (p == 0) {
          e1r.add(f1r).intoArray(yr, to + s);
          e1i.add(f1i).intoArray(yi, to + s);
          e2r.add(o2r).intoArray(yr, to + 2 * s);
          e2i.add(o2i).intoArray(yi, to + 2 * s);
          e3r.add(f3r).intoArray(yr, to + 3 * s);
          e3i.sub(f3i).intoArray(yi, to + 3 * s);
          e0r.sub(o0r).intoArray(yr, to + 4 * s);
          e0i.sub(o0i).intoArray(yi, to + 4 * s);
          e1r.sub(f1r).intoArray(yr, to + 5 * s);
          e1i.sub(f1i).intoArray(yi, to + 5 * s);
          e2r.sub(o2r).intoArray(yr, to + 6 * s);
          e2i.sub(o2i).intoArray(yi, to + 6 * s);
          e3r.sub(f3r).intoArray(yr, to + 7 * s);
          e3i.add(f3i).intoArray(yi, to + 7 * s);
        } else {
          DoubleVector z1r = e1r.add(f1r);
          DoubleVector z1i = e1i.add(f1i);
          z1r.mul(c1).add(z1i.mul(s1)).intoArray(yr, to + s);
          z1i.mul(c1).sub(z1r.mul(s1)).intoArray(yi, to + s);
          DoubleVector z2r = e2r.add(o2r);
          DoubleVector z2i = e2i.add(o2i);
          z2r.mul(c2).add(z2i.mul(s2)).intoArray(yr, to + 2 * s);
          z2i.mul(c2).sub(z2r.mul(s2)).intoArray(yi, to + 2 * s);
          DoubleVector z3r = e3r.add(f3r);
          DoubleVector z3i = e3i.sub(f3i);
          z3r.mul(c3).add(z3i.mul(s3)).intoArray(yr, to + 3 * s);
          z3i.mul(c3).sub(z3r.mul(s3)).intoArray(yi, to + 3 * s);
          DoubleVector z4r = e0r.sub(o0r);
          DoubleVector z4i = e0i.sub(o0i);
          z4r.mul(c4).add(z4i.mul(s4)).intoArray(yr, to + 4 * s);
          z4i.mul(c4).sub(z4r.mul(s4)).intoArray(yi, to + 4 * s);
          DoubleVector z5r = e1r.sub(f1r);
          DoubleVector z5i = e1i.sub(f1i);
          z5r.mul(c5).add(z5i.mul(s5)).intoArray(yr, to + 5 * s);
          z5i.mul(c5).sub(z5r.mul(s5)).intoArray(yi, to + 5 * s);
          DoubleVector z6r = e2r.sub(o2r);
          DoubleVector z6i = e2i.sub(o2i);
          z6r.mul(c6).add(z6i.mul(s6)).intoArray(yr, to + 6 * s);
          z6i.mul(c6).sub(z6r.mul(s6)).intoArray(yi, to + 6 * s);
          DoubleVector z7r = e3r.sub(f3r);
          DoubleVector z7i = e3i.add(f3i);
          z7r.mul(c7).add(z7i.mul(s7)).intoArray(yr, to + 7 * s);
          z7i.mul(c7).sub(z7r.mul(s7)).intoArray(yi, to + 7 * s);
        }
      }
    }
  }

  @Override
  public void passOdd(
      int radix,
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int s,
      int m,
      double[] twiddles,
      double[] cos,
      double[] sin,
      double[] scratch) {
    int half = radix / 2;
    for (int p = 0; p < m; p++) {
      for (int q = 0; q < s; q += L) {
        int x = p * s + q;
        int to = radix * p * s + q;
        oddSums(radix, xr, xi, yr, yi, x, s * m, to, scratch);
        for (int k = 1; k <= half; k++) {
          DoubleVector ar = DoubleVector.fromArray(D, xr, x);
          DoubleVector ai = DoubleVector.fromArray(D, xi, x);
          DoubleVector br = DoubleVector.zero(D);
          DoubleVector bi = DoubleVector.zero(D);
          int root = 0;
          for (int j = 0; j + 1 < half; j += 2) {
            root = PlainPasses.next(root, k, radix);
            double c = cos[root];
            double t = sin[root];
            root = PlainPasses.next(root, k, radix);
            double d = cos[root];
            double u = sin[root];
            int at = 4 * L * j;
            DoubleVector tr = DoubleVector.fromArray(D, scratch, at).mul(c);
            DoubleVector ti = DoubleVector.fromArray(D, scratch, at + L).mul(c);
            DoubleVector ur = DoubleVector.fromArray(D, scratch, at + 2 * L).mul(t);
            DoubleVector ui = DoubleVector.fromArray(D, scratch, at + 3 * L).mul(t);
            ar = ar.add(tr.add(DoubleVector.fromArray(D, scratch, at + 4 * L).mul(d)));
            ai = ai.add(ti.add(DoubleVector.fromArray(D, scratch, at + 5 * L).mul(d)));
            bi = bi.add(ur.add(DoubleVector.fromArray(D, scratch, at + 6 * L).mul(u)));
            br = br.add(ui.add(DoubleVector.fromArray(D, scratch, at + 7 * L).mul(u)));
          }
          if (half % 2 == 1) {
            root = PlainPasses.next(root, k, radix);
            int at = 4 * L * (half - 1);
            ar = ar.add(DoubleVector.fromArray(D, scratch, at).mul(cos[root]));
            ai = ai.add(DoubleVector.fromArray(D, scratch, at + L).mul(cos[root]));
            bi = bi.add(DoubleVector.fromArray(D, scratch, at + 2 * L).mul(sin[root]));
            br = br.add(DoubleVector.fromArray(D, scratch, at + 3 * L).mul(sin[root]));
          }
          ar.add(br).intoArray(yr, to + k * s);
          ai.sub(bi).intoArray(yi, to + k * s);
          ar.sub(br).intoArray(yr, to + (radix - k) * s);
          ai.add(bi).intoArray(yi, to + (radix - k) * s);
        }
      }
      for (int k = 1; p > 0 && k < radix; k++) {
        int w = 2 * ((radix - 1) * p + k - 1);
        rotate(yr, yi, (radix * p + k) * s, s, twiddles[w], twiddles[w + 1]);
      }
    }
  }

  /// Sums and differences of the inputs j and radix - j into `scratch`, and the first output.
  private static void oddSums(
      int radix,
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int x,
      int step,
      int to,
      double[] scratch) {
    DoubleVector zeroR = DoubleVector.fromArray(D, xr, x);
    DoubleVector zeroI = DoubleVector.fromArray(D, xi, x);
    for (int j = 1; j <= radix / 2; j++) {
      int near = x + j * step;
      int far = x + (radix - j) * step;
      int at = 4 * L * (j - 1);
      DoubleVector nr = DoubleVector.fromArray(D, xr, near);
      DoubleVector ni = DoubleVector.fromArray(D, xi, near);
      DoubleVector fr = DoubleVector.fromArray(D, xr, far);
      DoubleVector fi = DoubleVector.fromArray(D, xi, far);
      DoubleVector tr = nr.add(fr);
      DoubleVector ti = ni.add(fi);
      tr.intoArray(scratch, at);
      ti.intoArray(scratch, at + L);
      nr.sub(fr).intoArray(scratch, at + 2 * L);
      ni.sub(fi).intoArray(scratch, at + 3 * L);
      zeroR = zeroR.add(tr);
      zeroI = zeroI.add(ti);
    }
    zeroR.intoArray(yr, to);
    zeroI.intoArray(yi, to);
  }

  @Override
  public void split(double[] a, int from, int n, double[] re, double[] im, int at) {
    int end = n - n % L;
    for (int i = 0; i < end; i += L) {
      DoubleVector x = DoubleVector.fromArray(D, a, from + 2 * i).rearrange(EVEN_FIRST);
      DoubleVector y = DoubleVector.fromArray(D, a, from + 2 * i + L).rearrange(ODD_FIRST);
      x.blend(y, UPPER).intoArray(re, at + i);
      x.blend(y, LOWER).rearrange(HALVES_EXCHANGED).intoArray(im, at + i);
    }
    for (int i = end; i < n; i++) {
      re[at + i] = a[from + 2 * i];
      im[at + i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void join(double[] re, double[] im, int at, int n, double scale, double[] a, int to) {
    int end = n - n % L;
    for (int i = 0; i < end; i += L) {
      DoubleVector x = DoubleVector.fromArray(D, re, at + i).mul(scale);
      DoubleVector y = DoubleVector.fromArray(D, im, at + i).mul(scale);
      x.rearrange(FIRST_TWICE).blend(y.rearrange(FIRST_TWICE), ODD).intoArray(a, to + 2 * i);
      x.rearrange(LAST_TWICE).blend(y.rearrange(LAST_TWICE), ODD).intoArray(a, to + 2 * i + L);
    }
    for (int i = end; i < n; i++) {
      a[to + 2 * i] = scale * re[at + i];
      a[to + 2 * i + 1] = scale * im[at + i];
    }
  }

  @Override
  public void rotate(
      double[] re, double[] im, int at, int n, double[] cos, double[] sin, int from) {
    int end = n - n % L;
    for (int i = 0; i < end; i += L) {
      DoubleVector c = DoubleVector.fromArray(D, cos, from + i);
      DoubleVector s = DoubleVector.fromArray(D, sin, from + i);
      DoubleVector x = DoubleVector.fromArray(D, re, at + i);
      DoubleVector y = DoubleVector.fromArray(D, im, at + i);
      x.mul(c).add(y.mul(s)).intoArray(re, at + i);
      y.mul(c).sub(x.mul(s)).intoArray(im, at + i);
    }
    for (int i = end; i < n; i++) {
      rotate(re, im, at + i, cos[from + i], sin[from + i]);
    }
  }

  private static void rotate(double[] re, double[] im, int at, double c, double s) {
    double x = re[at];
    double y = im[at];
    re[at] = x * c + y * s;
    im[at] = y * c - x * s;
  }

  @Override
  public void rotate(
      double[] re,
      double[] im,
      int at,
      int n,
      double[] cos,
      double[] sin,
      int from,
      double c,
      double s) {
    int end = n - n % L;
    for (int i = 0; i < end; i += L) {
      DoubleVector tc = DoubleVector.fromArray(D, cos, from + i);
      DoubleVector ts = DoubleVector.fromArray(D, sin, from + i);
      DoubleVector u = tc.mul(c).sub(ts.mul(s));
      DoubleVector v = tc.mul(s).add(ts.mul(c));
      DoubleVector x = DoubleVector.fromArray(D, re, at + i);
      DoubleVector y = DoubleVector.fromArray(D, im, at + i);
      x.mul(u).add(y.mul(v)).intoArray(re, at + i);
      y.mul(u).sub(x.mul(v)).intoArray(im, at + i);
    }
    for (int i = end; i < n; i++) {
      double tc = cos[from + i];
      double ts = sin[from + i];
      rotate(re, im, at + i, tc * c - ts * s, tc * s + ts * c);
    }
  }

  @Override
  public void rotate(double[] re, double[] im, int at, int n, double c, double s) {
    int end = at + n - n % L;
    for (int i = at; i < end; i += L) {
      DoubleVector x = DoubleVector.fromArray(D, re, i);
      DoubleVector y = DoubleVector.fromArray(D, im, i);
      x.mul(c).add(y.mul(s)).intoArray(re, i);
      y.mul(c).sub(x.mul(s)).intoArray(im, i);
    }
    for (int i = end; i < at + n; i++) {
      rotate(re, im, i, c, s);
    }
  }

  @Override
  public void transpose(
      double[] x, int from, int xStep, int rows, int columns, double[] y, int to, int yStep) {
    int wholeRows = L == 8 ? rows & -8 : 0;
    int wholeColumns = columns & -8;
    for (int i = 0; i < wholeRows; i += 8) {
      for (int j = 0; j < wholeColumns; j += 8) {
        transpose8(x, from + xStep * i + j, xStep, y, to + yStep * j + i, yStep);
      }
    }
    PLAIN.transpose(
        x,
        from + wholeColumns,
        xStep,
        wholeRows,
        columns - wholeColumns,
        y,
        to + yStep * wholeColumns,
        yStep);
    PLAIN.transpose(
        x, from + xStep * wholeRows, xStep, rows - wholeRows, columns, y, to + wholeRows, yStep);
  }

  /// Eight rows of eight: exchanges elements at distance 1, then 2, then 4 across the diagonal.
  private static void transpose8(double[] x, int from, int xStep, double[] y, int to, int yStep) {
    DoubleVector a0 = DoubleVector.fromArray(D, x, from);
    DoubleVector a1 = DoubleVector.fromArray(D, x, from + xStep);
    DoubleVector a2 = DoubleVector.fromArray(D, x, from + 2 * xStep);
    DoubleVector a3 = DoubleVector.fromArray(D, x, from + 3 * xStep);
    DoubleVector a4 = DoubleVector.fromArray(D, x, from + 4 * xStep);
    DoubleVector a5 = DoubleVector.fromArray(D, x, from + 5 * xStep);
    DoubleVector a6 = DoubleVector.fromArray(D, x, from + 6 * xStep);
    DoubleVector a7 = DoubleVector.fromArray(D, x, from + 7 * xStep);
    DoubleVector b0 = a0.blend(a1.rearrange(NEIGHBOURS), ODD);
    DoubleVector b1 = a0.rearrange(NEIGHBOURS).blend(a1, ODD);
    DoubleVector b2 = a2.blend(a3.rearrange(NEIGHBOURS), ODD);
    DoubleVector b3 = a2.rearrange(NEIGHBOURS).blend(a3, ODD);
    DoubleVector b4 = a4.blend(a5.rearrange(NEIGHBOURS), ODD);
    DoubleVector b5 = a4.rearrange(NEIGHBOURS).blend(a5, ODD);
    DoubleVector b6 = a6.blend(a7.rearrange(NEIGHBOURS), ODD);
    DoubleVector b7 = a6.rearrange(NEIGHBOURS).blend(a7, ODD);
    DoubleVector c0 = b0.blend(b2.rearrange(PAIRS), ODD_PAIRS);
    DoubleVector c2 = b0.rearrange(PAIRS).blend(b2, ODD_PAIRS);
    DoubleVector c1 = b1.blend(b3.rearrange(PAIRS), ODD_PAIRS);
    DoubleVector c3 = b1.rearrange(PAIRS).blend(b3, ODD_PAIRS);
    DoubleVector c4 = b4.blend(b6.rearrange(PAIRS), ODD_PAIRS);
    DoubleVector c6 = b4.rearrange(PAIRS).blend(b6, ODD_PAIRS);
    DoubleVector c5 = b5.blend(b7.rearrange(PAIRS), ODD_PAIRS);
    DoubleVector c7 = b5.rearrange(PAIRS).blend(b7, ODD_PAIRS);
    c0.blend(c4.rearrange(HALVES_EXCHANGED), UPPER).intoArray(y, to);
    c0.rearrange(HALVES_EXCHANGED).blend(c4, UPPER).intoArray(y, to + 4 * yStep);
    c1.blend(c5.rearrange(HALVES_EXCHANGED), UPPER).intoArray(y, to + yStep);
    c1.rearrange(HALVES_EXCHANGED).blend(c5, UPPER).intoArray(y, to + 5 * yStep);
    c2.blend(c6.rearrange(HALVES_EXCHANGED), UPPER).intoArray(y, to + 2 * yStep);
    c2.rearrange(HALVES_EXCHANGED).blend(c6, UPPER).intoArray(y, to + 6 * yStep);
    c3.blend(c7.rearrange(HALVES_EXCHANGED), UPPER).intoArray(y, to + 3 * yStep);
    c3.rearrange(HALVES_EXCHANGED).blend(c7, UPPER).intoArray(y, to + 7 * yStep);
  }
}
