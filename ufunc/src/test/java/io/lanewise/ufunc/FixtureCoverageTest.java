package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every public function has cases that NumPy answered, or a reason why not and a test of its own.
class FixtureCoverageTest {
  /// The files of cases whose first field is the function.
  private static final List<String> FILES =
      List.of(
          "arithmetic",
          "creation",
          "functions",
          "functions2",
          "histograms",
          "indexing",
          "manipulation",
          "protocol",
          "reductions",
          "sets",
          "sorting",
          "statistics",
          "transcendental",
          "ufuncs",
          "values",
          "view_functions");

  /// Functions without fixtures, and the test that covers them by hand.
  private record Exemption(String function, String reason, Class<?> test) {}

  private static final List<Exemption> EXEMPT =
      List.of(
          new Exemption("ArrayCreation.array", "takes Java arrays", ManipulationTest.class),
          new Exemption("ArrayCreation.fromIter", "takes Java streams", ManipulationTest.class),
          new Exemption(
              "Interpolation.interpPeriodic", "is interp_period", StatisticsOracleTest.class),
          new Exemption("Numbers.around", "is round", StatisticsOracleTest.class),
          new Exemption("Sorting.topK", "is newer than NumPy 2.4", SortingTest.class),
          new Exemption("Statistics.averageWithWeights", "is average", StatisticsOracleTest.class));

  /// Those that NumPy has too.
  private static final Set<String> DTYPES =
      Arrays.stream(DType.values())
          .filter(dtype -> dtype != DType.BFLOAT16)
          .map(DType::toString)
          .collect(Collectors.toSet());

  private static List<Class<?>> chapters() {
    List<Class<?>> chapters = new ArrayList<>(Chapters.OF_EVERY_DTYPE);
    chapters.add(Ufuncs.class);
    chapters.add(Reductions.class);
    chapters.addAll(Chapters.OF_NUMBERS);
    return chapters;
  }

  @Test
  void everyPublicFunctionHasFixturesOrAReason() {
    Map<String, String> functions = Chapters.functions(chapters());
    TreeSet<String> seen = new TreeSet<>();
    for (String file : FILES) {
      Fixtures.names(file).forEach(name -> Chapters.called(name, functions).ifPresent(seen::add));
    }
    TreeSet<String> exempt =
        EXEMPT.stream().map(Exemption::function).collect(Collectors.toCollection(TreeSet::new));
    assertThat(Chapters.gaps(functions, seen, exempt)).isEmpty();
    assertThat(seen.size()).as("functions with fixtures").isGreaterThan(130);
  }

  /// Why a function does not see every dtype.
  private static final Map<String, String> SOME_DTYPES =
      Map.ofEntries(
          Map.entry("ArrayCreation.fromFunction", "positions are float64"),
          Map.entry("ArrayCreation.indices", "takes a shape"),
          Map.entry("ArrayCreation.indicesSparse", "takes a shape"),
          Map.entry("ArrayCreation.ix", "takes positions and masks"),
          Map.entry("ArrayCreation.linspaceWithStep", "NumPy subtracts no bools"),
          Map.entry("ArrayCreation.mgrid", "NumPy's takes ranges, of int64 and float64"),
          Map.entry("ArrayCreation.ogrid", "NumPy's takes ranges, of int64 and float64"),
          Map.entry("ArrayCreation.trilIndices", "takes a shape"),
          Map.entry("ArrayCreation.trilIndicesFrom", "takes a shape"),
          Map.entry("ArrayCreation.triuIndices", "takes a shape"),
          Map.entry("ArrayCreation.triuIndicesFrom", "takes a shape"),
          Map.entry("Histograms.histogram2d", "divides complex numbers for their edges"),
          Map.entry("Histograms.histogramBinEdges", "divides complex numbers for their edges"),
          Map.entry("Indexing.diagIndices", "takes a shape"),
          Map.entry("Indexing.diagIndicesFrom", "looks at the shape only"),
          Map.entry("Indexing.maskIndices", "takes a shape"),
          Map.entry("Indexing.ravelMultiIndex", "takes positions"),
          Map.entry("Indexing.unravelIndex", "takes positions"),
          Map.entry("Manipulation.packbits", "takes bools and integers"),
          Map.entry("Manipulation.unpackbits", "takes uint8"),
          Map.entry("Views.broadcastShapes", "takes shapes"),
          Map.entry("Views.view", "bool is no pattern of bits here"));

  @Test
  void everyFunctionSeesEveryDType() {
    assertThat(gaps(FixtureCoverageTest::argumentDTypes, DTYPES, SOME_DTYPES)).isEmpty();
  }

  /// Memory orders, by the steps that make a view: transposed, with a step, backwards, stretched.
  private static final Set<String> LAYOUTS = Set.of("C", "T", "1::2", "::-1", "broadcast");

