package io.lanewise.jmh.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;

/// Copies of loop classes. A loop shared by all cases would see a hundred kinds of calls and inline
/// none, which no user's loop does; so every case runs in a class of its own, with its own profile.
final class OwnProfile {
  private OwnProfile() {}

  /// A new instance of a copy of `template`, a class of this package with one constructor.
  static Object copy(Class<?> template, Object... arguments) {
    String file = template.getSimpleName() + ".class";
    try (InputStream code = template.getResourceAsStream(file)) {
      Class<?> copy =
          MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), true).lookupClass();
      Constructor<?> constructor = copy.getDeclaredConstructors()[0];
      return constructor.newInstance(arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy " + template, e);
    }
  }
}
