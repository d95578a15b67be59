package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A chain of random operations from one seed, carried out here while it is made: which ones make
/// sense depends on the arrays that are there.
final class Chain {
  private static final int LENGTH = 40;

  private final Variables variables;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final String end;

  Chain(long seed) {
    variables = new Variables(seed);
    Operations operations = new Operations(variables);
    for (int i = 0; i < Variables.FIRST; i++) {
      run(operations.create(i));
    }
    while (steps.size() < LENGTH) {
      Step step = operations.next();
      if (step != null) {
        run(step);
      }
    }
    end =
        variables.all().stream()
            .map(a -> Long.toString(Checksum.of(a)))
            .collect(Collectors.joining(" "));
  }

  private void run(Step step) {
    String outcome;
    try {
      NDArray result = step.java().run();
      variables.set(step.target(), result);
      outcome = Checksum.describe(result);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException
        | UnsupportedOperationException e) {
      outcome = "error " + e;
    }
    steps.add(step);
    outcomes.add(outcome);
  }

  List<Step> steps() {
    return steps;
  }

  /// Whether step `i` was an error here.
  boolean failed(int i) {
    return outcomes.get(i).startsWith("error ");
  }

  /// Where the other side went apart, or null.
  String compare(List<String> answers) {
    for (int i = 0; i < steps.size(); i++) {
      boolean error = answers.get(i).startsWith("error ");
      if (failed(i) != error || !error && !outcomes.get(i).equals(answers.get(i))) {
        return "%s%n  here:  %s%n  numpy: %s%n%s"
            .formatted(steps.get(i).python(), outcomes.get(i), answers.get(i), history(i));
      }
    }
    String[] here = end.split(" ");
    String[] there = answers.getLast().split(" ");
    for (int i = 0; i < here.length; i++) {
      if (!here[i].equals(there[i])) {
        return "in the end v[%d] differs: %s%n%s"
            .formatted(i, variables.get(i).repr(), history(LENGTH - 1));
      }
    }
    return null;
  }

  private String history(int last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= last; i++) {
      text.append("    ").append(steps.get(i).python());
      text.append(failed(i) ? "   # error\n" : "\n");
    }
    return text.toString();
  }
}
