package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoveCompilerTest {
  static Stream<Class<?>> elements() {
    return Stream.of(int.class, long.class, double.class);
  }

  /// Threads that need a type's moves for the first time at once get the same ones.
  @ParameterizedTest
  @MethodSource("elements")
  void aTypeIsCompiledOnce(Class<?> element) {
    List<Moves> moves =
        IntStream.range(0, 64).parallel().mapToObj(i -> MoveCompiler.compile(element)).toList();
    assertThat(moves).containsOnly(moves.getFirst());
  }
}
