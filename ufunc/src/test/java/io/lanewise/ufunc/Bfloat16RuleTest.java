package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Endpoint;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.Views;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// NumPy has no bfloat16; what its functions give follows from float32 by rule. Every case of
/// float32 arrays that the oracle asked for is carried out twice: with elements rounded to what
/// bfloat16 holds, and with the same elements in bfloat16. Where a function only makes, moves or
/// orders elements, both results are the same but for the dtype.
class Bfloat16RuleTest {
  /// What computes, its results being rounded once for each operation, or looks at bits.
  private static final Set<String> OTHERS =
      Set.of(
          "vander",
          "linspace_arrays",
          "linspace_with_step_arrays",
          "logspace_arrays_weak",
          "frombuffer",
          "byteswap",
          "view");

  private static final Set<String> COMPUTING_MODES =
      Set.of("s:mean", "s:median", "s:linear_ramp", "s:reflect_odd", "s:symmetric_odd");

  /// What is not a function of elements of a dtype, is asked for with other dtypes only, or
  /// computes.
  private static final Map<String, String> EXEMPT =
      Map.ofEntries(
          Map.entry("ArrayCreation.array", "takes Java arrays, which have no bfloat16"),
          Map.entry("ArrayCreation.fromBuffer", "below"),
          Map.entry("ArrayCreation.fromFunction", "is of the function's dtype"),
          Map.entry("ArrayCreation.fromIter", "below"),
          Map.entry("ArrayCreation.indices", "gives int64"),
          Map.entry("ArrayCreation.indicesSparse", "gives int64"),
          Map.entry("ArrayCreation.ix", "takes positions"),
          Map.entry("ArrayCreation.mgrid", "below"),
          Map.entry("ArrayCreation.ogrid", "below"),
          Map.entry("Histograms.histogram2d", "below"),
          Map.entry("Histograms.histogramBinEdges", "below"),
          Map.entry("ArrayCreation.trilIndices", "gives int64"),
          Map.entry("ArrayCreation.triuIndices", "gives int64"),
          Map.entry("ArrayCreation.trilIndicesFrom", "gives int64"),
          Map.entry("ArrayCreation.triuIndicesFrom", "gives int64"),
          Map.entry("ArrayCreation.vander", "below"),
          Map.entry("Sorting.topK", "is newer than the oracle: SortingTest"),
          Map.entry("Views.broadcastShapes", "takes shapes"),
          Map.entry("Views.view", "below"),
          Map.entry("Indexing.diagIndices", "gives int64"),
          Map.entry("Indexing.diagIndicesFrom", "gives int64"),
          Map.entry("Indexing.maskIndices", "gives int64"),
          Map.entry("Indexing.ravelMultiIndex", "takes positions"),
          Map.entry("Indexing.unravelIndex", "takes positions"),
          Map.entry("Manipulation.byteswap", "below"),
          Map.entry("Manipulation.packbits", "takes bool and integers"),
          Map.entry("Manipulation.unpackbits", "takes uint8"));

  @Test
  void whatMovesOrOrdersElementsGivesWhatItGivesInFloat32() {
    Map<String, String> functions = Chapters.functions(Chapters.OF_EVERY_DTYPE);
    TreeSet<String> seen = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    FILES.forEach((file, calls) -> wrong.addAll(compare(file, calls, functions, seen)));
    assertThat(wrong.stream().limit(12)).as("%d cases", wrong.size()).isEmpty();
    assertThat(Chapters.gaps(functions, seen, new TreeSet<>(EXEMPT.keySet()))).isEmpty();
  }

  private static final Map<String, Map<String, Oracle.Call>> FILES =
      Map.of(
          "creation", CreationOracleTest.calls(),
          "view_functions", ViewFunctionsOracleTest.calls(),
          "manipulation", ManipulationOracleTest.calls(),
          "indexing", IndexingOracleTest.calls(),
          "sorting", SortingOracleTest.CALLS,
          "sets", SetsOracleTest.CALLS,
          "histograms", HistogramsOracleTest.CALLS);