  /// Why a function does not see every layout.
  private static final Map<String, String> SOME_LAYOUTS =
      Map.ofEntries(
          Map.entry("ArrayCreation.arange", "takes numbers"),
          Map.entry("ArrayCreation.eye", "takes numbers"),
          Map.entry("ArrayCreation.fromBuffer", "takes bytes"),
          Map.entry("ArrayCreation.fromFunction", "takes a shape"),
          Map.entry("ArrayCreation.identity", "takes numbers"),
          Map.entry("ArrayCreation.indices", "takes a shape"),
          Map.entry("ArrayCreation.indicesSparse", "takes a shape"),
          Map.entry("ArrayCreation.ix", "takes 1-D positions"),
          Map.entry("ArrayCreation.mgrid", "NumPy's takes ranges"),
          Map.entry("ArrayCreation.ogrid", "NumPy's takes ranges"),
          Map.entry("ArrayCreation.tri", "takes numbers"),
          Map.entry("ArrayCreation.trilIndices", "takes a shape"),
          Map.entry("ArrayCreation.triuIndices", "takes a shape"),
          Map.entry("ArrayCreation.vander", "takes 1-D arrays, which are not transposed"),
          Map.entry("Histograms.bincount", "takes 1-D arrays, which are not transposed"),
          Map.entry("Histograms.histogram2d", "takes 1-D arrays, which are not transposed"),
          Map.entry("Indexing.diagIndices", "takes a shape"),
          Map.entry("Indexing.diagIndicesFrom", "looks at the shape only"),
          Map.entry("Indexing.maskIndices", "takes a shape"),
          Map.entry("Indexing.fillDiagonal", "writes, and stretched views are read-only"),
          Map.entry("Indexing.place", "writes, and stretched views are read-only"),
          Map.entry("Indexing.put", "writes, and stretched views are read-only"),
          Map.entry("Indexing.putAlongAxis", "writes, and stretched views are read-only"),
          Map.entry("Indexing.putmask", "writes, and stretched views are read-only"),
          Map.entry("Sorting.partitionInPlace", "writes, and stretched views are read-only"),
          Map.entry("Sorting.sortInPlace", "writes, and stretched views are read-only"),
          Map.entry("Views.asStrided", "gives strides of its own"),
          Map.entry("Views.broadcastShapes", "takes shapes"),
          Map.entry("Views.mayShareMemory", "takes views by their names"),
          Map.entry("Views.sharesMemory", "takes views by their names"));

  @Test
  void everyFunctionSeesEveryLayout() {
    assertThat(gaps(FixtureCoverageTest::argumentLayouts, LAYOUTS, SOME_LAYOUTS)).isEmpty();
  }

  private static List<String> gaps(
      Function<String[], List<String>> of, Set<String> all, Map<String, String> exempt) {
    Map<String, String> functions = Chapters.functions(Chapters.OF_EVERY_DTYPE);
    Map<String, TreeSet<String>> seen = new TreeMap<>();
    for (String file : FILES) {
      for (String[] fields : Fixtures.read(file)) {
        Chapters.called(fields[0], functions)
            .ifPresent(
                function ->
                    seen.computeIfAbsent(function, f -> new TreeSet<>()).addAll(of.apply(fields)));
      }
    }
    List<String> gaps = new ArrayList<>();
    seen.forEach(
        (function, some) -> {
          TreeSet<String> lacking = new TreeSet<>(all);
          lacking.removeAll(some);
          if (lacking.isEmpty() == exempt.containsKey(function)) {
            gaps.add(function + " lacks " + lacking);
          }
        });
    return gaps;
  }

  private static List<String> argumentLayouts(String... fields) {
    List<String> layouts = new ArrayList<>();
    for (String array : arguments(fields)) {
      int space = array.lastIndexOf(' ');
      String step = space < 0 ? "C" : array.substring(space + 1);
      layouts.add(array.contains(" broadcast") ? "broadcast" : step);
    }
    return layouts;
  }

  private static List<String> argumentDTypes(String... fields) {
    List<String> dtypes = new ArrayList<>();
    for (int i = 1; i < fields.length && !fields[i].equals("="); i++) {
      if (fields[i].startsWith("s:")) {
        dtypes.add(fields[i].substring(2));
      }
    }
    for (String array : arguments(fields)) {
      dtypes.add(array.substring(0, array.indexOf('|')));
    }
    return dtypes;
  }

  /// The texts of all arrays.
  private static List<String> arguments(String... fields) {
    List<String> arrays = new ArrayList<>();
    for (int i = 1; i < fields.length && !fields[i].equals("="); i++) {
      if (fields[i].startsWith("a:") || fields[i].startsWith("A:")) {
        for (String array : fields[i].substring(2).split("&")) {
          if (!array.isEmpty()) {
            arrays.add(array);
          }
        }
      }
    }
    return arrays;
  }
}
