package io.lanewise.optimize;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;

/// One data set of the NIST Statistical Reference Datasets for nonlinear regression (NIST/ITL StRD)
/// with its model as an expression and as a plain function. The starts are far and near; the
/// certified values have 11 digits.
enum NistProblem {
  Misra1a(
      (x, p) -> p[0].multiply(x.multiply(p[1]).negative().exp().negative().add(1)),
      (x, p) -> p[0] * (1 - Math.exp(-p[1] * x))),
  Chwirut1(NistProblem::chwirut, (x, p) -> Math.exp(-p[0] * x) / (p[1] + p[2] * x)),
  Chwirut2(NistProblem::chwirut, (x, p) -> Math.exp(-p[0] * x) / (p[1] + p[2] * x)),
  Lanczos3(NistProblem::exponentials, NistProblem::exponentials),
  Gauss1(NistProblem::peaks, NistProblem::peaks),
  Gauss2(NistProblem::peaks, NistProblem::peaks),
  DanWood((x, p) -> p[0].multiply(x.power(p[1])), (x, p) -> p[0] * Math.pow(x, p[1])),
  Misra1b(
      (x, p) ->
          p[0].multiply(
              x.multiply(p[1]).multiply(0.5).add(1).square().reciprocal().negative().add(1)),
      (x, p) -> p[0] * (1 - Math.pow(1 + p[1] * x / 2, -2))),
  Kirby2(
      (x, p) -> polynomial(x, p[0], p[1], p[2]).divide(polynomial(x, null, p[3], p[4])),
      (x, p) -> (p[0] + x * (p[1] + x * p[2])) / (1 + x * (p[3] + x * p[4]))),
  Hahn1(NistProblem::cubicRatio, NistProblem::cubicRatio),
  MGH17(
      (x, p) -> p[0].add(p[1].multiply(decay(x, p[3]))).add(p[2].multiply(decay(x, p[4]))),
      (x, p) -> p[0] + p[1] * Math.exp(-x * p[3]) + p[2] * Math.exp(-x * p[4])),
  Lanczos1(NistProblem::exponentials, NistProblem::exponentials),
  Lanczos2(NistProblem::exponentials, NistProblem::exponentials),
  Gauss3(NistProblem::peaks, NistProblem::peaks),
  Misra1c(
      (x, p) ->
          p[0].multiply(x.multiply(p[1]).multiply(2).add(1).sqrt().reciprocal().negative().add(1)),
      (x, p) -> p[0] * (1 - 1 / Math.sqrt(1 + 2 * p[1] * x))),
  Misra1d(
      (x, p) -> p[0].multiply(p[1]).multiply(x).divide(x.multiply(p[1]).add(1)),
      (x, p) -> p[0] * p[1] * x / (1 + p[1] * x)),
  ENSO(NistProblem::cycles, NistProblem::cycles),
  MGH09(
      (x, p) ->
          p[0].multiply(x.square().add(x.multiply(p[1])))
              .divide(x.square().add(x.multiply(p[2])).add(p[3])),
      (x, p) -> p[0] * (x * x + x * p[1]) / (x * x + x * p[2] + p[3])),
  Thurber(NistProblem::cubicRatio, NistProblem::cubicRatio),
  BoxBOD(
      (x, p) -> p[0].multiply(decay(x, p[1]).negative().add(1)),
      (x, p) -> p[0] * (1 - Math.exp(-p[1] * x))),
  Rat42(
      (x, p) -> p[0].divide(p[1].subtract(x.multiply(p[2])).exp().add(1)),
      (x, p) -> p[0] / (1 + Math.exp(p[1] - p[2] * x))),
  MGH10(
      (x, p) -> p[0].multiply(p[1].divide(x.add(p[2])).exp()),
      (x, p) -> p[0] * Math.exp(p[1] / (x + p[2]))),
  Eckerle4(
      (x, p) ->
          p[0].divide(p[1]).multiply(x.subtract(p[2]).divide(p[1]).square().multiply(-0.5).exp()),
      (x, p) -> p[0] / p[1] * Math.exp(-0.5 * (x - p[2]) / p[1] * ((x - p[2]) / p[1]))),
  Rat43(
      (x, p) -> p[0].divide(p[1].subtract(x.multiply(p[2])).exp().add(1).power(p[3].reciprocal())),
      (x, p) -> p[0] / Math.pow(1 + Math.exp(p[1] - p[2] * x), 1 / p[3])),
  Bennett5(
      (x, p) -> p[0].multiply(x.add(p[1]).power(p[2].reciprocal().negative())),
      (x, p) -> p[0] * Math.pow(p[1] + x, -1 / p[2]));

