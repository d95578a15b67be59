package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexingException;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input gives an exception that a Java user would catch, in NumPy's words, and writes nothing.
class BadInputTest {
  private static void refused(
      NDArray target, Consumer<NDArray> action, Class<? extends Exception> type, String text) {
    long[] before = Fixtures.bits(target);
    assertThatThrownBy(() -> action.accept(target)).isInstanceOf(type).hasMessageContaining(text);
    assertThat(Fixtures.bits(target)).as("nothing written").isEqualTo(before);
  }

  private static void refused(Runnable action, Class<? extends Exception> type, String text) {
    assertThatThrownBy(action::run).isInstanceOf(type).hasMessageContaining(text);
  }

  @Test
  void shapesThatDoNotBroadcast() {
    String text = "operands could not be broadcast together with shapes (2,3) (4,) ";
    NDArray a = NDArray.ones(2, 3);
    NDArray b = NDArray.ones(4);
    refused(() -> a.add(b), BroadcastException.class, text + "in add");
    refused(() -> Ufuncs.where(a, a, b), BroadcastException.class, "shapes (2,3) (2,3) (4,) ");
    refused(() -> Expr.of(a).add(b).eval(), BroadcastException.class, text);
    refused(() -> Expr.of(a).add(b).sum(), BroadcastException.class, text);
    refused(NDArray.ones(2, 3), out -> a.add(b, out), BroadcastException.class, text);
    refused(NDArray.ones(2, 3), out -> Expr.of(a).add(b).eval(out), BroadcastException.class, text);
    refused(
        () -> NDArray.ones(0).add(NDArray.ones(2)), BroadcastException.class, "shapes (0,) (2,) ");
    refused(
        () -> NDArray.ones(3).broadcastTo(2, 4),
        BroadcastException.class,
        "operands could not be broadcast together with remapped shapes [original->remapped]: (3,) "
            + " and requested shape (2,4)");
  }

  @Test
  void outputsThatAreTooSmall() {
    String text = "non-broadcastable output operand with shape (3,) doesn't match the broadcast";
    NDArray a = NDArray.ones(2, 3);
    refused(NDArray.zeros(3), out -> a.add(1.0, out), BroadcastException.class, text);
    refused(NDArray.zeros(3), out -> a.add(a, out), BroadcastException.class, text);
    refused(NDArray.zeros(3), out -> a.exp(out), BroadcastException.class, text);
    refused(NDArray.zeros(3), out -> Expr.of(a).exp().eval(out), BroadcastException.class, text);
    refused(NDArray.zeros(2, 1), out -> a.add(a, out), BroadcastException.class, "shape (2,1)");
    refused(NDArray.zeros(1, 3), out -> a.add(a, out), BroadcastException.class, "shape (1,3)");
    refused(NDArray.zeros(3), out -> Ufuncs.where(a, a, a, out), BroadcastException.class, text);
    refused(NDArray.zeros(), out -> a.sqrt().add(a, out), BroadcastException.class, "shape ()");
    assertThat(NDArray.ones(3).add(1.0, NDArray.zeros(2, 3)).sum().item()).isEqualTo(12);
  }

  @Test
  void assignmentsThatDoNotFit() {
    refused(
        NDArray.zeros(2, 3),
        to -> to.set(NDArray.ones(3, 2)),
        BroadcastException.class,
        "could not broadcast input array from shape (3,2) into shape (2,3)");
    refused(
        NDArray.zeros(3),
        to -> to.set(NDArray.ones(2, 3)),
        BroadcastException.class,
        "could not broadcast input array from shape (2,3) into shape (3,)");
    refused(
        NDArray.zeros(4),
        to -> to.set("1:", NDArray.ones(2)),
        BroadcastException.class,
        "from shape (2,) into shape (3,)");
    refused(
        NDArray.zeros(0),
        to -> to.set(NDArray.ones(2, 0)),
        BroadcastException.class,
        "from shape (2,0) into shape (0,)");
    refused(
        NDArray.zeros(0),
        to -> to.set(NDArray.ones(3)),
        BroadcastException.class,
        "from shape (3,)");
    NDArray fits = NDArray.zeros(2, 3);
    fits.set(NDArray.ones(1, 1, 3));
    assertThat(fits.sum().item()).isEqualTo(6);
  }

