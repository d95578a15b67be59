package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import org.junit.jupiter.api.Test;

class PrintingFixturesTest {
  @Test
  void arraysPrintAsInNumPy() {
    Fixtures.replay(
        "printing",
        fields -> {
          NDArray a = Fixtures.view(Fixtures.array(fields[0]), fields[1]);
          String str = Fixtures.unescape(fields[2]);
          String repr = Fixtures.unescape(fields[3]);
          if (!a.toString().equals(str)) {
            return "str\n" + a + "\nexpected\n" + str;
          }
          return a.repr().equals(repr) ? null : "repr\n" + a.repr() + "\nexpected\n" + repr;
        });
  }
}
