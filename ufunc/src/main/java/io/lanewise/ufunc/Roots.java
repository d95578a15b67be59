package io.lanewise.ufunc;

import io.lanewise.ufunc.math.CubeRoot;
import io.lanewise.ufunc.math.Hypotenuse;
import java.util.List;

/// The declarations of the cube root and of the length of a vector.
final class Roots {
  /// The cube root, at most 1 ULP off, and exact where it is a number of the format.
  static final UFunc CBRT =
      new UFunc(
          "cbrt",
          1,
          LoopTypes.FLOATING,
          (f, x) -> CubeRoot.cbrt(f, x[0]),
          (x, y) -> List.of(y.square().multiply(Expr.literal(3)).reciprocal()));

  /// sqrt(a^2 + b^2), at most 1 ULP off; infinite where either is, even beside a NaN.
  static final UFunc HYPOT =
      new UFunc(
              "hypot",
              2,
              LoopTypes.FLOATING,
              (f, x) -> Hypotenuse.hypot(f, x[0], x[1]),
              (x, y) -> List.of(x.get(0).divide(y), x.get(1).divide(y)))
          .reducing(Folding.TREE, 0);

  private Roots() {}
}
