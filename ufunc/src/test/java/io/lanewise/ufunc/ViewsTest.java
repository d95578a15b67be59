package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Writing through views, and operations whose output shares memory with their inputs: the result
/// is as if nothing were shared.
class ViewsTest {
  private static NDArray range(int n) {
    return NDArray.arange(0, n, 1.0);
  }

  @Test
  void writesThroughViewsAreSeen() {
    NDArray a = NDArray.zeros(3, 4);
    a.get("1").fill(1);
    a.T().get("0").set(NDArray.of(5.0, 6, 7));
    a.reshape(12).set("-1", 9);
    a.get("::-1, ::-1").setDouble(3, 1, 2);
    a.get("None, ..., 2").set("0, 0", 4);
    assertThat(a.toDoubleArray()).containsExactly(5, 0, 4, 0, 6, 3, 1, 1, 7, 0, 0, 9);
    double[] memory = {1, 2, 3};
    NDArray shared = NDArray.of(memory);
    shared.get("1:").multiply(10.0, shared.get("1:"));
    assertThat(memory).containsExactly(1, 20, 30);
    memory[0] = -1;
    assertThat(shared.getDouble(0)).isEqualTo(-1);
    assertThat(shared.copy().base()).isNull();
    assertThat(shared.get("1:").get("1:").base()).isSameAs(shared);
  }

  @Test
  void viewsOfEmptyArraysStayInside() {
    NDArray a = NDArray.zeros(0, 5).get("..., 3");
    assertThat(a.toDoubleArray()).isEmpty();
    assertThat(a.add(1.0).size()).isZero();
    assertThat(a.copy().sum().item()).isZero();
    NDArray f = NDArray.zeros(DType.FLOAT32, 4, 0).get("3, :");
    assertThat(f.asFloatBuffer().remaining()).isZero();
    assertThat(NDArray.zeros(5, 0).sum(1).toDoubleArray()).containsExactly(0, 0, 0, 0, 0);
    assertThat(NDArray.zeros(DType.INT8, 5, 0).get("1:").sum(1).getLong(3)).isZero();
    assertThat(NDArray.zeros(DType.INT8, 5, 0).get("::-1").mean(1).getDouble(3)).isNaN();
    assertThat(NDArray.zeros(DType.FLOAT32, 5, 0).get("::2").var(1).getDouble(2)).isNaN();
    assertThat(NDArray.zeros(DType.BOOL, 5, 0).get("::2").all(1).getBoolean(2)).isTrue();
  }

  /// The rows of NumPy's rules on overlapping memory.
  @Test
  void outputsThatOverlapInputs() {
    NDArray a = range(6);
    a.get("1:").add(a.get(":-1"), a.get("1:"));
    assertThat(a.toDoubleArray()).containsExactly(0, 1, 3, 5, 7, 9);
    a = range(6);
    a.get(":-1").add(a.get("1:"), a.get(":-1"));
    assertThat(a.toDoubleArray()).containsExactly(1, 3, 5, 7, 9, 5);
    a = range(6);
    a.set(a.get("::-1"));
    assertThat(a.toDoubleArray()).containsExactly(5, 4, 3, 2, 1, 0);
    a = range(9).reshape(3, 3);
    a.add(a.T(), a);
    assertThat(a.toDoubleArray()).containsExactly(0, 4, 8, 4, 8, 12, 8, 12, 16);
    a = range(6);
    a.get(":3").add(a.get("3:"), a.get("2:5"));
    assertThat(a.toDoubleArray()).containsExactly(0, 1, 3, 5, 7, 5);
    a = range(5);
    a.get("1:").set(a.get(":-1"));
    assertThat(a.toDoubleArray()).containsExactly(0, 0, 1, 2, 3);
    a = range(6).reshape(2, 3);
    a.get("0").add(a, a);
    assertThat(a.toDoubleArray()).containsExactly(0, 2, 4, 3, 5, 7);
    a = range(6).reshape(2, 3);
    a.subtract(a.get("..., 1:2"), a);
    assertThat(a.toDoubleArray()).containsExactly(-1, 0, 1, -1, 0, 1);
    a = range(4);
    Ufuncs.where(NDArray.of(true, false, true, false), a.get("::-1"), a, a);
    assertThat(a.toDoubleArray()).containsExactly(3, 1, 1, 3);
    a = range(4);
    Expr.of(a).add(a.get("::-1")).multiply(2).eval(a.get("::-1"));
    assertThat(a.toDoubleArray()).containsExactly(6, 6, 6, 6);
    a = range(6).reshape(2, 3);
    Reductions.sum(a, io.lanewise.ndarray.Axes.axis(0), a.get("0"));
    assertThat(a.toDoubleArray()).containsExactly(3, 5, 7, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 100, 5_000, 40_000})
  void everyShiftOfTheOutput(int n) {
    Random random = new Random(n);
    for (int trial = 0; trial < 30; trial++) {
      NDArray a = Layouts.random(random, DType.FLOAT64, n);
      String[] steps = {"::1", "::-1", "::2", "::-2"};
      NDArray x = part(a, random, steps[random.nextInt(4)], n / 3);
      NDArray y = part(a, random, steps[random.nextInt(4)], n / 3);
      NDArray out = part(a, random, steps[random.nextInt(4)], n / 3);
      NDArray expected = x.copy().subtract(y.copy());
      x.subtract(y, out);
      assertThat(Fixtures.difference(out, expected)).as("n %d trial %d", n, trial).isNull();
    }
  }

  private static NDArray part(NDArray a, Random random, String step, long count) {
    NDArray steps = a.get(step);
    long start = random.nextInt((int) (steps.size() - count) + 1);
    return steps.get(start + ":" + (start + count));
  }

  @Test
  void twoDtypesInOneSegment() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[64]);
    NDArray wide = NDArray.of(bytes, DType.INT64);
    NDArray narrow = NDArray.of(bytes, DType.INT32);
    wide.set(NDArray.arange(8));
    // elements 8 to 15 of int32 are those 4 to 7 of int64
    narrow.get("8:").add(0, wide.get("0:").get(":8"));
    assertThat(wide.astype(DType.INT32).toDoubleArray()).containsExactly(4, 0, 5, 0, 6, 0, 7, 0);
  }

  @Test
  void readOnlyBuffersOverTheOutput() {
    float[] memory = {1, 2, 3, 4, 5, 6};
    NDArray out = NDArray.of(memory).get("1:");
    NDArray in = NDArray.of(FloatBuffer.wrap(memory).asReadOnlyBuffer()).get(":-1");
    in.add(0.0, out);
    assertThat(memory).containsExactly(1, 1, 2, 3, 4, 5);
  }

  @Test
  void strideZeroInputsAndScalarsMayBeTheOutputsElements() {
    NDArray a = range(5);
    a.add(a.get(2), a);
    assertThat(a.toDoubleArray()).containsExactly(2, 3, 4, 5, 6);
    a = range(2000).reshape(2, 1000);
    a.multiply(a.get("1, 1:2").broadcastTo(2, 1000), a);
    assertThat(a.getDouble(1, 0)).isEqualTo(1000 * 1001.0);
    assertThat(a.getDouble(1, 999)).isEqualTo(1999 * 1001.0);
  }
}
