package io.lanewise.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.NDArray;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every public method is compared with NumPy, and the forms of a distribution draw the same
/// numbers.
class FormsTest {
  /// Methods that NumPy has no call for, or whose numbers other methods' calls show.
  private static final Map<String, String> WITHOUT_FIXTURE =
      Map.of(
          "create", "a seed of the operating system's",
          "of", "makes the generator: BitGeneratorTest",
          "bitGenerator", "draws nothing",
          "spawn", "BitGeneratorTest",
          "state", "GeneratorTest",
          "setState", "GeneratorTest",
          "shuffle", "the calls are named shuffled");

  private static final double[][] PARAMETERS = {{0.5, 0.75, 1.5}, {1.5, 2.5, 3.5}, {20, 13, 9}};

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods()).filter(m -> m.getDeclaringClass() != Object.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Generator.class, RandomState.class})
  void everyMethodHasAFixture(Class<?> type) {
    Set<String> calls = type == Generator.class ? Calls.GENERATOR.keySet() : Calls.LEGACY.keySet();
    Set<String> called =
        calls.stream().map(k -> k.replaceAll("^[gr]\\.|\\(.*", "")).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    methods(type)
        .map(Method::getName)
        .filter(name -> !WITHOUT_FIXTURE.containsKey(name))
        .filter(name -> !called.contains(python(name)))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  private static String python(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  static List<Arguments> scalarForms() {
    List<Arguments> all = new ArrayList<>();
    for (Class<?> type : List.of(Generator.class, RandomState.class)) {
      methods(type)
          .filter(m -> m.getReturnType() == double.class || m.getReturnType() == long.class)
          .forEach(m -> all.add(Arguments.of(type.getSimpleName(), m.getName(), m)));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("scalarForms")
  void formsDrawTheSameNumbers(String type, String name, Method scalar) throws Exception {
    Class<?>[] kinds = scalar.getParameterTypes();
    for (double[] parameters : PARAMETERS) {
      Object[] arguments = new Object[kinds.length];
      for (int k = 0; k < kinds.length; k++) {
        arguments[k] = kinds[k] == long.class ? (Object) (long) parameters[k] : parameters[k];
      }
      double[] expected;
      try {
        Object source = source(type);
        expected =
            new double[] {number(scalar, source, arguments), number(scalar, source, arguments)};
      } catch (InvocationTargetException e) {
        // not the parameters of this distribution
        assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
        continue;
      }
      Object source = source(type);
      Method shaped = with(source.getClass(), name, kinds);
      if (shaped != null) {
        NDArray drawn = (NDArray) shaped.invoke(source, plus(arguments, new long[] {2}));
        assertThat(drawn.toDoubleArray()).containsExactly(expected);
      }
      Class<?>[] arrayKinds = kinds.clone();
      Arrays.fill(arrayKinds, NDArray.class);
      Method arrays = kinds.length == 0 ? null : with(source.getClass(), name, arrayKinds);
      if (arrays != null) {
        Object[] values =
            Arrays.stream(arguments)
                .map(x -> x instanceof Long n ? NDArray.scalar(n) : NDArray.scalar((double) x))
                .toArray();
        NDArray drawn = (NDArray) arrays.invoke(source(type), plus(values, new long[] {2}));
        assertThat(drawn.toDoubleArray()).containsExactly(expected);
      }
      return;
    }
    throw new AssertionError("no parameters for " + scalar);
  }

  private static Object source(String type) {
    return type.equals("Generator") ? Generator.of(7) : new RandomState(7);
  }

  private static double number(Method method, Object source, Object... arguments)
      throws ReflectiveOperationException {
    return ((Number) method.invoke(source, arguments)).doubleValue();
  }

  private static Method with(Class<?> type, String name, Class<?>... kinds) {
    Class<?>[] all = Arrays.copyOf(kinds, kinds.length + 1);
    all[kinds.length] = long[].class;
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), all))
        .findFirst()
        .orElse(null);
  }

  private static Object[] plus(Object[] arguments, Object last) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }
}
