package io.lanewise.ufunc;

import java.util.function.DoubleUnaryOperator;

/// How a quantile between two elements is estimated: the nine methods of R. J. Hyndman and Y. Fan
/// (Sample Quantiles in Statistical Packages, The American Statistician 50, 1996), numbered here as
/// there, and four of NumPy's own. Source: the parameter `method` of `numpy.quantile`.
///
/// A method gives the virtual index of a quantile among n sorted elements, counted from 0: between
/// two whole numbers it lies between two elements. Methods that name an element give its dtype, the
/// others interpolate and give a floating-point one.
public enum QuantileMethod {
  /// 1: the inverse of the empirical distribution function.
  INVERTED_CDF(true) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      double virtual = round.applyAsDouble(round.applyAsDouble(n * q) - 1);
      return Math.max(0, Math.ceil(virtual));
    }
  },

  /// 2: as 1, with the mean of two elements where the function has a step.
  AVERAGED_INVERTED_CDF(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return round.applyAsDouble(round.applyAsDouble(n * q) - 1);
    }

    @Override
    double weight(double gamma, double index) {
      return gamma == 0 ? 0.5 : 1;
    }
  },

  /// 3: the nearest element, the one of even order (counted from 1) where two are.
  CLOSEST_OBSERVATION(true) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      double first = round.applyAsDouble(round.applyAsDouble(n * q) - 1);
      double virtual = round.applyAsDouble(first - 0.5);
      double below = Math.floor(virtual);
      boolean stays = virtual == below && below % 2 == 1;
      return Math.max(0, stays ? below : below + 1);
    }
  },

  /// 4: linear interpolation of the empirical distribution function.
  INTERPOLATED_INVERTED_CDF(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return plotting(n, q, 0, 1, round);
    }
  },

  /// 5: a piecewise linear function through the middles of the steps.
  HAZEN(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return plotting(n, q, 0.5, 0.5, round);
    }
  },

  /// 6: each element stands for an equal part of the whole, beyond the ends too.
  WEIBULL(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return plotting(n, q, 0, 0, round);
    }
  },

  /// 7, the default: the elements divide the range from 0 to 1 into equal parts.
  LINEAR(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return round.applyAsDouble((n - 1) * q);
    }
  },

  /// 8: approximately unbiased for the median, whatever the distribution.
  MEDIAN_UNBIASED(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return plotting(n, q, 1 / 3.0, 1 / 3.0, round);
    }
  },

  /// 9: approximately unbiased for normal distributions.
  NORMAL_UNBIASED(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return plotting(n, q, 3 / 8.0, 3 / 8.0, round);
    }
  },

  /// The lower neighbour under [#LINEAR].
  LOWER(true) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return Math.floor(round.applyAsDouble((n - 1) * q));
    }
  },

  /// The upper neighbour under [#LINEAR].
  HIGHER(true) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return Math.ceil(round.applyAsDouble((n - 1) * q));
    }
  },

  /// The middle between the two neighbours under [#LINEAR].
  MIDPOINT(false) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      double linear = round.applyAsDouble((n - 1) * q);
      return round.applyAsDouble(0.5 * (Math.floor(linear) + Math.ceil(linear)));
    }

    @Override
    double weight(double gamma, double index) {
      return index % 1 == 0 ? 0 : 0.5;
    }
  },

  /// The nearer neighbour under [#LINEAR], the even one in the middle.
  NEAREST(true) {
    @Override
    double index(double n, double q, DoubleUnaryOperator round) {
      return Math.rint(round.applyAsDouble((n - 1) * q));
    }
  };

  private final boolean discrete;

  QuantileMethod(boolean discrete) {
    this.discrete = discrete;
  }

  /// Whether the result is always an element.
  public boolean isDiscrete() {
    return discrete;
  }

  /// The virtual index of the quantile `q` among `n` elements, each operation rounded to the dtype
  /// of `q`.
  abstract double index(double n, double q, DoubleUnaryOperator round);

  /// The weight of the upper neighbour at a virtual index which is `gamma` above the lower one.
  double weight(double gamma, double index) {
    return gamma;
  }

  /// The index under the plotting position (k - alpha) / (n + 1 - alpha - beta).
  private static double plotting(
      double n, double q, double alpha, double beta, DoubleUnaryOperator round) {
    double slope = round.applyAsDouble(q * round.applyAsDouble(1 - alpha - beta));
    double shift = round.applyAsDouble(round.applyAsDouble(alpha) + slope);
    return round.applyAsDouble(round.applyAsDouble(round.applyAsDouble(n * q) + shift) - 1);
  }
}
