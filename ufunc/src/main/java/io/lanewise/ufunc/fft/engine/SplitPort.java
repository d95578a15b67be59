package io.lanewise.ufunc.fft.engine;

import java.util.Arrays;

/// Points that are split already, those of all transforms side by side. What is missing up to the
/// length of the transform is zero.
///
/// @param rows the number of transforms
/// @param points the number of points there are
/// @param width the distance between points, at least `rows`
record SplitPort(int rows, int points, int width, double[] re, double[] im) implements Port {
  @Override
  public void load(
      Passes passes, int first, int count, double[] toRe, double[] toIm, int at, int step) {
    int present = Math.clamp(points - (long) first, 0, count);
    if (width == 1 && step == 1) {
      System.arraycopy(re, first, toRe, at, present);
      System.arraycopy(im, first, toIm, at, present);
      Arrays.fill(toRe, at + present, at + count, 0);
      Arrays.fill(toIm, at + present, at + count, 0);
      return;
    }
    for (int i = 0; i < count; i++) {
      int to = at + i * step;
      if (i < present) {
        System.arraycopy(re, (first + i) * width, toRe, to, rows);
        System.arraycopy(im, (first + i) * width, toIm, to, rows);
      } else {
        Arrays.fill(toRe, to, to + rows, 0);
        Arrays.fill(toIm, to, to + rows, 0);
      }
    }
  }

  @Override
  public void store(
      Passes passes, int first, int count, double[] fromRe, double[] fromIm, int at, int step) {
    if (width == 1 && step == 1) {
      System.arraycopy(fromRe, at, re, first, count);
      System.arraycopy(fromIm, at, im, first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(fromRe, at + i * step, re, (first + i) * width, rows);
      System.arraycopy(fromIm, at + i * step, im, (first + i) * width, rows);
    }
  }
}
