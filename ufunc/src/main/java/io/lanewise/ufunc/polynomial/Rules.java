package io.lanewise.ufunc.polynomial;

import java.util.Arrays;

/// What makes a family of polynomials: its three-term recurrence and how a derivative and an
/// integral of a member are sums of other members. All on real coefficients, lowest degree first.
abstract class Rules {
  static final Rules POWER = new Power();
  static final Rules CHEBYSHEV = new Chebyshev();
  static final Rules LEGENDRE = new Legendre();
  static final Rules HERMITE = new Hermite(2);
  static final Rules HERMITE_E = new Hermite(1);
  static final Rules LAGUERRE = new Laguerre();

  /// The factor of x in the recurrence for `p_(k+1)`.
  abstract double a(int k);

  /// The constant there.
  double b(int k) {
    return 0;
  }

  /// The factor of `p_(k-1)` there, for k from 1.
  abstract double g(int k);

  /// The derivative of at least two coefficients.
  abstract double[] der(double... c);

  /// An integral with any constant.
  abstract double[] integrate(double... c);

  /// `offset + scale x`.
  final double[] line(double offset, double scale) {
    // p_1 = a_0 x + b_0
    return scale == 0
        ? new double[] {offset}
        : new double[] {offset - scale * b(0) / a(0), scale / a(0)};
  }

  /// The series times x: `x p_k = (p_(k+1) - b_k p_k + g_k p_(k-1)) / a_k`.
  final double[] mulx(double... c) {
    double[] result = new double[c.length + 1];
    for (int k = 0; k < c.length; k++) {
      double share = c[k] / a(k);
      result[k + 1] += share;
      if (b(k) != 0) {
        result[k] -= b(k) * share;
      }
      if (k > 0 && g(k) != 0) {
        result[k - 1] += g(k) * share;
      }
    }
    return result;
  }

