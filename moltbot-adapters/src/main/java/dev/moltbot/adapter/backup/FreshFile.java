package dev.moltbot.adapter.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A file under way: for its owner alone, under another name, and gone again when it is closed
 * before {@link #keep}. What a crash leaves is named {@code .part}, and the next try takes it over.
 */
final class FreshFile implements WritableByteChannel {
  private static final Set<OpenOption> PART =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final int BUFFER_BYTES = 65_536;

  private final Path wanted;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest digest = Digests.sha256();
  private long size;

  private FreshFile(Path wanted, Path part, FileChannel channel) {
    this.wanted = wanted;
    this.part = part;
    this.channel = channel;
  }

  static FreshFile beside(Path wanted) throws IOException {
    refuseOld(wanted);
    Path part = wanted.resolveSibling("." + wanted.getFileName() + ".part");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    FileChannel channel = FileChannel.open(part, PART, mode);
    if (channel.tryLock() == null) {
      channel.close();
      throw new NotWhole("another backup to " + wanted + " is under way");
    }
    channel.truncate(0);
    return new FreshFile(wanted, part, channel);
  }

  private static void refuseOld(Path wanted) throws IOException {
    if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(wanted.toString());
    }
  }

  /** What is written here comes out for these recipients only. */
  OutputStream encrypted(List<String> recipients) throws IOException, GeneralSecurityException {
    var writers = new ArrayList<RecipientStanzaWriter>();
    for (String recipient : recipients) {
      writers.add(AgeKeys.writer(recipient));
    }
    var open = new StandardEncryptingChannelFactory().newEncryptingChannel(unclosed(), writers);
    return new BufferedOutputStream(Channels.newOutputStream(open), BUFFER_BYTES);
  }

  /** The encryption ends with its last bytes; the file has to reach the disk after that. */
  private WritableByteChannel unclosed() {
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer source) throws IOException {
        return FreshFile.this.write(source);
      }

      @Override
      public boolean isOpen() {
        return FreshFile.this.isOpen();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    digest.update(source.duplicate());
    int bytes = source.remaining();
    while (source.hasRemaining()) {
      channel.write(source);
    }
    size += bytes;
    return bytes;
  }

  /** Gives it its name, which nothing has; it is on the disk on return. Returns its SHA-256. */
  String keep() throws IOException {
    channel.force(true);
    try {
      Files.createLink(wanted, part); // Unlike a rename, it never replaces.
    } catch (UnsupportedOperationException e) {
      refuseOld(wanted);
      Files.move(part, wanted);
    }
    Path folder = Objects.requireNonNull(wanted.toAbsolutePath().getParent());
    try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
      itself.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
    channel.close();
  }
}
