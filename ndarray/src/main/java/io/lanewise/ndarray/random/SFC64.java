package io.lanewise.ndarray.random;

/// SFC64, small fast chaotic: three words mixed without multiplication, and a counter that keeps
/// the cycle above 2^64. It cannot jump.
///
/// C. Doty-Humphrey, *PractRand* (2010-2018), `sfc64`.
///
/// Its [state][BitGenerator.State] has the three words and the counter.
public final class SFC64 extends BitGenerator {
  private static final int WARM_UP = 12;

  private long a;
  private long b;
  private long c;
  private long counter;

  /// See [PCG64#PCG64(long...)].
  public SFC64(long... seed) {
    this(seeds(seed));
  }

  public SFC64(SeedSequence seeds) {
    super(seeds);
    if (seeds != null) {
      long[] words = seeds.generateLongState(3);
      setWords(new long[] {words[0], words[1], words[2], 1});
      for (int i = 0; i < WARM_UP; i++) {
        step();
      }
    }
  }

  @Override
  public long nextLong() {
    return step();
  }

  private long step() {
    long word = a + b + counter++;
    a = b ^ b >>> 11;
    b = c + (c << 3);
    c = Long.rotateLeft(c, 24) + word;
    return word;
  }

  @Override
  void jump(long jumps) {
    throw new UnsupportedOperationException("SFC64 has no jumped: spawn instead");
  }

  @Override
  long[] words() {
    return new long[] {a, b, c, counter};
  }

  @Override
  void setWords(long[] words) {
    a = words[0];
    b = words[1];
    c = words[2];
    counter = words[3];
  }

  @Override
  BitGenerator seeded(SeedSequence seeds) {
    return new SFC64(seeds);
  }

  @Override
  BitGenerator blank() {
    return new SFC64((SeedSequence) null);
  }
}
