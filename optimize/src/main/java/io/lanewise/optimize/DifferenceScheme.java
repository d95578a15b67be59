package io.lanewise.optimize;

/// How a Jacobian that is not given is approximated.
public enum DifferenceScheme {
  /// Forward differences, error about the square root of machine epsilon; one evaluation per
  /// parameter.
  TWO_POINT,

  /// Central differences, or the one-sided formula of second order at a bound; error about epsilon
  /// to the power 2/3, two evaluations per parameter.
  THREE_POINT
}
