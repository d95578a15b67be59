package io.lanewise.ndarray.kernel;

import java.util.Locale;

/// The property `lanewise.kernels`: which loop kernels run.
public enum KernelMode {
  /// The plain loop first, lanes where they are faster.
  AUTO,
  /// The plain loop only.
  SCALAR,
  /// The lane loop only, wherever there is one; a kernel's first use waits until it is compiled.
  /// For tests.
  LANES;

  private static final KernelMode CURRENT = read();

  /// The mode this JVM runs in.
  public static KernelMode current() {
    return CURRENT;
  }

  private static KernelMode read() {
    String value = System.getProperty("lanewise.kernels", "auto");
    for (KernelMode mode : values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(value)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "lanewise.kernels must be auto, scalar or lanes (got '" + value + "')");
  }
}