  @Test
  void reshapesThatCannotBe() {
    NDArray a = NDArray.arange(24);
    refused(() -> a.reshape(5, -1), ShapeException.class, "into shape (5,newaxis)");
    refused(
        () -> NDArray.zeros(0, 3).reshape(0, -1),
        ShapeException.class,
        "cannot reshape array of size 0 into shape (0,newaxis)");
    refused(() -> a.reshape(-24), ShapeException.class, "negative dimensions are not allowed");
  }

  @Test
  void axesThatDoNotExist() {
    NDArray a = NDArray.ones(2, 3);
    String text = "axis 2 is out of bounds for array of dimension 2";
    refused(() -> a.sum(2), AxisException.class, text);
    refused(() -> a.max(2), AxisException.class, text);
    refused(() -> a.var(0, 2), AxisException.class, text);
    refused(() -> a.mean(-3), AxisException.class, "axis -3 is out of bounds");
    refused(() -> a.shape(2), IndexOutOfBoundsException.class, text);
    refused(() -> a.transpose(0, 2), AxisException.class, text);
    refused(() -> NDArray.scalar(1.0).sum(1), AxisException.class, "axis 1 is out of bounds");
    assertThat(NDArray.scalar(2.0).sum(-1).item()).isEqualTo(2);
    refused(() -> a.sum(0, 0), IllegalArgumentException.class, "duplicate value in 'axis'");
    refused(() -> a.any(1, -1), IllegalArgumentException.class, "duplicate value in 'axis'");
    refused(() -> a.transpose(1, -1), IllegalArgumentException.class, "repeated axis in transpose");
    refused(() -> a.transpose(0), IllegalArgumentException.class, "axes don't match array");
    refused(() -> a.transpose(0, 1, 2), IllegalArgumentException.class, "axes don't match array");
  }

  @Test
  void indicesOutOfRange() {
    NDArray a = NDArray.arange(6).reshape(2, 3);
    String text = "index 5 is out of bounds for axis 0 with size 2";
    refused(() -> a.get(5), IndexOutOfBoundsException.class, text);
    refused(() -> a.get("5"), IndexOutOfBoundsException.class, text);
    refused(() -> a.get(Index.at(5)), IndexOutOfBoundsException.class, text);
    refused(() -> a.getLong(5, 0), IndexOutOfBoundsException.class, text);
    refused(a, to -> to.setLong(9, 5, 0), IndexOutOfBoundsException.class, text);
    refused(a, to -> to.set("5", 9), IndexOutOfBoundsException.class, text);
    refused(
        () -> a.get("..., -4"),
        IndexOutOfBoundsException.class,
        "index -4 is out of bounds for axis 1 with size 3");
    refused(() -> a.get(Long.MIN_VALUE), IndexOutOfBoundsException.class, "is out of bounds");
    refused(() -> NDArray.zeros(0).get(0), IndexOutOfBoundsException.class, "with size 0");
    refused(
        () -> NDArray.zeros(3).get("0, 1, 2"),
        IndexingException.class,
        "too many indices for array: array is 1-dimensional, but 3 were indexed");
    refused(
        () -> NDArray.scalar(1.0).get(0),
        IndexingException.class,
        "too many indices for array: array is 0-dimensional, but 1 were indexed");
    refused(() -> a.getLong(0, 0, 0), IndexingException.class, "too many indices for array");
    refused(() -> a.getLong(0), IndexOutOfBoundsException.class, "needs 2 indices, not 1");
    refused(
        () -> a.get("..., ..."),
        IndexingException.class,
        "an index can only have a single ellipsis ('...')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "1.5",
        "1:2:3:4",
        "1,",
        ",",
        "[0]",
        "::x",
        "1e3",
        "..",
        "99999999999999999999",
        "0x1",
        "1 2"
      })
  void malformedIndices(String text) {
    refused(
        () -> NDArray.zeros(3, 3).get(text),
        IndexingException.class,
        "only integers, slices (`:`), ellipsis (`...`)");
  }

