package io.lanewise.linalg.kernel;

import java.util.function.IntConsumer;

/// Who runs the pieces of a large product. The pieces never depend on each other and each owns its
/// part of the result, so the number of threads changes no bit.
public interface Tasks {
  /// Everything on the calling thread.
  Tasks SERIAL =
      new Tasks() {
        @Override
        public int width() {
          return 1;
        }

        @Override
        public void run(int count, IntConsumer piece) {
          for (int i = 0; i < count; i++) {
            piece.accept(i);
          }
        }
      };

  /// How many pieces can run at once.
  int width();

  /// Runs pieces 0 .. count-1 and returns when all are done; throws what a piece threw.
  void run(int count, IntConsumer piece);
}
