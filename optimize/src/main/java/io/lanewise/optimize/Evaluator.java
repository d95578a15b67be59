package io.lanewise.optimize;

/// The only one that sees user code: costs and linearisations at points, with their counts.
///
/// The protocol is a trial and then a decision. [#cost] evaluates a point; [#linearise] linearises
/// at that same point, without a new evaluation where the Jacobian came along; [#accept] makes it
/// the current point, and only then does the system of the point before go.
interface Evaluator {
  /// The number of parameters.
  int parameters();

  /// The number of residuals.
  long residuals();

  /// The cost F(x), not finite where a residual is not.
  double cost(double[] x);

  /// Linearises at the point of the last [#cost].
  ///
  /// @return whether the Jacobian is finite
  boolean linearise(double[] x);

  /// The system at the point last linearised, before a decision.
  LinearisedSystem candidate();

  /// Makes the point last linearised the current one.
  ///
  /// @return the system there, valid until the next acceptance
  LinearisedSystem accept();

  /// How many points were evaluated.
  long evaluations();

  /// How many points were linearised.
  long linearisations();
}
