package io.lanewise.ndarray;

import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Memory that results borrow and give back, so that a computation that is repeated allocates its
/// large arrays once. A fresh Java array has to be zeroed and fetched into the cache before
/// anything is computed, which costs more than most computations.
///
/// ```java
/// try (var scope = MemoryPool.scope()) {
///   NDArray distance = x.multiply(x).add(y.multiply(y)).sqrt();   // three buffers
///   total = scope.keep(distance.sum(0));
/// }                                                               // given back, all but total
/// ```
///
/// A scope belongs to the thread that opened it and ends where it is closed; scopes nest. While one
/// is open, results of universal functions, of fluent methods and of what moves elements borrow
/// from the pool of the thread. An array whose scope is closed, and every view of it, refuses to be
/// read or written with an [IllegalStateException].
///
/// The system property `lanewise.pool.bytes` bounds what all pools together hold back (an eighth of
/// the heap unless set), and they hold it softly: where memory is short, the collector takes it.
/// With `lanewise.pool=checked` nothing is lent twice, and what is given back is overwritten, so
/// that also a Java array that was taken out of a result and is used too late is seen.
public final class MemoryPool {
  /// Smaller arrays are cheaper new than borrowed: a loan costs about as much as 4 KB of zeros (0.1
  /// us).
  private static final int LEAST_BYTES = 4_096;

  private static final boolean CHECKED = "checked".equals(System.getProperty("lanewise.pool"));

  private static final long LIMIT =
      Long.getLong("lanewise.pool.bytes", Runtime.getRuntime().maxMemory() / 8);

  private static final ThreadLocal<Local> THREAD = ThreadLocal.withInitial(Local::new);

  private static final AtomicLong HELD = new AtomicLong();
  private static final AtomicLong LENT = new AtomicLong();
  private static final AtomicLong HITS = new AtomicLong();
  private static final AtomicLong MISSES = new AtomicLong();

  private MemoryPool() {}

  /// What one thread has: its innermost open scope, and what was given back.
  private static final class Local {
    private Scope scope;
    private SoftReference<Shelf> shelf = new SoftReference<>(null);

    Shelf shelf() {
      Shelf now = shelf.get();
      if (now == null) {
        now = new Shelf();
        shelf = new SoftReference<>(now);
      }
      return now;
    }
  }

  /// Java arrays by class and length.
  private static final class Shelf {
    private record Key(Class<?> type, int length) {}

    private final Map<Key, List<Object>> arrays = new HashMap<>();

    Object take(Class<?> type, int length) {
      List<Object> same = arrays.get(new Key(type, length));
      return same == null || same.isEmpty() ? null : same.removeLast();
    }

    void put(Object array) {
      Key key = new Key(array.getClass(), Array.getLength(array));
      arrays.computeIfAbsent(key, k -> new ArrayList<>()).add(array);
    }
  }

  /// How a loan stands. Views share it with the array they are of.
  public static final class Loan {
    private final Object array;
    private Scope scope;
    private boolean over;

    private Loan(Object array, Scope scope) {
      this.array = array;
      this.scope = scope;
    }

    /// Refuses the use of what was given back.
    void requireOpen() {
      if (over) {
        throw new IllegalStateException(
            "this array's memory was given back when the scope of the MemoryPool that made it was"
                + " closed; keep(array) takes it out");
      }
    }
  }

  /// What pools did since the JVM started or [#clear()].
  ///
  /// @param hits loans of memory that was there
  /// @param misses loans for which memory was allocated
  /// @param lentBytes what open scopes have borrowed
  /// @param heldBytes what is ready to be lent
  public record Statistics(long hits, long misses, long lentBytes, long heldBytes) {}

  /// Opens a scope on this thread.
  public static Scope scope() {
    Local thread = THREAD.get();
    thread.scope = new Scope(thread, thread.scope);
    return thread.scope;
  }

  /// What pools did so far, of all threads.
  public static Statistics statistics() {
    return new Statistics(HITS.get(), MISSES.get(), LENT.get(), HELD.get());
  }

  /// Lets go of what this thread's pool holds, and counts hits and misses from 0.
  public static void clear() {
    Local thread = THREAD.get();
    Shelf shelf = thread.shelf.get();
    if (shelf != null) {
      for (List<Object> same : shelf.arrays.values()) {
        same.forEach(array -> HELD.addAndGet(-bytes(array)));
      }
      shelf.arrays.clear();
    }
    HITS.set(0);
    MISSES.set(0);
  }

