package io.lanewise.jmh.accuracy;

import io.lanewise.jmh.accuracy.reference.TrueValue;

/// Arguments with true values.
///
/// @param arguments all first ones, all second ones
/// @param values the function there
record Points(double[][] arguments, TrueValue[] values) {

  /// Takes in the errors of `function`.
  void compare(Function function, Worst worst) {
    if (values.length == 0) {
      return;
    }
    double[] y = function.values(arguments);
    for (int i = 0; i < y.length; i++) {
      worst.add(values[i].error(y[i]), at(i));
    }
  }

  /// The arguments of point i.
  double[] at(int i) {
    double[] at = new double[arguments.length];
    for (int j = 0; j < at.length; j++) {
      at[j] = arguments[j][i];
    }
    return at;
  }
}
