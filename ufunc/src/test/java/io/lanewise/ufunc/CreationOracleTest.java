package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.Complex;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Endpoint;
import io.lanewise.ndarray.MeshIndexing;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ufunc.Oracle.Arguments;
import io.lanewise.ufunc.Oracle.Call;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreationOracleTest {
  static Map<String, Call> calls() {
    Map<String, Call> calls = new HashMap<>(ranges());
    calls.putAll(grids());
    calls.putAll(matrices());
    calls.put("zeros_like", CreationOracleTest::zerosLike);
    calls.put("ones_like", x -> ArrayCreation.onesLike(x.array(0)));
    calls.put("full_like", x -> ArrayCreation.fullLike(x.array(0), x.number(1)));
    calls.putAll(shaped());
    calls.putAll(complex());
    calls.put("frombuffer", CreationOracleTest::fromBuffer);
    return calls;
  }

  @Test
  void creationAgreesWithNumPy() {
    Oracle.replay("creation", calls(), new Rules());
  }

  private static Map<String, Call> ranges() {
    return Map.of(
        "arange",
        x ->
            x.kind(0) == 'i'
                ? ArrayCreation.arange(x.integer(0), x.integer(1), x.integer(2), dtype(x, 3))
                : ArrayCreation.arange(x.number(0), x.number(1), x.number(2), dtype(x, 3)),
        "linspace",
        x ->
            ArrayCreation.linspace(
                x.number(0), x.number(1), x.integer(2), endpoint(x, 3), dtype(x, 4)),
        "logspace",
        x ->
            ArrayCreation.logspace(
                x.number(0), x.number(1), x.integer(2), endpoint(x, 3), x.number(4), dtype(x, 5)),
        "geomspace",
        x ->
            ArrayCreation.geomspace(
                x.number(0), x.number(1), x.integer(2), endpoint(x, 3), dtype(x, 4)),
        "linspace_arrays",
        x ->
            ArrayCreation.linspace(x.array(0), x.array(1), x.integer(2), endpoint(x, 3), x.axis(4)),
        "logspace_arrays",
        x ->
            ArrayCreation.logspace(
                x.array(0),
                x.array(1),
                x.integer(2),
                endpoint(x, 3),
                NDArray.scalar(x.number(4)),
                x.axis(5)),
        "geomspace_arrays",
        x ->
            ArrayCreation.geomspace(
                x.array(0), x.array(1), x.integer(2), endpoint(x, 3), x.axis(4)));
  }

  private static Map<String, Call> shaped() {
    return Map.of(
        "zeros_like_shape",
        x -> ArrayCreation.zerosLike(x.array(0), dtype(x, 1), order(x, 2), x.integers(3)),
        "empty_like_shape",
        x -> ArrayCreation.emptyLike(x.array(0), dtype(x, 1), order(x, 2), x.integers(3)),
        "ones_like_shape",
        x -> ArrayCreation.onesLike(x.array(0), dtype(x, 1), order(x, 2), x.integers(3)),
        "full_like_shape",
        x ->
            ArrayCreation.fullLike(
                x.array(0), x.array(1), dtype(x, 2), order(x, 3), x.integers(4)));
  }

  private static Map<String, Call> complex() {
    Map<String, Call> calls = new HashMap<>();
    calls.put(
        "linspace_complex",
        x ->
            ArrayCreation.linspace(
                number(x, 0), number(x, 1), x.integer(2), endpoint(x, 3), dtype(x, 4)));
    calls.put(
        "logspace_complex",
        x ->
            ArrayCreation.logspace(
                number(x, 0),
                number(x, 1),
                x.integer(2),
                endpoint(x, 3),
                x.number(4),
                dtype(x, 5)));
    calls.put(
        "geomspace_complex",
        x ->
            ArrayCreation.geomspace(
                number(x, 0), number(x, 1), x.integer(2), endpoint(x, 3), dtype(x, 4)));
    calls.put(
        "linspace_with_step",
        x ->
            list(
                ArrayCreation.linspaceWithStep(
                    x.number(0), x.number(1), x.integer(2), endpoint(x, 3), dtype(x, 4))));
    calls.put(
        "linspace_with_step_arrays",
        x ->
            list(
                ArrayCreation.linspaceWithStep(
                    x.array(0), x.array(1), x.integer(2), endpoint(x, 3), x.axis(4))));
    calls.put(
        "logspace_arrays_weak",
        x ->
            ArrayCreation.logspace(
                x.array(0), x.array(1), x.integer(2), endpoint(x, 3), x.number(4), x.axis(5)));
    calls.put(
        "logspace_arrays_base",
        x ->
            ArrayCreation.logspace(
                x.array(0), x.array(1), x.integer(2), endpoint(x, 3), x.array(4), x.axis(5)));
    return calls;
  }

  private static Complex number(Arguments x, int i) {
    return x.array(i).getComplex();
  }

  private static List<NDArray> list(ArrayCreation.Linspace result) {
    return List.of(result.samples(), result.step());
  }

  private static Order order(Arguments x, int i) {
    return Order.valueOf(x.text(i));
  }

  private static Map<String, Call> grids() {
    return Map.of(
        "meshgrid", x -> ArrayCreation.meshgrid(indexing(x, 1), x.arrays(0)),
        "meshgrid_sparse", x -> ArrayCreation.meshgridSparse(indexing(x, 1), x.arrays(0)),
        "indices", x -> ArrayCreation.indices(x.integers(0)),
        "indices_sparse", x -> ArrayCreation.indicesSparse(x.integers(0)),
        "mgrid", x -> ArrayCreation.mgrid(x.arrays(0)),
        "ogrid", x -> ArrayCreation.ogrid(x.arrays(0)),
        "ix", x -> ArrayCreation.ix(x.arrays(0)),
        "fromfunction",
            x -> ArrayCreation.fromFunction(i -> i[0].multiply(3).add(i[1]), x.integers(0)));
  }

  private static Map<String, Call> matrices() {
    Map<String, Call> calls = new HashMap<>();
    calls.put("eye", x -> ArrayCreation.eye(x.integer(0), x.integer(1), x.integer(2), dtype(x, 3)));
    calls.put("tri", x -> ArrayCreation.tri(x.integer(0), x.integer(1), x.integer(2), dtype(x, 3)));
    calls.put("identity", x -> ArrayCreation.identity(x.integer(0), dtype(x, 1)));
    calls.put("diag", x -> ArrayCreation.diag(x.array(0), x.integer(1)));
    calls.put("diagflat", x -> ArrayCreation.diagflat(x.array(0), x.integer(1)));
    calls.put("tril", x -> ArrayCreation.tril(x.array(0), x.integer(1)));
    calls.put("triu", x -> ArrayCreation.triu(x.array(0), x.integer(1)));
    calls.put(
        "vander",
        x ->
            x.count() == 1
                ? ArrayCreation.vander(x.array(0))
                : ArrayCreation.vander(x.array(0), x.integer(1), x.flag(2)));
    calls.put(
        "tril_indices", x -> ArrayCreation.trilIndices(x.integer(0), x.integer(1), x.integer(2)));
    calls.put(
        "triu_indices", x -> ArrayCreation.triuIndices(x.integer(0), x.integer(1), x.integer(2)));
    calls.put("tril_indices_from", x -> ArrayCreation.trilIndicesFrom(x.array(0), x.integer(1)));
    calls.put("triu_indices_from", x -> ArrayCreation.triuIndicesFrom(x.array(0), x.integer(1)));
    return calls;
  }

  private static NDArray zerosLike(Arguments x) {
    return x.count() == 1
        ? ArrayCreation.zerosLike(x.array(0))
        : ArrayCreation.zerosLike(x.array(0), dtype(x, 1), Order.valueOf(x.text(2)));
  }

  private static NDArray fromBuffer(Arguments x) {
    MemorySegment bytes = MemorySegment.ofArray((byte[]) x.array(0).storage().array());
    ByteOrder order = x.text(2).equals("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return ArrayCreation.fromBuffer(bytes, dtype(x, 1), order, x.integer(3), x.integer(4));
  }

  private static DType dtype(Arguments x, int i) {
    return DType.named(x.text(i));
  }

  private static Endpoint endpoint(Arguments x, int i) {
    return x.flag(i) ? Endpoint.INCLUDE : Endpoint.EXCLUDE;
  }

  private static MeshIndexing indexing(Arguments x, int i) {
    return MeshIndexing.valueOf(x.text(i).toUpperCase(Locale.ROOT));
  }

  private static final class Rules implements Oracle.Rules {
    /// Powers are the library's own, and so are the logarithms of a geometric sequence.
    @Override
    public long ulps(String function) {
      return switch (function) {
        case "logspace_complex", "geomspace_complex" -> 64;
        default -> function.startsWith("logspace") ? 2 : function.startsWith("geomspace") ? 16 : 0;
      };
    }

    @Override
    public String words(String function, String words) {
      return ViewFunctionsOracleTest.javaWords(words)
          .replaceAll(".*division by zero|Maximum allowed size.*", "arange: step cannot be 0");
    }
  }
}
