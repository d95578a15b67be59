package io.lanewise.ufunc.fft.engine;

/// The lines of an array along one axis. All distances are in doubles.
///
/// @param array the elements
/// @param complex whether an element is two doubles
/// @param offset where the first element lies
/// @param points elements of a line
/// @param step the distance between them
/// @param shape the other axes' lengths
/// @param strides the other axes' distances
public record Lines(
    double[] array, boolean complex, int offset, int points, int step, int[] shape, int[] strides) {
  long count() {
    long count = 1;
    for (int length : shape) {
      count *= length;
    }
    return count;
  }

  /// Writes where `count` lines from line `first` on start, in C order of the other axes.
  void starts(long first, int count, int[] starts) {
    int[] index = new int[shape.length];
    int start = offset;
    long left = first;
    for (int d = shape.length - 1; d >= 0; d--) {
      index[d] = (int) (left % shape[d]);
      left /= shape[d];
      start += index[d] * strides[d];
    }
    for (int r = 0; r < count; r++) {
      starts[r] = start;
      for (int d = shape.length - 1; d >= 0; d--) {
        start += strides[d];
        if (++index[d] < shape[d]) {
          break;
        }
        start -= shape[d] * strides[d];
        index[d] = 0;
      }
    }
  }
}
