package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.IndexingException;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Shapes that no array can have, through everything that makes arrays: an exception before any
/// memory is touched. `numpy.repeat(ones(4), 2**62)` writes where it must not.
class ImpossibleShapesTest {
  private static final String BIG =
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size";
  private static final String MEMORY = "Unable to allocate ";

  private static final long HUGE = 1L << 62;
  private static final NDArray FOUR = NDArray.ones(4).readOnly();

  /// One element, shown very often: a view that costs nothing.
  private static final NDArray STRETCHED = NDArray.zeros(DType.INT8, 1).broadcastTo(HUGE);

  @ParameterizedTest
  @MethodSource({"sizesBeyondALong", "sizesBeyondMemory", "moreThanAJavaArray"})
  void areRefused(Refusal refusal) {
    refusal.check();
  }

  static Refusal big(String name, ThrowingCallable call) {
    return Refusal.of(name, call, ShapeException.class, BIG);
  }

  private static Refusal memory(String name, ThrowingCallable call, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(MEMORY);
    return Refusal.of(name, call, OutOfMemoryError.class, all.toArray(String[]::new));
  }

  /// The functions that take a shape.
  private static Map<String, Function<long[], NDArray>> ofShape() {
    return Map.of(
        "zeros", NDArray::zeros,
        "ones", NDArray::ones,
        "empty", shape -> NDArray.empty(DType.FLOAT64, shape),
        "empty in F order", shape -> NDArray.empty(DType.FLOAT64, Order.F, shape),
        "full", shape -> NDArray.full(DType.FLOAT64, 2, shape),
        "resize", shape -> Manipulation.resize(FOUR, shape),
        "fromFunction", shape -> ArrayCreation.fromFunction(DType.FLOAT64, index -> 1.0, shape));
  }

  static Stream<Refusal> each(String what, Class<?> type, String words, long... shape) {
    return ofShape().entrySet().stream()
        .map(
            e -> Refusal.of(e.getKey() + " " + what, () -> e.getValue().apply(shape), type, words));
  }

  static Stream<Refusal> sizesBeyondALong() {
    Stream<Refusal> shapes =
        Stream.of(
                each("elements", ShapeException.class, BIG, 1L << 32, 1L << 32),
                each("bytes", ShapeException.class, BIG, 1L << 61),
                each("three axes", ShapeException.class, BIG, 1L << 31, 1L << 31, 4),
                each("the longest", ShapeException.class, BIG, Long.MAX_VALUE, Long.MAX_VALUE))
            .flatMap(s -> s);
    NDArray row = NDArray.zeros(DType.INT8, 1).broadcastTo(1L << 32);
    NDArray column = NDArray.zeros(DType.INT8, 1, 1).broadcastTo(1L << 32, 1);
    Stream<Refusal> functions =
        Stream.of(
            big("empty int16", () -> NDArray.empty(DType.INT16, Long.MAX_VALUE)),
            big("empty complex128", () -> NDArray.empty(DType.COMPLEX128, 1L << 59)),
            big("emptyLike", () -> ArrayCreation.emptyLike(STRETCHED, DType.FLOAT64, Order.K)),
            big("zerosLike", () -> ArrayCreation.zerosLike(STRETCHED, DType.INT32, Order.C)),
            big(
                "fullLike",
                () -> ArrayCreation.fullLike(STRETCHED, FOUR.get(0), DType.INT16, Order.F)),
            big("eye", () -> NDArray.eye(1L << 32)),
            big("identity", () -> ArrayCreation.identity(1L << 31, DType.FLOAT64)),
            big("eye with shape", () -> ArrayCreation.eye(1L << 40, 1L << 40, 0, DType.INT8)),
            big("tri", () -> ArrayCreation.tri(1L << 32, 1L << 32, 0, DType.BOOL)),
            big("trilIndices", () -> ArrayCreation.trilIndices(1L << 32, 1L << 32, 0)),
            big("diag", () -> ArrayCreation.diag(row)),
            big("diag far off", () -> ArrayCreation.diag(FOUR, Long.MAX_VALUE)),
            big("diag farthest off", () -> ArrayCreation.diag(FOUR, Long.MIN_VALUE)),
            big("diagflat", () -> ArrayCreation.diagflat(FOUR, 1L << 32)),
            big("vander", () -> ArrayCreation.vander(FOUR, 1L << 60, true)),
            big("indices", () -> ArrayCreation.indices(1L << 31, 1L << 31)),
            big("meshgrid", () -> ArrayCreation.meshgrid(row, row)),
            big("mgrid", () -> ArrayCreation.mgrid(row, row)),
            big("broadcastTo", () -> FOUR.get(0).broadcastTo(1L << 32, 1L << 32)),
            big("reshape", () -> FOUR.reshape(1L << 32, 1L << 32)),
            big("asStrided", () -> Views.asStrided(FOUR, new long[] {HUGE, HUGE}, 0, 0)),
            big("tile", () -> Manipulation.tile(FOUR, HUGE)),
            big("tile along new axes", () -> Manipulation.tile(FOUR, 1L << 32, 1L << 32)),
            big("repeat", () -> Manipulation.repeat(FOUR, HUGE)),
            big("repeat to more bytes", () -> Manipulation.repeat(FOUR, 1L << 59, 0)),
            big(
                "repeat each",
                () -> Manipulation.repeat(FOUR, new long[] {HUGE, HUGE, HUGE, HUGE}, 0)),
            big("pad", () -> Manipulation.pad(FOUR, HUGE, PadMode.constant(0))),
            big("pad to more bytes", () -> Manipulation.pad(FOUR, 1L << 60, PadMode.edge())),
            big("concatenate", () -> Manipulation.concatenate(STRETCHED, STRETCHED)),
            big(
                "concatenateFlattened",
                () -> Manipulation.concatenateFlattened(STRETCHED, STRETCHED)),
            big("hstack", () -> Manipulation.hstack(STRETCHED, STRETCHED, STRETCHED, STRETCHED)),
            big("stack", () -> Manipulation.stack(STRETCHED, STRETCHED)),
            big("append", () -> Manipulation.append(STRETCHED, STRETCHED)),
            big("add", () -> row.add(column)),
            big("where", () -> Ufuncs.where(row, column, row)),
            big(
                "expression",
                () ->
                    Expr.of(NDArray.zeros(1).broadcastTo(1L << 32))
                        .add(NDArray.zeros(1).broadcastTo(1L << 32, 1))
                        .eval()),
            big(
                "select",
                () ->
                    Indexing.select(new NDArray[] {NDArray.of(true)}, new NDArray[] {row}, column)),
            big("choose", () -> Indexing.choose(NDArray.of(0L), row, column)),
            big(
                "index arrays",
                () -> row.get(Index.ints(NDArray.of(0L).broadcastTo(1L << 32, 1L << 32)))),
            big("broadcastArrays", () -> Views.broadcastArrays(row, column)),
            big("unravelIndex", () -> Indexing.unravelIndex(NDArray.of(0L), HUGE, HUGE)),
            big(
                "ravelMultiIndex",
                () ->
                    Indexing.ravelMultiIndex(
                        new NDArray[] {NDArray.of(0L), NDArray.of(0L)}, HUGE, HUGE)),
            big("bincount", () -> Histograms.bincount(NDArray.of(Long.MAX_VALUE))),
            big("bincount, minlength", () -> Histograms.bincount(NDArray.of(1), null, HUGE)),
            big("histogram", () -> Histograms.histogram(FOUR, Long.MAX_VALUE)),
            big("union1d", () -> Sets.union1d(STRETCHED, STRETCHED)));
    return Stream.concat(shapes, functions);
  }