  private static List<String> compare(
      String file,
      Map<String, Oracle.Call> calls,
      Map<String, String> functions,
      Set<String> seen) {
    List<String> wrong = new ArrayList<>();
    for (String[] fields : Fixtures.read(file)) {
      int equals = Arrays.asList(fields).indexOf("=");
      List<String> arguments = Arrays.asList(fields).subList(1, equals);
      if (arguments.stream().noneMatch(Bfloat16RuleTest::hasFloat32) || isOther(fields)) {
        continue;
      }
      Object wide = result(calls.get(fields[0]), arguments, false);
      Object narrow = result(calls.get(fields[0]), arguments, true);
      String difference = difference(narrow, wide);
      if (difference != null) {
        wrong.add(String.join(" ", fields[0], arguments.toString(), difference));
      }
      Chapters.called(fields[0], functions).ifPresent(seen::add);
    }
    return wrong;
  }

  private static boolean hasFloat32(String field) {
    return field.equals("s:float32")
        || (field.startsWith("a:") || field.startsWith("A:")) && field.contains("float32|");
  }

  private static boolean isOther(String... fields) {
    return switch (fields[0]) {
      case "pad" -> COMPUTING_MODES.contains(fields[3]);
      // edges at equal distances, and densities
      case "histogram", "histogram_bin_edges" ->
          !fields[2].startsWith("a:") || Arrays.asList(fields).contains("b:true");
      case "histogramdd", "histogram2d" -> !fields[2].startsWith("A:");
      case "arange" -> fields[1].startsWith("d:");
      // whether a cast is safe is a question of the dtype
      case "concatenate_dtype" -> fields[4].equals("s:safe");
      default -> OTHERS.contains(fields[0]);
    };
  }

  private static Object result(Oracle.Call call, List<String> arguments, boolean narrow) {
    List<String> rounded =
        arguments.stream().map(field -> rounded(field, narrow)).collect(Collectors.toList());
    try {
      return call.apply(new Oracle.Arguments(rounded));
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | UnsupportedOperationException
        | ArithmeticException e) {
      return e;
    }
  }

  /// A field with elements that bfloat16 holds in place of those of float32, in either dtype.
  private static String rounded(String field, boolean narrow) {
    if (!hasFloat32(field)) {
      return field;
    }
    if (field.startsWith("s:")) {
      return narrow ? "s:bfloat16" : field;
    }
    return field.substring(0, 2)
        + Arrays.stream(field.substring(2).split("&"))
            .map(array -> array.startsWith("float32|") ? roundedArray(array, narrow) : array)
            .collect(Collectors.joining("&"));
  }

