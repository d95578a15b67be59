package io.lanewise.ndarray.random;

/// The Mersenne Twister: a linear recurrence over 624 words of 32 bits with period 2^19937 - 1. For
/// streams that exist; [PCG64] is faster and better.
///
/// M. Matsumoto and T. Nishimura, *Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
/// Pseudo-Random Number Generator*, ACM Transactions on Modeling and Computer Simulation 8(1)
/// (1998), and their `init_genrand` and `init_by_array` of 2002 for [RandomState].
///
/// Its [state][BitGenerator.State] has the 624 words and how many of them are used up.
public final class MT19937 extends BitGenerator {
  static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;

  private final int[] key = new int[SIZE];
  private int used = SIZE;

  /// See [PCG64#PCG64(long...)]. Not the stream of `RandomState(seed)`.
  public MT19937(long... seed) {
    this(seeds(seed));
  }

  public MT19937(SeedSequence seeds) {
    super(seeds);
    if (seeds != null) {
      System.arraycopy(seeds.generateState(SIZE), 0, key, 0, SIZE);
      key[0] = UPPER;
      // NumPy hands out the last seeded word before the first new one
      used = SIZE - 1;
    }
  }

  /// The generator of `RandomState(seed)`, by `init_genrand`.
  static MT19937 legacy(long seed) {
    requireSeed(seed);
    MT19937 generator = new MT19937((SeedSequence) null);
    generator.initialise((int) seed);
    return generator;
  }

  /// The generator of `RandomState(seeds)`, by `init_by_array`.
  static MT19937 legacy(long[] seeds) {
    Parameters.require(seeds.length > 0, "Seed must be non-empty: ", 0);
    for (long seed : seeds) {
      requireSeed(seed);
    }
    MT19937 generator = new MT19937((SeedSequence) null);
    generator.initialise(seeds);
    return generator;
  }

  private static void requireSeed(long seed) {
    Parameters.require(seed >>> 32 == 0, "Seed must be between 0 and 2**32 - 1, not ", seed);
  }

  private void initialise(int seed) {
    key[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      key[i] = 1812433253 * (key[i - 1] ^ key[i - 1] >>> 30) + i;
    }
    used = SIZE;
  }

  private void initialise(long[] seeds) {
    initialise(19650218);
    int i = 1;
    for (int k = 0; k < Math.max(SIZE, seeds.length); k++) {
      int j = k % seeds.length;
      key[i] = (key[i] ^ (key[i - 1] ^ key[i - 1] >>> 30) * 1664525) + (int) seeds[j] + j;
      i = following(i);
    }
    for (int k = 0; k < SIZE - 1; k++) {
      key[i] = (key[i] ^ (key[i - 1] ^ key[i - 1] >>> 30) * 1566083941) - i;
      i = following(i);
    }
    key[0] = UPPER;
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    key[0] = key[SIZE - 1];
    return 1;
  }

  @Override
  public int nextInt() {
    if (used >= SIZE) {
      renew();
    }
    int word = key[used++];
    word ^= word >>> 11;
    word ^= word << 7 & 0x9d2c5680;
    word ^= word << 15 & 0xefc60000;
    return word ^ word >>> 18;
  }

  private void renew() {
    for (int i = 0; i < SIZE - MIDDLE; i++) {
      key[i] = key[i + MIDDLE] ^ twisted(key[i], key[i + 1]);
    }
    for (int i = SIZE - MIDDLE; i < SIZE - 1; i++) {
      key[i] = key[i + MIDDLE - SIZE] ^ twisted(key[i], key[i + 1]);
    }
    key[SIZE - 1] = key[MIDDLE - 1] ^ twisted(key[SIZE - 1], key[0]);
    used = 0;
  }

  /// What the top bit of one word and the rest of the next contribute to the word `SIZE` later.
  static int twisted(int word, int next) {
    int joined = word & UPPER | next & ~UPPER;
    return joined >>> 1 ^ (joined & 1) * MATRIX;
  }

  /// The word that follows `SIZE` words of the recurrence from `at`.
  static int following(int[] words, int at) {
    return words[at + MIDDLE] ^ twisted(words[at], words[at + 1]);
  }

  /// Two words, the upper half first.
  @Override
  public long nextLong() {
    long high = nextInt();
    return high << 32 | Integer.toUnsignedLong(nextInt());
  }

  /// 27 bits of one word and 26 of the next.
  @Override
  public double nextDouble() {
    long high = nextInt() >>> 5;
    long low = nextInt() >>> 6;
    return (high << 26 | low) * 0x1p-53;
  }

  @Override
  public long randomRaw() {
    return Integer.toUnsignedLong(nextInt());
  }

  /// Where some of the words are used up, NumPy takes those and the ones before them for a window
  /// of the recurrence all the same, and so moves to another point of the cycle. Its streams are
  /// kept here.
  @Override
  void jump(long jumps) {
    for (long i = 0; i < jumps; i++) {
      used = MersenneJump.jump(key, used % SIZE);
    }
  }

  @Override
  long[] words() {
    long[] words = new long[SIZE + 1];
    for (int i = 0; i < SIZE; i++) {
      words[i] = Integer.toUnsignedLong(key[i]);
    }
    words[SIZE] = used;
    return words;
  }

  @Override
  void setWords(long[] words) {
    Parameters.require(
        words[SIZE] >= 0 && words[SIZE] <= SIZE, "pos must be in [0, 624]: ", words[SIZE]);
    for (int i = 0; i < SIZE; i++) {
      key[i] = (int) words[i];
    }
    used = (int) words[SIZE];
  }

  @Override
  BitGenerator seeded(SeedSequence seeds) {
    return new MT19937(seeds);
  }

  @Override
  BitGenerator blank() {
    return new MT19937((SeedSequence) null);
  }
}
