package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ViewFixturesTest {
  @Test
  void indexingTransposingReshapingAndBroadcastingAgreeWithNumPy() {
    Fixtures.replay("views", ViewFixturesTest::check);
  }

  private static String check(String... fields) {
    long[] shape = Fixtures.shape(fields[0]);
    NDArray a = NDArray.arange(Arrays.stream(shape).reduce(1, (x, y) -> x * y)).reshape(shape);
    NDArray v;
    try {
      v = Fixtures.view(a, fields[1]);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return fields[2].startsWith("!") ? text(fields[2], e) : "unexpected " + e;
    }
    if (fields[2].startsWith("!")) {
      return "no error but " + v.repr();
    }
    if (!Arrays.equals(v.shape(), Fixtures.shape(fields[2]))) {
      return "shape " + Arrays.toString(v.shape());
    }
    boolean view = v.size() > 0 && Overlap.mayShareMemory(a, v);
    if (view != fields[4].equals("view")) {
      return "is a " + (view ? "view" : "copy");
    }
    if (view && !Fixtures.strides(v).equals(fields[3])) {
      return "strides " + Fixtures.strides(v);
    }
    return Arrays.equals(Fixtures.bits(v), Fixtures.shape(fields[5]))
        ? null
        : "elements " + v.repr();
  }

  /// NumPy's words, in an exception that a Java user would catch. Two texts differ: a length of -1
  /// in front is printed, and everything that cannot be stretched is told in the same words.
  private static String text(String expected, RuntimeException e) {
    boolean index = expected.startsWith("!IndexError");
    String words = expected.substring(expected.indexOf(": ") + 2).strip();
    if (words.matches("input operand has more dimensions.*|cannot broadcast a non-scalar.*")) {
      words = "operands could not be broadcast together with remapped shapes";
    }
    boolean right =
        e instanceof IndexOutOfBoundsException == index
            && e.getMessage().replace("(newaxis,5)", "(5)").contains(words);
    return right ? null : "text: " + e;
  }
}
