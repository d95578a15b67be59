package io.lanewise.docs;

import io.lanewise.ndarray.NDArray;
import io.lanewise.optimize.ExprModel;
import io.lanewise.ufunc.Expr;

/// Data sets of the NIST Statistical Reference Datasets for nonlinear regression (NIST/ITL StRD,
/// <https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml>) with their models: data, two starts,
/// and parameters with standard deviations that are certified to 11 digits.
enum NistProblem {
  /// b1 (1 - exp(-b2 x))
  MISRA1A("Misra1a", (x, b) -> b[0].multiply(saturation(x, b[1]))),

  /// (b1 + b2 x + b3 x^2 + b4 x^3) / (1 + b5 x + b6 x^2 + b7 x^3)
  THURBER("Thurber", NistProblem::cubicRatio),

  /// b1 (x^2 + b2 x) / (x^2 + b3 x + b4)
  MGH09(
      "MGH09",
      (x, b) ->
          b[0].multiply(x.square().add(b[1].multiply(x)))
              .divide(x.square().add(b[2].multiply(x)).add(b[3]))),

  /// As Thurber.
  HAHN1("Hahn1", NistProblem::cubicRatio),

  /// b1 (1 - exp(-b2 x))
  BOXBOD("BoxBOD", (x, b) -> b[0].multiply(saturation(x, b[1]))),

  /// b1 / b2 exp(-((x - b3) / b2)^2 / 2)
  ECKERLE4(
      "Eckerle4",
      (x, b) ->
          b[0].divide(b[1]).multiply(x.subtract(b[2]).divide(b[1]).square().multiply(-0.5).exp()));

  private final String title;
  private final ExprModel model;
  private final NistFile file;

  NistProblem(String title, ExprModel model) {
    this.title = title;
    this.model = model;
    this.file = NistFile.read(title);
  }

  String title() {
    return title;
  }

  ExprModel model() {
    return model;
  }

  /// @param which 1, far from the answer, or 2, nearer
  double[] start(int which) {
    return file.parameterColumn(which - 1);
  }

  double[] certified() {
    return file.parameterColumn(2);
  }

  double[] certifiedDeviations() {
    return file.parameterColumn(3);
  }

  NDArray x() {
    return NDArray.of(file.pointColumn(1));
  }

  NDArray y() {
    return NDArray.of(file.pointColumn(0));
  }

  private static Expr saturation(Expr x, Expr rate) {
    return Expr.constant(1.0).subtract(rate.multiply(x).negative().exp());
  }

  private static Expr cubicRatio(Expr x, Expr[] b) {
    Expr above = b[3].multiply(x).add(b[2]).multiply(x).add(b[1]).multiply(x).add(b[0]);
    Expr below = b[6].multiply(x).add(b[5]).multiply(x).add(b[4]).multiply(x).add(1.0);
    return above.divide(below);
  }
}
