package io.lanewise.memmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;

/// A file under a temporary name beside its own, which it takes when it is complete. Nobody sees
/// half of it, a failure leaves what was there, and programs that have the old file open or mapped
/// keep it: shortening it in place would be a fault in each of them.
final class NewFile implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private boolean committed;

  private NewFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
  }

  /// Starts a file. One of that name must be a regular file that may be written.
  static NewFile at(Path path) throws IOException {
    // a link stays one: what it points to is replaced
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    boolean exists = Files.exists(target);
    Path folder = target.getParent();
    if (folder == null || exists && !Files.isRegularFile(target)) {
      throw new FileSystemException(path.toString(), null, "Not a regular file");
    }
    if (exists && !Files.isWritable(target)) {
      throw new AccessDeniedException(path.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(path.toString(), null, "No such directory: " + folder);
    }
    long number = ThreadLocalRandom.current().nextLong();
    Path temporary =
        folder.resolve("." + target.getFileName() + "." + Long.toHexString(number) + ".tmp");
    FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    NewFile file = new NewFile(target, temporary, channel);
    if (exists) {
      file.takePermissions();
    }
    return file;
  }

  private void takePermissions() throws IOException {
    PosixFileAttributeView from = view(target);
    PosixFileAttributeView to = view(temporary);
    if (from != null && to != null) {
      boolean taken = false;
      try {
        to.setPermissions(from.readAttributes().permissions());
        taken = true;
      } finally {
        if (!taken) {
          close();
        }
      }
    }
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }

  /// The file, to be written and mapped.
  FileChannel channel() {
    return channel;
  }

  /// Closes the file and gives it its name.
  void commit() throws IOException {
    channel.close();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
  }

  /// Removes the file unless it has its name.
  @Override
  public void close() throws IOException {
    if (!committed) {
      channel.close();
      Files.deleteIfExists(temporary);
    }
  }

  /// Makes a file at least `size` bytes long; what is new is zero and takes no space yet.
  static void grow(FileChannel channel, long size) throws IOException {
    if (channel.size() < size) {
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
  }
}
