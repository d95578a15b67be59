package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// A family of polynomials `p_0, p_1, ..` of rising degree, and sums `c[0] p_0 + c[1] p_1 + ..`,
/// given by arrays of their coefficients, lowest degree first. Source: the functions of
/// `numpy.polynomial.polynomial`, `chebyshev`, `legendre`, `hermite`, `hermite_e` and `laguerre`
/// without their prefix: `chebval` is `CHEBYSHEV.val`, `cheb2poly` is `CHEBYSHEV.toPower`.
///
/// A family is its recurrence, `p_(k+1) = (a_k x + b_k) p_k - g_k p_(k-1)`, and a rule for
/// derivatives and integrals (M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions,
/// chapter 22); everything else follows from these.
///
/// Coefficients are real or complex; integers become float64. What is done to coefficients is
/// computed in float64 and rounded once to their common dtype. Results are new arrays; sums,
/// products, quotients and powers have no zeros at their end. Functions of coefficients throw
/// [IllegalArgumentException] if an array of them is empty, is not 1-d, or is of bools.
public enum Series {
  /// Powers of x.
  POWER(16, Rules.POWER),
  /// Chebyshev polynomials of the first kind.
  CHEBYSHEV(16, Rules.CHEBYSHEV),
  /// Legendre polynomials.
  LEGENDRE(16, Rules.LEGENDRE),
  /// Hermite polynomials of the physicists.
  HERMITE(16, Rules.HERMITE),
  /// Hermite polynomials of the probabilists.
  HERMITE_E(16, Rules.HERMITE_E),
  /// Laguerre polynomials.
  LAGUERRE(16, Rules.LAGUERRE);

  private final int maxPower;
  final Rules rules;

  Series(int maxPower, Rules rules) {
    this.maxPower = maxPower;
    this.rules = rules;
  }

  /// The interval on which the family is orthogonal, as far as it is finite, `[-1, 1]` or `[0, 1]`.
  /// Source: `polydomain`, `chebdomain`, ...
  public NDArray domain() {
    return this == LAGUERRE ? NDArray.of(0.0, 1.0) : NDArray.of(-1.0, 1.0);
  }

  /// The coefficients of 0. Source: `polyzero`, `chebzero`, ...
  public NDArray zero() {
    return NDArray.of(0.0);
  }

  /// The coefficients of 1. Source: `polyone`, `chebone`, ...
  public NDArray one() {
    return NDArray.of(1.0);
  }

  /// The coefficients of x. Source: `polyx`, `chebx`, ...
  public NDArray x() {
    return line(0, 1);
  }

  /// The coefficients of `offset + scale x`. Source: `polyline`, `chebline`, ...
  public NDArray line(double offset, double scale) {
    return NDArray.of(rules.line(offset, scale));
  }

  /// The values at `x` of the series whose coefficients lie along the first axis of `c`: shape
  /// `c.shape[1:] + x.shape`. Source: `polyval`, `chebval`, ...
  ///
  /// @throws IllegalArgumentException if `c` has no coefficients
  public NDArray val(NDArray x, NDArray c) {
    return val(x, c, true);
  }

  /// The same; without `tensor` the other axes of `c` broadcast against `x`, so that every column
  /// of coefficients has points of its own.
  ///
  /// @throws BroadcastException if they do not broadcast
  public NDArray val(NDArray x, NDArray c, boolean tensor) {
    return Evaluation.val(this, x, c, tensor);
  }

  /// The values at the points `(x, y)` of a series in products, degrees in x along the first axis
  /// of `c`, in y along the second. Source: `polyval2d`, `chebval2d`, ...
  ///
  /// @throws IllegalArgumentException if `x` and `y` have different shapes
  public NDArray val2d(NDArray x, NDArray y, NDArray c) {
    return Evaluation.points(this, c, x, y);
  }

  /// The same in three variables. Source: `polyval3d`, `chebval3d`, ...
  public NDArray val3d(NDArray x, NDArray y, NDArray z, NDArray c) {
    return Evaluation.points(this, c, x, y, z);
  }

  /// The values on the grid of all pairs of `x` and `y`: shape `c.shape[2:] + x.shape + y.shape`.
  /// Source: `polygrid2d`, `chebgrid2d`, ...
  public NDArray grid2d(NDArray x, NDArray y, NDArray c) {
    return Evaluation.grid(this, c, x, y);
  }

  /// The same in three variables. Source: `polygrid3d`, `chebgrid3d`, ...
  public NDArray grid3d(NDArray x, NDArray y, NDArray z, NDArray c) {
    return Evaluation.grid(this, c, x, y, z);
  }