  static Stream<Refusal> sizesBeyondMemory() {
    long many = 1L << 54;
    NDArray wide = NDArray.zeros(1).broadcastTo(many);
    String words = "128. PiB for an array with shape (18014398509481984,) and data type float64";
    return Stream.concat(
        each("of 128 PiB", OutOfMemoryError.class, MEMORY + "128. PiB", 1L << 27, 1L << 27),
        Stream.of(
            memory(
                "the most bytes",
                () -> NDArray.empty(DType.INT8, Long.MAX_VALUE),
                "8.00 EiB for an array with shape (9223372036854775807,) and data type int8"),
            memory("arange", () -> NDArray.arange(many), "128. PiB"),
            memory("arange of floats", () -> NDArray.arange(0, 1e16, 1.0), "71.1 PiB"),
            memory("linspace", () -> NDArray.linspace(0, 1, many), words),
            memory("logspace", () -> ArrayCreation.logspace(0, 1, many)),
            memory("geomspace", () -> ArrayCreation.geomspace(1, 2, many)),
            memory("eye", () -> NDArray.eye(1L << 27)),
            memory("copy", wide::copy, words),
            memory("astype", () -> wide.astype(DType.FLOAT32), "64.0 PiB"),
            memory("add", () -> wide.add(1.0), words),
            memory("expression", () -> Expr.of(wide).sin().eval(), words),
            memory("tile", () -> Manipulation.tile(FOUR, many / 4), words),
            memory("repeat", () -> Manipulation.repeat(FOUR, many / 4), words),
            memory("pad", () -> Manipulation.pad(FOUR, many, PadMode.edge())),
            memory("resize", () -> Manipulation.resize(FOUR, many), words),
            memory("concatenate", () -> Manipulation.concatenate(wide, wide)),
            memory("roll", () -> Manipulation.roll(wide, 1), words),
            memory("flatten", () -> Views.flatten(wide), words),
            memory(
                "reshape of a view",
                () -> NDArray.zeros(2, 1).broadcastTo(2, many).T().reshape(-1)),
            memory("take", () -> Indexing.take(FOUR, NDArray.of(0L).broadcastTo(many))),
            memory("outer sum", () -> NDArray.zeros(1L << 20, 1).add(wide.get(":17179869184")))));
  }

  /// What needs an array of positions or flags.
  static List<Refusal> moreThanAJavaArray() {
    NDArray many = NDArray.zeros(DType.INT8, 1).broadcastTo(1L << 33);
    NDArray flags = NDArray.of(true).broadcastTo(1L << 40);
    return List.of(
        big("toDoubleArray", many::toDoubleArray),
        big("packbits", () -> Manipulation.packbits(many, 0, io.lanewise.ndarray.BitOrder.BIG)),
        big("delete", () -> Manipulation.delete(many, NDArray.of(1L, 3), 0)),
        Refusal.of("sort", () -> Sorting.sort(many), Throwable.class, ""),
        Refusal.of("mask", () -> many.get(flags), IndexingException.class, "boolean index"));
  }
}
