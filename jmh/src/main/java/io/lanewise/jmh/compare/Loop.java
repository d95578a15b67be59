package io.lanewise.jmh.compare;

/// A timed loop over a [Call].
final class Loop implements Batch {
  private final Call call;
  private Object last;

  Loop(Call call) {
    this.call = call;
  }

  /// The loop for one case, see [OwnProfile].
  static Batch of(Call call) {
    return (Batch) OwnProfile.copy(Loop.class, call);
  }

  @Override
  public long nanos(long count) {
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      last = call.run();
    }
    return System.nanoTime() - start;
  }
}
