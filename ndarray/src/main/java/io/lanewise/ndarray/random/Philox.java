package io.lanewise.ndarray.random;

import java.math.BigInteger;

/// Philox 4x64-10: a counter of 256 bits, encrypted under a key of 128 by ten rounds of
/// multiplication. Any position can be reached at once.
///
/// J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, *Parallel Random Numbers: As Easy as 1,
/// 2, 3*, SC11 (2011).
///
/// Its [state][BitGenerator.State] has the four words of the counter, the two of the key, the four
/// of the current block, and how many of these are used up.
public final class Philox extends BitGenerator {
  private static final int ROUNDS = 10;
  private static final int BLOCK = 4;
  private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_1 = 0xCA5A826395121157L;

  /// The golden ratio and the square root of 3, less 1.
  private static final long KEY_STEP_0 = 0x9E3779B97F4A7C15L;

  private static final long KEY_STEP_1 = 0xBB67AE8584CAA73BL;

  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private final long[] counter = new long[BLOCK];
  private final long[] key = new long[2];
  private final long[] block = new long[BLOCK];
  private int used = BLOCK;

  /// See [PCG64#PCG64(long...)].
  public Philox(long... seed) {
    this(seeds(seed));
  }

  public Philox(SeedSequence seeds) {
    super(seeds);
    if (seeds != null) {
      System.arraycopy(seeds.generateLongState(2), 0, key, 0, 2);
    }
  }

  @Override
  public long nextLong() {
    if (used == BLOCK) {
      for (int i = 0; i < BLOCK && ++counter[i] == 0; i++) {
        // the carry goes on to the next word
      }
      encrypt();
      used = 0;
    }
    return block[used++];
  }

  private void encrypt() {
    long c0 = counter[0];
    long c1 = counter[1];
    long c2 = counter[2];
    long c3 = counter[3];
    long k0 = key[0];
    long k1 = key[1];
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, c0);
      long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, c2);
      long low0 = MULTIPLIER_0 * c0;
      long low1 = MULTIPLIER_1 * c2;
      c0 = high1 ^ c1 ^ k0;
      c1 = low1;
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 += KEY_STEP_0;
      k1 += KEY_STEP_1;
    }
    block[0] = c0;
    block[1] = c1;
    block[2] = c2;
    block[3] = c3;
  }

  /// Adds `delta`, which may be negative, to the counter: four words each. What is left of the
  /// current block is dropped.
  public void advance(BigInteger delta) {
    BigInteger number = delta;
    for (int i = 0; i < BLOCK; i++) {
      number = number.add(new BigInteger(Long.toUnsignedString(counter[i])).shiftLeft(64 * i));
    }
    for (int i = 0; i < BLOCK; i++) {
      counter[i] = number.shiftRight(64 * i).mod(WORD).longValue();
    }
    used = BLOCK;
    dropHalf();
  }

  @Override
  void jump(long jumps) {
    advance(BigInteger.valueOf(jumps).shiftLeft(128));
  }

  @Override
  long[] words() {
    long[] words = new long[2 * BLOCK + 3];
    System.arraycopy(counter, 0, words, 0, BLOCK);
    System.arraycopy(key, 0, words, BLOCK, 2);
    System.arraycopy(block, 0, words, BLOCK + 2, BLOCK);
    words[2 * BLOCK + 2] = used;
    return words;
  }

  @Override
  void setWords(long[] words) {
    Parameters.require(
        words[2 * BLOCK + 2] >= 0 && words[2 * BLOCK + 2] <= BLOCK,
        "buffer_pos must be in [0, 4]: ",
        words[2 * BLOCK + 2]);
    System.arraycopy(words, 0, counter, 0, BLOCK);
    System.arraycopy(words, BLOCK, key, 0, 2);
    System.arraycopy(words, BLOCK + 2, block, 0, BLOCK);
    used = (int) words[2 * BLOCK + 2];
  }

  @Override
  BitGenerator seeded(SeedSequence seeds) {
    return new Philox(seeds);
  }

  @Override
  BitGenerator blank() {
    return new Philox((SeedSequence) null);
  }
}
