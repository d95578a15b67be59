package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.AxisException;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.CopyMode;
import io.lanewise.ndarray.EmptyReductionException;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.IndexingException;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Views;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every error has NumPy's words, so that a search for them finds the answer, and a type that
/// extends what a Java user would catch. One row for each text.
class ErrorMessagesTest {
  private static final NDArray A = NDArray.arange(0, 6, 1.0).reshape(2, 3).readOnly();

  @ParameterizedTest
  @MethodSource({"shapes", "sizes", "axes", "reductions", "joins"})
  void haveNumpysWords(Refusal refusal) {
    refusal.check();
  }

  @ParameterizedTest
  @MethodSource("types")
  void extendWhatAJavaUserWouldCatch(Class<?> own, Class<?> jdk) {
    assertThat(jdk).isAssignableFrom(own);
  }

  static List<Arguments> types() {
    return List.of(
        Arguments.of(BroadcastException.class, IllegalArgumentException.class),
        Arguments.of(ShapeException.class, IllegalArgumentException.class),
        Arguments.of(CastingException.class, IllegalArgumentException.class),
        Arguments.of(EmptyReductionException.class, IllegalArgumentException.class),
        Arguments.of(IndexingException.class, IndexOutOfBoundsException.class),
        Arguments.of(AxisException.class, IndexOutOfBoundsException.class),
        Arguments.of(NoLoopException.class, UnsupportedOperationException.class),
        Arguments.of(ReadOnlyArrayException.class, UnsupportedOperationException.class));
  }

  static List<Refusal> shapes() {
    NDArray four = NDArray.ones(4);
    String together = "operands could not be broadcast together with shapes (2,3) (4,) ";
    String output =
        "non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)";
    String into = "could not broadcast input array from shape (3,2) into shape (2,3)";
    return List.of(
        Refusal.of("add", () -> A.add(four), BroadcastException.class, together, "in add"),
        Refusal.of(
            "where",
            () -> Ufuncs.where(A, A, four),
            BroadcastException.class,
            "operands could not be broadcast together with shapes (2,3) (2,3) (4,) ",
            "in where"),
        Refusal.of(
            "expression", () -> Expr.of(A).add(four).eval(), BroadcastException.class, together),
        Refusal.untouched(
            "out of add",
            NDArray.zeros(3),
            out -> A.add(1.0, out),
            BroadcastException.class,
            output,
            "in add"),
        Refusal.untouched(
            "out of exp", NDArray.zeros(3), A::exp, BroadcastException.class, output, "in exp"),
        Refusal.untouched(
            "set",
            NDArray.zeros(2, 3),
            to -> to.set(NDArray.ones(3, 2)),
            BroadcastException.class,
            into),
        Refusal.untouched(
            "copyto",
            NDArray.zeros(2, 3),
            to -> Manipulation.copyto(to, NDArray.ones(3, 2)),
            BroadcastException.class,
            into),
        Refusal.of(
            "broadcastTo",
            () -> NDArray.ones(3).broadcastTo(2, 4),
            BroadcastException.class,
            "operands could not be broadcast together with remapped shapes [original->remapped]:"
                + " (3,)  and requested shape (2,4)"),
        Refusal.of(
            "broadcastShapes",
            () -> Views.broadcastShapes(new long[] {3}, new long[] {4}),
            BroadcastException.class,
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between"
                + " arg 0 with shape (3,) and arg 1 with shape (4,)."),
        Refusal.of(
            "reshape",
            () -> NDArray.arange(24).reshape(5, 5),
            ShapeException.class,
            "cannot reshape array of size 24 into shape (5,5)"),
        Refusal.of(
            "reshape with -1",
            () -> NDArray.arange(24).reshape(5, -1),
            ShapeException.class,
            "cannot reshape array of size 24 into shape (5,newaxis)"),
        Refusal.of(
            "reshape with two -1",
            () -> A.reshape(-1, -1),
            ShapeException.class,
            "can only specify one unknown dimension"),
        Refusal.of(
            "reshape without copy",
            () -> Views.reshape(A.T(), Order.C, CopyMode.NEVER, 6),
            ShapeException.class,
            "Unable to avoid creating a copy while reshaping."),
        Refusal.of(
            "squeeze",
            () -> Views.squeeze(A, 0),
            ShapeException.class,
            "cannot select an axis to squeeze out which has size not equal to one"),
        Refusal.of(
            "slidingWindowView",
            () -> Views.slidingWindowView(NDArray.arange(3), 4),
            ShapeException.class,
            "window shape cannot be larger than input array shape"),
        Refusal.of(
            "ragged rows",
            () -> NDArray.of(new double[][] {{1, 2}, {3}}),
            ShapeException.class,
            "setting an array element with a sequence. The requested array has an inhomogeneous"
                + " shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part."),
        Refusal.of(
            "ragged Java array",
            () -> ArrayCreation.array(new int[][] {{1, 2}, {3}}),
            ShapeException.class,
            "setting an array element with a sequence. The requested array has an inhomogeneous"
                + " shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part."));
  }

