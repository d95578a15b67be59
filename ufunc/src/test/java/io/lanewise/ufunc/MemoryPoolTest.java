package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.MemoryPool;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryPoolTest {
  private static final int N = 5_000;

  private final NDArray a = NDArray.linspace(-3, 4, N);

  @BeforeEach
  void empty() {
    MemoryPool.clear();
  }

  @Test
  void aSecondRoundBorrowsWhatTheFirstGaveBack() {
    Object first;
    try (var _ = MemoryPool.scope()) {
      first = a.add(1).storage().array();
    }
    assertThat(MemoryPool.statistics().heldBytes()).isGreaterThanOrEqualTo(8L * N);
    try (var _ = MemoryPool.scope()) {
      NDArray second = a.multiply(2);
      assertThat(second.storage().array()).isSameAs(first);
      assertThat(second.getDouble(0)).isEqualTo(-6);
    }
    assertThat(MemoryPool.statistics().hits()).isEqualTo(1);
    assertThat(MemoryPool.statistics().misses()).isEqualTo(1);
    assertThat(MemoryPool.statistics().lentBytes()).isZero();
  }

  @Test
  void nothingIsBorrowedOutsideOfAScope() {
    a.add(1);
    assertThat(MemoryPool.statistics().misses()).isZero();
  }

  @Test
  void whatWasGivenBackRefusesToBeUsed() {
    NDArray late;
    NDArray view;
    NDArray parts;
    NDArray bytes;
    try (var _ = MemoryPool.scope()) {
      late = a.add(1);
      view = late.get("::-2");
      bytes = late.view(DType.UINT8);
      parts = a.astype(DType.COMPLEX128).imag();
    }
    for (NDArray used : List.of(late, view, parts, bytes)) {
      String text = "this array's memory was given back when the scope of the MemoryPool";
      assertThatThrownBy(() -> used.add(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(text);
      assertThatThrownBy(() -> used.getDouble(0)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> used.fill(1)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> used.set(used)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void whatIsKeptStays() {
    NDArray kept;
    NDArray row;
    try (var scope = MemoryPool.scope()) {
      kept = scope.keep(a.add(1));
      row = scope.keep(a.multiply(3).get("1::2"));
      a.square();
    }
    try (var _ = MemoryPool.scope()) {
      a.add(100);
      a.add(200);
      assertThat(kept.getDouble(0)).isEqualTo(-2);
      assertThat(row.getDouble(0)).isEqualTo(a.getDouble(1) * 3);
    }
    assertThat(MemoryPool.statistics().lentBytes()).isZero();
  }

  @Test
  void whatAnInnerScopeKeepsBelongsToTheOuterOne() {
    NDArray passed;
    try (var _ = MemoryPool.scope()) {
      try (var inner = MemoryPool.scope()) {
        passed = inner.keep(a.add(1));
        a.add(2);
      }
      assertThat(passed.getDouble(0)).isEqualTo(-2);
    }
    NDArray late = passed;
    assertThatThrownBy(() -> late.getDouble(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void resultsAreThoseOfFreshMemory() {
    List<UnaryOperator<NDArray>> operations = new ArrayList<>();
    operations.add(NDArray::sin);
    operations.add(x -> x.greater(0));
    operations.add(x -> x.astype(DType.FLOAT64));
    operations.add(NDArray::copy);
    operations.add(x -> Manipulation.concatenate(x, x));
    operations.add(x -> Manipulation.roll(x, 7));
    operations.add(x -> Manipulation.repeat(x, 2, 0));
    operations.add(x -> Manipulation.tile(x, 2));
    operations.add(x -> x.get(x.greater(1)));
    operations.add(x -> Ufuncs.where(x.less(0), x, 0.0));
    operations.add(x -> Ufuncs.EXP.call(x).where(x.less(0)).run());
    operations.add(x -> Ufuncs.ADD.accumulate(x, 0));
    operations.add(x -> x.reshape(50, -1).transpose().add(1));
    operations.add(x -> x.reshape(100, -1).sum(0));
    for (UnaryOperator<NDArray> operation : operations) {
      NDArray expected = operation.apply(a);
      for (int round = 0; round < 3; round++) {
        try (var _ = MemoryPool.scope()) {
          assertThat(Fixtures.bits(operation.apply(a))).isEqualTo(Fixtures.bits(expected));
          for (int i = 0; i < 4; i++) {
            a.multiply(Double.NaN);
            Manipulation.concatenate(a, a).fill(7);
            a.less(9);
          }
        }
      }
    }
  }

  @Test
  void aScopeBelongsToItsThread() throws InterruptedException {
    try (var scope = MemoryPool.scope()) {
      NDArray b = a.add(1);
      AtomicReference<Throwable> closing = new AtomicReference<>();
      AtomicReference<Throwable> keeping = new AtomicReference<>();
      AtomicReference<NDArray> result = new AtomicReference<>();
      Thread other =
          new Thread(
              () -> {
                closing.set(thrown(scope::close));
                keeping.set(thrown(() -> scope.keep(b)));
                // this thread has no scope: its results are its own
                result.set(b.add(1));
              });
      other.start();
      other.join();
      assertThat(closing.get()).hasMessage("a scope belongs to the thread that opened it");
      assertThat(keeping.get()).hasMessage("a scope belongs to the thread that opened it");
      assertThat(result.get().getDouble(0)).isEqualTo(-1);
    }
  }

  private static Throwable thrown(Runnable action) {
    try {
      action.run();
      return null;
    } catch (IllegalStateException e) {
      return e;
    }
  }

  @Test
  void scopesCloseInReverseOrder() {
    var outer = MemoryPool.scope();
    var inner = MemoryPool.scope();
    assertThatThrownBy(outer::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("scopes are closed in the reverse order of their opening");
    inner.close();
    inner.close();
    outer.close();
    a.add(1);
    assertThat(MemoryPool.statistics().misses()).isZero();
  }

  @Test
  void givenBackArraysCannotBeKept() {
    NDArray late;
    try (var _ = MemoryPool.scope()) {
      late = a.add(1);
    }
    NDArray used = late;
    try (var scope = MemoryPool.scope()) {
      assertThatThrownBy(() -> scope.keep(used)).isInstanceOf(IllegalStateException.class);
    }
  }
}
