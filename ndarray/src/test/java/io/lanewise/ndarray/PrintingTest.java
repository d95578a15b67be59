package io.lanewise.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a scope is closed twice, and by another thread, on purpose
class PrintingTest {
  private static final NDArray THIRD = NDArray.of(1 / 3.0);
  private static final PrintOptions TWO = PrintOptions.DEFAULT.withPrecision(2);

  @Test
  void scopeChangesStrAndReprUntilItIsClosed() {
    try (var outer = Printing.with(TWO)) {
      assertThat(THIRD).hasToString("[0.33]");
      assertThat(THIRD.repr()).isEqualTo("array([0.33])");
      try (var inner = Printing.with(PrintOptions.DEFAULT.withPrecision(3))) {
        assertThat(THIRD).hasToString("[0.333]");
        assertThatIllegalStateException().isThrownBy(outer::close).withMessageContaining("scope");
        inner.close();
        assertThat(THIRD).hasToString("[0.33]");
      }
      assertThat(THIRD).hasToString("[0.33]");
    }
    assertThat(THIRD).hasToString("[0.33333333]");
    assertThat(Printing.getPrintoptions()).isEqualTo(PrintOptions.DEFAULT);
  }

  @Test
  void scopeIsOfOneThread() {
    try (var scope = Printing.with(TWO)) {
      assertThat(CompletableFuture.supplyAsync(THIRD::toString).join()).isEqualTo("[0.33333333]");
      assertThat(
              CompletableFuture.runAsync(scope::close)
                  .handle((result, error) -> error.getCause())
                  .join())
          .isInstanceOf(IllegalStateException.class);
      assertThat(Printing.getPrintoptions()).isEqualTo(TWO);
    }
  }

  @Test
  void optionsSetWithinAScopeEndWithIt() {
    try (var scope = Printing.with(TWO)) {
      Printing.setPrintoptions(PrintOptions.DEFAULT.withPrecision(1));
      assertThat(THIRD).hasToString("[0.3]");
      assertThat(scope).isNotNull();
    }
    assertThat(THIRD).hasToString("[0.33333333]");
  }

  @Test
  void optionsSetOutsideAScopeHoldForAllThreads() {
    try {
      Printing.setPrintoptions(TWO);
      assertThat(CompletableFuture.supplyAsync(THIRD::toString).join()).isEqualTo("[0.33]");
    } finally {
      Printing.setPrintoptions(PrintOptions.DEFAULT);
    }
  }

  @Test
  void formatterPrintsTheElementsOfItsKind() {
    ElementFormatter formatter =
        ElementFormatter.NONE
            .withReal(x -> "r" + x)
            .withInteger(x -> Long.toHexString(x))
            .withComplex(z -> z.real() + "|" + z.imag())
            .withBool(x -> x ? "yes" : "no");
    PrintOptions options = PrintOptions.DEFAULT.withFormatter(formatter);
    assertThat(Printing.array2string(NDArray.of(1.5, 2), options)).isEqualTo("[r1.5 r2.0]");
    assertThat(Printing.array2string(NDArray.of(255, 16), options)).isEqualTo("[ff 10]");
    assertThat(Printing.arrayRepr(NDArray.of(true, false), options)).isEqualTo("array([yes, no])");
    assertThat(Printing.array2string(NDArray.ofComplex(1.0, 2.0), options)).isEqualTo("[1.0|2.0]");
  }

  @Test
  void textOfSeveralLinesStandsInAColumn() {
    PrintOptions options =
        PrintOptions.DEFAULT.withFormatter(
            ElementFormatter.NONE.withInteger(x -> "<" + x + "\n " + x + x + ">"));
    assertThat(Printing.array2string(NDArray.of(1, 2), options, ", ", "", ""))
        .isEqualTo("[<1\n  11>, <2\n        22>]");
  }

  @Test
  void bfloat16HasShortestDigitsOfItsOwn() {
    NDArray a = NDArray.of(1.1, 3.14, -0.1, 99).astype(DType.BFLOAT16);
    assertThat(a.repr()).isEqualTo("array([ 1.1 ,  3.14, -0.1 , 99.  ], dtype=bfloat16)");
    assertThat(a.get(0L)).hasToString("1.1");
    assertThat(NDArray.of(100.0, 128).astype(DType.BFLOAT16)).hasToString("[1.00e+02 1.28e+02]");
    assertThat(NDArray.of(1e-4, 1).astype(DType.BFLOAT16)).hasToString("[1.e-04 1.e+00]");
  }

  @Test
  void badOptionsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintOptions.DEFAULT.withPrecision(-1))
        .withMessage("precision must be >= 0, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Printing.formatFloatPositional(
                    1, DigitOptions.DEFAULT.withPrecision(2).withMinDigits(3)))
        .withMessageContaining("min_digits must be less than or equal to precision");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Printing.formatFloatScientific(1, DigitOptions.DEFAULT.withUnique(false)))
        .withMessage("in non-unique mode `precision` must be supplied");
  }

  @Test
  void numbersPrintWithTheDigitsOfTheirType() {
    assertThat(Printing.formatFloatPositional((float) Math.PI, DigitOptions.DEFAULT))
        .isEqualTo("3.1415927");
    assertThat(Printing.formatFloatScientific(123456789.0)).isEqualTo("1.23456789e+08");
    assertThat(Printing.formatFloatPositional(1e-3)).isEqualTo("0.001");
  }

  @Test
  void lineBreakBehindASingleLineStays() {
    // as array2string of NumPy 2.4.6 prints them
    assertThat(printed("\n")).isEqualTo("[\n \n]");
    assertThat(printed("a\n")).isEqualTo("[a\n a\n]");
    assertThat(printed("a\n\n")).isEqualTo("[a\n   a\n    ]");
    assertThat(printed("a\nbb\n")).isEqualTo("[a\n bb a\n    bb]");
    assertThat(printed("a\r\nb")).isEqualTo("[a\n b a\n   b]");
    assertThat(printed("")).isEqualTo("[ ]");
  }

  private static String printed(String element) {
    ElementFormatter formatter = ElementFormatter.NONE.withInteger(x -> element);
    return Printing.array2string(NDArray.of(1L, 2L), PrintOptions.DEFAULT.withFormatter(formatter));
  }

  @Test
  void textThatIsNullIsRefusedInWords() {
    assertThatNullPointerException()
        .isThrownBy(() -> printed(null))
        .withMessage("formatter: the text of an element is null");
  }

  @Test
  void summaryThatWouldLookAtTooManyElementsIsRefused() {
    NDArray wide = NDArray.scalar(1.0).broadcastTo(1L << 33);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Printing.array2string(wide, PrintOptions.DEFAULT.withEdgeitems(0)))
        .withMessageContaining("array is too big");
  }
}
