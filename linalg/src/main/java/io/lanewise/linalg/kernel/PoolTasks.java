package io.lanewise.linalg.kernel;

import io.lanewise.ndarray.Lanewise;
import io.lanewise.ndarray.kernel.Workers;
import java.util.function.IntConsumer;

/// Runs the pieces of large products on the library's shared pool, as many at once as
/// `Lanewise.parallelism()` says.
public final class PoolTasks implements Tasks {
  /// The one instance.
  public static final Tasks SHARED = new PoolTasks();

  private PoolTasks() {}

  @Override
  public int width() {
    return Lanewise.parallelism();
  }

  @Override
  public void run(int count, IntConsumer piece) {
    Workers.run(
        new Workers.Job() {
          @Override
          protected void run(int part) {
            piece.accept(part);
          }
        },
        count);
  }
}
