package io.lanewise.jmh.accuracy;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.UFunc;
import io.lanewise.ufunc.Ufuncs;
import java.util.Locale;
import java.util.Optional;

/// A universal function by its name.
record Function(String name, UFunc ufunc) {

  /// Empty where [Ufuncs] has none of that name.
  static Optional<Function> of(String name) {
    try {
      return Ufuncs.class.getField(name.toUpperCase(Locale.ROOT)).get(null) instanceof UFunc ufunc
          ? Optional.of(new Function(name, ufunc))
          : Optional.empty();
    } catch (NoSuchFieldException e) {
      return Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  int arity() {
    return ufunc.nin();
  }

  /// Its values in float64.
  double[] values(double[][] x) {
    double[] result = new double[x[0].length];
    NDArray out = NDArray.of(result);
    if (arity() == 1) {
      ufunc.apply(NDArray.of(x[0]), out);
    } else {
      ufunc.apply(NDArray.of(x[0]), NDArray.of(x[1]), out);
    }
    return result;
  }
}
