package io.lanewise.ndarray.random;

import java.math.BigInteger;
import java.util.Arrays;

/// Moves the Mersenne Twister 2^128 words ahead.
///
/// Its words satisfy a linear recurrence over bits whose characteristic polynomial c, of degree
/// 19937, Matsumoto and Nishimura give in closed form (appendix A of their paper). So a word far
/// ahead is the sum (xor) of those of the next 19937 words where t^(2^128) modulo c has a
/// coefficient: H. Haramoto, M. Matsumoto, T. Nishimura, F. Panneton and P. L'Ecuyer, *Efficient
/// Jump Ahead for F2-Linear Random Number Generators*, INFORMS Journal on Computing 20(3) (2008).
/// The polynomial is computed at the first jump, by 128 squarings, in some ten milliseconds.
final class MersenneJump {
  private static final int DEGREE = 19937;
  private static final int WORDS = (DEGREE + 63) / 64;
  private static final int SQUARINGS = 128;
  private static final int MATRIX = 0x9908b0df;
  private static final int LOWER_BITS = 31;

  /// t^(2^128) modulo the characteristic polynomial.
  private static final long[] DISTANCE = distance();

  private MersenneJump() {}

  /// Replaces the words of `key`, of which `oldest` is the oldest and the next ones follow it
  /// cyclically. Returns where the oldest word is then: it wanders with the degree of the
  /// polynomial, as in Horner's scheme, which NumPy uses.
  static int jump(int[] key, int oldest) {
    int size = MT19937.SIZE;
    int[] words = new int[DEGREE + size];
    for (int i = 0; i < size; i++) {
      words[i] = key[(oldest + i) % size];
    }
    for (int i = size; i < words.length; i++) {
      words[i] = MT19937.following(words, i - size);
    }
    int[] sum = new int[size];
    int degree = 0;
    for (int i = 0; i < DEGREE; i++) {
      if ((DISTANCE[i >> 6] >>> i & 1) != 0) {
        degree = i;
        for (int j = 0; j < size; j++) {
          sum[j] ^= words[i + j];
        }
      }
    }
    int moved = (oldest + degree) % size;
    for (int i = 0; i < size; i++) {
      key[(moved + i) % size] = sum[i];
    }
    return moved;
  }

  private static long[] distance() {
    int[] exponents = lowerExponents();
    long[] power = new long[WORDS];
    power[0] = 2; // t
    for (int i = 0; i < SQUARINGS; i++) {
      power = squared(power, exponents);
    }
    return power;
  }

  /// The exponents of the characteristic polynomial's terms, without the highest.
  private static int[] lowerExponents() {
    BigInteger sum = BigInteger.ONE;
    for (int i = 0; i < LOWER_BITS; i++) {
      // by t^623 + t^396, plus the matrix's bit
      sum = sum.shiftLeft(623).xor(sum.shiftLeft(396));
      sum = sum.xor(BigInteger.valueOf(MATRIX >>> i & 1));
    }
    sum = sum.shiftLeft(624).xor(sum.shiftLeft(397));
    sum = sum.xor(BigInteger.valueOf(MATRIX >>> LOWER_BITS));
    int[] exponents = new int[sum.bitCount() - 1];
    int count = 0;
    for (int i = 0; i < DEGREE; i++) {
      if (sum.testBit(i)) {
        exponents[count++] = i;
      }
    }
    return exponents;
  }

  private static long[] squared(long[] power, int[] exponents) {
    long[] square = new long[2 * WORDS + 1];
    for (int i = 0; i < WORDS; i++) {
      square[2 * i] = spread((int) power[i]);
      square[2 * i + 1] = spread((int) (power[i] >>> 32));
    }
    // 64 coefficients at a time: the second highest term is 227 below the highest
    for (int at = 2 * WORDS * 64 - 64; at + 63 >= DEGREE; at -= 64) {
      long word = square[at / 64];
      if (at < DEGREE) {
        word &= -1L << DEGREE - at;
      }
      square[at / 64] ^= word;
      for (int exponent : exponents) {
        add(square, at - DEGREE + exponent, word);
      }
    }
    return Arrays.copyOf(square, WORDS);
  }

  /// Adds the polynomial `word` times t^`shift`; a negative shift drops bits that are zero.
  private static void add(long[] sum, int shift, long word) {
    if (shift < 0) {
      sum[0] ^= word >>> -shift;
      return;
    }
    int index = shift >> 6;
    int bit = shift & 63;
    sum[index] ^= word << bit;
    if (bit != 0) {
      sum[index + 1] ^= word >>> 64 - bit;
    }
  }

  /// The square of a polynomial over bits: a zero after each coefficient.
  private static long spread(int half) {
    return Long.expand(Integer.toUnsignedLong(half), 0x5555555555555555L);
  }
}
