package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Endpoint;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.MeshIndexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Views;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lengths, counts, axes and memory that do not make an array: an exception, and nothing else.
class MalformedShapesTest {
  private static final String NEGATIVE = "negative";
  private static final String DIMENSIONS = "maximum supported dimension for an ndarray is";
  private static final long HUGE = 1L << 62;
  private static final NDArray FOUR = NDArray.ones(4).readOnly();

  @ParameterizedTest
  @MethodSource({"countsOfRanges", "negativeLengths", "tooManyAxes", "memoryTooShort"})
  void areRefused(Refusal refusal) {
    refusal.check();
  }

  static Stream<Refusal> countsOfRanges() {
    String size = "Maximum allowed size exceeded";
    String nan = "cannot compute length";
    String samples = "must be non-negative";
    return Stream.of(
        Refusal.of(
            "NaN", () -> NDArray.arange(0, Double.NaN, 1), IllegalArgumentException.class, nan),
        Refusal.of(
            "NaN step",
            () -> NDArray.arange(0, 1, Double.NaN),
            IllegalArgumentException.class,
            nan),
        Refusal.of(
            "both infinite",
            () -> NDArray.arange(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1),
            IllegalArgumentException.class,
            nan),
        Refusal.of(
            "infinite",
            () -> NDArray.arange(0, Double.POSITIVE_INFINITY, 1),
            ShapeException.class,
            size),
        Refusal.of("1e300", () -> NDArray.arange(0, 1e300, 1), ShapeException.class, size),
        Refusal.of("tiny step", () -> NDArray.arange(0, 1, 1e-300), ShapeException.class, size),
        Refusal.of(
            "infinite as float32",
            () -> ArrayCreation.arange(0, Double.POSITIVE_INFINITY, 1, DType.FLOAT32),
            ShapeException.class,
            size),
        Refusal.of(
            "all longs",
            () -> NDArray.arange(Long.MIN_VALUE, Long.MAX_VALUE, 1),
            ShapeException.class,
            size),
        Refusal.of(
            "all longs backwards",
            () -> ArrayCreation.arange(Long.MAX_VALUE, Long.MIN_VALUE, -1, DType.INT8),
            ShapeException.class,
            size),
        ImpossibleShapesTest.big("half of all longs", () -> NDArray.arange(Long.MIN_VALUE, 0, 2)),
        Refusal.of(
            "step 0", () -> NDArray.arange(0, 1, 0.0), IllegalArgumentException.class, "step"),
        Refusal.of(
            "step 0 of longs",
            () -> NDArray.arange(0, 1, 0L),
            IllegalArgumentException.class,
            "step"),
        Refusal.of(
            "linspace", () -> NDArray.linspace(0, 1, -1), IllegalArgumentException.class, samples),
        Refusal.of(
            "linspace without end",
            () -> ArrayCreation.linspace(0, 1, -5, Endpoint.EXCLUDE, DType.FLOAT32),
            IllegalArgumentException.class,
            samples),
        Refusal.of(
            "linspace of arrays",
            () -> ArrayCreation.linspace(FOUR, FOUR, -1, Endpoint.INCLUDE, 0),
            IllegalArgumentException.class,
            samples),
        Refusal.of(
            "logspace",
            () -> ArrayCreation.logspace(0, 1, -1),
            IllegalArgumentException.class,
            samples),
        Refusal.of(
            "geomspace",
            () -> ArrayCreation.geomspace(1, 2, -1),
            IllegalArgumentException.class,
            samples),
        ImpossibleShapesTest.big("linspace, bytes", () -> NDArray.linspace(0, 1, HUGE)),
        ImpossibleShapesTest.big("geomspace, bytes", () -> ArrayCreation.geomspace(1, 2, HUGE)));
  }

