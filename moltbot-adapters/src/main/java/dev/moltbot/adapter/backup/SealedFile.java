package dev.moltbot.adapter.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import dev.moltbot.wire.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A backup that is read, front to back, and digested on the way. */
final class SealedFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;

  private final FileChannel channel;
  private final MessageDigest digest = Digests.sha256();
  private final InputStream plain;

  private SealedFile(FileChannel channel, List<RecipientStanzaReader> keys)
      throws IOException, GeneralSecurityException {
    this.channel = channel;
    var open = new StandardDecryptingChannelFactory().newDecryptingChannel(digested(), keys);
    this.plain = new BufferedInputStream(Channels.newInputStream(open), BUFFER_BYTES);
  }

  static SealedFile open(Path file, List<Secret> keys)
      throws IOException, GeneralSecurityException {
    var readers = new ArrayList<RecipientStanzaReader>();
    for (Secret key : keys) {
      readers.add(AgeKeys.reader(key));
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new SealedFile(channel, readers);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private ReadableByteChannel digested() {
    return new ReadableByteChannel() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        int read = channel.read(into);
        if (read > 0) {
          digest.update(into.duplicate().flip().position(start));
        }
        return read;
      }

      @Override
      public boolean isOpen() {
        return channel.isOpen();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  InputStream plain() {
    return plain;
  }

  /** Of the whole file, once {@link #plain} is at its end. */
  String digest() {
    return Digests.hex(digest);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
