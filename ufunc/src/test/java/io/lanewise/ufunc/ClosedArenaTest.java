package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Memory that is gone, or another thread's, is an exception in every operation: never a crash, and
/// never a number that was not there.
class ClosedArenaTest {
  private static final long[] SMALL = {4, 6};

  /// Split over threads.
  private static final long[] LARGE = {4, 70_000};

  /// Rounds of an operation that races with the closing of its arena.
  private static final int ROUNDS = 20_000;

  private int threads;

  @BeforeEach
  void twoThreads() {
    threads = Lanewise.parallelism();
    Lanewise.parallelism(2);
  }

  @AfterEach
  void threadsAsBefore() {
    Lanewise.parallelism(threads);
  }

  private static NDArray filled(Arena arena, long... shape) {
    NDArray memory = NDArray.empty(DType.FLOAT64, shape);
    NDArray a = NDArray.of(arena.allocate(8 * memory.size(), 64), DType.FLOAT64, shape);
    a.reshape(-1).set(NDArray.arange(a.size()).add(1));
    return a;
  }

  private static List<Map.Entry<String, Consumer<NDArray>>> operations() {
    List<Map.Entry<String, Consumer<NDArray>>> all =
        new ArrayList<>(ArrayOperations.reading().entrySet());
    all.addAll(ArrayOperations.writing().entrySet());
    return all;
  }

  static List<Arguments> operationsAndArenas() {
    List<Arguments> all = new ArrayList<>();
    for (Map.Entry<String, Consumer<NDArray>> operation : operations()) {
      for (long[] shape : new long[][] {SMALL, LARGE}) {
        Supplier<Arena> shared = Arena::ofShared;
        all.add(Arguments.of(operation.getKey(), "shared", shape, shared, operation.getValue()));
      }
      Supplier<Arena> confined = Arena::ofConfined;
      all.add(Arguments.of(operation.getKey(), "confined", SMALL, confined, operation.getValue()));
    }
    return all;
  }

  @ParameterizedTest(name = "{0} of memory of a {1} arena, {2}")
  @MethodSource("operationsAndArenas")
  void isIllegalState(
      String name, String kind, long[] shape, Supplier<Arena> made, Consumer<NDArray> operation) {
    NDArray a;
    NDArray slice;
    try (Arena arena = made.get()) {
      a = filled(arena, shape);
      slice = a.get("1:3, ::2");
      operation.accept(a);
      operation.accept(slice);
    }
    assertThat(catchThrowable(() -> operation.accept(a)))
        .as(name)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(catchThrowable(() -> operation.accept(slice)))
        .as(name + " of a slice")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  static List<Refusal> closedPositionsAndMasks() {
    NDArray positions;
    NDArray mask;
    try (Arena arena = Arena.ofShared()) {
      positions = NDArray.of(arena.allocate(16, 8), DType.INT64);
      mask = NDArray.of(arena.allocate(3), DType.BOOL);
    }
    NDArray a = NDArray.ones(3);
    Class<?> type = IllegalStateException.class;
    return List.of(
        Refusal.of("get", () -> a.get(positions), type, "closed"),
        Refusal.of("get by mask", () -> a.get(mask), type, "closed"),
        Refusal.untouched("set", a, to -> to.set(positions, 7), type, "closed"),
        Refusal.untouched("set by mask", a, to -> to.set(mask, 7), type, "closed"),
        Refusal.untouched(
            "set by mask to an array", a, to -> to.set(mask, NDArray.of(7.0)), type, "closed"),
        Refusal.untouched(
            "copyto",
            a,
            to -> Manipulation.copyto(to, NDArray.scalar(7.0), Casting.UNSAFE, mask),
            type,
            "closed"),
        Refusal.untouched("put", a, to -> Indexing.put(to, positions, a), type, "closed"),
        Refusal.untouched("putmask", a, to -> Indexing.putmask(to, mask, a), type, "closed"),
        Refusal.untouched("place", a, to -> Indexing.place(to, mask, a), type, "closed"),
        Refusal.of("take", () -> Indexing.take(a, positions), type, "closed"),
        Refusal.of("choose", () -> Indexing.choose(positions, a.get(":2")), type, "closed"),
        Refusal.of("where", () -> Ufuncs.where(mask, a, a), type, "closed"),
        Refusal.of("unravelIndex", () -> Indexing.unravelIndex(positions, 2, 3), type, "closed"),
        Refusal.of("delete", () -> Manipulation.delete(a, positions, 0), type, "closed"),
        Refusal.of(
            "sorter",
            () -> Searching.searchsorted(a.get(":2"), a, SearchSide.LEFT, positions),
            type,
            "closed"),
        Refusal.of("bincount", () -> Histograms.bincount(positions), type, "closed"));
  }

  @ParameterizedTest
  @MethodSource("closedPositionsAndMasks")
  void areIllegalState(Refusal refusal) {
    refusal.check();
  }

  static List<Arguments> operationsByName() {
    List<Arguments> all = new ArrayList<>();
    operations().forEach(o -> all.add(Arguments.of(o.getKey(), o.getValue())));
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operationsByName")
  void memoryOfAConfinedArenaIsItsThreadsOwn(String name, Consumer<NDArray> operation)
      throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      NDArray small = filled(arena, SMALL);
      NDArray large = filled(arena, LARGE);
      // on its own thread large work does not leave it
      operation.accept(large);
      List<Throwable> thrown =
          CompletableFuture.supplyAsync(
                  () ->
                      List.of(
                          catchThrowable(() -> operation.accept(small)),
                          catchThrowable(() -> operation.accept(large))))
              .get(60, TimeUnit.SECONDS);
      assertThat(thrown).as(name).allMatch(WrongThreadException.class::isInstance);
    }
  }

