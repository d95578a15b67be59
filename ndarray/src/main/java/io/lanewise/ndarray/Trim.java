package io.lanewise.ndarray;

/// From which ends of an axis zeros are trimmed.
public enum Trim {
  FRONT,
  BACK,
  BOTH
}
