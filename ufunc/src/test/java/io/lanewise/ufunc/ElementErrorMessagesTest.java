package io.lanewise.ufunc;

import static io.lanewise.ndarray.Index.at;
import static io.lanewise.ndarray.Index.ints;
import static io.lanewise.ndarray.Index.mask;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.IndexingException;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.NoLoopException;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Views;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// NumPy's words, and a Java user's types, for indices, values and read-only arrays; see
/// [ErrorMessagesTest].
class ElementErrorMessagesTest {
  private static final NDArray A = NDArray.arange(0, 6, 1.0).reshape(2, 3).readOnly();
  private static final NDArray FLAGS = NDArray.of(true, false, true).readOnly();

  @ParameterizedTest
  @MethodSource({"indices", "casts", "others"})
  void haveNumpysWords(Refusal refusal) {
    refusal.check();
  }

  static List<Refusal> indices() {
    String range = "index 5 is out of bounds for axis 0 with size 2";
    NDArray five = NDArray.of(0L, 5);
    return List.of(
        Refusal.of("get", () -> A.get(5), IndexOutOfBoundsException.class, range),
        Refusal.of("get by text", () -> A.get("5"), IndexOutOfBoundsException.class, range),
        Refusal.of("get by array", () -> A.get(five), IndexOutOfBoundsException.class, range),
        Refusal.of(
            "get beside an array",
            () -> A.get(at(5), ints(0, 1)),
            IndexOutOfBoundsException.class,
            range),
        Refusal.untouched(
            "set by array",
            A.copy(),
            to -> to.set(five, 9),
            IndexOutOfBoundsException.class,
            range),
        Refusal.of("take", () -> Indexing.take(A, five, 0), IndexOutOfBoundsException.class, range),
        Refusal.untouched(
            "put",
            NDArray.zeros(2),
            to -> Indexing.put(to, five, NDArray.scalar(9.0)),
            IndexOutOfBoundsException.class,
            range),
        Refusal.of(
            "take from nothing",
            () -> Indexing.take(NDArray.zeros(0), NDArray.of(0L)),
            IndexOutOfBoundsException.class,
            "cannot do a non-empty take from an empty axes."),
        Refusal.of(
            "too many indices",
            () -> NDArray.zeros(3).get("0, 1, 2"),
            IndexingException.class,
            "too many indices for array: array is 1-dimensional, but 3 were indexed"),
        Refusal.of(
            "too many index arrays",
            () -> NDArray.zeros(3).get(ints(0), ints(0)),
            IndexingException.class,
            "too many indices for array: array is 1-dimensional, but 2 were indexed"),
        Refusal.of(
            "two ellipses",
            () -> A.get("..., ..."),
            IndexingException.class,
            "an index can only have a single ellipsis ('...')"),
        Refusal.of(
            "two ellipses beside an array",
            () -> A.get(Index.ellipsis(), Index.ellipsis(), ints(0)),
            IndexingException.class,
            "an index can only have a single ellipsis ('...')"),
        Refusal.of(
            "malformed index",
            () -> A.get("a"),
            IndexingException.class,
            "only integers, slices (`:`), ellipsis (`...`)",
            "are valid indices"),
        Refusal.of(
            "index array of floats",
            () -> A.get(NDArray.ones(2)),
            IndexingException.class,
            "arrays used as indices must be of integer (or boolean) type"),
        Refusal.of(
            "index arrays of two shapes",
            () -> A.get(ints(0, 1), ints(0, 1, 2)),
            IndexingException.class,
            "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)"
                + " "),
        Refusal.untouched(
            "value of another shape than the indexed elements",
            A.copy(),
            to -> to.at(ints(0, 1), at(0)).set(NDArray.ones(3)),
            BroadcastException.class,
            "shape mismatch: value array of shape (3,) could not be broadcast to indexing result"
                + " of shape (2,)"),
        Refusal.of(
            "mask of another size",
            () -> A.get(FLAGS),
            IndexingException.class,
            "boolean index did not match indexed array along axis 0; size of axis is 2 but size of"
                + " corresponding boolean axis is 3"),
        Refusal.untouched(
            "mask assignment",
            NDArray.zeros(3),
            to -> to.at(mask(FLAGS)).set(NDArray.ones(3)),
            BroadcastException.class,
            "NumPy boolean array indexing assignment cannot assign 3 input values to the 2 output"
                + " values where the mask is true"),
        Refusal.of(
            "slice step",
            () -> A.get("::0"),
            IllegalArgumentException.class,
            "slice step cannot be zero"),
        Refusal.of(
            "choose",
            () -> Indexing.choose(NDArray.of(2L), NDArray.of(1.0), NDArray.of(2.0)),
            IndexOutOfBoundsException.class,
            "invalid entry in choice array"),
        Refusal.of(
            "unravelIndex",
            () -> Indexing.unravelIndex(NDArray.of(8L), 2, 4),
            IndexOutOfBoundsException.class,
            "index 8 is out of bounds for array with size 8"),
        Refusal.of(
            "ravelMultiIndex",
            () -> Indexing.ravelMultiIndex(new NDArray[] {NDArray.of(2L), NDArray.of(0L)}, 2, 4),
            IndexOutOfBoundsException.class,
            "invalid entry in coordinates array"));
  }

