package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.Expr;
import io.lanewise.ufunc.Ufuncs;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// `compare libraries`: a few operations against other Java libraries with arrays of double. What
/// they do with an output is compared with ours with one, new results with new results; a library
/// has the cases that its API has.
final class LibrarySuite {
  private static final int[] SIZES = {10_000, 1_000_000};

  /// Exponentials differ by some units in the last place, sums by the order of their terms.
  private static final Agreement CLOSE = new Agreement.Relative(1e-11);

  private LibrarySuite() {}

  static void run(Session session) {
    List<Library> libraries = libraries(session);
    for (int n : SIZES) {
      double[] a = Inputs.uniform(1, n, -9, 9);
      double[] b = Inputs.uniform(2, n, -9, 9);
      for (Library library : libraries) {
        for (Library.Operation operation : Library.Operation.values()) {
          compare(session, library, operation, a, b);
        }
      }
    }
  }

  private static List<Library> libraries(Session session) {
    List<Library> libraries = new ArrayList<>(List.of(new EjmlArrays()));
    var others = ServiceLoader.load(Library.class, LibrarySuite.class.getClassLoader()).iterator();
    while (others.hasNext()) {
      try {
        Library library = others.next();
        library.threads(session.options().threads());
        libraries.add(library);
      } catch (ServiceConfigurationError | LinkageError e) {
        // native code for another platform
        session.report().note("a library does not load: " + e);
      }
    }
    return libraries;
  }

  private static void compare(
      Session session, Library library, Library.Operation operation, double[] a, double[] b) {
    String label = library.name() + " " + operation.title();
    if (!session.wants(label, "float64", a.length)) {
      return;
    }
    Call call = library.call(operation, a, b);
    if (call == null) {
      return;
    }
    session
        .comparison(library.name() + ", " + a.length, operation.title(), "float64", a.length)
        .ours(ours(operation, NDArray.of(a), NDArray.of(b)))
        .within(CLOSE)
        .read(
            result ->
                result instanceof NDArray array
                    ? array.toDoubleArray()
                    : new double[] {((Number) result).doubleValue()})
        .java(
            () ->
                new Peer(
                    library.name(), List.of(Loop.of(call)), () -> numbers(library, call.run())))
        .run();
  }

  private static double[] numbers(Library library, Object result) {
    return result instanceof Number number
        ? new double[] {number.doubleValue()}
        : library.numbers(result);
  }

  private static Call ours(Library.Operation operation, NDArray a, NDArray b) {
    NDArray out = NDArray.empty(DType.FLOAT64, a.size());
    Expr scaled = Expr.of(a).multiply(2.5).add(Expr.of(b));
    return switch (operation) {
      case ADD -> () -> Ufuncs.add(a, b, out);
      case MULTIPLY -> () -> Ufuncs.multiply(a, b, out);
      case EXP -> () -> Ufuncs.exp(a, out);
      case SCALED_ADD -> () -> scaled.eval(out);
      case ADD_NEW -> () -> a.add(b);
      case MULTIPLY_NEW -> () -> a.multiply(b);
      case EXP_NEW -> () -> a.exp();
      case SCALED_ADD_NEW -> () -> scaled.eval();
      case SUM -> () -> a.sum().item();
      case MIN -> () -> a.min().item();
      case MAX -> () -> a.max().item();
    };
  }
}
