package io.lanewise.ndarray.random;

import java.math.BigInteger;

/// PCG CM DXSM 128/64: as [PCG64] with a multiplier of 64 bits and a stronger output function,
/// double xorshift multiply, of the state before the step. For very many parallel streams, where
/// those of PCG64 can be correlated.
///
/// M. E. O'Neill, `pcg_cm_dxsm` in pcg-cpp (2019); the family in *PCG*, HMC-CS-2014-0905 (2014).
public final class PCG64DXSM extends Congruential128 {
  private static final long MULTIPLIER = 0xda942042e4dd58b5L;
  private static final BigInteger WIDE_MULTIPLIER = number(0, MULTIPLIER);

  /// See [PCG64#PCG64(long...)].
  public PCG64DXSM(long... seed) {
    this(seeds(seed));
  }

  public PCG64DXSM(SeedSequence seeds) {
    super(seeds);
  }

  @Override
  public long nextLong() {
    long word = high ^ high >>> 32;
    word *= MULTIPLIER;
    word ^= word >>> 48;
    word *= low | 1;
    long product = low * MULTIPLIER;
    long carried = Math.unsignedMultiplyHigh(low, MULTIPLIER) + high * MULTIPLIER;
    long sum = product + incrementLow;
    high = carried + incrementHigh + PCG64.carry(sum, product);
    low = sum;
    return word;
  }

  @Override
  BigInteger multiplier() {
    return WIDE_MULTIPLIER;
  }

  @Override
  BitGenerator seeded(SeedSequence seeds) {
    return new PCG64DXSM(seeds);
  }

  @Override
  BitGenerator blank() {
    return new PCG64DXSM((SeedSequence) null);
  }
}