  /// The values of `p_0 .. p_deg` at each x: shape `x.shape + (deg + 1,)`. Source: `polyvander`,
  /// `chebvander`, ...
  ///
  /// @throws IllegalArgumentException if `deg` is negative
  public NDArray vander(NDArray x, int deg) {
    return Evaluation.vander(this, x, deg);
  }

  /// The values of all products `p_i(x) p_j(y)`: shape `x.shape + ((degX + 1) (degY + 1),)`, the
  /// degree in y running fastest. Source: `polyvander2d`, `chebvander2d`, ...
  ///
  /// @throws IllegalArgumentException if a degree is negative or `x` and `y` have different shapes
  public NDArray vander2d(NDArray x, NDArray y, int degX, int degY) {
    return Evaluation.vander(this, new NDArray[] {x, y}, degX, degY);
  }

  /// The same in three variables. Source: `polyvander3d`, `chebvander3d`, ...
  public NDArray vander3d(NDArray x, NDArray y, NDArray z, int degX, int degY, int degZ) {
    return Evaluation.vander(this, new NDArray[] {x, y, z}, degX, degY, degZ);
  }

  /// The sum of two series. Source: `polyadd`, `chebadd`, ...
  public NDArray add(NDArray c1, NDArray c2) {
    return sum("add", c1, c2, 1);
  }

  /// The difference of two series. Source: `polysub`, `chebsub`, ...
  public NDArray sub(NDArray c1, NDArray c2) {
    return sum("sub", c1, c2, -1);
  }

  private static NDArray sum(String name, NDArray c1, NDArray c2, int sign) {
    Coefficients a = Coefficients.of(name, c1);
    Coefficients b = Coefficients.of(name, c2);
    double[] re = Coefficients.sum(sign, b.re(), a.re());
    double[] im = null;
    if (a.im() != null || b.im() != null) {
      double[] none = {};
      im = Coefficients.sum(sign, b.im() == null ? none : b.im(), a.im() == null ? none : a.im());
      im = Arrays.copyOf(im, re.length);
    }
    return new Coefficients(re, im, common(a, b)).trimmed().toArray();
  }

  private static DType common(Coefficients a, Coefficients b) {
    return Promotion.promoteTypes(a.dtype(), b.dtype());
  }

  /// The series times x. Source: `polymulx`, `chebmulx`, ...
  public NDArray mulx(NDArray c) {
    Coefficients a = Coefficients.of("mulx", c);
    return (a.length() == 1 && a.isZero(0) ? a : a.map(rules::mulx)).toArray();
  }

  /// The product of two series. Source: `polymul`, `chebmul`, ...
  public NDArray mul(NDArray c1, NDArray c2) {
    return mul(Coefficients.of("mul", c1), Coefficients.of("mul", c2)).toArray();
  }

  Coefficients mul(Coefficients a, Coefficients b) {
    double[] re = rules.mul(a.re(), b.re());
    double[] im = null;
    if (a.im() != null && b.im() != null) {
      re = Coefficients.sum(-1, rules.mul(a.im(), b.im()), re);
      im = Coefficients.sum(1, rules.mul(a.re(), b.im()), rules.mul(a.im(), b.re()));
    } else if (a.im() != null) {
      im = rules.mul(a.im(), b.re());
    } else if (b.im() != null) {
      im = rules.mul(a.re(), b.im());
    }
    return new Coefficients(re, im, common(a, b)).trimmed();
  }

  /// Quotient and remainder of two series. Source: `polydiv`, `chebdiv`, ...
  ///
  /// @throws ArithmeticException if `c2` is 0
  public SeriesDivision div(NDArray c1, NDArray c2) {
    Coefficients divisor = Coefficients.of("div", c2);
    Coefficients dividend = Coefficients.of("div", c1);
    if (divisor.isZero(divisor.length() - 1)) {
      throw new ArithmeticException("div: division by the series 0");
    }
    return Division.divide(this, dividend, divisor, common(dividend, divisor));
  }

  /// A power of a series, of at most 16. Source: `polypow`, `chebpow`, ...
  ///
  /// @throws IllegalArgumentException if `power` is negative or above 16
  public NDArray pow(NDArray c, int power) {
    return pow(c, power, maxPower);
  }

  /// The same with another bound.
  ///
  /// @throws IllegalArgumentException if `power` is negative or above `maxpower`
  public NDArray pow(NDArray c, int power, int maxpower) {
    Coefficients base = Coefficients.of("pow", c);
    if (power < 0) {
      throw new IllegalArgumentException("Power must be a non-negative integer.");
    }
    if (power > maxpower) {
      throw new IllegalArgumentException("Power is too large: " + power + " > " + maxpower);
    }
    Coefficients result =
        new Coefficients(
            new double[] {1}, base.im() == null ? null : new double[] {0}, base.dtype());
    for (int i = 0; i < power; i++) {
      result = mul(result, base);
    }
    return result.toArray();
  }

