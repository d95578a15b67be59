package io.lanewise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Member;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of NumPy's names: it is whole, and what it names is there.
class NamesTest {
  private static final Path PAGE = Path.of("guide", "numpy-names.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final List<String> PACKAGES =
      List.of(
          "io.lanewise.ndarray",
          "io.lanewise.ndarray.random",
          "io.lanewise.ufunc",
          "io.lanewise.ufunc.fft",
          "io.lanewise.ufunc.polynomial",
          "io.lanewise.linalg",
          "io.lanewise.memmap",
          "io.lanewise.testing");

  /// What may stand where a name has no form.
  private static final Pattern REASON =
      Pattern.compile(
          "(comes with `(ufunc|linalg|memmap)`|Python only|C only|other dtypes|removed in NumPy"
              + " 2\\.5|deprecated)(: .+)?");

  /// A row: a name, the forms it has here, and what there is to say.
  private record Row(boolean standard, List<String> forms, String remark) {}

  private static Map<String, Row> rows() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("| `")) {
        continue;
      }
      String[] cells = line.split("\\|", -1);
      List<String> forms = codes(cells[3]);
      for (String name : codes(cells[1])) {
        Row row = new Row(cells[2].contains("yes"), forms, cells[4].strip());
        assertThat(rows.put(name, row)).as("%s is there twice", name).isNull();
      }
    }
    return rows;
  }

  private static List<String> codes(String cell) {
    List<String> codes = new ArrayList<>();
    Matcher matcher = CODE.matcher(cell);
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    return codes;
  }

  @Test
  void everyNameOfNumPyAndOfTheArrayApiHasARow() throws IOException {
    Map<String, Row> rows = rows();
    Map<String, Boolean> names = new TreeMap<>();
    try (InputStream in = NamesTest.class.getResourceAsStream("numpy-names.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> names.put(line.split(" ")[0], line.endsWith(" api")));
    }
    assertThat(rows.keySet()).isEqualTo(names.keySet());
    names.forEach(
        (name, standard) -> assertThat(rows.get(name).standard()).as(name).isEqualTo(standard));
  }

  @Test
  void everyFormIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    rows()
        .forEach(
            (name, row) -> {
              for (String form : row.forms()) {
                if (!exists(form)) {
                  missing.add(name + ": " + form);
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void whereThereIsNoFormThereIsAReason() throws IOException {
    List<String> missing = new ArrayList<>();
    rows()
        .forEach(
            (name, row) -> {
              if (row.forms().isEmpty() && !REASON.matcher(row.remark()).matches()) {
                missing.add(name + ": " + row.remark());
              }
            });
    assertThat(missing).isEmpty();
  }

  /// A class, or one of its public methods, fields or nested types behind a dot.
  private static boolean exists(String form) {
    int dot = form.indexOf('.');
    Class<?> owner = owner(dot < 0 ? form : form.substring(0, dot));
    if (owner == null || dot < 0) {
      return owner != null;
    }
    String member = form.substring(dot + 1);
    return Stream.<Member>concat(
                Arrays.stream(owner.getMethods()), Arrays.stream(owner.getFields()))
            .anyMatch(m -> m.getName().equals(member))
        || Arrays.stream(owner.getClasses()).anyMatch(c -> c.getSimpleName().equals(member));
  }

  private static Class<?> owner(String name) {
    for (String prefix : PACKAGES) {
      try {
        return Class.forName(prefix + "." + name, false, NamesTest.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        // in one of the other packages
      }
    }
    return null;
  }
}
