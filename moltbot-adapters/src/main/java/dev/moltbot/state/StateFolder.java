package dev.moltbot.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One channel's private files. A file is replaced in one step and is on the disk when {@link
 * #write} returns; a crash leaves the old one or the new one. Thread-safe as far as two threads do
 * not write one name.
 */
public final class StateFolder {
  /** Largest file, in bytes. */
  public static final int MAX_BYTES = 16 << 20;

  private static final String FRESH = ".new";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

  private final Path folder;

  StateFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder within, with the same promises. */
  public StateFolder within(String name) {
    return new StateFolder(folder.resolve(checked(name)));
  }

  public Path path() {
    return folder;
  }

  /** The file's bytes; empty when there is none. */
  public Optional<byte[]> read(String name) throws IOException {
    Path file = folder.resolve(checked(name));
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(name + " is over " + MAX_BYTES + " bytes");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes or replaces the file. */
  public void write(String name, byte[] bytes) throws IOException {
    if (bytes.length > MAX_BYTES) {
      throw new IOException(name + " would be over " + MAX_BYTES + " bytes");
    }
    make();
    Path fresh = folder.resolve(checked(name) + FRESH);
    Files.deleteIfExists(fresh);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel file = FileChannel.open(fresh, how, mode)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /** Removes the file; one that is not there is gone already. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(checked(name)));
  }

  /** The file's size in bytes; 0 when there is none. */
  long size(String name) throws IOException {
    try {
      return Files.size(folder.resolve(checked(name)));
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Removes what a crash left half written. To be called while nobody writes. */
  void sweep() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "*" + FRESH)) {
      for (Path half : halves) {
        Files.deleteIfExists(half);
      }
    }
  }

  /** The names of all files, sorted. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(NAME) && !name.endsWith(FRESH))
          .sorted()
          .toList();
    }
  }

  private void make() throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder, mode);
  }

  /** A rename is on the disk only when its folder is. */
  private void forceFolder() throws IOException {
    try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
      itself.force(true);
    }
  }

  private static String checked(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("not the name of a state file");
    }
    return name;
  }
}
