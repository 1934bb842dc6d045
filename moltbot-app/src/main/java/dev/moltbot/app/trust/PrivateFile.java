package dev.moltbot.app.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Reads and writes one file of the owner's, through no link, and whole or not at all. */
public final class PrivateFile {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private PrivateFile() {}

  /** Every byte of it; one that is no file, or over the limit, is an {@link IOException}. */
  public static byte[] read(Path file, long maxBytes) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    try (SeekableByteChannel open = Files.newByteChannel(file, READ)) {
      if (open.size() > maxBytes) {
        throw new TooLarge(maxBytes);
      }
      var bytes = ByteBuffer.allocate((int) open.size());
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = open.read(bytes);
      }
      bytes.flip();
      var all = new byte[bytes.remaining()];
      bytes.get(all);
      return all;
    }
  }

  /** Writes or replaces it in one step; it is on the disk on return. */
  public static void write(Path file, byte[] bytes, String mode) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    // What a crash leaves of it the next write removes; until then the start names it.
    Path fresh = folder.resolve("." + file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    var permissions = PosixFilePermissions.fromString(mode);
    try (FileChannel out =
        FileChannel.open(fresh, CREATE, PosixFilePermissions.asFileAttribute(permissions))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
      itself.force(true);
    }
  }

  /** A file that cannot be what it is taken for. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long maxBytes) {
      super("over " + maxBytes + " bytes");
    }
  }
}