  static Stream<Refusal> negativeLengths() {
    Class<?> type = IllegalArgumentException.class;
    return Stream.concat(
        ImpossibleShapesTest.each("of a negative length", ShapeException.class, NEGATIVE, 3, -1),
        Stream.of(
            Refusal.of("arange is empty", () -> requireEmpty(NDArray.arange(-3)), type, "empty"),
            Refusal.of("eye", () -> NDArray.eye(-1), type, NEGATIVE),
            Refusal.of("tri", () -> ArrayCreation.tri(-1, 2, 0, DType.INT8), type, NEGATIVE),
            Refusal.of("vander", () -> ArrayCreation.vander(FOUR, -1, false), type, NEGATIVE),
            Refusal.of("indices", () -> ArrayCreation.indices(2, -1), type, NEGATIVE),
            Refusal.of("broadcastTo", () -> FOUR.broadcastTo(-1, 4), type, NEGATIVE),
            Refusal.of("reshape", () -> FOUR.reshape(-2, -2), type, ""),
            Refusal.of(
                "asStrided", () -> Views.asStrided(FOUR, new long[] {-1}, 1), type, NEGATIVE),
            Refusal.of(
                "slidingWindowView", () -> Views.slidingWindowView(FOUR, -1), type, NEGATIVE),
            Refusal.of("tile", () -> Manipulation.tile(FOUR, -1), type, NEGATIVE),
            Refusal.of("repeat", () -> Manipulation.repeat(FOUR, -1), type, NEGATIVE),
            Refusal.of(
                "repeat each",
                () -> Manipulation.repeat(FOUR, new long[] {1, 2, -1, 1}, 0),
                type,
                NEGATIVE),
            Refusal.of("pad", () -> Manipulation.pad(FOUR, -1, PadMode.edge()), type, NEGATIVE),
            Refusal.of("split", () -> Manipulation.split(FOUR, -1, 0), type, ""),
            Refusal.of("split in none", () -> Manipulation.split(FOUR, 0, 0), type, ""),
            Refusal.of(
                "segment",
                () -> NDArray.of(MemorySegment.ofArray(new byte[8]), DType.INT8, -8),
                type,
                NEGATIVE),
            Refusal.of(
                "unravelIndex", () -> Indexing.unravelIndex(NDArray.of(0L), -1, 2), type, NEGATIVE),
            Refusal.of(
                "ravelMultiIndex",
                () ->
                    Indexing.ravelMultiIndex(new NDArray[] {NDArray.of(0L), NDArray.of(0L)}, -1, 2),
                type,
                NEGATIVE),
            Refusal.of("diagIndices", () -> Indexing.diagIndices(2, -1), type, NEGATIVE),
            Refusal.of(
                "bincount", () -> Histograms.bincount(NDArray.of(1), null, -1), type, NEGATIVE),
            Refusal.of(
                "fromIter",
                () ->
                    ArrayCreation.fromIter(Arrays.stream(new double[3]).iterator(), DType.INT8, -2),
                type,
                "")));
  }

  private static void requireEmpty(NDArray a) {
    throw new IllegalArgumentException(a.size() == 0 ? "empty" : "of " + a.size());
  }

