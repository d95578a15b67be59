package io.lanewise.memmap;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ShapeException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// How the bare elements of a file are to be mapped: what a header would say. Immutable; each
/// method gives a changed copy. Source: `numpy.memmap`.
public final class RawFile {
  private final Path path;
  private final DType dtype;
  private final long offset;
  private final Order order;
  private final long[] shape;

  RawFile(Path path, DType dtype) {
    this(path, dtype, 0, Order.C, null);
  }

  private RawFile(Path path, DType dtype, long offset, Order order, long[] shape) {
    this.path = path;
    this.dtype = dtype;
    this.offset = offset;
    this.order = order;
    this.shape = shape;
  }

  /// The first element starts at this byte; any byte will do.
  ///
  /// @throws IllegalArgumentException if it is negative
  public RawFile offset(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("offset must not be negative (got " + bytes + ")");
    }
    return new RawFile(path, dtype, bytes, order, shape);
  }

  /// The shape; without one the array is 1-D and takes all there is behind the offset. No lengths
  /// make it 0-d.
  public RawFile shape(long... lengths) {
    return new RawFile(path, dtype, offset, order, lengths.clone());
  }

  /// The order of the elements; C unless given.
  public RawFile order(Order newOrder) {
    return new RawFile(path, dtype, offset, newOrder, shape);
  }

  /// Maps the file to be read.
  public MappedArray open() {
    return open(MapMode.READ_ONLY);
  }

  /// Maps the file. In mode `r+` a file that is too short for the given shape grows, by zeros; in
  /// `w+` it is made anew, zeros in front of the offset too, and takes its name once it is
  /// complete.
  ///
  /// @throws UncheckedIOException if there is no such file, or it cannot be opened or made
  /// @throws IllegalArgumentException if there is no shape in mode `w+`; if without a shape the
  ///   bytes behind the offset are no whole number of elements; if with one the file is too short
  ///   in modes `r` and `c`
  /// @throws ShapeException if a length is negative or the size does not fit
  public MappedArray open(MapMode mode) {
    if (mode == MapMode.CREATE) {
      if (shape == null) {
        throw new IllegalArgumentException("shape must be given if mode == 'w+'");
      }
      long bytes = Mapping.checkedBytes(dtype, shape);
      return Mapping.create(path, new byte[0], offset, bytes, dtype, order, shape.clone());
    }
    return Mapping.openRaw(path, mode, dtype, offset, order, shape == null ? null : shape.clone());
  }
}
