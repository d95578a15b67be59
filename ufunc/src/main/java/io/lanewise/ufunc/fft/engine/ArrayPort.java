package io.lanewise.ufunc.fft.engine;

/// Points in a Java array at any distance: complex numbers, real numbers, or pairs of consecutive
/// real numbers taken as complex ones.
final class ArrayPort implements Port {
  private static final int TILE = Passes.COLUMNS;

  private final double[] a;
  private final int step;
  private final int imaginary;
  private final int realPoints;
  private final int imaginaryPoints;
  private final double scale;

  /// Where each transform starts.
  private final int[] starts;

  private int rows;

  /// A few transforms in rows, on their way to or from columns.
  private double[] tileRe = {};

  private double[] tileIm = {};

  /// Whether the transforms start at consecutive complex numbers.
  private boolean adjacent;

  private ArrayPort(
      double[] a,
      int step,
      int imaginary,
      int realPoints,
      int imaginaryPoints,
      double scale,
      int rows) {
    this.a = a;
    this.step = step;
    this.imaginary = imaginary;
    this.realPoints = realPoints;
    this.imaginaryPoints = imaginaryPoints;
    this.scale = scale;
    this.starts = new int[rows];
  }

  /// `points` complex numbers, `step` doubles apart, of at most `rows` transforms; stores multiply
  /// by `scale`.
  static ArrayPort complex(double[] a, int step, int points, double scale, int rows) {
    return new ArrayPort(a, step, 1, points, points, scale, rows);
  }

  /// Real numbers; imaginary parts are read as zeros and not stored.
  static ArrayPort real(double[] a, int step, int points, double scale, int rows) {
    return new ArrayPort(a, step, 1, points, 0, scale, rows);
  }

  /// Real numbers 0, 2, 4.. as real parts and 1, 3, 5.. as imaginary parts.
  static ArrayPort pairs(double[] a, int step, int points, double scale, int rows) {
    return new ArrayPort(a, 2 * step, step, points - points / 2, points / 2, scale, rows);
  }

  /// Goes on to the next transforms, whose starts the caller writes into the array returned.
  int[] starts() {
    return starts;
  }

  /// Says how many starts were written.
  void rows(int count) {
    rows = count;
    adjacent = imaginary == 1;
    for (int r = 1; r < count; r++) {
      adjacent &= starts[r] == starts[r - 1] + 2;
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void load(
      Passes passes, int first, int count, double[] re, double[] im, int at, int width) {
    int reals = Math.clamp(realPoints - (long) first, 0, count);
    int imaginaries = Math.clamp(imaginaryPoints - (long) first, 0, count);
    if (rows == 1 && width == 1 && step == 2 && imaginary == 1 && imaginaryPoints > 0) {
      int whole = Math.min(reals, imaginaries);
      passes.split(a, starts[0] + 2 * first, whole, re, im, at);
      gather(0, whole, reals, first, re, at, 1, 0);
      zero(1, reals, count, re, at, 1);
      zero(1, whole, count, im, at, 1);
      return;
    }
    if (adjacent && rows > 1 && reals == imaginaries) {
      for (int i = 0; i < reals; i++) {
        passes.split(a, starts[0] + (first + i) * step, rows, re, im, at + i * width);
      }
    } else if (rows > 1 && step == 2 && imaginary == 1 && reals == imaginaries) {
      loadTiles(passes, first, reals, re, im, at, width);
    } else if (rows > 1) {
      gatherRows(reals, first, re, at, width, 0);
      gatherRows(imaginaries, first, im, at, width, imaginary);
    } else {
      gather(0, 0, reals, first, re, at, width, 0);
      gather(0, 0, imaginaries, first, im, at, width, imaginary);
    }
    zero(rows, reals, count, re, at, width);
    zero(rows, imaginaries, count, im, at, width);
  }

  private void reserveTile(int count) {
    if (tileRe.length < TILE * count) {
      tileRe = new double[TILE * count];
      tileIm = new double[TILE * count];
    }
  }

  private void loadTiles(
      Passes passes, int first, int count, double[] re, double[] im, int at, int width) {
    reserveTile(count);
    for (int row = 0; row < rows; row += TILE) {
      int height = Math.min(TILE, rows - row);
      for (int r = 0; r < height; r++) {
        passes.split(a, starts[row + r] + 2 * first, count, tileRe, tileIm, r * count);
      }
      passes.transpose(tileRe, 0, count, height, count, re, at + row, width);
      passes.transpose(tileIm, 0, count, height, count, im, at + row, width);
    }
  }

  private void storeTiles(
      Passes passes, int first, int count, double[] re, double[] im, int at, int width) {
    reserveTile(count);
    for (int row = 0; row < rows; row += TILE) {
      int height = Math.min(TILE, rows - row);
      passes.transpose(re, at + row, width, count, height, tileRe, 0, count);
      passes.transpose(im, at + row, width, count, height, tileIm, 0, count);
      for (int r = 0; r < height; r++) {
        passes.join(tileRe, tileIm, r * count, count, scale, a, starts[row + r] + 2 * first);
      }
    }
  }

  private void gather(
      int row, int from, int end, int first, double[] part, int at, int width, int offset) {
    int start = starts[row] + offset;
    for (int i = from; i < end; i++) {
      part[at + i * width] = a[start + (first + i) * step];
    }
  }

  private void gatherRows(int count, int first, double[] part, int at, int width, int offset) {
    for (int i = 0; i < count; i++) {
      int from = offset + (first + i) * step;
      for (int r = 0; r < rows; r++) {
        part[at + i * width + r] = a[starts[r] + from];
      }
    }
  }

  private static void zero(int rows, int from, int end, double[] part, int at, int width) {
    for (int i = from; i < end; i++) {
      for (int r = 0; r < rows; r++) {
        part[at + i * width + r] = 0;
      }
    }
  }

  @Override
  public void store(
      Passes passes, int first, int count, double[] re, double[] im, int at, int width) {
    int reals = Math.clamp(realPoints - (long) first, 0, count);
    int imaginaries = Math.clamp(imaginaryPoints - (long) first, 0, count);
    if (rows == 1 && width == 1 && step == 2 && imaginary == 1 && reals == imaginaries) {
      passes.join(re, im, at, reals, scale, a, starts[0] + 2 * first);
    } else if (adjacent && rows > 1 && reals == imaginaries) {
      for (int i = 0; i < reals; i++) {
        passes.join(re, im, at + i * width, rows, scale, a, starts[0] + (first + i) * step);
      }
    } else if (rows > 1 && step == 2 && imaginary == 1 && reals == imaginaries) {
      storeTiles(passes, first, reals, re, im, at, width);
    } else {
      scatter(reals, first, re, at, width, 0);
      scatter(imaginaries, first, im, at, width, imaginary);
    }
  }

  private void scatter(int count, int first, double[] part, int at, int width, int offset) {
    for (int i = 0; i < count; i++) {
      int to = offset + (first + i) * step;
      for (int r = 0; r < rows; r++) {
        a[starts[r] + to] = scale * part[at + i * width + r];
      }
    }
  }
}
