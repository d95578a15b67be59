package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Flags;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Requirement;
import io.lanewise.ndarray.Views;
import java.lang.foreign.Arena;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewFunctionsTest {
  private static NDArray cube() {
    return NDArray.arange(24).reshape(2, 3, 4);
  }

  static Stream<NDArray> views() {
    NDArray a = cube();
    return Stream.of(
        Views.swapaxes(a, 0, 2),
        Views.moveaxis(a, 0, -1),
        Views.rollaxis(a, 2, 0),
        Views.matrixTranspose(a),
        Views.permuteDims(a, 1, 0, 2),
        Views.expandDims(a, 1),
        Views.squeeze(a),
        Views.flip(a),
        Views.rot90(a),
        Views.rot90(a, 4, 0, 1),
        Views.ravel(a),
        Views.ravel(a.T(), Order.K),
        Views.reshape(a, Order.F, 6, 4),
        Views.atleast3d(NDArray.of(1.0, 2).reshape(2)),
        Views.atleast2d(NDArray.scalar(3.0)),
        Views.view(a, DType.UINT64),
        Views.view(a, DType.INT32),
        Views.asStrided(a, new long[] {4, 3}, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("views")
  void writesAreSeenThroughViews(NDArray view) {
    assertThat(view.base()).isNotNull();
    view.fill(7);
    NDArray base = view.base();
    assertThat(Views.sharesMemory(view, base)).isTrue();
    assertThat(view.reshape(-1).getLong(0)).isEqualTo(7);
  }

  @Test
  void diagonalsWindowsAndBroadcastsAreReadOnly() {
    NDArray a = NDArray.zeros(4, 4);
    assertThat(Views.diagonal(a).isWriteable()).isFalse();
    assertThat(Views.slidingWindowView(a, 2, 2).isWriteable()).isFalse();
    assertThat(Views.broadcastArrays(a, NDArray.ones(4)))
        .allSatisfy(one -> assertThat(one.isWriteable()).isFalse());
    assertThat(Views.swapaxes(a.readOnly(), 0, 1).isWriteable()).isFalse();
    assertThat(Views.view(a.readOnly(), DType.INT64).isWriteable()).isFalse();
  }

  @Test
  void memoryShowsOtherDtypes() {
    NDArray floats = NDArray.of(1f, -2f, 3f, Float.POSITIVE_INFINITY);
    NDArray bits = Views.view(floats, DType.INT32);
    assertThat(bits.getLong(1)).isEqualTo(0xc0000000);
    bits.setLong(0x40400000, 0);
    assertThat(floats.getDouble(0)).isEqualTo(3);
    // and home again, into the float[] itself
    assertThat(Views.view(bits, DType.FLOAT32).storage().array())
        .isSameAs(floats.storage().array());
    NDArray bytes = Views.view(NDArray.arange(3).astype(DType.INT16), DType.UINT8);
    assertThat(bytes.toDoubleArray()).containsExactly(0, 0, 1, 0, 2, 0);
    // elements that start where no element of the array does
    NDArray odd = Views.view(bytes.get("1:5"), DType.UINT16);
    assertThat(odd.toDoubleArray()).containsExactly(256, 512);
    assertThat(odd.add(1).toDoubleArray()).containsExactly(257, 513);
    NDArray halves = Views.view(NDArray.of(1, 2).astype(DType.FLOAT16), DType.BFLOAT16);
    assertThat(Views.view(halves, DType.FLOAT16).toDoubleArray()).containsExactly(1, 2);
    NDArray truth = Views.view(NDArray.of(0, 1, 2).astype(DType.INT8), DType.BOOL);
    assertThat(truth.repr()).isEqualTo("array([False,  True,  True])");
    try (Arena arena = Arena.ofConfined()) {
      NDArray off = NDArray.of(arena.allocate(16), DType.INT64);
      Views.view(off, DType.UINT8).setLong(1, 1);
      assertThat(off.getLong(0)).isEqualTo(256);
    }
  }

  @Test
  void memoryThatCannotShowADtype() {
    assertThatThrownBy(() -> Views.view(NDArray.of(true, false), DType.UINT8))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("a boolean[] on the Java heap cannot be viewed as uint8");
    NDArray rows = NDArray.zeros(DType.INT8, 4, 9).get(":, :8");
    assertThatThrownBy(() -> Views.view(rows, DType.INT32))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("a step of 9 bytes along axis 0");
  }

  @Test
  void stridesStayInsideTheMemory() {
    NDArray a = NDArray.arange(6);
    String text = "asStrided: shape (4,) with strides (2,) reaches from element 0 to 6";
    assertThatThrownBy(() -> Views.asStrided(a, new long[] {4}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
    assertThatThrownBy(() -> Views.asStrided(a, new long[] {2}, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from element -1");
    assertThatThrownBy(() -> Views.asStrided(a, new long[] {3}, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    // back into what the slice left out, and none of an empty one
    assertThat(Views.asStrided(a.get("5:"), new long[] {3}, -2).toDoubleArray())
        .containsExactly(5, 3, 1);
    assertThat(Views.asStrided(a, new long[] {0, 9}, 100, 100).size()).isZero();
  }

  @Test
  void flagsAndRequirements() {
    NDArray a = NDArray.zeros(2, 3);
    assertThat(Flags.of(a)).isEqualTo(new Flags(true, false, true, true));
    assertThat(Flags.of(a.T().readOnly())).isEqualTo(new Flags(false, true, false, false));
    assertThat(Views.require(a)).isSameAs(a);
    assertThat(Views.require(a.T(), Requirement.F_CONTIGUOUS).base()).isSameAs(a);
    assertThat(Views.require(a.T(), Requirement.OWN_DATA).base()).isNull();
    assertThat(Views.require(a.readOnly(), Requirement.WRITEABLE).isWriteable()).isTrue();
    assertThat(Views.ascontiguousarray(a)).isSameAs(a);
  }

  @Test
  void positionsThatDoNotExist() {
    assertThatThrownBy(() -> Views.rollaxis(cube(), 2, -5))
        .isInstanceOf(AxisException.class)
        .hasMessage("'start' arg requires -3 <= start < 4, but -5 was passed in");
    assertThatThrownBy(() -> Views.swapaxes(cube(), 0, 3))
        .isInstanceOf(AxisException.class)
        .hasMessage("axis2: axis 3 is out of bounds for array of dimension 3");
  }

  @Test
  void sharedMemoryIsFoundExactly() {
    Random random = new Random(11);
    int shared = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      NDArray memory = NDArray.zeros(DType.INT8, 300);
      NDArray a = view(memory, random);
      NDArray b = view(memory, random);
      Set<Long> bytes = bytes(a);
      bytes.retainAll(bytes(b));
      assertThat(Views.sharesMemory(a, b)).as("trial %d", trial).isEqualTo(!bytes.isEmpty());
      shared += bytes.isEmpty() ? 0 : 1;
    }
    assertThat(shared).isBetween(200, 1_800);
  }

  private static NDArray view(NDArray memory, Random random) {
    int ndim = 1 + random.nextInt(3);
    while (true) {
      long[] shape = random.longs(ndim, 1, 4).toArray();
      long[] strides = random.longs(ndim, -12, 30).toArray();
      long start = random.nextInt(300);
      DType dtype = random.nextBoolean() ? DType.INT8 : DType.INT32;
      try {
        NDArray flat = memory.get(start + ":" + (start + (300 - start) / 4 * 4));
        NDArray typed = Views.view(flat, dtype);
        long[] steps = strides.clone();
        for (int i = 0; i < ndim && dtype == DType.INT32; i++) {
          steps[i] /= 4;
        }
        return Views.asStrided(typed, shape, steps);
      } catch (IllegalArgumentException e) {
        // outside of the memory: another one
      }
    }
  }

  /// The addresses of all bytes of an array over one `byte[]`.
  private static Set<Long> bytes(NDArray a) {
    long origin = a.storage().segment() == null ? 0 : a.storage().segment().address();
    long width = a.dtype().itemSize();
    Set<Long> bytes = new HashSet<>();
    long[] shape = a.shape();
    long[] index = new long[shape.length];
    for (long i = 0; i < a.size(); i++) {
      for (long k = 0; k < width; k++) {
        bytes.add(origin + a.layout().position(index) * width + k);
      }
      for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
        index[d] = 0;
      }
    }
    return bytes;
  }

  @Test
  void searchesForSharedMemoryEndInTime() {
    NDArray memory = NDArray.zeros(DType.INT8, 4_000_000);
    NDArray a = Views.asStrided(memory, new long[] {9, 8, 9, 8}, 92_857, 61_331, 30_011, 12_343);
    NDArray b =
        Views.asStrided(memory.get("17:"), new long[] {8, 9, 7, 9}, 80_953, 51_449, 27_011, 9_001);
    assertThatThrownBy(() -> Views.sharesMemory(a, b, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Exceeded max_work");
    Set<Long> bytes = bytes(a);
    bytes.retainAll(bytes(b));
    assertThat(Views.sharesMemory(a, b)).isEqualTo(!bytes.isEmpty());
  }
}
