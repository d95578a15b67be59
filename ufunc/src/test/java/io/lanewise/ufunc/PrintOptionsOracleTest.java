package io.lanewise.ufunc;

import io.lanewise.ndarray.DigitOptions;
import io.lanewise.ndarray.FloatMode;
import io.lanewise.ndarray.PrintOptions;
import io.lanewise.ndarray.PrintSign;
import io.lanewise.ndarray.Printing;
import io.lanewise.ndarray.TrimMode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintOptionsOracleTest {
  private static final Map<String, Oracle.Call> CALLS =
      Map.of(
          "array2string",
          a ->
              Printing.array2string(
                  a.array(0), options(a.text(1)), a.text(2), a.text(3), a.text(4)),
          "array_repr",
          a -> Printing.arrayRepr(a.array(0), options(a.text(1))),
          "array_str",
          a -> Printing.arrayStr(a.array(0), options(a.text(1))),
          "format_float_positional",
          a -> Printing.formatFloatPositional(a.array(0), digitOptions(a.text(1))),
          "format_float_scientific",
          a -> Printing.formatFloatScientific(a.array(0), digitOptions(a.text(1))));

  @Test
  void arraysAndNumbersPrintAsInNumPyUnderAllOptions() {
    Oracle.replay("print_options", CALLS, new Oracle.Rules() {});
  }

  private static PrintOptions options(String text) {
    PrintOptions options = PrintOptions.DEFAULT;
    for (String part : text.isEmpty() ? new String[0] : text.split("\\|")) {
      String[] pair = part.split("=", 2);
      String value = pair[1];
      options =
          switch (pair[0]) {
            case "precision" -> options.withPrecision(Integer.parseInt(value));
            case "threshold" -> options.withThreshold(Long.parseLong(value));
            case "edgeitems" -> options.withEdgeitems(Integer.parseInt(value));
            case "linewidth" -> options.withLinewidth(Integer.parseInt(value));
            case "suppress" -> options.withSuppress(value.equals("True"));
            case "nanstr" -> options.withNanstr(value);
            case "infstr" -> options.withInfstr(value);
            case "sign" -> options.withSign(PrintSign.values()["-+ ".indexOf(value)]);
            case "floatmode" ->
                options.withFloatmode(FloatMode.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException(part);
          };
    }
    return options;
  }

  private static DigitOptions digitOptions(String text) {
    DigitOptions options = DigitOptions.DEFAULT;
    for (String part : text.isEmpty() ? new String[0] : text.split("\\|")) {
      String[] pair = part.split("=", 2);
      String value = pair[1];
      options =
          switch (pair[0]) {
            case "precision" -> options.withPrecision(Integer.parseInt(value));
            case "min_digits" -> options.withMinDigits(Integer.parseInt(value));
            case "pad_left" -> options.withPadLeft(Integer.parseInt(value));
            case "pad_right" -> options.withPadRight(Integer.parseInt(value));
            case "exp_digits" -> options.withExpDigits(Integer.parseInt(value));
            case "unique" -> options.withUnique(value.equals("True"));
            case "fractional" -> options.withFractional(value.equals("True"));
            case "sign" -> options.withSign(value.equals("True"));
            case "trim" -> options.withTrim(TrimMode.values()["k.0-".indexOf(value)]);
            default -> throw new IllegalArgumentException(part);
          };
    }
    return options;
  }
}
