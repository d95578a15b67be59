package io.lanewise.ufunc.fft.engine;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The scratch arrays of one transform in progress, lent to a thread and kept for the next one
/// until the collector needs the memory.
final class Work implements AutoCloseable {
  /// Lent at once without a new allocation; more than this many threads make their own.
  private static final AtomicReferenceArray<SoftReference<Work>> IDLE =
      new AtomicReferenceArray<>(8);

  /// Arrays of equal length that follow each other in memory would start 16 bytes apart modulo 4
  /// KB, where a load waits for the store just before it: radix 4 over 1,024 points took 346 ns,
  /// and 264 with these.
  private static final int APART = 72;

  /// The input of a pass, and after it its output.
  double[] re = {};

  double[] im = {};

  /// The other side of a pass.
  private double[] otherRe = {};

  private double[] otherIm = {};

  /// The transposed array between the two halves of a transform in two steps.
  double[] middleRe = {};

  double[] middleIm = {};

  /// The folded numbers of a transform by convolution.
  double[] chirpRe = {};

  double[] chirpIm = {};

  /// What comes before or after the complex transform of a real one.
  double[] realRe = {};

  double[] realIm = {};

  /// For passes with a large radix.
  double[] sums = {};

  private final SoftReference<Work> reference = new SoftReference<>(this);

  private Work() {}

  static Work borrow() {
    for (int i = 0; i < IDLE.length(); i++) {
      SoftReference<Work> idle = IDLE.get(i);
      if (idle != null && IDLE.compareAndSet(i, idle, null)) {
        Work work = idle.get();
        if (work != null) {
          return work;
        }
      }
    }
    return new Work();
  }

  @Override
  public void close() {
    for (int i = 0; i < IDLE.length(); i++) {
      if (IDLE.get(i) == null && IDLE.compareAndSet(i, null, reference)) {
        return;
      }
    }
  }

  void reservePasses(int n) {
    if (Math.min(re.length, otherRe.length) < n) {
      re = new double[n + APART];
      im = new double[n + APART];
      otherRe = new double[n + APART];
      otherIm = new double[n + APART];
    }
  }

  void reserveMiddle(int n) {
    if (middleRe.length < n) {
      middleRe = new double[n + APART];
      middleIm = new double[n + APART];
    }
  }

  void reserveChirp(int n) {
    if (chirpRe.length < n) {
      chirpRe = new double[n + APART];
      chirpIm = new double[n + APART];
    }
  }

  void reserveReal(int n) {
    if (realRe.length < n) {
      realRe = new double[n + APART];
      realIm = new double[n + APART];
    }
  }

  void reserveSums(int radix) {
    if (sums.length < 2 * radix * Passes.COLUMNS) {
      sums = new double[2 * radix * Passes.COLUMNS];
    }
  }

  double[] otherRe() {
    return otherRe;
  }

  double[] otherIm() {
    return otherIm;
  }

  /// Makes the output of a pass the input of the next.
  void turn() {
    double[] swap = re;
    re = otherRe;
    otherRe = swap;
    swap = im;
    im = otherIm;
    otherIm = swap;
  }
}
