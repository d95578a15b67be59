package io.lanewise.ufunc;

import io.lanewise.ufunc.math.Exponential;
import io.lanewise.ufunc.math.Logarithm;
import io.lanewise.ufunc.math.Trigonometric;
import java.util.List;

/// The declarations of the exponential function, the logarithm, sine and cosine.
final class Elementary {
  static final UFunc EXP =
      new UFunc(
          "exp", 1, LoopTypes.FLOATING, (f, x) -> Exponential.exp(f, x[0]), (x, y) -> List.of(y));

  static final UFunc LOG =
      new UFunc(
          "log",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Logarithm.log(f, x[0]),
          (x, y) -> List.of(x.get(0).reciprocal()));

  static final UFunc SIN =
      new UFunc(
          "sin",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Trigonometric.sin(f, x[0]),
          (x, y) -> List.of(x.get(0).cos()));

  static final UFunc COS =
      new UFunc(
          "cos",
          1,
          LoopTypes.FLOATING,
          (f, x) -> Trigonometric.cos(f, x[0]),
          (x, y) -> List.of(x.get(0).sin().negative()));

  private Elementary() {}
}
