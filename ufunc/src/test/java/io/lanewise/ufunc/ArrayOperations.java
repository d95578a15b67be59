package io.lanewise.ufunc;

import static io.lanewise.ndarray.Index.ints;
import static io.lanewise.ndarray.Index.mask;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.IndexMode;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.Views;
import io.lanewise.ndarray.random.Generator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Every family of operations, by name, as calls on one float64 array of at least one axis.
final class ArrayOperations {
  private ArrayOperations() {}

  /// Those that read all elements and write none of the array's own.
  static Map<String, Consumer<NDArray>> reading() {
    Map<String, Consumer<NDArray>> all = new LinkedHashMap<>();
    all.put("getDouble", a -> a.getDouble(new long[a.ndim()]));
    all.put("item", a -> a.get(new long[a.ndim()]).item());
    all.put("toString", NDArray::toString);
    all.put("repr", NDArray::repr);
    all.put("toDoubleArray", NDArray::toDoubleArray);
    all.put("copy", NDArray::copy);
    all.put("astype", a -> a.astype(DType.FLOAT32));
    all.put("astype of 16 bits", a -> a.astype(DType.FLOAT16));
    all.put("reshape to a copy", a -> a.T().reshape(-1));
    all.put("add", a -> a.add(a));
    all.put("add a number", a -> a.add(1.0));
    all.put("add to out", a -> a.add(a, NDArray.empty(DType.FLOAT64, a.shape())));
    all.put("add to a slice", a -> a.get("::2").add(1.0));
    all.put("exp", NDArray::exp);
    all.put("sin to out", a -> a.sin(NDArray.empty(DType.FLOAT64, a.shape())));
    all.put("less", a -> a.less(a));
    all.put("where", a -> Ufuncs.where(NDArray.of(true), a, NDArray.scalar(0.0)));
    all.put("expression", a -> Expr.of(a).multiply(2.0).sin().eval());
    all.put("sum of an expression", a -> Expr.of(a).square().sum());
    all.put("sum", NDArray::sum);
    all.put("sum along an axis", a -> a.sum(0));
    all.put("mean", a -> a.mean(-1));
    all.put("var", NDArray::var);
    all.put("max", a -> a.max(0));
    all.put("all", NDArray::all);
    all.put("index array", a -> a.get(NDArray.of(0L, 1, 0)));
    all.put("mask", a -> a.get(NDArray.full(DType.BOOL, 1, a.shape())));
    all.put("take", a -> Indexing.take(a, NDArray.of(0L, 1), 0));
    all.put("takeAlongAxis", a -> Indexing.takeAlongAxis(a, zeros(a), 0));
    all.put("choose", a -> Indexing.choose(NDArray.of(0L), a, a));
    all.put("compress", a -> Indexing.compress(NDArray.of(true, true), a));
    all.put("nonzero", Indexing::nonzero);
    all.put("countNonzero", Searching::countNonzero);
    all.put("concatenate", a -> Manipulation.concatenate(a, a));
    all.put("stack", a -> Manipulation.stack(a, a));
    all.put("repeat", a -> Manipulation.repeat(a, 2, 0));
    all.put("repeat each", a -> Manipulation.repeat(a.reshape(-1).get(":2"), new long[] {1, 2}, 0));
    all.put("tile", a -> Manipulation.tile(a, 2));
    all.put("roll", a -> Manipulation.roll(a, 1));
    all.put("pad", a -> Manipulation.pad(a, 1, PadMode.edge()));
    all.put("insert", a -> Manipulation.insert(a, 1, NDArray.scalar(1.0), 0));
    all.put("delete", a -> Manipulation.delete(a, 1, 0));
    all.put("resize", a -> Manipulation.resize(a, 5, 7));
    all.put(
        "packbits",
        a -> Manipulation.packbits(Views.view(Views.ascontiguousarray(a), DType.UINT8)));
    all.put("byteswap", Manipulation::byteswap);
    all.put("trimZeros", a -> Manipulation.trimZeros(a.get("0")));
    all.put("sort", a -> Sorting.sort(a));
    all.put("argsort", a -> Sorting.argsort(a, 0));
    all.put("partition", a -> Sorting.partition(a, 1));
    all.put("lexsort", a -> Sorting.lexsort(a, a));
    all.put("topK", a -> Sorting.topK(a, 1, 0, true));
    all.put("searchsorted", a -> Searching.searchsorted(a.reshape(-1), NDArray.of(1.0)));
    all.put("searched", a -> Searching.searchsorted(NDArray.of(1.0, 2.0), a));
    all.put("unique", Sets::unique);
    all.put("isin", a -> Sets.isin(a, NDArray.of(1.0, 2.0)));
    all.put("union1d", a -> Sets.union1d(a, NDArray.of(1.0)));
    all.put(
        "bincount",
        a -> Histograms.bincount(Views.view(Views.ascontiguousarray(a), DType.UINT8).reshape(-1)));
    all.put("histogram", a -> Histograms.histogram(a));
    all.put("digitize", a -> Histograms.digitize(a, NDArray.of(1.0, 2.0), false));
    all.put("write", ArrayOperations::write);
    all.put("permutation", a -> Generator.of(1).permutation(a));
    all.put("choice", a -> Generator.of(1).choice(a.reshape(-1), 3));
    return all;
  }