  @Test
  void sliceStepsOfZero() {
    refused(
        () -> NDArray.zeros(3).get("::0"),
        IllegalArgumentException.class,
        "slice step cannot be zero");
    refused(() -> Index.all().step(0), IllegalArgumentException.class, "slice step cannot be zero");
  }

  @Test
  void outputsOfTheWrongKind() {
    String text =
        "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule"
            + " 'same_kind'";
    NDArray a = NDArray.ones(3);
    refused(NDArray.arange(3), out -> a.add(a, out), CastingException.class, text);
    refused(NDArray.arange(3), out -> out.add(1.5, out), CastingException.class, text);
    refused(
        NDArray.arange(3), out -> a.exp(out), CastingException.class, "Cannot cast ufunc 'exp'");
    refused(
        NDArray.arange(3),
        out -> Expr.of(a).add(a).eval(out),
        CastingException.class,
        "output from dtype('float64') to dtype('int64')");
    refused(
        NDArray.of(true, false, true),
        out -> Ufuncs.where(a, a, a, out),
        CastingException.class,
        "to dtype('bool')");
    refused(
        NDArray.zeros(DType.UINT8, 3),
        out -> NDArray.arange(3).add(1, out),
        CastingException.class,
        "from dtype('int64') to dtype('uint8')");
  }

