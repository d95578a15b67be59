package io.lanewise.ndarray.random;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The calls of `make_random_fixtures.py`, by their text in Python.
final class Calls {
  static final Map<String, Function<Generator, NDArray>> GENERATOR = new LinkedHashMap<>();
  static final Map<String, Function<RandomState, NDArray>> LEGACY = new LinkedHashMap<>();

  static {
    integersAndOrders();
    distributions();
    legacy();
    vectors();
    LEGACY.putAll(LegacyCalls.distributions());
  }

  private Calls() {}

  private static <T> void call(
      Map<String, Function<T, NDArray>> calls, String key, Function<T, NDArray> call) {
    calls.put(key, call);
  }

  private static NDArray block() {
    return NDArray.arange(60).reshape(5, 3, 4);
  }

  private static NDArray reals() {
    return NDArray.arange(0.0, 24, 1).reshape(2, 3, 4);
  }

  private static NDArray thirds() {
    NDArray result = NDArray.zeros(99);
    for (int i = 0; i < 99; i++) {
      result.setDouble(i / 3.0, i);
    }
    return result;
  }

  private static NDArray weights() {
    NDArray result = NDArray.zeros(64);
    for (int i = 0; i < 64; i++) {
      result.setDouble(i / 2016.0, i);
    }
    return result;
  }

  private static NDArray bytes(byte[] bytes) {
    NDArray result = NDArray.zeros(DType.UINT8, bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      result.setLong(bytes[i] & 0xFF, i);
    }
    return result;
  }

  private static NDArray shuffled(Generator g, NDArray x, int axis) {
    g.shuffle(x, axis);
    return x;
  }

  private static NDArray shuffled(RandomState r, NDArray x) {
    r.shuffle(x);
    return x;
  }

