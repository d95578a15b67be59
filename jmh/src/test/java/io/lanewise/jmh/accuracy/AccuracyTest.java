package io.lanewise.jmh.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.jmh.accuracy.reference.TrueValue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {
  private static final String TEXT =
      """
      Before.

      | function | float64, random | float64, hard | at | float32 | at | double-double | at |
      |---|---|---|---|---|---|---|---|
      | exp | old | old | old | old | old | kept | 7.0 |
      | sin | kept | | | | | old | old |

      Behind.
      """;

  @Test
  void aShortRunFindsErrorsBetweenHalfAUnitAndOne() throws IOException {
    Optional<PythonSide> python = PythonSide.start();
    Assumptions.assumeTrue(python.isPresent(), "no python3 with mpmath here");
    try (PythonSide side = python.get()) {
      List<Row> rows =
          run(
              side,
              "exp",
              "power",
              "none",
              "--random",
              "2000",
              "--hard",
              "600",
              "--step",
              "900007");
      assertThat(rows).extracting(Row::name).containsExactly("exp", "power");
      assertThat(rows)
          .asInstanceOf(InstanceOfAssertFactories.list(ArbitraryRow.class))
          .allSatisfy(
              row -> {
                assertThat(row.isGood()).isTrue();
                assertThat(row.random().ulp()).isBetween(0.45, 1.0);
                assertThat(row.random().count()).isEqualTo(2000);
              })
          .extracting(row -> row.narrow().count())
          .containsExactly((1L << 32) / 900_007 + 1, 0L);
    }
  }

  private static List<Row> run(PythonSide side, String... arguments) {
    return Accuracy.run(side, Accuracy.Options.parse(arguments), System.out);
  }

  @Test
  void aRunInDoubleDoubleFindsTheSame() throws IOException {
    Optional<PythonSide> python = PythonSide.start();
    Assumptions.assumeTrue(python.isPresent(), "no python3 with mpmath here");
    try (PythonSide side = python.get()) {
      List<Row> rows = run(side, "exp", "logaddexp", "--double-double", "60000");
      List<Row> known = run(side, "exp", "logaddexp", "--random", "60000", "--hard", "600");
      for (int i = 0; i < rows.size(); i++) {
        DoubleDoubleRow row = (DoubleDoubleRow) rows.get(i);
        Worst random = ((ArbitraryRow) known.get(i)).random();
        assertThat(row.isGood()).as(row.line()).isTrue();
        assertThat(row.cells()).containsExactly(random.cell(), random.where());
      }
    }
  }

  @Test
  void optionsHaveDefaults() {
    assertThat(Accuracy.Options.parse("sin", "--step", "3", "--write"))
        .isEqualTo(new Accuracy.Options(List.of("sin"), 1_000_000, 100_000, 3, 0, true));
    assertThat(Accuracy.Options.parse().step()).isGreaterThan(1);
    assertThat(Accuracy.Options.parse("--write").step()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--fast, unknown option --fast",
    "--step, '--step takes a positive number, not nothing'",
    "--step 0, '--step takes a positive number, not 0'",
    "--hard many, '--hard takes a positive number, not many'"
  })
  void optionsThatMakeNoSenseAreRefused(String line, String words) {
    assertThatThrownBy(() -> Accuracy.Options.parse(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @ParameterizedTest
  @CsvSource({
    // result, the bits of the double not above, the part of the way, the sign, the error
    "1.0, 1.0, 0.25, 1, 0.25",
    "-1.0, 1.0, 0.25, -1, 0.25",
    "1.0000000000000002, 1.0, 0.25, 1, 0.75",
    "-1.0, 1.0, 0, 1, Infinity",
    "NaN, 1.0, 0, 1, Infinity",
    "0.0, 0.0, 0.5, -1, 0.5"
  })
  void errorsAreCountedInUnitsOfTheTrueValue(
      double result, double below, double part, double sign, double error) {
    TrueValue value = new TrueValue(Double.doubleToRawLongBits(below), part, sign);
    assertThat(value.error(result)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.00000003, 0.2516",
    "Infinity, 1e39, 0",
    "NaN, NaN, 0",
    "NaN, 1, Infinity",
    "-0.0, 0.0, Infinity"
  })
  void float32ErrorsAreCountedInUnitsOfTheTrueValue(float y, double v, double error) {
    assertThat(Float32Sweep.error(y, v))
        .isEqualTo(error, org.assertj.core.api.Assertions.within(1e-3));
  }

  @Test
  void newCellsReplaceOldOnesInTheOrderOfTheFunctions() {
    Worst worst = new Worst();
    worst.add(0.5, 1.5);
    List<Row> rows =
        List.of(
            new ArbitraryRow("exp", worst, worst, new Worst()),
            new DoubleDoubleRow("sin", worst, worst),
            new DoubleDoubleRow("tan", worst, worst));
    assertThat(Table.renewed(TEXT, rows, List.of("sin", "exp", "tan")))
        .isEqualTo(
            """
            Before.

            | function | float64, random | float64, hard | at | float32 | at | double-double | at |
            |---|---|---|---|---|---|---|---|
            | sin | kept | | | | | 0.500 of 1 | 1.5 |
            | exp | 0.500 of 1 | 0.500 of 1 | 1.5 | | | kept | 7.0 |
            | tan | | | | | | 0.500 of 1 | 1.5 |

            Behind.
            """);
  }
}
