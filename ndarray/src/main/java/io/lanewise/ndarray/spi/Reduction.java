package io.lanewise.ndarray.spi;

/// The reductions that arrays offer as fluent methods.
public enum Reduction {
  SUM,
  PROD,
  MEAN,
  VAR,
  STD,
  MIN,
  MAX,
  ALL,
  ANY,
  ARGMAX,
  ARGMIN,
  PTP
}