  static List<Refusal> sizes() {
    String dimensions = "maximum supported dimension for an ndarray is currently 64, found 65";
    String big =
        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
            + " size";
    Index[] newAxes = new Index[64];
    Arrays.fill(newAxes, Index.newAxis());
    return List.of(
        Refusal.of(
            "negative length",
            () -> NDArray.zeros(3, -1),
            ShapeException.class,
            "negative dimensions are not allowed"),
        Refusal.of("65 axes", () -> NDArray.zeros(new long[65]), ShapeException.class, dimensions),
        Refusal.of(
            "65 axes by index",
            () -> NDArray.zeros(3).get(newAxes),
            ShapeException.class,
            dimensions),
        Refusal.of(
            "too many elements",
            () -> NDArray.zeros(1L << 32, 1L << 32),
            ShapeException.class,
            big),
        Refusal.of("too many bytes", () -> NDArray.zeros(1L << 61), ShapeException.class, big),
        Refusal.of(
            "more than there is",
            () -> NDArray.zeros(35184372088832L),
            OutOfMemoryError.class,
            "Unable to allocate 256. TiB for an array with shape (35184372088832,) and data type"
                + " float64"));
  }

  static List<Refusal> axes() {
    String axis = "axis 2 is out of bounds for array of dimension 2";
    return List.of(
        Refusal.of("sum", () -> A.sum(2), AxisException.class, axis),
        Refusal.of(
            "swapaxes", () -> Views.swapaxes(A, 0, 2), AxisException.class, "axis2: " + axis),
        Refusal.of("sort", () -> Sorting.sort(A, 2), AxisException.class, axis),
        Refusal.of("take", () -> Indexing.take(A, NDArray.of(0L), 2), AxisException.class, axis),
        Refusal.of(
            "duplicate axis",
            () -> A.sum(1, -1),
            IllegalArgumentException.class,
            "duplicate value in 'axis'"),
        Refusal.of(
            "transpose, repeated",
            () -> A.transpose(1, -1),
            IllegalArgumentException.class,
            "repeated axis in transpose"),
        Refusal.of(
            "transpose, too few",
            () -> A.transpose(0),
            IllegalArgumentException.class,
            "axes don't match array"),
        Refusal.of(
            "expandDims",
            () -> Views.expandDims(A, 0, 0),
            IllegalArgumentException.class,
            "repeated axis"));
  }

  static List<Refusal> reductions() {
    return List.of(
        Refusal.of(
            "max",
            () -> NDArray.zeros(0).max(),
            EmptyReductionException.class,
            "zero-size array to reduction operation maximum which has no identity"),
        Refusal.of(
            "min",
            () -> NDArray.zeros(0, 3).min(0),
            EmptyReductionException.class,
            "zero-size array to reduction operation minimum which has no identity"),
        Refusal.untouched(
            "out without kept axes",
            NDArray.zeros(3),
            out -> Reductions.sum(A, io.lanewise.ndarray.Axes.axis(0).keepdims(), out),
            IllegalArgumentException.class,
            "output parameter for reduction operation add has the wrong number of dimensions: Found"
                + " 1 but expected 2 (must match the operand's when keepdims=True)"),
        Refusal.of(
            "item",
            A::item,
            IllegalStateException.class,
            "can only convert an array of size 1 to a scalar"),
        Refusal.of(
            "partition",
            () -> Sorting.partition(NDArray.arange(3), 5),
            IndexOutOfBoundsException.class,
            "kth(=5) out of bounds (3)"),
        Refusal.of(
            "argpartition",
            () -> Sorting.argpartition(NDArray.arange(3), 5),
            IndexOutOfBoundsException.class,
            "kth(=5) out of bounds (3)"),
        Refusal.of(
            "bincount",
            () -> Histograms.bincount(NDArray.of(1L, -1)),
            IllegalArgumentException.class,
            "'list' argument must have no negative elements"),
        Refusal.of(
            "histogram of NaN",
            () -> Histograms.histogram(NDArray.of(Double.NaN)),
            IllegalArgumentException.class,
            "autodetected range of [nan, nan] is not finite"),
        Refusal.of(
            "histogram without bins",
            () -> Histograms.histogram(A, 0),
            IllegalArgumentException.class,
            "`bins` must be positive, when an integer"),
        Refusal.of(
            "histogram with falling edges",
            () -> Histograms.histogram(A, Bins.edges(NDArray.of(1.0, 0.0))),
            IllegalArgumentException.class,
            "`bins` must increase monotonically, when an array"));
  }

  static List<Refusal> joins() {
    NDArray one = NDArray.ones(1);
    return List.of(
        Refusal.of(
            "concatenate, lengths",
            () -> Manipulation.concatenate(A, NDArray.ones(2, 4)),
            ShapeException.class,
            "all the input array dimensions except for the concatenation axis must match exactly,"
                + " but along dimension 1, the array at index 0 has size 3 and the array at index 1"
                + " has size 4"),
        Refusal.of(
            "concatenate, dimensions",
            () -> Manipulation.concatenate(one, A),
            ShapeException.class,
            "all the input arrays must have same number of dimensions, but the array at index 0"
                + " has 1 dimension(s) and the array at index 1 has 2 dimension(s)"),
        Refusal.of(
            "concatenate nothing",
            () -> Manipulation.concatenate(),
            ShapeException.class,
            "need at least one array to concatenate"),
        Refusal.of(
            "concatenate 0-d",
            () -> Manipulation.concatenate(NDArray.scalar(1.0)),
            ShapeException.class,
            "zero-dimensional arrays cannot be concatenated"),
        Refusal.of(
            "stack",
            () -> Manipulation.stack(A, one),
            ShapeException.class,
            "all input arrays must have the same shape"),
        Refusal.of(
            "split",
            () -> Manipulation.split(NDArray.arange(5), 2, 0),
            ShapeException.class,
            "array split does not result in an equal division"));
  }
}