  static List<Refusal> tooManyAxes() {
    long[] ones = new long[64];
    Arrays.fill(ones, 1);
    NDArray full = NDArray.ones(ones);
    NDArray half = NDArray.ones(Arrays.copyOf(ones, 40));
    int[] axes = new int[40];
    Arrays.setAll(axes, i -> i);
    NDArray[] many = new NDArray[65];
    Arrays.fill(many, NDArray.of(0L));
    Index[] newAxes = new Index[64];
    Arrays.fill(newAxes, Index.newAxis());
    Class<?> type = ShapeException.class;
    NDArray zeros = NDArray.zeros(DType.INT64, half.shape());
    return List.of(
        Refusal.of("zeros", () -> NDArray.zeros(new long[65]), type, DIMENSIONS),
        Refusal.of(
            "F order", () -> NDArray.empty(DType.INT8, Order.F, new long[65]), type, DIMENSIONS),
        Refusal.of("broadcastTo", () -> full.broadcastTo(new long[65]), type, DIMENSIONS),
        Refusal.of("reshape", () -> full.reshape(Arrays.copyOf(ones, 65)), type, ""),
        Refusal.of("expandDims", () -> Views.expandDims(full, 0), type, DIMENSIONS),
        Refusal.of("index", () -> FOUR.get(newAxes), type, DIMENSIONS),
        Refusal.of(
            "index with text", () -> FOUR.get("None, ".repeat(64) + "..."), type, DIMENSIONS),
        Refusal.of("index array", () -> half.get(Index.ints(zeros)), type, DIMENSIONS),
        Refusal.of(
            "two index arrays",
            () -> full.get(Index.ints(zeros), Index.ints(zeros)),
            type,
            DIMENSIONS),
        Refusal.of("take", () -> Indexing.take(half, zeros, 3), type, DIMENSIONS),
        Refusal.of("stack", () -> Manipulation.stack(full, full), type, DIMENSIONS),
        Refusal.of(
            "slidingWindowView",
            () -> Views.slidingWindowView(half, Arrays.copyOf(ones, 40), axes),
            type,
            DIMENSIONS),
        Refusal.of(
            "asStrided", () -> Views.asStrided(FOUR, new long[65], new long[65]), type, DIMENSIONS),
        Refusal.of("tile", () -> Manipulation.tile(FOUR, new long[65]), type, DIMENSIONS),
        Refusal.of("meshgrid", () -> ArrayCreation.meshgrid(many), type, DIMENSIONS),
        Refusal.of(
            "sparse meshgrid",
            () -> ArrayCreation.meshgridSparse(MeshIndexing.IJ, many),
            type,
            DIMENSIONS),
        Refusal.of("ogrid", () -> ArrayCreation.ogrid(many), type, DIMENSIONS),
        Refusal.of("ix", () -> ArrayCreation.ix(many), type, DIMENSIONS),
        Refusal.of("indices", () -> ArrayCreation.indices(ones), type, DIMENSIONS),
        Refusal.of(
            "indicesSparse", () -> ArrayCreation.indicesSparse(new long[65]), type, DIMENSIONS),
        Refusal.of(
            "linspace",
            () -> ArrayCreation.linspace(full, full, 2, Endpoint.INCLUDE, 0),
            type,
            DIMENSIONS),
        Refusal.of("viewAsReal", () -> full.astype(DType.COMPLEX64).viewAsReal(), type, DIMENSIONS),
        Refusal.of("broadcastShapes", () -> Views.broadcastShapes(new long[65]), type, DIMENSIONS),
        Refusal.of(
            "unravelIndex",
            () -> Indexing.unravelIndex(NDArray.of(0L), Arrays.copyOf(ones, 65)),
            type,
            DIMENSIONS),
        Refusal.of(
            "segment",
            () -> NDArray.of(MemorySegment.ofArray(new byte[8]), DType.INT8, new long[65]),
            type,
            DIMENSIONS),
        Refusal.of(
            "Java array",
            () -> ArrayCreation.array(java.lang.reflect.Array.newInstance(int.class, new int[255])),
            type,
            ""));
  }

