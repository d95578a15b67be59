package io.lanewise.ndarray;

/// One part of a basic index: an integer, a slice, an ellipsis or a new axis. The typed form of
/// what [NDArray#get(String)] parses.
///
/// ```java
/// import static io.lanewise.ndarray.Index.*;
/// a.get(slice(1, END), all().step(-1));   // a["1:, ::-1"]
/// ```
public sealed interface Index {
  /// An omitted start or stop.
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
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? length : length - 1;
      long first = first(length);
      long last = stop == null ? (step > 0 ? high : low) : clip(stop, length, low, high);
      long span = step > 0 ? last - first : first - last;
      // |step| without overflow at Long.MIN_VALUE
      return span <= 0 ? 0 : 1 + Long.divideUnsigned(span - 1, Math.abs(step));
    }

    private static long clip(long position, long length, long low, long high) {
      long absolute = position < 0 ? position + length : position;
      return Math.clamp(absolute, low, Math.max(low, high));
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