  /// The derivative. Source: `polyder`, `chebder`, ...
  public NDArray der(NDArray c) {
    return der(c, 1, 1, 0);
  }

  /// The `m`-th derivative of the series along an axis of `c`, multiplied by `scl` each time: the
  /// factor by which a linear change of variable multiplies.
  ///
  /// @throws IllegalArgumentException if `m` is negative
  /// @throws AxisException if there is no such axis
  public NDArray der(NDArray c, int m, double scl, int axis) {
    if (m < 0) {
      throw new IllegalArgumentException("The order of derivation must be non-negative");
    }
    return Calculus.along(
        c,
        axis,
        (part, real) -> {
          double[] result = part;
          if (m >= part.length) {
            return new double[] {part[0] * 0};
          }
          for (int i = 0; i < m; i++) {
            result = rules.der(Calculus.scaled(result, scl));
          }
          return result;
        });
  }

  /// The integral from 0. Source: `polyint`, `chebint`, ...
  public NDArray integ(NDArray c) {
    return integ(c, 1, new double[0], 0, 1, 0);
  }

  /// The `m`-th integral of the series along an axis of `c` (`int` is a word of Java). Each is
  /// multiplied by `scl` before the next constant of `k`, zero where there are fewer, is its value
  /// at `lbnd`.
  ///
  /// @throws IllegalArgumentException if `m` is negative or there are more than `m` constants
  /// @throws AxisException if there is no such axis
  public NDArray integ(NDArray c, int m, double[] k, double lbnd, double scl, int axis) {
    if (m < 0) {
      throw new IllegalArgumentException("The order of integration must be non-negative");
    }
    if (k.length > m) {
      throw new IllegalArgumentException("Too many integration constants");
    }
    boolean zero = c.size() > 0 && Calculus.isZero(c, axis);
    return Calculus.along(
        c,
        axis,
        (part, real) -> {
          double[] result = part;
          boolean nothing = zero;
          for (int i = 0; i < m; i++) {
            double constant = i < k.length ? k[i] : 0;
            result = Calculus.scaled(result, scl);
            // the integral of the series 0 is its constant alone
            result = nothing ? result : rules.integrate(result);
            double shift = nothing ? 0 : rules.val(lbnd, result);
            result[0] += (real ? constant : 0) - shift;
            nothing &= constant == 0;
          }
          return result;
        });
  }

  /// The coefficients of the product of all `x - roots[i]`, float64 or complex128. Source:
  /// `polyfromroots`, `chebfromroots`, ...
  ///
  /// @throws IllegalArgumentException if `roots` is not 1-d or is of bools
  public NDArray fromroots(NDArray roots) {
    if (roots.size() == 0) {
      return one();
    }
    if (roots.ndim() > 1 || roots.dtype() == DType.BOOL) {
      Coefficients.of("fromroots", roots);
    }
    Coefficients all = Coefficients.whole(roots.reshape(-1));
    return wide(Division.fromRoots(this, all)).toArray();
  }

  /// The same polynomial as a series in powers. Source: `cheb2poly`, `leg2poly`, ...
  public NDArray toPower(NDArray c) {
    return Coefficients.of("toPower", c).map(part -> rules.convert(part, POWER.rules)).toArray();
  }

  /// The series of this family that is the polynomial with these coefficients of powers, float64 or
  /// complex128. Source: `poly2cheb`, `poly2leg`, ...
  public NDArray fromPower(NDArray c) {
    Coefficients all = Coefficients.of("fromPower", c);
    return wide(all.map(part -> POWER.rules.convert(part, rules))).toArray();
  }

  /// In the dtype that NumPy gives where it meets float64 constants on the way.
  private static Coefficients wide(Coefficients c) {
    return c.with(Promotion.promoteTypes(c.dtype(), DType.FLOAT64));
  }

  /// The coefficients without those at the end whose magnitude is at most `tol`; one is left.
  /// Source: `numpy.polynomial.polyutils.trimcoef`.
  ///
  /// @throws IllegalArgumentException if `tol` is negative
  public static NDArray trimcoef(NDArray c, double tol) {
    if (tol < 0) {
      throw new IllegalArgumentException("tol must be non-negative");
    }
    Coefficients all = Coefficients.of("trimcoef", c);
    int n = all.length();
    while (n > 0 && Math.hypot(all.re()[n - 1], all.im() == null ? 0 : all.im()[n - 1]) <= tol) {
      n--;
    }
    return n == 0 ? all.first(1).map(part -> new double[1]).toArray() : all.first(n).toArray();
  }

  /// What a shape says in an error.
  static String shapes(NDArray... arrays) {
    return String.join(
        ", ", Arrays.stream(arrays).map(a -> Shapes.toString(a.shape())).toArray(String[]::new));
  }
}
