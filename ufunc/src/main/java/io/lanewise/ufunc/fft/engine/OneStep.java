package io.lanewise.ufunc.fft.engine;

/// A short or prime length: passes over the whole, lanes over transforms side by side.
final class OneStep extends Plan {
  private final Columns columns;

  OneStep(int n) {
    super(n);
    columns = new Columns(n);
  }

  @Override
  void run(Passes passes, Port in, Port out, int width, boolean turned, Work work) {
    int padded = padded(width);
    work.reservePasses(n * padded);
    load(passes, in, 0, n, turned, work, 0, padded);
    columns.run(passes, work, padded);
    store(passes, out, 0, n, turned, work, 0, padded);
  }

  @Override
  long size() {
    return columns.size();
  }
}
