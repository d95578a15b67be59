package io.lanewise.memmap;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.NpyFormatException;
import io.lanewise.ndarray.Shapes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Whole .npy files into and out of memory. For files that are to stay where they are, see
/// [MappedArray].
public final class NpyFiles {
  private static final int BUFFER = 1 << 16;

  private NpyFiles() {}

  /// Reads an array, in the order of the file; either byte order, versions 1 to 3.
  ///
  /// Source: `numpy.load`.
  ///
  /// @throws UncheckedIOException if there is no such file, or it cannot be read
  /// @throws NpyFormatException if it is truncated, malformed or holds an unsupported dtype; the
  ///   file's length is compared with its header before memory is taken
  public static NDArray read(Path path) {
    try (FileChannel channel = Mapping.openFile(path, Set.of(StandardOpenOption.READ))) {
      InputStream in = Channels.newInputStream(channel);
      Npy.Header header = Npy.readHeader(in);
      Mapping.checkLength(path, channel, header);
      channel.position(0);
      return Npy.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes an array of any layout and storage: in Fortran order where it is contiguous in that
  /// order only, otherwise in C order. The file takes its name, from one that may be there, once it
  /// is complete; `array` may be mapped from that one.
  ///
  /// Source: `numpy.save`, byte for byte.
  ///
  /// @throws UncheckedIOException if it cannot be written
  /// @throws IllegalArgumentException for bfloat16, which the format does not know
  public static void write(Path path, NDArray array) {
    if (array.dtype().descr() == null) {
      throw new IllegalArgumentException(
          "the .npy format has no dtype "
              + array.dtype()
              + ": array of shape "
              + Shapes.toString(array.shape()));
    }
    try (NewFile file = NewFile.at(path)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER);
      Npy.write(array, out);
      out.flush();
      file.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
