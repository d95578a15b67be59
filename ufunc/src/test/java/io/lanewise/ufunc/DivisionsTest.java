package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ufunc.math.scalar.FloatDivisions;
import io.lanewise.ufunc.math.scalar.IntegerDivisions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Division in floating-point lanes against the scalar definitions, near integer quotients and at
/// the edges of the formats.
class DivisionsTest {
  private static final int COUNT = 60_000;

  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    5,
    -5,
    0.1,
    3,
    0.5,
    1e308,
    -1e308,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    0x1p49,
    0x1p50,
    0x1p51,
    0x1p52,
    0x1p53
  };

  private static final long[] INTEGER_EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    10,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 1,
    1L << 62,
    -1L << 62,
    1L << 53,
    Long.MAX_VALUE - 511,
    Long.MAX_VALUE - 512,
    Long.MAX_VALUE - 1024,
    1L << 31,
    -1L << 31,
    (1L << 31) - 1
  };

  private static double[][] numbers(SplittableRandom random) {
    double[][] pairs = new double[2][COUNT];
    for (int i = 0; i < COUNT; i++) {
      double divisor = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
      switch (i % 5) {
        case 0 -> {
          pairs[0][i] = EDGES[random.nextInt(EDGES.length)];
          pairs[1][i] = EDGES[random.nextInt(EDGES.length)];
        }
        case 1 -> {
          pairs[0][i] = random.nextInt(-1000, 1000);
          pairs[1][i] = random.nextInt(-20, 20);
        }
        case 2 -> {
          double near =
              divisor * Math.rint(random.nextDouble() * Math.scalb(1.0, random.nextInt(52)));
          pairs[0][i] = random.nextBoolean() ? Math.nextUp(near) : near;
          pairs[1][i] = divisor;
        }
        case 3 -> {
          pairs[0][i] = Math.scalb(divisor, random.nextInt(-1060, 1020));
          pairs[1][i] = pairs[0][i] * Math.scalb(1 + random.nextDouble(), random.nextInt(-55, 5));
        }
        default -> {
          pairs[0][i] = Double.longBitsToDouble(random.nextLong());
          pairs[1][i] = Double.longBitsToDouble(random.nextLong());
        }
      }
    }
    return pairs;
  }

  private static long[][] integers(SplittableRandom random) {
    long[][] pairs = new long[2][COUNT];
    for (int i = 0; i < COUNT; i++) {
      long wide = random.nextLong() >> random.nextInt(64);
      long divisor = random.nextLong() >> random.nextInt(64);
      switch (i % 4) {
        case 0 -> {
          pairs[0][i] = INTEGER_EDGES[random.nextInt(INTEGER_EDGES.length)];
          pairs[1][i] = INTEGER_EDGES[random.nextInt(INTEGER_EDGES.length)];
        }
        case 1 -> {
          pairs[0][i] = random.nextInt(-1000, 1000);
          pairs[1][i] = random.nextInt(-20, 20);
        }
        case 2 -> {
          pairs[0][i] =
              divisor == 0 ? wide : random.nextLong() / divisor * divisor + random.nextInt(-1, 2);
          pairs[1][i] = divisor;
        }
        default -> {
          pairs[0][i] = wide;
          pairs[1][i] = divisor;
        }
      }
    }
    return pairs;
  }

  @Test
  void float64IsDividedAsByTheDefinition() {
    double[][] pairs = numbers(new SplittableRandom(1));
    NDArray a = NDArray.of(pairs[0]);
    NDArray b = NDArray.of(pairs[1]);
    double[] quotient = new double[COUNT];
    double[] remainder = new double[COUNT];
    double[] fmod = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      quotient[i] = FloatDivisions.floorDivide(pairs[0][i], pairs[1][i]);
      remainder[i] = FloatDivisions.remainder(pairs[0][i], pairs[1][i]);
      fmod[i] = FloatDivisions.fmod(pairs[0][i], pairs[1][i]);
    }
    assertThat(Divisions.FLOOR_DIVIDE.apply(a, b, null).toDoubleArray()).containsExactly(quotient);
    assertThat(Divisions.REMAINDER.apply(a, b, null).toDoubleArray()).containsExactly(remainder);
    assertThat(Divisions.FMOD.apply(a, b, null).toDoubleArray()).containsExactly(fmod);
  }

  @Test
  void float32IsDividedAsByTheDefinition() {
    double[][] pairs = numbers(new SplittableRandom(2));
    float[] x = new float[COUNT];
    float[] y = new float[COUNT];
    float[] quotient = new float[COUNT];
    float[] remainder = new float[COUNT];
    float[] fmod = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) pairs[0][i];
      y[i] = (float) pairs[1][i];
      quotient[i] = FloatDivisions.floorDivide(x[i], y[i]);
      remainder[i] = FloatDivisions.remainder(x[i], y[i]);
      fmod[i] = FloatDivisions.fmod(x[i], y[i]);
    }
    NDArray a = NDArray.of(x);
    NDArray b = NDArray.of(y);
    assertThat(Divisions.FLOOR_DIVIDE.apply(a, b, null).toFloatArray()).containsExactly(quotient);
    assertThat(Divisions.REMAINDER.apply(a, b, null).toFloatArray()).containsExactly(remainder);
    assertThat(Divisions.FMOD.apply(a, b, null).toFloatArray()).containsExactly(fmod);
  }

  @Test
  void int64AndUint64AreDividedAsByTheDefinition() {
    long[][] pairs = integers(new SplittableRandom(3));
    long[][] expected = new long[5][COUNT];
    for (int i = 0; i < COUNT; i++) {
      long a = pairs[0][i];
      long b = pairs[1][i];
      expected[0][i] = IntegerDivisions.floorDivide(a, b);
      expected[1][i] = IntegerDivisions.remainder(a, b);
      expected[2][i] = IntegerDivisions.fmod(a, b);
      expected[3][i] = IntegerDivisions.floorDivideUnsigned(a, b);
      expected[4][i] = IntegerDivisions.remainderUnsigned(a, b);
    }
    NDArray a = NDArray.of(pairs[0]);
    NDArray b = NDArray.of(pairs[1]);
    assertThat(longs(Divisions.FLOOR_DIVIDE.apply(a, b, null))).containsExactly(expected[0]);
    assertThat(longs(Divisions.REMAINDER.apply(a, b, null))).containsExactly(expected[1]);
    assertThat(longs(Divisions.FMOD.apply(a, b, null))).containsExactly(expected[2]);
    NDArray u = a.view(DType.UINT64);
    NDArray v = b.view(DType.UINT64);
    assertThat(longs(Divisions.FLOOR_DIVIDE.apply(u, v, null))).containsExactly(expected[3]);
    assertThat(longs(Divisions.REMAINDER.apply(u, v, null))).containsExactly(expected[4]);
    assertThat(longs(Divisions.FMOD.apply(u, v, null))).containsExactly(expected[4]);
  }

  @ParameterizedTest
  @EnumSource(names = {"INT8", "UINT8", "INT16", "UINT16", "INT32", "UINT32"})
  void narrowIntegersAreDividedAsByTheDefinition(DType dtype) {
    long[][] pairs = integers(new SplittableRandom(4));
    NDArray a = NDArray.of(pairs[0]).astype(dtype);
    NDArray b = NDArray.of(pairs[1]).astype(dtype);
    NDArray wideA = a.astype(DType.INT64);
    NDArray wideB = b.astype(DType.INT64);
    assertThat(longs(Divisions.FLOOR_DIVIDE.apply(a, b, null).astype(DType.INT64)))
        .containsExactly(
            longs(
                Divisions.FLOOR_DIVIDE
                    .apply(wideA, wideB, null)
                    .astype(dtype)
                    .astype(DType.INT64)));
    assertThat(longs(Divisions.REMAINDER.apply(a, b, null).astype(DType.INT64)))
        .containsExactly(longs(Divisions.REMAINDER.apply(wideA, wideB, null)));
    assertThat(longs(Divisions.FMOD.apply(a, b, null).astype(DType.INT64)))
        .containsExactly(longs(Divisions.FMOD.apply(wideA, wideB, null)));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, -7, 1, -1, 0, 1000, Long.MAX_VALUE, Long.MIN_VALUE})
  void oneDivisorForAllGivesWhatAnArrayOfItGives(long divisor) {
    NDArray a = NDArray.of(integers(new SplittableRandom(5))[0]);
    NDArray b = NDArray.full(DType.INT64, divisor, COUNT);
    assertThat(longs(Divisions.FLOOR_DIVIDE.apply(a, divisor, null)))
        .containsExactly(longs(Divisions.FLOOR_DIVIDE.apply(a, b, null)));
    assertThat(longs(Divisions.REMAINDER.apply(a, divisor, null)))
        .containsExactly(longs(Divisions.REMAINDER.apply(a, b, null)));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"COMPLEX64", "COMPLEX128"},
      mode = EnumSource.Mode.EXCLUDE)
  void divmodGivesTheQuotientAndTheRemainder(DType dtype) {
    long[][] pairs = integers(new SplittableRandom(6));
    NDArray a = NDArray.of(pairs[0]).astype(dtype).get(":1000").reshape(20, 50).transpose();
    NDArray b = NDArray.of(pairs[1]).astype(dtype).get("1:50").get("0:20");
    QuotientAndRemainder both = Ufuncs.divmod(a, b, null, null);
    NDArray quotient = Divisions.FLOOR_DIVIDE.apply(a, b, null);
    NDArray remainder = Divisions.REMAINDER.apply(a, b, null);
    assertThat(both.quotient().dtype()).isEqualTo(quotient.dtype());
    assertThat(both.quotient().toString()).isEqualTo(quotient.toString());
    assertThat(both.remainder().toString()).isEqualTo(remainder.toString());

    NDArray q = NDArray.empty(DType.FLOAT64, 50, 20);
    NDArray r = NDArray.empty(remainder.dtype(), 50, 20);
    QuotientAndRemainder given = Ufuncs.divmod(a, b, q, r);
    assertThat(given.quotient()).isSameAs(q);
    assertThat(given.remainder()).isSameAs(r);
    assertThat(q.toString()).isEqualTo(quotient.astype(DType.FLOAT64).toString());
    assertThat(r.toString()).isEqualTo(remainder.toString());
  }

  @Test
  void divmodIntoItsInputsGivesWhatItGivesElsewhere() {
    NDArray a = NDArray.of(7.0, -7, 8, 9);
    NDArray b = NDArray.of(2.0, 2, -3, 4);
    QuotientAndRemainder both = Ufuncs.divmod(a, b, b, a);
    assertThat(both.quotient().toDoubleArray()).containsExactly(3, -4, -3, 2);
    assertThat(both.remainder().toDoubleArray()).containsExactly(1, 1, -1, 1);
  }

  @Test
  void divmodRefusesWhatItCannotWriteAndWritesNothing() {
    NDArray a = NDArray.of(7.0, 8);
    NDArray q = NDArray.of(0.0, 0);
    NDArray integers = NDArray.of(new long[] {0, 0});
    NDArray three = NDArray.of(1.0, 2, 3);
    NDArray complex = a.astype(DType.COMPLEX128);
    NDArray locked = NDArray.of(0.0, 0).readOnly();
    assertThatThrownBy(() -> Ufuncs.divmod(a, a, q, integers))
        .isInstanceOf(CastingException.class)
        .hasMessageContaining("divmod");
    assertThatThrownBy(() -> Ufuncs.divmod(a, three, q, null))
        .isInstanceOf(BroadcastException.class);
    assertThatThrownBy(() -> Ufuncs.divmod(a, a, q, three)).isInstanceOf(BroadcastException.class);
    assertThatThrownBy(() -> Ufuncs.divmod(a, complex, q, null))
        .isInstanceOf(NoLoopException.class);
    assertThatThrownBy(() -> Ufuncs.divmod(a, a, q, locked))
        .isInstanceOf(ReadOnlyArrayException.class);
    assertThat(q.toDoubleArray()).containsOnly(0);
  }

  private static long[] longs(NDArray a) {
    return a.view(DType.INT64).toLongArray();
  }
}
