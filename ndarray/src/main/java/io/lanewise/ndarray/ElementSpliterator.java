package io.lanewise.ndarray;

import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/// Walks an array's elements in C order, a tile at a time. Halves where it is split, so that a
/// stream may run in parallel.
abstract class ElementSpliterator {
  final NDArray array;

  /// The number of the next element in C order.
  long next;

  final long end;

  /// The part of the buffer that holds elements, numbered in C order.
  private long loaded;

  private long loadedEnd;

  private ElementReader reader;

  ElementSpliterator(NDArray array, long next, long end) {
    this.array = array;
    this.next = next;
    this.end = end;
  }

  abstract NDArray buffer();

  /// The place of the next element in the buffer, which is filled where needed.
  final int load() {
    if (next >= loadedEnd) {
      if (reader == null) {
        reader = new ElementReader(array, buffer());
      }
      int n = (int) Math.min(ElementReader.TILE, end - next);
      reader.read(next, n);
      loaded = next;
      loadedEnd = next + n;
    }
    return (int) (next - loaded);
  }

  /// How many elements the buffer holds from its beginning.
  final int count() {
    return (int) (loadedEnd - loaded);
  }

  /// Where this is cut in two; -1 where it is too short for that.
  final long middle() {
    long half = (end - next) / 2;
    return half < ElementReader.TILE ? -1 : next + half;
  }

  public long estimateSize() {
    return end - next;
  }

  public int characteristics() {
    return Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.NONNULL;
  }

  /// Elements as doubles.
  static final class Doubles extends ElementSpliterator implements Spliterator.OfDouble {
    private double[] values;

    Doubles(NDArray array, long next, long end) {
      super(array, next, end);
    }

    @Override
    NDArray buffer() {
      values = new double[(int) Math.min(ElementReader.TILE, end - next)];
      return NDArray.of(values);
    }

    @Override
    public Spliterator.OfDouble trySplit() {
      long middle = middle();
      if (middle < 0) {
        return null;
      }
      Doubles front = new Doubles(array, next, middle);
      next = middle;
      return front;
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
      if (next >= end) {
        return false;
      }
      int i = load();
      next++;
      action.accept(values[i]);
      return true;
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
      while (next < end) {
        int from = load();
        int n = count();
        next += n - from;
        for (int i = from; i < n; i++) {
          action.accept(values[i]);
        }
      }
    }
  }

  /// Elements as longs.
  static final class Longs extends ElementSpliterator implements Spliterator.OfLong {
    private long[] values;

    Longs(NDArray array, long next, long end) {
      super(array, next, end);
    }

    @Override
    NDArray buffer() {
      values = new long[(int) Math.min(ElementReader.TILE, end - next)];
      return NDArray.of(values);
    }

    @Override
    public Spliterator.OfLong trySplit() {
      long middle = middle();
      if (middle < 0) {
        return null;
      }
      Longs front = new Longs(array, next, middle);
      next = middle;
      return front;
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
      if (next >= end) {
        return false;
      }
      int i = load();
      next++;
      action.accept(values[i]);
      return true;
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
      while (next < end) {
        int from = load();
        int n = count();
        next += n - from;
        for (int i = from; i < n; i++) {
          action.accept(values[i]);
        }
      }
    }
  }
}
