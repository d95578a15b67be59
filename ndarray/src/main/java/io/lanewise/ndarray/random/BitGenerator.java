package io.lanewise.ndarray.random;

import java.util.Arrays;

/// A stream of random bits: what a [Generator] draws from. Seeded by a [SeedSequence], or from its
/// state, which can be saved and restored at any point.
///
/// Not safe for use by several threads: [#spawn] one for each, or jump.
public abstract sealed class BitGenerator permits Congruential128, Philox, SFC64, MT19937 {
  private static final double DOUBLE_STEP = 0x1p-53;
  private static final float FLOAT_STEP = 0x1p-24f;

  private final SeedSequence seedSequence;
  private boolean hasHalf;
  private int half;

  BitGenerator(SeedSequence seedSequence) {
    this.seedSequence = seedSequence;
  }

  static SeedSequence seeds(long[] seed) {
    return seed.length == 0 ? SeedSequence.create() : SeedSequence.of(seed);
  }

  /// NumPy's name of the algorithm, such as `PCG64`.
  public final String name() {
    return getClass().getSimpleName();
  }

  /// The next 64 bits.
  public abstract long nextLong();

  /// The next 32 bits. Of a generator of 64-bit words the lower half of one, and at the next call
  /// its upper half, whatever was drawn in between.
  public int nextInt() {
    if (hasHalf) {
      hasHalf = false;
      return half;
    }
    long word = nextLong();
    hasHalf = true;
    half = (int) (word >>> 32);
    return (int) word;
  }

  /// A multiple of 2^-53, uniform in [0, 1).
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_STEP;
  }

  /// A multiple of 2^-24, uniform in [0, 1).
  public final float nextFloat() {
    return (nextInt() >>> 8) * FLOAT_STEP;
  }

  /// Fills `values[from]` to `values[to - 1]` by [#nextDouble()].
  void nextDoubles(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = nextDouble();
    }
  }

  /// The next word as the algorithm makes it: 64 bits, or 32 for MT19937.
  public long randomRaw() {
    return nextLong();
  }

  /// What seeded this generator, or null if it was made from a state or by a legacy seed.
  public final SeedSequence seedSequence() {
    return seedSequence;
  }

  /// `n` new generators of this kind, independent of this one and of each other.
  ///
  /// @throws UnsupportedOperationException if this generator has no seed sequence
  public final BitGenerator[] spawn(int n) {
    if (seedSequence == null) {
      throw new UnsupportedOperationException(
          "The underlying SeedSequence does not implement spawning: this " + name() + " has none");
    }
    return Arrays.stream(seedSequence.spawn(n)).map(this::seeded).toArray(BitGenerator[]::new);
  }

  /// A new generator as far ahead in this stream as no program draws: `jumps` times the algorithm's
  /// own distance, 2^128 words or (PCG) 0.618 2^128. This one does not move.
  ///
  /// @throws UnsupportedOperationException for SFC64, which cannot jump
  /// @throws IllegalArgumentException if `jumps` is negative
  public final BitGenerator jumped(long jumps) {
    Parameters.require(jumps >= 0, "jumps < 0: ", jumps);
    BitGenerator ahead = copy();
    ahead.jump(jumps);
    return ahead;
  }

  /// [#jumped(long)] by one jump.
  public final BitGenerator jumped() {
    return jumped(1);
  }

  /// A generator with the same state, which goes its own way from here.
  public final BitGenerator copy() {
    BitGenerator copy = blank();
    copy.setState(state());
    return copy;
  }

  /// The state, which [#setState] takes back.
  public final State state() {
    return new State(name(), words(), hasHalf, half);
  }

  /// Continues from a saved state.
  ///
  /// @throws IllegalArgumentException if it is another algorithm's
  public final void setState(State state) {
    if (!state.name.equals(name()) || state.words.length != words().length) {
      throw new IllegalArgumentException("state must be for a " + name() + " PRNG, not " + state);
    }
    setWords(state.words.clone());
    hasHalf = state.hasHalf;
    half = state.half;
  }

  abstract BitGenerator seeded(SeedSequence seeds);

  abstract BitGenerator blank();

  abstract void jump(long jumps);

  abstract long[] words();

  abstract void setWords(long[] words);

  final void dropHalf() {
    hasHalf = false;
    half = 0;
  }

  /// A generator's state: immutable, and made of plain numbers so that it can be written down.
  public static final class State {
    private final String name;
    private final long[] words;
    private final boolean hasHalf;
    private final int half;

    /// A state from the parts that its accessors give.
    public State(String name, long[] words, boolean hasHalf, int half) {
      this.name = name;
      this.words = words.clone();
      this.hasHalf = hasHalf;
      this.half = half;
    }

    /// The algorithm's name.
    public String name() {
      return name;
    }

    /// The numbers that each algorithm's class describes; a copy.
    public long[] words() {
      return words.clone();
    }

    /// Whether half a word was left over by [BitGenerator#nextInt()].
    public boolean hasHalf() {
      return hasHalf;
    }

    /// The half word left over.
    public int half() {
      return half;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof State state
          && name.equals(state.name)
          && Arrays.equals(words, state.words)
          && hasHalf == state.hasHalf
          && (!hasHalf || half == state.half);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
      return "State[" + name + ", " + words.length + " words]";
    }
  }
}