  /// Those that write to the array.
  static Map<String, Consumer<NDArray>> writing() {
    Map<String, Consumer<NDArray>> all = new LinkedHashMap<>();
    all.put("setDouble", a -> a.setDouble(7, new long[a.ndim()]));
    all.put("setLong", a -> a.setLong(7, new long[a.ndim()]));
    all.put("setComplex", a -> a.setComplex(new Complex(7, 0), new long[a.ndim()]));
    all.put("fill", a -> a.fill(7));
    all.put("fill with a complex number", a -> a.fill(new Complex(7, 0)));
    all.put("set", a -> a.set(NDArray.scalar(7.0)));
    all.put("set to integers", a -> a.set(NDArray.scalar(7L)));
    all.put("set a slice", a -> a.set("1:", 7));
    all.put("set a slice to an array", a -> a.set("::2", NDArray.scalar(7.0)));
    all.put("set by index array", a -> a.set(NDArray.of(0L, 1), 7));
    all.put("set by index array to an array", a -> a.set(NDArray.of(0L, 1), NDArray.scalar(7.0)));
    all.put("set by mask", a -> a.set(NDArray.full(DType.BOOL, 1, a.shape()), 7));
    all.put("at", a -> a.at(ints(0, 1)).set(NDArray.scalar(7.0)));
    all.put("fill at", a -> a.at(mask(NDArray.full(DType.BOOL, 1, a.shape()))).fill(7));
    all.put("transposed", a -> a.T().set(NDArray.scalar(7.0)));
    all.put("copyto", a -> Manipulation.copyto(a, NDArray.scalar(7.0)));
    all.put(
        "copyto with where",
        a -> Manipulation.copyto(a, NDArray.scalar(7.0), Casting.UNSAFE, NDArray.of(true)));
    all.put("put", a -> Indexing.put(a, NDArray.of(0L, 2), NDArray.scalar(7.0)));
    all.put("putAlongAxis", a -> Indexing.putAlongAxis(a, zeros(a), NDArray.scalar(7.0), 0));
    all.put(
        "putmask",
        a -> Indexing.putmask(a, NDArray.full(DType.BOOL, 1, a.shape()), NDArray.scalar(7.0)));
    all.put(
        "place",
        a -> Indexing.place(a, NDArray.full(DType.BOOL, 1, a.shape()), NDArray.scalar(7.0)));
    all.put("fillDiagonal", a -> Indexing.fillDiagonal(a, NDArray.scalar(7.0)));
    all.put("sortInPlace", a -> Sorting.sortInPlace(a));
    all.put("shuffle", a -> Generator.of(1).shuffle(a));
    all.put("add to it", a -> a.add(1.0, a));
    all.put("add to its slice", a -> a.get("::2").add(1.0, a.get("::2")));
    all.put("sin to it", a -> NDArray.full(DType.FLOAT64, 1, a.shape()).sin(a));
    all.put(
        "where to it",
        a -> Ufuncs.where(NDArray.of(true), NDArray.scalar(7.0), NDArray.scalar(0.0), a));
    all.put(
        "expression to it", a -> Expr.of(NDArray.full(DType.FLOAT64, 1, a.shape())).sin().eval(a));
    all.put("sum to it", a -> Reductions.sum(NDArray.ones(a.shape()), Axes.axis(), a));
    all.put(
        "take to it",
        a ->
            Indexing.take(
                NDArray.full(DType.FLOAT64, 7, a.shape()),
                NDArray.arange(a.shape(0)),
                0,
                IndexMode.RAISE,
                a));
    all.put(
        "concatenate to it",
        a -> Manipulation.concatenate(List.of(NDArray.full(DType.FLOAT64, 7, a.shape())), 0, a));
    all.put(
        "stack to it",
        a ->
            Manipulation.stack(
                List.of(
                    NDArray.full(DType.FLOAT64, 7, a.get("0").shape()),
                    NDArray.full(DType.FLOAT64, 7, a.get("0").shape())),
                0,
                a.get(":2")));
    all.put("random to it", a -> Generator.of(1).random(a));
    return all;
  }

  private static NDArray zeros(NDArray a) {
    long[] shape = a.shape();
    shape[0] = 1;
    return NDArray.zeros(DType.INT64, shape);
  }

  private static void write(NDArray a) {
    try {
      Npy.write(a, new ByteArrayOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