  static List<Arguments> racingOperations() {
    return List.of(
        Arguments.of("copy", SMALL, copyOf()),
        Arguments.of("copy", LARGE, copyOf()),
        Arguments.of(
            "sum", LARGE, (Consumer<NDArray>) a -> assertThat(a.sum().item()).isEqualTo(sum(a))),
        Arguments.of("fill", LARGE, (Consumer<NDArray>) a -> a.fill(1)),
        Arguments.of("add", SMALL, (Consumer<NDArray>) a -> a.add(0.0, a)),
        Arguments.of("add", LARGE, (Consumer<NDArray>) a -> a.add(0.0, a)),
        Arguments.of("index array", SMALL, (Consumer<NDArray>) a -> a.set(NDArray.of(1L, 2), 3)),
        Arguments.of(
            "elements", SMALL, (Consumer<NDArray>) a -> a.setDouble(a.getDouble(1, 2), 1, 2)),
        Arguments.of("sort", SMALL, (Consumer<NDArray>) Sorting::sortInPlace));
  }

  private static Consumer<NDArray> copyOf() {
    return a -> {
      double[] copy = a.copy().toDoubleArray();
      for (int i = 0; i < copy.length; i++) {
        if (copy[i] != i + 1) {
          throw new AssertionError("element " + i + " is " + copy[i]);
        }
      }
    };
  }

  private static double sum(NDArray a) {
    return a.size() * (a.size() + 1.0) / 2;
  }

  /// One thread works on the memory while another closes it: the close fails while an access is
  /// going on, and otherwise the accesses fail from then on.
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("racingOperations")
  void closedWhileOthersWorkOnIt(String name, long[] shape, Consumer<NDArray> operation)
      throws Exception {
    Arena arena = Arena.ofShared();
    NDArray a = filled(arena, shape);
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Throwable> worker =
        CompletableFuture.supplyAsync(
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                Throwable thrown = catchThrowable(() -> operation.accept(a));
                if (i == 10) {
                  started.countDown();
                }
                if (thrown != null) {
                  started.countDown();
                  return thrown;
                }
              }
              return null;
            });
    assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
    boolean closed = false;
    while (!closed && !worker.isDone()) {
      closed = catchThrowable(arena::close) == null;
    }
    Throwable thrown = worker.get(60, TimeUnit.SECONDS);
    if (closed && thrown != null) {
      assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    } else {
      assertThat(thrown).isNull();
    }
    if (!closed) {
      arena.close();
    }
  }
}
