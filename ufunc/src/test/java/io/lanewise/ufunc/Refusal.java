package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.NDArray;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A call that must fail with an exception of a type, whose message has the given words.
///
/// @param name what is done, for the report
/// @param target an array whose elements must be as before, or null
record Refusal(String name, NDArray target, ThrowingCallable call, Class<?> type, String... words) {
  static Refusal of(String name, ThrowingCallable call, Class<?> type, String... words) {
    return new Refusal(name, null, call, type, words);
  }

  /// The call writes to `target`, and must not.
  static Refusal untouched(
      String name, NDArray target, Consumer<NDArray> call, Class<?> type, String... words) {
    return new Refusal(name, target, () -> call.accept(target), type, words);
  }

  void check() {
    long[] before = target == null ? null : Fixtures.bits(target);
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).as(name).isInstanceOf(type).hasMessageContainingAll(words);
    if (target != null) {
      assertThat(Fixtures.bits(target)).as("%s: nothing written", name).isEqualTo(before);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
