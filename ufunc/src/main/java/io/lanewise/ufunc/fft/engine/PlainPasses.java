package io.lanewise.ufunc.fft.engine;

/// The loops without lanes.
public final class PlainPasses implements Passes {
  /// Half the square root of 3, the sine of a third of the circle.
  public static final double SIN_3 = Math.sqrt(3) / 2;

  /// The cosine and sine of a fifth and of two fifths of the circle.
  public static final double COS_5 = 0.30901699437494742410;

  public static final double SIN_5 = 0.95105651629515357212;
  public static final double COS_25 = -0.80901699437494742410;
  public static final double SIN_25 = 0.58778525229247312917;

  /// The cosine of an eighth of the circle.
  public static final double COS_8 = Math.sqrt(0.5);

  private static void put(
      double[] yr, double[] yi, int to, double r, double i, double c, double s) {
    yr[to] = r * c + i * s;
    yi[to] = i * c - r * s;
  }

  @Override
  public void pass2(
      double[] xr, double[] xi, double[] yr, double[] yi, int s, int m, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      double c1 = p == 0 ? 0 : twiddles[2 * p];
      double s1 = p == 0 ? 0 : twiddles[2 * p + 1];
      int to = 2 * p * s;
      for (int x = p * s; x < p * s + s; x++, to++) {
        double ar = xr[x];
        double ai = xi[x];
        double br = xr[x + s * m];
        double bi = xi[x + s * m];
        yr[to] = ar + br;
        yi[to] = ai + bi;
        if (p == 0) {
          yr[to + s] = ar - br;
          yi[to + s] = ai - bi;
        } else {
          put(yr, yi, to + s, ar - br, ai - bi, c1, s1);
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
      for (int x = p * s; x < p * s + s; x++, to++) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        double tr = xr[x1] + xr[x2];
        double ti = xi[x1] + xi[x2];
        double ur = SIN_3 * (xr[x1] - xr[x2]);
        double ui = SIN_3 * (xi[x1] - xi[x2]);
        double ar = xr[x] - 0.5 * tr;
        double ai = xi[x] - 0.5 * ti;
        yr[to] = xr[x] + tr;
        yi[to] = xi[x] + ti;
        if (p == 0) {
          yr[to + s] = ar + ui;
          yi[to + s] = ai - ur;
          yr[to + 2 * s] = ar - ui;
          yi[to + 2 * s] = ai + ur;
        } else {
          put(yr, yi, to + s, ar + ui, ai - ur, twiddles[w], twiddles[w + 1]);
          put(yr, yi, to + 2 * s, ar - ui, ai + ur, twiddles[w + 2], twiddles[w + 3]);
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
      for (int x = p * s; x < p * s + s; x++, to++) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        int x3 = x2 + s * m;
        double ar = xr[x] + xr[x2];
        double ai = xi[x] + xi[x2];
        double br = xr[x] - xr[x2];
        double bi = xi[x] - xi[x2];
        double cr = xr[x1] + xr[x3];
        double ci = xi[x1] + xi[x3];
        double dr = xr[x1] - xr[x3];
        double di = xi[x1] - xi[x3];
        yr[to] = ar + cr;
        yi[to] = ai + ci;
        if (p == 0) {
          yr[to + s] = br + di;
          yi[to + s] = bi - dr;
          yr[to + 2 * s] = ar - cr;
          yi[to + 2 * s] = ai - ci;
          yr[to + 3 * s] = br - di;
          yi[to + 3 * s] = bi + dr;
        } else {
          put(yr, yi, to + s, br + di, bi - dr, twiddles[w], twiddles[w + 1]);
          put(yr, yi, to + 2 * s, ar - cr, ai - ci, twiddles[w + 2], twiddles[w + 3]);
          put(yr, yi, to + 3 * s, br - di, bi + dr, twiddles[w + 4], twiddles[w + 5]);
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
      for (int x = p * s; x < p * s + s; x++, to++) {
        int x1 = x + s * m;
        int x2 = x1 + s * m;
        int x3 = x2 + s * m;
        int x4 = x3 + s * m;
        double t1r = xr[x1] + xr[x4];
        double t1i = xi[x1] + xi[x4];
        double t2r = xr[x2] + xr[x3];
        double t2i = xi[x2] + xi[x3];
        double u1r = xr[x1] - xr[x4];
        double u1i = xi[x1] - xi[x4];
        double u2r = xr[x2] - xr[x3];
        double u2i = xi[x2] - xi[x3];
        yr[to] = xr[x] + (t1r + t2r);
        yi[to] = xi[x] + (t1i + t2i);
        double ar = xr[x] + (COS_5 * t1r + COS_25 * t2r);
        double ai = xi[x] + (COS_5 * t1i + COS_25 * t2i);
        double br = xr[x] + (COS_25 * t1r + COS_5 * t2r);
        double bi = xi[x] + (COS_25 * t1i + COS_5 * t2i);
        double cr = SIN_5 * u1i + SIN_25 * u2i;
        double ci = SIN_5 * u1r + SIN_25 * u2r;
        double dr = SIN_25 * u1i - SIN_5 * u2i;
        double di = SIN_25 * u1r - SIN_5 * u2r;
        if (p == 0) {
          yr[to + s] = ar + cr;
          yi[to + s] = ai - ci;
          yr[to + 2 * s] = br + dr;
          yi[to + 2 * s] = bi - di;
          yr[to + 3 * s] = br - dr;
          yi[to + 3 * s] = bi + di;
          yr[to + 4 * s] = ar - cr;
          yi[to + 4 * s] = ai + ci;
        } else {
          put(yr, yi, to + s, ar + cr, ai - ci, twiddles[w], twiddles[w + 1]);
          put(yr, yi, to + 2 * s, br + dr, bi - di, twiddles[w + 2], twiddles[w + 3]);
          put(yr, yi, to + 3 * s, br - dr, bi + di, twiddles[w + 4], twiddles[w + 5]);
          put(yr, yi, to + 4 * s, ar - cr, ai + ci, twiddles[w + 6], twiddles[w + 7]);
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
      for (int x = p * s; x < p * s + s; x++, to++) {
        // the transforms of the even and of the odd four
        double ar = xr[x] + xr[x + 4 * step];
        double ai = xi[x] + xi[x + 4 * step];
        double br = xr[x] - xr[x + 4 * step];
        double bi = xi[x] - xi[x + 4 * step];
        double cr = xr[x + 2 * step] + xr[x + 6 * step];
        double ci = xi[x + 2 * step] + xi[x + 6 * step];
        double dr = xr[x + 2 * step] - xr[x + 6 * step];
        double di = xi[x + 2 * step] - xi[x + 6 * step];
        double e0r = ar + cr;
        double e0i = ai + ci;
        double e1r = br + di;
        double e1i = bi - dr;
        double e2r = ar - cr;
        double e2i = ai - ci;
        double e3r = br - di;
        double e3i = bi + dr;
        ar = xr[x + step] + xr[x + 5 * step];
        ai = xi[x + step] + xi[x + 5 * step];
        br = xr[x + step] - xr[x + 5 * step];
        bi = xi[x + step] - xi[x + 5 * step];
        cr = xr[x + 3 * step] + xr[x + 7 * step];
        ci = xi[x + 3 * step] + xi[x + 7 * step];
        dr = xr[x + 3 * step] - xr[x + 7 * step];
        di = xi[x + 3 * step] - xi[x + 7 * step];
        double o0r = ar + cr;
        double o0i = ai + ci;
        double o1r = br + di;
        double o1i = bi - dr;
        double o2r = ai - ci;
        double o2i = cr - ar;
        double o3r = br - di;
        double o3i = bi + dr;
        double f1r = COS_8 * (o1r + o1i);
        double f1i = COS_8 * (o1i - o1r);
        double f3r = COS_8 * (o3i - o3r);
        double f3i = COS_8 * (o3r + o3i);
        yr[to] = e0r + o0r;
        yi[to] = e0i + o0i;
        if (p == 0) {
          yr[to + s] = e1r + f1r;
          yi[to + s] = e1i + f1i;
          yr[to + 2 * s] = e2r + o2r;
          yi[to + 2 * s] = e2i + o2i;
          yr[to + 3 * s] = e3r + f3r;
          yi[to + 3 * s] = e3i - f3i;
          yr[to + 4 * s] = e0r - o0r;
          yi[to + 4 * s] = e0i - o0i;
          yr[to + 5 * s] = e1r - f1r;
          yi[to + 5 * s] = e1i - f1i;
          yr[to + 6 * s] = e2r - o2r;
          yi[to + 6 * s] = e2i - o2i;
          yr[to + 7 * s] = e3r - f3r;
          yi[to + 7 * s] = e3i + f3i;
        } else {
          put(yr, yi, to + s, e1r + f1r, e1i + f1i, twiddles[w], twiddles[w + 1]);
          put(yr, yi, to + 2 * s, e2r + o2r, e2i + o2i, twiddles[w + 2], twiddles[w + 3]);
          put(yr, yi, to + 3 * s, e3r + f3r, e3i - f3i, twiddles[w + 4], twiddles[w + 5]);
          put(yr, yi, to + 4 * s, e0r - o0r, e0i - o0i, twiddles[w + 6], twiddles[w + 7]);
          put(yr, yi, to + 5 * s, e1r - f1r, e1i - f1i, twiddles[w + 8], twiddles[w + 9]);
          put(yr, yi, to + 6 * s, e2r - o2r, e2i - o2i, twiddles[w + 10], twiddles[w + 11]);
          put(yr, yi, to + 7 * s, e3r - f3r, e3i + f3i, twiddles[w + 12], twiddles[w + 13]);
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
      for (int q = 0; q < s; q++) {
        int x = p * s + q;
        int to = radix * p * s + q;
        double zeroR = xr[x];
        double zeroI = xi[x];
        for (int j = 1; j <= half; j++) {
          int near = x + j * s * m;
          int far = x + (radix - j) * s * m;
          int at = 4 * (j - 1);
          scratch[at] = xr[near] + xr[far];
          scratch[at + 1] = xi[near] + xi[far];
          scratch[at + 2] = xr[near] - xr[far];
          scratch[at + 3] = xi[near] - xi[far];
          zeroR += scratch[at];
          zeroI += scratch[at + 1];
        }
        yr[to] = zeroR;
        yi[to] = zeroI;
        for (int k = 1; k <= half; k++) {
          double ar = xr[x];
          double ai = xi[x];
          double br = 0;
          double bi = 0;
          int root = 0;
          // two products at a time: half the additions to the sums, and half their roundings
          for (int j = 0; j + 1 < half; j += 2) {
            root = next(root, k, radix);
            double c = cos[root];
            double t = sin[root];
            root = next(root, k, radix);
            double d = cos[root];
            double u = sin[root];
            ar += c * scratch[4 * j] + d * scratch[4 * j + 4];
            ai += c * scratch[4 * j + 1] + d * scratch[4 * j + 5];
            br += t * scratch[4 * j + 3] + u * scratch[4 * j + 7];
            bi += t * scratch[4 * j + 2] + u * scratch[4 * j + 6];
          }
          if (half % 2 == 1) {
            root = next(root, k, radix);
            int last = 4 * (half - 1);
            ar += cos[root] * scratch[last];
            ai += cos[root] * scratch[last + 1];
            br += sin[root] * scratch[last + 3];
            bi += sin[root] * scratch[last + 2];
          }
          int near = to + k * s;
          int far = to + (radix - k) * s;
          if (p == 0) {
            yr[near] = ar + br;
            yi[near] = ai - bi;
            yr[far] = ar - br;
            yi[far] = ai + bi;
          } else {
            int w = 2 * ((radix - 1) * p + k - 1);
            put(yr, yi, near, ar + br, ai - bi, twiddles[w], twiddles[w + 1]);
            w = 2 * ((radix - 1) * p + radix - k - 1);
            put(yr, yi, far, ar - br, ai + bi, twiddles[w], twiddles[w + 1]);
          }
        }
      }
    }
  }

  /// The number of the root `k` further on.
  public static int next(int root, int k, int radix) {
    return root + k >= radix ? root + k - radix : root + k;
  }

  @Override
  public void split(double[] a, int from, int n, double[] re, double[] im, int at) {
    for (int i = 0; i < n; i++) {
      re[at + i] = a[from + 2 * i];
      im[at + i] = a[from + 2 * i + 1];
    }
  }

  @Override
  public void join(double[] re, double[] im, int at, int n, double scale, double[] a, int to) {
    for (int i = 0; i < n; i++) {
      a[to + 2 * i] = scale * re[at + i];
      a[to + 2 * i + 1] = scale * im[at + i];
    }
  }

  @Override
  public void rotate(
      double[] re, double[] im, int at, int n, double[] cos, double[] sin, int from) {
    for (int i = 0; i < n; i++) {
      put(re, im, at + i, re[at + i], im[at + i], cos[from + i], sin[from + i]);
    }
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
    for (int i = 0; i < n; i++) {
      double x = cos[from + i];
      double y = sin[from + i];
      put(re, im, at + i, re[at + i], im[at + i], x * c - y * s, x * s + y * c);
    }
  }

  @Override
  public void rotate(double[] re, double[] im, int at, int n, double c, double s) {
    for (int i = at; i < at + n; i++) {
      put(re, im, i, re[i], im[i], c, s);
    }
  }

  @Override
  public void transpose(
      double[] x, int from, int xStep, int rows, int columns, double[] y, int to, int yStep) {
    for (int i = 0; i < rows; i += COLUMNS) {
      int end = Math.min(rows, i + COLUMNS);
      for (int j = 0; j < columns; j++) {
        for (int k = i; k < end; k++) {
          y[to + yStep * j + k] = x[from + xStep * k + j];
        }
      }
    }
  }
}
