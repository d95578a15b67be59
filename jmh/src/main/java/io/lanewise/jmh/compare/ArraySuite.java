package io.lanewise.jmh.compare;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ufunc.Searching;
import io.lanewise.ufunc.Sets;
import io.lanewise.ufunc.SortKind;
import io.lanewise.ufunc.Sorting;
import java.util.List;
import java.util.SplittableRandom;

/// `compare array`: what moves elements and makes views, one million float64 unless the size says
/// otherwise.
final class ArraySuite {
  private static final int N = 1_000_000;
  private static final int SQUARE = 4_096;

  /// How far an index with locality is from its own place.
  private static final int NEAR = 64;

  private final Session session;
  private final double[] values = Inputs.uniform(1, N, -1, 1);
  private final NDArray a = NDArray.of(values);
  private final String shared;

  private ArraySuite(Session session) {
    this.session = session;
    this.shared = "a = " + session.inputs().share("values", values) + "\n";
  }

  static void run(Session session) {
    ArraySuite suite = new ArraySuite(session);
    suite.masks();
    suite.positions();
    suite.copies();
    suite.order();
    suite.joins();
    suite.views();
  }

  private void masks() {
    boolean[] flags = new boolean[N];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < N; i++) {
      flags[i] = random.nextBoolean();
    }
    NDArray mask = NDArray.of(flags);
    String setup = shared + "m = " + session.inputs().share("mask", flags);
    fresh("mask get", setup, "a[m]", () -> a.get(mask));
    NDArray target = a.copy();
    inPlace(
        "mask set",
        setup + "\nb = a.copy()",
        "b[m] = 0.5",
        () -> {
          target.set(mask, 0.5);
          return target;
        });
  }

  private void positions() {
    for (boolean local : new boolean[] {false, true}) {
      double[] indices = new double[N];
      SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < N; i++) {
        indices[i] =
            local
                ? Math.clamp(i + random.nextInt(-NEAR, NEAR), 0, N - 1)
                : (double) random.nextInt(N);
      }
      String kind = local ? " local" : " random";
      String setup =
          shared + "i = " + session.inputs().share("indices" + kind, indices) + ".astype(np.int64)";
      NDArray index = NDArray.of(indices).astype(DType.INT64);
      fresh("take" + kind, setup, "np.take(a, i)", () -> Indexing.take(a, index));
      fresh("fancy get" + kind, setup, "a[i]", () -> a.get(index));
      NDArray taken = a.copy();
      inPlace(
          "take" + kind + " out",
          setup + "\nb = a.copy()",
          "np.take(a, i, out=b, mode='clip')",
          () -> Indexing.take(a, index, 0, IndexMode.RAISE, taken));
      NDArray target = a.copy();
      inPlace(
          "fancy set" + kind,
          setup + "\nb = a.copy()",
          "b[i] = a",
          () -> {
            target.set(index, a);
            return target;
          });
    }
  }

  private void copies() {
    if (session.wants("transposed copy", "float64", (long) SQUARE * SQUARE)) {
      NDArray matrix =
          NDArray.of(Inputs.uniform(4, SQUARE * SQUARE, -1, 1)).reshape(SQUARE, SQUARE);
      NDArray out = NDArray.empty(DType.FLOAT64, SQUARE, SQUARE);
      session
          .comparison("moves", "transposed copy", "float64", (long) SQUARE * SQUARE)
          .ours(
              () -> {
                out.set(matrix.T());
                return out;
              })
          .numpy(
              "a = %s\nout = np.empty_like(a)"
                  .formatted(
                      session
                          .inputs()
                          .share("square", (double[]) matrix.storage().array(), SQUARE, SQUARE)),
              "out",
              "np.copyto(out, a.T)")
          .run();
    }
    NDArray singles = NDArray.empty(DType.FLOAT32, N);
    inPlace(
        "astype",
        shared + "b = np.empty(a.size, np.float32)",
        "b[...] = a",
        () -> {
          singles.set(a);
          return singles;
        });
  }

  /// Sorting and searching.
  private void order() {
    fresh("sort", shared, "np.sort(a)", () -> Sorting.sort(a));
    fresh("argsort", shared, "np.argsort(a)", () -> Sorting.argsort(a));
    fresh(
        "stable sort",
        shared,
        "np.sort(a, kind='stable')",
        () -> Sorting.sort(a, -1, SortKind.STABLE, false));
    fresh(
        "stable argsort",
        shared,
        "np.argsort(a, kind='stable')",
        () -> Sorting.argsort(a, -1, SortKind.STABLE, false));
    NDArray sorted = Sorting.sort(a);
    NDArray keys = NDArray.of(Inputs.uniform(5, N, -1, 1));
    fresh(
        "searchsorted",
        shared
            + "s = np.sort(a)\nk = "
            + session.inputs().share("keys", (double[]) keys.storage().array()),
        "np.searchsorted(s, k)",
        () -> Searching.searchsorted(sorted, keys));
    if (session.wants("unique inverse", "float64", N)) {
      session
          .comparison("order", "unique inverse", "float64", N)
          .ours(() -> Sets.uniqueInverse(a))
          .read(result -> ((Sets.UniqueInverse) result).inverse().toDoubleArray())
          .numpy(
              shared, "np.unique(a, return_inverse=True)[1]", "np.unique(a, return_inverse=True)")
          .run();
    }
  }

  /// New arrays of the elements of others.
  private void joins() {
    NDArray b = a.copy();
    String setup = shared + "b = a.copy()";
    NDArray twice = NDArray.empty(DType.FLOAT64, 2L * N);
    fresh("concatenate", setup, "np.concatenate((a, b))", () -> Manipulation.concatenate(a, b));
    run(
        "concatenate out",
        setup + "\nc = np.empty(2 * a.size)",
        "c",
        "np.concatenate((a, b), out=c)",
        () -> Manipulation.concatenate(List.of(a, b), 0, twice));
    // NumPy's next three take no out
    PadMode zeros = PadMode.constant(0);
    NDArray padded = NDArray.empty(DType.FLOAT64, N + 200L);
    fresh("pad", shared, "np.pad(a, 100)", () -> Manipulation.pad(a, 100, zeros));
    fresh(
        "pad out",
        shared,
        "np.pad(a, 100)",
        () -> Manipulation.pad(a, new long[][] {{100}}, zeros, padded));
    fresh("roll", shared, "np.roll(a, 1000)", () -> Manipulation.roll(a, 1_000));
    fresh(
        "roll out",
        shared,
        "np.roll(a, 1000)",
        () -> Manipulation.roll(a, new long[] {1_000}, new int[] {0}, b));
    fresh("repeat", shared, "np.repeat(a, 2)", () -> Manipulation.repeat(a, 2));
    fresh("repeat out", shared, "np.repeat(a, 2)", () -> Manipulation.repeat(a, 2, 0, twice));
  }

  /// Making a view; the library's is handed to a field, as NumPy's to a name.
  private void views() {
    NDArray matrix = a.reshape(1_000, 1_000);
    Index[] index = {Index.slice(1, Index.END), Index.all().step(-2)};
    fresh("view", shared + "a = a.reshape(1000, 1000)", "a[1:, ::-2]", () -> matrix.get(index));
  }

  /// A case whose result is new.
  private void fresh(String name, String setup, String statement, Call call) {
    run(name, setup, statement, statement, call);
  }

  /// A case that writes to `b`.
  private void inPlace(String name, String setup, String statement, Call call) {
    run(name, setup, "b", statement, call);
  }

  private void run(String name, String setup, String value, String statement, Call call) {
    if (session.wants(name, "float64", N)) {
      session
          .comparison(group(name), name, "float64", N)
          .ours(call)
          .numpy(setup, value, statement)
          .run();
    }
  }

  private static String group(String name) {
    return name.equals("view")
        ? "views"
        : name.contains("sort") || name.contains("unique") ? "order" : "moves";
  }
}