  static List<Refusal> memoryTooShort() {
    Class<?> type = IllegalArgumentException.class;
    MemorySegment five = MemorySegment.ofArray(new byte[5]);
    byte[] bytes = new byte[9];
    ByteOrder order = ByteOrder.nativeOrder();
    NDArray a = NDArray.arange(12).reshape(3, 4);
    String outside = "asStrided: shape";
    return List.of(
        Refusal.of(
            "segment",
            () -> NDArray.of(five, DType.FLOAT32),
            type,
            "buffer size must be a multiple of element size"),
        Refusal.of(
            "segment and shape",
            () -> NDArray.of(five, DType.INT8, 2, 3),
            type,
            "is smaller than the requested shape (2,3)"),
        Refusal.of(
            "segment and huge shape",
            () -> NDArray.of(five, DType.INT8, HUGE, HUGE),
            type,
            "array is too big"),
        Refusal.of(
            "fromBuffer",
            () -> ArrayCreation.fromBuffer(bytes, DType.INT16),
            type,
            "buffer size must be a multiple of element size"),
        Refusal.of(
            "offset",
            () ->
                ArrayCreation.fromBuffer(MemorySegment.ofArray(bytes), DType.INT16, order, 10, -1),
            type,
            "offset must be non-negative and no greater than buffer length (9)"),
        Refusal.of(
            "negative offset",
            () ->
                ArrayCreation.fromBuffer(MemorySegment.ofArray(bytes), DType.INT16, order, -1, -1),
            type,
            "offset must be non-negative"),
        Refusal.of(
            "least offset",
            () ->
                ArrayCreation.fromBuffer(
                    MemorySegment.ofArray(bytes), DType.INT16, order, Long.MIN_VALUE, 1),
            type,
            "offset must be non-negative"),
        Refusal.of(
            "odd rest",
            () -> ArrayCreation.fromBuffer(MemorySegment.ofArray(bytes), DType.INT16, order, 2, -1),
            type,
            "multiple of element size"),
        Refusal.of(
            "count",
            () -> ArrayCreation.fromBuffer(MemorySegment.ofArray(bytes), DType.INT16, order, 1, 5),
            type,
            "buffer is smaller than requested size"),
        Refusal.of(
            "largest count",
            () ->
                ArrayCreation.fromBuffer(
                    MemorySegment.ofArray(bytes), DType.FLOAT64, order, 1, Long.MAX_VALUE),
            type,
            "buffer is smaller than requested size"),
        Refusal.of("view", () -> Views.view(NDArray.zeros(DType.INT8, 5), DType.INT16), type, ""),
        Refusal.of(
            "asStrided, forwards",
            () -> Views.asStrided(a, new long[] {4, 4}, 4, 1),
            type,
            outside),
        Refusal.of(
            "asStrided, backwards", () -> Views.asStrided(a, new long[] {2}, -1), type, outside),
        Refusal.of(
            "asStrided, from a view",
            () -> Views.asStrided(a.get("1"), new long[] {6}, -1),
            type,
            outside),
        Refusal.of(
            "asStrided, both ways",
            () -> Views.asStrided(a.get("1"), new long[] {3, 2}, -4, 8),
            type,
            outside),
        Refusal.of(
            "asStrided, overflowing",
            () -> Views.asStrided(a, new long[] {3}, Long.MAX_VALUE),
            type,
            outside),
        Refusal.of(
            "asStrided, overflowing backwards",
            () -> Views.asStrided(a, new long[] {3}, Long.MIN_VALUE),
            type,
            outside),
        Refusal.of(
            "asStrided, overflowing to nothing",
            () -> Views.asStrided(a, new long[] {5, 5}, 1L << 62, 1L << 62),
            type,
            outside),
        Refusal.of(
            "asStrided, lengths",
            () -> Views.asStrided(a, new long[] {3, 2}, 1),
            type,
            "shape and strides differ in length"),
        Refusal.of(
            "slidingWindowView",
            () -> Views.slidingWindowView(a, new long[] {5}, 1),
            type,
            "window shape cannot be larger"),
        Refusal.of(
            "slidingWindowView, longest",
            () -> Views.slidingWindowView(a, new long[] {Long.MAX_VALUE}, 1),
            type,
            "window shape cannot be larger"),
        Refusal.of(
            "slidingWindowView, twice",
            () -> Views.slidingWindowView(a, new long[] {3, 3}, 1, 1),
            type,
            "window shape cannot be larger"),
        Refusal.of("a window for each axis", () -> Views.slidingWindowView(a, 2), type, ""));
  }
}
