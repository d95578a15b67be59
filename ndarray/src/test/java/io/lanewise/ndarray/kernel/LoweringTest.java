package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoweringTest {
  private enum Rounding {
    RINT(Body::rint),
    FLOOR(Body::floor),
    CEIL(Body::ceil),
    TRUNC(Body::trunc);

    private final BiFunction<Body, Value, Value> operation;

    Rounding(BiFunction<Body, Value, Value> operation) {
      this.operation = operation;
    }

    Program program(LaneType type) {
      Body body = new Body();
      body.output(operation.apply(body, body.input(type)));
      return body.build(name() + "_" + type);
    }
  }

  static Stream<LaneType> floatingTypes() {
    return Stream.of(LaneType.FLOAT64, LaneType.FLOAT32);
  }

  @ParameterizedTest
  @EnumSource
  void aRoundingIsCountedAsWhatItBecomesAtMost(Rounding rounding) {
    for (LaneType type : floatingTypes().toList()) {
      Program program = rounding.program(type);
      Lowering complete = Lowering.complete(program);
      assertThat(Lowering.hasTwoLoops(program)).isFalse();
      assertThat(complete.program().computations())
          .isBetween(6, Lowering.ROUNDING_OPERATIONS)
          .isLessThanOrEqualTo(program.computations());
    }
  }

  @ParameterizedTest
  @MethodSource("floatingTypes")
  void roundingsKeepTheirBits(LaneType type) {
    Random random = new Random(20261128);
    for (Rounding rounding : Rounding.values()) {
      Program program = rounding.program(type);
      Program lowered = Lowering.complete(program).program();
      for (int i = 0; i < 100_000; i++) {
        long[] x = {bits(type, random, i)};
        assertThat(Interpreter.run(lowered, x)[0])
            .as("%s of %x", rounding, x[0])
            .isEqualTo(Interpreter.run(program, x)[0]);
      }
    }
  }

  /// Numbers of any size, beside the edge of whole numbers, and halves; no NaN, whose bits are
  /// free.
  private static long bits(LaneType type, Random random, int i) {
    double x =
        switch (i % 4) {
          case 0 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(-60, 60));
          case 1 -> random.nextInt(-40, 40) * 0.5;
          case 2 ->
              (random.nextBoolean() ? 1 : -1) * Math.scalb(1 + random.nextInt(-5, 5) * 0x1p-23, 23);
          default ->
              (random.nextBoolean() ? 1 : -1) * Math.scalb(1 + random.nextInt(-5, 5) * 0x1p-52, 52);
        };
    x = i == 8 ? Double.POSITIVE_INFINITY : i == 9 ? Double.NEGATIVE_INFINITY : i == 10 ? -0.0 : x;
    return type == LaneType.FLOAT64
        ? Double.doubleToRawLongBits(x)
        : Float.floatToRawIntBits((float) x);
  }
}
