package io.lanewise.ufunc;

import io.lanewise.ndarray.ArrayCreation;
import io.lanewise.ndarray.Indexing;
import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.Views;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The public static functions of the library, one class for each chapter of NumPy's reference, and
/// what fixtures call them.
final class Chapters {
  /// Those that make, move and order elements of every dtype.
  static final List<Class<?>> OF_EVERY_DTYPE =
      List.of(
          ArrayCreation.class,
          Views.class,
          Manipulation.class,
          Indexing.class,
          Sorting.class,
          Searching.class,
          Sets.class,
          Histograms.class);

  /// Those that compute with numbers.
  static final List<Class<?>> OF_NUMBERS =
      List.of(
          Locations.class,
          Statistics.class,
          Quantiles.class,
          NanReductions.class,
          Differences.class,
          Gradients.class,
          Signals.class,
          Interpolation.class,
          Numbers.class);

  private Chapters() {}

  /// The functions of some chapters: `Chapter.function` by the function's name in lower case.
  static Map<String, String> functions(List<Class<?>> chapters) {
    Map<String, String> names = new TreeMap<>();
    for (Class<?> chapter : chapters) {
      for (Method method : chapter.getMethods()) {
        int modifiers = method.getModifiers();
        if (Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers)) {
          String function = method.getName();
          names.put(function.toLowerCase(Locale.ROOT), chapter.getSimpleName() + "." + function);
        }
      }
    }
    return names;
  }

  /// Which function the cases of a fixture's name call: NumPy's name in any spelling, and behind it
  /// words that tell forms apart, such as `insert_at`.
  static Optional<String> called(String fixture, Map<String, String> functions) {
    String plain = fixture.toLowerCase(Locale.ROOT).replaceFirst("^(call|rounded) ", "");
    List<String> words = Arrays.asList(plain.split("[_ ]"));
    for (int n = words.size(); n > 0; n--) {
      String name = functions.get(String.join("", words.subList(0, n)));
      if (name != null) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// The functions that have neither been seen nor are in `exempt`, and those that are in both or
  /// that do not exist.
  static TreeSet<String> gaps(
      Map<String, String> functions, TreeSet<String> seen, TreeSet<String> exempt) {
    TreeSet<String> gaps = new TreeSet<>();
    for (String function : functions.values()) {
      if (!seen.contains(function) && !exempt.contains(function)) {
        gaps.add(function + " is in no case");
      }
    }
    for (String function : exempt) {
      if (seen.contains(function) || !functions.containsValue(function)) {
        gaps.add(function + " needs no exemption");
      }
    }
    return gaps;
  }
}
