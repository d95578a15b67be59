package io.lanewise.ndarray;

/// One part of an index: an integer, a slice, an ellipsis, a new axis, an array of positions or a
/// mask. The first four make views, and are what [NDArray#get(String)] parses; with one of the last
/// two the index is advanced, and makes copies.
///
/// ```java
/// import static io.lanewise.ndarray.Index.*;
/// a.get(slice(1, END), all().step(-1));   // a[1:, ::-1]
/// a.get(ints(0, 2, 2), at(1));            // a[[0, 2, 2], 1]
/// a.get(mask(a.greater(0)));              // a[a > 0]
/// ```
public sealed interface Index {
  /// The end of an axis of any length. As the stop of a slice it is an omitted one, to which a
  /// negative step walks until the first element; as the start it is Python's large number, behind
  /// the last element.
  long END = Long.MAX_VALUE;

  /// The element at `position`, counting from the end where negative; removes the axis.
  static Index at(long position) {
    return new At(position);
  }

  /// The whole axis.
  static Slice all() {
    return new Slice(null, null, 1);
  }

  /// Elements from `start` up to, not including, `stop`; [#END] means to the end.
  static Slice slice(long start, long stop) {
    return new Slice(start, stop == END ? null : stop, 1);
  }

  /// A mask or positions, by the dtype of `array`.
  ///
  /// @throws IndexingException if it is neither of bools nor of integers
  static Index of(NDArray array) {
    return array.dtype() == DType.BOOL ? mask(array) : ints(array);
  }

  /// The elements at the given positions of one axis, counting from the end where negative. Several
  /// such arrays broadcast together and name one element each of their axes.
  ///
  /// @throws IndexingException if `positions` are not integers
  static Index ints(NDArray positions) {
    return new Positions(positions);
  }

  /// See [#ints(NDArray)].
  static Index ints(long... positions) {
    return new Positions(NDArray.of(positions));
  }

  /// The elements where `mask` is true; it stands for as many axes as it has.
  ///
  /// @throws IndexingException if `mask` is not of bools
  static Index mask(NDArray mask) {
    return new Mask(mask);
  }

  /// As many full axes as are missing.
  static Index ellipsis() {
    return Ellipsis.INSTANCE;
  }

  /// A new axis of length 1.
  static Index newAxis() {
    return NewAxis.INSTANCE;
  }

  /// See [#at].
  record At(long position) implements Index {}

  /// Python's `start:stop:step`; null start and stop are omitted ones.
  record Slice(Long start, Long stop, long step) implements Index {
    public Slice {
      if (step == 0) {
        throw new IllegalArgumentException("slice step cannot be zero");
      }
    }

    /// This slice with another step; a negative one walks backwards.
    public Slice step(long newStep) {
      return new Slice(start, stop, newStep);
    }

    /// The first position on an axis of the given length.
    long first(long length) {
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? length : length - 1;
      return start == null ? (step > 0 ? low : high) : clip(start, length, low, high);
    }

    /// How many elements it takes from an axis of the given length.
    long count(long length) {
      return count(length, first(length));
    }

    /// The same from the first position on.
    long count(long length, long first) {
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? length : length - 1;
      long last = stop == null ? (step > 0 ? high : low) : clip(stop, length, low, high);
      long span = step > 0 ? last - first : first - last;
      if (span <= 0) {
        return 0;
      }
      // a view costs some 25 ns, and a division a fifth of that; |step| without overflow at
      // Long.MIN_VALUE
      return step == 1 || step == -1 ? span : 1 + Long.divideUnsigned(span - 1, Math.abs(step));
    }

    private static long clip(long position, long length, long low, long high) {
      long absolute = position < 0 ? position + length : position;
      return Math.clamp(absolute, low, Math.max(low, high));
    }
  }

  /// See [#ints(NDArray)].
  record Positions(NDArray positions) implements Index {
    public Positions {
      if (!positions.dtype().isInteger()) {
        throw new IndexingException(
            "arrays used as indices must be of integer (or boolean) type, not "
                + positions.dtype());
      }
    }
  }

  /// See [#mask].
  record Mask(NDArray mask) implements Index {
    public Mask {
      if (mask.dtype() != DType.BOOL) {
        throw new IndexingException("a mask must be of bools, not " + mask.dtype());
      }
    }
  }

  /// See [#ellipsis].
  enum Ellipsis implements Index {
    INSTANCE
  }

  /// See [#newAxis].
  enum NewAxis implements Index {
    INSTANCE
  }
}