  private static String roundedArray(String text, boolean narrow) {
    int space = text.indexOf(' ');
    String[] parts = (space < 0 ? text : text.substring(0, space)).split("\\|", -1);
    ByteBuffer from =
        ByteBuffer.wrap(Base64.getDecoder().decode(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
    int n = from.capacity() / 4;
    ByteBuffer to = ByteBuffer.allocate(n * (narrow ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    NDArray one = NDArray.empty(DType.BFLOAT16, 1);
    for (int i = 0; i < n; i++) {
      one.setDouble(from.getFloat(), 0);
      if (narrow) {
        to.putShort((short) Fixtures.bits(one)[0]);
      } else {
        to.putFloat((float) one.item());
      }
    }
    return (narrow ? "bfloat16|" : "float32|")
        + parts[1]
        + "|"
        + Base64.getEncoder().encodeToString(to.array())
        + (space < 0 ? "" : text.substring(space));
  }

  private static String difference(Object narrow, Object wide) {
    if (narrow instanceof RuntimeException && wide instanceof RuntimeException) {
      return narrow.getClass() == wide.getClass() ? null : narrow + ", in float32 " + wide;
    }
    List<?> some = list(narrow);
    List<?> expected = list(wide);
    if (some.size() != expected.size()) {
      return narrow + ", in float32 " + wide;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) instanceof NDArray a && expected.get(i) instanceof NDArray b) {
        // float32 among other dtypes is promoted, and so is bfloat16
        boolean floats = a.dtype().isFloating() && b.dtype().isFloating();
        String one = Fixtures.difference(a, floats ? b.astype(a.dtype()) : b);
        if (one != null) {
          return one;
        }
      } else if (!some.get(i).equals(expected.get(i))) {
        return narrow + ", in float32 " + wide;
      }
    }
    return null;
  }

  private static List<?> list(Object result) {
    return switch (result) {
      case NDArray[] arrays -> List.of(arrays);
      case List<?> all -> all;
      case long[] numbers -> List.of(Arrays.toString(numbers));
      default -> List.of(result);
    };
  }

  @Test
  void bitsAreSeenSwappedAndRead() {
    NDArray a = NDArray.of(1.5, -2, 0).astype(DType.BFLOAT16);
    NDArray bits = NDArray.of(0x3FC0, -0x4000, 0).astype(DType.INT16);
    assertThat(Fixtures.difference(Views.view(a, DType.INT16), bits)).isNull();
    assertThat(Fixtures.difference(Views.view(bits, DType.BFLOAT16), a)).isNull();
    NDArray swapped = NDArray.of(0xC03F, 0x00C0, 0).astype(DType.UINT16);
    NDArray seen = Views.view(Manipulation.byteswap(a), DType.UINT16);
    assertThat(Fixtures.difference(seen, swapped)).isNull();
    byte[] bytes = {(byte) 0xC0, 0x3F, 0, (byte) 0xC0, 0, 0};
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    NDArray read = ArrayCreation.fromBuffer(buffer, DType.BFLOAT16);
    assertThat(Fixtures.difference(read, a)).isNull();
  }

  @Test
  void sequencesAreRoundedToBfloat16() {
    for (NDArray a :
        List.of(
            ArrayCreation.linspace(0, 3, 5, Endpoint.INCLUDE, DType.BFLOAT16),
            ArrayCreation.linspace(
                narrow(0).reshape(), narrow(3).reshape(), 5, Endpoint.INCLUDE, 0),
            ArrayCreation.linspaceWithStep(0, 3, 5, Endpoint.INCLUDE, DType.BFLOAT16).samples(),
            ArrayCreation.fromIter(
                DoubleStream.of(0, 0.75, 1.5, 2.25, 3).iterator(), DType.BFLOAT16, 5),
            Histograms.histogramBinEdges(narrow(0, 3), Bins.count(4)),
            Histograms.histogram2d(
                    narrow(0, 3), narrow(1, 2), Bins.count(4), Bins.count(2), null, false)
                .edges()[0])) {
      assertThat(Fixtures.difference(a, narrow(0, 0.75, 1.5, 2.25, 3))).isNull();
    }
    NDArray vander = ArrayCreation.vander(narrow(3), 2, false);
    assertThat(vander.dtype()).isEqualTo(Promotion.promoteTypes(DType.BFLOAT16, DType.INT64));
    assertThat(vander).hasToString("[[3. 1.]]");
  }

  @Test
  void gridsKeepBfloat16() {
    NDArray mgrid = ArrayCreation.mgrid(narrow(1, 2), narrow(3, 4, 5));
    assertThat(mgrid.dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(mgrid.get(1)).hasToString("[[3. 4. 5.]\n [3. 4. 5.]]");
    NDArray ogrid = ArrayCreation.ogrid(narrow(1, 2), narrow(3, 4, 5)).getFirst();
    assertThat(Fixtures.difference(ogrid, narrow(1, 2).reshape(2, 1))).isNull();
  }

  @Test
  void paddingComputesInBfloat16() {
    NDArray a = narrow(1, 2, 4);
    assertThat(Manipulation.pad(a, 1, PadMode.mean()).get("0").item()).isEqualTo(2.328125);
    assertThat(Manipulation.pad(a, 1, PadMode.median()).get("0").item()).isEqualTo(2);
    assertThat(Manipulation.pad(a, 2, PadMode.linearRamp(0)))
        .hasToString("[0.  0.5 1.  2.  4.  2.  0. ]");
    assertThat(Manipulation.pad(a, 1, PadMode.reflect(PadMode.Reflection.ODD)))
        .hasToString("[0. 1. 2. 4. 6.]");
  }

  private static NDArray narrow(double... values) {
    return NDArray.of(values).astype(DType.BFLOAT16);
  }
}
