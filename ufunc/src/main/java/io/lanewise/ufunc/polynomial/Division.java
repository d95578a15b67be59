package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.DType;
import java.util.Arrays;

/// The quotient of series, and products of many.
final class Division {
  private Division() {}

  /// Schoolbook division: takes a multiple of `p_i` times the divisor away for the highest degree
  /// left, then for the next.
  static SeriesDivision divide(
      Series family, Coefficients dividend, Coefficients divisor, DType dtype) {
    int n = divisor.length();
    int steps = dividend.length() - n + 1;
    boolean complex = dtype.isComplex();
    double[] re = dividend.re().clone();
    double[] im =
        dividend.im() == null && complex
            ? new double[re.length]
            : complex ? dividend.im().clone() : null;
    if (steps < 1) {
      return new SeriesDivision(
          new Coefficients(new double[1], complex ? new double[1] : null, dtype).toArray(),
          new Coefficients(re, im, dtype).toArray());
    }
    double[] quotientRe = new double[steps];
    double[] quotientIm = complex ? new double[steps] : null;
    for (int i = steps - 1; i >= 0; i--) {
      double[] member = new double[i + 1];
      member[i] = 1;
      double[] pr = family.rules.mul(member, divisor.re());
      double[] pi = divisor.im() == null ? null : family.rules.mul(member, divisor.im());
      int top = n - 1 + i;
      double x = re[top];
      double y = complex ? im[top] : 0;
      double u = pr[top];
      double v = pi == null ? 0 : pi[top];
      double size = u * u + v * v;
      double qr = v == 0 ? x / u : (x * u + y * v) / size;
      double qi = v == 0 ? y / u : (y * u - x * v) / size;
      quotientRe[i] = qr;
      for (int k = 0; k < top; k++) {
        re[k] -= qr * pr[k] - (pi == null ? 0 : qi * pi[k]);
      }
      if (complex) {
        quotientIm[i] = qi;
        for (int k = 0; k < top; k++) {
          im[k] -= qi * pr[k] + (pi == null ? 0 : qr * pi[k]);
        }
      }
    }
    int left = Math.max(1, n - 1);
    if (n == 1) {
      re[0] = 0;
      if (complex) {
        im[0] = 0;
      }
    }
    Coefficients remainder =
        new Coefficients(Arrays.copyOf(re, left), complex ? Arrays.copyOf(im, left) : null, dtype);
    return new SeriesDivision(
        new Coefficients(quotientRe, quotientIm, dtype).toArray(), remainder.trimmed().toArray());
  }

  /// The product of all `x - root`, in pairs and pairs of pairs: fewer roundings on the way to each
  /// coefficient than one after another.
  static Coefficients fromRoots(Series family, Coefficients roots) {
    Coefficients[] all = new Coefficients[roots.length()];
    for (int i = 0; i < all.length; i++) {
      double[] line = family.rules.line(-roots.re()[i], 1);
      double[] imaginary =
          roots.im() == null ? null : Arrays.copyOf(family.rules.line(-roots.im()[i], 0), 2);
      all[i] = new Coefficients(line, imaginary, roots.dtype());
    }
    int count = all.length;
    while (count > 1) {
      int half = (count + 1) / 2;
      for (int i = 0; i + half < count; i++) {
        all[i] = family.mul(all[i], all[i + half]);
      }
      count = half;
    }
    return all[0];
  }
}
