package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Views;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that writes refuses an array that is read-only, and leaves it as it was.
class ReadOnlyArraysTest {
  private static NDArray filled() {
    return NDArray.arange(24, 0, -1.0).reshape(4, 6);
  }

  private static Map<String, NDArray> targets() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    all.put("read-only", filled().readOnly());
    all.put("view of one", filled().readOnly().get("::-1, 1:"));
    all.put("reshaped", filled().readOnly().reshape(6, 4));
    all.put("stretched", NDArray.of(2.0, 1.0, 3.0).broadcastTo(4, 3));
    all.put("windows", Views.slidingWindowView(NDArray.arange(9, 0, -1.0), 3));
    NDArray heap =
        NDArray.of(MemorySegment.ofArray(new double[24]).asReadOnly(), DType.FLOAT64, 4, 6);
    all.put("heap segment", heap);
    MemorySegment memory = Arena.ofAuto().allocate(24 * 8);
    NDArray.of(memory, DType.FLOAT64, 4, 6).set(filled());
    all.put("native segment", NDArray.of(memory.asReadOnly(), DType.FLOAT64, 4, 6));
    return all;
  }

  static List<Arguments> targetsAndOperations() {
    List<Arguments> all = new ArrayList<>();
    ArrayOperations.writing()
        .forEach(
            (name, operation) ->
                targets()
                    .forEach(
                        (kind, target) -> all.add(Arguments.of(name, kind, operation, target))));
    return all;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("targetsAndOperations")
  void refuseWrites(String name, String kind, Consumer<NDArray> operation, NDArray target) {
    // the operation itself is right, and a short way that it opened is closed to read-only arrays
    operation.accept(NDArray.empty(DType.FLOAT64, target.shape()));
    long[] before = Fixtures.bits(target);
    assertThat(catchThrowable(() -> operation.accept(target)))
        .as("%s, %s", name, kind)
        .isInstanceOf(ReadOnlyArrayException.class)
        .hasMessageContaining("read-only");
    assertThat(Fixtures.bits(target)).isEqualTo(before);
  }
}