  /// A new array in C order for a result: borrowed where a scope is open on this thread. Its
  /// elements are whatever was there.
  public static NDArray empty(DType dtype, long... shape) {
    return empty(dtype, Layout.of(shape, Order.C));
  }

  /// The same in a given order.
  public static NDArray empty(DType dtype, Order order, long... shape) {
    return empty(dtype, Layout.of(shape, order));
  }

  static NDArray empty(DType dtype, Layout layout) {
    Scope scope = THREAD.get().scope;
    long size = layout.size();
    Storage storage =
        scope == null || size * dtype.itemSize() < LEAST_BYTES || size > Storage.MAX_ARRAY / 2
            ? Storage.allocate(dtype, layout)
            : scope.borrow(dtype, (int) size);
    return new NDArray(dtype, storage, layout, true, null);
  }

  /// The life of borrowed arrays. Not for use by several threads.
  public static final class Scope implements AutoCloseable {
    private final Local thread;
    private final Scope outer;

    /// Holds what the thread holds softly, so that nothing is collected between two loans.
    private final Shelf shelf;

    private final List<Loan> loans = new ArrayList<>();
    private boolean closed;

    private Scope(Local thread, Scope outer) {
      this.thread = thread;
      this.outer = outer;
      this.shelf = thread.shelf();
    }

    private Storage borrow(DType dtype, int size) {
      int length = dtype.isComplex() ? Math.multiplyExact(2, size) : size;
      Object array = shelf.take(Storage.arrayType(dtype), length);
      if (array == null) {
        MISSES.incrementAndGet();
        array = Storage.allocate(dtype, (long) size).array();
      } else {
        HITS.incrementAndGet();
        HELD.addAndGet(-bytes(array));
      }
      LENT.addAndGet(bytes(array));
      Loan loan = new Loan(array, this);
      loans.add(loan);
      return new Storage.Heap(array, size, loan);
    }

    /// Takes an array, and what it is a view of, out of this scope: it lives as long as the scope
    /// around this one, or as any Java object where there is none.
    ///
    /// @return `a`
    /// @throws IllegalStateException if it was given back already, or this is another thread
    public NDArray keep(NDArray a) {
      requireThread();
      Loan loan = a.storage().loan();
      if (loan != null) {
        loan.requireOpen();
        if (loan.scope == this) {
          loans.remove(loan);
          loan.scope = outer;
          if (outer == null) {
            LENT.addAndGet(-bytes(loan.array));
          } else {
            outer.loans.add(loan);
          }
        }
      }
      return a;
    }

    /// Gives back what was borrowed and not kept. Closing again does nothing.
    ///
    /// @throws IllegalStateException on another thread than the one that opened the scope, or while
    ///   a scope inside this one is open
    @Override
    public void close() {
      if (closed) {
        return;
      }
      requireThread();
      if (thread.scope != this) {
        throw new IllegalStateException("scopes are closed in the reverse order of their opening");
      }
      closed = true;
      thread.scope = outer;
      for (Loan loan : loans) {
        loan.over = true;
        giveBack(loan.array);
      }
      loans.clear();
    }

    private void giveBack(Object array) {
      long bytes = bytes(array);
      LENT.addAndGet(-bytes);
      if (CHECKED) {
        overwrite(array);
      } else if (HELD.addAndGet(bytes) <= LIMIT) {
        shelf.put(array);
      } else {
        HELD.addAndGet(-bytes);
      }
    }

    private void requireThread() {
      if (THREAD.get() != thread) {
        throw new IllegalStateException("a scope belongs to the thread that opened it");
      }
    }
  }

  private static long bytes(Object array) {
    long length = Array.getLength(array);
    return switch (array) {
      case boolean[] a -> length;
      case byte[] a -> length;
      case short[] a -> 2 * length;
      case int[] a -> 4 * length;
      case float[] a -> 4 * length;
      default -> 8 * length;
    };
  }

  /// With what nobody computes by chance.
  private static void overwrite(Object array) {
    switch (array) {
      case boolean[] a -> Arrays.fill(a, true);
      case byte[] a -> Arrays.fill(a, (byte) 0xDB);
      case short[] a -> Arrays.fill(a, (short) 0xDBDB);
      case int[] a -> Arrays.fill(a, 0xDBDBDBDB);
      case long[] a -> Arrays.fill(a, 0xDBDBDBDB_DBDBDBDBL);
      case float[] a -> Arrays.fill(a, Float.NaN);
      case double[] a -> Arrays.fill(a, Double.NaN);
      default -> throw new IllegalStateException("no memory of arrays: " + array.getClass());
    }
  }
}
