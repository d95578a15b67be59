package io.lanewise.ufunc.sort;

/// The elements of arrays of one dtype as longs, all in one order: keys of different arrays compare
/// as the elements do, zeros of both signs being equal. Real elements have keys of their own, see
/// [SortKeys]; the key of a complex one is its rank among all of them.
public final class ElementKeys {
  private final long[][] keys;
  private final boolean ranked;
  private final boolean withNan;
  private final long firstNan;

  private ElementKeys(long[][] keys, boolean ranked, boolean withNan, long firstNan) {
    this.keys = keys;
    this.ranked = ranked;
    this.withNan = withNan;
    this.firstNan = firstNan;
  }

  /// The keys of arrays of the same dtype.
  public static ElementKeys of(Flat... flats) {
    if (flats[0].dtype().isComplex()) {
      return ComplexOrder.keys(flats);
    }
    long[][] keys = new long[flats.length][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = flats[i].keys();
    }
    boolean floating = flats[0].dtype().isFloating();
    return new ElementKeys(keys, false, floating, floating ? SortKeys.nan(flats[0].dtype()) : 0);
  }

  /// Ranks.
  ///
  /// @param firstNan the lowest rank of a number with NaN; such numbers are behind all others
  static ElementKeys ranks(long[][] ranks, long firstNan) {
    return new ElementKeys(ranks, true, true, firstNan);
  }

  /// The keys of array `i`.
  public long[] of(int i) {
    return keys[i];
  }

  /// Whether a key is that of NaN, or of a complex number one part of which is.
  public boolean isNan(long key) {
    return withNan && key >= firstNan;
  }

  /// Whether keys are ranks: then numbers with NaN in different parts have different ones.
  boolean areRanks() {
    return ranked;
  }
}