  /// The value at x, by Clenshaw's recurrence (A note on the summation of Chebyshev series, Math.
  /// Tables Aids Comput. 9, 1955).
  final double val(double x, double... c) {
    double near = 0;
    double far = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      double next = c[k] + (a(k) * x + b(k)) * near - g(k + 1) * far;
      far = near;
      near = next;
    }
    return near;
  }

  /// The same where x stands for a multiplication by x in another family and numbers for multiples
  /// of `unit` there: the sum over k of `c[k] p_k(x) unit`.
  final double[] apply(double[] c, Rules family, double... unit) {
    double[] near = {0};
    double[] far = {0};
    for (int k = c.length - 1; k >= 0; k--) {
      double[] next = Coefficients.sum(a(k), family.mulx(near), new double[0]);
      if (b(k) != 0) {
        next = Coefficients.sum(b(k), near, next);
      }
      if (g(k + 1) != 0) {
        next = Coefficients.sum(-g(k + 1), far, next);
      }
      far = near;
      near = Coefficients.sum(c[k], unit, next);
    }
    return near;
  }

  /// The product; the highest coefficients may be zeros.
  double[] mul(double[] x, double[] y) {
    double[] all = x.length < y.length ? apply(x, this, y) : apply(y, this, x);
    return Arrays.copyOf(all, x.length + y.length - 1);
  }

  /// The same polynomial in another family.
  final double[] convert(double[] c, Rules family) {
    return Arrays.copyOf(apply(c, family, 1), c.length);
  }

  private static final class Power extends Rules {
    @Override
    double a(int k) {
      return 1;
    }

    @Override
    double g(int k) {
      return 0;
    }

    @Override
    double[] mul(double[] x, double[] y) {
      double[] result = new double[x.length + y.length - 1];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < y.length; j++) {
          result[i + j] += x[i] * y[j];
        }
      }
      return result;
    }

    @Override
    double[] der(double... c) {
      double[] result = new double[c.length - 1];
      for (int k = 1; k < c.length; k++) {
        result[k - 1] = k * c[k];
      }
      return result;
    }

    @Override
    double[] integrate(double... c) {
      double[] result = new double[c.length + 1];
      for (int k = 0; k < c.length; k++) {
        result[k + 1] = c[k] / (k + 1);
      }
      return result;
    }
  }

  private static final class Chebyshev extends Rules {
    @Override
    double a(int k) {
      return k == 0 ? 1 : 2;
    }

    @Override
    double g(int k) {
      return 1;
    }

    /// `T_j T_k = (T_(j+k) + T_|j-k|) / 2`.
    @Override
    double[] mul(double[] x, double[] y) {
      double[] result = new double[x.length + y.length - 1];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < y.length; j++) {
          double half = 0.5 * x[i] * y[j];
          result[i + j] += half;
          result[Math.abs(i - j)] += half;
        }
      }
      return result;
    }

    @Override
    double[] der(double... c) {
      double[] rest = c.clone();
      double[] result = new double[c.length - 1];
      for (int k = c.length - 1; k > 2; k--) {
        result[k - 1] = 2 * k * rest[k];
        rest[k - 2] += k * rest[k] / (k - 2);
      }
      if (c.length > 2) {
        result[1] = 4 * rest[2];
      }
      result[0] = rest[1];
      return result;
    }

    @Override
    double[] integrate(double... c) {
      double[] result = new double[c.length + 1];
      result[1] = c[0];
      for (int k = 1; k < c.length; k++) {
        result[k + 1] += c[k] / (2 * (k + 1));
        if (k > 1) {
          result[k - 1] -= c[k] / (2 * (k - 1));
        }
      }
      return result;
    }
  }

  private static final class Legendre extends Rules {
    @Override
    double a(int k) {
      return (2.0 * k + 1) / (k + 1);
    }

    @Override
    double g(int k) {
      return k / (k + 1.0);
    }

    @Override
    double[] der(double... c) {
      double[] rest = c.clone();
      double[] result = new double[c.length - 1];
      for (int k = c.length - 1; k > 0; k--) {
        result[k - 1] = (2 * k - 1) * rest[k];
        if (k > 1) {
          rest[k - 2] += rest[k];
        }
      }
      return result;
    }

    @Override
    double[] integrate(double... c) {
      double[] result = new double[c.length + 1];
      for (int k = 0; k < c.length; k++) {
        double share = c[k] / (2 * k + 1);
        result[k + 1] += share;
        if (k > 0) {
          result[k - 1] -= share;
        }
      }
      return result;
    }
  }

  /// Hermite polynomials, with the factor of x in their recurrence.
  private static final class Hermite extends Rules {
    private final double factor;

    Hermite(double factor) {
      this.factor = factor;
    }

    @Override
    double a(int k) {
      return factor;
    }

    @Override
    double g(int k) {
      return factor * k;
    }

    @Override
    double[] der(double... c) {
      double[] result = new double[c.length - 1];
      for (int k = 1; k < c.length; k++) {
        result[k - 1] = factor * k * c[k];
      }
      return result;
    }

    @Override
    double[] integrate(double... c) {
      double[] result = new double[c.length + 1];
      for (int k = 0; k < c.length; k++) {
        result[k + 1] = c[k] / (factor * (k + 1));
      }
      return result;
    }
  }

  private static final class Laguerre extends Rules {
    @Override
    double a(int k) {
      return -1.0 / (k + 1);
    }

    @Override
    double b(int k) {
      return (2.0 * k + 1) / (k + 1);
    }

    @Override
    double g(int k) {
      return k / (k + 1.0);
    }

    @Override
    double[] der(double... c) {
      double[] result = new double[c.length - 1];
      double sum = 0;
      for (int k = c.length - 1; k > 0; k--) {
        sum += c[k];
        result[k - 1] = -sum;
      }
      return result;
    }

    @Override
    double[] integrate(double... c) {
      double[] result = new double[c.length + 1];
      for (int k = 0; k < c.length; k++) {
        result[k] += c[k];
        result[k + 1] = -c[k];
      }
      return result;
    }
  }
}
