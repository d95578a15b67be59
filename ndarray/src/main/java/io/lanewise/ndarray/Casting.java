package io.lanewise.ndarray;

/// Which conversions between dtypes are allowed, each kind including the ones before it. Source:
/// `numpy.can_cast`, `numpy.ndarray.astype`.
public enum Casting {
  /// None.
  NO,
  /// Byte order only; all arrays here are in native order, so the same as NO.
  EQUIV,
  /// Those that keep every value, counting int64 to float64 as one, as NumPy does.
  SAFE,
  /// Also within a kind, such as float64 to float32, or to a higher kind.
  SAME_KIND,
  /// All.
  UNSAFE,
  /// All, as long as no element changes its value; only for [NDArray#astype(DType, Casting)].
  SAME_VALUE;

  /// Whether `from` may become `to`.
  public boolean allows(DType from, DType to) {
    return switch (this) {
      case NO, EQUIV -> from == to;
      case SAFE -> Promotion.promoteTypes(from, to) == to;
      case SAME_KIND ->
          Promotion.promoteTypes(from, to) == to || from.kind().compareTo(to.kind()) <= 0;
      case UNSAFE, SAME_VALUE -> true;
    };
  }

  /// Refuses a conversion that this does not allow.
  void require(DType from, DType to) {
    if (this == SAME_VALUE) {
      throw new IllegalArgumentException(
          "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got"
              + " 'same_value')");
    }
    if (!allows(from, to)) {
      throw new CastingException(
          "Cannot cast array data from dtype('"
              + from
              + "') to dtype('"
              + to
              + "') according to the rule '"
              + this
              + "'");
    }
  }

  /// NumPy's name of the rule, such as `same_kind`.
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
