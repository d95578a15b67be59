package io.lanewise.optimize;

/// Why a solver stopped.
///
/// The codes are those of `scipy.optimize.least_squares`, with one addition: a trust region that
/// shrank to nothing although its model still promised a real reduction is [#RADIUS_COLLAPSED] and
/// no success, where SciPy reports a satisfied `xtol`.
public enum Status {
  /// The allowed number of evaluations was used up before any test was met.
  MAX_EVALUATIONS(0, "The maximum number of function evaluations is exceeded."),

  /// The scaled gradient is below `gtol`.
  GRADIENT(1, "`gtol` termination condition is satisfied."),

  /// The last step reduced the cost by less than `ftol` times the cost, as the model predicted.
  COST(2, "`ftol` termination condition is satisfied."),

  /// The last step was shorter than `xtol` times the length of the parameters.
  STEP(3, "`xtol` termination condition is satisfied."),

  /// Both [#COST] and [#STEP].
  COST_AND_STEP(4, "Both `ftol` and `xtol` termination conditions are satisfied."),

  /// No step along the model's direction reduces the cost, however short, although the model
  /// promises a reduction well above rounding: the Jacobian does not belong to the function, or the
  /// function is not smooth here.
  RADIUS_COLLAPSED(
      -3,
      "The trust region collapsed: no step reduces the cost although the Jacobian predicts one; "
          + "the Jacobian may be wrong or the function not smooth.");

  private final int code;
  private final String message;

  Status(int code, String message) {
    this.code = code;
    this.message = message;
  }

  /// SciPy's number for this status; negative for a failure.
  public int code() {
    return code;
  }

  /// One sentence for people.
  public String message() {
    return message;
  }

  /// Whether a convergence test was met.
  public boolean success() {
    return code > 0;
  }
}
