package io.lanewise.ufunc;

/// Which part of a convolution or correlation of `n` and `m` elements is wanted. Source: the
/// parameter `mode` of `numpy.convolve`.
public enum ConvolveMode {
  /// Every place where the two overlap: n + m - 1 sums.
  FULL,
  /// As many sums as the longer one has elements, from the middle.
  SAME,
  /// Only where the shorter one lies inside the longer one: max(n, m) - min(n, m) + 1 sums.
  VALID
}
