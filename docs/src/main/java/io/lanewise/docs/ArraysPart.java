package io.lanewise.docs;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.kernel.Hardware;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// First part: views, broadcasting, `out=`, dtypes and errors. The body of each method is shown,
/// then what it prints.
final class ArraysPart {
  private ArraysPart() {}

  static void run(Screen screen) {
    step(screen, "A slice is a view: it shares memory, whatever its steps.", "views");
    step(screen, "Shapes broadcast; nothing is repeated in memory.", "broadcasting");
    step(screen, "Every operation takes an output; then it allocates nothing.", "outputs");
    step(screen, "Dtypes promote as in NumPy; Java numbers are weak.", "dtypes");
    step(screen, "Errors name the shapes.", "errors");
  }

  static void views(PrintStream out) {
    NDArray a = NDArray.arange(12).reshape(3, 4);
    NDArray v = a.get("1:, ::-2");
    v.fill(-1);
    out.println(a);
  }

  static void broadcasting(PrintStream out) {
    NDArray a = NDArray.linspace(0, 1, 12).reshape(3, 4);
    NDArray centred = a.subtract(a.mean(Axes.axis(0).keepdims()));
    NDArray grid = NDArray.arange(3).reshape(3, 1).multiply(NDArray.arange(4));
    out.println(centred);
    out.println(grid);
  }

  static void outputs(PrintStream out) {
    NDArray x = NDArray.linspace(0, 1, 1000);
    NDArray y = NDArray.zeros(1000);
    long bytes = -1;
    for (int round = 0; round < 400; round++) {
      long before = Hardware.allocatedBytes();
      for (int call = 0; call < 1000; call++) {
        x.multiply(2.0, y).exp(y);
      }
      bytes = Hardware.allocatedBytes() - before;
    }
    out.println("bytes allocated in the last 2,000 operations: " + bytes);
    out.println(y.get("-3:"));
  }

  static void dtypes(PrintStream out) {
    NDArray f = NDArray.of(1f, 2f, 3f);
    NDArray i = NDArray.of(1, 2, 3);
    out.println(f.multiply(0.5).repr());
    out.println(i.add(1).repr());
    out.println(i.divide(i.add(1)).repr());
    out.println(f.add(i).dtype() + ", " + f.astype(DType.INT64).repr());
  }

  static void errors(PrintStream out) {
    try {
      NDArray.ones(3, 4).add(NDArray.ones(3));
    } catch (BroadcastException e) {
      out.println(e.getMessage());
    }
  }

  private static void step(Screen screen, String sentence, String method) {
    Consumer<PrintStream> code =
        switch (method) {
          case "views" -> ArraysPart::views;
          case "broadcasting" -> ArraysPart::broadcasting;
          case "outputs" -> ArraysPart::outputs;
          case "dtypes" -> ArraysPart::dtypes;
          default -> ArraysPart::errors;
        };
    screen.say("%s", sentence);
    screen.code(Source.body(ArraysPart.class, method));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    code.accept(new PrintStream(printed, true, StandardCharsets.UTF_8));
    screen.result(printed.toString(StandardCharsets.UTF_8));
  }
}
