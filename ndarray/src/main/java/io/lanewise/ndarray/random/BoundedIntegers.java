package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;

/// Integers uniform in [low, low + span], from as few bits as the dtype needs: 8- and 16-bit
/// integers and booleans share words of 32 bits, lowest first, within one call.
///
/// By multiplication, and rejection of the few products that would be too frequent: D. Lemire,
/// *Fast Random Integer Generation in an Interval*, ACM Transactions on Modeling and Computer
/// Simulation 29(1) (2019). [RandomState] masks the bits instead and rejects what is too large.
final class BoundedIntegers {
  private static final long INT_MASK = 0xFFFFFFFFL;

  private final BitGenerator bits;
  private final boolean masked;
  private int shared;
  private int left;

  BoundedIntegers(BitGenerator bits, boolean masked) {
    this.bits = bits;
    this.masked = masked;
  }

  /// One integer in [low, high) for each element of the bounds.
  static NDArray each(
      BoundedIntegers integers, NDArray low, NDArray high, DType dtype, long... size) {
    Broadcast each = Broadcast.of(size, low, high);
    long[] lows = each.integers("low", low);
    long[] spans = each.integers("high", high);
    for (int i = 0; i < spans.length; i++) {
      spans[i] = IntegerRange.of(lows[i], low.dtype(), spans[i], high.dtype(), dtype).span();
    }
    return each.integers(dtype, i -> lows[i] + integers.next(dtype, spans[i]));
  }

  /// Uniform in [0, max] by masked rejection, as in shuffles.
  static long interval(BitGenerator bits, long max) {
    if (max == 0) {
      return 0;
    }
    long mask = mask(max);
    long value;
    do {
      value = (mask & ~INT_MASK) == 0 ? bits.nextInt() & mask : bits.nextLong() & mask;
    } while (Long.compareUnsigned(value, max) > 0);
    return value;
  }

  /// The smallest 2^k - 1 not below `max`.
  private static long mask(long max) {
    return max == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(max);
  }

  /// Uniform in [0, span], `span` unsigned, for 64-bit integers.
  long next64(long span) {
    if (span == -1) {
      return bits.nextLong();
    }
    if ((span & ~INT_MASK) == 0) {
      return Integer.toUnsignedLong(next32((int) span));
    }
    if (masked) {
      return interval(bits, span);
    }
    long count = span + 1;
    long word = bits.nextLong();
    if (Long.compareUnsigned(word * count, count) < 0) {
      long tooFrequent = Long.remainderUnsigned(-count, count);
      while (Long.compareUnsigned(word * count, tooFrequent) < 0) {
        word = bits.nextLong();
      }
    }
    return Math.unsignedMultiplyHigh(word, count);
  }

  /// Uniform in [0, span], `span` unsigned.
  int next32(int span) {
    if (span == 0) {
      return 0;
    }
    if (span == -1) {
      return bits.nextInt();
    }
    if (masked) {
      return (int) interval(bits, Integer.toUnsignedLong(span));
    }
    long count = Integer.toUnsignedLong(span) + 1;
    long product = Integer.toUnsignedLong(bits.nextInt()) * count;
    if ((product & INT_MASK) < count) {
      long tooFrequent = (INT_MASK + 1 - count) % count;
      while ((product & INT_MASK) < tooFrequent) {
        product = Integer.toUnsignedLong(bits.nextInt()) * count;
      }
    }
    return (int) (product >>> 32);
  }

  /// Uniform in [0, span] from `width` shared bits, 8 or 16.
  int nextShort(int span, int width) {
    int all = (1 << width) - 1;
    if (span == 0) {
      return 0;
    }
    if (span == all) {
      return share(width);
    }
    if (masked) {
      int mask = (int) mask(span);
      int value;
      do {
        value = share(width) & mask;
      } while (value > span);
      return value;
    }
    int count = span + 1;
    int product = share(width) * count;
    if ((product & all) < count) {
      int tooFrequent = (all - span) % count;
      while ((product & all) < tooFrequent) {
        product = share(width) * count;
      }
    }
    return product >>> width;
  }

  private int share(int width) {
    if (left == 0) {
      shared = bits.nextInt();
      left = Integer.SIZE / width;
    } else {
      shared >>>= width;
    }
    left--;
    return shared & (1 << width) - 1;
  }

  /// Uniform in [0, span] in the way of a dtype.
  long next(DType dtype, long span) {
    return switch (dtype) {
      case BOOL -> span == 0 ? 0 : share(1);
      case INT8, UINT8 -> nextShort((int) span, 8);
      case INT16, UINT16 -> nextShort((int) span, 16);
      case INT32, UINT32 -> next32((int) span);
      default -> next64(span);
    };
  }

  /// Fills elements of a Java array with integers in [low, low + span].
  void fill(DType dtype, Object array, int from, int to, long low, long span) {
    switch (array) {
      case boolean[] a -> {
        for (int i = from; i < to; i++) {
          a[i] = low + next(DType.BOOL, span) != 0;
        }
      }
      case byte[] a -> {
        for (int i = from; i < to; i++) {
          a[i] = (byte) (low + nextShort((int) span, 8));
        }
      }
      case short[] a -> {
        for (int i = from; i < to; i++) {
          a[i] = (short) (low + nextShort((int) span, 16));
        }
      }
      case int[] a -> {
        for (int i = from; i < to; i++) {
          a[i] = (int) low + next32((int) span);
        }
      }
      case long[] a -> {
        for (int i = from; i < to; i++) {
          a[i] = low + next64(span);
        }
      }
      default -> throw new IllegalArgumentException("Unsupported dtype " + dtype + " for integers");
    }
  }
}
