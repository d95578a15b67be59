package io.lanewise.ufunc;

import static io.lanewise.ndarray.Index.all;
import static io.lanewise.ndarray.Index.at;
import static io.lanewise.ndarray.Index.ints;
import static io.lanewise.ndarray.Index.mask;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.IndexingException;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.random.Generator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A call that fails has written nothing: positions, masks, shapes, dtypes and values are checked
/// before the first element changes.
class NothingWrittenTest {
  @ParameterizedTest
  @MethodSource({"positions", "masks", "shapes", "dtypes", "values"})
  void byCallsThatFail(Refusal refusal) {
    refusal.check();
  }

  private static NDArray matrix() {
    return NDArray.arange(0, 12, 1.0).reshape(3, 4);
  }

  static List<Refusal> positions() {
    NDArray bad = NDArray.of(0L, 2, 3);
    NDArray worse = NDArray.of(1L, -4);
    NDArray late = NDArray.zeros(DType.INT64, 50_000);
    late.setLong(3, 49_999);
    NDArray nine = NDArray.scalar(9.0);
    Class<?> type = IndexOutOfBoundsException.class;
    String three = "index 3 is out of bounds for axis 0 with size 3";
    String four = "index -4 is out of bounds for axis 0 with size 3";
    String last = "index 4 is out of bounds for axis 1 with size 4";
    return List.of(
        Refusal.untouched("set", matrix(), a -> a.set(bad, nine), type, three),
        Refusal.untouched("set to a number", matrix(), a -> a.set(worse, 9), type, four),
        Refusal.untouched("set many", matrix(), a -> a.set(late, nine), type, three),
        Refusal.untouched("at", matrix(), a -> a.at(ints(bad), at(1)).set(nine), type, three),
        Refusal.untouched(
            "at rows", matrix(), a -> a.at(ints(0, 1), ints(0, 4)).set(nine), type, last),
        Refusal.untouched("at columns", matrix(), a -> a.at(all(), ints(0, 4)).fill(9), type, last),
        Refusal.untouched(
            "at an integer", matrix(), a -> a.at(ints(0, 1), at(4)).fill(9), type, last),
        Refusal.untouched(
            "native", nativeMatrix(), a -> a.at(ints(bad), at(1)).set(nine), type, three),
        Refusal.untouched(
            "columns in F order",
            matrix().T(),
            a -> a.at(all(), ints(bad)).set(nine),
            type,
            "index 3 is out of bounds for axis 1 with size 3"),
        Refusal.untouched(
            "complex", matrix().astype(DType.COMPLEX64), a -> a.set(bad, nine), type, three),
        Refusal.untouched(
            "put",
            matrix(),
            a -> Indexing.put(a, NDArray.of(0L, 12), nine),
            type,
            "index 12 is out of bounds for axis 0 with size 12"),
        Refusal.untouched(
            "put before the first",
            matrix(),
            a -> Indexing.put(a, NDArray.of(0L, -13), nine),
            type,
            "index -13 is out of bounds"),
        Refusal.untouched(
            "putAlongAxis",
            matrix(),
            a -> Indexing.putAlongAxis(a, NDArray.of(0L, 3, 1, 1).reshape(1, 4), nine, 0),
            type,
            three),
        Refusal.untouched(
            "take to out",
            NDArray.zeros(2),
            out -> Indexing.take(NDArray.ones(3), NDArray.of(0L, 3), 0, IndexMode.RAISE, out),
            type,
            three),
        Refusal.untouched(
            "positions of floats",
            matrix(),
            a -> a.set(NDArray.of(0.0, 1.0), 9),
            IndexingException.class,
            "arrays used as indices must be of integer (or boolean) type"),
        Refusal.untouched("text", matrix(), a -> a.set("1, 4", 9), type, last),
        Refusal.untouched("element", matrix(), a -> a.setDouble(9, 1, 4), type, last),
        Refusal.untouched(
            "element before the first",
            matrix(),
            a -> a.setLong(9, Long.MIN_VALUE, 0),
            type,
            "is out of bounds for axis 0"));
  }

  private static NDArray nativeMatrix() {
    NDArray a = NDArray.of(java.lang.foreign.Arena.ofAuto().allocate(96, 64), DType.FLOAT64, 3, 4);
    a.set(matrix());
    return a;
  }

