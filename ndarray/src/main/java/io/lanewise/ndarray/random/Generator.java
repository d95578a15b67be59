package io.lanewise.ndarray.random;

import static io.lanewise.ndarray.random.Parameters.Condition.ANY;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.math.BigInteger;
import java.util.Arrays;

/// Random numbers of many distributions: NumPy's `Generator`.
///
/// ```java
/// Generator rng = Generator.of(12345);             // np.random.default_rng(12345)
/// double x = rng.random();                         // one number
/// NDArray u = rng.random(3, 4);                    // a float64 array of shape (3, 4)
/// NDArray n = rng.normal(5, 0.1, 1000);
/// NDArray dice = rng.integers(1, 7, 100);
/// NDArray each = rng.normal(means, deviations);    // one number for each element
/// rng.shuffle(a);
/// ```
///
/// Every distribution has three forms: without a shape it gives one Java number; with a shape, a
/// new array, filled in C order; and with arrays for the parameters, a number for each of their
/// elements, broadcast together.
///
/// The same seed gives NumPy's numbers, those of version 2.5: raw words, uniform numbers, integers,
/// orders and choices bit for bit; numbers that need logarithms or powers to the last digits, which
/// here are the same on every machine ([StrictMath]). `binomial` and `multinomial` changed in NumPy
/// 2.5. NumPy keeps the streams of bit generators for ever, but may change a distribution's in a
/// new version; Lanewise does so only together with it, and says so in its change log.
///
/// `multivariate_normal` gives NumPy's numbers with the method `cholesky` and for diagonal
/// covariances; otherwise they depend on the signs of eigenvectors, for which NumPy has no rule.
///
/// Not safe for use by several threads at a time: [#spawn] a generator for each.
public final class Generator extends DiscreteDistributions {
  /// A generator that draws from `bits`.
  public Generator(BitGenerator bits) {
    super(bits);
  }

  /// A generator on [PCG64] with a seed from the operating system: `default_rng()`.
  public static Generator create() {
    return new Generator(new PCG64());
  }

  /// A generator on [PCG64] from a seed, or a list of seeds: `default_rng(seed)`.
  ///
  /// @throws IllegalArgumentException if a seed is negative
  public static Generator of(long... seed) {
    return of(SeedSequence.of(seed));
  }

  /// A generator on [PCG64] from seeds of any size.
  ///
  /// @throws IllegalArgumentException if a seed is negative
  public static Generator of(BigInteger... seed) {
    return of(SeedSequence.of(seed));
  }

  /// A generator on [PCG64].
  public static Generator of(SeedSequence seeds) {
    return new Generator(new PCG64(seeds));
  }

  /// What this draws from.
  public BitGenerator bitGenerator() {
    return bits;
  }

  /// `n` new generators of the same kind whose streams are independent of this one and of each
  /// other.
  ///
  /// @throws UnsupportedOperationException if the bit generator has no seed sequence
  public Generator[] spawn(int n) {
    return Arrays.stream(bits.spawn(n)).map(Generator::new).toArray(Generator[]::new);
  }

  // Uniform numbers and bits

  /// A number uniform in [0, 1), a multiple of 2^-53.
  public double random() {
    return bits.nextDouble();
  }

  /// A new float64 array of numbers uniform in [0, 1).
  public NDArray random(long... size) {
    return random(DType.FLOAT64, size);
  }