  static List<Refusal> casts() {
    NDArray bytes = NDArray.zeros(DType.UINT8, 3);
    return List.of(
        Refusal.untouched(
            "ufunc output",
            NDArray.arange(3),
            out -> NDArray.ones(3).add(1.0, out),
            CastingException.class,
            "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting"
                + " rule 'same_kind'"),
        Refusal.of(
            "astype",
            () -> A.astype(DType.INT64, Casting.SAFE),
            CastingException.class,
            "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule"
                + " 'safe'"),
        Refusal.untouched(
            "copyto",
            NDArray.arange(3),
            to -> Manipulation.copyto(to, NDArray.ones(3)),
            CastingException.class,
            "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule"
                + " 'same_kind'"),
        Refusal.untouched(
            "putmask",
            NDArray.arange(3),
            to -> Indexing.putmask(to, FLAGS, NDArray.ones(3)),
            CastingException.class,
            "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule"
                + " 'safe'"),
        Refusal.of(
            "no loop",
            () -> Ufuncs.SIGN.apply(FLAGS),
            NoLoopException.class,
            "ufunc 'sign' did not contain a loop with signature matching types (",
            ") -> None"),
        Refusal.of(
            "no safe loop",
            () -> Ufuncs.INVERT.apply(NDArray.of(1.0, 2)),
            NoLoopException.class,
            "ufunc 'invert' not supported for the input types, and the inputs could not be safely"
                + " coerced to any supported types according to the casting rule ''safe''"),
        Refusal.of(
            "bool minus",
            () -> FLAGS.subtract(FLAGS),
            NoLoopException.class,
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the"
                + " `^` operator, or the logical_xor function instead."),
        Refusal.of(
            "bool negative",
            FLAGS::negative,
            NoLoopException.class,
            "numpy boolean negative, the `-` operator, is not supported, use the `~` operator or"
                + " the logical_not function instead."),
        Refusal.of(
            "integer out of bounds",
            () -> bytes.add(300),
            ArithmeticException.class,
            "value 300 out of bounds for uint8"),
        Refusal.untouched(
            "integer element out of bounds",
            bytes,
            to -> to.setLong(300, 0),
            ArithmeticException.class,
            "value 300 out of bounds for uint8"),
        Refusal.of(
            "negative power",
            () -> NDArray.of(2).power(-1),
            ArithmeticException.class,
            "Integers to negative integer powers are not allowed."),
        Refusal.untouched(
            "NaN to an integer element",
            NDArray.arange(3),
            to -> to.setDouble(Double.NaN, 0),
            ArithmeticException.class,
            "cannot convert float NaN to integer"),
        Refusal.of(
            "dtype name",
            () -> DType.named("foo"),
            IllegalArgumentException.class,
            "data type 'foo' not understood"),
        Refusal.of(
            "view as a wider dtype",
            () -> Views.view(A.T(), DType.COMPLEX128),
            IllegalArgumentException.class,
            "To change to a dtype of a different size, the last axis must be contiguous"));
  }

  static List<Refusal> others() {
    NDArray target = NDArray.zeros(3).readOnly();
    return List.of(
        Refusal.untouched(
            "set on a read-only array",
            target,
            to -> to.set(NDArray.ones(3)),
            ReadOnlyArrayException.class,
            "assignment destination is read-only"),
        Refusal.untouched(
            "put on a read-only array",
            target,
            to -> Indexing.put(to, NDArray.of(0L), NDArray.ones(1), IndexMode.RAISE),
            ReadOnlyArrayException.class,
            "assignment destination is read-only"),
        Refusal.untouched(
            "read-only out",
            target,
            out -> NDArray.ones(3).add(1.0, out),
            ReadOnlyArrayException.class,
            "output array is read-only",
            "add"));
  }
}