  static List<Refusal> masks() {
    NDArray two = NDArray.of(true, true);
    NDArray flags = NDArray.of(true, false, true);
    String words =
        "boolean index did not match indexed array along axis 0; size of axis is 3 but size of"
            + " corresponding boolean axis is 2";
    return List.of(
        Refusal.untouched("set", matrix(), a -> a.set(two, 9), IndexingException.class, words),
        Refusal.untouched(
            "set to an array",
            NDArray.ones(3),
            a -> a.set(two, NDArray.of(1.0, 2.0)),
            IndexingException.class,
            words),
        Refusal.untouched(
            "at", matrix(), a -> a.at(mask(two), at(0)).fill(9), IndexingException.class, words),
        Refusal.untouched(
            "whole",
            matrix(),
            a -> a.set(NDArray.full(DType.BOOL, 1, 3, 3), 9),
            IndexingException.class,
            "along axis 1; size of axis is 4 but size of corresponding boolean axis is 3"),
        Refusal.untouched(
            "too many axes",
            matrix(),
            a -> a.set(NDArray.full(DType.BOOL, 1, 3, 4, 1), 9),
            IndexingException.class,
            "too many indices for array"),
        Refusal.untouched(
            "too many values",
            NDArray.ones(3),
            a -> a.set(flags, NDArray.ones(3)),
            BroadcastException.class,
            "cannot assign 3 input values to the 2 output values where the mask is true"),
        Refusal.untouched(
            "rows",
            matrix(),
            a -> a.set(flags, NDArray.ones(3, 4)),
            BroadcastException.class,
            "shape mismatch: value array of shape (3,4) could not be broadcast to indexing result"
                + " of shape (2,4)"),
        Refusal.untouched(
            "a matrix of values",
            matrix(),
            a -> a.set(a.greater(5.0), NDArray.ones(2, 3)),
            BroadcastException.class,
            "requires a 0 or 1-dimensional input, input has 2 dimensions"),
        Refusal.untouched(
            "putmask",
            matrix(),
            a -> Indexing.putmask(a, flags, NDArray.ones(1)),
            IllegalArgumentException.class,
            "putmask: mask and data must be the same size"),
        Refusal.untouched(
            "place",
            matrix(),
            a -> Indexing.place(a, flags, NDArray.ones(1)),
            IllegalArgumentException.class,
            "place: mask and data must be the same size"),
        Refusal.untouched(
            "place nothing",
            NDArray.ones(3),
            a -> Indexing.place(a, flags, NDArray.zeros(0)),
            IllegalArgumentException.class,
            "Cannot insert from an empty array!"),
        Refusal.untouched(
            "copyto",
            matrix(),
            a -> Manipulation.copyto(a, NDArray.scalar(9.0), Casting.SAFE, flags),
            BroadcastException.class,
            "copyto: could not broadcast where mask from shape (3,) into shape (3,4)"));
  }

  static List<Refusal> shapes() {
    NDArray a = NDArray.ones(3, 4);
    NDArray index = NDArray.of(0L, 1);
    Class<?> broadcast = BroadcastException.class;
    String into = "could not broadcast input array from shape (4,3) into shape (3,4)";
    return List.of(
        Refusal.untouched("set", matrix(), to -> to.set(NDArray.ones(4, 3)), broadcast, into),
        Refusal.untouched(
            "copyto", matrix(), to -> Manipulation.copyto(to, NDArray.ones(4, 3)), broadcast, into),
        Refusal.untouched(
            "slice",
            matrix(),
            to -> to.set("1:", a),
            broadcast,
            "from shape (3,4) into shape (2,4)"),
        Refusal.untouched(
            "index array",
            matrix(),
            to -> to.set(index, a),
            broadcast,
            "shape mismatch: value array of shape (3,4)"),
        Refusal.untouched(
            "putAlongAxis",
            matrix(),
            to -> Indexing.putAlongAxis(to, NDArray.zeros(DType.INT64, 1, 4), a, 0),
            broadcast,
            "shape mismatch"),
        Refusal.untouched(
            "putAlongAxis, axes",
            matrix(),
            to -> Indexing.putAlongAxis(to, index, a, 0),
            IllegalArgumentException.class,
            "must have the same number of dimensions"),
        Refusal.untouched(
            "take",
            NDArray.zeros(4, 2),
            out -> Indexing.take(a, index, 0, IndexMode.RAISE, out),
            broadcast,
            "output array does not match result of take"),
        Refusal.untouched(
            "concatenate",
            NDArray.zeros(6, 3),
            out -> Manipulation.concatenate(List.of(a, a), 0, out),
            ShapeException.class,
            "Output array is the wrong shape"),
        Refusal.untouched(
            "concatenate, axes",
            NDArray.zeros(24),
            out -> Manipulation.concatenate(List.of(a, a), 0, out),
            ShapeException.class,
            "Output array has wrong dimensionality"),
        Refusal.untouched(
            "concatenateFlattened",
            NDArray.zeros(3, 8),
            out -> Manipulation.concatenateFlattened(List.of(a, a), out),
            ShapeException.class,
            "Output array must be 1D"),
        Refusal.untouched(
            "stack",
            NDArray.zeros(3, 2, 4),
            out -> Manipulation.stack(List.of(a, a), 0, out),
            ShapeException.class,
            "Output array is the wrong shape"),
        Refusal.untouched(
            "add",
            NDArray.zeros(4),
            out -> a.add(a, out),
            broadcast,
            "non-broadcastable output operand with shape (4,) doesn't match the broadcast shape"
                + " (3,4)"),
        Refusal.untouched(
            "exp",
            NDArray.zeros(3, 1),
            a::exp,
            broadcast,
            "non-broadcastable output operand with shape (3,1)"),
        Refusal.untouched(
            "where",
            NDArray.zeros(4),
            out -> Ufuncs.where(NDArray.of(true), a, a, out),
            broadcast,
            "non-broadcastable output operand"),
        Refusal.untouched(
            "expression",
            NDArray.zeros(4),
            out -> Expr.of(a).add(1.0).eval(out),
            broadcast,
            "non-broadcastable output operand"),
        Refusal.untouched(
            "sum",
            NDArray.zeros(3),
            out -> Reductions.sum(a, Axes.axis(0), out),
            broadcast,
            "output parameter for reduction operation add"),
        Refusal.untouched(
            "max",
            NDArray.zeros(1, 4),
            out -> Reductions.max(a, Axes.axis(0), out),
            broadcast,
            "output parameter for reduction operation maximum has the wrong number of dimensions:"
                + " Found 2 but expected 1"),
        Refusal.untouched(
            "permuted",
            NDArray.zeros(4, 3),
            out -> Generator.of(1).permuted(a, 0, out),
            IllegalArgumentException.class,
            ""),
        Refusal.untouched(
            "fillDiagonal",
            NDArray.zeros(3),
            to -> Indexing.fillDiagonal(to, a),
            IllegalArgumentException.class,
            "array must be at least 2-d"),
        Refusal.untouched(
            "fillDiagonal of a box",
            NDArray.zeros(3, 3, 2),
            to -> Indexing.fillDiagonal(to, a),
            IllegalArgumentException.class,
            "All dimensions of input must be of equal length"));
  }

