package io.lanewise.ndarray.random;

import java.math.BigInteger;

/// A linear congruential generator of 128 bits, `state = state * multiplier + increment`, whose
/// state the two PCG generators permute into words. Seeded with a state and a stream, the odd
/// increment, after O'Neill's reference; the one step this takes is PCG64's for both, as in NumPy.
///
/// Its [state][BitGenerator.State] has four words: state and increment, each the upper half first.
abstract sealed class Congruential128 extends BitGenerator permits PCG64, PCG64DXSM {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  /// 2^128 divided by the golden ratio, made odd: jumps of it come nowhere near each other.
  private static final BigInteger JUMP = new BigInteger("9e3779b97f4a7c15f39cc0605cedc835", 16);

  long high;
  long low;
  long incrementHigh;
  long incrementLow;

  Congruential128(SeedSequence seeds) {
    super(seeds);
    if (seeds != null) {
      long[] words = seeds.generateLongState(4);
      BigInteger increment = number(words[2], words[3]).shiftLeft(1).setBit(0);
      setIncrement(increment);
      BigInteger first = increment.add(number(words[0], words[1]));
      setNumber(first.multiply(PCG64.MULTIPLIER).add(increment));
    }
  }

  abstract BigInteger multiplier();

  /// Moves `delta` words ahead, or back where it is negative. A half word left over is dropped.
  ///
  /// The `delta`-th power of the affine step by squaring: F. B. Brown, *Random number generation
  /// with arbitrary strides*, Transactions of the American Nuclear Society 71 (1994).
  public final void advance(BigInteger delta) {
    BigInteger factor = BigInteger.ONE;
    BigInteger term = BigInteger.ZERO;
    BigInteger stepFactor = multiplier();
    BigInteger stepTerm = number(incrementHigh, incrementLow);
    BigInteger distance = delta.mod(MODULUS);
    for (int bit = 0; bit < distance.bitLength(); bit++) {
      if (distance.testBit(bit)) {
        factor = factor.multiply(stepFactor).mod(MODULUS);
        term = term.multiply(stepFactor).add(stepTerm).mod(MODULUS);
      }
      stepTerm = stepTerm.multiply(stepFactor.add(BigInteger.ONE)).mod(MODULUS);
      stepFactor = stepFactor.multiply(stepFactor).mod(MODULUS);
    }
    setNumber(number(high, low).multiply(factor).add(term));
    dropHalf();
  }

  @Override
  final void jump(long jumps) {
    advance(JUMP.multiply(BigInteger.valueOf(jumps)));
  }

  @Override
  final long[] words() {
    return new long[] {high, low, incrementHigh, incrementLow};
  }

  @Override
  final void setWords(long[] words) {
    high = words[0];
    low = words[1];
    incrementHigh = words[2];
    incrementLow = words[3];
  }

  private void setNumber(BigInteger number) {
    high = number.shiftRight(64).longValue();
    low = number.longValue();
  }

  private void setIncrement(BigInteger number) {
    incrementHigh = number.shiftRight(64).longValue();
    incrementLow = number.longValue();
  }

  static BigInteger number(long high, long low) {
    return unsigned(high).shiftLeft(64).add(unsigned(low));
  }

  private static BigInteger unsigned(long word) {
    BigInteger number = BigInteger.valueOf(word);
    return word < 0 ? number.add(WORD) : number;
  }
}
