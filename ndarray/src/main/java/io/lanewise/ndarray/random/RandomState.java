package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Shapes;
import java.util.Arrays;

/// NumPy's older generator, `np.random.RandomState(seed)`, which is also behind `np.random.seed`:
/// for numbers that published examples print. New code takes [Generator].
///
/// Its stream is frozen: the Mersenne Twister seeded as in 2002, normal numbers by the polar
/// method, two at a time, and integers by masked rejection. What is not here, [Generator] has.
///
/// Not safe for use by several threads at a time.
public final class RandomState extends LegacyDiscreteDistributions {

  /// The stream of `RandomState(seed)`.
  ///
  /// @throws IllegalArgumentException if `seed` is not in [0, 2^32)
  public RandomState(long seed) {
    this(MT19937.legacy(seed));
  }

  /// The stream of `RandomState([...])`.
  ///
  /// @throws IllegalArgumentException if there is no seed, or one is not in [0, 2^32)
  public RandomState(long[] seeds) {
    this(MT19937.legacy(seeds));
  }

  /// The older distributions on any generator.
  public RandomState(BitGenerator bits) {
    super(bits);
  }

  /// What this draws from.
  public BitGenerator bitGenerator() {
    return bits;
  }

  /// A saved state.
  ///
  /// @param bits the bit generator's state
  /// @param hasNormal whether a normal number was left over
  /// @param normal the number left over
  public record State(BitGenerator.State bits, boolean hasNormal, double normal) {}

  /// The state, which [#setState] takes back: `get_state`.
  public State state() {
    return new State(bits.state(), deviates.hasNormal, deviates.kept);
  }

  /// Continues from a saved state.
  ///
  /// @throws IllegalArgumentException if it is another algorithm's
  public void setState(State state) {
    bits.setState(state.bits());
    deviates.hasNormal = state.hasNormal();
    deviates.kept = state.normal();
  }

  /// A number uniform in [0, 1).
  public double randomSample() {
    return bits.nextDouble();
  }

  /// A new float64 array of numbers uniform in [0, 1): `random_sample`, `random`.
  public NDArray randomSample(long... size) {
    return Fill.run(
        NDArray.empty(DType.FLOAT64, size),
        (array, from, to) -> bits.nextDoubles((double[]) array, from, to));
  }

  /// See [#randomSample(long...)].
  public NDArray rand(long... size) {
    return randomSample(size);
  }

  /// See [#standardNormal(long...)].
  public NDArray randn(long... size) {
    return standardNormal(size);
  }

  /// A normal number with mean 0 and standard deviation 1: one of a pair, by G. Marsaglia and T. A.
  /// Bray, *A Convenient Method for Generating Normal Variables*, SIAM Review 6 (1964). The other
  /// one comes at the next call.
  public double standardNormal() {
    return deviates.normal();
  }

  /// A new float64 array of standard normal numbers.
  public NDArray standardNormal(long... size) {
    return Fill.doubles(size, this::standardNormal);
  }

  /// An integer uniform in [0, high).
  ///
  /// @throws IllegalArgumentException if `high` is not positive
  public long randint(long high) {
    return randint(0, high);
  }

  /// An integer uniform in [low, high).
  ///
  /// @throws IllegalArgumentException if `low` is not below `high`
  public long randint(long low, long high) {
    return low + new BoundedIntegers(bits, true).next64(IntegerRange.of(low, high).span());
  }

  /// A new int64 array of integers uniform in [low, high).
  ///
  /// @throws IllegalArgumentException if `low` is not below `high`
  public NDArray randint(long low, long high, long... size) {
    return randint(IntegerRange.of(low, high), DType.INT64, size);
  }

  /// A new array of integers uniform in a range, of any integer dtype or bool.
  ///
  /// @throws IllegalArgumentException if the range does not fit the dtype, or this is no integer
  ///   dtype
  public NDArray randint(IntegerRange range, DType dtype, long... size) {
    range.requireFits(dtype);
    BoundedIntegers integers = new BoundedIntegers(bits, true);
    return Fill.run(
        NDArray.empty(dtype, size),
        (array, from, to) -> integers.fill(dtype, array, from, to, range.low(), range.span()));
  }

  /// One integer in [low, high) for each element of the bounds, broadcast together and to `size` if
  /// given.
  ///
  /// @throws IllegalArgumentException if a range is empty or does not fit the dtype
  public NDArray randint(NDArray low, NDArray high, DType dtype, long... size) {
    return BoundedIntegers.each(new BoundedIntegers(bits, true), low, high, dtype, size);
  }

  /// Puts the sub-arrays along the first axis of `x` in a random order, in place.
  public void shuffle(NDArray x) {
    Shuffle.inPlace(bits, x, 0);
  }

  /// The numbers 0 .. n - 1 in a random order, int64.
  public NDArray permutation(long n) {
    return NDArray.of(Shuffle.order(bits, n));
  }

  /// A copy of `x` with the sub-arrays along its first axis in a random order.
  public NDArray permutation(NDArray x) {
    int axis = Shapes.axis(0, x.ndim());
    return Shuffle.take(x, Shuffle.order(bits, x.shape(axis)), axis);
  }

  /// Elements of the 1-D array `a`, drawn as `how` says: a new array of shape `size`.
  ///
  /// @throws IllegalArgumentException if `a` is not 1-D, or as in [#choice(long, Choice, long...)]
  public NDArray choice(NDArray a, Choice how, long... size) {
    Parameters.require(a.ndim() == 1, "a must be 1-dimensional, not of dimension ", a.ndim());
    Parameters.require(
        a.size() > 0 || Shapes.size(size) == 0, "'a' cannot be empty unless no samples are taken");
    return Shuffle.take(a, positions(a.size(), how, size), 0).reshape(size);
  }

  /// Numbers of 0 .. n - 1, drawn as `how` says: a new int64 array.
  ///
  /// @throws IllegalArgumentException if `how` names an axis or no shuffling; if there is nothing
  ///   to draw from or, without replacement, too little; or if the probabilities are negative, NaN,
  ///   not as many as the elements, or do not sum to 1
  public NDArray choice(long n, Choice how, long... size) {
    Parameters.require(
        n > 0 || Shapes.size(size) == 0,
        "a must be greater than 0 unless no samples are taken, not ",
        n);
    return NDArray.of(positions(n, how, size)).reshape(size);
  }

  private long[] positions(long n, Choice how, long[] shape) {
    Parameters.require(
        how.axis() == 0 && how.shuffles(),
        "RandomState.choice takes neither axis nor shuffle; Generator.choice does");
    int size = Fill.javaSize(shape);
    double[] p =
        how.probabilities() == null ? null : Sampling.probabilities(how.probabilities(), n);
    if (how.replaces()) {
      long[] positions = new long[size];
      if (p != null) {
        Sampling.weighted(bits, p, positions);
      } else if (size > 0) {
        new BoundedIntegers(bits, true).fill(DType.INT64, positions, 0, size, 0, n - 1);
      }
      return positions;
    }
    Parameters.require(
        size <= n,
        "Cannot take a larger sample than population when 'replace=False': " + size + " of ",
        n);
    return p == null
        ? Arrays.copyOf(Shuffle.order(bits, n), size)
        : Sampling.weightedDistinct(bits, p, size);
  }

  /// `length` random bytes.
  ///
  /// @throws IllegalArgumentException if `length` is negative
  public byte[] bytes(int length) {
    return new Generator(bits).bytes(length);
  }
}