  static List<Refusal> dtypes() {
    NDArray a = NDArray.ones(3);
    NDArray flags = NDArray.of(true, false, true);
    Class<?> type = CastingException.class;
    String array =
        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule";
    String ufunc = "output from dtype('float64') to dtype('int64') with casting rule 'same_kind'";
    return List.of(
        Refusal.untouched(
            "add",
            NDArray.arange(3),
            out -> a.add(a, out),
            type,
            "Cannot cast ufunc 'add' " + ufunc),
        Refusal.untouched(
            "add a number",
            NDArray.arange(3),
            out -> out.add(0.5, out),
            type,
            "Cannot cast ufunc 'add' " + ufunc),
        Refusal.untouched(
            "exp", NDArray.arange(3), a::exp, type, "Cannot cast ufunc 'exp' " + ufunc),
        Refusal.untouched(
            "where", NDArray.arange(3), out -> Ufuncs.where(flags, a, a, out), type, ufunc),
        Refusal.untouched(
            "expression", NDArray.arange(3), out -> Expr.of(a).sin().eval(out), type, ufunc),
        Refusal.untouched(
            "take",
            NDArray.arange(3),
            out -> Indexing.take(a, NDArray.arange(3), 0, IndexMode.RAISE, out),
            type,
            array),
        Refusal.untouched(
            "concatenate",
            NDArray.arange(3),
            out -> Manipulation.concatenate(List.of(a), 0, out),
            type,
            array),
        Refusal.untouched(
            "copyto", NDArray.arange(3), to -> Manipulation.copyto(to, a), type, array),
        Refusal.untouched(
            "putmask", NDArray.arange(3), to -> Indexing.putmask(to, flags, a), type, array),
        Refusal.untouched(
            "place", NDArray.arange(3), to -> Indexing.place(to, flags, a), type, array),
        Refusal.untouched(
            "permuted",
            NDArray.arange(3),
            out -> Generator.of(1).permuted(a, 0, out),
            IllegalArgumentException.class,
            ""),
        Refusal.untouched(
            "random",
            NDArray.arange(3),
            out -> Generator.of(1).random(out),
            IllegalArgumentException.class,
            "int64"));
  }

  static List<Refusal> values() {
    NDArray bytes = NDArray.zeros(DType.UINT8, 3);
    Class<?> type = ArithmeticException.class;
    String words = "value 300 out of bounds for uint8";
    return List.of(
        Refusal.untouched("fill", bytes, a -> a.fill(300), type, words),
        Refusal.untouched("slice", bytes, a -> a.set("1:", 300), type, words),
        Refusal.untouched("index array", bytes, a -> a.set(NDArray.of(0L), 300), type, words),
        Refusal.untouched(
            "mask", bytes, a -> a.set(NDArray.of(true, true, true), 300), type, words),
        Refusal.untouched("element", bytes, a -> a.setLong(300, 1), type, words),
        Refusal.untouched("add", bytes, a -> a.add(300, a), type, words),
        Refusal.untouched(
            "NaN", bytes, a -> a.fill(Double.NaN), type, "cannot convert float NaN to integer"),
        Refusal.untouched(
            "infinity",
            bytes,
            a -> a.setDouble(Double.POSITIVE_INFINITY, 0),
            type,
            "cannot convert float infinity to integer"),
        Refusal.untouched(
            "imaginary",
            NDArray.ones(2),
            a -> a.fill(new Complex(0, 1)),
            CastingException.class,
            "cannot convert the complex number"),
        Refusal.untouched(
            "power",
            NDArray.of(2L, 3, 4),
            a -> a.power(NDArray.of(1L, 2, -1), a),
            type,
            "Integers to negative integer powers are not allowed."));
  }
}
