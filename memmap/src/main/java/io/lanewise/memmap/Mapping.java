package io.lanewise.memmap;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Layout;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.NpyFormatException;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/// Opens and makes the files behind [MappedArray]. Everything that can be checked is checked before
/// a file is touched, and a new file gets its name last, so a call that fails leaves things as they
/// were.
final class Mapping {
  private Mapping() {}

  /// The bytes of an array's elements.
  static long checkedBytes(DType dtype, long... shape) {
    try {
      return Math.multiplyExact(Layout.of(shape, Order.C).size(), dtype.itemSize());
    } catch (ArithmeticException e) {
      throw tooBig(shape);
    }
  }

  private static ShapeException tooBig(long... shape) {
    return new ShapeException(
        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
            + " size: shape "
            + Shapes.toString(shape));
  }

  /// Where the last element of a file ends.
  private static long end(long offset, long bytes, long[] shape) {
    long end = offset + bytes;
    if (end < 0) {
      throw tooBig(shape);
    }
    return end;
  }

  /// Opens a file that exists. The JDK opens a directory, too, and fails at the first read.
  static FileChannel openFile(Path path, Set<OpenOption> options) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "Is a directory");
    }
    return FileChannel.open(path, options);
  }

  /// Refuses a .npy file that is shorter than its header says.
  static void checkLength(Path path, FileChannel channel, Npy.Header header) throws IOException {
    long available = channel.size() - header.dataOffset();
    if (available < header.dataBytes()) {
      throw new NpyFormatException(
          "truncated .npy: mmap length is greater than file size: "
              + path
              + " has "
              + available
              + " bytes of data, shape "
              + Shapes.toString(header.shape())
              + " and dtype "
              + header.dtype()
              + " need "
              + header.dataBytes());
    }
  }

  static MappedArray openNpy(Path path, MapMode mode) {
    try (FileChannel channel = openFile(path, mode.openOptions())) {
      Npy.Header header = Npy.readHeader(Channels.newInputStream(channel));
      if (header.swapped()) {
        throw new UnsupportedOperationException(
            path
                + " has its elements in the other byte order than this machine and cannot be"
                + " mapped: read it with NpyFiles.read");
      }
      checkLength(path, channel, header);
      return map(
          path,
          channel,
          mode,
          header.dataOffset(),
          header.dataBytes(),
          header.dtype(),
          header.order(),
          header.shape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param shape null for all elements there are
  static MappedArray openRaw(
      Path path, MapMode mode, DType dtype, long offset, Order order, long[] shape) {
    long bytes = shape == null ? checkedBytes(dtype) : checkedBytes(dtype, shape);
    long end = end(offset, bytes, shape);
    try (FileChannel channel = openFile(path, mode.openOptions())) {
      if (shape == null) {
        return openAll(path, channel, mode, dtype, offset);
      }
      long length = channel.size();
      if (length >= end) {
        return map(path, channel, mode, offset, bytes, dtype, order, shape);
      }
      if (mode != MapMode.READ_WRITE) {
        throw new IllegalArgumentException(
            "mmap length is greater than file size: "
                + path
                + " has "
                + length
                + " bytes, shape "
                + Shapes.toString(shape)
                + " and dtype "
                + dtype
                + " from byte "
                + offset
                + " on need "
                + end);
      }
      boolean mapped = false;
      try {
        NewFile.grow(channel, end);
        MappedArray array = map(path, channel, mode, offset, bytes, dtype, order, shape);
        mapped = true;
        return array;
      } finally {
        if (!mapped) {
          channel.truncate(length);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappedArray openAll(
      Path path, FileChannel channel, MapMode mode, DType dtype, long offset) throws IOException {
    long available = channel.size() - offset;
    if (available < 0) {
      throw new IllegalArgumentException(
          "offset "
              + offset
              + " is behind the end of "
              + path
              + ", which has "
              + channel.size()
              + " bytes");
    }
    if (available % dtype.itemSize() != 0) {
      throw new IllegalArgumentException(
          "Size of available data is not a multiple of the data-type size.: "
              + path
              + " has "
              + available
              + " bytes from byte "
              + offset
              + " on, an element of "
              + dtype
              + " takes "
              + dtype.itemSize());
    }
    long[] shape = {available / dtype.itemSize()};
    return map(path, channel, mode, offset, available, dtype, Order.C, shape);
  }

  /// Makes a file with `head` at its start and zeros up to the end of the elements.
  static MappedArray create(
      Path path, byte[] head, long offset, long bytes, DType dtype, Order order, long[] shape) {
    long end = end(offset, bytes, shape);
    try (NewFile file = NewFile.at(path)) {
      ByteBuffer header = ByteBuffer.wrap(head);
      while (header.hasRemaining()) {
        file.channel().write(header);
      }
      NewFile.grow(file.channel(), end);
      MappedArray array =
          map(path, file.channel(), MapMode.CREATE, offset, bytes, dtype, order, shape);
      boolean named = false;
      try {
        file.commit();
        named = true;
        return array;
      } finally {
        if (!named) {
          array.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MappedArray map(
      Path path,
      FileChannel channel,
      MapMode mode,
      long offset,
      long bytes,
      DType dtype,
      Order order,
      long[] shape)
      throws IOException {
    Arena arena = Arena.ofShared();
    boolean mapped = false;
    try {
      MemorySegment segment = channel.map(mode.channelMode(), offset, bytes, arena);
      MappedArray array = new MappedArray(path, mode, arena, segment, dtype, order, shape);
      mapped = true;
      return array;
    } finally {
      if (!mapped) {
        arena.close();
      }
    }
  }
}
