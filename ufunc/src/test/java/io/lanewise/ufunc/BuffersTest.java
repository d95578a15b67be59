package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Storage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuffersTest {
  /// Every kind of FloatBuffer with the remaining elements 1, 2, 3.
  private static Map<String, FloatBuffer> buffers() {
    Map<String, FloatBuffer> all = new LinkedHashMap<>();
    all.put("heap", FloatBuffer.wrap(new float[] {1, 2, 3}));
    all.put("part of heap", FloatBuffer.wrap(new float[] {0, 1, 2, 3, 0}, 1, 3));
    all.put("slice", FloatBuffer.wrap(new float[] {0, 0, 1, 2, 3}, 1, 4).slice().position(1));
    all.put("bytes", floats(ByteBuffer.allocate(12)));
    all.put("odd bytes", floats(ByteBuffer.allocate(13).position(1).slice()));
    all.put("direct", floats(ByteBuffer.allocateDirect(12)));
    all.put("odd direct", floats(ByteBuffer.allocateDirect(15).position(3).slice()));
    all.put("wrapped segment", floats(Arena.ofAuto().allocate(12).asByteBuffer()));
    Map<String, FloatBuffer> withReadOnly = new LinkedHashMap<>();
    all.forEach((name, b) -> withReadOnly.put(name + " read-only", b.asReadOnlyBuffer()));
    withReadOnly.putAll(all);
    return withReadOnly;
  }

  private static FloatBuffer floats(ByteBuffer bytes) {
    FloatBuffer buffer = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    return buffer.put(0, 1).put(1, 2).put(2, 3);
  }

  @Test
  void floatBuffersAreSharedWhateverTheirMemory() {
    buffers()
        .forEach(
            (name, buffer) -> {
              NDArray a = NDArray.of(buffer);
              assertThat(a.toString()).as(name).isEqualTo("[1. 2. 3.]");
              assertThat(a.dtype()).isEqualTo(DType.FLOAT32);
              assertThat(a.add(a).toDoubleArray()).as(name).containsExactly(2, 4, 6);
              assertThat(a.get("::-1").exp().getDouble(2)).isEqualTo((float) Math.E);
              assertThat(a.sum().item()).isEqualTo(6);
              assertThat(a.max().item()).isEqualTo(3);
              assertThat(a.isWriteable()).as(name).isEqualTo(!buffer.isReadOnly());
              if (a.isWriteable()) {
                a.multiply(2.0, a);
                a.set("0", 7);
                int at = buffer.position();
                assertThat(new float[] {buffer.get(at), buffer.get(at + 1), buffer.get(at + 2)})
                    .as(name)
                    .containsExactly(7, 4, 6);
                buffer.put(at, -1);
                assertThat(a.getDouble(0)).isEqualTo(-1);
              }
            });
  }

  @Test
  void otherBuffersAreSharedToo() {
    assertThat(NDArray.of(DoubleBuffer.wrap(new double[] {0, 1, 2}, 1, 2)).repr())
        .isEqualTo("array([1., 2.])");
    assertThat(NDArray.of(IntBuffer.wrap(new int[] {0, 1, 2}, 1, 2)).repr())
        .isEqualTo("array([1, 2], dtype=int32)");
    assertThat(NDArray.of(LongBuffer.wrap(new long[] {0, 1, 2}, 1, 2)).repr())
        .isEqualTo("array([1, 2])");
    ByteBuffer bytes = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
    NDArray.of(bytes.asDoubleBuffer()).fill(2.5);
    assertThat(bytes.getDouble(8)).isEqualTo(2.5);
    NDArray.of(bytes.asLongBuffer()).fill(-3);
    assertThat(bytes.getLong(0)).isEqualTo(-3);
    NDArray.of(bytes.asIntBuffer()).fill(4);
    assertThat(bytes.getInt(12)).isEqualTo(4);
  }

  @Test
  void float32ArraysHandOutBuffers() {
    float[] memory = {1, 2, 3, 4};
    FloatBuffer buffer = NDArray.of(memory).get("1:3").asFloatBuffer();
    buffer.put(0, 9);
    assertThat(memory).containsExactly(1, 9, 3, 4);
    assertThat(buffer.remaining()).isEqualTo(2);
    assertThat(NDArray.of(memory).readOnly().asFloatBuffer().isReadOnly()).isTrue();
    MemorySegment segment = Arena.ofAuto().allocate(16);
    NDArray off = NDArray.of(segment, DType.FLOAT32, 2, 2);
    off.get("1").asFloatBuffer().put(1, 5f);
    assertThat(off.getDouble(1, 1)).isEqualTo(5);
    NDArray bytes = NDArray.of(MemorySegment.ofArray(new byte[8]), DType.FLOAT32);
    bytes.asFloatBuffer().put(1, 6f);
    assertThat(bytes.getDouble(1)).isEqualTo(6);
  }

  @Test
  void segmentsOverArraysOfTheSameTypeAreTheArray() {
    double[] memory = {0, 1, 2, 3};
    NDArray a = NDArray.of(MemorySegment.ofArray(memory).asSlice(8, 16), DType.FLOAT64);
    assertThat(a.storage().array()).isSameAs(memory);
    assertThat(a.toDoubleArray()).containsExactly(1, 2);
    a.fill(5);
    assertThat(memory).containsExactly(0, 5, 5, 3);
    byte[] bytes = new byte[4];
    assertThat(NDArray.of(MemorySegment.ofArray(bytes), DType.UINT8).storage().array())
        .isSameAs(bytes);
  }

  @Test
  void segmentsOverOtherArraysAndOddPositionsAreStaged() {
    for (MemorySegment segment :
        new MemorySegment[] {
          MemorySegment.ofArray(new byte[33]).asSlice(1),
          MemorySegment.ofArray(new int[8]),
          MemorySegment.ofArray(new long[4]),
          MemorySegment.ofArray(new double[5]).asSlice(4, 32),
          Arena.ofAuto().allocate(40).asSlice(3, 32)
        }) {
      for (DType dtype : new DType[] {DType.FLOAT64, DType.INT64, DType.FLOAT32, DType.INT16}) {
        NDArray a = NDArray.of(segment, dtype);
        boolean own = segment.heapBase().orElse(null) instanceof long[] && dtype == DType.INT64;
        assertThat(a.storage() instanceof Storage.Segment).isEqualTo(!own);
        a.set(NDArray.arange(a.size()));
        a.get("::-1").add(a, a);
        assertThat(a.min().item()).isEqualTo(a.size() - 1);
        assertThat(a.sum().item()).isEqualTo(a.size() * (a.size() - 1.0));
        if (dtype != DType.INT16) {
          assertThat(Expr.of(a).add(a).sum()).isEqualTo(2 * a.sum().item());
        }
      }
    }
  }

  @Test
  void boolsOffTheHeapAreBytes() {
    MemorySegment segment = Arena.ofAuto().allocate(5);
    NDArray flags = NDArray.of(segment, DType.BOOL);
    Ufuncs.NOT_EQUAL.apply(NDArray.of(1.0, 0, 2, Double.NaN, -0.0), 0.0, flags);
    assertThat(segment.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE))
        .containsExactly(1, 0, 1, 1, 0);
    segment.set(java.lang.foreign.ValueLayout.JAVA_BYTE, 1, (byte) 64);
    assertThat(flags.logicalNot().repr()).isEqualTo("array([False, False, False, False,  True])");
    assertThat(flags.sum().item()).isEqualTo(4);
    assertThat(flags.toString()).isEqualTo("[ True  True  True  True False]");
  }

  @Test
  void closedArenasAreAnErrorAndNothingIsWritten() {
    Arena arena = Arena.ofShared();
    NDArray gone = NDArray.of(arena.allocate(80), DType.FLOAT64);
    NDArray strided = gone.get("::2");
    NDArray bytes = NDArray.of(arena.allocate(10), DType.INT8);
    NDArray a = NDArray.ones(10);
    NDArray out = NDArray.zeros(10);
    arena.close();
    assertThatThrownBy(() -> gone.getDouble(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> gone.setDouble(1, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> gone.add(a, out)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> a.add(a, gone)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> a.add(gone, out)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> strided.exp(out.get("::2"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> a.add(bytes, out)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(gone::sum).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(gone::max).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(bytes::sum).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(gone::toString).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(gone::copy).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Expr.of(gone).sin().eval(out))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Expr.of(gone).sin().sum()).isInstanceOf(IllegalStateException.class);
    assertThat(out.toDoubleArray()).containsOnly(0);
    // and afterwards everything works as before
    assertThat(a.add(a, out).sum().item()).isEqualTo(20);
  }

  @Test
  void confinedArenasStayOnTheirThread() {
    int before = Lanewise.parallelism();
    Lanewise.parallelism(3);
    try (Arena arena = Arena.ofConfined()) {
      int n = 1_000_000;
      NDArray a = NDArray.of(arena.allocate(8L * n), DType.FLOAT64);
      a.set(NDArray.arange(n));
      double sum = (n - 1.0) * n / 2;
      assertThat(a.add(a).sum().item()).isEqualTo(2 * sum);
      assertThat(a.sum().item()).isEqualTo(sum);
      assertThat(a.get("::-1").mean().item()).isEqualTo(sum / n);
      assertThat(a.max().item()).isEqualTo(n - 1.0);
      assertThat(Expr.of(a).multiply(2).sum()).isEqualTo(2 * sum);
      assertThat(a.reshape(1000, 1000).sum(0).getDouble(1)).isEqualTo(499_501_000);
      assertThat(a.var().item())
          .isCloseTo(n * (double) n / 12, org.assertj.core.data.Offset.offset(1.0));
    } finally {
      Lanewise.parallelism(before);
    }
  }

  @Test
  void arraysOfObjectsHaveNoDtype() {
    Object[] none = {
      new Object[] {new double[] {1, 2}},
      new Double[] {1.0},
      new String[][] {{"a"}, {"b"}},
      new char[] {'a'},
      new Object[] {1.0, new double[] {1}}
    };
    for (Object array : none) {
      assertThatThrownBy(() -> ArrayCreation.array(array))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("array: there is no dtype for elements of ");
    }
  }
}