  private static void integersAndOrders() {
    call(GENERATOR, "g.random(99)", g -> g.random(99));
    call(GENERATOR, "g.random((3, 4, 5))", g -> g.random(3, 4, 5));
    call(GENERATOR, "g.random(99, dtype='float32')", g -> g.random(DType.FLOAT32, 99));
    call(GENERATOR, "g.uniform(-3.5, 8.25, 99)", g -> g.uniform(-3.5, 8.25, 99));
    call(
        GENERATOR,
        "g.uniform([1, 2, 3], [[5], [7]])",
        g -> g.uniform(NDArray.of(1L, 2L, 3L), NDArray.of(5L, 7L).reshape(2, 1)));
    call(
        GENERATOR,
        "g.uniform([1, 2, 3], 4.5, (4, 3))",
        g -> g.uniform(NDArray.of(1L, 2L, 3L), NDArray.of(4.5).reshape(), 4, 3));
    call(GENERATOR, "g.integers(0, 10, 99)", g -> g.integers(0, 10, 99));
    call(GENERATOR, "g.integers(-5, 2**31, 99)", g -> g.integers(-5, 2147483648L, 99));
    call(GENERATOR, "g.integers(0, 2**32, 99)", g -> g.integers(0, 4294967296L, 99));
    call(GENERATOR, "g.integers(0, 2**32 + 1, 99)", g -> g.integers(0, 4294967297L, 99));
    call(
        GENERATOR,
        "g.integers(-2**40, 2**41, 99)",
        g -> g.integers(-1099511627776L, 2199023255552L, 99));
    call(
        GENERATOR,
        "g.integers(-2**63, 2**63 - 1, 99)",
        g -> g.integers(-9223372036854775808L, 9223372036854775807L, 99));
    call(
        GENERATOR,
        "g.integers(-2**63, 2**63, 99)",
        g ->
            g.integers(
                IntegerRange.closed(-9223372036854775808L, 9223372036854775807L), DType.INT64, 99));
    call(
        GENERATOR,
        "g.integers(0, 2**64, 99, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(0, -1L), DType.UINT64, 99));
    call(
        GENERATOR,
        "g.integers(2**63, 2**63 + 2**62, 99, dtype='uint64')",
        g ->
            g.integers(
                IntegerRange.closed(-9223372036854775808L, -4611686018427387905L),
                DType.UINT64,
                99));
    call(GENERATOR, "g.integers(3 * 2**61, size=99)", g -> g.integers(0, 6917529027641081856L, 99));
    call(GENERATOR, "g.integers(7, 8, 9)", g -> g.integers(7, 8, 9));
    call(
        GENERATOR,
        "g.integers(0, 2, 99, dtype='bool')",
        g -> g.integers(IntegerRange.closed(0, 1), DType.BOOL, 99));
    call(
        GENERATOR,
        "g.integers(0, 1, 9, dtype='bool')",
        g -> g.integers(IntegerRange.closed(0, 0), DType.BOOL, 9));
    call(
        GENERATOR,
        "g.integers(1, 2, 9, dtype='bool')",
        g -> g.integers(IntegerRange.closed(1, 1), DType.BOOL, 9));
    call(
        GENERATOR,
        "g.integers([0, 5, -9], [[10], [2**40]])",
        g ->
            g.integers(
                NDArray.of(0L, 5L, -9L),
                NDArray.of(10L, 1099511627776L).reshape(2, 1),
                DType.INT64));
    call(
        GENERATOR,
        "g.integers([0, 5, -9], [[10], [100]], dtype='int8')",
        g -> g.integers(NDArray.of(0L, 5L, -9L), NDArray.of(10L, 100L).reshape(2, 1), DType.INT8));
    call(
        GENERATOR,
        "g.integers([0, 5, 9], [[10], [60000]], dtype='uint16')",
        g ->
            g.integers(
                NDArray.of(0L, 5L, 9L), NDArray.of(10L, 60000L).reshape(2, 1), DType.UINT16));
    call(
        GENERATOR,
        "g.integers([0, 5, 9], [[10], [2**32]], dtype='uint32')",
        g ->
            g.integers(
                NDArray.of(0L, 5L, 9L), NDArray.of(10L, 4294967296L).reshape(2, 1), DType.UINT32));
    call(
        GENERATOR,
        "g.integers([0, 5, 9], 256, (5, 3), dtype='uint8')",
        g -> g.integers(NDArray.of(0L, 5L, 9L), NDArray.of(256L).reshape(), DType.UINT8, 5, 3));
    call(
        GENERATOR,
        "g.integers(np.array([0, 2**63], 'uint64'), np.array([2**63, 2**64 - 1], 'uint64'), (9, 2),"
            + " dtype='uint64')",
        g ->
            g.integers(
                NDArray.of(0L, Long.MIN_VALUE).astype(DType.UINT64),
                NDArray.of(Long.MIN_VALUE, -1L).astype(DType.UINT64),
                DType.UINT64,
                9,
                2));
    call(GENERATOR, "g.bytes(17)", g -> bytes(g.bytes(17)));
    call(GENERATOR, "g.choice(10, 99)", g -> g.choice(10, 99));
    call(
        GENERATOR,
        "g.choice(10, 7, replace=False)",
        g -> g.choice(10, Choice.withoutReplacement(), 7));
    call(
        GENERATOR,
        "g.choice(10, 10, replace=False)",
        g -> g.choice(10, Choice.withoutReplacement(), 10));
    call(
        GENERATOR,
        "g.choice(1000, 0, replace=False)",
        g -> g.choice(1000, Choice.withoutReplacement(), 0));
    call(
        GENERATOR,
        "g.choice(1000, 50, replace=False)",
        g -> g.choice(1000, Choice.withoutReplacement(), 50));
    call(
        GENERATOR,
        "g.choice(1000, 50, replace=False, shuffle=False)",
        g -> g.choice(1000, Choice.withoutReplacement().shuffle(false), 50));
    call(
        GENERATOR,
        "g.choice(10000, 400, replace=False)",
        g -> g.choice(10000, Choice.withoutReplacement(), 400));
    call(
        GENERATOR,
        "g.choice(20000, 99, replace=False)",
        g -> g.choice(20000, Choice.withoutReplacement(), 99));
    call(
        GENERATOR,
        "g.choice(20000, 400, replace=False)",
        g -> g.choice(20000, Choice.withoutReplacement(), 400));
    call(
        GENERATOR,
        "g.choice(20000, 401, replace=False)",
        g -> g.choice(20000, Choice.withoutReplacement(), 401));
    call(
        GENERATOR,
        "g.choice(20000, 1000, replace=False, shuffle=False)",
        g -> g.choice(20000, Choice.withoutReplacement().shuffle(false), 1000));
    call(
        GENERATOR,
        "g.choice(20000, 1001, replace=False, shuffle=False)",
        g -> g.choice(20000, Choice.withoutReplacement().shuffle(false), 1001));
    call(
        GENERATOR,
        "g.choice(10001, 10001, replace=False)",
        g -> g.choice(10001, Choice.withoutReplacement(), 10001));
    call(
        GENERATOR,
        "g.choice(5, 99, p=[0.1, 0, 0.3, 0.6, 0])",
        g -> g.choice(5, Choice.withReplacement().p(0.1, 0, 0.3, 0.6, 0), 99));
    call(
        GENERATOR,
        "g.choice(5, 3, replace=False, p=[0.1, 0, 0.3, 0.6, 0])",
        g -> g.choice(5, Choice.withoutReplacement().p(0.1, 0, 0.3, 0.6, 0), 3));
    call(
        GENERATOR,
        "g.choice(64, 40, replace=False, p=np.arange(64) / 2016)",
        g -> g.choice(64, Choice.withoutReplacement().p(weights()), 40));
    call(
        GENERATOR,
        "g.choice(np.arange(24.).reshape(2, 3, 4), (2, 5), axis=1)",
        g -> g.choice(reals(), Choice.withReplacement().axis(1), 2, 5));
    call(
        GENERATOR,
        "g.choice(np.arange(24.).reshape(2, 3, 4), 2, axis=2, replace=False)",
        g -> g.choice(reals(), Choice.withoutReplacement().axis(2), 2));
    call(
        GENERATOR,
        "g.choice([5, 7, 11, 13], (3, 3), p=[0.25, 0.25, 0.125, 0.375])",
        g ->
            g.choice(
                NDArray.of(5L, 7L, 11L, 13L),
                Choice.withReplacement().p(0.25, 0.25, 0.125, 0.375),
                3,
                3));
    call(GENERATOR, "g.permutation(1)", g -> g.permutation(1));
    call(GENERATOR, "g.permutation(99)", g -> g.permutation(99));
    call(GENERATOR, "g.permutation(np.arange(99.) / 3)", g -> g.permutation(thirds()));
    call(GENERATOR, "g.permutation(np.arange(60).reshape(5, 3, 4))", g -> g.permutation(block()));
    call(
        GENERATOR,
        "g.permutation(np.arange(60).reshape(5, 3, 4), axis=2)",
        g -> g.permutation(block(), 2));
    call(GENERATOR, "g.permuted(np.arange(60).reshape(5, 3, 4))", g -> g.permuted(block()));
    call(
        GENERATOR,
        "g.permuted(np.arange(60).reshape(5, 3, 4), axis=1)",
        g -> g.permuted(block(), 1));
    call(
        GENERATOR,
        "g.permuted(np.arange(60).reshape(5, 3, 4).T, axis=0)",
        g -> g.permuted(block().T(), 0));
    call(GENERATOR, "shuffled(g, np.arange(99), 0)", g -> shuffled(g, NDArray.arange(99), 0));
    call(GENERATOR, "shuffled(g, np.arange(60).reshape(5, 3, 4), 0)", g -> shuffled(g, block(), 0));
    call(GENERATOR, "shuffled(g, np.arange(60).reshape(5, 3, 4), 1)", g -> shuffled(g, block(), 1));
    call(
        GENERATOR,
        "shuffled(g, np.arange(60).reshape(5, 3, 4).T, 0)",
        g -> shuffled(g, block().T(), 0));
    call(
        GENERATOR,
        "shuffled(g, np.arange(120)[::-2], 0)",
        g -> shuffled(g, NDArray.arange(120).get("::-2"), 0));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='int8')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.INT8, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='int8')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.INT8, 99));
    call(
        GENERATOR,
        "g.integers(-128, 128, 99, dtype='int8')",
        g -> g.integers(IntegerRange.closed(-128, 127), DType.INT8, 99));
    call(
        GENERATOR,
        "g.integers(-127, 128, 99, dtype='int8')",
        g -> g.integers(IntegerRange.closed(-127, 127), DType.INT8, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='int8')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.INT8, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='uint8')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.UINT8, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='uint8')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.UINT8, 99));
    call(
        GENERATOR,
        "g.integers(0, 256, 99, dtype='uint8')",
        g -> g.integers(IntegerRange.closed(0, 255), DType.UINT8, 99));
    call(
        GENERATOR,
        "g.integers(1, 256, 99, dtype='uint8')",
        g -> g.integers(IntegerRange.closed(1, 255), DType.UINT8, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='uint8')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.UINT8, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='int16')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.INT16, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='int16')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.INT16, 99));
    call(
        GENERATOR,
        "g.integers(-32768, 32768, 99, dtype='int16')",
        g -> g.integers(IntegerRange.closed(-32768, 32767), DType.INT16, 99));
    call(
        GENERATOR,
        "g.integers(-32767, 32768, 99, dtype='int16')",
        g -> g.integers(IntegerRange.closed(-32767, 32767), DType.INT16, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='int16')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.INT16, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='uint16')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.UINT16, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='uint16')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.UINT16, 99));
    call(
        GENERATOR,
        "g.integers(0, 65536, 99, dtype='uint16')",
        g -> g.integers(IntegerRange.closed(0, 65535), DType.UINT16, 99));
    call(
        GENERATOR,
        "g.integers(1, 65536, 99, dtype='uint16')",
        g -> g.integers(IntegerRange.closed(1, 65535), DType.UINT16, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='uint16')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.UINT16, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='int32')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.INT32, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='int32')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.INT32, 99));
    call(
        GENERATOR,
        "g.integers(-2147483648, 2147483648, 99, dtype='int32')",
        g -> g.integers(IntegerRange.closed(-2147483648, 2147483647), DType.INT32, 99));
    call(
        GENERATOR,
        "g.integers(-2147483647, 2147483648, 99, dtype='int32')",
        g -> g.integers(IntegerRange.closed(-2147483647, 2147483647), DType.INT32, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='int32')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.INT32, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='uint32')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.UINT32, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='uint32')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.UINT32, 99));
    call(
        GENERATOR,
        "g.integers(0, 4294967296, 99, dtype='uint32')",
        g -> g.integers(IntegerRange.closed(0, 4294967295L), DType.UINT32, 99));
    call(
        GENERATOR,
        "g.integers(1, 4294967296, 99, dtype='uint32')",
        g -> g.integers(IntegerRange.closed(1, 4294967295L), DType.UINT32, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='uint32')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.UINT32, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='int64')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.INT64, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='int64')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.INT64, 99));
    call(
        GENERATOR,
        "g.integers(-9223372036854775808, 9223372036854775808, 99, dtype='int64')",
        g ->
            g.integers(
                IntegerRange.closed(-9223372036854775808L, 9223372036854775807L), DType.INT64, 99));
    call(
        GENERATOR,
        "g.integers(-9223372036854775807, 9223372036854775808, 99, dtype='int64')",
        g ->
            g.integers(
                IntegerRange.closed(-9223372036854775807L, 9223372036854775807L), DType.INT64, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='int64')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.INT64, 9));
    call(
        GENERATOR,
        "g.integers(0, 100, 99, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(0, 99), DType.UINT64, 99));
    call(
        GENERATOR,
        "g.integers(1, 66, 99, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(1, 65), DType.UINT64, 99));
    call(
        GENERATOR,
        "g.integers(0, 18446744073709551616, 99, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(0, -1L), DType.UINT64, 99));
    call(
        GENERATOR,
        "g.integers(1, 18446744073709551616, 99, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(1, -1L), DType.UINT64, 99));
    call(
        GENERATOR,
        "g.integers(3, 4, 9, dtype='uint64')",
        g -> g.integers(IntegerRange.closed(3, 3), DType.UINT64, 9));
  }

  private static void distributions() {
    call(GENERATOR, "g.standard_normal(1500)", g -> g.standardNormal(1500));
    call(
        GENERATOR,
        "g.standard_normal(1500, dtype='float32')",
        g -> g.standardNormal(DType.FLOAT32, 1500));
    call(GENERATOR, "g.normal(5, 0.1, 99)", g -> g.normal(5, 0.1, 99));
    call(
        GENERATOR,
        "g.normal([0, 10, 20], [[1], [2]])",
        g -> g.normal(NDArray.of(0L, 10L, 20L), NDArray.of(1L, 2L).reshape(2, 1)));
    call(GENERATOR, "g.standard_exponential(1500)", g -> g.standardExponential(1500));
    call(
        GENERATOR,
        "g.standard_exponential(1500, dtype='float32')",
        g -> g.standardExponential(DType.FLOAT32, 1500));
    call(GENERATOR, "g.exponential(2.5, 99)", g -> g.exponential(2.5, 99));
    call(
        GENERATOR,
        "g.exponential([1, 10, 100], (3, 3))",
        g -> g.exponential(NDArray.of(1L, 10L, 100L), 3, 3));
    call(
        GENERATOR,
        "g.standard_gamma(0.3, 99, dtype='float32')",
        g -> g.standardGamma(DType.FLOAT32, 0.3, 99));
    call(
        GENERATOR,
        "g.standard_gamma(1, 99, dtype='float32')",
        g -> g.standardGamma(DType.FLOAT32, 1, 99));
    call(
        GENERATOR,
        "g.standard_gamma(2.5, 99, dtype='float32')",
        g -> g.standardGamma(DType.FLOAT32, 2.5, 99));
    call(
        GENERATOR,
        "g.standard_gamma([0.0, 0.5, 1.0, 3.0, 1000.0], (20, 5))",
        g -> g.standardGamma(NDArray.of(0.0, 0.5, 1.0, 3.0, 1000.0), 20, 5));
    call(GENERATOR, "g.gamma(2.5, 3, 99)", g -> g.gamma(2.5, 3, 99));
    call(
        GENERATOR,
        "g.gamma([0.5, 2], [1, 3])",
        g -> g.gamma(NDArray.of(0.5, 2.0), NDArray.of(1L, 3L)));
    call(GENERATOR, "g.beta(0.5, 0.75, 99)", g -> g.beta(0.5, 0.75, 99));
    call(GENERATOR, "g.beta(1e-5, 1e-4, 99)", g -> g.beta(1e-05, 0.0001, 99));
    call(GENERATOR, "g.beta(1e-200, 1e-199, 99)", g -> g.beta(1e-200, 1e-199, 99));
    call(GENERATOR, "g.beta(2, 0.5, 99)", g -> g.beta(2, 0.5, 99));
    call(
        GENERATOR,
        "g.beta([0.5, 3], 4)",
        g -> g.beta(NDArray.of(0.5, 3.0), NDArray.of(4L).reshape()));
    call(GENERATOR, "g.chisquare(3, 99)", g -> g.chisquare(3, 99));
    call(
        GENERATOR, "g.chisquare([0.5, 30], (9, 2))", g -> g.chisquare(NDArray.of(0.5, 30.0), 9, 2));
    call(GENERATOR, "g.noncentral_chisquare(3, 2.5, 99)", g -> g.noncentralChisquare(3, 2.5, 99));
    call(
        GENERATOR,
        "g.noncentral_chisquare(0.5, 2.5, 99)",
        g -> g.noncentralChisquare(0.5, 2.5, 99));
    call(
        GENERATOR,
        "g.noncentral_chisquare([0.5, 3], [0.0, 25.0])",
        g -> g.noncentralChisquare(NDArray.of(0.5, 3.0), NDArray.of(0.0, 25.0)));
    call(GENERATOR, "g.f(3, 7, 99)", g -> g.f(3, 7, 99));
    call(GENERATOR, "g.f([3, 4], [7, 8])", g -> g.f(NDArray.of(3L, 4L), NDArray.of(7L, 8L)));
    call(GENERATOR, "g.noncentral_f(3, 7, 1.5, 99)", g -> g.noncentralF(3, 7, 1.5, 99));
    call(
        GENERATOR,
        "g.noncentral_f([3, 4], 7, 1.5)",
        g ->
            g.noncentralF(NDArray.of(3L, 4L), NDArray.of(7L).reshape(), NDArray.of(1.5).reshape()));
    call(GENERATOR, "g.standard_t(4, 99)", g -> g.standardT(4, 99));
    call(
        GENERATOR,
        "g.standard_t([0.5, 50], (9, 2))",
        g -> g.standardT(NDArray.of(0.5, 50.0), 9, 2));
    call(GENERATOR, "g.standard_cauchy(99)", g -> g.standardCauchy(99));
    call(GENERATOR, "g.laplace(1, 2, 99)", g -> g.laplace(1, 2, 99));
    call(
        GENERATOR,
        "g.laplace([1, 2], [3, 4])",
        g -> g.laplace(NDArray.of(1L, 2L), NDArray.of(3L, 4L)));
    call(GENERATOR, "g.gumbel(1, 2, 99)", g -> g.gumbel(1, 2, 99));
    call(
        GENERATOR,
        "g.gumbel([1, 2], [3, 4])",
        g -> g.gumbel(NDArray.of(1L, 2L), NDArray.of(3L, 4L)));
    call(GENERATOR, "g.logistic(1, 2, 99)", g -> g.logistic(1, 2, 99));
    call(
        GENERATOR,
        "g.logistic([1, 2], [3, 4])",
        g -> g.logistic(NDArray.of(1L, 2L), NDArray.of(3L, 4L)));
    call(GENERATOR, "g.lognormal(1, 0.5, 99)", g -> g.lognormal(1, 0.5, 99));
    call(
        GENERATOR,
        "g.lognormal([1, 2], [3, 4])",
        g -> g.lognormal(NDArray.of(1L, 2L), NDArray.of(3L, 4L)));
    call(GENERATOR, "g.rayleigh(2, 99)", g -> g.rayleigh(2, 99));
    call(GENERATOR, "g.rayleigh([1, 2], (5, 2))", g -> g.rayleigh(NDArray.of(1L, 2L), 5, 2));
    call(GENERATOR, "g.wald(2, 3, 99)", g -> g.wald(2, 3, 99));
    call(GENERATOR, "g.wald(1e5, 1e-3, 99)", g -> g.wald(100000.0, 0.001, 99));
    call(GENERATOR, "g.wald([1, 2], [3, 4])", g -> g.wald(NDArray.of(1L, 2L), NDArray.of(3L, 4L)));
    call(GENERATOR, "g.vonmises(0.5, 2, 99)", g -> g.vonmises(0.5, 2, 99));
    call(GENERATOR, "g.vonmises(0.5, 1e-9, 99)", g -> g.vonmises(0.5, 1e-09, 99));
    call(GENERATOR, "g.vonmises(0.5, 3e-6, 99)", g -> g.vonmises(0.5, 3e-06, 99));
    call(GENERATOR, "g.vonmises(3, 1e7, 99)", g -> g.vonmises(3, 10000000.0, 99));
    call(
        GENERATOR,
        "g.vonmises([-3, 2], [0.5, 400])",
        g -> g.vonmises(NDArray.of(-3L, 2L), NDArray.of(0.5, 400.0)));
    call(GENERATOR, "g.pareto(3, 99)", g -> g.pareto(3, 99));
    call(GENERATOR, "g.pareto([1, 30], (5, 2))", g -> g.pareto(NDArray.of(1L, 30L), 5, 2));
    call(GENERATOR, "g.weibull(1.5, 99)", g -> g.weibull(1.5, 99));
    call(GENERATOR, "g.weibull([0.0, 3.0], (5, 2))", g -> g.weibull(NDArray.of(0.0, 3.0), 5, 2));
    call(GENERATOR, "g.power(2.5, 99)", g -> g.power(2.5, 99));
    call(GENERATOR, "g.power([0.1, 30], (5, 2))", g -> g.power(NDArray.of(0.1, 30.0), 5, 2));
    call(GENERATOR, "g.triangular(-1, 0.5, 3, 99)", g -> g.triangular(-1, 0.5, 3, 99));
    call(
        GENERATOR,
        "g.triangular([-1, 0], [0, 0], [1, 2])",
        g -> g.triangular(NDArray.of(-1L, 0L), NDArray.of(0L, 0L), NDArray.of(1L, 2L)));
    call(GENERATOR, "g.poisson(0, 9)", g -> g.poisson(0, 9));
    call(GENERATOR, "g.poisson(0.5, 99)", g -> g.poisson(0.5, 99));
    call(GENERATOR, "g.poisson(9.99, 99)", g -> g.poisson(9.99, 99));
    call(GENERATOR, "g.poisson(10, 400)", g -> g.poisson(10, 400));
    call(GENERATOR, "g.poisson(1e3, 400)", g -> g.poisson(1000.0, 400));
    call(GENERATOR, "g.poisson(1e10, 400)", g -> g.poisson(10000000000.0, 400));
    call(GENERATOR, "g.poisson([0.5, 50], (9, 2))", g -> g.poisson(NDArray.of(0.5, 50.0), 9, 2));
    call(GENERATOR, "g.geometric(0.1, 99)", g -> g.geometric(0.1, 99));
    call(GENERATOR, "g.geometric(0.5, 99)", g -> g.geometric(0.5, 99));
    call(GENERATOR, "g.geometric(1e-18, 9)", g -> g.geometric(1e-18, 9));
    call(GENERATOR, "g.geometric(1e-30, 9)", g -> g.geometric(1e-30, 9));
    call(
        GENERATOR, "g.geometric([0.1, 1.0], (9, 2))", g -> g.geometric(NDArray.of(0.1, 1.0), 9, 2));
    call(GENERATOR, "g.logseries(0.9, 400)", g -> g.logseries(0.9, 400));
    call(
        GENERATOR,
        "g.logseries([0.1, 0.999999], (9, 2))",
        g -> g.logseries(NDArray.of(0.1, 0.999999), 9, 2));
    call(GENERATOR, "g.zipf(1.5, 99)", g -> g.zipf(1.5, 99));
    call(GENERATOR, "g.zipf(1.01, 99)", g -> g.zipf(1.01, 99));
    call(GENERATOR, "g.zipf([2.0, 2000.0], (9, 2))", g -> g.zipf(NDArray.of(2.0, 2000.0), 9, 2));
    call(GENERATOR, "g.negative_binomial(3.5, 0.4, 99)", g -> g.negativeBinomial(3.5, 0.4, 99));
    call(
        GENERATOR,
        "g.negative_binomial([1, 100], [0.5, 0.01])",
        g -> g.negativeBinomial(NDArray.of(1L, 100L), NDArray.of(0.5, 0.01)));
    call(GENERATOR, "g.hypergeometric(15, 13, 9, 99)", g -> g.hypergeometric(15, 13, 9, 99));
    call(GENERATOR, "g.hypergeometric(15, 13, 25, 99)", g -> g.hypergeometric(15, 13, 25, 99));
    call(GENERATOR, "g.hypergeometric(15, 13, 28, 9)", g -> g.hypergeometric(15, 13, 28, 9));
    call(GENERATOR, "g.hypergeometric(0, 13, 5, 9)", g -> g.hypergeometric(0, 13, 5, 9));
    call(
        GENERATOR, "g.hypergeometric(150, 130, 90, 400)", g -> g.hypergeometric(150, 130, 90, 400));
    call(
        GENERATOR,
        "g.hypergeometric(130, 150, 190, 400)",
        g -> g.hypergeometric(130, 150, 190, 400));
    call(
        GENERATOR,
        "g.hypergeometric(10**8, 10**7, 10**6, 400)",
        g -> g.hypergeometric(100000000, 10000000, 1000000, 400));
    call(
        GENERATOR,
        "g.hypergeometric([15, 150], [13, 1300], [9, 900])",
        g -> g.hypergeometric(NDArray.of(15L, 150L), NDArray.of(13L, 1300L), NDArray.of(9L, 900L)));
    call(GENERATOR, "g.binomial(0, 0.5, 9)", g -> g.binomial(0, 0.5, 9));
    call(GENERATOR, "g.binomial(20, 0, 9)", g -> g.binomial(20, 0, 9));
    call(GENERATOR, "g.binomial(20, 1, 9)", g -> g.binomial(20, 1, 9));
    call(GENERATOR, "g.binomial(20, 0.3, 400)", g -> g.binomial(20, 0.3, 400));
    call(GENERATOR, "g.binomial(20, 0.7, 400)", g -> g.binomial(20, 0.7, 400));
    call(GENERATOR, "g.binomial(10**9, 1e-8, 99)", g -> g.binomial(1000000000, 1e-08, 99));
    call(
        GENERATOR,
        "g.binomial([5, 50], [[0.1], [0.4]])",
        g -> g.binomial(NDArray.of(5L, 50L), NDArray.of(0.1, 0.4).reshape(2, 1)));
    call(
        GENERATOR,
        "g.multinomial(20, [0.2, 0.3, 0.5], (3, 4))",
        g -> g.multinomial(20, NDArray.of(0.2, 0.3, 0.5), 3, 4));
    call(
        GENERATOR,
        "g.multinomial(20, [0.2, 0.8, 0.0], 9)",
        g -> g.multinomial(20, NDArray.of(0.2, 0.8, 0.0), 9));
    call(
        GENERATOR,
        "g.multinomial([5, 10], [[0.2, 0.3, 0.5], [0.5, 0.25, 0.25]])",
        g ->
            g.multinomial(
                NDArray.of(5L, 10L), NDArray.of(0.2, 0.3, 0.5, 0.5, 0.25, 0.25).reshape(2, 3)));
    call(
        GENERATOR,
        "g.multinomial(5, [[0.2, 0.3, 0.5], [0.5, 0.25, 0.25]])",
        g -> g.multinomial(5, NDArray.of(0.2, 0.3, 0.5, 0.5, 0.25, 0.25).reshape(2, 3)));
    call(
        GENERATOR,
        "g.multinomial([[5], [7]], [0.2, 0.3, 0.5], (2, 4))",
        g -> g.multinomial(NDArray.of(5L, 7L).reshape(2, 1), NDArray.of(0.2, 0.3, 0.5), 2, 4));
    call(
        GENERATOR,
        "g.dirichlet([1, 2.5, 10], 33)",
        g -> g.dirichlet(NDArray.of(1.0, 2.5, 10.0), 33));
    call(
        GENERATOR,
        "g.dirichlet([0.01, 0.05, 0.09], 33)",
        g -> g.dirichlet(NDArray.of(0.01, 0.05, 0.09), 33));
    call(
        GENERATOR,
        "g.dirichlet([0.05, 0.0, 0.01, 0.0], 33)",
        g -> g.dirichlet(NDArray.of(0.05, 0.0, 0.01, 0.0), 33));
    call(
        GENERATOR,
        "g.multivariate_hypergeometric([5, 3, 8], 6, (4, 2))",
        g -> g.multivariateHypergeometric(NDArray.of(5L, 3L, 8L), 6, 4, 2));
    call(
        GENERATOR,
        "g.multivariate_hypergeometric([50, 30, 80], 120, 33)",
        g -> g.multivariateHypergeometric(NDArray.of(50L, 30L, 80L), 120, 33));
    call(
        GENERATOR,
        "g.multivariate_hypergeometric([0, 30, 0], 12, 3)",
        g -> g.multivariateHypergeometric(NDArray.of(0L, 30L, 0L), 12, 3));
  }

  private static void legacy() {
    call(LEGACY, "r.random_sample(99)", r -> r.randomSample(99));
    call(LEGACY, "r.rand(3, 4)", r -> r.rand(3, 4));
    call(LEGACY, "r.randn(3, 33)", r -> r.randn(3, 33));
    call(LEGACY, "r.standard_normal(99)", r -> r.standardNormal(99));
    call(LEGACY, "r.normal(5, 0.1, 98)", r -> r.normal(5, 0.1, 98));
    call(LEGACY, "r.uniform(-3.5, 8.25, 99)", r -> r.uniform(-3.5, 8.25, 99));
    call(LEGACY, "r.uniform(1, 0, 9)", r -> r.uniform(1, 0, 9));
    call(LEGACY, "r.exponential(2.5, 99)", r -> r.exponential(2.5, 99));
    call(LEGACY, "r.poisson(0.5, 99)", r -> r.poisson(0.5, 99));
    call(LEGACY, "r.poisson(50, 99)", r -> r.poisson(50, 99));
    call(LEGACY, "r.binomial(20, 0.3, 99)", r -> r.binomial(20, 0.3, 99));
    call(LEGACY, "r.binomial(0, 0.3, 9)", r -> r.binomial(0, 0.3, 9));
    call(LEGACY, "r.binomial(20, 0, 9)", r -> r.binomial(20, 0, 9));
    call(LEGACY, "r.binomial(20, 1, 9)", r -> r.binomial(20, 1, 9));
    call(LEGACY, "r.binomial(1000, 0.4, 400)", r -> r.binomial(1000, 0.4, 400));
    call(LEGACY, "r.randint(0, 10, 99)", r -> r.randint(0, 10, 99));
    call(LEGACY, "r.randint(0, 2**32, 99)", r -> r.randint(0, 4294967296L, 99));
    call(
        LEGACY,
        "r.randint(-2**40, 2**41, 99)",
        r -> r.randint(-1099511627776L, 2199023255552L, 99));
    call(
        LEGACY,
        "r.randint(-2**63, 2**63 - 1, 99)",
        r -> r.randint(-9223372036854775808L, 9223372036854775807L, 99));
    call(
        LEGACY,
        "r.randint(0, 2, 99, dtype='bool')",
        r -> r.randint(IntegerRange.closed(0, 1), DType.BOOL, 99));
    call(LEGACY, "r.permutation(99)", r -> r.permutation(99));
    call(LEGACY, "r.permutation(np.arange(60).reshape(5, 3, 4))", r -> r.permutation(block()));
    call(LEGACY, "shuffled_legacy(r, np.arange(99))", r -> shuffled(r, NDArray.arange(99)));
    call(LEGACY, "shuffled_legacy(r, np.arange(60).reshape(5, 3, 4))", r -> shuffled(r, block()));
    call(LEGACY, "r.choice(10, 99)", r -> r.choice(10, Choice.withReplacement(), 99));
    call(
        LEGACY,
        "r.choice(10, 7, replace=False)",
        r -> r.choice(10, Choice.withoutReplacement(), 7));
    call(
        LEGACY,
        "r.choice(5, 99, p=[0.1, 0, 0.3, 0.6, 0])",
        r -> r.choice(5, Choice.withReplacement().p(0.1, 0, 0.3, 0.6, 0), 99));
    call(
        LEGACY,
        "r.choice(5, 3, replace=False, p=[0.1, 0, 0.3, 0.6, 0])",
        r -> r.choice(5, Choice.withoutReplacement().p(0.1, 0, 0.3, 0.6, 0), 3));
    call(
        LEGACY,
        "r.choice([5, 7, 11, 13], (3, 3))",
        r -> r.choice(NDArray.of(5L, 7L, 11L, 13L), Choice.withReplacement(), 3, 3));
    call(LEGACY, "r.bytes(17)", r -> bytes(r.bytes(17)));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='int8')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.INT8, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='int8')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.INT8, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='uint8')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.UINT8, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='uint8')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.UINT8, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='int16')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.INT16, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='int16')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.INT16, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='uint16')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.UINT16, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='uint16')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.UINT16, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='int32')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.INT32, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='int32')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.INT32, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='uint32')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.UINT32, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='uint32')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.UINT32, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='int64')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.INT64, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='int64')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.INT64, 99));
    call(
        LEGACY,
        "r.randint(0, 100, 99, dtype='uint64')",
        r -> r.randint(IntegerRange.closed(0, 99), DType.UINT64, 99));
    call(
        LEGACY,
        "r.randint(1, 66, 99, dtype='uint64')",
        r -> r.randint(IntegerRange.closed(1, 65), DType.UINT64, 99));
  }

  private static void vectors() {
    call(
        GENERATOR,
        "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33)",
        g ->
            g.multivariateNormal(
                NDArray.of(1.0, -2.0), NDArray.of(4.0, 0.0, 0.0, 9.0).reshape(2, 2), 33));
    call(
        GENERATOR,
        "g.multivariate_normal([0.0, 0.0, 5.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0,"
            + " 1.0]], (2, 4))",
        g ->
            g.multivariateNormal(
                NDArray.of(0.0, 0.0, 5.0),
                NDArray.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0).reshape(3, 3),
                2,
                4));
    call(
        GENERATOR,
        "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33, method='eigh')",
        g ->
            g.multivariateNormal(
                NDArray.of(1.0, -2.0),
                NDArray.of(4.0, 0.0, 0.0, 9.0).reshape(2, 2),
                Factorization.EIGH,
                33));
    call(
        GENERATOR,
        "g.multivariate_normal([1.0, -2.0], [[4.0, 0.0], [0.0, 9.0]], 33, method='cholesky')",
        g ->
            g.multivariateNormal(
                NDArray.of(1.0, -2.0),
                NDArray.of(4.0, 0.0, 0.0, 9.0).reshape(2, 2),
                Factorization.CHOLESKY,
                33));
    call(
        GENERATOR,
        "g.multivariate_normal([1.0, -2.0, 3.0], [[4.0, 1.0, 0.5], [1.0, 9.0, -2.0], [0.5, -2.0,"
            + " 5.0]], 99, method='cholesky')",
        g ->
            g.multivariateNormal(
                NDArray.of(1.0, -2.0, 3.0),
                NDArray.of(4.0, 1.0, 0.5, 1.0, 9.0, -2.0, 0.5, -2.0, 5.0).reshape(3, 3),
                Factorization.CHOLESKY,
                99));
    call(
        GENERATOR,
        "g.multivariate_normal([1.0, 2.0, 3.0], [[4.0, 0.0, 0.0], [0.0, 9.0, 0.0], [0.0, 0.0,"
            + " 0.0]], 9)",
        g ->
            g.multivariateNormal(
                NDArray.of(1.0, 2.0, 3.0),
                NDArray.of(4.0, 0.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0, 0.0).reshape(3, 3),
                9));
  }
}
