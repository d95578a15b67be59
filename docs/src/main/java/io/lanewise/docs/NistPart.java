package io.lanewise.docs;

import io.lanewise.optimize.CurveFit;
import io.lanewise.optimize.FitResult;
import java.util.ArrayList;
import java.util.List;

/// Third part: fits of data sets whose answers NIST certified with 500-digit arithmetic, from a far
/// and a near start.
final class NistPart {
  /// The certified values are printed to this many digits; no more can agree.
  private static final double PRINTED_DIGITS = 11;

  private static final double TIGHT = 1e-15;

  private NistPart() {}

  static void run(Screen screen) {
    screen.say(
        """
        NIST publishes data with answers certified to 11 digits. A model is written once, as an
        expression; its derivatives follow from it. Thurber's and Hahn's:\
        """);
    screen.code(Source.body(NistProblem.class, "cubicRatio"));
    screen.say("and the fit of each:");
    screen.code(Source.body(NistPart.class, "fit"));
    List<String[]> rows = new ArrayList<>();
    for (NistProblem problem : NistProblem.values()) {
      for (int start = 1; start <= 2; start++) {
        FitResult fit = fit(problem, start).orThrow();
        rows.add(
            new String[] {
              problem.title(),
              Long.toString(problem.y().size()),
              Integer.toString(problem.certified().length),
              start == 1 ? "far" : "near",
              Long.toString(fit.nfev()),
              Screen.number("%.1f", digits(fit.parameters(), problem.certified())),
              Screen.number("%.1f", digits(fit.standardDeviations(), problem.certifiedDeviations()))
            });
      }
    }
    screen.table(
        new String[] {
          "data set",
          "points",
          "parameters",
          "start",
          "evaluations",
          "digits of parameters",
          "of deviations"
        },
        rows);
    screen.say(
        """
        Digits: -log10 of the relative difference from the certified value, the worst parameter of
        each fit; 11.0 is all that are printed.\
        """);
    certified(screen, NistProblem.THURBER);
  }

  private static void certified(Screen screen, NistProblem problem) {
    FitResult fit = fit(problem, 1);
    List<String[]> rows = new ArrayList<>();
    for (int j = 0; j < problem.certified().length; j++) {
      rows.add(
          new String[] {
            "b" + (j + 1),
            Screen.number("%.10e", problem.start(1)[j]),
            Screen.number("%.10e", fit.parameters()[j]),
            Screen.number("%.10e", problem.certified()[j])
          });
    }
    screen.table(new String[] {problem.title(), "far start", "fitted", "certified"}, rows);
  }

  static FitResult fit(NistProblem problem, int start) {
    return CurveFit.model(problem.model())
        .start(problem.start(start))
        .tolerances(TIGHT, TIGHT, TIGHT)
        .maxEvaluations(2000)
        .fit(problem.x(), problem.y());
  }

  /// The digits in which the worst component agrees.
  static double digits(double[] values, double[] certified) {
    double digits = PRINTED_DIGITS;
    for (int j = 0; j < values.length; j++) {
      double error = Math.abs(values[j] - certified[j]) / Math.abs(certified[j]);
      digits = Math.min(digits, Double.isNaN(error) ? 0 : -Math.log10(error));
    }
    return Math.max(0, digits);
  }
}
