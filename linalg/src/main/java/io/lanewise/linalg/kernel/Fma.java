package io.lanewise.linalg.kernel;

import io.lanewise.ndarray.kernel.ExactFma;
import io.lanewise.ndarray.kernel.Hardware;

/// `a * b + c` rounded once: the instruction where there is one, its exact emulation elsewhere, so
/// that a machine without it gets the same bits.
final class Fma {
  private static final boolean HARDWARE = Hardware.hasFma();

  private Fma() {}

  static double fma(double a, double b, double c) {
    return HARDWARE ? Math.fma(a, b, c) : ExactFma.fma(a, b, c);
  }

  static float fma(float a, float b, float c) {
    return HARDWARE ? Math.fma(a, b, c) : ExactFma.fma(a, b, c);
  }
}
