package io.lanewise.ufunc;

import static io.lanewise.ufunc.ErrorMode.CALL;
import static io.lanewise.ufunc.ErrorMode.IGNORE;
import static io.lanewise.ufunc.ErrorMode.RAISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.FloatingPointException;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorStateTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static Arguments row(String expected, Supplier<NDArray> call) {
    return Arguments.of(expected, call);
  }

  /// NumPy 2.4's warnings of the same calls, in its order: divide, over, invalid.
  static List<Arguments> calls() {
    NDArray a = NDArray.of(1.0, 0, -1, INF, Double.NaN);
    NDArray zero = NDArray.of(0.0, 1, 1, 1, 1);
    NDArray large = NDArray.of(1e300, 2);
    NDArray integers = NDArray.of(1L, 2, 3);
    return List.of(
        row("divide by zero encountered in divide", () -> a.divide(zero)),
        row(
            "invalid value encountered in divide",
            () -> NDArray.of(0.0, 1).divide(NDArray.of(0.0, 1))),
        row("invalid value encountered in subtract", () -> NDArray.of(INF).subtract(INF)),
        row("divide by zero encountered in log", () -> zero.log()),
        row("invalid value encountered in log", () -> NDArray.of(-1.0, 2).log()),
        row("invalid value encountered in sqrt", () -> NDArray.of(-1.0, 2).sqrt()),
        row("overflow encountered in exp", () -> NDArray.of(1000.0, 2).exp()),
        row("overflow encountered in multiply", () -> large.multiply(large)),
        row("overflow encountered in multiply", () -> large.multiply(1e300)),
        row("overflow encountered in power", () -> large.power(2.0)),
        row("divide by zero encountered in power", () -> NDArray.of(0.0, 1).power(-1.0)),
        row("divide by zero encountered in reciprocal", () -> zero.reciprocal()),
        row("divide by zero encountered in floor_divide", () -> integers.floorDivide(0)),
        row(
            "divide by zero encountered in remainder",
            () -> integers.remainder(NDArray.of(1L, 0, 1))),
        row("divide by zero encountered in arctanh", () -> NDArray.of(1.0, 0.5).arctanh()),
        row("overflow encountered in reduce", () -> NDArray.of(1e308, 1e308).sum(0)),
        row("overflow encountered in accumulate", () -> NDArray.of(1e308, 1e308).cumsum()),
        row("overflow encountered in multiply", () -> large.multiply(large, large.copy())),
        row(
            "invalid value encountered in expression",
            () -> Expr.of(NDArray.of(-1.0, 4)).sqrt().eval()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void errorsAreRaisedInNumPysWords(String words, Supplier<NDArray> call) {
    call.get();
    try (var _ = ErrorState.of().all(RAISE).open()) {
      assertThatThrownBy(call::get).isInstanceOf(FloatingPointException.class).hasMessage(words);
    }
    // and no longer behind the scope
    call.get();
  }

  @Test
  void nothingIsFoundWhereNothingWentWrong() {
    try (var _ = ErrorState.of().all(RAISE).open()) {
      NDArray.of(INF, Double.NaN).add(1.0);
      NDArray.of(INF, -INF).exp();
      NDArray.of(1.0, 2).divide(NDArray.of(4.0, INF));
      NDArray.of(1L, 2).floorDivide(2);
      NDArray.of(1L, 2).divide(2);
      NDArray.of(Double.NaN, 1).sum(0);
      NDArray.of(2.0, 3).log();
      NDArray.of(true, false).logicalAnd(NDArray.of(true, true));
    }
  }

  @Test
  void handlersAreCalledOnceACallAndKind() {
    List<String> seen = new ArrayList<>();
    try (var _ =
        ErrorState.of().all(CALL).handler((kind, words) -> seen.add(kind + ": " + words)).open()) {
      NDArray.of(1.0, 0, -1).divide(NDArray.of(0.0, 0, 0));
      try (var _ = ErrorState.of().divide(IGNORE).open()) {
        NDArray.of(1.0, 0).divide(NDArray.of(0.0, 0));
      }
    }
    assertThat(seen)
        .containsExactly(
            "DIVIDE: divide by zero encountered in divide",
            "INVALID: invalid value encountered in divide",
            "INVALID: invalid value encountered in divide");
  }

  @Test
  void inputsThatTheResultOverwritesAreStillKnown() {
    NDArray a = NDArray.of(1.0, 0);
    try (var _ = ErrorState.of().all(RAISE).open()) {
      assertThatThrownBy(() -> Ufuncs.RECIPROCAL.apply(a, a))
          .hasMessage("divide by zero encountered in reciprocal");
    }
    assertThat(a.getDouble(1)).isEqualTo(INF);
  }

  @Test
  void whatAMaskLeavesOutIsNotLookedAt() {
    NDArray b = NDArray.of(0.0, 2);
    try (var _ = ErrorState.of().all(RAISE).open()) {
      NDArray half = Ufuncs.RECIPROCAL.call(b).where(b.notEqual(0)).run();
      assertThat(half.toDoubleArray()).containsExactly(0, 0.5);
    }
  }

  @Test
  void callsNeedAHandler() {
    assertThatThrownBy(() -> ErrorState.of().over(CALL).open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a handler");
  }
}
