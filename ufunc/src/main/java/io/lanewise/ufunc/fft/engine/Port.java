package io.lanewise.ufunc.fft.engine;

/// Where the points of several transforms of the same length lie: point `j` of transform `r` is
/// brought to `re[at + i step + r]` for `j = first + i`, and back. All numbers are doubles.
interface Port {
  /// How many transforms there are.
  int rows();

  /// Brings `count` points of each transform, from point `first` on, into the split arrays.
  void load(Passes passes, int first, int count, double[] re, double[] im, int at, int step);

  /// Takes them back, multiplied by a scale.
  void store(Passes passes, int first, int count, double[] re, double[] im, int at, int step);
}
