package io.lanewise.ndarray.kernel;

/// Loops that only move elements between Java arrays of one type, keyed by that type and never by
/// dtype. They are written once, in [DoubleMoves], and [MoveCompiler] makes the class of every
/// other type from that one's bytecode.
///
/// Positions are those of the arrays; callers have checked them.
public abstract class Moves {
  /// Columns that a transposition takes at once, each with a statement of its own: 1.2 ns an
  /// element of 1000 x 1000 float64, where a loop over them takes 2.1, because C2 brackets every
  /// loop with two more.
  public static final int STRIP = 8;

  private static final ClassValue<Moves> BY_ARRAY =
      new ClassValue<>() {
        @Override
        protected Moves computeValue(Class<?> arrayType) {
          return MoveCompiler.compile(arrayType.getComponentType());
        }
      };

  /// The loops for arrays of the type of `array`, a primitive array.
  public static Moves of(Object array) {
    return BY_ARRAY.get(array.getClass());
  }

  /// `to[at + i] = from[offsets[i]]` for `n` elements. Offsets are whole: with a base added in this
  /// loop it takes twice as long (1,024 float64 in the first-level cache: 0.30 ns an element and
  /// 0.62).
  public abstract void gather(Object from, int[] offsets, int n, Object to, int at);

  /// `to[offsets[i]] = from[at + i]` for `n` elements in order: of two with the same target the
  /// later one stays.
  public abstract void scatter(Object from, int at, int[] offsets, int n, Object to);

  /// `to[offsets[i]] = from[at]` for `n` elements.
  public abstract void spread(Object from, int at, int[] offsets, int n, Object to);

  /// `rows` rows of `n` elements, from `from[at + row * rowStep + i * step]` to `to[toAt + row *
  /// toRowStep + i * toStep]`.
  public abstract void rows(
      Object from,
      int at,
      int rowStep,
      int step,
      Object to,
      int toAt,
      int toRowStep,
      int toStep,
      int rows,
      int n);

  /// The same with [#STRIP] elements a row, consecutive in the target.
  public abstract void strip(
      Object from, int at, int rowStep, int step, Object to, int toAt, int toRowStep, int rows);

  /// Rows that are consecutive in the target and in the source along the other direction: a
  /// transposition, in strips.
  public final void transpose(
      Object from,
      int at,
      int rowStep,
      int step,
      Object to,
      int toAt,
      int toRowStep,
      int rows,
      int n) {
    int left = 0;
    for (; left <= n - STRIP; left += STRIP) {
      strip(from, at + left * step, rowStep, step, to, toAt + left, toRowStep, rows);
    }
    if (left < n) {
      rows(from, at + left * step, rowStep, step, to, toAt + left, toRowStep, 1, rows, n - left);
    }
  }

  /// Moves the elements of `from`, starting at `base`, whose flags are set, starting at `flag`, to
  /// consecutive ones of `to`, starting at `at`, until `count` have moved. There must be so many.
  public abstract void compress(
      Object from, int base, boolean[] flags, int flag, Object to, int at, int count);

  /// How many of the `n` flags from `flag` on are set.
  public abstract int count(boolean[] flags, int flag, int n);

  /// Writes the positions of the first `count` flags that are set, from `flag` on and counted from
  /// there, to `positions`. There must be so many.
  public abstract void positions(boolean[] flags, int flag, long[] positions, int count);

  /// 1 for true and 0 for false, without a branch: the compiled loops have no such call, because a
  /// boolean is 0 or 1 in bytecode.
  static int one(boolean flag) {
    return flag ? 1 : 0;
  }
}
