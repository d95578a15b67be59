package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Interop;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Views;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Spliterator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InteropTest {
  private static final NDArray A =
      NDArray.of(1.5, -2.5, 300, 4e10, -1e20, Double.NaN).reshape(2, 3);

  @Test
  void javaArraysConvertAsAstypeDoes() {
    assertThat(Interop.toDoubleArray(A.T()))
        .containsExactly(1.5, 4e10, -2.5, -1e20, 300, Double.NaN);
    assertThat(Interop.toFloatArray(A))
        .containsExactly(1.5f, -2.5f, 300f, 4e10f, -1e20f, Float.NaN);
    assertThat(Interop.toLongArray(A))
        .containsExactly(1, -2, 300, 40_000_000_000L, Long.MIN_VALUE, 0);
    assertThat(Interop.toIntArray(A))
        .containsExactly(1, -2, 300, Integer.MAX_VALUE, Integer.MIN_VALUE, 0);
    assertThat(Interop.toShortArray(NDArray.of(70_000, -1)))
        .containsExactly((short) 70_000, (short) -1);
    assertThat(Interop.toByteArray(NDArray.of(200, 1).astype(DType.UINT8)))
        .containsExactly((byte) 200, (byte) 1);
    assertThat(Interop.toBooleanArray(NDArray.of(0, -0.0, 0.5, Double.NaN)))
        .containsExactly(false, false, true, true);
    assertThat(Interop.toBooleanArray(NDArray.ofComplex(0.0, 1.0, 0.0, 0.0)))
        .containsExactly(true, false);
  }

  @Test
  void javaArraysAreCopies() {
    NDArray a = NDArray.of(1.0, 2.0);
    Interop.toDoubleArray(a)[0] = 9;
    assertThat(a).hasToString("[1. 2.]");
  }

  @ParameterizedTest
  @EnumSource
  void everyLayoutGivesTheSameJavaArray(DType dtype) {
    NDArray a = Layouts.random(new Random(3), DType.FLOAT64, 3, 4).astype(dtype);
    NDArray real = dtype.isComplex() ? a.real() : a;
    Layouts.of(real)
        .forEach(
            (name, layout) -> {
              assertThat(Interop.toDoubleArray(layout)).as(name).isEqualTo(real.toDoubleArray());
              assertThat(Interop.toLongArray(layout)).as(name).isEqualTo(Interop.toLongArray(real));
              assertThat(Interop.tobytes(layout)).as(name).isEqualTo(Interop.tobytes(real));
            });
    if (dtype.isComplex()) {
      assertThatExceptionOfType(CastingException.class)
          .isThrownBy(() -> Interop.toFloatArray(a))
          .withMessageContaining("real()");
    }
  }

  @Test
  void nestedArraysHaveALevelForEachAxis() {
    assertThat((double[][]) Interop.toNestedArray(A.get(":, :2")))
        .isDeepEqualTo(new double[][] {{1.5, -2.5}, {4e10, -1e20}});
    int[][][] cube = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    assertThat((int[][][]) Interop.toNestedArray(ArrayCreation.array(cube))).isEqualTo(cube);
    assertThat((boolean[]) Interop.toNestedArray(NDArray.of(true, false)))
        .containsExactly(true, false);
    assertThat((short[]) Interop.toNestedArray(NDArray.of(255).astype(DType.UINT8)))
        .containsExactly((short) 255);
    assertThat((float[]) Interop.toNestedArray(NDArray.of(1.5).astype(DType.BFLOAT16)))
        .containsExactly(1.5f);
    assertThat((double[][]) Interop.toNestedArray(NDArray.zeros(2, 0)))
        .isDeepEqualTo(new double[2][0]);
    assertThat((double[][]) Interop.toNestedArray(NDArray.zeros(0, 2))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interop.toNestedArray(NDArray.scalar(1)))
        .withMessageContaining("item()");
  }

  @Test
  void streamsAreOrderedSizedAndSplit() {
    NDArray a = NDArray.arange(100_000).reshape(100, 1000).T();
    assertThat(Interop.longs(a).toArray()).isEqualTo(Interop.toLongArray(a));
    assertThat(Interop.longs(a).parallel().toArray()).isEqualTo(Interop.toLongArray(a));
    assertThat(Interop.doubles(a).parallel().sum()).isEqualTo(4_999_950_000.0);
    assertThat(Interop.doubles(a).limit(3).toArray()).containsExactly(0, 1000, 2000);
    Spliterator.OfDouble all = Interop.doubles(a).spliterator();
    all.tryAdvance((double x) -> {});
    Spliterator.OfDouble front = all.trySplit();
    assertThat(front.estimateSize() + all.estimateSize()).isEqualTo(99_999);
    assertThat(all.hasCharacteristics(Spliterator.SIZED | Spliterator.ORDERED)).isTrue();
    assertThat(Interop.doubles(NDArray.zeros(10)).spliterator().trySplit()).isNull();
    assertThat(
            ArrayCreation.fromIter(Interop.doubles(a))
                .reshape(1000, 100)
                .equal(a)
                .all()
                .getBoolean())
        .isTrue();
  }

  private static final Map<DType, Function<NDArray, Buffer>> BUFFERS =
      Map.of(
          DType.FLOAT64, Interop::asDoubleBuffer,
          DType.FLOAT32, Interop::asFloatBuffer,
          DType.INT64, Interop::asLongBuffer,
          DType.UINT64, Interop::asLongBuffer,
          DType.INT32, Interop::asIntBuffer,
          DType.UINT32, Interop::asIntBuffer,
          DType.UINT16, Interop::asShortBuffer,
          DType.FLOAT16, Interop::asShortBuffer,
          DType.INT8, Interop::asByteBuffer,
          DType.UINT8, Interop::asByteBuffer);

  @Test
  void buffersAreViewsOfHeapAndNativeMemory() {
    try (Arena arena = Arena.ofConfined()) {
      BUFFERS.forEach(
          (dtype, view) -> {
            NDArray heap = NDArray.arange(10).astype(dtype);
            NDArray offHeap = NDArray.of(arena.allocate(80, 8), dtype, 10);
            offHeap.set(heap);
            for (NDArray whole : List.of(heap, offHeap)) {
              NDArray part = whole.get("3:9").reshape(2, 3);
              Buffer buffer = view.apply(part);
              assertThat(buffer.remaining()).isEqualTo(6);
              assertThat(buffer.isReadOnly()).isFalse();
              part.fill(0);
              assertThat(buffer).as("%s", dtype).isEqualTo(view.apply(whole.get("3:9")));
              assertThat(view.apply(whole.readOnly()).isReadOnly()).isTrue();
              assertThat(view.apply(whole.get("9:9")).remaining()).isZero();
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> view.apply(whole.get("::2")))
                  .withMessageContaining("C-contiguous");
            }
            assertThatIllegalArgumentException()
                .isThrownBy(() -> view.apply(NDArray.of(true, false)));
          });
      NDArray doubles = NDArray.of(arena.allocate(16, 8), DType.FLOAT64);
      assertThat(Interop.asByteBuffer(doubles).order()).isEqualTo(ByteOrder.nativeOrder());
    }
    NDArray floats = NDArray.of(MemorySegment.ofArray(new float[2]), DType.INT64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interop.asLongBuffer(floats))
        .withMessageContaining("off the heap");
  }

  @Test
  void segmentShowsTheArraysMemory() {
    NDArray a = NDArray.arange(10).get("2:8").reshape(2, 3);
    MemorySegment segment = Interop.asSegment(a);
    segment.setAtIndex(ValueLayout.JAVA_LONG, 5, 99);
    assertThat(a.getLong(1, 2)).isEqualTo(99);
    assertThat(segment.byteSize()).isEqualTo(48);
    assertThat(Interop.asSegment(a.readOnly()).isReadOnly()).isTrue();
    assertThat(Interop.asSegment(NDArray.zeros(0)).byteSize()).isZero();
    assertThat(Interop.asSegment(NDArray.ofComplex(1f, 2f)).byteSize()).isEqualTo(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interop.asSegment(a.T()))
        .withMessageContaining("shape (3,2) and strides (1,3)");
    assertThatIllegalArgumentException().isThrownBy(() -> Interop.asSegment(NDArray.of(true)));
  }

  @ParameterizedTest
  @EnumSource
  void bytesReadBackAsTheSameArray(DType dtype) {
    NDArray a = Layouts.random(new Random(9), DType.FLOAT64, 4, 6).astype(dtype);
    for (NDArray view : List.of(a, a.T(), a.get("::-1, 1::2"))) {
      NDArray back = ArrayCreation.fromBuffer(Interop.tobytes(view), dtype).reshape(view.shape());
      assertThat(Fixtures.difference(back.copy(), view.copy())).isNull();
      byte[] f = Interop.tobytes(view, Order.F);
      assertThat(f).isEqualTo(Interop.tobytes(view.T()));
    }
    assertThat(Interop.tobytes(a.T(), Order.K)).isEqualTo(Interop.tobytes(a));
    assertThat(Interop.tobytes(a.T(), Order.A)).isEqualTo(Interop.tobytes(a));
  }

  @ParameterizedTest
  @EnumSource
  void arraysAreSerialisedAsNpyStreamsOnly(DType dtype) throws IOException {
    assertThat(Serializable.class.isAssignableFrom(NDArray.class)).isFalse();
    NDArray a = Layouts.random(new Random(4), DType.FLOAT64, 3, 4).astype(dtype);
    for (NDArray view :
        List.of(a, a.T(), a.get("::-1, ::2"), NDArray.zeros(dtype, 0, 2), NDArray.zeros(dtype))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (dtype == DType.BFLOAT16) {
        // NumPy's format does not know it: write the bits
        assertThatIllegalArgumentException().isThrownBy(() -> Npy.write(view, out));
        Npy.write(Views.view(view, DType.UINT16), out);
      } else {
        Npy.write(view, out);
      }
      NDArray back = Npy.read(new ByteArrayInputStream(out.toByteArray()));
      back = dtype == DType.BFLOAT16 ? Views.view(back, dtype) : back;
      assertThat(Fixtures.difference(back, view)).isNull();
      boolean fortran = view.layout().isContiguousF() && !view.isContiguous();
      assertThat(back.layout().isContiguousF() && !back.isContiguous()).isEqualTo(fortran);
    }
  }

  @Test
  void equalityIsIdentity() {
    NDArray a = NDArray.of(1.0, 2.0);
    assertThat(a.equals(a.copy())).isFalse();
    assertThat(a.equals(a)).isTrue();
    assertThat(Arrays.asList(a, a.copy()).indexOf(a)).isZero();
    assertThat(a.hashCode()).isEqualTo(System.identityHashCode(a));
  }

  @Test
  void nestedArraysWithoutElementsMayHaveLongAxes() {
    assertThat((double[][]) Interop.toNestedArray(NDArray.zeros(0, 1L << 40))).isEmpty();
    assertThat((double[][][]) Interop.toNestedArray(NDArray.zeros(2, 0, 1L << 40)))
        .isDeepEqualTo(new double[2][0][]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interop.toNestedArray(NDArray.zeros(1L << 40, 0)))
        .withMessageContaining("toNestedArray: array is too big");
  }

  @Test
  void readOnlyMemoryOnTheHeapHasNoBuffer() {
    NDArray a = NDArray.of(DoubleBuffer.wrap(new double[] {1, 2}).asReadOnlyBuffer());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interop.asDoubleBuffer(a))
        .withMessage(
            "a DoubleBuffer view: Java has none of read-only memory on the heap that is no byte[];"
                + " take copy()");
  }
}
