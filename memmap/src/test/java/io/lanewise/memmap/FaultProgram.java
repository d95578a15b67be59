package io.lanewise.memmap;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A program that pulls mapped memory away from under compiled operations, for [FaultTest] to run
/// in a JVM of its own: where the library is wrong, the JVM dies. It prints a line for each
/// operation with what was thrown, and `alive` at the end.
public final class FaultProgram {
  /// Elements of an operand: flat, direct, and more than a page of them, so that some are left.
  private static final int N = 2_048;

  /// Calls before the first fault: the loop is compiled by then.
  private static final int CALLS = 10_000;

  /// The same for operations that take longer, of which several share their loops.
  private static final int FEWER_CALLS = 1_000;

  /// Calls before the second fault of an operation.
  private static final int MORE_CALLS = 50;

  /// Enough for two threads.
  private static final int LARGE = 1 << 20;

  private static final int LARGE_CALLS = 100;

  /// What is left of the file: one page, or nothing.
  private static final long[] REST = {4_096, 0};

  /// Where results go that nobody needs, so that the compiler may not drop their reads.
  private static volatile double sink;

  private FaultProgram() {}

  /// An operation on a mapped array.
  private record Operation(DType dtype, int elements, int calls, Consumer<NDArray> body) {}

  /// @param arguments a folder for files, and names of operations; all of them where none is given
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Lanewise.parallelism(2);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    for (Map.Entry<String, Operation> entry : operations().entrySet()) {
      if (wanted.isEmpty() || wanted.contains(entry.getKey())) {
        for (long rest : REST) {
          String name = entry.getKey() + "-" + rest;
          int calls = rest == REST[0] ? entry.getValue().calls() : MORE_CALLS;
          report(name, truncate(folder.resolve(name), entry.getValue(), calls, rest));
        }
      }
    }
    if (wanted.isEmpty() || wanted.contains("close")) {
      report("close-add", close(folder.resolve("close-add"), a -> a.add(1.0)));
      report("close-sum", close(folder.resolve("close-sum"), NDArray::sum));
    }
    double check = NDArray.ones(LARGE).add(1.0).sum().item();
    report("afterwards", check == 2.0 * LARGE ? null : new AssertionError("sum " + check));
    print("alive");
  }

  private static Map<String, Operation> operations() {
    NDArray heap = NDArray.ones(N);
    NDArray out = NDArray.zeros(N);
    NDArray largeOut = NDArray.zeros(LARGE);
    NDArray floats = NDArray.zeros(DType.FLOAT32, N);
    NDArray integers = NDArray.zeros(DType.INT32, N);
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("add", float64(a -> a.add(heap, out)));
    all.put("add-scalar", float64(a -> a.add(1.0, out)));
    all.put("multiply-into", float64(a -> heap.multiply(heap, a)));
    all.put("subtract-scalar-into", float64(a -> heap.subtract(1.0, a)));
    all.put("in-place", float64(a -> a.multiply(1.0, a)));
    all.put("exp", float64(a -> a.exp(out)));
    all.put("exp-into", float64(a -> heap.exp(a)));
    all.put("strided", staged(DType.FLOAT64, a -> a.get("::2").subtract(3.0)));
    all.put("strided-exp", staged(DType.FLOAT64, a -> a.get("::2").exp()));
    all.put("rows", staged(DType.FLOAT64, a -> a.reshape(32, 64).T().add(2.0)));
    all.put("float32", operation(DType.FLOAT32, a -> a.multiply(2.0, floats)));
    all.put("float32-into", operation(DType.FLOAT32, a -> floats.multiply(2.0, a)));
    all.put("int32", operation(DType.INT32, a -> a.add(integers, integers)));
    all.put("int64-divided", staged(DType.INT64, a -> a.divide(3.0, out)));
    all.put("bool", staged(DType.BOOL, NDArray::logicalNot));
    all.put("float16", staged(DType.FLOAT16, a -> a.add(1.0)));
    all.put("sum", float64(NDArray::sum));
    all.put("sum-float32", operation(DType.FLOAT32, NDArray::sum));
    all.put("sum-int32", staged(DType.INT32, NDArray::sum));
    all.put("sum-axis", staged(DType.FLOAT64, a -> a.reshape(32, 64).sum(0)));
    all.put("mean", staged(DType.FLOAT64, NDArray::mean));
    all.put("var", staged(DType.FLOAT64, NDArray::var));
    all.put("min", staged(DType.FLOAT64, NDArray::min));
    all.put("all", staged(DType.BOOL, a -> a.logicalNot().all()));
    all.put("copy", staged(DType.FLOAT64, NDArray::copy));
    all.put("set", float64(a -> a.set(heap)));
    all.put("fill", staged(DType.FLOAT64, a -> a.fill(2)));
    all.put("element", float64(a -> sink = a.getDouble(N - 1)));
    all.put("set-element", float64(a -> a.setDouble(1, N - 1)));
    all.put("to-array", staged(DType.FLOAT64, NDArray::toDoubleArray));
    all.put("buffer", staged(DType.FLOAT32, a -> sink = total(a.asFloatBuffer())));
    all.put("write-npy", staged(DType.FLOAT64, FaultProgram::write));
    all.put("large-add", large(a -> a.add(1.0, largeOut)));
    all.put("large-add-into", large(a -> largeOut.add(1.0, a)));
    all.put("large-sum", large(NDArray::sum));
    all.put("large-var", large(NDArray::var));
    return all;
  }

  private static Operation staged(DType dtype, Consumer<NDArray> body) {
    Operation operation = operation(dtype, body);
    return new Operation(dtype, operation.elements(), FEWER_CALLS, body);
  }

  private static Operation float64(Consumer<NDArray> body) {
    return operation(DType.FLOAT64, body);
  }

  private static Operation operation(DType dtype, Consumer<NDArray> body) {
    // more elements where they are small: the last one must not be on the page that stays
    return new Operation(dtype, dtype.itemSize() < 4 ? 4 * N : N, CALLS, body);
  }

  private static Operation large(Consumer<NDArray> body) {
    return new Operation(DType.FLOAT64, LARGE, LARGE_CALLS, body);
  }

  private static double total(FloatBuffer buffer) {
    double total = 0;
    for (int i = 0; i < buffer.limit(); i++) {
      total += buffer.get(i);
    }
    return total;
  }

  private static void write(NDArray a) {
    try {
      Npy.write(a, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable truncate(Path path, Operation operation, int calls, long rest)
      throws IOException {
    try (MappedArray file =
        MappedArray.raw(path, operation.dtype()).shape(operation.elements()).open(MapMode.CREATE)) {
      for (int call = 0; call < calls; call++) {
        operation.body().accept(file.array());
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(rest);
      }
      return thrown(() -> operation.body().accept(file.array()));
    }
  }

  /// Closes a mapping while another thread works on it.
  private static Throwable close(Path path, Consumer<NDArray> body) throws InterruptedException {
    MappedArray file = MappedArray.raw(path, DType.FLOAT64).shape(LARGE).open(MapMode.CREATE);
    CountDownLatch running = new CountDownLatch(LARGE_CALLS);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread thread =
        new Thread(
            () ->
                end.set(
                    thrown(
                        () -> {
                          while (true) {
                            body.accept(file.array());
                            running.countDown();
                          }
                        })));
    thread.start();
    running.await();
    file.close();
    thread.join();
    return end.get();
  }

  private static Throwable thrown(Runnable action) {
    List<Throwable> caught = new ArrayList<>();
    try {
      action.run();
    } catch (RuntimeException | InternalError e) {
      caught.add(e);
    }
    return caught.isEmpty() ? null : caught.getFirst();
  }

  private static void report(String name, Throwable thrown) {
    print(
        name
            + " "
            + (thrown == null
                ? "none"
                : thrown.getClass().getSimpleName() + ": " + thrown.getMessage()));
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
