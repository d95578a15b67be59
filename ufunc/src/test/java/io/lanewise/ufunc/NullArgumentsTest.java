package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.PadMode;
import io.lanewise.ndarray.Views;
import io.lanewise.ndarray.random.Generator;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A null where an array belongs is a NullPointerException that names what is null, in every public
/// method that takes arrays.
class NullArgumentsTest {
  private static final List<Class<?>> CLASSES =
      List.of(
          NDArray.class,
          ArrayCreation.class,
          Indexing.class,
          Manipulation.class,
          Views.class,
          Generator.class,
          Ufuncs.class,
          Reductions.class,
          Sorting.class,
          Searching.class,
          Sets.class,
          Histograms.class,
          Expr.class);

  static List<Arguments> methods() {
    List<Arguments> all = new ArrayList<>();
    for (Class<?> type : CLASSES) {
      for (Method method : type.getMethods()) {
        Class<?>[] parameters = method.getParameterTypes();
        for (int k = 0; k < parameters.length; k++) {
          if (parameters[k] == NDArray.class) {
            all.add(Arguments.of(method, k));
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void areNamed(Method method, int which) throws ReflectiveOperationException {
    Throwable thrown = null;
    for (NDArray array : List.of(NDArray.of(0L, 1), NDArray.of(0L, 1, 1, 0).reshape(2, 2))) {
      Object[] arguments = new Object[method.getParameterCount()];
      for (int k = 0; k < arguments.length; k++) {
        arguments[k] = k == which ? null : plausible(method.getParameterTypes()[k], array);
      }
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      Object receiver = isStatic ? null : plausible(method.getDeclaringClass(), array);
      try {
        method.invoke(receiver, arguments);
        assertThat(isOptional(method, which)).as("%s takes a null", method).isTrue();
        return;
      } catch (InvocationTargetException e) {
        thrown = e.getCause();
      }
      if (thrown instanceof NullPointerException) {
        break;
      }
    }
    assertThat(thrown)
        .as("%s with a null at %s", method, which)
        .isInstanceOf(NullPointerException.class);
    if (thrown.getStackTrace().length > 0) {
      // where it throws often, compiled code throws one exception without words again and again
      assertThat(thrown.getMessage())
          .as("%s with a null at %s", method, which)
          .isNotBlank()
          .doesNotContain("\"<");
    }
  }

  /// Whether a null asks for a new output, or means that there are no weights or is no sorter.
  private static boolean isOptional(Method method, int which) {
    if (List.of("bincount", "searchsorted", "histogramdd", "clip").contains(method.getName())) {
      // a fluent method has its array before the point
      return which > 0 || !Modifier.isStatic(method.getModifiers());
    }
    if (method.getName().equals("divmod")) {
      return which > 1;
    }
    Class<?> type = method.getDeclaringClass();
    boolean last = which == method.getParameterCount() - 1;
    return last
        && (type == Reductions.class || type.isAssignableFrom(Ufuncs.class) || isOutput(method));
  }

  /// Whether the last parameter may be left out.
  private static boolean isOutput(Method method) {
    Class<?>[] others = Arrays.copyOf(method.getParameterTypes(), method.getParameterCount() - 1);
    return Arrays.stream(method.getDeclaringClass().getMethods())
        .filter(m -> m.getName().equals(method.getName()))
        .anyMatch(
            m ->
                Arrays.equals(m.getParameterTypes(), others)
                    || m.isVarArgs() && m.getParameterTypes()[0] == NDArray[].class);
  }

  private static Object plausible(Class<?> type, NDArray array) {
    if (type.isAssignableFrom(NDArray.class)) {
      return array;
    }
    if (type == Generator.class || type.getSimpleName().endsWith("Distributions")) {
      return Generator.of(1);
    }
    if (type == Expr.class) {
      return Expr.of(NDArray.ones(2));
    }
    if (type == int.class || type == Integer.class) {
      return 0;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == double.class) {
      return 0.5;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == DType.class) {
      return DType.INT64;
    }
    if (type == Bins[].class) {
      return new Bins[] {Bins.count(2), Bins.count(2)};
    }
    if (type == NDArray[].class) {
      return new NDArray[] {NDArray.of(0L, 1)};
    }
    if (type == Index[].class) {
      return new Index[0];
    }
    if (type == long[][].class) {
      return new long[][] {{1}};
    }
    if (type == PadMode.class) {
      return PadMode.edge();
    }
    if (type == List.class) {
      return List.of(NDArray.of(0L, 1));
    }
    if (type == Axes.class) {
      return Axes.all();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isArray() ? Array.newInstance(type.getComponentType(), 0) : null;
  }
}
