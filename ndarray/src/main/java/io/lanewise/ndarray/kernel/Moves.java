package io.lanewise.ndarray.kernel;

/// Loops that only move elements between Java arrays of one type, keyed by that type and never by
/// dtype. They are written once, in [DoubleMoves], and [MoveCompiler] makes the class of every
/// other type from that one's bytecode.
///
/// Positions are those of the arrays; callers have checked them.
public abstract class Moves {
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

  /// `to[at + i] = from[base + offsets[i]]` for `n` elements.
  public abstract void gather(Object from, int base, int[] offsets, int n, Object to, int at);

  /// `to[base + offsets[i]] = from[at + i]` for `n` elements in order: of two with the same target
  /// the later one stays.
  public abstract void scatter(Object from, int at, int[] offsets, int n, Object to, int base);

  /// `to[at + i] = from[base + p * stride]` for `n` positions p from `start` on, which count from
  /// the end of an axis of `length` where negative. Returns how many were moved: up to the first
  /// one out of range. One loop: with offsets computed in a loop before, a million take twice as
  /// long.
  public abstract int take(
      Object from,
      int base,
      int stride,
      int length,
      long[] positions,
      int start,
      int n,
      Object to,
      int at);

  /// The reverse: `to[base + p * stride] = from[at + i]`.
  public abstract int put(
      Object from,
      int at,
      long[] positions,
      int start,
      int n,
      Object to,
      int base,
      int stride,
      int length);

  /// `to[base + offsets[i]] = from[at]` for `n` elements.
  public abstract void spread(Object from, int at, int[] offsets, int n, Object to, int base);

  /// Moves the elements of `from`, starting at `base`, whose flags are set, starting at `flag`, to
  /// consecutive ones of `to`, starting at `at`, until `count` have moved. There must be so many.
  public abstract void compress(
      Object from, int base, boolean[] flags, int flag, Object to, int at, int count);

  /// How many of the `n` flags from `flag` on are set.
  public abstract int count(boolean[] flags, int flag, int n);

  /// Writes the positions of the flags that are set, of the `n` from `flag` on and counted from
  /// there, and returns their number. `positions` has room for `n`.
  public abstract int positions(boolean[] flags, int flag, int n, int[] positions);

  /// 1 for true and 0 for false, without a branch: the compiled loops have no such call, because a
  /// boolean is 0 or 1 in bytecode.
  static int one(boolean flag) {
    return flag ? 1 : 0;
  }
}