  /// A new array of numbers uniform in [0, 1): float64, or float32 with multiples of 2^-24.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray random(DType dtype, long... size) {
    return random(NDArray.empty(Fill.requireReal(dtype, "random"), size));
  }

  /// Fills a float64 or float32 array with numbers uniform in [0, 1), and returns it.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray random(NDArray out) {
    if (isFloat(out, "random")) {
      return Fill.run(
          out,
          (array, from, to) -> {
            float[] a = (float[]) array;
            for (int i = from; i < to; i++) {
              a[i] = bits.nextFloat();
            }
          });
    }
    return Fill.run(out, (array, from, to) -> bits.nextDoubles((double[]) array, from, to));
  }

  /// A number uniform in [low, high).
  ///
  /// @throws IllegalArgumentException if `high` is below `low`
  /// @throws ArithmeticException if their difference is not finite
  public double uniform(double low, double high) {
    return low + range(low, high) * bits.nextDouble();
  }

  /// A new float64 array of numbers uniform in [low, high).
  public NDArray uniform(double low, double high, long... size) {
    double range = range(low, high);
    return Fill.run(
        NDArray.empty(DType.FLOAT64, size),
        (array, from, to) -> {
          double[] a = (double[]) array;
          bits.nextDoubles(a, from, to);
          for (int i = from; i < to; i++) {
            a[i] = low + range * a[i];
          }
        });
  }

  /// One number for each element of the parameters, broadcast together and to `size` if given.
  public NDArray uniform(NDArray low, NDArray high, long... size) {
    Broadcast each = Broadcast.of(size, low, high);
    double[] lows = each.values(ANY, "low", low);
    double[] ranges = each.values(ANY, "high", high);
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = range(lows[i], ranges[i]);
    }
    return each.doubles(i -> lows[i] + ranges[i] * bits.nextDouble());
  }

  private static double range(double low, double high) {
    double range = high - low;
    if (!Double.isFinite(range)) {
      throw new ArithmeticException("high - low range exceeds valid bounds: " + high + " - " + low);
    }
    Parameters.require(range >= 0, "high - low < 0: ", range);
    return range;
  }

  /// `length` random bytes.
  ///
  /// @throws IllegalArgumentException if `length` is negative
  public byte[] bytes(int length) {
    Parameters.require(length >= 0, "negative dimensions are not allowed: ", length);
    byte[] bytes = new byte[length];
    int word = 0;
    for (int i = 0; i < length; i++) {
      word = i % Integer.BYTES == 0 ? bits.nextInt() : word >>> Byte.SIZE;
      bytes[i] = (byte) word;
    }
    return bytes;
  }

  // Integers

  /// An integer uniform in [0, high).
  ///
  /// @throws IllegalArgumentException if `high` is not positive
  public long integers(long high) {
    Parameters.require(high > 0, "high <= 0: ", high);
    return integers(0, high);
  }

  /// An integer uniform in [low, high).
  ///
  /// @throws IllegalArgumentException if `low` is not below `high`
  public long integers(long low, long high) {
    return low + new BoundedIntegers(bits, false).next64(IntegerRange.of(low, high).span());
  }

  /// A new int64 array of integers uniform in [low, high).
  ///
  /// @throws IllegalArgumentException if `low` is not below `high`
  public NDArray integers(long low, long high, long... size) {
    return integers(IntegerRange.of(low, high), DType.INT64, size);
  }

  /// A new array of integers uniform in a range, of any integer dtype or bool. Narrow dtypes use
  /// fewer random bits, so their streams differ.
  ///
  /// @throws IllegalArgumentException if the range is empty or does not fit the dtype, or this is
  ///   no integer dtype
  public NDArray integers(IntegerRange range, DType dtype, long... size) {
    range.requireFits(dtype);
    BoundedIntegers integers = new BoundedIntegers(bits, false);
    return Fill.run(
        NDArray.empty(dtype, size),
        (array, from, to) -> integers.fill(dtype, array, from, to, range.low(), range.span()));
  }

  /// One integer in [low, high) for each element of the bounds, broadcast together and to `size` if
  /// given. Bounds beyond int64 are those of uint64 arrays.
  ///
  /// @throws IllegalArgumentException if a range is empty or does not fit the dtype
  public NDArray integers(NDArray low, NDArray high, DType dtype, long... size) {
    return BoundedIntegers.each(new BoundedIntegers(bits, false), low, high, dtype, size);
  }

  // Orders and choices

  /// Puts the sub-arrays along the first axis of `x` in a random order, in place.
  ///
  /// @throws io.lanewise.ndarray.AxisException if `x` is 0-d
  public void shuffle(NDArray x) {
    shuffle(x, 0);
  }

  /// Puts the sub-arrays along an axis of `x` in a random order, in place.
  public void shuffle(NDArray x, int axis) {
    Shuffle.inPlace(bits, x, axis);
  }

  /// The numbers 0 .. n - 1 in a random order, int64.
  public NDArray permutation(long n) {
    return NDArray.of(Shuffle.order(bits, n));
  }

  /// A copy of `x` with the sub-arrays along its first axis in a random order.
  public NDArray permutation(NDArray x) {
    return permutation(x, 0);
  }

  /// A copy of `x` with the sub-arrays along an axis in a random order.
  public NDArray permutation(NDArray x, int axis) {
    int checked = Shapes.axis(axis, x.ndim());
    return Shuffle.take(x, Shuffle.order(bits, x.shape(checked)), checked);
  }

  /// A copy of `x` with all elements in a random order.
  public NDArray permuted(NDArray x) {
    NDArray result = x.copy();
    Shuffle.inPlace(bits, result.reshape(-1), 0);
    return result;
  }

  /// A copy of `x` in which each 1-D part along an axis is in a random order of its own.
  public NDArray permuted(NDArray x, int axis) {
    return permuted(x, axis, NDArray.empty(x.dtype(), x.shape()));
  }

  /// Writes `x` to `out`, which may be `x` itself, each 1-D part along an axis in a random order of
  /// its own.
  ///
  /// @throws ShapeException if the shapes differ
  /// @throws CastingException if `out` cannot hold all values of `x`'s dtype
  public NDArray permuted(NDArray x, int axis, NDArray out) {
    if (!x.layout().sameShape(out.layout())) {
      throw new ShapeException(
          "out must have the same shape as x: "
              + Shapes.toString(out.shape())
              + " and "
              + Shapes.toString(x.shape()));
    }
    if (!Casting.SAFE.allows(x.dtype(), out.dtype())) {
      throw new CastingException(
          "Cannot cast array data from dtype('"
              + x.dtype()
              + "') to dtype('"
              + out.dtype()
              + "') according to the rule 'safe'");
    }
    int checked = Shapes.axis(axis, x.ndim());
    out.set(x);
    Shuffle.eachInPlace(bits, out, checked);
    return out;
  }

  /// Elements of `a` along its first axis, drawn with replacement: a new array whose first axis
  /// `size` replaces.
  public NDArray choice(NDArray a, long... size) {
    return choice(a, Choice.withReplacement(), size);
  }

  /// Sub-arrays of `a` along an axis, drawn as `how` says: a new array in which `size` replaces
  /// that axis.
  ///
  /// @throws IllegalArgumentException if there is nothing to draw from or, without replacement, too
  ///   little; or if the probabilities are negative, NaN, not as many as the elements, or do not
  ///   sum to 1
  public NDArray choice(NDArray a, Choice how, long... size) {
    int axis = Shapes.axis(how.axis(), a.ndim());
    long n = a.shape(axis);
    Parameters.require(
        n > 0 || Shapes.size(size) == 0,
        "a cannot be empty unless no samples are taken: shape " + Shapes.toString(a.shape()));
    NDArray taken = Shuffle.take(a, positions(n, how, size), axis);
    long[] shape = new long[a.ndim() - 1 + size.length];
    System.arraycopy(a.shape(), 0, shape, 0, axis);
    System.arraycopy(size, 0, shape, axis, size.length);
    System.arraycopy(a.shape(), axis + 1, shape, axis + size.length, a.ndim() - 1 - axis);
    return taken.reshape(shape);
  }

  /// Numbers of 0 .. n - 1, drawn with replacement; a new int64 array.
  public NDArray choice(long n, long... size) {
    return choice(n, Choice.withReplacement(), size);
  }

  /// Numbers of 0 .. n - 1, drawn as `how` says; a new int64 array.
  ///
  /// @throws IllegalArgumentException as for an array of them
  public NDArray choice(long n, Choice how, long... size) {
    Parameters.require(
        n > 0 || Shapes.size(size) == 0,
        "a must be a positive integer unless no samples are taken, not ",
        n);
    return NDArray.of(positions(n, how, size)).reshape(size);
  }

  private long[] positions(long n, Choice how, long[] shape) {
    int size = Fill.javaSize(shape);
    double[] p =
        how.probabilities() == null ? null : Sampling.probabilities(how.probabilities(), n);
    if (!how.replaces()) {
      Parameters.require(
          size <= n,
          "Cannot take a larger sample than population when replace is False: " + size + " of ",
          n);
      return p == null
          ? Sampling.distinct(bits, n, size, how.shuffles())
          : Sampling.weightedDistinct(bits, p, size);
    }
    long[] positions = new long[size];
    if (p != null) {
      Sampling.weighted(bits, p, positions);
    } else if (size > 0) {
      new BoundedIntegers(bits, false).fill(DType.INT64, positions, 0, size, 0, n - 1);
    }
    return positions;
  }

  // Standard normal and exponential numbers

  /// A normal number with mean 0 and standard deviation 1.
  public double standardNormal() {
    return Ziggurat.normal(bits);
  }

  /// A new float64 array of standard normal numbers.
  public NDArray standardNormal(long... size) {
    return standardNormal(DType.FLOAT64, size);
  }

  /// A new float64 or float32 array of standard normal numbers.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray standardNormal(DType dtype, long... size) {
    return standardNormal(NDArray.empty(Fill.requireReal(dtype, "standard_normal"), size));
  }

  /// Fills a float64 or float32 array with standard normal numbers, and returns it.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray standardNormal(NDArray out) {
    if (isFloat(out, "standard_normal")) {
      return Fill.run(
          out,
          (array, from, to) -> {
            float[] a = (float[]) array;
            for (int i = from; i < to; i++) {
              a[i] = Ziggurat.normalFloat(bits);
            }
          });
    }
    return Fill.run(
        out,
        (array, from, to) -> {
          double[] a = (double[]) array;
          for (int i = from; i < to; i++) {
            a[i] = Ziggurat.normal(bits);
          }
        });
  }

  /// An exponential number with mean 1.
  public double standardExponential() {
    return Ziggurat.exponential(bits);
  }

  /// A new float64 array of standard exponential numbers.
  public NDArray standardExponential(long... size) {
    return standardExponential(DType.FLOAT64, size);
  }

  /// A new float64 or float32 array of standard exponential numbers.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray standardExponential(DType dtype, long... size) {
    return standardExponential(
        NDArray.empty(Fill.requireReal(dtype, "standard_exponential"), size));
  }

  /// Fills a float64 or float32 array with standard exponential numbers, and returns it.
  ///
  /// @throws IllegalArgumentException for another dtype
  public NDArray standardExponential(NDArray out) {
    if (isFloat(out, "standard_exponential")) {
      return Fill.run(
          out,
          (array, from, to) -> {
            float[] a = (float[]) array;
            for (int i = from; i < to; i++) {
              a[i] = Ziggurat.exponentialFloat(bits);
            }
          });
    }
    return Fill.run(
        out,
        (array, from, to) -> {
          double[] a = (double[]) array;
          for (int i = from; i < to; i++) {
            a[i] = Ziggurat.exponential(bits);
          }
        });
  }
}