  @Test
  void functionsWithoutALoop() {
    NDArray flags = NDArray.of(true, false);
    String minus =
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^`"
            + " operator, or the logical_xor function instead.";
    refused(() -> flags.subtract(flags), NoLoopException.class, minus);
    refused(
        NDArray.of(true, false), out -> flags.subtract(flags, out), NoLoopException.class, minus);
    refused(() -> flags.negative(), NoLoopException.class, "numpy boolean negative");
    assertThat(flags.subtract(1).dtype()).isEqualTo(DType.INT64);
    NDArray complex = NDArray.zeros(DType.COMPLEX128, 2);
    refused(() -> complex.cbrt(), NoLoopException.class, "complex128");
    refused(() -> complex.getDouble(0), CastingException.class, "complex128");
    refused(() -> complex.toDoubleArray(), CastingException.class, "complex128");
    refused(
        () -> flags.setComplex(new Complex(1, 2), 0),
        CastingException.class,
        "cannot convert the complex number (1+2j) to bool");
    refused(
        () -> NDArray.of(MemorySegment.ofArray(new byte[12]), DType.COMPLEX64),
        IllegalArgumentException.class,
        "complex64");
    refused(() -> Ufuncs.ADD.apply(flags), IllegalArgumentException.class, "add takes 2 inputs");
    refused(
        () -> Ufuncs.EXP.apply(flags, flags, null),
        IllegalArgumentException.class,
        "exp takes 1 inputs");
    refused(
        () -> DType.named("foo"), IllegalArgumentException.class, "data type 'foo' not understood");
  }

  @Test
  void numbersThatADtypeCannotHold() {
    NDArray bytes = NDArray.zeros(DType.UINT8, 3);
    refused(() -> bytes.add(300), ArithmeticException.class, "value 300 out of bounds for uint8");
    refused(bytes, out -> out.add(-1, out), ArithmeticException.class, "value -1 out of bounds");
    refused(bytes, to -> to.fill(300), ArithmeticException.class, "out of bounds for uint8");
    refused(bytes, to -> to.setLong(-1, 1), ArithmeticException.class, "value -1 out of bounds");
    refused(bytes, to -> to.set("1:", 256), ArithmeticException.class, "out of bounds for uint8");
    refused(() -> NDArray.full(DType.INT8, 128, 3), ArithmeticException.class, "int8");
    NDArray ints = NDArray.zeros(DType.INT32, 3);
    refused(
        ints,
        to -> to.setDouble(Double.NaN, 0),
        ArithmeticException.class,
        "cannot convert float NaN to integer");
    refused(ints, to -> to.fill(Double.NaN), ArithmeticException.class, "NaN to integer");
    refused(
        ints,
        to -> to.setDouble(Double.POSITIVE_INFINITY, 0),
        ArithmeticException.class,
        "float infinity to integer");
    refused(ints, to -> to.setLong(1L << 31, 0), ArithmeticException.class, "for int32");
    assertThat(bytes.less(300).all().item()).isEqualTo(1);
    assertThat(bytes.equal(-1).any().item()).isZero();
  }

  @Test
  void castExponentsUnderAMask() {
    NDArray a = NDArray.of(2.0, 3.0, 4.0);
    NDArray b = NDArray.of(2.9, -1.0, 1.0);
    NDArray mask = NDArray.of(true, false, true);
    NDArray out = NDArray.zeros(DType.INT64, 3);
    UFuncCall call = Ufuncs.POWER.call(a, b).dtype(DType.INT64).casting(Casting.UNSAFE).out(out);
    refused(
        out,
        target -> call.run(),
        ArithmeticException.class,
        "Integers to negative integer powers are not allowed.");
    assertThat(call.where(mask).run()).hasToString("[4 0 4]");
  }

  @Test
  void integersToNegativePowers() {
    String text = "Integers to negative integer powers are not allowed.";
    for (DType dtype : List.of(DType.INT8, DType.INT32, DType.INT64)) {
      NDArray a = NDArray.full(dtype, 2, 5000);
      NDArray b = NDArray.full(dtype, 3, 5000);
      b.setLong(-1, 4999);
      refused(() -> a.power(-1), ArithmeticException.class, text);
      refused(() -> a.power(b), ArithmeticException.class, text);
      refused(NDArray.zeros(dtype, 5000), out -> a.power(b, out), ArithmeticException.class, text);
      refused(NDArray.zeros(dtype, 5000), out -> a.power(-1, out), ArithmeticException.class, text);
      // the second call takes the short way, where there is one
      a.get(":9").power(b.get(":9"), NDArray.zeros(dtype, 9));
      b.setLong(-7, 8);
      refused(
          NDArray.zeros(dtype, 9),
          out -> a.get(":9").power(b.get(":9"), out),
          ArithmeticException.class,
          text);
      if (dtype != DType.INT8) {
        refused(
            NDArray.zeros(dtype, 5000),
            out -> Expr.apply(Ufuncs.POWER, Expr.of(a), Expr.of(b)).eval(out),
            ArithmeticException.class,
            text);
      }
    }
    assertThat(NDArray.zeros(DType.INT32, 0).power(NDArray.of(-1)).size()).isZero();
  }

  @Test
  void reductionsOfNothing() {
    String text = "zero-size array to reduction operation maximum which has no identity";
    refused(() -> NDArray.zeros(0).max(), EmptyReductionException.class, text);
    refused(() -> NDArray.ones(0, 3).max(0), EmptyReductionException.class, text);
    refused(
        () -> NDArray.ones(3, 0).min(-1),
        EmptyReductionException.class,
        "reduction operation minimum which has no identity");
    refused(
        NDArray.ones(3),
        out -> Reductions.max(NDArray.ones(0, 3), Axes.axis(0), out),
        EmptyReductionException.class,
        text);
    assertThat(NDArray.ones(0, 3).max(1).shape()).containsExactly(0);
    assertThat(NDArray.zeros(0).sum().item()).isZero();
    assertThat(NDArray.zeros(0).mean().item()).isNaN();
  }

  @Test
  void reductionsIntoOutputsOfAnotherShape() {
    NDArray a = NDArray.ones(2, 3);
    refused(
        NDArray.zeros(2),
        out -> Reductions.sum(a, Axes.axis(0), out),
        BroadcastException.class,
        "output parameter for reduction operation");
    refused(
        NDArray.zeros(3),
        out -> Reductions.sum(a, Axes.axis(0).keepdims(), out),
        BroadcastException.class,
        "has the wrong number of dimensions: Found 1 but expected 2");
    refused(
        NDArray.zeros(3).readOnly(),
        out -> Reductions.sum(a, Axes.axis(0), out),
        ReadOnlyArrayException.class,
        "output array is read-only");
  }

  @Test
  void arraysThatAreNoNumber() {
    String text = "can only convert an array of size 1 to a scalar";
    refused(() -> NDArray.ones(2).item(), IllegalStateException.class, text);
    refused(() -> NDArray.zeros(0, 3).item(), IllegalStateException.class, text);
    assertThat(NDArray.full(DType.INT8, 5, 1, 1).item()).isEqualTo(5);
  }

  @Test
  void buffersThatCannotBeSeenAsArrays() {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    ByteOrder other =
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    bytes.order(other);
    String order = "byte order";
    refused(() -> NDArray.of(bytes.asFloatBuffer()), IllegalArgumentException.class, order);
    refused(() -> NDArray.of(bytes.asDoubleBuffer()), IllegalArgumentException.class, order);
    refused(() -> NDArray.of(bytes.asIntBuffer()), IllegalArgumentException.class, order);
    refused(() -> NDArray.of(bytes.asLongBuffer()), IllegalArgumentException.class, order);
    MemorySegment five = MemorySegment.ofArray(new byte[5]);
    refused(
        () -> NDArray.of(five, DType.FLOAT32),
        IllegalArgumentException.class,
        "buffer size must be a multiple of element size");
    refused(
        () -> NDArray.of(MemorySegment.ofArray(new double[5]), DType.FLOAT64, 2, 3),
        ShapeException.class,
        "buffer of 5 elements is smaller than the requested shape (2,3)");
    String view = "FloatBuffer view ";
    refused(() -> NDArray.ones(3).asFloatBuffer(), IllegalArgumentException.class, view);
    refused(
        () -> NDArray.of(1f, 2f).get("::-1").asFloatBuffer(), IllegalArgumentException.class, view);
    refused(
        () -> NDArray.of(MemorySegment.ofArray(new int[4]), DType.FLOAT32).asFloatBuffer(),
        IllegalArgumentException.class,
        view);
  }

  @Test
  void expressionsThatCannotBeComputed() {
    NDArray a = NDArray.ones(3);
    refused(
        () -> Expr.constant(1.0).add(2.0).eval(),
        BroadcastException.class,
        "an expression without arrays has no shape");
    refused(() -> Expr.array(DType.FLOAT64).sin().eval(), IllegalStateException.class, "Fused");
    refused(
        () -> Expr.apply(Ufuncs.CBRT, Expr.of(a.astype(DType.COMPLEX64))).eval(),
        NoLoopException.class,
        "complex64");
    refused(
        () -> Expr.apply(Ufuncs.ADD, Expr.of(a)), IllegalArgumentException.class, "takes 2 inputs");
    refused(
        () -> Fused.of(List.of(), List.of(), List.of()),
        IllegalArgumentException.class,
        "no outputs");
    Expr x = Expr.array(DType.FLOAT64);
    refused(
        () -> Fused.of(List.of(x.sin()), List.of(), List.of()),
        IllegalArgumentException.class,
        "not listed");
    Fused fused = Fused.of(List.of(x.sin()), List.of(x), List.of());
    double[] out = new double[4];
    refused(
        () -> fused.run(new NDArray[] {a}, 1, 3, new double[0], out, 0, 4),
        IndexOutOfBoundsException.class,
        "elements 1 to 4");
    refused(
        () -> fused.run(new NDArray[] {NDArray.of(1f)}, 0, 1, new double[0], out, 0, 4),
        IllegalArgumentException.class,
        "array of dtype float32 for a parameter of float64");
    assertThat(out).containsOnly(0);
  }
}
