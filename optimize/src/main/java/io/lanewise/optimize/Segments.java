package io.lanewise.optimize;

import java.util.function.IntConsumer;

/// Runs independent tasks, perhaps on several threads.
interface Segments {
  /// One after the other, on the calling thread.
  Segments SEQUENTIAL =
      new Segments() {
        @Override
        public int workers() {
          return 1;
        }

        @Override
        public void run(int tasks, IntConsumer task) {
          for (int i = 0; i < tasks; i++) {
            task.accept(i);
          }
        }
      };

  /// The largest number of tasks at the same time.
  int workers();

  /// Runs tasks 0 to `tasks` - 1 and returns when all are done.
  void run(int tasks, IntConsumer task);
}
