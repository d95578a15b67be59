package io.lanewise.memmap;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.NpyFormatException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ShapeException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/// An array whose elements are a file's: mapped into memory, not read, of any size that the disk
/// holds. The operating system brings pages in as they are touched and writes changed ones back.
///
/// ```java
/// try (MappedArray file = MappedArray.createNpy(path, DType.FLOAT32, 1_000_000, 3)) {
///   file.array().set(samples);                      // written through the page cache
/// }
/// try (MappedArray file = MappedArray.openNpy(path)) {
///   double mean = file.array().mean().item();
/// }
/// try (MappedArray file = MappedArray.raw(path, DType.INT16).offset(44).open()) {
///   NDArray left = file.array().get("::2");         // a view, nothing is read yet
/// }
/// ```
///
/// [#array()] and all its views end with [#close()]: later access throws [IllegalStateException],
/// also in a computation that is under way on another thread, which the JVM may leave interrupted.
/// Nothing else ends a mapping; one that is never closed stays until the program does.
///
/// **Do not shorten a mapped file**, and do not let a disk run full under a new one, whose space is
/// taken as pages are written. Reading or writing what is not there throws an [InternalError] ("a
/// fault occurred in an unsafe memory access operation") from the operation or soon after it. To
/// replace a file that others may have mapped, write another and rename it, as
/// [NpyFiles#write(Path, NDArray)] and the creating methods here do.
///
/// Two mappings of one file share its pages, but operations do not know that they overlap: use one
/// as input and the other as output only element by element. Elements are in the machine's byte
/// order; bool takes a byte. Source: `numpy.memmap`, `numpy.lib.format.open_memmap`.
public final class MappedArray implements AutoCloseable {
  private final Path path;
  private final MapMode mode;
  private final Arena arena;
  private final MemorySegment segment;
  private final NDArray array;

  MappedArray(
      Path path,
      MapMode mode,
      Arena arena,
      MemorySegment segment,
      DType dtype,
      Order order,
      long[] shape) {
    this.path = path;
    this.mode = mode;
    this.arena = arena;
    this.segment = segment;
    this.array = view(segment, dtype, order, shape);
  }

  private static NDArray view(MemorySegment segment, DType dtype, Order order, long[] shape) {
    if (order == Order.C || shape.length < 2) {
      NDArray flat = NDArray.of(segment, dtype);
      return shape.length == 1 ? flat : flat.reshape(shape);
    }
    long[] reversed = new long[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reversed[axis] = shape[shape.length - 1 - axis];
    }
    return NDArray.of(segment, dtype, reversed).T();
  }

  /// Maps a file of bare elements; what is returned takes the shape, offset and order.
  public static RawFile raw(Path path, DType dtype) {
    return new RawFile(path, dtype);
  }

  /// Maps a .npy file to be read.
  ///
  /// @throws UncheckedIOException if there is no such file, or it cannot be opened
  /// @throws NpyFormatException if it is malformed or shorter than its header says
  /// @throws UnsupportedOperationException if its elements are in the other byte order: those can
  ///   be read by [NpyFiles#read(Path)] only
  public static MappedArray openNpy(Path path) {
    return openNpy(path, MapMode.READ_ONLY);
  }

  /// Maps a .npy file that exists.
  ///
  /// @throws UncheckedIOException if there is no such file, or it cannot be opened
  /// @throws NpyFormatException if it is malformed or shorter than its header says
  /// @throws UnsupportedOperationException if its elements are in the other byte order
  /// @throws IllegalArgumentException if `mode` is [MapMode#CREATE]
  public static MappedArray openNpy(Path path, MapMode mode) {
    if (mode == MapMode.CREATE) {
      throw new IllegalArgumentException(
          "shape must be given if mode == 'w+': use createNpy(path, dtype, shape)");
    }
    return Mapping.openNpy(path, mode);
  }

  /// Makes a .npy file of zeros in C order and maps it; no shape makes it 0-d. A file of that name
  /// is replaced once the new one is complete and mapped; mappings of the old one stay as they are.
  ///
  /// @throws UncheckedIOException if the file cannot be made
  /// @throws ShapeException if a length is negative or the size does not fit
  /// @throws IllegalArgumentException for bfloat16, which the format does not know
  public static MappedArray createNpy(Path path, DType dtype, long... shape) {
    return createNpy(path, dtype, Order.C, shape);
  }

  /// Makes a .npy file of zeros in the given order; see [#createNpy(Path, DType, long...)].
  public static MappedArray createNpy(Path path, DType dtype, Order order, long... shape) {
    long bytes = Mapping.checkedBytes(dtype, shape);
    byte[] header = Npy.headerBytes(dtype, order, shape);
    return Mapping.create(path, header, header.length, bytes, dtype, order, shape.clone());
  }

  /// The array; writeable unless the mode is `r`.
  public NDArray array() {
    return array;
  }

  /// The array as a buffer over the same memory, which becomes invalid with [#close()].
  ///
  /// @throws IllegalArgumentException if it is not float32, not in C order, or 2 GiB or larger
  public FloatBuffer asFloatBuffer() {
    return array.asFloatBuffer();
  }

  public Path path() {
    return path;
  }

  public MapMode mode() {
    return mode;
  }

  /// Waits until what was written is on the disk. Without it the operating system writes changes
  /// when it sees fit; other programs see them at once in any case. Does nothing in modes `r` and
  /// `c`.
  ///
  /// @throws UncheckedIOException if writing fails
  /// @throws IllegalStateException after [#close()]
  public void flush() {
    if (!arena.scope().isAlive()) {
      throw new IllegalStateException("the mapping of " + path + " is closed");
    }
    if (mode.writesFile()) {
      segment.force();
    }
  }

  /// Ends the mapping. Later access to the array throws [IllegalStateException]; closing again does
  /// nothing. Does not wait for the disk: see [#flush()].
  ///
  /// @throws IllegalStateException while another thread reads or writes a file through the memory
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  @Override
  public String toString() {
    return "MappedArray[" + path + ", mode=" + mode + ", " + array.dtype() + "]";
  }
}
