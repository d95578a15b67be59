package io.lanewise.ndarray.random;

import io.lanewise.ndarray.Shapes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/// Turns seeds of any size and quality into the initial state of generators: NumPy's
/// `SeedSequence`. Every bit of the entropy changes every bit of the state, and children are as
/// good as unrelated seeds.
///
/// Entropy is split into 32-bit words, least significant first, and hashed into a pool of words,
/// each of which is mixed with all others; states are hashed from the pool. A child appends its
/// number to its parent's spawn key, which counts as further entropy. After M. E. O'Neill,
/// *Developing a seed_seq Alternative* (2015), with NumPy's constants.
///
/// Not safe for use by several threads: spawning counts children.
public final class SeedSequence {
  /// NumPy's pool size, in words of 32 bits.
  public static final int DEFAULT_POOL_SIZE = 4;

  private static final int ENTROPY_BITS = 128;
  private static final int POOL_HASH = 0x43b0d7e5;
  private static final int POOL_FACTOR = 0x931e8875;
  private static final int STATE_HASH = 0x8b51f9dd;
  private static final int STATE_FACTOR = 0x58f38ded;
  private static final int MIX_LEFT = 0xca01f9dd;
  private static final int MIX_RIGHT = 0x4973f715;

  private final BigInteger[] entropy;
  private final long[] spawnKey;
  private final int[] pool;
  private long children;

  private SeedSequence(BigInteger[] entropy, long[] spawnKey, int poolSize) {
    if (poolSize < DEFAULT_POOL_SIZE) {
      throw new IllegalArgumentException(
          "The size of the entropy pool should be at least 4, not " + poolSize);
    }
    this.entropy = entropy.clone();
    this.spawnKey = spawnKey.clone();
    this.pool = pool(words(this.entropy, this.spawnKey, poolSize), poolSize);
  }

  /// A sequence with 128 bits of entropy from the operating system.
  public static SeedSequence create() {
    return of(new BigInteger(ENTROPY_BITS, new SecureRandom()));
  }

  /// A sequence from one seed or a list of seeds.
  ///
  /// @throws IllegalArgumentException if one is negative
  public static SeedSequence of(long... entropy) {
    return of(Arrays.stream(entropy).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
  }

  /// A sequence from seeds of any size.
  ///
  /// @throws IllegalArgumentException if one is negative
  public static SeedSequence of(BigInteger... entropy) {
    return of(entropy, new long[0], DEFAULT_POOL_SIZE);
  }

  /// A sequence with all parameters of NumPy's constructor.
  ///
  /// @throws IllegalArgumentException if a number is negative, or the pool has fewer than 4 words
  public static SeedSequence of(BigInteger[] entropy, long[] spawnKey, int poolSize) {
    return new SeedSequence(entropy, spawnKey, poolSize);
  }

  /// The seeds; a copy.
  public BigInteger[] entropy() {
    return entropy.clone();
  }

  /// The numbers of this sequence and its ancestors among their siblings; a copy.
  public long[] spawnKey() {
    return spawnKey.clone();
  }

  /// How many children were spawned so far.
  public long childrenSpawned() {
    return children;
  }

  /// The next `n` children. Their states are independent of this sequence's, of each other's and of
  /// all spawned before.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public SeedSequence[] spawn(int n) {
    Parameters.require(n >= 0, "n_children < 0: ", n);
    SeedSequence[] spawned = new SeedSequence[n];
    for (int i = 0; i < n; i++) {
      long[] key = Arrays.copyOf(spawnKey, spawnKey.length + 1);
      key[spawnKey.length] = children++;
      spawned[i] = new SeedSequence(entropy, key, pool.length);
    }
    return spawned;
  }

  /// `n` words of state; always the same ones.
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public int[] generateState(int n) {
    Parameters.require(n >= 0, "negative dimensions are not allowed: n_words ", n);
    int[] state = new int[n];
    int hash = STATE_HASH;
    for (int i = 0; i < n; i++) {
      int word = pool[i % pool.length] ^ hash;
      hash *= STATE_FACTOR;
      state[i] = fold(word * hash);
    }
    return state;
  }

  /// `n` words of 64 bits, each of two words of [#generateState(int)], the lower half first.
  ///
  /// @throws IllegalArgumentException if `n` is negative, or its double more than a Java array
  ///   holds
  public long[] generateLongState(int n) {
    Parameters.require(n >= 0, "negative dimensions are not allowed: n_words ", n);
    int[] halves = generateState(Shapes.javaLength("generateLongState", 2L * n));
    long[] state = new long[n];
    for (int i = 0; i < n; i++) {
      state[i] = Integer.toUnsignedLong(halves[2 * i]) | (long) halves[2 * i + 1] << 32;
    }
    return state;
  }

  private static int[] words(BigInteger[] entropy, long[] spawnKey, int poolSize) {
    int length = 0;
    for (BigInteger seed : entropy) {
      length += count(seed);
    }
    if (spawnKey.length > 0) {
      // so that a seed followed by a key differs from a longer seed
      length = Math.max(length, poolSize);
    }
    int at = length;
    for (long key : spawnKey) {
      length += count(BigInteger.valueOf(key));
    }
    int[] words = new int[length];
    for (long key : spawnKey) {
      at = put(BigInteger.valueOf(key), words, at);
    }
    at = 0;
    for (BigInteger seed : entropy) {
      at = put(seed, words, at);
    }
    return words;
  }

  /// How many words a number has.
  private static int count(BigInteger number) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException("expected non-negative integer, not " + number);
    }
    return Math.max(1, (number.bitLength() + 31) / 32);
  }

  /// Writes the words of a number, the lowest first, and gives the place behind them.
  private static int put(BigInteger number, int[] words, int at) {
    byte[] bytes = number.toByteArray();
    int count = count(number);
    for (int i = 0; i < Math.min(bytes.length, Integer.BYTES * count); i++) {
      int value = Byte.toUnsignedInt(bytes[bytes.length - 1 - i]);
      words[at + i / Integer.BYTES] |= value << Byte.SIZE * (i % Integer.BYTES);
    }
    return at + count;
  }

  private static int[] pool(int[] words, int size) {
    int[] pool = new int[size];
    int hash = POOL_HASH;
    for (int i = 0; i < size; i++) {
      pool[i] = hashed(i < words.length ? words[i] : 0, hash);
      hash *= POOL_FACTOR;
    }
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        if (from != to) {
          pool[to] = mixed(pool[to], hashed(pool[from], hash));
          hash *= POOL_FACTOR;
        }
      }
    }
    for (int from = size; from < words.length; from++) {
      for (int to = 0; to < size; to++) {
        pool[to] = mixed(pool[to], hashed(words[from], hash));
        hash *= POOL_FACTOR;
      }
    }
    return pool;
  }

  private static int hashed(int word, int hash) {
    return fold((word ^ hash) * (hash * POOL_FACTOR));
  }

  private static int mixed(int x, int y) {
    return fold(MIX_LEFT * x - MIX_RIGHT * y);
  }

  private static int fold(int word) {
    return word ^ word >>> 16;
  }
}