  private final ExprModel expression;
  private final PointModel function;
  private final NistTable table = NistTable.read(name());

  NistProblem(ExprModel expression, PointModel function) {
    this.expression = expression;
    this.function = function;
  }

  ExprModel expression() {
    return expression;
  }

  PointModel function() {
    return function;
  }

  /// @param which 1, far, or 2, near
  double[] start(int which) {
    return table.parameters(which - 1);
  }

  double[] certified() {
    return table.parameters(2);
  }

  double[] certifiedDeviations() {
    return table.parameters(3);
  }

  double residualSum() {
    return table.residualSum();
  }

  NDArray x() {
    return NDArray.of(table.data(1));
  }

  NDArray y() {
    return NDArray.of(table.data(0));
  }

  /// The digits in which the worst component agrees.
  static double digits(double[] values, double[] certified) {
    double digits = 17;
    for (int j = 0; j < values.length; j++) {
      double error = Math.abs(values[j] - certified[j]) / Math.abs(certified[j]);
      digits = Math.min(digits, Double.isNaN(error) ? 0 : -Math.log10(error));
    }
    return Math.max(0, digits);
  }

  private static Expr decay(Expr x, Expr rate) {
    return x.multiply(rate).negative().exp();
  }

  /// c0 + c1 x + c2 x^2 + ...; null stands for 1.
  private static Expr polynomial(Expr x, Expr... c) {
    Expr value = c[c.length - 1];
    for (int k = c.length - 2; k >= 0; k--) {
      value = c[k] == null ? value.multiply(x).add(1) : value.multiply(x).add(c[k]);
    }
    return value;
  }

  private static Expr chwirut(Expr x, Expr[] p) {
    return decay(x, p[0]).divide(p[1].add(x.multiply(p[2])));
  }

  private static Expr exponentials(Expr x, Expr[] p) {
    return p[0].multiply(decay(x, p[1]))
        .add(p[2].multiply(decay(x, p[3])))
        .add(p[4].multiply(decay(x, p[5])));
  }

  private static double exponentials(double x, double[] p) {
    return p[0] * Math.exp(-p[1] * x) + p[2] * Math.exp(-p[3] * x) + p[4] * Math.exp(-p[5] * x);
  }

  private static Expr peak(Expr x, Expr height, Expr centre, Expr width) {
    return height.multiply(x.subtract(centre).divide(width).square().negative().exp());
  }

  private static Expr peaks(Expr x, Expr[] p) {
    return p[0].multiply(decay(x, p[1]))
        .add(peak(x, p[2], p[3], p[4]))
        .add(peak(x, p[5], p[6], p[7]));
  }

  private static double peaks(double x, double[] p) {
    double u = (x - p[3]) / p[4];
    double w = (x - p[6]) / p[7];
    return p[0] * Math.exp(-p[1] * x) + p[2] * Math.exp(-u * u) + p[5] * Math.exp(-w * w);
  }

  private static Expr cubicRatio(Expr x, Expr[] p) {
    return polynomial(x, p[0], p[1], p[2], p[3]).divide(polynomial(x, null, p[4], p[5], p[6]));
  }

  private static double cubicRatio(double x, double[] p) {
    return (p[0] + x * (p[1] + x * (p[2] + x * p[3]))) / (1 + x * (p[4] + x * (p[5] + x * p[6])));
  }

  private static Expr cycles(Expr x, Expr[] p) {
    Expr year = x.multiply(2 * Math.PI / 12);
    Expr first = x.multiply(2 * Math.PI).divide(p[3]);
    Expr second = x.multiply(2 * Math.PI).divide(p[6]);
    return p[0].add(p[1].multiply(year.cos()))
        .add(p[2].multiply(year.sin()))
        .add(p[4].multiply(first.cos()))
        .add(p[5].multiply(first.sin()))
        .add(p[7].multiply(second.cos()))
        .add(p[8].multiply(second.sin()));
  }

  private static double cycles(double x, double[] p) {
    double year = 2 * Math.PI * x / 12;
    double first = 2 * Math.PI * x / p[3];
    double second = 2 * Math.PI * x / p[6];
    return p[0]
        + p[1] * Math.cos(year)
        + p[2] * Math.sin(year)
        + p[4] * Math.cos(first)
        + p[5] * Math.sin(first)
        + p[7] * Math.cos(second)
        + p[8] * Math.sin(second);
  }
}
