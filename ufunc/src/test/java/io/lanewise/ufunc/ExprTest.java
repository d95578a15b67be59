package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random expressions, each built twice: fused, and as operations one by one.
class ExprTest {
  /// A fused expression, what it should be, and how it was made.
  private record Pair(Expr fused, NDArray plain, String text) {}

  private static final UFunc[] UNARY = {
    Ufuncs.NEGATIVE,
    Ufuncs.ABSOLUTE,
    Ufuncs.SQUARE,
    Ufuncs.SQRT,
    Ufuncs.RECIPROCAL,
    Ufuncs.EXP,
    Ufuncs.LOG,
    Ufuncs.SIN,
    Ufuncs.COS
  };

  private static final UFunc[] BINARY = {
    Ufuncs.ADD,
    Ufuncs.SUBTRACT,
    Ufuncs.MULTIPLY,
    Ufuncs.DIVIDE,
    Ufuncs.MINIMUM,
    Ufuncs.MAXIMUM,
    Ufuncs.POWER
  };

  private static final UFunc[] TESTS = {
    Ufuncs.LESS, Ufuncs.LESS_EQUAL, Ufuncs.GREATER, Ufuncs.GREATER_EQUAL, Ufuncs.EQUAL
  };

  private static Pair random(Random random, List<Pair> leaves, int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaves.get(random.nextInt(leaves.size()));
    }
    Pair a = random(random, leaves, depth - 1);
    boolean floating = a.plain.dtype().isFloating();
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> {
        UFunc f = UNARY[random.nextInt(UNARY.length)];
        if (a.plain.dtype() == DType.BOOL) {
          return a;
        }
        return new Pair(Expr.apply(f, a.fused), f.apply(a.plain), f.name() + "(" + a.text + ")");
      }
      case 3 -> {
        double c = random.nextInt(5) == 0 ? 2 : random.nextGaussian();
        UFunc f = BINARY[random.nextInt(BINARY.length - 1)];
        String text = f.name() + "(" + a.text + ", " + c + ")";
        return new Pair(Expr.apply(f, a.fused, Expr.constant(c)), f.apply(a.plain, c, null), text);
      }
      case 4 -> {
        if (a.plain.dtype() == DType.BOOL) {
          return a;
        }
        long c = random.nextInt(7) - 3;
        UFunc f = BINARY[random.nextInt(BINARY.length - 1)];
        String text = f.name() + "(" + a.text + ", " + c + "L)";
        return new Pair(Expr.apply(f, a.fused, Expr.constant(c)), f.apply(a.plain, c, null), text);
      }
      case 5 -> {
        double c = new double[] {1, 2, 3, 0.5, -1}[random.nextInt(5)];
        return new Pair(a.fused.power(c), a.plain.power(c), a.text + " ** " + c);
      }
      case 6 -> {
        Pair b = random(random, leaves, depth - 1);
        Pair c = random(random, leaves, depth - 1);
        UFunc f = TESTS[random.nextInt(TESTS.length)];
        return new Pair(
            Expr.where(Expr.apply(f, a.fused, b.fused), c.fused, a.fused),
            Ufuncs.where(f.apply(a.plain, b.plain, null), c.plain, a.plain),
            "where(" + f.name() + "(" + a.text + ", " + b.text + "), " + c.text + ", " + a.text
                + ")");
      }
      default -> {
        Pair b = random(random, leaves, depth - 1);
        UFunc f = BINARY[random.nextInt(BINARY.length)];
        boolean flags = a.plain.dtype() == DType.BOOL && b.plain.dtype() == DType.BOOL;
        boolean integers = !floating && !b.plain.dtype().isFloating();
        if (f == Ufuncs.POWER && integers || f == Ufuncs.SUBTRACT && flags) {
          f = Ufuncs.ADD;
        }
        return new Pair(
            Expr.apply(f, a.fused, b.fused),
            f.apply(a.plain, b.plain, null),
            f.name() + "(" + a.text + ", " + b.text + ")");
      }
    }
  }

  private static List<Pair> leaves(Random random, DType... dtypes) {
    List<Pair> leaves = new ArrayList<>();
    long[][] shapes = {{4, 33}, {33}, {4, 1}, {4, 33}, {}};
    int k = 0;
    for (DType dtype : dtypes) {
      NDArray a = Layouts.random(random, dtype, shapes[k % shapes.length]);
      if (k == 3) {
        a = Layouts.filled(NDArray.empty(dtype, 33, 8).T().get("::2"), a);
      }
      leaves.add(new Pair(Expr.of(a), a, dtype + "#" + k++));
    }
    return leaves;
  }

  @Test
  void fusedExpressionsHaveTheBitsOfTheirOperations() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Pair> leaves =
          seed % 3 == 0
              ? leaves(random, DType.FLOAT64, DType.FLOAT64, DType.FLOAT64, DType.FLOAT64)
              : seed % 3 == 1
                  ? leaves(random, DType.FLOAT32, DType.FLOAT32, DType.FLOAT32, DType.FLOAT32)
                  : leaves(
                      random, DType.INT32, DType.FLOAT32, DType.FLOAT64, DType.INT64, DType.BOOL);
      Pair pair = random(random, leaves, 2 + seed % 4);
      String difference = Fixtures.difference(pair.fused.eval(), pair.plain);
      if (difference == null) {
        NDArray out =
            NDArray.empty(pair.plain.dtype(), 5, 4, 33).T().transpose(2, 1, 0).get("::-1");
        difference = Fixtures.difference(pair.fused.eval(out), pair.plain.broadcastTo(5, 4, 33));
      }
      if (difference != null) {
        wrong.add("seed " + seed + ": " + pair.text + "\n  " + difference);
      }
      compared++;
    }
    assertThat(compared).isEqualTo(300);
    assertThat(wrong.stream().limit(6)).as("%d of %d differ", wrong.size(), compared).isEmpty();
  }

  @Test
  void sumsOfExpressionsAreThoseOfTheirElements() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      DType dtype = seed % 2 == 0 ? DType.FLOAT64 : DType.FLOAT32;
      NDArray a = Layouts.random(random, dtype, 1 + random.nextInt(5000));
      NDArray b = seed % 3 == 0 ? a.get("::-1") : Layouts.random(random, dtype, a.size());
      Expr e = Expr.of(a).sin().multiply(b).add(0.25);
      same(e.sum(), e.eval().sum().item());
    }
    assertThat(Expr.of(NDArray.zeros(0)).exp().sum()).isZero();
    assertThat(Expr.of(NDArray.scalar(2.0)).square().sum()).isEqualTo(4);
    assertThat(Expr.of(NDArray.arange(5)).multiply(Expr.constant(2L)).sum()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void derivativesAgreeWithDifferencesAndEachOther(DType dtype) {
    // differences need smooth functions of moderate size
    UFunc[] unary = {Ufuncs.NEGATIVE, Ufuncs.SQUARE, Ufuncs.SIN, Ufuncs.COS};
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      NDArray a = smooth(random).astype(dtype);
      NDArray b = smooth(random).astype(dtype);
      Expr x = Expr.of(a);
      Expr y = Expr.of(b);
      List<Expr> known = new ArrayList<>(List.of(x, y));
      for (int step = 0; step < 5; step++) {
        Expr u = known.get(random.nextInt(known.size()));
        Expr v = known.get(random.nextInt(known.size()));
        known.add(
            switch (random.nextInt(8)) {
              case 0 -> u.add(v);
              case 1 -> u.subtract(v).multiply(0.5);
              case 2 -> u.multiply(v);
              case 3 -> u.divide(v.square().add(1.0));
              case 4 -> u.sin().exp();
              case 5 -> u.square().add(0.5).log();
              case 6 -> u.square().add(1.0).sqrt().reciprocal();
              default ->
                  random.nextBoolean()
                      ? u.square().add(0.5).power(v.sin())
                      : Expr.apply(unary[random.nextInt(unary.length)], u).multiply(0.5);
            });
      }
      Expr f = known.getLast().add(known.get(known.size() - 2));
      List<Expr> gradient = f.gradient(List.of(x, y));
      NDArray forward = whole(f.derivative(x), a);
      NDArray reverse = whole(gradient.get(0), a);
      double tolerance = dtype == DType.FLOAT64 ? 1e-10 : 2e-2;
      close(reverse, forward, tolerance, "seed " + seed + " " + f);
      close(whole(gradient.get(1), a), whole(f.derivative(y), a), tolerance, "seed " + seed);
      if (dtype == DType.FLOAT64) {
        close(forward, differences(f, x, a), 2e-6, "seed " + seed + " " + f);
      }
    }
  }

  /// The elements of `e` in the shape of `like`: a derivative may be a number.
  private static NDArray whole(Expr e, NDArray like) {
    return Expr.of(like).multiply(0.0).add(e).eval();
  }

  /// Central differences of the fourth order; the array of the leaf `x` is changed and restored.
  private static NDArray differences(Expr f, Expr x, NDArray a) {
    NDArray before = a.copy();
    double h = 1e-3;
    double[] weights = {1, -8, 8, -1};
    double[] steps = {-2, -1, 1, 2};
    NDArray sum = NDArray.zeros(a.size());
    for (int i = 0; i < 4; i++) {
      a.set(before.add(steps[i] * h));
      sum.add(f.eval().multiply(weights[i] / (12 * h)), sum);
      a.set(before);
    }
    return sum;
  }

  private static void close(NDArray actual, NDArray expected, double tolerance, String what) {
    for (long i = 0; i < expected.size(); i++) {
      double size = Math.max(1, Math.abs(expected.getDouble(i)));
      assertThat(Math.abs(actual.getDouble(i) - expected.getDouble(i)) / size)
          .as(
              "%s, element %d: %s, expected %s",
              what, i, actual.getDouble(i), expected.getDouble(i))
          .isLessThan(tolerance);
    }
  }

  private static void same(double actual, double expected) {
    assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
  }

  private static NDArray smooth(Random random) {
    double[] values = new double[7];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble(-1.5, 1.5);
    }
    return NDArray.of(values);
  }

  @Test
  void derivativesOfEachFunctionAreTheKnownOnes() {
    NDArray a = NDArray.of(0.3, 1.0, 2.5);
    Expr x = Expr.of(a);
    double[][] expected = {
      derivative(a, v -> 3 * v * v),
      derivative(a, v -> Math.pow(2, v) * Math.log(2)),
      derivative(a, v -> -1 / (v * v)),
      derivative(a, v -> 0.5 / Math.sqrt(v)),
      derivative(a, v -> 1 / v),
      derivative(a, v -> v < 1 ? 1 : 0),
      derivative(a, v -> 2 * Math.cos(2 * v)),
    };
    Expr[] functions = {
      x.power(3),
      Expr.constant(2.0).power(x),
      x.reciprocal(),
      x.sqrt(),
      x.log(),
      Expr.where(x.less(Expr.constant(1.0)), x, Expr.constant(1.0)),
      x.multiply(2).sin(),
    };
    for (int i = 0; i < functions.length; i++) {
      assertThat(whole(functions[i].derivative(x), a).toDoubleArray())
          .containsExactly(expected[i], org.assertj.core.data.Offset.offset(1e-14));
      assertThat(whole(functions[i].gradient(List.of(x)).get(0), a).toDoubleArray())
          .containsExactly(expected[i], org.assertj.core.data.Offset.offset(1e-14));
    }
    Expr relu = x.subtract(1.0).multiply(x.greater(Expr.constant(1.0)));
    assertThat(whole(relu.derivative(x), a).toDoubleArray()).containsExactly(0, 0, 1);
    assertThat(whole(relu.gradient(List.of(x)).get(0), a).toDoubleArray()).containsExactly(0, 0, 1);
    Expr second = x.maximum(Expr.constant(1.0)).square().derivative(x).derivative(x);
    assertThat(whole(second, a).toDoubleArray()).containsExactly(0, 2, 2);
    assertThat(whole(Expr.of(NDArray.of(-2.0, 3)).abs().derivative(x), a.get(":2")).toDoubleArray())
        .containsExactly(0, 0);
  }

  private static double[] derivative(NDArray a, java.util.function.DoubleUnaryOperator f) {
    return java.util.Arrays.stream(a.toDoubleArray()).map(f).toArray();
  }

  @Test
  void integerConstantsKeepAllBits() {
    NDArray a = NDArray.of(1L, -1L);
    long big = (1L << 53) + 1;
    assertThat(Expr.apply(Ufuncs.ADD, Expr.of(a), Expr.constant(big)).eval().getLong(0))
        .isEqualTo(big + 1);
    NDArray ints = NDArray.of(3, 4);
    assertThat(Expr.of(ints).power(2.0).eval().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(Expr.of(ints).power(1.0).eval().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(Expr.of(ints).add(Expr.constant(1L)).eval().dtype()).isEqualTo(DType.INT32);
  }

  @Test
  void aNewConstantDoesNotChangeAnotherExpression() {
    NDArray a = NDArray.of(1.0, 2.0);
    Expr first = Expr.of(a).multiply(2.0);
    Expr second = Expr.of(a).multiply(3.0);
    NDArray out = NDArray.zeros(2);
    for (int i = 0; i < 3; i++) {
      assertThat(first.eval(out).toDoubleArray()).containsExactly(2, 4);
      assertThat(second.eval(out).toDoubleArray()).containsExactly(3, 6);
    }
    a.fill(5);
    assertThat(first.eval(out).toDoubleArray()).containsExactly(10, 10);
  }

  @Test
  void longExpressionsAreSplit() {
    Random random = new Random(5);
    NDArray a = Layouts.random(random, DType.FLOAT64, 500);
    Expr e = Expr.of(a);
    List<NDArray> added = new ArrayList<>();
    NDArray plain = a;
    for (int i = 0; i < 40; i++) {
      NDArray b = Layouts.random(random, DType.FLOAT64, 500);
      added.add(b);
      e = e.add(b).sin().multiply(0.5);
      plain = plain.add(b).sin().multiply(0.5);
    }
    assertThat(Fixtures.difference(e.eval(), plain)).isNull();
    a.fill(0.25);
    NDArray second = NDArray.full(DType.FLOAT64, 0.25, 500);
    for (NDArray b : added) {
      second = second.add(b).sin().multiply(0.5);
    }
    assertThat(Fixtures.difference(e.eval(NDArray.zeros(500)), second)).isNull();
    same(e.sum(), second.sum().item());
  }

  @Test
  void fusedProgramsHaveTheBitsOfTheirExpressions() {
    Random random = new Random(9);
    NDArray t = Layouts.random(random, DType.FLOAT64, 3001);
    NDArray w = Layouts.random(random, DType.FLOAT32, 3001).get("::-1");
    Expr x = Expr.array(DType.FLOAT64);
    Expr v = Expr.array(DType.FLOAT32);
    List<Expr> p = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      p.add(Expr.scalar());
    }
    Expr f =
        p.get(0)
            .multiply(x.multiply(p.get(1)).negative().exp())
            .add(p.get(2).multiply(x.subtract(p.get(3)).square().multiply(p.get(4)).cos()))
            .add(v.multiply(p.get(5)));
    List<Expr> outputs = new ArrayList<>(List.of(f));
    outputs.addAll(f.gradient(p));
    Fused fused = Fused.of(outputs, List.of(x, v), p);
    double[] scalars = {1.5, 0.25, -2, 0.1, 3, 0.7};
    double[] out = new double[7 * 2000 + 5];
    fused.run(new NDArray[] {t, w}, 700, 2000, scalars, out, 5, 2000);
    NDArray tt = t.get("700:2700");
    NDArray ww = w.get("700:2700");
    NDArray e = tt.multiply(0.25).negative().exp();
    NDArray d = tt.subtract(0.1);
    NDArray value =
        e.multiply(1.5)
            .add(d.square().multiply(3.0).cos().multiply(-2.0))
            .add(ww.multiply(0.7).astype(DType.FLOAT64));
    NDArray all = NDArray.of(out).get("5:").reshape(7, 2000);
    assertThat(Fixtures.difference(all.get(0), value)).isNull();
    assertThat(Fixtures.difference(all.get(1), e)).isNull();
    assertThat(Fixtures.difference(all.get(6), ww.astype(DType.FLOAT64))).isNull();
    for (int k = 0; k < 7; k++) {
      double[] one = new double[1];
      Fused single = Fused.of(List.of(outputs.get(k)), List.of(x, v), p);
      for (int i : new int[] {0, 1, 999, 1999}) {
        single.run(new NDArray[] {t, w}, 700 + i, 1, scalars, one, 0, 1);
        same(one[0], all.getDouble(k, i));
      }
    }
  }

  @Test
  void splitsAroundAChoiceBetweenNumbers() {
    NDArray x = NDArray.of(0.0f, 0.5f, 2.0f);
    Expr low = Expr.of(x).sin().cos().sin().less(Expr.constant(0.8));
    Expr choice = Expr.where(low, Expr.constant(1.5), Expr.constant(2.5));
    NDArray result = choice.multiply(Expr.of(x).sin().cos()).eval();
    assertThat(result.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(result.toDoubleArray())
        .isEqualTo(choice.multiply(Expr.of(Expr.of(x).sin().cos().eval())).eval().toDoubleArray());
  }

  @Test
  void derivativesOfPowersAreFiniteAtZero() {
    Expr base = Expr.of(NDArray.of(0.0, 0.0, 2.0));
    Expr exponent = Expr.of(NDArray.of(2.0, 0.0, 0.0));
    assertThat(base.power(exponent).derivative(base).eval().toDoubleArray())
        .containsExactly(0, 0, 0);
    Expr two = Expr.of(NDArray.of(2.0, 2.0, 1.0));
    assertThat(base.power(two).derivative(two).eval().toDoubleArray())
        .containsExactly(0, 0, 2 * Math.log(2));
  }

  @Test
  void derivativesIgnoreTheInfinityThatIsNotChosen() {
    Expr x = Expr.of(NDArray.of(0.0, 4.0));
    Expr root = x.sqrt();
    Expr chosen =
        Expr.where(Expr.constant(0.0).less(x), root.add(root.square()), Expr.constant(0.0));
    assertThat(chosen.derivative(x).eval().toDoubleArray()).containsExactly(0, 1.25);
    assertThat(chosen.gradient(List.of(x)).get(0).eval().toDoubleArray()).containsExactly(0, 1.25);
    Expr larger = root.maximum(Expr.constant(1.0)).multiply(3);
    assertThat(larger.derivative(x).eval().toDoubleArray()).containsExactly(0, 0.75);
    assertThat(larger.gradient(List.of(x)).get(0).eval().toDoubleArray()).containsExactly(0, 0.75);
  }

  @Test
  void aRangeThatOverflowsIsOutOfBounds() {
    Expr x = Expr.array(DType.FLOAT64);
    Fused fused = Fused.of(List.of(x.add(1)), List.of(x), List.of());
    NDArray[] arrays = {NDArray.of(1.0, 2.0, 3.0).get("::-1")};
    assertThatThrownBy(
            () -> fused.run(arrays, Long.MAX_VALUE, 2, new double[0], new double[2], 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("elements");
  }

  @Test
  void fusesOutputsThatUseTheSameNumbersInTwoDtypes() {
    Expr x = Expr.array(DType.FLOAT64);
    Expr y = Expr.array(DType.FLOAT32);
    List<Expr> numbers = new ArrayList<>();
    Expr wide = x;
    Expr narrow = y;
    for (int k = 0; k < 25; k++) {
      Expr number = Expr.scalar();
      numbers.add(number);
      wide = wide.add(number);
      narrow = narrow.add(number);
    }
    Fused fused = Fused.of(List.of(wide, narrow), List.of(x, y), numbers);
    double[] values = new double[25];
    java.util.Arrays.fill(values, 2);
    double[] out = new double[2];
    fused.run(new NDArray[] {NDArray.of(1.0), NDArray.of(3.0f)}, 0, 1, values, out, 0, 1);
    assertThat(out).containsExactly(51, 53);
  }
}
