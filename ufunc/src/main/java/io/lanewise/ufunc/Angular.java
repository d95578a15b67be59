package io.lanewise.ufunc;

import io.lanewise.ufunc.math.ComplexHyperbolic;
import io.lanewise.ufunc.math.ComplexInverse;
import io.lanewise.ufunc.math.InverseTrigonometric;
import io.lanewise.ufunc.math.Sinc;
import io.lanewise.ufunc.math.Trigonometric;
import java.util.List;

/// The declarations of the tangent, of the inverse trigonometric functions, and of sinc.
final class Angular {
  static final UFunc SIN =
      new UFunc(
              "sin",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Trigonometric.sin(f, x[0]),
              (x, y) -> List.of(x.get(0).cos()))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::sin));

  static final UFunc COS =
      new UFunc(
              "cos",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Trigonometric.cos(f, x[0]),
              (x, y) -> List.of(x.get(0).sin().negative()))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::cos));

  /// The tangent of an angle in radians, at most 1 ULP off for any argument.
  static final UFunc TAN =
      new UFunc(
              "tan",
              1,
              LoopTypes.FLOATING,
              (f, x) -> Trigonometric.tan(f, x[0]),
              (x, y) -> List.of(y.square().add(Expr.literal(1))))
          .withComplex(ComplexFunctions.unary(ComplexHyperbolic::tan));

  /// The angle from -pi/2 to pi/2 whose sine it is; NaN beyond 1.
  static final UFunc ARCSIN =
      new UFunc(
              "arcsin",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseTrigonometric.arcsin(f, x[0]),
              (x, y) -> List.of(circle(x.get(0)).reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arcsin));

  /// The angle from 0 to pi whose cosine it is; NaN beyond 1.
  static final UFunc ARCCOS =
      new UFunc(
              "arccos",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseTrigonometric.arccos(f, x[0]),
              (x, y) -> List.of(circle(x.get(0)).reciprocal().negative()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arccos));

  /// The angle from -pi/2 to pi/2 whose tangent it is.
  static final UFunc ARCTAN =
      new UFunc(
              "arctan",
              1,
              LoopTypes.FLOATING,
              (f, x) -> InverseTrigonometric.arctan(f, x[0]),
              (x, y) -> List.of(x.get(0).square().add(Expr.literal(1)).reciprocal()))
          .withComplex(ComplexFunctions.unary(ComplexInverse::arctan));

  /// The angle of the point whose ordinate is the first and whose abscissa is the second argument,
  /// from -pi to pi.
  static final UFunc ARCTAN2 =
      new UFunc(
          "arctan2",
          2,
          LoopTypes.FLOATING,
          (f, x) -> InverseTrigonometric.arctan2(f, x[0], x[1]),
          (x, y) -> {
            Expr square = x.get(0).square().add(x.get(1).square());
            return List.of(x.get(1).divide(square), x.get(0).negative().divide(square));
          });

  /// sin(pi x) / (pi x), 1 at 0 and 0 at every other integer.
  static final UFunc SINC =
      new UFunc(
          "sinc",
          1,
          // integers of any width give float64
          LoopTypes.QUOTIENT,
          (f, x) -> Sinc.sinc(f, x[0]),
          (x, y) -> {
            Expr zero = Expr.literal(0);
            Expr slope = x.get(0).multiply(Expr.literal(Math.PI)).cos().subtract(y);
            return List.of(
                Expr.where(Expr.apply(Ufuncs.EQUAL, x.get(0), zero), zero, slope.divide(x.get(0))));
          });

  private Angular() {}

  /// sqrt(1 - x^2).
  private static Expr circle(Expr x) {
    Expr one = Expr.literal(1);
    // not 1 - x^2, of which little is left near 1
    return one.subtract(x).multiply(x.add(one)).sqrt();
  }
}
