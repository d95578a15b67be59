package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Copies without conversion move every element to its place, whatever the strides and the memory.
class CopiesTest {
  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPLEX64", "COMPLEX128"})
  void everyLayoutToEveryLayout(DType dtype) {
    Random random = new Random(dtype.ordinal());
    for (long[] shape :
        new long[][] {{}, {1}, {70}, {3, 50}, {70, 3}, {40, 37}, {5, 9, 12}, {2, 3, 2, 5}}) {
      NDArray values = Layouts.random(random, dtype, shape);
      long[] expected = Fixtures.bits(values);
      for (Map.Entry<String, NDArray> from : Layouts.of(values).entrySet()) {
        for (Map.Entry<String, NDArray> to : Layouts.of(values).entrySet()) {
          to.getValue().fill(0);
          to.getValue().set(from.getValue());
          assertThat(Fixtures.bits(to.getValue()))
              .as("%s %s to %s", Arrays.toString(shape), from.getKey(), to.getKey())
              .isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomViewsOfOneArray(int seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 60; trial++) {
      NDArray memory = NDArray.arange(0, 4000, 1.0);
      int ndim = 1 + random.nextInt(4);
      long[] shape = random.longs(ndim, 1, 8).toArray();
      NDArray from = view(memory, random, shape);
      NDArray to = view(memory, random, shape);
      NDArray expected = from.copy();
      to.set(from);
      assertThat(Fixtures.difference(to, expected)).as("seed %d trial %d", seed, trial).isNull();
    }
  }

  /// A part of the memory of a random permutation of axes, with random steps.
  private static NDArray view(NDArray memory, Random random, long... shape) {
    int ndim = shape.length;
    int[] axes = new int[ndim];
    long[] wide = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      int place = random.nextInt(i + 1);
      axes[i] = axes[place];
      axes[place] = i;
    }
    for (int i = 0; i < ndim; i++) {
      wide[axes[i]] = shape[i] + random.nextInt(2);
    }
    long size = Arrays.stream(wide).reduce(1, (a, b) -> a * b);
    long offset = random.nextInt((int) Math.max(1, 4000 - size));
    NDArray block = memory.get(offset + ":" + Math.min(4000, offset + size));
    if (block.size() < size) {
      return memory.get(":" + Arrays.stream(shape).reduce(1, (a, b) -> a * b)).reshape(shape);
    }
    NDArray turned = block.reshape(wide).transpose(axes);
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < ndim; i++) {
      part.append(i == 0 ? "" : ",").append(":").append(shape[i]);
    }
    NDArray view = turned.get(part.toString());
    return random.nextBoolean() ? view.get("..., ::-1") : view.get("::-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void largeArraysOnSeveralThreads(int threads) {
    int before = Lanewise.parallelism();
    Lanewise.parallelism(threads);
    try (Arena arena = Arena.ofShared()) {
      for (DType dtype : new DType[] {DType.UINT8, DType.INT16, DType.FLOAT32, DType.FLOAT64}) {
        NDArray a = NDArray.arange(1_030 * 517).astype(dtype).reshape(1_030, 517);
        NDArray back = a.T().copy().T();
        assertThat(back.isContiguous()).isFalse();
        assertThat(back.equal(a).all().item()).isEqualTo(1);
        NDArray cube = a.reshape(10, 103, 517).transpose(2, 0, 1);
        assertThat(cube.copy().equal(cube).all().item()).isEqualTo(1);
        NDArray off =
            NDArray.of(arena.allocate(a.size() * dtype.itemSize(), 64), dtype, 1_030, 517);
        off.set(a);
        assertThat(off.equal(a).all().item()).isEqualTo(1);
        assertThat(off.T().copy().equal(a.T()).all().item()).isEqualTo(1);
        NDArray flat = a.reshape(-1);
        assertThat(flat.get("::-1").copy().get("::-1").equal(flat).all().item()).isEqualTo(1);
      }
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @Test
  void nansKeepTheirBits() {
    float[] values = {Float.intBitsToFloat(0x7fc12345), Float.intBitsToFloat(0xffc00001)};
    NDArray copy = NDArray.of(values).get("::-1").copy();
    float[] copied = (float[]) copy.storage().array();
    assertThat(Float.floatToRawIntBits(copied[1])).isEqualTo(0x7fc12345);
    assertThat(Float.floatToRawIntBits(copied[0])).isEqualTo(0xffc00001);
  }

  @Test
  void nansOffTheHeapKeepTheirBitsWhenTaken() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment floats = arena.allocate(8, 8);
      floats.set(ValueLayout.JAVA_INT, 0, 0x7f800001);
      MemorySegment doubles = arena.allocate(16, 8);
      doubles.set(ValueLayout.JAVA_LONG, 0, 0x7ff0_0000_0000_0001L);
      NDArray positions = NDArray.of(1L, 0L);
      NDArray taken = Indexing.take(NDArray.of(floats, DType.FLOAT32, 2), positions);
      assertThat(Float.floatToRawIntBits(((float[]) taken.storage().array())[1]))
          .isEqualTo(0x7f800001);
      NDArray both = Indexing.take(NDArray.of(doubles, DType.FLOAT64, 2), positions);
      assertThat(Double.doubleToRawLongBits(((double[]) both.storage().array())[1]))
          .isEqualTo(0x7ff0_0000_0000_0001L);
      NDArray back = NDArray.of(floats, DType.FLOAT32, 2);
      back.at(Index.ints(1, 0)).set(taken);
      assertThat(floats.get(ValueLayout.JAVA_INT, 0)).isEqualTo(0x7f800001);
    }
  }
}
