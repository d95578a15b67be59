package io.lanewise.jmh.compare;

/// The loops of `compare loops`, as a Java user writes them: one method each, so that each is
/// compiled with a profile of its own. All but the reductions return the array they fill.
final class PlainLoops {
  private PlainLoops() {}

  static double[] add(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
    return out;
  }

  static double[] multiply(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
    return out;
  }

  static double[] divide(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] / b[i];
    }
    return out;
  }

  static double[] minimum(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
    return out;
  }

  static double[] power(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.pow(a[i], b[i]);
    }
    return out;
  }

  static double[] where(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] > b[i] ? a[i] : b[i] - a[i];
    }
    return out;
  }

  static double[] scaledAdd(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = 2.5 * a[i] + b[i];
    }
    return out;
  }

  static double[] negative(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = -a[i];
    }
    return out;
  }

  static double[] absolute(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.abs(a[i]);
    }
    return out;
  }

  static double[] sqrt(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.sqrt(a[i]);
    }
    return out;
  }

  static double[] exp(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp(a[i]);
    }
    return out;
  }

  static double[] log(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.log(a[i]);
    }
    return out;
  }

  static double[] sin(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.sin(a[i]);
    }
    return out;
  }

  static double[] floor(double[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.floor(a[i]);
    }
    return out;
  }

  static boolean[] greater(double[] a, double[] b, boolean[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] > b[i];
    }
    return out;
  }

  static double sum(double[] a) {
    double result = 0;
    for (int i = 0; i < a.length; i++) {
      result += a[i];
    }
    return result;
  }

  static double min(double[] a) {
    double result = a[0];
    for (int i = 0; i < a.length; i++) {
      result = Math.min(result, a[i]);
    }
    return result;
  }

  static double max(double[] a) {
    double result = a[0];
    for (int i = 0; i < a.length; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  static float[] add(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
    return out;
  }

  static float[] multiply(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
    return out;
  }

  static float[] minimum(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
    return out;
  }

  static float[] scaledAdd(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = 2.5f * a[i] + b[i];
    }
    return out;
  }

  static float[] sqrt(float[] a, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.sqrt(a[i]);
    }
    return out;
  }

  static float[] exp(float[] a, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.exp(a[i]);
    }
    return out;
  }

  static float[] sin(float[] a, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.sin(a[i]);
    }
    return out;
  }

  static boolean[] greater(float[] a, float[] b, boolean[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] > b[i];
    }
    return out;
  }

  static float sum(float[] a) {
    float result = 0;
    for (int i = 0; i < a.length; i++) {
      result += a[i];
    }
    return result;
  }

  static float max(float[] a) {
    float result = a[0];
    for (int i = 0; i < a.length; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  static int[] add(int[] a, int[] b, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
    return out;
  }

  static int[] multiply(int[] a, int[] b, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
    return out;
  }

  static int[] minimum(int[] a, int[] b, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
    return out;
  }

  static int[] bitwiseAnd(int[] a, int[] b, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] & b[i];
    }
    return out;
  }

  static int[] leftShift(int[] a, int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] << 3;
    }
    return out;
  }

  static boolean[] greater(int[] a, int[] b, boolean[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] > b[i];
    }
    return out;
  }

  static long sum(int[] a) {
    long result = 0;
    for (int i = 0; i < a.length; i++) {
      result += a[i];
    }
    return result;
  }

  static int max(int[] a) {
    int result = a[0];
    for (int i = 0; i < a.length; i++) {
      result = Math.max(result, a[i]);
    }
    return result;
  }

  static double[] toDoubles(int[] a, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i];
    }
    return out;
  }
}
