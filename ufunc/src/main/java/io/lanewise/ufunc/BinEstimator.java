package io.lanewise.ufunc;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Rules for the width of a histogram's bins (`numpy.histogram_bin_edges`); n is the number of
/// elements, all of them within the histogram's range.
public enum BinEstimator {
  /// The smaller width of [#FD], but at least half that of [#SQRT], and [#STURGES].
  AUTO {
    @Override
    double width(NDArray a, double low, double high) {
      return Math.min(
          Math.max(FD.width(a, low, high), SQRT.width(a, low, high) / 2),
          STURGES.width(a, low, high));
    }
  },
  /// 2 IQR / n^(1/3), IQR being the interquartile range (D. Freedman and P. Diaconis, 1981).
  FD {
    @Override
    double width(NDArray a, double low, double high) {
      double spread = quantile(a, 0.75) - quantile(a, 0.25);
      return Bins.round(a.dtype(), 2 * spread * Math.pow(a.size(), -1.0 / 3));
    }
  },
  /// Sturges' number of bins, more where data are skewed (D. P. Doane, 1976).
  DOANE {
    @Override
    double width(NDArray a, double low, double high) {
      double n = a.size();
      double sigma = n > 2 ? Reductions.std(a, 0, Axes.all(), null).item() : 0;
      if (!(sigma > 0)) {
        return 0;
      }
      double deviation = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
      NDArray wide = a.dtype().isInteger() ? a.astype(DType.FLOAT64) : a;
      NDArray scaled = wide.subtract(Reductions.mean(a, Axes.all(), null)).divide(sigma);
      double skewness = Reductions.mean(scaled.power(3), Axes.all(), null).item();
      return Bins.span(a) / (1 + log2(n) + log2(1 + Math.abs(skewness) / deviation));
    }
  },
  /// (24 sqrt(pi) / n)^(1/3) times the standard deviation (D. W. Scott, 1979).
  SCOTT {
    @Override
    double width(NDArray a, double low, double high) {
      double factor = Math.pow(24 * Math.sqrt(Math.PI) / a.size(), 1.0 / 3);
      return Bins.round(a.dtype(), factor * Reductions.std(a, 0, Axes.all(), null).item());
    }
  },
  /// The number of bins, up to the larger of 100 and sqrt(n), with the least estimated square error
  /// by leaving one out (C. J. Stone, 1984).
  STONE {
    @Override
    double width(NDArray a, double low, double high) {
      double n = a.size();
      double span = Bins.span(a);
      if (n <= 1 || span == 0) {
        return 0;
      }
      int most = Math.max(100, (int) Math.sqrt(n));
      double[] extremes = Bins.extremes(a);
      boolean whole = low == extremes[0] && high == extremes[1];
      double least = Double.POSITIVE_INFINITY;
      int best = 1;
      for (int bins = 1; bins <= most; bins++) {
        double squares = 0;
        Bins all = Bins.count(bins);
        Bins inside = whole ? all : all.range(low, high);
        NDArray counts = Histograms.histogram(a, inside).counts();
        for (long i = 0; i < bins; i++) {
          double share = counts.getDouble(i) / n;
          squares += share * share;
        }
        double error = (2 - (n + 1) * squares) / Bins.round(a.dtype(), span / bins);
        if (error < least) {
          least = error;
          best = bins;
        }
      }
      return Bins.round(a.dtype(), span / best);
    }
  },
  /// 2 n^(1/3) bins (Rice University).
  RICE {
    @Override
    double width(NDArray a, double low, double high) {
      return Bins.round(a.dtype(), Bins.span(a) / (2 * Math.pow(a.size(), 1.0 / 3)));
    }
  },
  /// log2(n) + 1 bins (H. A. Sturges, 1926).
  STURGES {
    @Override
    double width(NDArray a, double low, double high) {
      return Bins.span(a) / (log2(a.size()) + 1);
    }
  },
  /// sqrt(n) bins.
  SQRT {
    @Override
    double width(NDArray a, double low, double high) {
      return Bins.span(a) / Math.sqrt(a.size());
    }
  };

  /// The width for a 1-D array with at least one element, all from `low` to `high`; 0 where the
  /// rule gives none.
  abstract double width(NDArray a, double low, double high);

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /// The quantile by linear interpolation.
  static double quantile(NDArray a, double q) {
    NDArray sorted = Sorting.sort(a.astype(DType.FLOAT64));
    double at = q * (a.size() - 1);
    long below = (long) at;
    double low = sorted.getDouble(below);
    double high = sorted.getDouble(Math.min(below + 1, a.size() - 1));
    double share = at - below;
    // NumPy's interpolation: from whichever end is nearer
    return share >= 0.5 ? high - (high - low) * (1 - share) : low + (high - low) * share;
  }
}
